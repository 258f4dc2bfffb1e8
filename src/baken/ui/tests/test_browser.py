"""The pages in a real browser, served by the real server: accessibility, keyboard, phone width, dark, print.

Needs the system's Chromium; without one these tests are skipped, and say so.
"""

import importlib.util
import os
import socket
import urllib.request
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from baken.accounts.models import Post, User
from baken.conftest import fresh_ledger
from baken.foundation import clock
from baken.ledger.append import append
from baken.people.facts import DossierOpened
from baken.ui.models import Job
from baken.ui.queue import store
from baken.ui.tests import sample_jobs
from baken.ui.tests.conftest import Spawn, eventually, spawning

ROOT = Path(__file__).parents[4]
AXE = ROOT / "tests" / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = (
    "/",
    "/account/",
    "/account/factors/",
    "/account/devices/",
    "/jobs/",
    "/jobs/?state=cancelled",
    "/jobs/1/",
    "/jobs/2/",
    "/jobs/3/",
    "/nowhere/",
)
LOOKS = [(width, scheme) for width in (1280, 390) for scheme in ("light", "dark")]


def _chromium() -> str | None:
    spec = importlib.util.spec_from_file_location("ensure_browser", ROOT / "scripts" / "ensure_browser.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if not module.browser():
        warnings.warn("NO BROWSER: pages are NOT tested; run scripts/ensure_browser.py", stacklevel=1)
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
        chromium = playwright.chromium.launch(executable_path=CHROMIUM)
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="module")
def site(ledger_template: str, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served house with some facts and jobs in several states."""
    folder = tmp_path_factory.mktemp("house")
    with django_db_blocker.unblock(), fresh_ledger(ledger_template, folder) as database:
        furnish()
        with spawning(database, folder / "var") as spawn:
            yield serve(spawn)


def furnish() -> None:
    """Facts, and jobs 1 (done), 2 (failed) and 3 (waiting)."""
    facts = [
        DossierOpened(dossier=n, person=n, occurred_on=datetime(2019, 1, 1, tzinfo=UTC).date()) for n in range(1, 4)
    ]
    append(facts, by="test", source="test")
    user = User.objects.create_user("beheerder", first_name="Koen", last_name="Wouters")
    Post.objects.create(user=user, role="administrator", since=clock.today(), given_by="demo")
    done, failed, waiting = (sample_jobs.write_line.enqueue(path="x", line="y") for _ in range(3))
    Job.objects.filter(pk=failed.pk).update(tries_left=1)
    store.succeed(store.claim("w", timedelta(minutes=1)))
    store.fail(store.claim("w", timedelta(minutes=1)), store.LOST, "ValueError in x.py:1 f", timedelta(0))
    assert (done.pk, failed.pk, waiting.pk) == (1, 2, 3)


def serve(spawn: Spawn) -> str:
    """Start the server on a free port; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    spawn("serve", "--port", str(port), BAKEN_DEMO="1")
    address = f"http://127.0.0.1:{port}"
    eventually(lambda: _answers(address), seconds=60)
    return address


def _answers(address: str) -> bool:
    try:
        return urllib.request.urlopen(address).status == 200
    except OSError:
        return False


def signed_in(browser: Browser, site: str, **look: object) -> tuple[BrowserContext, Page]:
    context = browser.new_context(base_url=site, **look)
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto("/sign-in/")
    page.get_by_role("button", name="Kijk rond als beheerder").click()
    page.wait_for_url(f"{site}/")
    return context, page


def faults(page: Page) -> list[str]:
    """What axe finds, a line each."""
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})", RULES
    )
    return [f"{each['id']}: {node['html']}" for each in found["violations"] for node in each["nodes"]]


def problems(page: Page, address: str) -> Iterator[str]:
    """What is wrong with a page at every width, in light and in dark."""
    page.goto(address)
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        yield from (f"{address} {width} {scheme} {fault}" for fault in faults(page))
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            yield f"{address} {width}: scrolls sideways"


def test_every_page_is_accessible_and_fits_at_every_width_in_light_and_dark(browser: Browser, site: str):
    context, page = signed_in(browser, site, bypass_csp=True)
    context.add_init_script(path=AXE)
    found = [problem for address in PAGES for problem in problems(page, address)]
    context.clear_cookies()
    found += [problem for address in ("/", "/sign-in/") for problem in problems(page, address)]
    context.close()
    assert "\n".join(found) == ""


def test_the_strict_policy_breaks_nothing_of_our_own(browser: Browser, site: str):
    context, page = signed_in(browser, site)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in ("/", "/jobs/", "/jobs/2/"):
        page.goto(address, wait_until="networkidle")
    assert page.evaluate("typeof htmx") == "object"
    assert said == []
    context.close()


def test_everything_is_reached_and_done_with_the_keyboard_alone(browser: Browser, site: str):
    context, page = signed_in(browser, site)
    page.goto("/jobs/2/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.goto("/jobs/2/")
    wanted = page.locator("a, button, input:not([type=hidden]), [tabindex='0']").count()
    visited: set[str] = set()
    for _ in range(wanted):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "getComputedStyle(document.activeElement).outlineStyle !== 'none' || document.activeElement.id == 'content'"
        ), "the focus does not show"
        visited.add(page.evaluate("document.activeElement.outerHTML"))
    assert len(visited) == wanted
    page.locator("#retry").focus()
    page.keyboard.press("Enter")
    page.get_by_role("status").wait_for()
    assert "opnieuw in de wachtrij" in page.get_by_role("status").inner_text()
    context.close()


def test_the_list_refreshes_itself_and_leaves_the_focus_where_it_was(browser: Browser, site: str):
    context, page = signed_in(browser, site)
    page.goto("/jobs/")
    page.locator("#job-3").focus()
    assert page.locator("#job-4").count() == 0
    sample_jobs.write_line.enqueue(path="x", line="y")
    page.locator("#job-4").wait_for(timeout=30_000)
    assert page.evaluate("document.activeElement.id") == "job-3"
    page.get_by_role("link", name="Niet meer vanzelf verversen").click()
    assert page.locator("#jobs[hx-get]").count() == 0
    context.close()


def test_the_language_switch_stays_on_the_page(browser: Browser, site: str):
    context, page = signed_in(browser, site)
    page.goto("/jobs/?state=done")
    page.get_by_role("button", name="English").click()
    page.get_by_role("heading", name="Background jobs").wait_for()
    assert page.url.endswith("/jobs/?state=done")
    context.close()


def test_from_right_to_left_nothing_sticks_out(browser: Browser, site: str):
    context, page = signed_in(browser, site, viewport={"width": 390, "height": 900})
    for address in ("/", "/jobs/", "/jobs/2/"):
        page.goto(address)
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), address
        assert page.locator(".brand").bounding_box()["x"] > 195, "the brand stands where reading begins"
    context.close()


def test_a_printed_page_shows_the_content_only_in_black_on_white(browser: Browser, site: str):
    context, page = signed_in(browser, site, color_scheme="dark")
    page.goto("/jobs/2/")
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.locator(".site-header").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("table").is_visible()
    context.close()
