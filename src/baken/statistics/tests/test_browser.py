"""The pages in a real browser, straight from disk: accessibility, keyboard, phone width, dark.

Needs the system's Chromium; without one these tests are skipped, and say so.
"""

import importlib.util
import os
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[4]
AXE = ROOT / "tests" / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = (
    "index.html",
    "maatschappelijke-orientatie.html",
    "kerncijfers.html",
    "over-deze-cijfers.html",
    "en/contract-and-certificates.html",
)


def _chromium() -> str | None:
    spec = importlib.util.spec_from_file_location("ensure_browser", ROOT / "scripts" / "ensure_browser.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if not module.browser():
        warnings.warn("NO BROWSER: the report is NOT tested in one; run scripts/ensure_browser.py", stacklevel=1)
    return module.browser()


CHROMIUM = _chromium()
pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason="NO BROWSER: run scripts/ensure_browser.py"),
    pytest.mark.xdist_group("browser"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Playwright's synchronous face runs an event loop in this thread; Django would refuse the database beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def visits(browser: Browser, report: Path, width: int, scheme: str = "light") -> Iterator[Page]:
    """Each page in turn, opened from disk."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    for name in PAGES:
        page.goto((report / name).as_uri())
        yield page
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_nothing_that_axe_can_find(browser: Browser, report: Path, width: int, scheme: str) -> None:
    for page in visits(browser, report, width, scheme):
        page.evaluate(AXE.read_text())
        found = page.evaluate("rules => axe.run({runOnly: rules}).then(result => result.violations)", RULES)
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == [], page.url


def test_no_page_is_wider_than_a_phone(browser: Browser, report: Path) -> None:
    for page in visits(browser, report, 320):
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.url


def test_wide_tables_scroll_with_the_keyboard_and_keep_their_first_column(browser: Browser, report: Path) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto((report / "maatschappelijke-orientatie.html").as_uri())
    table = page.locator("#f25 .table-wrap")
    name = table.locator("tbody th").first
    before = name.bounding_box()
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("element => element.scrollLeft > 0", arg=table.element_handle())
    assert name.bounding_box()["x"] == before["x"]
    page.close()


def test_the_way_to_the_content_by_keyboard(browser: Browser, report: Path) -> None:
    page = browser.new_page()
    page.goto((report / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def test_charts_fit_the_screen(browser: Browser, report: Path) -> None:
    for width, shown, hidden in ((1280, ".for-wide", ".for-narrow"), (390, ".for-narrow", ".for-wide")):
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto((report / "instroom-en-aanmelding.html").as_uri())
        assert page.locator(shown).first.is_visible() and not page.locator(hidden).first.is_visible()
        page.close()
