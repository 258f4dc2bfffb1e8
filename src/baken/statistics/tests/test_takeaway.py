"""The sentences: they follow the numbers, and say of how many they speak."""

from dataclasses import replace
from decimal import Decimal

import pytest

from baken.figures.model import TOTAL, Cell, FigureResult
from baken.statistics.report.growth import growth
from baken.statistics.report.takeaway import takeaways
from baken.statistics.report.view import view
from baken.statistics.report.wording import words
from baken.statistics.tests import printed


def series(**regions: tuple[int, int]) -> FigureResult:
    """Figure 4 with these numbers of 2018 and 2019."""
    numbers = {**regions, TOTAL: tuple(map(sum, zip(*regions.values(), strict=True)))}
    cells = [
        Cell({"region": region}, 2018 + place, pair[place], region == TOTAL)
        for place in (0, 1)
        for region, pair in numbers.items()
    ]
    return printed.in_small("4", cells=tuple(cells))


def said(result: FigureResult, language: str = "nl", before: FigureResult | None = None) -> list[str]:
    return list(takeaways(view(result, before), words(language)))


def test_growth_and_the_regions_that_moved_most() -> None:
    found = said(series(limburg=(100, 118), brussels=(200, 176), west_flanders=(100, 110)))
    assert found[0] == "Het aantal eerste aanmeldingen steeg met 1,0% tot 404 (2018: 400)."
    assert found[1] == (
        "Van de drie regio's is de sterkste groei die van Limburg (+18,0%) en de sterkste daling die van Brussel "
        "(−12,0%)."
    )
    assert found[2].startswith(
        "Van de drie regio's is het hoogste aantal dat van Brussel (176; 43,6% van het totaal) en het laagste dat van "
    )


def test_all_that_tie_are_named() -> None:
    """To name one of two equals as the lowest would be untrue."""
    tied = series(limburg=(9, 9), brussels=(9, 5), west_flanders=(9, 5), east_flanders=(9, 9), flemish_brabant=(9, 9))
    assert said(tied)[-1] == (
        "Van de vijf regio's is het hoogste aantal dat van Limburg, Oost-Vlaanderen en Vlaams-Brabant (elk 9; 24,3% "
        "van het totaal) en het laagste dat van Brussel en West-Vlaanderen (elk 5; 13,5% van het totaal)."
    )
    assert said(tied, "en")[-1].endswith("the lowest that of Brussels and West Flanders (5; 13.5% of the total each).")


def test_many_that_tie_are_counted_and_a_zero_has_no_share() -> None:
    zeros = dict.fromkeys(("limburg", "west_flanders", "east_flanders", "flemish_brabant"), (3, 0))
    assert said(series(brussels=(3, 4), **zeros))[-1].endswith("en het laagste dat van vier regio's (elk 0).")
    assert said(series(brussels=(3, 4), limburg=(3, 0), west_flanders=(3, 1)))[-1].endswith("dat van Limburg (0).")


def test_where_all_are_equal_there_is_nothing_to_name() -> None:
    assert len(said(series(limburg=(50, 60), brussels=(50, 60), west_flanders=(50, 60)))) == 1


def test_all_up_all_down_and_flat() -> None:
    assert (
        "Alle drie regio's groeiden" in said(series(limburg=(100, 118), brussels=(200, 210), west_flanders=(90, 99)))[1]
    )
    assert (
        "Alle drie regio's daalden" in said(series(limburg=(100, 90), brussels=(200, 110), west_flanders=(90, 80)))[1]
    )
    assert "nagenoeg gelijk" in said(series(limburg=(2000, 2000), brussels=(3000, 3001)))[0]


def test_too_few_to_compare_are_left_out_and_it_is_said() -> None:
    found = said(series(limburg=(100, 118), brussels=(200, 176), west_flanders=(100, 110), east_flanders=(2, 9)))
    assert "Van de drie vergelijkbare regio's" in found[1]
    assert growth(9, 2) is None and growth(30, 20) == 50 and growth(30, None) is None


def test_a_total_of_distinct_persons_is_explained() -> None:
    found = said(printed.in_small("28"))
    assert found[-1].startswith(
        "Het totaal telt elke persoon één keer; de som van de delen is 80.451. Dat is 2.516 meer, omdat"
    )


def test_shares_name_the_rows_where_they_are_largest_and_smallest() -> None:
    found = said(printed.in_small("11"), "en")
    assert "“Obliged” has the largest share of the total: 50.2%." in found
    assert any(
        "largest in the row of East Flanders (65.4%) and smallest in that of Brussels (0.8%)" in one for one in found
    )


def test_averages_name_the_highest_and_the_lowest() -> None:
    result = printed.in_small("26")
    high = max((cell for cell in result.cells if cell.total), key=lambda cell: cell.value)
    cells = tuple(replace(cell, value=Decimal("99.9")) if cell is high else cell for cell in result.cells)
    assert "(99,9)" in said(replace(result, cells=cells))[0]


def test_growth_of_a_figure_of_one_year_needs_the_year_before() -> None:
    before = next(result for result in printed.before() if result.figure.number == "11")
    assert "bedroeg 28.734 in 2019" in said(printed.in_small("11"))[0]
    assert "steeg met 5,3% tot 28.734" in said(printed.in_small("11"), before=before)[0]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_empty_figure_says_only_that(language: str) -> None:
    for result in printed.nothing(2031):
        assert len(said(result, language)) == (result.figure.number != "key-figures")


def test_a_year_without_facts_after_years_with_some_keeps_its_table() -> None:
    result = series(limburg=(100, 0), brussels=(200, 0), west_flanders=(90, 0))
    assert view(result).silent and not view(result).empty
    assert said(result) == ["Voor 2019 zijn er geen feiten voor dit cijfer."]
