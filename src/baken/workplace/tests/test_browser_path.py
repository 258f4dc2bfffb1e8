"""A newcomer from the opening of a dossier to the certificate, and another to the fine: in a real browser."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from baken.accounts.models import Post, Team, User
from baken.conftest import fresh_ledger
from baken.foundation import clock
from baken.foundation.identifiers import shown_number
from baken.ledger.models import Office
from baken.ui.tests.conftest import spawning
from baken.ui.tests.test_browser import LOOKS, browser, faults, pytestmark, serve
from baken.workplace.tests.conftest import OWN, opened
from baken.workplace.tests.test_browser_papers import as_role

__all__ = ["browser", "pytestmark"]
ROLES = ("counsellor", "enforcement")
FINED = 7


@pytest.fixture(scope="module")
def site(ledger_template: str, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served house with one dossier, and people to sign in as."""
    folder = tmp_path_factory.mktemp("path")
    with django_db_blocker.unblock(), fresh_ledger(ledger_template, folder) as database:
        office = Office.objects.create(code="agii-here", name="AgII Hier", agency="agii", region="antwerp_province")
        opened(FINED, office, "s-counsellor", "Hartmann")
        team = Team.objects.create(name="Team Hier", office=office)
        for role in ROLES:
            user = User.objects.create_user(role, first_name="Els", last_name=role, staff_number=f"s-{role}")
            Post.objects.create(user=user, role=role, agency="agii", team=team, since=date(2020, 1, 1), given_by="demo")
        with spawning(database, folder / "var") as spawn:
            yield serve(spawn)


class Doing:
    """Somebody who does acts on a page, while axe looks at every state."""

    def __init__(self, page: Page) -> None:
        self.page, self.found = page, list[str]()

    def act(self, label: str, **given: Any) -> None:
        """Choose an act on the dossier's page and do it."""
        self.page.locator("main details").evaluate_all("all => all.forEach(one => one.open = true)")
        self.page.locator(".acts").get_by_role("link", name=label, exact=True).click()
        self.do(**given)
        self.page.get_by_text(f"Genoteerd: {label.lower()}.").wait_for()

    def do(self, **given: Any) -> None:
        """Fill in the form, look at what follows, and confirm."""
        self.look()
        for name, value in given.items():
            self.fill(name, value)
        for box in self.page.locator("input[name=confirmed]").all():
            box.check()
        self.page.get_by_role("button", name="Verder").click()
        self.page.get_by_text("Kijk na wat hieruit volgt").wait_for()
        self.look()
        self.page.get_by_role("button", name="Bevestigen").click()

    def fill(self, name: str, value: Any) -> None:
        """Answer one question."""
        asked = self.page.locator(f"main [name={name}]")
        kind = asked.first.evaluate("one => one.type")
        if kind in ("radio", "checkbox"):
            self.page.locator(f"[name={name}][value={str(value).lower()}]").check()
        elif kind == "select-one":
            asked.select_option(value)
        else:
            asked.fill(str(value))

    def look(self) -> None:
        """What axe finds in this state, at every width, in light and in dark."""
        for width, scheme in LOOKS:
            self.page.set_viewport_size({"width": width, "height": 900})
            self.page.emulate_media(color_scheme=scheme)
            self.found += [f"{self.page.url} {width} {scheme} {fault}" for fault in faults(self.page)]
            if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                self.found.append(f"{self.page.url} {width}: scrolls sideways")


def days_ago(days: int) -> str:
    return (clock.today() - timedelta(days=days)).isoformat()


def test_a_newcomer_from_the_opening_to_the_certificate(browser: Browser, site: str):
    context, page = as_role(browser, site, "trajectbegeleider")
    doing = Doing(page)
    page.get_by_role("link", name="Nieuw dossier").click()
    doing.do(family_name="Okafor", given_names="Chidi", birth_date="1991-04-05", sex="m", birth_country="322")
    page.get_by_role("heading", name="Chidi Okafor").wait_for()
    doing.act(
        "Intake",
        people__nationality_held__country="322",
        people__residence_registered__municipality="11002",
        people__residence_registered__since=days_ago(30),
        people__residence_granted__ground="family_reunification",
        people__residence_title_described__temporary_purpose="false",
        people__religious_ministry_noted__minister="false",
        work__right_to_work_noted__may_work="true",
    )
    doing.do(people__family_linked__member_of="third_country")  # what the ground of residence brings
    doing.do(people__residence_title_described__over_three_months="true")  # and what that brings
    page.get_by_role("link", name="Overzicht").click()
    doing.act("Doelgroep bepalen")
    doing.act("Contract ondertekenen", form="full", goals="Werken als kok")
    doing.act("Wens voor een cursus MO noteren", language="eng", time_slots="mon_morning", childcare="true")
    doing.act("Gesprek noteren", report="Kan snel starten.")
    doing.act("Onderdeel vrijstellen", component="mo", ground="exemption_test", evidence="uitslag van de toets")
    doing.act("Behaald niveau Nederlands noteren", level="a2", oral="false")
    doing.act("Inschrijving bij VDAB of Actiris noteren", service="vdab")
    doing.act("Participatietraject afspreken", activity="buddy", hours=40)
    doing.act("Uren participatie noteren", hours=40)
    doing.act("Participatietraject voltooien")
    doing.act("Inburgeringsattest uitreiken")
    page.get_by_text("attest behaald").wait_for()
    page.get_by_role("link", name="Alle feiten").click()
    page.get_by_text("Kan snel starten.").wait_for()
    page.get_by_role("link", name="Herstellen gesprek").click()
    doing.do(report="Kan in januari starten.", why="slip")
    page.get_by_text("Genoteerd: herstellen.").wait_for()
    context.close()
    assert "\n".join(doing.found) == ""


def test_an_infringement_to_the_fine(browser: Browser, site: str):
    context, page = as_role(browser, site, "trajectbegeleider")
    place, doing = f"/dossiers/{shown_number('D', FINED)}/", Doing(page)
    page.goto(place)
    doing.act("Kenmerken van de verblijfstitel noteren", temporary_purpose="false", over_three_months="true")
    doing.act("Inbreuk vaststellen", kind="no_cooperation_intake", authority="hh", motivation="Kwam drie keer niet.")
    doing.act("Ingebrekestelling als verzonden noteren")
    doing.act("Doorsturen naar de handhavingsambtenaar")
    found = doing.found
    context.close()
    context, page = as_role(browser, site, "handhavingsambtenaar")
    doing = Doing(page)
    page.goto(place)
    doing.act("Verweer noteren", content="Ik was ziek.")
    fine = "Over een boete beslissen"
    doing.act(fine, outcome="fined", amount="150", motivation="Geen attest van de dokter.")
    doing.act("Betaling van de boete noteren")
    page.goto(f"{place}facts/")
    page.get_by_text("€ 150,00").first.wait_for()
    context.close()
    assert OWN != FINED and "\n".join(found + doing.found) == ""
