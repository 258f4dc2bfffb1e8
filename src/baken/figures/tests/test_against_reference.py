"""Figures over random caseloads equal an independent implementation, at every instant of knowledge."""

import os
from collections.abc import Callable
from datetime import datetime
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from baken.figures.compute import compute
from baken.figures.definitions import FIGURES
from baken.figures.model import TOTAL, FigureResult, Measure
from baken.figures.tests.caseloads import appends, homes, openings, record
from baken.figures.tests.reference import REFERENCE, World

ROUNDS = 150 if os.environ.get("BAKEN_SOAK") else 6


@settings(
    max_examples=ROUNDS, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(openings=openings, homes=homes, later=appends, choice=st.integers(0, 100))
def test_every_cell_at_every_instant(
    another_ledger: Callable[[], Any], openings: list, homes: list, later: list, choice: int
) -> None:
    with another_ledger():
        caseload = record([*openings, *homes], later)
        for number in {choice % (len(caseload.instants) + 1), len(caseload.instants)}:
            instant = caseload.instants[number - 1] if number else datetime.fromisoformat("2001-01-01T00:00:00Z")
            same(compute(2019, REFERENCE, known_at=instant), caseload.known_in(number))


def same(results: list[FigureResult], world: World) -> None:
    """Each cell that is no total equals the reference's; totals are sums, or counted persons."""
    for result in results:
        figure = result.figure
        expected = REFERENCE[figure.number](world)
        dims = [dimension.name for dimension in figure.dimensions]
        years = figure.shown(2019)
        cells = {(*(cell.dims[name] for name in dims), cell.year): cell for cell in result.cells}
        found = {key: amount(cell) for key, cell in cells.items() if not summed(figure, key)}
        known = {key: n for key, n in expected.items() if years.first <= key[-1] <= years.last}
        if figure.number == "30":
            known = {key: n for key, n in known.items() if key in cells}
        assert {key: n for key, n in found.items() if n} == known, f"figure {figure.number}"
        for key in cells:
            if summed(figure, key) and figure.measure is not Measure.RATIO:
                parts = [n for other, n in known.items() if under(other, key)]
                assert cells[key].value == sum(parts), f"figure {figure.number} {key}"


def amount(cell: Any) -> Any:
    """A cell's count, or the two counts of a ratio."""
    if cell.denominator is not None:
        return (cell.numerator, cell.denominator) if cell.denominator else 0
    return cell.value


def summed(figure: Any, key: tuple) -> bool:
    """Whether a cell is a total that is the sum of its parts."""
    return any(code == TOTAL and dim.additive is not False for code, dim in zip(key, figure.dimensions, strict=False))


def under(part: tuple, total: tuple) -> bool:
    """Whether a cell is a part of a total."""
    return all(mine in (code, TOTAL) for code, mine in zip(part, total, strict=True))


def test_every_figure_has_a_reference() -> None:
    assert set(REFERENCE) == {number for number, figure in FIGURES.items() if not figure.same_as} | {"30"}
