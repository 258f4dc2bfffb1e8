"""How many MO courses and participations per language and region in 2019 make the printed tables true together.

Figuur 26 prints averages only. Whole numbers of courses and participations are sought that give every printed
average (one decimal, half up), the courses of Figuur 22, at least the first starters of Figuur 25, the averages of
Figuur 26's last row, and at least as many courses as Figuur 23 gives an interpreter.
"""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _
from ortools.sat.python import cp_model

from baken.figures.checks.averages import prints_as
from baken.figures.published import table
from baken.foundation.errors import BakenError

YEAR = 2019
TOTAL = "total"
Cell = tuple[str, str]


class NoSuchCourses(BakenError):
    """The printed tables cannot be true together."""

    code = "no_such_courses"


def mo_courses_2019(seed: int = 1) -> dict[Cell, tuple[int, int]]:
    """{(language, region): (courses started, participations started)} for each printed average of 2019.

    Among all solutions one is taken whose repeated participations (beyond the first starters) are spread most evenly.
    The same seed gives the same answer. Raises NoSuchCourses when the tables contradict each other.
    """
    starters, averages = _starters(), _averages()
    courses_of = {row.dims["region"]: int(row.value or 0) for row in table("22") if row.year == YEAR and not row.total}
    model = cp_model.CpModel()
    courses: dict[Cell, cp_model.IntVar] = {}
    participations: dict[Cell, cp_model.IntVar] = {}
    for cell, average in averages.items():
        language, region = cell
        if language != TOTAL:
            most = courses_of[region]
            courses[cell] = model.new_int_var(1, most, f"courses {cell}")
            participations[cell] = model.new_int_var(starters[cell], most * 100, f"participations {cell}")
            prints_as(model, participations[cell], courses[cell], average)
    for region, count in courses_of.items():
        here = [cell for cell in courses if cell[1] == region]
        model.add(sum(courses[cell] for cell in here) == count)
        prints_as(model, sum(participations[cell] for cell in here), count, averages[TOTAL, region])
    _interpreters(model, courses)
    model.minimize(_unevenness(model, starters, averages, participations, courses_of))
    return _solved(model, courses, participations, seed)


def _starters() -> dict[Cell, int]:
    return {(row.dims["language"], row.dims["region"]): int(row.value or 0) for row in table("25")}


def _averages() -> dict[Cell, Decimal]:
    cells = {(row.dims["language"], row.dims["region"]): row.value for row in table("26")}
    return {cell: average for cell, average in cells.items() if average is not None}


def _interpreters(model: cp_model.CpModel, courses: dict[Cell, cp_model.IntVar]) -> None:
    for row in table("23"):
        if row.year == YEAR and not row.total and row.value:
            model.add(sum(_in_language(courses, row.dims["language"])) >= int(row.value))


def _in_language(courses: dict[Cell, cp_model.IntVar], language: str) -> Iterable[cp_model.IntVar]:
    return [count for cell, count in courses.items() if cell[0] == language]


def _unevenness(
    model: cp_model.CpModel,
    starters: dict[Cell, int],
    averages: dict[Cell, Decimal],
    participations: dict[Cell, cp_model.IntVar],
    courses_of: dict[str, int],
) -> cp_model.LinearExpr:
    """Sum over the cells of |participations - starters x the region's participations per starter|."""
    distances = []
    for cell, count in participations.items():
        region = cell[1]
        per_starter = averages[TOTAL, region] * courses_of[region] / starters[TOTAL, region]
        distance = model.new_int_var(0, 100_000, "")
        model.add_abs_equality(distance, count - round(starters[cell] * per_starter))
        distances.append(distance)
    return cp_model.LinearExpr.sum(distances)


def _solved(
    model: cp_model.CpModel,
    courses: dict[Cell, cp_model.IntVar],
    participations: dict[Cell, cp_model.IntVar],
    seed: int,
) -> dict[Cell, tuple[int, int]]:
    solver = cp_model.CpSolver()
    # one worker and a limit in work, not in seconds: the same answer on every machine
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = 20
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        raise NoSuchCourses(_("Geen aantallen MO-cursussen maken Figuur 22 tot 26 van 2019 samen waar."))
    return {cell: (solver.value(courses[cell]), solver.value(participations[cell])) for cell in courses}
