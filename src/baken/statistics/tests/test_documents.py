"""The PDF and the workbook: tags, numbers, reproducible bytes."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from baken.figures.model import FigureResult
from baken.statistics.report.source import source_of
from baken.statistics.report.wording import words
from baken.statistics.report.write import write
from baken.statistics.tests import printed

PDFS = {"nl": "inburgering-in-cijfers-2019.pdf", "en": "en/civic-integration-in-figures-2019.pdf"}


def elements(node: Any) -> Iterator[Any]:
    """Every structure element of a tagged PDF."""
    node = node.get_object()
    for child in node if isinstance(node, list) else [node]:
        child = child.get_object()
        if isinstance(child, dict) and "/S" in child:
            yield child
            if "/K" in child:
                yield from elements(child["/K"])


@pytest.mark.parametrize("language", PDFS)
def test_the_pdf_is_tagged_for_who_cannot_see_it(report: Path, language: str) -> None:
    reader = PdfReader(report / PDFS[language])
    root = reader.trailer["/Root"]
    tags = list(elements(root["/StructTreeRoot"]["/K"]))
    count = Counter(tag["/S"] for tag in tags)
    assert root["/Lang"] == language and root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] and reader.metadata.title.endswith("2019")
    assert re.search(rb"pdfuaid:part[>=\"]+1", root["/Metadata"].get_data())
    assert count["/H1"] == 9 and count["/H2"] >= 16 and count["/TOC"] >= 1
    assert count["/Table"] == 13 and count["/TH"] > 50 and count["/THead"] == count["/Table"]
    scopes = [part.get("/Scope") for tag in tags if tag["/S"] == "/TH" for part in tag["/A"] if part["/O"] == "/Table"]
    in_heads = sum(1 for tag in tags if tag["/S"] == "/THead" for _ in tag["/K"])
    assert scopes.count("/Row") == count["/TR"] - in_heads
    figures = [tag for tag in tags if tag["/S"] == "/Figure"]
    assert len(figures) == 12 and all(len(tag["/Alt"]) > 30 for tag in figures)


def test_the_pdf_has_bookmarks_and_page_numbers(report: Path) -> None:
    reader = PdfReader(report / PDFS["nl"])
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert (
        titles[0] == "Samenvatting" and titles[1] == "1. Instroom en aanmelding" and titles[-1] == "Over deze cijfers"
    )
    assert f"Pagina 3 van {len(reader.pages)}" in reader.pages[2].extract_text()
    assert all(page.extract_text().strip() for page in reader.pages)
    fonts = {
        font["/BaseFont"]
        for page in reader.pages
        for font in (entry.get_object() for entry in page["/Resources"]["/Font"].values())
    }
    assert all("SourceSansPro" in name for name in fonts)


def test_the_workbook_has_real_numbers(report: Path, results: list[FigureResult]) -> None:
    book = load_workbook(report / "inburgering-in-cijfers-2019.xlsx")
    assert book.sheetnames[0] == "Inhoud" and len(book.sheetnames) == 1 + len(results)
    sheet = book["Figuur 1"]
    assert sheet.freeze_panes == "B7"
    total = next(row for row in sheet.iter_rows() if row[0].value == "Totaal")
    cells = json.loads((report / "data" / "figure-01.json").read_text())["cells"]
    wanted = [cell["value"] for cell in cells if cell["region"] == "total"]
    assert [cell.value for cell in total[1:6]] == wanted
    assert total[1].number_format == "#,##0" and total[1].font.b
    assert total[6].value == pytest.approx(wanted[-1] / wanted[-2] - 1) and "%" in total[6].number_format
    assert any("4312:" in str(row[0].value) for row in sheet.iter_rows())


def test_a_sheet_does_not_speak_of_a_chart_that_it_has_not(report: Path) -> None:
    sheet = load_workbook(report / "inburgering-in-cijfers-2019.xlsx")["Figuur 2"]
    texts = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert any("cijfers van figuur 1" in text for text in texts) and not any("grafiek" in text for text in texts)


def test_no_page_parts_a_chart_from_its_table(report: Path, results: list[FigureResult]) -> None:
    pages = [page.extract_text() for page in PdfReader(report / PDFS["nl"]).pages[3:]]
    for title in ("Figuur 1.", "Figuur 28.", "Figuur 27."):
        assert max(page.count(title) for page in pages) == 2, f"{title}: heading and table on two pages"


def test_a_workbook_for_each_figure(report: Path) -> None:
    english = load_workbook(report / "en" / "data" / "figure-26.xlsx")
    assert english.sheetnames == ["Figure 26"]
    assert english.active["A2"].value.startswith("Figure 26. Average participants per MO course")
    assert {
        cell.number_format for row in english.active.iter_rows(min_row=7, min_col=2) for cell in row if cell.value
    } >= {"#,##0.0"}


def test_the_same_results_give_the_same_bytes(tmp_path: Path) -> None:
    few = [result for result in printed.results() if result.figure.number in ("4", "12")]
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write(few, (), source_of(few), tmp_path / name)
    one, two = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "two")
    )
    assert len(one) >= 30
    assert one == two


def test_a_demonstration_says_so_wherever_it_is_seen(report: Path, results: list[FigureResult], tmp_path: Path) -> None:
    """The figures of made-up people must not pass for official ones, not even a page torn out."""
    few = [result for result in results if result.figure.number in ("1", "key-figures")]
    write(few, (), source_of(few, demo=True), tmp_path)
    said = words("nl")("demo")
    for page in tmp_path.glob("*.html"):
        assert said in page.read_text(), page.name
        assert "De officiële cijfers" not in page.read_text()
    assert said not in (report / "index.html").read_text()
    pages = PdfReader(next(tmp_path.glob("*.pdf"))).pages
    assert all("verzonnen" in page.extract_text() for page in pages)
    sheet = load_workbook(next(tmp_path.glob("*.xlsx"))).worksheets[0]
    assert said in {cell.value for row in sheet.iter_rows() for cell in row}
