import numpy as np
import pytest

from baken.demo.nt2_targets import (
    ADVICE,
    CIVIL,
    PRINTED_YEARS,
    REGIONS_OF,
    year_of_nt2,
    year_of_programme,
)
from baken.demo.places import FLEMISH, REGIONS
from baken.figures.published import key_figures, table


def key_figure(indicator: str, year: int) -> int:
    return next(int(k.value) for k in key_figures() if k.indicator == indicator and k.year == year)


def total(figure: str, **dims: str) -> int:
    return next(int(row.value) for row in table(figure) if row.year == 2019 and row.dims == dims)


@pytest.mark.parametrize("year", PRINTED_YEARS)
def test_unprinted_cells_add_up_to_the_key_figures(year):
    target = year_of_nt2(year)
    assert target.interviews[FLEMISH].sum() == key_figure("interviews", year)
    assert target.placement[0].sum() + target.civil_by_agency[0] == key_figure("tests", year)
    if year < 2019:
        assert target.civil_by_type.sum() == key_figure("certifying_language_tests", year)


def test_the_thirteen_tests_that_figure_31_counts_beyond_34_are_other_civil_tests():
    target = year_of_nt2(2019)
    assert target.civil_by_type[CIVIL.index("other_civil_test")] == 13
    assert target.civil_by_type.sum() == target.civil_by_agency.sum() == 9_004


def test_the_regions_outside_figure_32_take_what_its_column_totals_have_more():
    advice = year_of_nt2(2019).advice
    assert advice.sum(axis=0).tolist() == [total("32", advice=code, region="total") for code in ADVICE]


@pytest.mark.parametrize("year", PRINTED_YEARS)
@pytest.mark.parametrize("scale", [0.001, 0.1, 1.0, 3.0])
def test_a_year_can_happen(year, scale):
    target = year_of_nt2(year, scale)
    assert (target.interviews[:, 0] >= target.persons).all()
    assert target.in_several * 4 <= target.persons.sum()
    assert target.civil_by_agency.sum() == target.civil_by_type.sum()
    assert all((part >= 0).all() for part in (target.interviews, target.placement, target.advice, target.enrolments))
    if scale >= 0.1:
        assert (target.advice.sum(axis=1) <= target.persons).all()
        held = np.array([target.interviews[regions, 0].sum() for regions in REGIONS_OF])
        assert (target.placement.max(axis=1) <= held).all()


def test_a_year_of_the_programme_is_2019_in_proportion():
    half = year_of_programme(year_of_nt2(2019).persons // 2)
    assert abs(half.advice.sum() - year_of_nt2(2019).advice.sum() / 2) < len(REGIONS) * len(ADVICE)
    assert half.in_several == 0
    assert not half.everybody
