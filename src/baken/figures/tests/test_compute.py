"""Figures of a ledger small enough to count by hand; which years they show; what is refused."""

from datetime import date
from decimal import Decimal

import pytest

from baken.figures.compute import compute
from baken.figures.definitions import FIGURES
from baken.figures.model import Cell, FigureResult
from baken.foundation.errors import BadRequest
from baken.ledger.append import append
from baken.ledger.models import Append, Office
from baken.programme.facts import ContractEnded, ContractSigned, TargetGroupDetermined


def cell(results: list[FigureResult], number: str, year: int = 2019, **dims: str) -> Cell:
    """The one cell with these codes."""
    found = next(result for result in results if result.figure.number == number)
    (one,) = [cell for cell in found.cells if cell.year == year and cell.dims == dims]
    return one


def test_counted_by_hand(small_ledger: list[Append]) -> None:
    found = compute(2019)
    assert cell(found, "1", 2018, region="limburg").value == 1
    # Who moved on the very day lives where he moved to.
    assert cell(found, "1", region="limburg").value == cell(found, "1", region="antwerp_province").value == 1
    # The third person registered in Limburg; the second dossier's registration is not a first one.
    assert cell(found, "4", region="limburg").value == 2
    assert cell(found, "4", region="brussels").value == 0
    assert cell(found, "10", region="limburg", measure="first_contract_and_first_inflow_2019").share == 100
    assert cell(found, "10", region="total", measure="first_contract_and_first_inflow_2019").share == 50
    assert cell(found, "10", region="total", measure="first_inflow_2019").share is None
    assert cell(found, "11", region="limburg", target_group="undetermined").value == 1
    assert [cell(found, "28", region=region).value for region in ("limburg", "brussels", "total")] == [1, 1, 1]
    assert cell(found, "30", test_type="covaar").share == 67
    assert cell(found, "31", provider="agii", test_type="total").value == 2
    assert cell(found, "key-figures", section="nt2", indicator="tests").value == 2


def test_averages_come_from_whole_numbers_and_round_half_up(small_ledger: list[Append]) -> None:
    average = cell(compute(2019, ["26"]), "26", language="arabic", region="limburg")
    assert (average.value, average.numerator, average.denominator) == (Decimal("2.5"), 5, 2)
    assert cell(compute(2019, ["26"]), "26", language="total", region="brussels").value is None


def test_the_last_decision_of_the_year_counts(small_ledger: list[Append]) -> None:
    found = compute(2019, ["27"])
    assert [cell(found, "27", decision=code).value for code in ("passed", "failed", "total")] == [2, 1, 3]
    assert [cell(found, "27", decision=code).share for code in ("passed", "failed", "total")] == [67, 33, 100]


def test_what_ends_on_31_december_no_longer_holds_that_day(small_ledger: list[Append]) -> None:
    last, office = date(2019, 12, 31), Office.objects.get(code="hasselt")
    facts = [
        *(ContractSigned(dossier=n, occurred_on=day, office=office, contract=n) for n, day in ((2, last), (3, last))),
        ContractEnded(dossier=3, occurred_on=last, contract=3, reason="completed"),
        TargetGroupDetermined(dossier=2, occurred_on=date(2019, 1, 1), target_group="obliged"),
        TargetGroupDetermined(dossier=2, occurred_on=date(2019, 2, 1), target_group="entitled", until=last),
        TargetGroupDetermined(dossier=1, occurred_on=date(2020, 1, 1), target_group="entitled"),
    ]
    append(facts, by="test", source="test")
    running = {cell.dims["target_group"]: cell.value for cell in compute(2019, ["11"])[0].cells if cell.value}
    assert running == {"obliged": 2, "total": 2}


def test_known_at_gives_what_was_known_then(small_ledger: list[Append]) -> None:
    before, after = small_ledger
    then = compute(2019, ["4"], known_at=before.recorded_at)
    assert cell(then, "4", region="brussels").value == 1
    assert (then[0].snapshot, then[0].known_at[-1]) == (f"1:{before.digest}", "Z")
    now = compute(2019, ["4"])
    assert cell(now, "4", region="brussels").value == 0
    assert now[0].snapshot == f"2:{after.digest}"


@pytest.mark.parametrize("year", [2010, 2016, 2019, 2023, 2025])
def test_any_year_has_its_figures(small_ledger: list[Append], year: int) -> None:
    found = {result.figure.number: result for result in compute(year)}
    assert list(found) == [*FIGURES, "key-figures"]
    assert {cell.year for cell in found["4"].cells} == set(range(year - 4, year + 1))
    assert {cell.year for cell in found["27"].cells} == set(range(year - 2, year + 1))
    assert found["10"].cells[0].dims["measure"] == f"first_contract_and_first_inflow_{year}"
    assert str(year) in found["10"].figure.title_nl


def test_a_concept_is_not_shown_before_it_existed(small_ledger: list[Append]) -> None:
    shown = compute(2019, ["17"])[0]
    assert {cell.year for cell in shown.cells} == {2016, 2017, 2018, 2019}
    assert shown.figure.title_nl.endswith("2016–2019")
    assert any("2016" in note for note in shown.figure.footnotes_nl)
    assert any("2022" in note for note in compute(2023, ["17"])[0].figure.footnotes_nl)
    assert not any("2022" in note for note in shown.figure.footnotes_nl)


def test_what_is_ours_is_said(small_ledger: list[Append]) -> None:
    ours = {
        number
        for number, figure in FIGURES.items()
        if any("keuze van dit rapport" in note for note in figure.footnotes_nl)
    }
    assert {"1", "4", "7", "11", "18", "26", "27", "35"} <= ours


@pytest.mark.parametrize("asked", [{"numbers": ["99"]}, {"numbers": ["x"]}, {"engine": "abacus"}])
def test_what_does_not_exist_is_refused_with_what_does(small_ledger: list[Append], asked: dict) -> None:
    with pytest.raises(BadRequest, match=r"Er zijn de figuren 1, 2|Kies duckdb"):
        compute(2019, **asked)


def test_a_few_figures_are_the_same_as_among_all(small_ledger: list[Append]) -> None:
    every = {result.figure.number: result.cells for result in compute(2019)}
    for number in ("3", "9", "24", "30", "36", "key-figures"):
        (alone,) = compute(2019, [number])
        assert alone.cells == every[number]
