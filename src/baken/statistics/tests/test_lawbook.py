"""The rule book's website and PDF: whole, linked, accessible, reproducible; what changed between two days."""

import json
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from pypdf import PdfReader

from baken.law.cases import load_cases
from baken.law.content import CASES, REFORMS, the_book
from baken.law.reform_file import load_reform, read_reform
from baken.statistics.lawbook.diff import as_data, as_text
from baken.statistics.lawbook.publish import TEXTS, editions, publish, write
from baken.statistics.lawbook.site import site as pages
from baken.statistics.report.folder import NoPlace
from baken.statistics.report.wording import words
from baken.statistics.tests import lawbook
from baken.statistics.tests.test_documents import elements

INSTANT = datetime(2026, 10, 31, tzinfo=UTC)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("law")
    write(editions(lawbook.book(), lawbook.CASES), folder, INSTANT)
    return folder


class Anchors(HTMLParser):
    """The links and the ids of a page."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.links += [told["href"]] if tag == "a" and "href" in told else []
        self.ids += [told["id"]] if "id" in told else []


def test_every_link_leads_somewhere(site: Path) -> None:
    pages = {page: Anchors(page) for page in site.rglob("*.html")}
    assert len(pages) == 16
    for page, found in pages.items():
        assert len(set(found.ids)) == len(found.ids), page
        for link in found.links:
            path, anchor = urldefrag(link)
            target = (page.parent / path).resolve() if path else page
            assert target.is_file(), (page, link)
            assert not anchor or anchor in pages[target].ids, (page, link)


def test_a_rule_with_its_versions_sources_and_examples(site: Path) -> None:
    page = (site / "mensen.html").read_text(encoding="utf-8")
    assert "Van 1 juli 2015 tot 1 maart 2022" in page and "Sinds 1 maart 2022" in page
    assert "Geldt als alle volgende voorwaarden zijn vervuld:" in page
    assert "Een wet, art. 1" in page and "X-01" in page and "Niet nagelezen." in page
    assert page.count("te bevestigen") >= 2
    seen = page[page.index('id="r-seen"') : page.index('id="r-timely"')]
    assert "Voorbeelden (3)" in seen and "nog niet te beslissen; nodig: " in seen and "‘geboortedatum’" in seen
    assert "groot van gestalte: ja" in seen, "what bore the outcome"
    english = (site / "en" / "people.html").read_text(encoding="utf-8")
    assert "A tall adult is seen" in english and "<dd>Niet nagelezen.</dd>" in english


def test_parameters_facts_and_timeline(site: Path) -> None:
    parameters = (site / "parameters.html").read_text(encoding="utf-8")
    assert parameters.count("Een wet, art. 2") == 10 and "97,50 euro" in parameters
    facts = (site / "rechtsfeiten.html").read_text(encoding="utf-8")
    assert facts.count("<dt id=") == len(lawbook.book().facts) - 1
    assert "niet gekend; de beslissing blijft open" in facts and "heeft niet plaatsgevonden" in facts
    timeline = (site / "tijdlijn.html").read_text(encoding="utf-8")
    assert timeline.count('role="img"') == 2 and timeline.index("29 februari 2024") < timeline.index("1 maart 2022")


def test_the_pdf_is_tagged_and_bookmarked(site: Path) -> None:
    reader = PdfReader(site / "regelboek-inburgering.pdf")
    root = reader.trailer["/Root"]
    tags = [tag["/S"] for tag in elements(root["/StructTreeRoot"]["/K"])]
    assert root["/Lang"] == "nl" and root["/MarkInfo"]["/Marked"] and b"pdfuaid" in root["/Metadata"].get_data()
    assert tags.count("/H1") == 8 and tags.count("/Link") > 20 and tags.count("/Figure") == 1
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert titles[:3] == ["Leeswijzer", "1. Mensen", "2. Geld en termijnen"]
    text = " ".join(page.extract_text() for page in reader.pages)
    assert lawbook.book().digest in text and "contract ondertekend" in text


def test_the_same_book_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    write(editions(lawbook.book(), lawbook.CASES), tmp_path, INSTANT)
    ours = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert ours == {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_the_languages_say_the_same_things() -> None:
    def keys(node: object, path: str = "") -> set[str]:
        if isinstance(node, dict):
            return {key for name, below in node.items() for key in keys(below, f"{path}.{name}")}
        return {f"{path}:{len(node)}" if isinstance(node, list) else path}

    assert keys(words("nl", TEXTS).texts) == keys(words("en", TEXTS).texts)


def test_a_folder_that_is_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(NoPlace):
        publish(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_what_changed_between_two_days() -> None:
    book = lawbook.book()
    text = as_text(book, date(2022, 1, 1), date(2022, 12, 31), "nl")
    assert text.startswith("Wat veranderde na 1 januari 2022 en tot en met 31 december 2022")
    assert "Regel ‘warm’" in text and "nu: 2 maanden" in text and "voordien: 3 maanden" in text
    assert "In that time nothing changed." in as_text(book, date(1990, 1, 1), date(1991, 1, 1), "en")
    data = as_data(book, date(2022, 1, 1), date(2022, 12, 31), "en")
    assert json.loads(json.dumps(data))["changes"][0]["label"] == "warm" and data["digest"] == book.digest


def test_the_law_itself_can_be_written() -> None:
    """Every page of the real book, with every case as an example and every reform; its PDF is left to `baken law`."""
    book = the_book()
    reforms = [load_reform(path, book) for path in sorted(REFORMS.glob("*.yaml"))]
    for path, page in pages(editions(book, load_cases(CASES), reforms)).items():
        assert page.count("<h1>") == 1, path


def test_a_reform_stands_beside_the_law() -> None:
    book = lawbook.book()
    text = "label: Ouder\ndescription: Older\nsource: Een nota\nrules: {adult: age >= 21}\nparameters: {price: 120}"
    made = editions(book, (), [read_reform("older", text, book)])
    page = pages(made)["hervormingen.html"]
    assert "minstens <b>18</b>" in page and "minstens <b>21</b>" in page and "120 euro" in page and "gepland" in page
