"""Printed totals against their parts, over every dimension: columns, rows and grand totals."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from baken.figures.checks.cells import Cells
from baken.figures.checks.finding import Cell, Finding, Kind, Severity, at
from baken.figures.checks.rules import TotalRule
from baken.figures.checks.words import footnote_text
from baken.figures.published.reader import TOTAL


def check_totals(cells: Cells) -> Iterator[Finding]:
    """Every total and subtotal of a table that does not follow from its parts."""
    for dimension in cells.dimensions:
        groups = cells.rules.subtotals.get(dimension, {})
        for code, parts in groups.items():
            yield from _one(cells, dimension, code, parts, TotalRule())
        rule = cells.rules.totals.get(dimension)
        if TOTAL in cells.codes[dimension]:
            yield from _one(cells, dimension, TOTAL, cells.parts(dimension), rule or TotalRule())
        elif rule:
            nl, en = f"het totaal over {dimension} ontbreekt", f"the total over {dimension} is missing"
            yield _missing(cells, {dimension: TOTAL}, nl, en)


def _one(cells: Cells, dimension: str, total: str, parts: Sequence[str], rule: TotalRule) -> Iterator[Finding]:
    for year, others in cells.others(dimension):
        cell = at({**others, dimension: total}, year)
        printed = cells.value(year, {**others, dimension: total})
        values = [cells.value(year, {**others, dimension: part}) for part in parts]
        known = [value for value in values if value is not None]
        if printed is None and known:
            yield _missing(cells, cell, "er zijn delen, maar geen totaal", "there are parts, but no total")
        elif printed is not None:
            yield from _judge(cells, cell, printed, known, rule)


def _judge(cells: Cells, cell: Cell, printed: Decimal, parts: list[Decimal], rule: TotalRule) -> Iterator[Finding]:
    plain = sum(parts, Decimal(0))
    low, high = min(parts, default=Decimal(0)), max(parts, default=Decimal(0))
    if rule.kind == "between":
        if not low <= printed <= high:
            yield _off(cells, cell, printed, high if printed > high else low, Kind.AVERAGE)
    elif rule.kind == "additive":
        if printed != plain:
            yield _off(cells, cell, printed, plain, Kind.TOTAL)
    elif not high <= printed <= plain:
        # distinct persons: at least the largest part, at most the sum
        yield _off(cells, cell, printed, plain if printed > plain else high, Kind.TOTAL)
    elif rule.footnote:
        yield _explained(cells, cell, printed, plain, rule.footnote)


def _off(cells: Cells, cell: Cell, printed: Decimal, computed: Decimal, kind: Kind) -> Finding:
    nl, en = "niet de som van de delen", "not the sum of its parts"
    if kind is Kind.AVERAGE:
        nl, en = "buiten de gemiddelden van de delen", "outside the averages of its parts"
    return Finding(kind, Severity.CONTRADICTION, (cells.table.number,), cell, nl, en, printed, computed)


def _explained(cells: Cells, cell: Cell, printed: Decimal, plain: Decimal, mark: str) -> Finding:
    """Lower than the sum, as a footnote says; the footnote must be there, and is idle where the sum is equal."""
    note = footnote_text(cells.table, mark)
    if not note and printed != plain:
        return _off(cells, cell, printed, plain, Kind.TOTAL)
    nl, en = "lager dan de som, zoals de voetnoot zegt", "lower than the sum, as the footnote says"
    if printed == plain:
        nl, en = "gelijk aan de som, hoewel de voetnoot anders zegt", "equal to the sum, although the footnote differs"
    return Finding(
        Kind.TOTAL, Severity.EXPLAINED, (cells.table.number,), cell, nl, en, printed, plain, explained_by=note
    )


def _missing(cells: Cells, cell: Cell, nl: str, en: str) -> Finding:
    return Finding(Kind.MISSING, Severity.CONTRADICTION, (cells.table.number,), cell, nl, en)
