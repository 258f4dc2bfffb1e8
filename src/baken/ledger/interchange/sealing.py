"""Sealing: the digests of what is about to be written, computed from the staged facts before the lock is taken."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

import pyarrow as pa
import pyarrow.parquet as pq

from baken.ledger.bulk import model_schema
from baken.ledger.digest import Content, Header, added_digests, chain, content_digest
from baken.ledger.facts import fact_types
from baken.ledger.interchange.layout import Table
from baken.ledger.interchange.ledgerside import LedgerState
from baken.ledger.interchange.stage import BATCH, Stage, literal, quoted
from baken.ledger.models import Append
from baken.ledger.schema import content_schema

Contents = dict[int, dict[str, Content]]
PAIR = pa.schema([("append", pa.int64()), ("id", pa.int64())])


def contents_of(stage: Stage, tables: list[Table], append: int) -> Contents:
    """{append: {label: what it adds and retracts}}. append: the one that retracts facts known before."""
    contents: Contents = {}
    for table in tables:
        schema = content_schema(table.model).append(pa.field("appended_in", pa.int64()))
        columns = ", ".join(quoted(name) for name in schema.names)
        final = quoted(f"final/{table.label}")
        added = added_digests(stage.batches(f"SELECT {columns} FROM {final}", schema), schema.names[:-1])
        for number, part in added.items():
            contents.setdefault(number, {})[table.label] = part
        gone = f"SELECT retracted_in, id FROM {final} WHERE retracted_in IS NOT NULL"
        if stage.has(f"retract/{table.label}"):
            gone += f" UNION ALL SELECT {append}, number FROM {quoted(f'retract/{table.label}')}"
        for batch in stage.batches(f"SELECT * FROM ({gone}) AS gone(append, id)", PAIR):
            for number, fact in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                contents.setdefault(number, {}).setdefault(table.label, Content()).retracted.append(fact)
    return contents


HEADERS = pa.schema(
    [
        ("id", pa.int64()),
        ("recorded_at", pa.timestamp("us")),
        ("recorded_by", pa.string()),
        ("source", pa.string()),
        ("note", pa.string()),
        ("imported", pa.bool_()),
    ]
)
HISTORY = (
    "SELECT n.number AS id, a.recorded_at, a.recorded_by, a.source, a.note, a.imported "
    "FROM appends a JOIN append_numbers n USING (row) ORDER BY n.number"
)
"""The delivery's own appends, in the order of HEADERS."""


def headers_of_history(stage: Stage, contents: Contents) -> Iterator[Header]:
    """The delivery's appends as the ledger will keep them."""
    next_fact = 1
    for batch in stage.batches(HISTORY, HEADERS):
        for row in batch.to_pylist():
            count = sum(part.added for part in contents.get(row["id"], {}).values())
            row["recorded_at"] = row["recorded_at"].replace(tzinfo=UTC)
            yield Header(**row, first_fact=next_fact, fact_count=count)
            next_fact += count


def seal(stage: Stage, state: LedgerState, headers: Iterator[Header], contents: Contents) -> tuple[int, str]:
    """Chain the headers on the ledger's head and make `final_appends` of them; returns the new head."""
    versions = {label: model.version for label, model in fact_types().items()}
    head, digest = state.head, state.digest
    path = stage.folder / "appends.parquet"
    with pq.ParquetWriter(path, model_schema(Append)) as writer:
        for some in batched(headers, BATCH):
            rows = []
            for header in some:
                content = content_digest(contents.get(header.id, {}), versions)
                head, digest = header.id, chain(digest, header, content)
                fields = {name: getattr(header, name) for name in Header.__slots__}
                rows.append(fields | {"content": content, "digest": digest})
            writer.write_batch(pa.RecordBatch.from_pylist(rows, model_schema(Append)))
    stage.run(f"CREATE OR REPLACE VIEW final_appends AS SELECT * FROM read_parquet({literal(str(path))})")
    return head, digest


def batched(items: Iterator[Header], size: int) -> Iterator[list[Header]]:
    """Lists of at most `size` items."""
    while some := list(islice(items, size)):
        yield some


@dataclass(frozen=True, slots=True)
class Origin:
    """Who loads a delivery, from which source and why, when it becomes one append recorded now."""

    moment: datetime
    by: str
    source: str
    note: str


def header_of(state: LedgerState, contents: Contents, origin: Origin) -> Header:
    """The one append by which a delivery joins a ledger."""
    parts = contents.get(state.head + 1, {})
    return Header(
        id=state.head + 1,
        recorded_at=max(origin.moment, state.recorded_at) if state.recorded_at else origin.moment,
        recorded_by=origin.by,
        source=origin.source,
        note=origin.note,
        imported=True,
        first_fact=state.next_fact,
        fact_count=sum(part.added for part in parts.values()),
    )
