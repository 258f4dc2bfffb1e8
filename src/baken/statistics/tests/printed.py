"""Figure results made of the printed tables of 2019: believable numbers without a ledger."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from baken.figures import published
from baken.figures.definitions import FIGURES
from baken.figures.definitions.key_figures import KEY_FIGURES, TABLE
from baken.figures.model import TOTAL, Cell, Figure, FigureResult, Measure
from baken.figures.tabulate import tabulate

YEAR = 2019
KNOWN_AT = "2026-10-31T22:59:59Z"
SNAPSHOT = "4312:" + "9f2c0c5c1b7d4a0e" * 4
GROUPS = {"entitled": 0.62, "obliged": 0.34, "undetermined": 0.04}
"""How inflow, registrations and contracts are split where the printed report only drew a chart."""
LANGUAGES = 8
"""So many participants make a course in the averages of figure 26."""


@cache
def results() -> tuple[FigureResult, ...]:
    """Every figure of 2019; totals are sums of the printed parts."""
    found = tuple(_result(figure, YEAR, _rows(figure)) for figure in FIGURES.values())
    return (*found, _key_figures(found))


@cache
def before() -> tuple[FigureResult, ...]:
    """The figures of one year, for the year before: a twentieth less everywhere."""
    own = [figure for figure in FIGURES.values() if figure.years == 1]
    return tuple(_result(figure, YEAR - 1, _earlier(_rows(figure))) for figure in own)


def nothing(year: int) -> tuple[FigureResult, ...]:
    """Every figure of a year in which nothing happened."""
    return tuple(_result(figure, year, []) for figure in FIGURES.values())


def _result(figure: Figure, year: int, rows: Sequence[Mapping[str, Any]]) -> FigureResult:
    declared = figure.in_year(year)
    return FigureResult(declared, year, tabulate(declared, year, rows), KNOWN_AT, SNAPSHOT)


def _key_figures(found: Sequence[FigureResult]) -> FigureResult:
    """The key figures, as far as the figures found go back."""
    by_number = {result.figure.number: result for result in found}
    sums: dict[tuple[str, str, int], int] = {}
    for row in KEY_FIGURES:
        for cell in by_number[row.figure].cells:
            if row.takes(cell.dims):
                key = (row.section, row.indicator, cell.year)
                sums[key] = sums.get(key, 0) + int(cell.value or 0)
    cells = [
        Cell({"section": row.section, "indicator": row.indicator}, year, sums.get((row.section, row.indicator, year)))
        for year in range(YEAR - TABLE.years + 1, YEAR + 1)
        for row in KEY_FIGURES
    ]
    return FigureResult(TABLE.in_year(YEAR), YEAR, tuple(cells), KNOWN_AT, SNAPSHOT)


def _rows(figure: Figure) -> list[dict[str, Any]]:
    """The printed parts of a figure, as its expression would yield them."""
    return [row | {"value": int(row["value"] or 0)} | _ratio(figure, row) for row in _parts(figure)]


def _parts(figure: Figure) -> Iterator[dict[str, Any]]:
    names = [dimension.name for dimension in figure.dimensions]
    if figure.number in ("3", "6", "9"):
        yield from _split(FIGURES[str(int(figure.number) - 2)])
        return
    number = figure.number if figure.number in published.tables() and figure.number != "30" else figure.same_as
    distinct = figure.measure is Measure.PERSONS
    for row in published.table(str(number)):
        codes = {name: row.dims[name] for name in names}
        whole = all(code == TOTAL for code in codes.values())
        if not row.total or (distinct and whole):
            yield codes | {"year": row.year, "value": row.value}
            if number == "35" and "region" not in names:
                yield codes | {"year": row.year - 1, "value": (row.value or 0) * Decimal("0.9")}


def _split(figure: Figure) -> Iterator[dict[str, Any]]:
    for place, row in enumerate(row for row in _rows(figure) if row["year"] == YEAR):
        for group, part in GROUPS.items():
            tilt = 1 + (place - 2) / 20 * (1 if group == "obliged" else -0.5)
            yield row | {"target_group": group, "value": int(row["value"] * part * tilt)}


def _ratio(figure: Figure, row: Mapping[str, Any]) -> dict[str, int]:
    if figure.measure is not Measure.RATIO:
        return {}
    courses = 0 if row["value"] is None else LANGUAGES
    return {"numerator": int((row["value"] or 0) * courses), "denominator": courses}


def _earlier(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{**row, "year": row["year"] - 1, "value": int(row["value"] * 0.95)} for row in rows if row["year"] == YEAR]


def in_small(number: str, **changes: Any) -> FigureResult:
    """One figure's result with something changed."""
    return replace(next(result for result in results() if result.figure.number == number), **changes)
