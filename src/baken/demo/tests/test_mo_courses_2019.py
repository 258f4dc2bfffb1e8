"""The courses of 2019 make the printed tables true, cell by cell."""

from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

import pytest

from baken.demo import mo_courses_2019 as module
from baken.demo.mo_courses_2019 import NoSuchCourses, mo_courses_2019
from baken.figures.published import table


def _average(parts: int, whole: int) -> Decimal:
    return (Decimal(parts) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


@pytest.fixture(scope="module")
def plan():
    return mo_courses_2019()


def test_every_printed_average_comes_out(plan):
    by_region: dict[str, Counter[str]] = {}
    for (_, region), (courses, participations) in plan.items():
        by_region.setdefault(region, Counter()).update(courses=courses, participations=participations)
    for row in table("26"):
        language, region = row.dims["language"], row.dims["region"]
        if language == "total":
            sums = by_region[region]
            assert _average(sums["participations"], sums["courses"]) == row.value
        elif row.value is None:
            assert (language, region) not in plan
        else:
            courses, participations = plan[language, region]
            assert _average(participations, courses) == row.value


def test_courses_and_starters_fit(plan):
    for row in table("22"):
        if row.year == 2019 and not row.total:
            assert sum(n for (_, region), (n, _) in plan.items() if region == row.dims["region"]) == row.value
    for row in table("25"):
        if not row.total and row.value:
            assert plan[row.dims["language"], row.dims["region"]][1] >= row.value
    for row in table("23"):
        if row.year == 2019 and not row.total:
            assert sum(n for (lang, _), (n, _) in plan.items() if lang == row.dims["language"]) >= (row.value or 0)


def test_same_seed_same_plan(plan):
    assert mo_courses_2019() == plan


def test_contradicting_tables_are_refused(monkeypatch):
    averages = module._averages() | {("total", "limburg"): Decimal("19.0")}
    monkeypatch.setattr(module, "_averages", lambda: averages)
    with pytest.raises(NoSuchCourses):
        mo_courses_2019()
