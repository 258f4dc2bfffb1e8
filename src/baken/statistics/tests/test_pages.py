"""The website as files: structure, links, languages, and numbers that equal the open data."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import html

from baken.figures.model import FigureResult
from baken.statistics.report.source import source_of
from baken.statistics.report.trend import apart
from baken.statistics.report.view import view
from baken.statistics.report.wording import LANGUAGES, words
from baken.statistics.report.write import write
from baken.statistics.tests import printed

DUTCH, ENGLISH = ("", "en/")


def pages(report: Path) -> list[Path]:
    return sorted([*report.glob("*.html"), *report.glob("en/*.html")])


def parsed(page: Path) -> html.HtmlElement:
    return html.fromstring(page.read_bytes())


def test_every_page_is_well_built(report: Path) -> None:
    assert len(pages(report)) == 2 * 8
    for page in pages(report):
        tree = parsed(page)
        assert tree.get("lang") == ("en" if page.parent.name == "en" else "nl")
        assert tree.findtext(".//title")
        assert len(tree.findall(".//h1")) == 1
        assert [len(tree.findall(f".//{landmark}")) for landmark in ("header", "main", "footer")] == [1, 1, 1]
        assert tree.find(".//a[@class='skip-link']").get("href") == f"#{tree.find('.//main').get('id')}"
        assert not re.search(r"\{\w*\}", page.read_text()), "a place in a text was left open"
        idents = tree.xpath("//@id")
        assert len(idents) == len(set(idents))
        for name in tree.xpath("//@aria-labelledby"):
            assert set(name.split()) <= set(idents)


def test_every_table_says_what_its_cells_are(report: Path) -> None:
    tables = [table for page in pages(report) for table in parsed(page).findall(".//table")]
    assert len(tables) == 2 * 15
    for table in tables:
        assert table.find("caption").text_content().strip()
        assert {head.get("scope") for head in table.findall(".//thead//th")} <= {"col", "colgroup"}
        assert all(row.find("th").get("scope") == "row" for row in table.findall(".//tbody/tr"))
        widths = {len(row) for row in table.findall(".//tbody/tr")}
        assert len(widths) == 1


def test_every_chart_says_its_point(report: Path) -> None:
    charts = [svg for page in pages(report) for svg in parsed(page).xpath("//figure//svg")]
    assert len(charts) == 2 * 2 * 12
    for chart in charts:
        assert chart.get("role") == "img"
        assert chart.find("title").text and len(chart.find("desc").text) > 30


def test_every_link_leads_somewhere_on_disk(report: Path) -> None:
    for page in pages(report):
        for target in parsed(page).xpath("//@href | //@src"):
            name, _, anchor = target.partition("#")
            file = (page.parent / name).resolve() if name else page
            assert file.is_file(), f"{page.name} links to {target}"
            assert not anchor or anchor in parsed(file).xpath("//@id"), f"{page.name} links to {target}"


def test_both_languages_say_the_same(report: Path) -> None:
    for page in pages(report):
        other = page.parent / parsed(page).find(".//link[@rel='alternate']").get("href")
        assert parsed(other).find(".//link[@rel='alternate']").get("href").endswith(page.name)
        assert parsed(page).xpath("//section/@id") == parsed(other).xpath("//section/@id")
    dutch, english = ({figure: list(rows) for figure, rows in shown(report, folder)} for folder in (DUTCH, ENGLISH))
    assert dutch.keys() == english.keys()
    assert all([len(row) for row in dutch[figure]] == [len(row) for row in english[figure]] for figure in dutch)


def keys(texts: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a language with its places."""
    if isinstance(texts, dict):
        for name, text in texts.items():
            yield from keys(text, f"{path}.{name}")
    elif isinstance(texts, list):
        for place, text in enumerate(texts):
            yield from keys(text, f"{path}.{place}")
    else:
        yield path, str(sorted(set(re.findall(r"\{(\w+)\}", str(texts)))))


def test_every_text_is_there_in_every_language() -> None:
    dutch, english = (dict(keys(words(language).texts)) for language in LANGUAGES)
    assert dutch == english


def shown(report: Path, folder: str) -> Iterator[tuple[str, list[list[str]]]]:
    """The rows of every table, by figure."""
    for page in (report / folder).glob("*.html"):
        for section in parsed(page).xpath("//section[.//table]"):
            cells = [
                [cell.text or "" for cell in row.xpath("./td[not(contains(@class,'growth'))]")]
                for row in section.findall(".//tbody/tr")
            ]
            yield section.get("id")[1:], cells


def number(text: str, folder: str) -> Decimal | None:
    plain = text.removesuffix("%").replace("−", "-")
    plain = plain.replace(".", "").replace(",", ".") if folder == DUTCH else plain.replace(",", "")
    return None if plain == "–" else Decimal(plain)


@pytest.mark.parametrize("folder", [DUTCH, ENGLISH])
def test_the_pages_show_the_open_data(report: Path, results: list[FigureResult], folder: str) -> None:
    tables = dict(shown(report, folder))
    assert tables.keys() == {result.figure.number for result in results} - {"37"}
    for figure, rows in tables.items():
        name = f"figure-{int(figure):02}" if figure.isdigit() else figure
        cells = json.loads((report / "data" / f"{name}.json").read_text())["cells"]
        expected = [
            Decimal(str(cell[field])) for cell in cells for field in ("value", "share") if cell.get(field) is not None
        ]
        found = [value for row in rows for text in row if (value := number(text, folder)) is not None]
        assert sorted(found) == sorted(expected), f"figure {figure}"


def test_a_figure_without_facts_says_so(report: Path) -> None:
    section = parsed(report / "minderjarigen.html").get_element_by_id("f37")
    assert "zijn er geen feiten" in section.text_content()
    assert section.find(".//table") is None and section.find(".//svg") is None
    assert (
        "Figuur 37" in parsed(report / "over-deze-cijfers.html").xpath("//section[h2/@id='skipped']")[0].text_content()
    )


def test_even_a_report_without_any_number_can_be_read(tmp_path: Path) -> None:
    empty = few_of_nothing()
    write(empty, (), source_of(empty), tmp_path)
    assert "Voor 2019 zijn er geen feiten" in (tmp_path / "instroom-en-aanmelding.html").read_text()
    assert not parsed(tmp_path / "index.html").xpath("//*[@class='card']")


def few_of_nothing() -> list[FigureResult]:
    key = next(result for result in printed.results() if result.figure.number == "key-figures")
    zero = tuple(replace(cell, value=0) for cell in key.cells)
    few = [result for result in printed.nothing(printed.YEAR) if result.figure.number in ("1", "2", "11", "12", "26")]
    return [*few, replace(key, cells=zero)]


def test_beside_each_figure_stands_how_to_repeat_it(report: Path) -> None:
    for section in parsed(report / "contract-en-attesten.html").xpath("//section[starts-with(@id,'f')]"):
        text = section.text_content()
        assert f"baken figures --year 2019 --known-at 2026-10-31T22:59:59Z --figure {section.get('id')[1:]} " in text
        assert "4312:9f2c0c5c1b7d4a0e" in text and "31 oktober 2026" in text


def test_a_key_figure_names_its_figure_and_where_it_counts(report: Path) -> None:
    rows = parsed(report / "kerncijfers.html").xpath("//tbody/tr/th")
    assert all(re.search(r"Figuur \d+\. \w+", row.text_content()) for row in rows)
    interviews = next(row for row in rows if row.text.startswith("Inschrijvingen"))
    assert "Figuur 33. Vlaanderen en Brussel" in interviews.text_content()
    assert parsed(report / "kerncijfers.html").xpath("//tbody//a[text()='Figuur 28' or text()='Figuur 37']/@href") == [
        "minderjarigen.html#f37"
    ]
    cards = parsed(report / "index.html").xpath("//li[contains(@class,'card')]")
    assert cards and all(card.xpath("./span[@class='scope']")[0].text for card in cards)


def test_every_footnote_is_referred_to_in_its_table(report: Path) -> None:
    found = 0
    for page in pages(report):
        for section in parsed(page).xpath("//section[.//ol[@class='notes'] and .//table]"):
            heads = "".join(head.text_content() for head in section.xpath(".//caption | .//th"))
            count = len(section.xpath(".//ol[@class='notes']/li"))
            assert set("¹²³⁴⁵"[:count]) <= set(heads), f"{page.name} {section.get('id')}"
            found += count
    assert found > 20


def test_no_two_figures_have_one_title() -> None:
    titles = [title for result in printed.results() for title in (result.figure.title_nl, result.figure.title_en)]
    assert len(set(titles)) == len(titles)


def test_a_break_that_the_demonstration_makes_is_told(tmp_path: Path) -> None:
    few = [result for result in printed.nothing(2023) if result.figure.number in ("4", "28")]
    few = [replace(result, cells=tuple(replace(cell, value=30) for cell in result.cells)) for result in few]
    write(few, (), source_of(few, demo=True), tmp_path)
    notes = {
        section.get("id"): section.xpath("string(.//ol[@class='notes'])")
        for page in tmp_path.glob("*.html")
        for section in parsed(page).xpath("//section[@class='exhibit']")
    }
    assert "vanaf 2020 alleen inburgeraars" in notes["f28"] and "2020" not in notes["f4"]
    registered, interviewed = parsed(tmp_path / "index.html").xpath("//li[contains(@class,'card')]")
    assert registered.find(".//polyline") is not None and interviewed.find(".//polyline") is None
    write(few, (), source_of(few), tmp_path)
    assert "vanaf 2020 alleen inburgeraars" not in (tmp_path / "nederlands.html").read_text()


def test_a_caption_says_what_each_bar_is(report: Path) -> None:
    for page, figure in (("maatschappelijke-orientatie", "f27"), ("minderjarigen", "f36")):
        drawing = parsed(report / f"{page}.html").get_element_by_id(figure).find("figure")
        assert drawing.findtext("figcaption") == "Gestapelde balken: per jaar de aandelen in procent."


def test_small_rows_do_not_lie_flat_beside_a_large_one() -> None:
    assert apart(view(printed.in_small("37"))) and not apart(view(printed.in_small("28")))


def test_each_language_keeps_to_itself(report: Path) -> None:
    dutch, english = (report / "nederlands.html").read_text(), (report / "en" / "dutch.html").read_text()
    assert not re.search(r"<dd>interview held", dutch) and re.search(
        r"\w+ \(<code>dutch.interview_held</code>\)", dutch
    )
    assert "--out cijfers" in dutch
    assert "interview held (<code>dutch.interview_held</code>)" in english and "--out figures" in english
    assert "23:59:59 (Brussel)" in dutch and "23:59:59 (Brussels)" in english
    assert "cijfers" not in english


def test_the_report_says_who_publishes_it_and_how_it_may_be_used(report: Path) -> None:
    for page in pages(report):
        assert all(said in parsed(page).find(".//footer").text_content() for said in ("Baken", "CC BY 4.0", "EUPL-1.2"))


def test_charts_keep_to_the_colours_that_dark_screens_know(report: Path) -> None:
    known = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', (report / "assets" / "report.css").read_text()))
    for page in pages(report):
        for chart in parsed(page).xpath("//figure//svg"):
            drawn = {value for value in chart.xpath(".//@fill | .//@stroke") if value.startswith("#")}
            assert drawn <= known
