"""Recompute the digest chain from the stored rows and name the first append that does not fit."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
from django.utils.translation import gettext as _

from baken.ledger.bulk import adbc_connection, model_schema
from baken.ledger.digest import GENESIS, Content, Header, added_digests, chain, content_digest
from baken.ledger.facts import fact_types
from baken.ledger.models import Append
from baken.ledger.reading import Reading, as_batch
from baken.ledger.schema import content_schema, row_schema


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` found. `fault` is None when all is well; `append` is then the chain's head (0 when empty).

    facts: all that were recorded, also the `retracted`. broken: the chain itself does not hold; false where it holds
    and only lacks what was expected of it.
    """

    append: int
    digest: str
    facts: int
    fault: str | None = None
    broken: bool = False
    retracted: int = 0


def verify(expect: tuple[int, str] | None = None) -> Verdict:
    """Recompute the whole chain. expect: an (append number, digest) noted earlier, which must still be there."""
    with adbc_connection() as connection:
        connection.cursor().execute("BEGIN")
        try:
            appends = Reading(connection, Append, model_schema(Append), pa.RecordBatch.to_pylist)
            return _Walk(_stored(connection), expect).along(appends)
        finally:
            connection.cursor().execute("ROLLBACK")


@dataclass(slots=True)
class _Stored:
    """What the fact tables say. `unreadable` is the lowest number of a fact of which a value cannot be read."""

    contents: dict[int, dict[str, Content]] = field(default_factory=dict)
    facts: int = 0
    retracted: int = 0
    unreadable: int | None = None


def _stored(connection: Any) -> _Stored:
    stored = _Stored()
    for label, model in fact_types().items():
        rows = Reading(connection, model, row_schema(model), as_batch)
        seen = _Seen()
        for append, part in added_digests(seen.watch(rows), content_schema(model).names).items():
            part.first = seen.first.get(append, 0)
            stored.contents.setdefault(append, {})[label] = part
            stored.facts += part.added
        for append, ids in seen.retracted.items():
            stored.contents.setdefault(append, {}).setdefault(label, Content()).retracted = sorted(ids)
            stored.retracted += len(ids)
        if rows.stopped_at is not None:
            stored.unreadable = min(rows.stopped_at, stored.unreadable or rows.stopped_at)
    return stored


class _Seen:
    """What goes by while a table's rows are digested: what was retracted, and how facts are numbered."""

    def __init__(self) -> None:
        self.retracted: dict[int, list[int]] = {}
        self.first: dict[int, int] = {}
        """{append: number of its first fact; 0 where they are not numbered one after another}."""
        self._last = (0, 0)

    def watch(self, batches: Reading[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The batches as they come, in order of number."""
        for batch in batches:
            self._note_retractions(batch)
            self._note_numbers(batch.column("id").to_numpy(), batch.column("appended_in").to_numpy())
            yield batch

    def _note_retractions(self, batch: pa.RecordBatch) -> None:
        column = batch.column("retracted_in")
        if column.null_count < len(column):
            gone = batch.filter(column.is_valid())
            pairs = zip(gone.column("retracted_in").to_pylist(), gone.column("id").to_pylist(), strict=True)
            for append, number in pairs:
                self.retracted.setdefault(append, []).append(number)

    def _note_numbers(self, numbers: np.ndarray, appends: np.ndarray) -> None:
        last_number, last_append = self._last
        starts = np.diff(appends, prepend=last_append) != 0
        self.first.update(zip(appends[starts].tolist(), numbers[starts].tolist(), strict=True))
        leaps = ~starts & (np.diff(numbers, prepend=last_number) != 1)
        self.first.update(dict.fromkeys(appends[leaps].tolist(), 0))
        self._last = int(numbers[-1]), int(appends[-1])


class _Walk:
    """Along the appends in order: each must tell what is stored, and join the one before it."""

    def __init__(self, stored: _Stored, expect: tuple[int, str] | None) -> None:
        self.stored, self.expect = stored, expect
        self.versions = {label: model.version for label, model in fact_types().items()}
        self.append, self.digest, self.next_fact = 0, GENESIS, 1
        self.met = expect is None or expect == (0, GENESIS)

    def along(self, appends: Reading[list[dict[str, Any]]]) -> Verdict:
        """Walk to the end, or to the first append that does not fit."""
        for rows in appends:
            for row in rows:
                fault = self._step(row, Header(**{name: row[name] for name in Header.__slots__}))
                if fault:
                    return self._wrong(row["id"], fault)
        if appends.stopped_at is not None:
            return self._wrong(appends.stopped_at, _("een waarde in haar kop is niet te lezen."))
        return self._end()

    def _step(self, row: dict[str, Any], header: Header) -> str | None:
        parts, end = self.stored.contents.pop(header.id, {}), self.next_fact + header.fact_count
        if self.stored.unreadable is not None and self.stored.unreadable < end:
            return _("een waarde van feit %(number)s is niet te lezen.") % {"number": self.stored.unreadable}
        fault = self._fault(row, header, parts)
        self.append, self.digest, self.next_fact = header.id, row["digest"], end
        self.met = self.met or (self.append, self.digest) == self.expect
        return fault

    def _fault(self, row: dict[str, Any], header: Header, parts: dict[str, Content]) -> str | None:
        if content_digest(parts, self.versions) != row["content"]:
            return _("haar feiten zijn niet de feiten die geregistreerd zijn.")
        if sum(part.added for part in parts.values()) != header.fact_count or header.first_fact != self.next_fact:
            return _("het aantal feiten is niet wat geregistreerd is.")
        if not _numbered_from(header.first_fact, parts):
            return _("haar feiten hebben niet de nummers waaronder ze geregistreerd zijn.")
        if chain(self.digest, header, row["content"]) != row["digest"]:
            return _("haar kop, of een registratie ervoor, is niet wat geregistreerd is.")
        return None

    def _end(self) -> Verdict:
        if self.stored.contents or self.stored.unreadable is not None:
            beyond = min(self.stored.contents, default=self.append + 1)
            return self._wrong(beyond, _("er zijn feiten van, maar de registratie zelf is er niet (afgeknipt?)."))
        if not self.met and self.expect is not None:
            missing = _("Registratie %(append)s met zegel %(digest)s staat niet in dit grootboek.")
            sentence = missing % {"append": self.expect[0], "digest": self.expect[1]}
            return Verdict(self.append, self.digest, self.stored.facts, sentence)
        return Verdict(self.append, self.digest, self.stored.facts, retracted=self.stored.retracted)

    def _wrong(self, append: int, fault: str) -> Verdict:
        sentence = _("Registratie %(append)s klopt niet: %(fault)s") % {"append": append, "fault": fault}
        return Verdict(append, self.digest, self.stored.facts, sentence, broken=True)


def _numbered_from(number: int, parts: dict[str, Content]) -> bool:
    """Whether facts are numbered one after another from `number`, label by label."""
    for label in sorted(parts):
        if parts[label].added and parts[label].first != number:
            return False
        number += parts[label].added
    return True
