"""Signing in with an account of our own: the one-time link, the second factor, lock-out, how long it lasts, devices."""

import re
from datetime import timedelta
from io import StringIO
from urllib.parse import urlsplit

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.usersessions.models import UserSession
from django.core.management import call_command
from django.test import Client

from baken.accounts.models import Post, User
from baken.foundation import clock
from baken.foundation.errors import BadRequest, Conflict

PASSWORD = "vier eenden op een rij"


@pytest.fixture(autouse=True)
def outside_the_demo(ledger_db, settings):
    settings.DEMO = False
    settings.SECRET_KEY_GIVEN = True
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_HSTS_SECONDS = 0


def account(*arguments: str) -> str:
    """The path that `baken account …` prints."""
    out = StringIO()
    call_command("account", *arguments, stdout=out)
    return urlsplit(out.getvalue().splitlines()[-1]).path


def chosen(link: str, client: Client) -> None:
    """Choose a password at a one-time link."""
    form = client.get(link, follow=True)
    answer = client.post(form.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})
    assert answer.headers["Location"] == "/sign-in/first/done/"


def signed_in(client: Client, password: str = PASSWORD, name: str = "koen"):
    return client.post("/sign-in/", {"login": name, "password": password})


def code_of(secret: str, *, later: int = 0) -> str:
    """What an authenticator app would show."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())) + later))


def with_app(client: Client) -> str:
    """Set up an authenticator app; its secret."""
    assert client.get("/account/factors/app/").headers["Location"].startswith("/account/again/")
    client.post("/account/again/", {"password": PASSWORD})
    page = client.get("/account/factors/app/").content.decode()
    secret = re.search(r'id="secret">([A-Z2-7]{16,})<', page).group(1)
    assert client.post("/account/factors/app/", {"code": code_of(secret)}).status_code == 302
    return secret


@pytest.fixture
def koen(client):
    """A client of the administrator Koen, who has a password and nothing else."""
    chosen(account("make", "koen"), client)
    assert signed_in(client).status_code == 302
    return client


def test_the_first_administrator_comes_in_by_a_link_that_works_once(client):
    link = account("make", "koen", "--first-name", "Koen", "--site", "https://baken.example/")
    assert User.objects.get().posts.get().role == "administrator"
    assert signed_in(client, "").status_code == 200
    chosen(link, client)
    again = Client().get(link, follow=True).content.decode()
    assert "Deze link werkt niet meer" in again and "beheerder van uw dienst" in again
    forged = Client().get(link.replace("/1/", "/2/"), follow=True)
    assert "Deze link werkt niet meer" in forged.content.decode()


@pytest.mark.parametrize("weak", ["kort", "koenraadwouters1", "qwertyuiop12"])
def test_a_weak_password_is_refused_with_a_sentence(client, weak):
    form = client.get(account("make", "koenraadwouters"), follow=True)
    answer = client.post(form.request["PATH_INFO"], {"password1": weak, "password2": weak})
    assert answer.status_code == 200
    assert 'class="fault"' in answer.content.decode()


def test_what_cannot_be_is_refused_by_the_command():
    account("make", "koen")
    for arguments, error in (
        (("make", "KOEN"), Conflict),
        (("make", "een naam met spaties"), BadRequest),
        (("make", "an", "--role", "counsellor"), BadRequest),
        (("make", "an", "--role", "counsellor", "--agency", "nergens"), BadRequest),
        (("link", "piet"), BadRequest),
    ):
        with pytest.raises(error):
            account(*arguments)
    assert User.objects.count() == 1


def test_before_a_page_with_people_a_second_factor_is_asked(koen):
    answer = koen.get("/jobs/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/account/factors/")
    assert "volstaat daarvoor niet" in koen.get("/account/factors/").content.decode()
    with_app(koen)
    assert koen.get("/jobs/").status_code == 200
    Authenticator.objects.all().delete()
    assert koen.get("/jobs/").status_code == 302


def test_with_the_code_of_the_app_and_no_other(koen):
    secret = with_app(koen)
    other = Client()
    assert signed_in(other).headers["Location"] == "/sign-in/factor/"
    assert other.get("/jobs/").status_code == 302
    page = other.post("/sign-in/factor/", {"code": "000000"})
    assert page.status_code == 200 and 'class="fault"' in page.content.decode()
    assert other.post("/sign-in/factor/", {"code": code_of(secret, later=1)}).status_code == 302
    assert other.get("/jobs/").status_code == 200
    replay = Client()
    signed_in(replay)
    replay.post("/sign-in/factor/", {"code": code_of(secret, later=1)})
    assert replay.get("/jobs/").status_code == 302


def test_a_recovery_code_works_once(koen):
    with_app(koen)
    koen.post("/account/factors/codes/new/", {})
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert codes[0] in koen.get("/account/factors/codes/").content.decode()
    for code, comes_in in ((codes[0], True), (codes[0], False), (codes[1], True)):
        other = Client()
        signed_in(other)
        other.post("/sign-in/factor/", {"code": code})
        assert (other.get("/jobs/").status_code == 200) == comes_in


def test_after_five_wrong_passwords_the_account_stays_closed_for_a_while(koen):
    for _ in range(5):
        page = signed_in(Client(), "fout fout fout fout").content.decode()
    assert "Te veel" not in page
    locked = signed_in(Client())
    assert locked.status_code == 200 and "Te veel" in locked.content.decode()


def test_a_number_of_wrong_codes_locks_too(koen):
    with_app(koen)
    other = Client()
    signed_in(other)
    pages = [other.post("/sign-in/factor/", {"code": f"{n:06}"}).content.decode() for n in range(7)]
    assert "Te veel" in pages[-1]


def aged(**ago: timedelta) -> None:
    UserSession.objects.update(**{name: clock.now() - length for name, length in ago.items()})


@pytest.mark.parametrize(
    ("ago", "stays"),
    [
        ({"last_seen_at": timedelta(minutes=59)}, True),
        ({"last_seen_at": timedelta(minutes=61)}, False),
        ({"created_at": timedelta(hours=9, minutes=59)}, True),
        ({"created_at": timedelta(hours=10, minutes=1)}, False),
    ],
)
def test_a_sign_in_ends_after_an_hour_of_nothing_or_a_working_day(koen, ago, stays):
    koen.get("/account/")
    aged(**ago)
    answer = koen.get("/account/", follow=True)
    assert ("U bent afgemeld" not in answer.content.decode()) == stays
    assert bool(koen.session.get("_auth_user_id")) == stays


def test_a_list_that_refreshes_itself_keeps_nobody_signed_in(koen):
    with_app(koen)
    aged(last_seen_at=timedelta(minutes=50))
    koen.get("/jobs/", headers={"hx-request": "true"})
    assert UserSession.objects.get().last_seen_at < clock.now() - timedelta(minutes=49)
    koen.get("/jobs/")
    assert UserSession.objects.get().last_seen_at > clock.now() - timedelta(minutes=1)


def test_other_devices_are_listed_and_signed_out_from_afar(koen):
    stolen = Client(headers={"user-agent": "Telefoon van een dief"})
    signed_in(stolen)
    assert stolen.get("/account/").status_code == 200
    assert "Telefoon van een dief" in koen.get("/account/devices/").content.decode()
    koen.post("/account/devices/", {})
    assert stolen.get("/account/").status_code == 302
    assert koen.get("/account/").status_code == 200


def test_another_password_signs_out_everywhere_else(koen):
    other = Client()
    signed_in(other)
    new = "vijf zwanen in een sloot"
    koen.post("/account/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert other.get("/account/").status_code == 302
    assert koen.get("/account/").status_code == 200


def test_a_session_gets_another_name_at_sign_in_and_its_cookie_is_for_https_and_no_script(client):
    link = account("make", "koen")
    chosen(link, client)
    client.get("/sign-in/")
    planted = client.session.session_key
    answer = signed_in(client)
    cookie = answer.cookies["sessionid"]
    assert cookie.value != planted
    assert cookie["httponly"] and cookie["secure"] and cookie["samesite"] == "Lax"
    stale = Client()
    stale.cookies["sessionid"] = planted
    assert stale.get("/account/").status_code == 302


def test_a_closed_account_comes_in_no_more(koen):
    User.objects.update(is_active=False)
    assert koen.get("/account/").status_code == 302
    assert signed_in(Client()).headers.get("Location") == "/sign-in/inactive/"
    with pytest.raises(BadRequest):
        account("link", "koen")


def test_after_signing_in_one_is_not_led_to_another_site(koen):
    evil = Client().post("/sign-in/?next=//evil.example/", {"login": "koen", "password": PASSWORD})
    assert evil.headers["Location"] == "/"


def test_a_post_that_ended_gives_nothing_at_once(koen):
    with_app(koen)
    Post.objects.update(until=clock.today())
    assert koen.get("/jobs/").status_code == 403
