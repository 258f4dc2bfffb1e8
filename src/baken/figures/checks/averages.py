"""Whether printed averages can come from whole numbers at all; CP-SAT decides."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ortools.sat.python import cp_model

from baken.figures.checks.cells import Cells, Tables
from baken.figures.checks.finding import Finding, Kind, Severity, at
from baken.figures.published.reader import TOTAL

MOST_PER_ONE = 1000
# beyond these the solver's whole numbers overflow; the table's other checks speak there
MOST, FINEST = 10**9, 4


@dataclass(frozen=True, slots=True)
class Average:
    """A printed average, and the least its numerator can be (the first starters among the participants)."""

    printed: Decimal
    at_least: int = 0


def prints_as(
    model: cp_model.CpModel, parts: cp_model.LinearExprT, whole: cp_model.LinearExprT, printed: Decimal
) -> tuple[cp_model.Constraint, cp_model.Constraint]:
    """parts / whole rounds half up to `printed`: (printed - half) * whole <= parts < (printed + half) * whole."""
    scale = 10 ** max(0, -int(printed.as_tuple().exponent))
    units = int(printed * scale)
    return (
        model.add(2 * scale * parts >= (2 * units - 1) * whole),
        model.add(2 * scale * parts < (2 * units + 1) * whole),
    )


def possible(averages: Sequence[Average], whole: int, overall: Decimal | None = None) -> bool:
    """Whether whole numbers exist that print as these averages.

    The denominators, each at least 1, add up to `whole`; the sum of the numerators over `whole` prints as `overall`.
    """
    if whole > MOST or any(_too_fine(one.printed) or one.at_least > MOST for one in averages):
        return True
    model = cp_model.CpModel()
    counts, sums = [], []
    for average in averages:
        count = model.new_int_var(1, max(whole, 1), "")
        parts = model.new_int_var(average.at_least, max(whole, average.at_least, 1) * MOST_PER_ONE, "")
        prints_as(model, parts, count, average.printed)
        counts.append(count)
        sums.append(parts)
    model.add(sum(counts) == whole)
    if overall is not None:
        prints_as(model, sum(sums), whole, overall)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = 20
    return solver.solve(model) != cp_model.INFEASIBLE


def _too_fine(number: Decimal) -> bool:
    return number > MOST or -int(number.as_tuple().exponent) > FINEST


def check_averages(cells: Cells, tables: Tables) -> Iterator[Finding]:
    """For each year and each code beside the averaged dimension: can its averages be true together?"""
    rule = cells.rules.averages
    if rule is None or not tables.knows(rule.whole) or rule.over not in cells.dimensions:
        return
    wholes = tables.values(rule.whole)
    for year, others in cells.others(rule.over):
        whole = wholes.get((year, tuple(others[d] for d in rule.whole.by)))
        averages = list(_averages(cells, tables, year, others))
        overall = cells.value(year, {**others, rule.over: TOTAL})
        if whole is not None and averages and not possible(averages, int(whole), overall):
            nl = "geen gehele aantallen geven deze gemiddelden samen"
            en = "no whole numbers give these averages together"
            numbers = (cells.table.number, rule.whole.figure, rule.at_least)
            cell = at(others, year)
            yield Finding(Kind.AVERAGE, Severity.CONTRADICTION, tuple(filter(None, numbers)), cell, nl, en, overall)


def _averages(cells: Cells, tables: Tables, year: int, others: Mapping[str, str]) -> Iterator[Average]:
    rule = cells.rules.averages
    assert rule is not None  # noqa: S101 - the caller has looked
    least = tables.cells.get(rule.at_least)
    for code in cells.parts(rule.over):
        codes = {**others, rule.over: code}
        printed = cells.value(year, codes)
        if printed is not None:
            yield Average(printed, int((least.value(year, codes) if least else None) or 0))
