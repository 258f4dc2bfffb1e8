"""Every address and every act, with every role, on one's own dossier and on somebody else's.

What each role may is written here once more, apart from `accounts.roles`, so that a slip there shows.
"""

import re

import pytest
from django.urls import get_resolver, reverse

from baken.accounts.models import Look
from baken.accounts.roles import Role
from baken.ledger.models import Append
from baken.ui.acting import acts
from baken.ui.permissions import all_views, declared
from baken.workplace.tests.conftest import OTHER, OWN, SECRET

DOORS = {route: declared(view) for route, view in all_views()}
OPENS = {
    "counsellor": {"my_day", "search", "law", "new_dossier"},
    "nt2_consultant": {"my_day", "search", "law"},
    "mo_teacher": {"search"},
    "planner": {"search"},
    "team_lead": {"my_day", "search", "law", "new_dossier", "team", "glass", "doubles"},
    "enforcement": {"my_day", "search", "law"},
    "appeal": {"search"},
    "reporting": {"reports", "jobs"},
    "auditor": {"search", "looks", "glass", "reports", "jobs", "retention"},
    "administrator": {"accounts", "jobs", "jobs.act", "reports", "retention"},
}
FILE = {"dossier", "dossier.facts", "dossier.law", "dossier.why", "dossier.documents", "dossier.document"}
FILE |= {"dossier.double", "dossier.double.apart"}
LOOKS = {"dossier.looks", "dossier.looks.file"}
RIGHTS = {"dossier.rights", "dossier.export"}
SEES = {
    "counsellor": FILE | LOOKS | RIGHTS | {"act"},
    "nt2_consultant": FILE | {"act"},
    "mo_teacher": {"dossier", "dossier.facts", "act"},
    "planner": {"dossier", "dossier.facts", "act"},
    "team_lead": FILE | LOOKS | RIGHTS | {"act"},
    "enforcement": set(),
    "appeal": set(),
    "reporting": set(),
    "auditor": FILE | LOOKS | {"dossier.rights"},
    "administrator": set(),
}
"""Of a dossier of their team, on which there is no infringement and no appeal."""
FOLLOWING = (
    *("people.", "programme.", "orientation.", "dutch.", "work.", "participation.", "fees."),
    *("enforcement.find", "enforcement.send_notice", "enforcement.remedy", "enforcement.forward"),
)
WRITES = {
    "counsellor": FOLLOWING,
    "nt2_consultant": ("people.", "dutch.", "programme.hold_conversation"),
    "mo_teacher": ("orientation.attend", "orientation.record_test", "orientation.decide"),
    "planner": ("orientation.",),
    "team_lead": FOLLOWING,
    "enforcement": (),
    "appeal": (),
    "reporting": (),
    "auditor": (),
    "administrator": (),
}
NOT = {
    "counsellor": {"dutch.decide_appeal"},
    "nt2_consultant": {
        *("people.merge", "people.undo_merge", "people.identify", "people.open_dossier"),
        *("dutch.decide_appeal", "dutch.assess_learning"),
    },
    "team_lead": {"dutch.decide_appeal"},
}
"""Acts of a room that a role may not do, because it does not write what these write."""


def test_the_tables_of_this_test_know_every_role():
    assert set(OPENS) == set(SEES) == set(WRITES) == set(Role.values)


def dossier_address(route: str, dossier: int) -> str:
    number = reverse("dossier", args=[dossier]).split("/")[2]
    filled = (
        route.replace("<dossier:dossier>", number)
        .replace("<dossier:other>", number)
        .replace("<slug:rule>", "target_group")
        .replace("<int:number>", "1")
    )
    return "/" + re.sub(r"<str:name>", "programme.hold_conversation", filled)


@pytest.mark.parametrize("role", Role.values)
def test_pages_without_a_dossier_open_for_the_roles_that_have_them(someone, role, tmp_path, settings):
    settings.VAR = tmp_path
    client = someone(role)
    for route, door in DOORS.items():
        if door.kind != "page":
            continue
        address = re.sub(r"<path:\w+>", "none", re.sub(r"<int:\w+>", "987654", f"/{route}"))
        expected = (200, 404, 405) if door.name in OPENS[role] else (403,)
        assert client.get(address).status_code in expected, route
        if 403 in expected:
            assert client.post(address).status_code == 403, route


@pytest.mark.parametrize("role", Role.values)
def test_a_dossier_opens_within_reach_only_and_every_look_and_refusal_is_written(someone, role):
    client = someone(role)
    for route, door in DOORS.items():
        if door.kind != "dossier":
            continue
        for dossier in (OWN, OTHER, 777):
            before = Look.objects.count()
            answer = client.get(dossier_address(route, dossier))
            allowed = door.name in SEES[role] and (dossier == OWN or (role == "auditor" and dossier != 777))
            looked = Look.objects.filter(pk__gt=before).order_by("id")
            assert (answer.status_code != 403) == allowed or door.name == "act", (route, dossier)
            assert looked and {look.dossier for look in looked} == {dossier}
            assert any(look.kind == Look.Kind.REFUSED for look in looked) == (answer.status_code == 403)
            if answer.status_code == 403:
                assert SECRET not in answer.content.decode() and "Hartmann" not in answer.content.decode()


@pytest.mark.parametrize("role", Role.values)
def test_acts_are_for_the_roles_and_dossiers_that_they_are_for(someone, role):
    client = someone(role)
    for name in acts():
        for dossier in (OWN, OTHER):
            allowed = dossier == OWN and name.startswith(WRITES[role] or ("-",)) and name not in NOT.get(role, ())
            address = reverse("act", args=[dossier, name])
            assert (client.get(address).status_code == 200) == allowed, (name, dossier)
            if not allowed:
                appended = Append.objects.count()
                assert client.post(address, {"confirm": "1", "occurred_on": "2020-01-01"}).status_code == 403
                assert Append.objects.count() == appended


def test_no_address_is_reached_by_a_role_only_because_it_has_no_door():
    assert None not in DOORS.values()
    assert get_resolver().resolve("/day/").func.door.name == "my_day"


def test_a_dossier_number_with_a_wrong_check_digit_is_no_page(someone):
    assert someone("counsellor").get("/dossiers/D-1-4/").status_code == 404
