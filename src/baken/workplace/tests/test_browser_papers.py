"""Papers and the rights of the person in a real browser: accessible at every width, and done from beginning to end."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from baken.accounts.models import Post, Team, User
from baken.conftest import fresh_ledger
from baken.foundation import clock
from baken.foundation.identifiers import shown_number
from baken.ledger.append import append
from baken.ledger.models import Office
from baken.people.facts import LanguageKnown
from baken.ui.tests.conftest import spawning
from baken.ui.tests.test_browser import AXE, browser, problems, pytestmark, serve
from baken.workplace.tests.conftest import OWN, opened

__all__ = ["browser", "pytestmark"]
PLACE = f"/dossiers/{shown_number('D', OWN)}/"
ROLES = ("team_lead", "auditor", "administrator")


@pytest.fixture(scope="module")
def site(ledger_template: str, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served house with one dossier, of somebody who reads Arabic, and people to sign in as."""
    folder = tmp_path_factory.mktemp("papers")
    with django_db_blocker.unblock(), fresh_ledger(ledger_template, folder) as database:
        office = Office.objects.create(code="agii-here", name="AgII Hier", agency="agii", region="antwerp_province")
        opened(OWN, office, "s-lead", "Hartmann")
        append([LanguageKnown(dossier=OWN, occurred_on=clock.today(), language="ara")], by="x", source="agii")
        team = Team.objects.create(name="Team Hier", office=office)
        for role in ROLES:
            user = User.objects.create_user(role, first_name="Els", last_name=role, staff_number=f"s-{role}")
            Post.objects.create(user=user, role=role, agency="agii", team=team, since=date(2020, 1, 1), given_by="demo")
        with spawning(database, folder / "var") as spawn:
            yield serve(spawn)


def as_role(browser: Browser, site: str, role: str) -> tuple[BrowserContext, Page]:
    context = browser.new_context(base_url=site, bypass_csp=True)
    context.set_default_timeout(60_000)
    context.add_init_script(path=AXE)
    page = context.new_page()
    page.goto("/sign-in/")
    page.get_by_role("button", name=f"Kijk rond als {role}").click()
    page.wait_for_url(f"{site}/")
    return context, page


def test_a_contract_is_made_and_checked_by_whoever_holds_it(browser: Browser, site: str):
    context, page = as_role(browser, site, "teamverantwoordelijke")
    found = [*problems(page, f"{PLACE}documents/")]
    page.goto(PLACE)
    page.get_by_role("link", name="Inburgeringscontract", exact=True).click()
    assert page.get_by_label("Taal naast het Nederlands").input_value() == "ar"
    page.get_by_role("button", name="Maken").click()
    page.get_by_text("Gemaakt: inburgeringscontract.").wait_for()
    found += problems(page, f"{PLACE}documents/")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Inburgeringscontract (PDF)").click()
    assert taken.value.suggested_filename.endswith("-contract-1.pdf")
    context.clear_cookies()
    found += problems(page, "/check/unknown/")
    assert "hoort geen document" in page.inner_text("main")
    context.close()
    assert "\n".join(found) == ""


def test_the_rights_of_the_person_and_a_hold(browser: Browser, site: str):
    context, page = as_role(browser, site, "teamverantwoordelijke")
    page.goto(f"{PLACE}rights/")
    for link, ending in (("Om te lezen (PDF)", ".pdf"), ("Voor een computer (JSON)", ".json")):
        with page.expect_download() as taken:
            page.get_by_role("link", name=link).click()
        assert taken.value.suggested_filename.endswith(ending)
    found = [*problems(page, f"{PLACE}rights/")]
    page.get_by_label("Waarom moet dit dossier bewaard blijven?").fill("onderzoek door de inspectie")
    page.get_by_role("button", name="Bewaren op bevel").click()
    page.get_by_text("onderzoek door de inspectie").wait_for()
    found += problems(page, f"{PLACE}rights/")
    context.close()
    assert "\n".join(found) == ""


def test_the_terms_are_shown_to_who_decides(browser: Browser, site: str):
    context, page = as_role(browser, site, "auditor")
    found = [*problems(page, "/retention/")]
    assert "niets over zijn termijn" in page.inner_text("main")
    context.close()
    assert "\n".join(found) == ""
