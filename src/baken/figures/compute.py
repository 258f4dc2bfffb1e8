"""Compute figures: one snapshot, one engine, every figure asked."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _

from baken.figures.definitions import FIGURES, figure
from baken.figures.definitions.key_figures import KEY_FIGURES, NUMBER, TABLE, KeyFigure
from baken.figures.engines import open_engine
from baken.figures.model import Cell, Figure, FigureResult, Years
from baken.figures.snapshot import Snapshot, take
from baken.figures.tabulate import tabulate
from baken.foundation.errors import BadRequest

Rows = Mapping[str, list[dict[str, Any]]]
"""What the expressions yielded, by figure number."""


def compute(
    year: int,
    numbers: Iterable[str] | None = None,
    *,
    known_at: datetime | None = None,
    engine: str = "duckdb",
    snapshot: Snapshot | None = None,
) -> list[FigureResult]:
    """The figures of a year in the order of the report, the key figures last.

    numbers: which figures ("4", "key-figures"); all when left out. known_at: the instant of knowledge (now when left
    out); snapshot: one taken before, instead. Raises BadRequest when a number or the engine does not exist.
    """
    asked = _asked(numbers)
    if not 1900 <= year <= 9998:
        raise BadRequest(_("%(year)s is geen jaar waarvoor er cijfers zijn.") % {"year": year})
    snapshot = snapshot or take(known_at)
    counted = _counted(asked)
    # One range of years for all, so that what figures share is made once.
    years = Years(min((one.shown(year).first for one in counted), default=year), year)
    with open_engine(engine, snapshot, years) as opened:
        rows = {number: opened.count(figure(number)) for number in {one.same_as or one.number for one in counted}}
    return [_result(number, year, rows, snapshot) for number in asked]


def instant_text(instant: datetime) -> str:
    """An instant as ISO 8601 in UTC: `2019-12-31T22:59:59.999999Z`."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _asked(numbers: Iterable[str] | None) -> list[str]:
    """The numbers asked, in the order of the report."""
    order = [*FIGURES, NUMBER]
    if numbers is None:
        return order
    known = {number if number == NUMBER else figure(number).number for number in numbers}
    return [number for number in order if number in known]


def _counted(asked: Iterable[str]) -> list[Figure]:
    """The figures that must be counted, with as many years as they show."""
    behind = [_behind(row) for row in KEY_FIGURES] if NUMBER in asked else []
    return [figure(number) for number in asked if number != NUMBER] + behind


def _behind(row: KeyFigure) -> Figure:
    """The figure behind a row of the key figures, over as many years as these show."""
    return replace(figure(row.figure), years=TABLE.years)


def _result(number: str, year: int, rows: Rows, snapshot: Snapshot) -> FigureResult:
    if number == NUMBER:
        printed, cells = TABLE.in_year(year), tuple(_key_cells(year, rows))
    else:
        printed = figure(number).in_year(year)
        cells = tabulate(printed, year, rows[printed.same_as or number])
    return FigureResult(printed, year, cells, instant_text(snapshot.known_at), snapshot.name)


def _key_cells(year: int, rows: Rows) -> Iterable[Cell]:
    tables = {row.figure: tabulate(_behind(row), year, rows[row.figure]) for row in KEY_FIGURES}
    for shown in range(year - TABLE.years + 1, year + 1):
        for row in KEY_FIGURES:
            cells = [cell for cell in tables[row.figure] if cell.year == shown and row.takes(cell.dims)]
            dims = {"section": row.section, "indicator": row.indicator}
            yield Cell(dims, shown, sum(int(cell.value or 0) for cell in cells))
