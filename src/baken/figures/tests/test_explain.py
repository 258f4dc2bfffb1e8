"""What a cell counts can be listed: exactly as many facts as it says, and never a name."""

import logging

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from baken.figures.compute import compute
from baken.figures.definitions import FIGURES
from baken.figures.definitions.key_figures import KEY_FIGURES
from baken.figures.explain import explain
from baken.figures.model import Measure
from baken.figures.tests.caseloads import appends, homes, openings, record
from baken.foundation.errors import BadRequest
from baken.ledger.models import Append


@settings(max_examples=3, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(openings=openings, homes=homes, later=appends, data=st.data())
def test_every_cell_lists_as_many_as_it_says(another_ledger, openings, homes, later, data) -> None:
    with another_ledger():
        record([*openings, *homes], later)
        cells = [(one.figure.number, cell) for one in compute(2019, FIGURES) for cell in one.cells if cell.value]
        for number, cell in data.draw(st.lists(st.sampled_from(cells), max_size=4)) if cells else []:
            found = explain(number, {**cell.dims, "year": str(cell.year)}, by="test")
            expected = cell.numerator + cell.denominator if cell.denominator is not None else cell.value
            assert (found.cell.value, len(found.counted)) == (cell.value, expected), (number, cell)
            assert len({counted.fact for counted in found.counted}) == expected


def test_it_says_which(small_ledger: list[Append]) -> None:
    found = explain("4", {"region": "limburg", "year": "2019"}, by="test")
    assert [(one.subject, str(one.day), one.office, one.append) for one in found.counted] == [
        (2, "2019-03-01", "hasselt", 1),
        (3, "2019-03-01", "hasselt", 2),
    ]
    assert {one.fact_type for one in found.counted} == {"programme.registered"}


def test_a_person_is_listed_once(small_ledger: list[Append]) -> None:
    found = explain("28", {"region": "brussels", "year": "2019"}, by="test")
    assert (found.figure.measure, found.cell.value, len(found.counted)) == (Measure.PERSONS, 1, 1)
    assert found.counted[0].subject == 3


def test_an_average_lists_participations_and_courses(small_ledger: list[Append]) -> None:
    found = explain("26", {"region": "limburg", "language": "arabic", "year": "2019"}, by="test")
    kinds = [one.fact_type for one in found.counted]
    assert (kinds.count("orientation.course_joined"), kinds.count("orientation.course_started")) == (5, 2)
    assert all(one.of_course for one in found.counted if one.fact_type == "orientation.course_started")


def test_a_dimension_left_out_is_its_total(small_ledger: list[Append]) -> None:
    assert explain("4", {"year": "2019"}, by="test").cell.value == 2


def test_known_at_then(small_ledger: list[Append]) -> None:
    cell = {"region": "brussels", "year": "2019"}
    assert len(explain("4", cell, by="test", known_at=small_ledger[0].recorded_at).counted) == 1
    assert len(explain("4", cell, by="test").counted) == 0


@pytest.mark.parametrize(
    ("number", "cell", "way_out"),
    [
        ("4", {"region": "limbourg", "year": "2019"}, "antwerp_province, brussels, limburg"),
        ("4", {"colour": "blue", "year": "2019"}, "region: antwerp_province"),
        ("4", {"region": "limburg"}, "year=2019"),
        ("10", {"region": "limburg", "year": "2019"}, "first_inflow_2019"),
        ("99", {"year": "2019"}, "Er zijn de figuren"),
        ("key-figures", {"year": "2019"}, f"{KEY_FIGURES[0].indicator}: 4"),
    ],
)
def test_a_wrong_cell_is_answered_with_what_is_allowed(
    small_ledger: list[Append], number: str, cell: dict[str, str], way_out: str
) -> None:
    with pytest.raises(BadRequest, match=way_out):
        explain(number, cell, by="test")


def test_reading_is_logged_without_what_was_read(small_ledger: list[Append], caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "baken.audit"):
        explain("4", {"region": "limburg", "year": "2019"}, by="a-reader")
    (line,) = [record.getMessage() for record in caplog.records if "figure.read" in record.getMessage()]
    assert "a-reader" in line
    assert "limburg" in line
