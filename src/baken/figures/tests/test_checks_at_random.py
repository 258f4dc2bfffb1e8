"""The checks on tables made at random: consistent ones give nothing, a changed cell gives a finding."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from baken.figures.checks import Finding, Kind, check_publication
from baken.figures.checks.averages import Average, possible
from baken.figures.checks.rules import Declarations, FigureRules, TotalRule
from baken.figures.published.reader import Publication, Row, Table

CODES = st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=4, unique=True)


@st.composite
def consistent(draw: Callable[..., object]) -> Table:
    """Two dimensions with totals, some years; every total the sum of its parts."""
    rows, columns = draw(CODES), draw(CODES)
    years = draw(st.lists(st.integers(2015, 2026), min_size=1, max_size=3, unique=True))
    cells = []
    for year in years:
        values = {(r, c): draw(st.integers(0, 5000)) for r in rows for c in columns}
        for r in [*rows, "total"]:
            for c in [*columns, "total"]:
                value = sum(v for (x, y), v in values.items() if r in (x, "total") and c in (y, "total"))
                cells.append(Row({"region": r, "kind": c}, year, Decimal(value), None, "total" in (r, c)))
    return Table("1", "figure-01.csv", ("region", "kind"), tuple(cells), {"number": 1, "cells": len(cells)})


@given(consistent())
@settings(max_examples=60, deadline=None)
def test_consistent_tables_give_no_finding(made: Table):
    assert check_publication(Publication({"1": made}), Declarations()) == []


@given(consistent(), st.data())
@settings(max_examples=100, deadline=None)
def test_any_single_changed_cell_gives_one(made: Table, data):
    position = data.draw(st.integers(0, len(made.rows) - 1))
    row = made.rows[position]
    other = data.draw(st.integers(0, 5000).filter(lambda value: value != row.value))
    rows = [*made.rows[:position], replace(row, value=Decimal(other)), *made.rows[position + 1 :]]
    found = check_publication(Publication({"1": replace(made, rows=tuple(rows))}), Declarations())
    assert found
    assert {finding.kind for finding in found} == {Kind.TOTAL}
    assert all(finding.cell["year"] == row.year for finding in found)


@given(st.lists(st.integers(0, 9999), min_size=1, max_size=12), st.integers(0, 2))
@settings(max_examples=100, deadline=None)
def test_rightly_rounded_shares_give_no_finding(counts: list[int], decimals: int):
    whole = sum(counts)
    names = [f"k{position}" for position in range(len(counts))]
    rows = [
        Row({"kind": name}, 2019, Decimal(count), _share(count, whole, decimals), name == "total")
        for name, count in [*zip(names, counts, strict=True), ("total", whole)]
    ]
    made = Table("1", "figure-01.csv", ("kind",), tuple(rows), {"number": 1})
    found = check_publication(Publication({"1": made}), Declarations())
    assert found == []


def _share(count: int, whole: int, decimals: int) -> Decimal | None:
    return None if not whole else (Decimal(2000 * count * 10**decimals + 10 * whole) // (20 * whole)) / 10**decimals


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(1, 700)), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_averages_of_real_whole_numbers_are_possible(groups: list[tuple[int, int]]):
    def average(parts: int, whole: int) -> Decimal:
        return Decimal((20 * parts + whole) // (2 * whole)) / 10

    courses, people = (sum(each) for each in zip(*groups, strict=True))
    averages = [Average(average(parts, whole), parts) for whole, parts in groups]
    assert possible(averages, courses, average(people, courses))
    assert not possible(averages, len(groups) - 1)


def test_distinct_totals_stay_between_the_largest_part_and_the_sum():
    def found(total: int) -> list[Finding]:
        values = {"a": 10, "b": 7, "total": total}
        rows = tuple(Row({"region": k}, 2019, Decimal(v), None, k == "total") for k, v in values.items())
        rules = {"1": FigureRules(totals={"region": TotalRule("distinct")})}
        table = Table("1", "figure-01.csv", ("region",), rows, {"number": 1})
        return check_publication(Publication({"1": table}), Declarations(rules))

    assert [bool(found(total)) for total in (9, 10, 14, 17, 18)] == [True, False, False, False, True]
