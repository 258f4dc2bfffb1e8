"""The rule book and a study in a real browser, straight from disk: accessibility, phone width, dark."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from baken.law.reform_file import read_reform
from baken.statistics.lawbook.publish import editions
from baken.statistics.lawbook.publish import write as write_book
from baken.statistics.study.publish import write as write_study
from baken.statistics.study.run import run
from baken.statistics.tests import lawbook
from baken.statistics.tests.test_browser import AXE, RULES, browser, pytestmark
from baken.statistics.tests.test_study import UNSEEN, everybody

__all__ = ["browser", "pytestmark"]
BOOK_PAGES = ("index", "mensen", "geld-en-termijnen", "parameters", "rechtsfeiten", "tijdlijn", "hervormingen")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder, book = tmp_path_factory.mktemp("pages"), lawbook.book()
    reform = read_reform("unseen", UNSEEN, book)
    write_book(editions(book, lawbook.CASES, [reform]), folder / "law", datetime(2026, 10, 31, tzinfo=UTC))
    write_study(run(reform, book, everybody(book, 300), date(2026, 10, 31)), folder / "study")
    return [
        *(folder / "law" / f"{name}.html" for name in BOOK_PAGES),
        folder / "law" / "en" / "reading-guide.html",
        folder / "study" / "index.html",
        folder / "study" / "en" / "index.html",
    ]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_nothing_that_axe_can_find(browser: Browser, pages: list[Path], width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    for path in pages:
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        page.evaluate(AXE.read_text())
        found = page.evaluate("rules => axe.run({runOnly: rules}).then(result => result.violations)", RULES)
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == [], path
    context.close()


def test_no_page_is_wider_than_a_phone(browser: Browser, pages: list[Path]) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    for path in pages:
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    page.close()
