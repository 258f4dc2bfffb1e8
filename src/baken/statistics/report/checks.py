"""The report's own totals against the sum of their parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from baken.figures.model import TOTAL, Cell, Dimension, FigureResult, Measure


@dataclass(frozen=True, slots=True)
class Sums:
    """tables: looked at; checked: totals equal or not to their parts; once: totals of distinct persons;
    faults: figure, codes and year of each total that does not fit."""

    tables: int = 0
    checked: int = 0
    once: int = 0
    faults: tuple[str, ...] = field(default=())


def sums(results: Sequence[FigureResult]) -> Sums:
    """Compare every total of the results with its parts; averages have no sums."""
    counted = [result for result in results if result.figure.measure is not Measure.RATIO]
    compared = [
        (result, cell, dimension, parts)
        for result in counted
        for cell, dimension, parts in _totals(result)
    ]
    plain = [entry for entry in compared if entry[2].additive]
    distinct = [entry for entry in compared if entry[2].additive is False]
    faults = [
        f"{result.figure.number}: {', '.join(cell.dims.values())}, {cell.year}"
        for result, cell, dimension, parts in compared
        if not _fits(cell, dimension, parts)
    ]
    return Sums(len(counted), len(plain), len(distinct), tuple(faults))


def _fits(cell: Cell, dimension: Dimension, parts: int) -> bool:
    value = int(cell.value or 0)
    return value == parts if dimension.additive else value <= parts


def _totals(result: FigureResult) -> Iterator[tuple[Cell, Dimension, int]]:
    """Each total with the dimension it sums over and the sum of its parts."""
    cells = {(*sorted(cell.dims.items()), cell.year): cell for cell in result.cells}
    for cell in result.cells:
        for dimension in result.figure.dimensions:
            if cell.dims[dimension.name] != TOTAL or cell.value is None:
                continue
            codes = {other.dims[dimension.name] for other in result.cells} - {TOTAL}
            keys = [(*sorted({**cell.dims, dimension.name: code}.items()), cell.year) for code in codes]
            yield cell, dimension, sum(int(cells[key].value or 0) for key in keys if key in cells)
