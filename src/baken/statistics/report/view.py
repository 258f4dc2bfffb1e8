"""A figure's cells by row, column and year: what tables, charts and sentences read from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from baken.figures.definitions.key_figures import NUMBER as KEY_FIGURES
from baken.figures.model import TOTAL, Cell, Dimension, Figure, FigureResult
from baken.foundation.errors import BakenError

Number = int | Decimal


@dataclass(frozen=True, slots=True)
class View:
    """A figure of one or two dimensions, with the year before where it is known.

    row, column: the dimensions down and across; rows, columns: their codes in printed order, totals left out. years:
    those that the figure itself shows.
    """

    figure: Figure
    year: int
    row: Dimension
    column: Dimension | None
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    years: tuple[int, ...]
    cells: dict[tuple[str, str | None, int], Cell] = field(repr=False)

    @property
    def empty(self) -> bool:
        """Whether nothing was counted in any year that the figure shows."""
        return not any(cell.value for cell in self.cells.values() if cell.year in self.years)

    @property
    def silent(self) -> bool:
        """Whether nothing was counted in the figure's own year."""
        return not any(cell.value for cell in self.cells.values() if cell.year == self.year)

    def cell(self, row: str, column: str | None = None, year: int | None = None) -> Cell | None:
        """The cell of a row (and column) in a year, by default the figure's own."""
        return self.cells.get((row, column, year or self.year))

    def value(self, row: str, column: str | None = None, year: int | None = None) -> Number | None:
        """The value of a cell; None where there is none."""
        cell = self.cell(row, column, year)
        return None if cell is None else cell.value

    def whole(self, year: int | None = None) -> Number | None:
        """The figure's grand total in a year, where it has one."""
        return self.value(TOTAL, TOTAL if self.columns else None, year)

    def has_row_total(self) -> bool:
        """Whether the table ends in a totals row."""
        return any(row == TOTAL for row, _, year in self.cells if year in self.years)

    def has_column_total(self) -> bool:
        """Whether the table ends in a totals column."""
        return any(column == TOTAL for _, column, year in self.cells if year in self.years)

    def all_rows(self) -> tuple[str, ...]:
        """The rows, the totals row last."""
        return (*self.rows, TOTAL) if self.has_row_total() else self.rows

    def all_columns(self) -> tuple[str | None, ...]:
        """The columns, the totals column last; one None for a figure of one dimension."""
        if self.column is None:
            return (None,)
        return (*self.columns, TOTAL) if self.has_column_total() else self.columns


def view(result: FigureResult, before: FigureResult | None = None) -> View:
    """Read a result; `before` is the same figure of the year before, for growth. Raises BakenError."""
    shown = _shown(result.figure)

    def key(cell: Cell) -> tuple[str, str | None, int]:
        return cell.dims[shown[0].name], cell.dims[shown[1].name] if len(shown) > 1 else None, cell.year

    earlier = () if before is None else before.cells
    keys = [key(cell) for cell in result.cells]
    return View(
        figure=result.figure,
        year=result.year,
        row=shown[0],
        column=shown[1] if len(shown) > 1 else None,
        rows=_ordered(row for row, _, _ in keys),
        columns=_ordered(column for _, column, _ in keys if column is not None),
        years=tuple(sorted({year for _, _, year in keys})),
        cells={key(cell): cell for cell in (*earlier, *result.cells)},
    )


def _shown(figure: Figure) -> tuple[Dimension, ...]:
    """The dimensions of the table; the key figures stand under their own names, whatever their section."""
    shown = figure.dimensions[-1:] if figure.number == KEY_FIGURES else figure.dimensions
    if not 1 <= len(shown) <= 2:
        raise BakenError(f"Figure {figure.number} has {len(shown)} dimensions; a table here has one or two.")
    return shown


def _ordered(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(code for code in dict.fromkeys(codes) if code != TOTAL)
