"""Accounts, posts and teams by the administrator; each act stands in the read log, and nobody does them to oneself."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse

from baken.accounts.models import Look, Post, Team, User
from baken.foundation import clock
from baken.ledger.models import Office


@pytest.fixture
def administrator(staff):
    return staff("administrator")


@pytest.fixture
def somebody(ledger_db) -> User:
    return User.objects.create_user("els", first_name="Els", last_name="Vermeulen", staff_number="s-1")


@pytest.fixture
def team(ledger_db) -> Team:
    office = Office.objects.create(code="agii-1", name="AgII Gent", agency="agii")
    return Team.objects.create(name="Team Gent", office=office)


def written() -> list[tuple[str, str]]:
    return list(Look.objects.filter(kind=Look.Kind.ACT).order_by("id").values_list("place", "note"))


def change(client: Client, user: User, name: str) -> str:
    return client.post(reverse("change-user", args=[user.pk]), {"do": name}, follow=True).content.decode()


def test_an_account_is_made_given_a_post_and_that_ended(administrator, team):
    page = administrator.post(
        "/accounts/", {"username": "noor", "first_name": "Noor", "staff_number": "s-9"}, follow=True
    )
    noor = User.objects.get(username="noor")
    assert not noor.has_usable_password() and "Noor" in page.content.decode()
    address = reverse("user", args=[noor.pk])
    administrator.post(address, {"role": "counsellor", "team": team.pk, "agency": ""})
    post = noor.posts.get()
    assert (post.role, post.team, post.agency, post.since) == ("counsellor", team, "agii", clock.today())
    assert "Team Gent" in administrator.get("/accounts/").content.decode()
    administrator.post(reverse("end-post", args=[noor.pk, post.pk]))
    assert not noor.posts.get().runs(clock.today())
    assert written() == [
        ("accounts.make_user", "noor"), ("accounts.give_post", "noor"), ("accounts.end_post", "noor"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"role": "counsellor"}, "hoort een team"),
        ({"role": "king"}, "Selecteer een geldige keuze"),
        ({"role": ""}, "verplicht"),
    ],
)
def test_a_post_that_cannot_be_gets_a_sentence(administrator, somebody, given, sentence):
    page = administrator.post(reverse("user", args=[somebody.pk]), given).content.decode()
    assert sentence in page and not somebody.posts.exists() and written() == []


@pytest.mark.parametrize(
    "given", [{"username": "ELS"}, {"username": "an", "staff_number": "s-1"}, {"username": "a b/c"}]
)
def test_an_account_that_cannot_be_is_refused_at_the_form(administrator, somebody, given):
    before = User.objects.count()
    assert "alert--bad" in administrator.post("/accounts/", given).content.decode()
    assert User.objects.count() == before


def test_wiping_the_second_factor_signs_out_everywhere(administrator, somebody):
    Authenticator.objects.create(user=somebody, type=Authenticator.Type.TOTP, data={})
    own = Client()
    own.force_login(somebody)
    own.get("/account/")
    UserSession.objects.get_or_create(user=somebody, session_key=own.session.session_key, defaults={"ip": "127.0.0.1"})
    assert "gewist" in change(administrator, somebody, "factors")
    assert not Authenticator.objects.filter(user=somebody).exists()
    assert own.get("/account/").status_code == 302
    assert written() == [("accounts.reset_factors", "els")]


def test_a_closed_account_cannot_be_used_until_it_is_opened_again(administrator, somebody):
    own = Client()
    own.force_login(somebody)
    change(administrator, somebody, "close")
    assert own.get("/account/").status_code == 302
    assert "gesloten" in change(administrator, somebody, "link")
    assert "intussen" in change(administrator, somebody, "close")
    change(administrator, somebody, "open")
    assert User.objects.get(pk=somebody.pk).is_active
    assert [place for place, _note in written()] == ["accounts.close", "accounts.open"]


def test_the_link_for_a_password_is_shown_once_and_not_written_down(administrator, somebody):
    page = change(administrator, somebody, "link")
    assert "/sign-in/first/" in page
    assert "/sign-in/first/" not in administrator.get(reverse("user", args=[somebody.pk])).content.decode()
    assert written() == [("accounts.give_link", "els")]


@pytest.mark.parametrize("name", ["factors", "sessions", "close", "link"])
def test_an_administrator_does_nothing_to_oneself(administrator, name):
    own = User.objects.get(pk=administrator.session["_auth_user_id"])
    assert "niet zelf" in change(administrator, own, name)
    administrator.post(reverse("user", args=[own.pk]), {"role": "auditor"})
    administrator.post(reverse("end-post", args=[own.pk, own.posts.get().pk]))
    assert own.posts.get().runs(clock.today()) and written() == []


def test_a_post_of_somebody_else_is_not_ended_by_the_way_of_another(administrator, somebody, team):
    other = User.objects.create_user("an")
    post = Post.objects.create(user=other, role="planner", agency="agii", since=clock.today())
    administrator.post(reverse("end-post", args=[somebody.pk, post.pk]))
    assert other.posts.get().until is None


def test_a_team_is_made_once(administrator, team):
    given = {"name": "Team Dampoort", "office": team.office_id}
    assert "Team Dampoort" in administrator.post("/accounts/teams/", given, follow=True).content.decode()
    assert "al een team" in administrator.post("/accounts/teams/", given).content.decode()
    assert written() == [("accounts.make_team", "Team Dampoort")]
