"""Finding people, my day, the team, doubles, the read log and accounts in a real browser, full and empty."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from baken.accounts.models import Glass, Post, Team, User
from baken.conftest import fresh_ledger
from baken.foundation import clock
from baken.ledger.append import append
from baken.ledger.models import Office
from baken.people.facts import LanguageKnown
from baken.programme.facts import AppointmentMade
from baken.ui.tests.conftest import spawning
from baken.ui.tests.test_browser import AXE, problems, pytestmark, serve
from baken.ui.tests.test_browser import browser as browser
from baken.workplace.models import SavedFilter, Task
from baken.workplace.tests.conftest import opened

__all__ = ["pytestmark"]
ROLES = {
    "counsellor": ("Noor", "trajectbegeleider"),
    "team_lead": ("Els", "teamverantwoordelijke"),
    "nt2_consultant": ("Tom", "NT2-consulent"),
    "auditor": ("Fatma", "auditor"),
    "administrator": ("Koen", "beheerder"),
}
PAGES = {
    "counsellor": ("/day/", "/day/?when=late", "/day/?term=b1", "/cases/", "/search/", "/account/looks/"),
    "team_lead": (
        "/team/",
        "/cases/?counsellor=s-counsellor",
        "/cases/?counsellor=",
        "/doubles/",
        "/dossiers/D-1-5/",
        "/dossiers/D-1-5/beside/D-3-6/",
        "/dossiers/D-1-5/do/people.merge/",
        "/glass/",
    ),
    "nt2_consultant": ("/day/", "/cases/", "/dossiers/D-2-7/"),
    "auditor": ("/looks/", "/looks/?dossier=D-1-5", "/looks/?on=nooit", "/glass/"),
    "administrator": ("/accounts/", "/accounts/teams/", "/accounts/1/", "/accounts/5/"),
}


@pytest.fixture(scope="module")
def site(ledger_template: str, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served house in which every list has something."""
    folder = tmp_path_factory.mktemp("house")
    with django_db_blocker.unblock(), fresh_ledger(ledger_template, folder) as database:
        furnish()
        with spawning(database, folder / "var") as spawn:
            yield serve(spawn)


def furnish() -> None:
    """Three dossiers, two perhaps of one person; tasks, an appointment, news, a filter, glass that was broken."""
    here = Office.objects.create(code="here", name="AgII Hier", agency="agii", region="antwerp_province")
    there = Office.objects.create(code="there", name="Atlas Daar", agency="atlas", region="city_antwerp")
    opened(1, here, "s-counsellor", "Hartmann")
    opened(2, there, "s-other", "Zoutelande")
    opened(3, here, "s-counsellor", "Hartman")
    team = Team.objects.create(name="Team Hier", office=here)
    users = {
        role: User.objects.create_user(role, first_name=name, staff_number=f"s-{role}")
        for role, (name, _) in ROLES.items()
    }
    for role, user in users.items():
        Post.objects.create(user=user, role=role, agency="agii", team=team, since=date(2020, 1, 1), given_by="demo")
    today = clock.today()
    Task.objects.create(dossier=1, term="report", due=today - timedelta(days=3))
    made = AppointmentMade(
        dossier=1, appointment=1, occurred_on=today, day=today, minute=570, counsellor="s-counsellor", channel="phone"
    )
    append([made, LanguageKnown(dossier=1, occurred_on=today, language="ara")], by="s-x", source="agii")
    SavedFilter.objects.create(user=users["counsellor"], page="my-day", name="Te laat", query="when=late")
    until = clock.now() + timedelta(hours=8)
    Glass.objects.create(user=users["counsellor"], agency="agii", dossier=2, reason="Aan het loket", until=until)


@pytest.fixture
def pages(browser: Browser, site: str) -> Iterator[Any]:
    """Signs in as a role; a page of that browser."""
    contexts = []

    def sign_in(role: str, **look: Any) -> Page:
        context = browser.new_context(base_url=site, **look)
        contexts.append(context)
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.goto("/sign-in/")
        page.get_by_role("button", name=f"Kijk rond als {ROLES[role][1]}").click()
        page.wait_for_url(f"{site}/")
        return page

    yield sign_in
    for context in contexts:
        context.close()


@pytest.mark.parametrize("role", PAGES)
def test_every_list_is_accessible_and_fits(pages, role):
    page = pages(role, bypass_csp=True)
    page.context.add_init_script(path=AXE)
    assert "\n".join(problem for address in PAGES[role] for problem in problems(page, address)) == ""


def test_searching_shows_the_results_on_the_page_and_leaves_no_trace_in_the_address(pages, site):
    page = pages("counsellor")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto("/search/")
    page.get_by_role("searchbox").fill("hartman amina")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Hartmann, Amina").wait_for()
    assert page.url == f"{site}/search/"
    page.get_by_role("searchbox").fill("zoutelande amina")
    page.keyboard.press("Enter")
    page.get_by_text("D-2-7 ·").wait_for()
    assert "Zoutelande" not in page.locator("#found").inner_text()
    page.get_by_role("link", name="uitzonderlijk openen D-2-7").click()
    page.get_by_role("heading", name="Dossier D-2-7 uitzonderlijk openen").wait_for()
    assert said == []


def test_without_scripts_searching_works_too(pages):
    page = pages("counsellor", java_script_enabled=False)
    page.goto("/day/")
    page.get_by_role("searchbox").fill("hartmann")
    page.get_by_role("button", name="Zoeken").click()
    assert page.get_by_role("link", name="Hartmann, Amina").is_visible()


def test_a_double_is_merged_and_separated_again(pages):
    page = pages("team_lead")
    page.goto("/doubles/")
    page.get_by_role("link", name="naast elkaar leggen").click()
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Tonen wat er volgt uit samenvoegen").click()
    page.get_by_text("Kijk na wat hieruit volgt, en bevestig.").wait_for()
    page.get_by_role("button", name="Bevestigen").click()
    page.get_by_role("status").wait_for()
    page.goto("/doubles/")
    page.get_by_text("Er zijn nu geen vermoedelijke dubbels").wait_for()
    page.goto("/dossiers/D-3-6/do/people.undo_merge/")
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Bevestigen").click()
    page.goto("/doubles/")
    page.get_by_role("link", name="naast elkaar leggen").wait_for()
