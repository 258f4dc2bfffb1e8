"""Our cells beside the published ones: equal, known contradictions of the publication, and real differences."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command

from baken.figures import published
from baken.figures.compare import Comparison, compare
from baken.figures.definitions import FIGURES, figure
from baken.figures.definitions.key_figures import KEY_FIGURES, NUMBER, TABLE
from baken.figures.model import TOTAL, Cell, FigureResult, Measure
from baken.figures.tabulate import tabulate
from baken.ledger.models import Append


def as_printed(number: str) -> FigureResult:
    """A figure whose parts are the printed ones; its totals are sums, but those of distinct persons as printed."""
    printed = figure(number).in_year(2019)
    rows = []
    for row in published.table(number):
        if not row.total or any(dim.additive is False for dim in printed.dimensions):
            rows.append({**row.dims, "year": row.year, "value": int(row.value or 0)})
    return FigureResult(printed, 2019, tabulate(printed, 2019, rows), "2020-01-01T00:00:00Z", "1:x")


def key_figures(changed: dict[str, int] | None = None) -> FigureResult:
    """The key figures as printed, but for those changed (in 2019)."""
    known = {row.indicator for row in KEY_FIGURES}
    cells = tuple(
        Cell({"section": fact.section, "indicator": fact.indicator}, fact.year, int(fact.value))
        for fact in published.key_figures()
        if fact.indicator in known and fact.value is not None
    )
    cells = tuple(replace(cell, value=(changed or {}).get(cell.dims["indicator"], cell.value)) for cell in cells)
    return FigureResult(TABLE.in_year(2019), 2019, cells, "", "")


def against(*results: FigureResult) -> Comparison:
    return compare(results, published.publication())


COUNTED = [
    number
    for number, declared in FIGURES.items()
    if number in published.tables() and declared.measure is not Measure.RATIO and number != "30"
]


def test_the_printed_parts_make_only_the_known_contradictions() -> None:
    found = against(*map(as_printed, COUNTED))
    assert found.real == []
    known = {(one.figure, *one.codes, one.year) for one in found.known}
    assert {("4", TOTAL, 2015), ("7", TOTAL, 2016), ("29", TOTAL, "nt2_interview", 2019)} <= known
    assert sum(one.figure == "32" for one in found.known) == 6
    printed = sum(row.value is not None for number in COUNTED for row in published.table(number))
    assert found.equal == printed - len(known)


def test_a_civil_test_more_stands_in_a_row_of_ours() -> None:
    ours = as_printed("34")
    extra = Cell({"test_type": "other_civil_test"}, 2019, 13)
    total = {"test_type": TOTAL}
    cells = tuple(
        replace(cell, value=9004) if cell.dims == total and cell.year == 2019 else cell for cell in ours.cells
    )
    found = against(replace(ours, cells=(*cells, extra)))
    assert found.real == []
    assert {(one.codes, one.printed, one.ours) for one in found.known} == {
        (("other_civil_test",), "-", "13"),
        ((TOTAL,), "8991", "9004"),
    }


@pytest.mark.parametrize(
    ("number", "codes", "ours"),
    [
        ("4", ("limburg",), 2790),
        ("4", (TOTAL,), 18403),
        ("28", (TOTAL,), 80451),
        ("16", ("brussels",), 3),
        ("21", ("limburg", "undetermined"), 1),
    ],
)
def test_another_number_is_a_real_difference(number: str, codes: tuple[str, ...], ours: int) -> None:
    result = as_printed(number)
    changed = tuple(
        replace(cell, value=ours) if (tuple(cell.dims.values()), cell.year) == (codes, 2019) else cell
        for cell in result.cells
    )
    if number == "16":
        changed = tuple(replace(c, value=ours) if tuple(c.dims.values()) == codes else c for c in result.cells)
    found = against(replace(result, cells=changed))
    assert (codes, str(ours)) in {(one.codes, one.ours) for one in found.real}


def test_another_share_is_a_real_difference() -> None:
    result = as_printed("27")
    cells = (replace(result.cells[0], share=Decimal(3)), *result.cells[1:])
    (difference,) = against(replace(result, cells=cells)).real
    assert (difference.printed, difference.ours) == ("2", "3")


def test_a_key_figure_is_explained_by_the_table_behind_it() -> None:
    assert against(key_figures()).real == []
    other = against(as_printed("4"), key_figures({"first_registrations": 18403}))
    assert {(one.figure, one.codes) for one in other.real} == {(NUMBER, ("first_registrations",))}
    table = against(as_printed("4"), key_figures({"first_registrations": 17832}))
    assert "in figuur 4 staat 17.832" in {one.why for one in table.known if one.year == 2017}


def test_a_key_figure_without_a_table_stands_apart() -> None:
    cells = tuple(
        replace(cell, value=1) if (cell.dims["indicator"], cell.year) == ("interviews", 2015) else cell
        for cell in key_figures().cells
    )
    found = against(replace(key_figures(), cells=cells))
    assert [(one.codes, one.year) for one in found.apart] == [(("interviews",), 2015)]
    assert found.real == []


def test_the_command_fails_on_real_differences(small_ledger: list[Append], capsys: Any) -> None:
    with pytest.raises(SystemExit) as ended:
        call_command("compare", "--year", "2019")
    assert ended.value.code == 1
    said = capsys.readouterr().out
    assert "cellen gelijk in 28 figuren en de kerncijfers" in said
    assert "1: antwerp_province, 2015: gedrukt 6.571, van ons 0" in said
