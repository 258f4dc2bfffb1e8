"""What an append's digest is made of.

digest = SHA-256(previous digest ‖ header ‖ content digest). The content digest runs, per fact type and
version in order of label, over the canonical columnar bytes of the facts added (in order of number) and
over the numbers of the facts retracted. Blocks of at most BLOCK rows make the bytes independent of how the
rows were read; a column that is null throughout a block is left out, so a later nullable column changes nothing.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

BLOCK = 65_536
GENESIS = "0" * 64


@dataclass(slots=True)
class Content:
    """What one append adds to and retracts from one fact type."""

    added: int = 0
    added_digest: bytes = b""
    retracted: list[int] = field(default_factory=list)
    first: int = 0
    """The number of the first fact added, as `verify` found it; 0 where they are not numbered one after another."""


class _Column:
    """A column's canonical bytes, ready to be cut per block: validity, fixed-width values or text."""

    def __init__(self, name: str, values: pa.ChunkedArray | pa.Array) -> None:
        values = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
        self.name = name.encode()
        self.holes = None
        if values.null_count:
            validity = np.asarray(pc.is_valid(values).cast(pa.uint8()))
            self.holes = validity.data
            self.filled_before = np.concatenate(([0], np.cumsum(validity, dtype=np.int64)))
        self.kind, self.width, self.values, self.text = self._cut(values)

    @staticmethod
    def _cut(values: pa.Array) -> "tuple[bytes, int, memoryview, _Text | None]":
        if pa.types.is_string(values.type) or pa.types.is_large_string(values.type):
            filled = pc.fill_null(values, "").cast(pa.large_string())
            text = memoryview(filled.buffers()[2] or b"")
            offsets = np.frombuffer(filled.buffers()[1], np.int64)[filled.offset : filled.offset + len(filled) + 1]
            return b"t", 4, np.diff(offsets).astype("<i4").data.cast("B"), _Text(text, offsets)
        if pa.types.is_date32(values.type):
            kind, width, plain = b"d", 4, pc.fill_null(values.cast(pa.int32()), 0)
        elif pa.types.is_boolean(values.type):
            kind, width, plain = b"b", 1, pc.fill_null(values.cast(pa.uint8()), 0)
        else:
            kind, width, plain = b"i", 8, pc.fill_null(values.cast(pa.int64()), 0)
        return kind, width, np.ascontiguousarray(plain).data.cast("B"), None

    def feed(self, hasher: "hashlib._Hash", start: int, stop: int) -> None:
        """Hash rows start to stop, unless every one of them is null."""
        if self.holes is not None:
            filled = self.filled_before[stop] - self.filled_before[start]
            if filled == 0:
                return
            if filled < stop - start:
                hasher.update(b"?")
                hasher.update(self.holes[start:stop])
        hasher.update(self.name)
        hasher.update(self.kind)
        hasher.update(self.values[start * self.width : stop * self.width])
        if self.text is not None:
            hasher.update(self.text.between(start, stop))


class _Text:
    """The text of a string column, cut by row."""

    def __init__(self, text: memoryview, offsets: np.ndarray) -> None:
        self.text, self.offsets = text, offsets

    def between(self, start: int, stop: int) -> memoryview:
        return self.text[self.offsets[start] : self.offsets[stop]]


def _segments(appended_in: np.ndarray) -> Iterator[tuple[int, int, int]]:
    """Runs of equal append number: (append, start, stop)."""
    edges = np.flatnonzero(np.diff(appended_in)) + 1
    starts = np.concatenate(([0], edges)).tolist()
    stops = np.concatenate((edges, [len(appended_in)])).tolist()
    for start, stop in zip(starts, stops, strict=True):
        yield int(appended_in[start]), start, stop


def added_digests(batches: Iterable[pa.RecordBatch | pa.Table], names: list[str]) -> dict[int, Content]:
    """The digest of what each append adds to one fact type.

    batches: rows in order of number, with `appended_in` (never decreasing) and the content columns `names`.
    Returns {append: Content with added and added_digest}. Holds at most two batches at a time.
    """
    digester, rest = _Digester(names), None
    for batch in batches:
        table = pa.Table.from_batches([batch]) if isinstance(batch, pa.RecordBatch) else batch
        if not table.num_rows:
            continue
        table = pa.concat_tables([rest, table]).combine_chunks() if rest is not None else table
        rest = digester.feed(table, last=False)
    if rest is not None:
        digester.feed(rest, last=True)
    return digester.done


class _Digester:
    """Feeds rows to a hasher per append, in whole blocks; `done` holds the appends that have ended."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.done: dict[int, Content] = {}
        self._open: tuple[hashlib._Hash, int] | None = None

    def feed(self, table: pa.Table, *, last: bool) -> pa.Table | None:
        """Hash a table's rows; those of its last append that may still grow into a block are given back."""
        columns = [_Column(name, table.column(name)) for name in self.names]
        appended_in = table.column("appended_in").to_numpy()
        for append, start, stop in _segments(appended_in):
            goes_on = not last and stop == len(appended_in)
            hasher, count = self._take_open()
            upto = _hash_blocks(hasher, columns, start, stop, spare=BLOCK if goes_on else 0)
            count += upto - start
            if goes_on:
                self._open = hasher, count
                return table.slice(upto)
            self.done[append] = Content(added=count, added_digest=hasher.digest())
        return None

    def _take_open(self) -> "tuple[hashlib._Hash, int]":
        taken, self._open = self._open or (hashlib.sha256(), 0), None
        return taken


def _hash_blocks(hasher: "hashlib._Hash", columns: list[_Column], start: int, stop: int, *, spare: int) -> int:
    """Hash rows in blocks until at most `spare` are left; returns where it stopped."""
    while stop - start > spare:
        cut = min(start + BLOCK, stop)
        hasher.update(b"%d|" % (cut - start))
        for column in columns:
            column.feed(hasher, start, cut)
        start = cut
    return start


def content_digest(by_type: dict[str, Content], versions: dict[str, int]) -> str:
    """The content digest of one append from its parts per fact type label."""
    hasher = hashlib.sha256()
    for label in sorted(by_type):
        part = by_type[label]
        hasher.update(f"{label}@{versions[label]}+{part.added}-{len(part.retracted)}|".encode())
        if part.added:
            hasher.update(part.added_digest)
        if part.retracted:
            hasher.update(np.array(sorted(part.retracted), dtype="<i8").tobytes())
    return hasher.hexdigest()


@dataclass(frozen=True, slots=True)
class Header:
    """Everything of an append but its facts."""

    id: int
    recorded_at: datetime
    recorded_by: str
    source: str
    note: str
    imported: bool
    first_fact: int
    fact_count: int

    def canonical(self) -> bytes:
        """The header as JSON bytes; the instant in whole microseconds."""
        micros = round(self.recorded_at.timestamp() * 1_000_000)
        parts = [self.id, micros, self.recorded_by, self.source, self.note]
        parts += [bool(self.imported), self.first_fact, self.fact_count]
        return json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()


def chain(previous: str, header: Header, content: str) -> str:
    """The digest of an append, given the digest before it and its content digest (all hex)."""
    return hashlib.sha256(bytes.fromhex(previous) + header.canonical() + bytes.fromhex(content)).hexdigest()
