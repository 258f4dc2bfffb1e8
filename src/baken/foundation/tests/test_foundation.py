"""Clock, code lists and identifiers."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.foundation import clock
from baken.foundation.codelists import codelist, codelist_names
from baken.foundation.identifiers import national_number_fault, read_shown_number, shown_number


def test_a_bare_date_means_the_end_of_that_day_in_brussels() -> None:
    assert clock.parse_instant("2019-12-31") == datetime(2019, 12, 31, 22, 59, 59, 999999, UTC)
    assert clock.parse_instant("2019-07-01") == datetime(2019, 7, 1, 21, 59, 59, 999999, UTC)
    assert clock.parse_instant("2019-07-01T12:00:00+02:00") == datetime(2019, 7, 1, 10, 0, tzinfo=UTC)
    with pytest.raises(ValueError, match="month"):
        clock.parse_instant("2019-13-01")


def test_the_demo_lives_on_its_own_day() -> None:
    clock.live_on(date(2026, 10, 31))
    try:
        assert clock.today() == date(2026, 10, 31)
    finally:
        clock.live_on(None)


@pytest.mark.parametrize("name", codelist_names())
def test_every_code_has_both_names_and_every_list_a_source(name: str) -> None:
    rows = list(codelist(name))
    assert rows or name == "unpublished"
    assert all(row.code and row.nl and row.en for row in rows)
    assert name in codelist_sources()


def codelist_sources() -> set[str]:
    import csv

    from baken.foundation.codelists import FOLDER

    with (FOLDER / "index.csv").open(encoding="utf-8") as file:
        return {row["list"] for row in csv.DictReader(file) if row["source"] and row["licence"]}


def test_municipalities_before_and_after_the_mergers_of_2025() -> None:
    rows = list(codelist("municipality"))
    flemish = lambda day: sum(  # noqa: E731
        row.valid_on(day) and row.extra["region"] not in ("brussels", "wallonia") for row in rows
    )
    assert sum(row.valid_on(date(2024, 12, 31)) for row in rows) == 581
    assert sum(row.valid_on(date(2025, 1, 1)) for row in rows) == 565
    assert (flemish(date(2024, 12, 31)), flemish(date(2025, 1, 1))) == (300, 285)
    gone = [row for row in rows if row.valid_to]
    assert all(codelist("municipality")[row.extra["merged_into"]].valid_on(date(2025, 1, 1)) for row in gone)


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("85073003328", None),
        ("85073003329", "do not fit"),
        ("85173003301", "birth date"),
        ("8507300332", "11 digits"),
        ("90722600260", None),
        ("90722600261", "do not fit"),
    ],
)
def test_national_numbers(number: str, fault: str | None) -> None:
    found = national_number_fault(number, allow_test=True)
    assert (found is None) if fault is None else found is not None and fault in found[1] and found[0] != found[1]


def test_a_test_number_is_refused_outside_demo_and_test() -> None:
    assert "only accepted" in str(national_number_fault("90722600260", allow_test=False))


@given(st.integers(0, 10**12))
def test_shown_numbers_come_back(number: int) -> None:
    assert read_shown_number(shown_number("D", number)) == ("D", number)


@given(st.integers(10**8, 10**9 - 1), st.integers(1, 8), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(number: int, place: int, shift: int) -> None:
    digits = list(str(number))
    right = shown_number("D", int("".join(digits)))
    digits[place] = str((int(digits[place]) + shift) % 10)
    with pytest.raises(ValueError, match="check digit"):
        read_shown_number(f"D-{int(''.join(digits))}-{right[-1]}")
