"""Signing in as the Flemish ACM/IDM does it, at a real provider that runs in a process of its own."""

import html
import json
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.test import Client

from baken.accounts.models import Look, Post, Team, User
from baken.foundation import clock
from baken.ledger.models import Office
from baken.ui.tests.conftest import eventually

PROVIDER = Path(__file__).with_name("provider.py")
BACK = "/sign-in/with/acm/back/"
NOOR = {"given_name": "Noor", "family_name": "Baert", "vo_id": "vo-123", "vo_orgcode": "OVO002949"}


class Provider:
    """The provider: its address, and what it tells of whom."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address, self.claims = address, folder / "claims.json"
        self.tell()

    def tell(self, **people: dict) -> None:
        self.claims.write_text(json.dumps(people))


@pytest.fixture(scope="module")
def process(tmp_path_factory) -> Iterator[Provider]:
    folder = tmp_path_factory.mktemp("provider")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    provider = Provider(f"http://127.0.0.1:{port}", folder)
    started = subprocess.Popen(
        [sys.executable, str(PROVIDER), str(port), str(folder), f"http://testserver{BACK}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        eventually(lambda: _answers(provider.address), seconds=60)
        yield provider
    finally:
        started.kill()
        started.wait()


def _answers(address: str) -> bool:
    try:
        return urllib.request.urlopen(f"{address}/.well-known/openid-configuration").status == 200
    except OSError:
        return False


@pytest.fixture
def provider(process: Provider, ledger_db, settings) -> Provider:
    """The provider, set up here as a deployment does it by its environment."""
    settings.DEMO = False
    app = {
        "provider_id": "acm",
        "name": "ACM/IDM",
        "client_id": "baken",
        "secret": "geheim",
        "settings": {"server_url": process.address, "token_auth_method": "client_secret_basic"},
    }
    scope = ["openid", "profile", "vo", "baken"]
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app], "SCOPE": scope, "OAUTH_PKCE_ENABLED": True}}
    process.tell()
    return process


class _NoFollowing(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, req, fp, code, msg, headers, newurl):
        return (
            None
            if newurl.startswith("http://testserver")
            else super().redirect_request(req, fp, code, msg, headers, newurl)
        )


def leaving(visitor: Client) -> str:
    """Press the button; the provider's address to which one is led."""
    page = visitor.post("/sign-in/with/acm/").content.decode()
    return html.unescape(re.search(r'url=([^"]+)"', page).group(1))


def at_provider(address: str, name: str) -> str:
    """Sign in there as somebody; the address here to which the provider leads back."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()), _NoFollowing)
    form = browser.open(address)
    try:
        browser.open(form.url, urlencode({"name": name}).encode())
    except HTTPError as answer:
        back = urlsplit(answer.headers["Location"])
        return f"{back.path}?{back.query}"
    raise AssertionError("the provider did not lead back")


def signed_in(name: str) -> Client:
    """Somebody who went all the way."""
    visitor = Client()
    visitor.answer = visitor.get(at_provider(leaving(visitor), name))
    return visitor


def test_a_first_sign_in_makes_the_account_and_its_posts(provider):
    provider.tell(noor={**NOOR, "baken_rol_3d": ["BakenTeamLead:agii", "Anders:agii"]})
    visitor = signed_in("noor")
    assert visitor.answer.status_code == 302
    user, post = User.objects.get(), Post.objects.get()
    assert (user.shown, user.staff_number, user.has_usable_password()) == ("Noor Baert", "vo-123", False)
    assert (post.role, post.agency, post.given_by) == ("team_lead", "agii", "acm")
    assert visitor.get("/team/").status_code == 200, "who signed in there needs no second factor here"
    assert signed_in("noor").get("/team/").status_code == 200
    assert (User.objects.count(), Post.objects.count()) == (1, 1)


def test_it_asks_the_scopes_of_acm_with_a_state_and_a_proof_key(provider):
    asked = parse_qs(urlsplit(leaving(Client())).query)
    assert asked["code_challenge_method"] == ["S256"] and len(asked["code_challenge"][0]) >= 43
    assert set(asked["scope"][0].split()) == {"openid", "profile", "vo", "baken"} and asked["response_type"] == ["code"]
    assert len(asked["state"][0]) >= 16


def test_a_state_of_somebody_else_or_none_is_refused(provider):
    provider.tell(noor={**NOOR, "baken_rol_3d": ["BakenTeamLead:agii"]})
    back = at_provider(leaving(Client()), "noor")
    other = Client()
    leaving(other)
    for address in (back, re.sub(r"state=[^&]*", "state=x", back), re.sub(r"&?state=[^&]*", "", back)):
        assert other.get(address).status_code in (200, 401)
        assert other.get("/account/").status_code == 302
    assert not User.objects.exists()


def test_a_stolen_code_is_worth_nothing_without_its_proof_key(provider):
    provider.tell(noor={**NOOR, "baken_rol_3d": ["BakenTeamLead:agii"]})
    stolen = parse_qs(urlsplit(at_provider(leaving(Client()), "noor")).query)["code"][0]
    thief = Client()
    own = parse_qs(urlsplit(leaving(thief)).query)["state"][0]
    thief.get(f"{BACK}?{urlencode({'code': stolen, 'state': own})}")
    assert thief.get("/account/").status_code == 302
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "roles", [None, [], ["Anders:agii"], ["BakenTeamLead"], ["BakenTeamLead:elders"], "Baken:agii"]
)
def test_without_a_role_that_makes_sense_here_one_is_refused_with_the_way_out(provider, roles):
    provider.tell(noor={**NOOR, "baken_rol_3d": roles})
    visitor = signed_in("noor")
    assert visitor.answer.status_code == 403
    assert "Vraag de lokale beheerder" in visitor.answer.content.decode()
    assert visitor.get("/account/").status_code == 302
    assert not User.objects.exists() and Look.objects.get().kind == Look.Kind.REFUSED


def test_a_role_taken_away_there_ends_here_and_another_organisation_sees_its_own(provider):
    provider.tell(noor={**NOOR, "baken_rol_3d": ["BakenTeamLead:agii"]})
    before = signed_in("noor")
    provider.tell(noor=NOOR)
    assert signed_in("noor").answer.status_code == 403
    assert before.get("/team/").status_code == 403, "also where one was still signed in"
    assert not Post.objects.get().runs(clock.today())
    provider.tell(noor={**NOOR, "baken_rol_3d": "BakenTeamLead:atlas"})
    assert signed_in("noor").get("/team/").status_code == 200
    assert [post.agency for post in Post.objects.all() if post.runs(clock.today())] == ["atlas"]


def test_posts_given_by_hand_stay_and_an_account_made_by_hand_is_known_by_its_staff_number(provider):
    office = Office.objects.create(code="o", name="O", agency="agii", region="antwerp_province")
    team = Team.objects.create(office=office, name="Team O")
    own = User.objects.create_user("noor.baert", staff_number="vo-123")
    Post.objects.create(user=own, role="auditor", since=clock.today(), given_by="beheerder")
    provider.tell(noor={**NOOR, "baken_rol_3d": ["BakenCounsellor:agii/Team O"]})
    assert signed_in("noor").get("/account/").status_code == 200
    assert User.objects.count() == 1
    assert {(post.role, post.team) for post in own.posts.all()} == {("auditor", None), ("counsellor", team)}


def test_a_closed_account_stays_closed(provider):
    provider.tell(noor={**NOOR, "baken_rol_3d": ["BakenTeamLead:agii"]})
    signed_in("noor")
    User.objects.update(is_active=False)
    assert signed_in("noor").get("/account/").status_code == 302


def test_a_provider_that_does_not_answer_gets_a_page_with_a_way_out(provider, settings):
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"] = {**app["settings"], "server_url": "http://127.0.0.1:9"}
    answer = Client().post("/sign-in/with/acm/")
    assert answer.status_code == 502 and "over enkele minuten" in answer.content.decode()
