"""A figure as a table: heads, rows, and numbers as they are printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from baken.figures.definitions.key_figures import KEY_FIGURES as KEY_ROWS
from baken.figures.definitions.key_figures import NUMBER as KEY_FIGURES
from baken.figures.model import TOTAL
from baken.statistics.report.growth import growth
from baken.statistics.report.notes import Notes
from baken.statistics.report.view import Number, View
from baken.statistics.report.wording import Words

Kind = Literal["value", "share", "growth"]
KEYS = {row.indicator: row for row in KEY_ROWS}
NONE = Notes()
ON_A_PHONE = 3
"""So many columns of numbers fit beside the names of the rows."""


@dataclass(frozen=True, slots=True)
class Column:
    """heads: from the top head row down. A growth column compares `year` with the year before."""

    heads: tuple[str, ...]
    kind: Kind
    year: int
    code: str | None
    total: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One number: raw for machines, text for people. Growth and shares are in percent."""

    raw: Number | None
    text: str
    column: Column


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its code and its name; total: whether it is the totals row.

    behind: the number of the figure that it repeats, and scope: where it counts; empty but for key figures.
    """

    code: str
    head: str
    total: bool
    entries: tuple[Entry, ...]
    behind: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """A head cell over so many columns and down so many rows."""

    text: str
    across: int
    down: int
    total: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """corner: what the rows are. heads: rows of head cells, the corner left out. digits: decimals of a value."""

    corner: str
    columns: tuple[Column, ...]
    heads: tuple[tuple[Head, ...], ...]
    rows: tuple[Row, ...]
    digits: int

    @property
    def wide(self) -> bool:
        """Whether a phone shows only part of it."""
        return len(self.columns) > ON_A_PHONE


def grid(view: View, words: Words, noted: Notes = NONE) -> Grid:
    """The table of a figure in one language, with the marks of its notes."""
    columns = tuple(_columns(view, words, noted))
    return Grid(
        corner=words.dimension(view.row),
        columns=columns,
        heads=tuple(_heads(columns)),
        rows=tuple(_row(view, words, code, columns, noted) for code in view.all_rows()),
        digits=view.figure.ratio_digits or 0,
    )


def _columns(view: View, words: Words, noted: Notes) -> Iterator[Column]:
    several_years = len(view.years) > 1
    for year in view.years:
        for code in view.all_columns():
            path: tuple[str, ...] = (str(year),)
            if code is not None and view.column is not None:
                path = (*(path if several_years else ()), view.column.label(code, words.language) + noted.mark(code))
            yield from _measures(view, words, path, year, code)
    yield from _growth_column(view, words)


def _measures(view: View, words: Words, path: tuple[str, ...], year: int, code: str | None) -> Iterator[Column]:
    """The number, the share, or both, of one column."""
    cells = [cell for row in view.all_rows() if (cell := view.cell(row, code, year))]
    counted = any(cell.value is not None for cell in cells)
    shared = any(cell.share is not None for cell in cells)
    total = code == TOTAL
    if counted or not shared:
        yield Column((*path, words("table.number")) if shared else path, "value", year, code, total)
    if shared:
        yield Column((*path, words("table.share")) if counted else path, "share", year, code, total)


def _growth_column(view: View, words: Words) -> Iterator[Column]:
    """The last column: the year against the one before, for the figure itself or for its totals."""
    code = None if view.column is None else TOTAL
    comparable = [growth(view.value(row, code), view.value(row, code, view.year - 1)) for row in view.all_rows()]
    if any(change is not None for change in comparable):
        yield Column((words("growth.column", before=view.year - 1, year=view.year),), "growth", view.year, code)


def _row(view: View, words: Words, code: str, columns: Sequence[Column], noted: Notes) -> Row:
    entries = tuple(_entry(view, words, code, column) for column in columns)
    head = view.row.label(code, words.language) + noted.mark(code)
    key = KEYS.get(code) if view.figure.number == KEY_FIGURES else None
    behind = (key.figure, words.of(key, "scope")) if key else ()
    return Row(code, head, code == TOTAL, entries, *behind)


def _entry(view: View, words: Words, row: str, column: Column) -> Entry:
    cell = view.cell(row, column.code, column.year)
    raw: Number | None
    if column.kind == "growth":
        before = view.value(row, column.code, column.year - 1)
        raw = growth(None if cell is None else cell.value, before)
        return Entry(raw, words.change(raw), column)
    if column.kind == "share":
        raw = None if cell is None else cell.share
        return Entry(raw, words.share(raw), column)
    raw = None if cell is None else cell.value
    text = words.number(None) if raw is None else words.fixed(raw, view.figure.ratio_digits or 0)
    return Entry(raw, text, column)


def _heads(columns: Sequence[Column]) -> Iterator[tuple[Head, ...]]:
    """Head rows, from the top: equal heads side by side become one; a short path reaches down."""
    depth = max(len(column.heads) for column in columns)
    for level in range(depth):
        cells = []
        for path, group in groupby(columns, key=lambda column: column.heads[: level + 1]):
            members = list(group)
            if len(path) > level:
                down = depth - level if len(members[0].heads) == level + 1 else 1
                cells.append(Head(path[level], len(members), down, members[0].total))
        yield tuple(cells)
