"""A table against its own index: the cells it should have, and what its rows say of themselves."""

from collections import Counter
from collections.abc import Iterator
from itertools import product

from baken.figures.checks.cells import Cells, decimals
from baken.figures.checks.finding import Cell, Finding, Kind, Severity, at
from baken.figures.checks.rules import Declarations
from baken.figures.published.reader import TOTAL, Row


def check_form(cells: Cells, declarations: Declarations) -> Iterator[Finding]:
    """What makes a table differ from its index, before any sum is made."""
    yield from _counts(cells)
    if not cells.rules.sparse:
        yield from _holes(cells)
    most = _decimals_expected(cells)
    for row in cells.table.rows:
        yield from _row(cells, row, most)
    yield from _area(cells, declarations)


def _form(cells: Cells, cell: Cell, nl: str, en: str, kind: Kind = Kind.FORM) -> Finding:
    return Finding(kind, Severity.CONTRADICTION, (cells.table.number,), cell, nl, en)


def _counts(cells: Cells) -> Iterator[Finding]:
    declared, rows = cells.table.declared, cells.table.rows
    filled = sum(row.value is not None or row.share is not None for row in rows)
    for key, found, nl, en in (
        ("cells", len(rows), "cellen", "cells"),
        ("cells_with_value", filled, "cellen met een waarde", "cells with a value"),
        ("years", cells.years, "jaren", "years"),
    ):
        said = declared.get(key)
        if said is not None and _list(said) != _list(found):
            yield _form(
                cells,
                {},
                f"{nl}: {_list(found)}, volgens de index {_list(said)}",
                f"{en}: {_list(found)}, by the index {_list(said)}",
            )


def _list(found: object) -> str:
    return ", ".join(map(str, found)) if isinstance(found, list) else str(found)


def _holes(cells: Cells) -> Iterator[Finding]:
    """Every code is expected with every other code, in every year."""
    for year, codes in product(cells.years, product(*(cells.codes[d] for d in cells.dimensions))):
        if (year, codes) not in cells.rows:
            cell = at(dict(zip(cells.dimensions, codes, strict=True)), year)
            yield _form(cells, cell, "de cel ontbreekt", "the cell is missing", Kind.MISSING)


def _decimals_expected(cells: Cells) -> int:
    """As declared; else as many as most values have, so that one odd value shows."""
    if cells.rules.decimals is not None:
        return cells.rules.decimals
    found = Counter(decimals(row.value) for row in cells.table.rows if row.value is not None)
    return found.most_common(1)[0][0] if found else 0


def _row(cells: Cells, row: Row, most: int) -> Iterator[Finding]:
    cell = at(row.dims, row.year)
    is_total = any(code == TOTAL or code in cells.rules.subtotals.get(d, {}) for d, code in row.dims.items())
    if row.total != is_total:
        yield _form(cells, cell, "`total` past niet bij de codes", "`total` does not fit the codes")
    if row.value is not None and decimals(row.value) > most:
        yield _form(cells, cell, f"{row.value} heeft te veel decimalen", f"{row.value} has too many decimals")


def _area(cells: Cells, declarations: Declarations) -> Iterator[Finding]:
    for dimension, expected in declarations.areas.get(cells.rules.area, {}).items():
        odd = sorted(set(cells.parts(dimension)) ^ set(expected)) if dimension in cells.dimensions else [dimension]
        if odd:
            yield _form(
                cells,
                {},
                f"hoort niet bij het aangegeven gebied, of ontbreekt: {_list(odd)}",
                f"not in the declared area, or missing: {_list(odd)}",
            )
