"""The content digest depends on what is said, not on how the rows were read."""

from datetime import date

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.ledger import digest
from baken.ledger.digest import added_digests

ROW = st.tuples(
    st.integers(1, 6),
    st.integers(-(2**62), 2**62),
    st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.none() | st.booleans(),
    st.none() | st.text(max_size=5),
)
NAMES = ["number", "day", "truth", "text"]
SCHEMA = pa.schema(
    [
        ("appended_in", pa.int64()),
        ("number", pa.int64()),
        ("day", pa.date32()),
        ("truth", pa.bool_()),
        ("text", pa.string()),
    ]
)


def table(rows: list[tuple]) -> pa.Table:
    columns = zip(*sorted(rows, key=lambda row: row[0]), strict=True) if rows else [[]] * 5
    return pa.Table.from_arrays(
        [pa.array(column, type=f.type) for column, f in zip(columns, SCHEMA, strict=True)], schema=SCHEMA
    )


def digests(whole: pa.Table, step: int | None = None) -> dict[int, bytes]:
    batches = whole.to_batches(max_chunksize=step) if step else [whole]
    return {append: part.added_digest for append, part in added_digests(batches, NAMES).items()}


@given(st.lists(ROW, min_size=1, max_size=40), st.integers(1, 7), st.integers(1, 5))
@settings(max_examples=150, deadline=None)
def test_the_size_of_batches_does_not_matter(rows: list[tuple], step: int, block: int) -> None:
    before = digest.BLOCK
    digest.BLOCK = block
    try:
        assert digests(table(rows), step) == digests(table(rows))
    finally:
        digest.BLOCK = before


@given(st.lists(ROW, min_size=1, max_size=20), st.data())
@settings(max_examples=150, deadline=None)
def test_any_other_value_gives_another_digest(rows: list[tuple], data: st.DataObject) -> None:
    rows = sorted(rows, key=lambda row: row[0])
    place = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(1, 4))
    other = data.draw(ROW)[column]
    changed = [list(row) for row in rows]
    changed[place][column] = other
    same = other == rows[place][column]
    assert (digests(table([tuple(r) for r in changed])) == digests(table(rows))) == same


def test_a_later_nullable_column_changes_nothing() -> None:
    old = table([(1, 5, date(2020, 1, 1), None, "a"), (2, 6, None, True, None)])
    new = old.append_column("added_later", pa.nulls(2, pa.string()))
    before, after = added_digests([old], NAMES), added_digests([new], [*NAMES, "added_later"])
    assert before == after
