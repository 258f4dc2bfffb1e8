"""Signing in in a real browser: a passkey of a virtual authenticator, and every page of it readable for everybody."""

import re
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from baken.accounts.models import Post, User
from baken.conftest import fresh_ledger
from baken.foundation import clock
from baken.ui.signing_in import one_time_link
from baken.ui.tests.conftest import spawning
from baken.ui.tests.test_browser import AXE, problems, pytestmark, serve
from baken.ui.tests.test_browser import browser as browser
from baken.ui.tests.test_signing_in import PASSWORD, code_of

__all__ = ["pytestmark"]
PAGES = (
    "/account/",
    "/account/again/",
    "/account/password/",
    "/account/devices/",
    "/account/factors/",
    "/account/factors/again/",
    "/account/factors/app/stop/",
    "/account/factors/codes/",
    "/account/factors/codes/new/",
    "/account/factors/keys/",
    "/account/factors/keys/new/",
    "/account/factors/keys/again/",
    "/account/tokens/",
    "/sign-out/",
)
OUTSIDE = (
    "/sign-in/",
    "/sign-in/inactive/",
    "/sign-in/new/",
    "/sign-in/cancelled/",
    "/sign-in/error/",
    "/sign-in/first/1/abc-def/",
    "/sign-in/first/done/",
)
ENGLISH = re.compile(
    r"\b(password|security key|sign (in|out|up)|authenticate|authentication|recovery|please|your|confirm|required)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def site(ledger_template: str, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served house with one account."""
    folder = tmp_path_factory.mktemp("house")
    with django_db_blocker.unblock(), fresh_ledger(ledger_template, folder) as database:
        user = User.objects.create_user("noor", PASSWORD, first_name="Noor", last_name="Baert")
        Post.objects.create(user=user, role="administrator", since=clock.today())
        with spawning(database, folder / "var") as spawn:
            yield serve(spawn).replace("127.0.0.1", "localhost")


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site, bypass_csp=True)
    context.set_default_timeout(30_000)
    context.add_init_script(path=AXE)
    yield context.new_page()
    context.close()


def with_password(page: Page) -> None:
    page.goto("/sign-in/")
    page.get_by_label("Gebruikersnaam").fill("noor")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Aanmelden", exact=True).click()


def authenticator(page: Page) -> None:
    """A telephone that unlocks with a finger, played by the browser."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def english(page: Page) -> list[str]:
    """What is said in English on a page that should speak Dutch."""
    return [found.group() for found in ENGLISH.finditer(page.locator("main").inner_text())]


def test_a_passkey_is_made_and_signs_in_and_every_page_on_the_way_is_accessible_and_dutch(page: Page, site: str):
    found = []
    authenticator(page)
    with_password(page)
    page.wait_for_url(f"{site}/")
    page.goto("/account/factors/app/")
    found += english(page)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Bevestigen").click()
    page.get_by_role("heading", name="App instellen").wait_for()
    secret = page.locator("#secret").inner_text()
    found += english(page) + list(problems(page, "/account/factors/app/"))
    secret = page.locator("#secret").inner_text()
    page.get_by_role("textbox").fill(code_of(secret))
    page.get_by_role("button", name="App instellen").click()
    page.goto("/account/factors/keys/new/")
    page.get_by_label("Naam").fill("Mijn telefoon")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Sleutel toevoegen").click()
    page.get_by_role("heading", name=re.compile("^(Toegangssleutels|Herstelcodes)$")).wait_for()
    for address in (*PAGES, "/account/factors/keys/2/", "/account/factors/keys/2/remove/"):
        found += problems(page, address)
        found += [f"{address}: {word}" for word in english(page)]
    page.get_by_role("button", name="Afmelden").first.click()
    page.goto("/account/")
    assert "/sign-in/" in page.url
    page.get_by_role("button", name="Aanmelden met een toegangssleutel").click()
    page.wait_for_url(f"{site}/account/")
    page.context.clear_cookies()
    with_password(page)
    page.wait_for_url(f"{site}/sign-in/factor/")
    found += [*problems(page, "/sign-in/factor/"), *english(page)]
    page.context.clear_cookies()
    for address in OUTSIDE:
        found += problems(page, address)
        found += [f"{address}: {word}" for word in english(page)]
    page.goto(one_time_link(User.objects.get()))
    found += [*problems(page, page.url.removeprefix(site)), *english(page)]
    assert "\n".join(found) == ""


def test_the_strict_policy_breaks_nothing_of_signing_in(browser: Browser, site: str):
    context = browser.new_context(base_url=site)
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.goto("/sign-in/", wait_until="networkidle")
    assert page.evaluate("typeof allauth") == "object"
    assert said == []
    assert urllib.request.urlopen(f"{site}/sign-in/").headers["Content-Security-Policy"].count("unsafe") == 0
    context.close()
