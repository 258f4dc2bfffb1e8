"""Recompute the digest chain from the stored rows and name the first append that does not fit."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from baken.ledger.bulk import adbc_connection, model_schema, read, read_facts
from baken.ledger.digest import GENESIS, Content, Header, added_digests, chain, content_digest
from baken.ledger.facts import Fact, fact_types
from baken.ledger.models import Append
from baken.ledger.schema import content_schema


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` found. `fault` is None when the chain holds; `append` is then its head (0 when empty)."""

    append: int
    digest: str
    facts: int
    fault: str | None = None


def verify(expect: tuple[int, str] | None = None) -> Verdict:
    """Recompute the whole chain. expect: an (append number, digest) noted earlier, which must still be there."""
    with adbc_connection() as connection:
        connection.cursor().execute("BEGIN")
        contents, facts = _contents(connection)
        try:
            return _walk(connection, contents, facts, expect)
        finally:
            connection.cursor().execute("ROLLBACK")


def _contents(connection: Any) -> tuple[dict[int, dict[str, Content]], int]:
    """{append: {label: what it added and retracted}} as the fact tables say, and the number of facts."""
    contents: dict[int, dict[str, Content]] = {}
    facts = 0
    for label, model in fact_types().items():
        retracted: dict[int, list[int]] = {}
        added = added_digests(_noting_retractions(connection, model, retracted), content_schema(model).names)
        for append, part in added.items():
            contents.setdefault(append, {})[label] = part
            facts += part.added
        for append, ids in retracted.items():
            contents.setdefault(append, {}).setdefault(label, Content()).retracted = sorted(ids)
    return contents, facts


def _noting_retractions(
    connection: Any, model: type[Fact], retracted: dict[int, list[int]]
) -> Iterator[pa.RecordBatch]:
    for batch in read_facts(connection, model):
        column = batch.column("retracted_in")
        if column.null_count < len(column):
            gone = batch.filter(column.is_valid())
            pairs = zip(gone.column("retracted_in").to_pylist(), gone.column("id").to_pylist(), strict=True)
            for append, number in pairs:
                retracted.setdefault(append, []).append(number)
        yield batch


def _walk(
    connection: Any,
    contents: dict[int, dict[str, Content]],
    facts: int,
    expect: tuple[int, str] | None,
) -> Verdict:
    versions = {label: model.version for label, model in fact_types().items()}
    previous, last, next_fact = GENESIS, 0, 1
    query = "SELECT " + ", ".join(f'"{n}"' for n in model_schema(Append).names) + " FROM ledger_append ORDER BY id"
    found_expected = expect is None or expect == (0, GENESIS)
    for batch in read(connection, query, model_schema(Append)):
        for row in batch.to_pylist():
            header = Header(**{name: row[name] for name in Header.__slots__})
            parts = contents.pop(header.id, {})
            fault = _fault(row, header, parts, versions, previous, next_fact)
            if fault:
                return Verdict(header.id, row["digest"], facts, f"Append {header.id}: {fault}")
            previous, last, next_fact = row["digest"], header.id, next_fact + header.fact_count
            found_expected = found_expected or (header.id, previous) == expect
    if contents:
        return Verdict(last, previous, facts, f"Append {min(contents)}: it has facts but no header (a cut tail?)")
    if not found_expected and expect is not None:
        return Verdict(last, previous, facts, f"Append {expect[0]} with digest {expect[1]} is not in this ledger.")
    return Verdict(last, previous, facts)


def _fault(
    row: dict[str, Any],
    header: Header,
    parts: dict[str, Content],
    versions: dict[str, int],
    previous: str,
    next_fact: int,
) -> str | None:
    if content_digest(parts, versions) != row["content"]:
        return "its facts are not the facts that were recorded"
    if sum(part.added for part in parts.values()) != header.fact_count or header.first_fact != next_fact:
        return "the number of its facts is not what was recorded"
    if chain(previous, header, row["content"]) != row["digest"]:
        return "its header, or an append before it, is not what was recorded"
    return None
