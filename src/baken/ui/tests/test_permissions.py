"""Nobody opens what they may not: a sweep over every address of the site."""

import re

import pytest
from django.contrib.auth.models import User
from django.core.checks import run_checks
from django.test import Client

from baken.ui.models import Job
from baken.ui.permissions import PUBLIC, all_views, declared
from baken.ui.tests import sample_jobs

BROKEN = "baken.ui.tests.broken_urls"
ROUTES = {route: declared(view) for route, view in all_views()}


def address(route: str) -> str:
    """An address of that route: 1 for a number, x for a text."""
    return "/" + re.sub(r"<path:\w+>", "x", re.sub(r"<int:\w+>", "1", route))


@pytest.fixture(autouse=True)
def _database(ledger_db):
    """Every test here has a database of its own."""


def test_every_page_declares_a_permission_that_exists():
    assert {"", "jobs/", "reports/<path:path>"} <= ROUTES.keys()
    assert None not in ROUTES.values()
    assert [fault for fault in run_checks() if fault.id == "ui.E001"] == []


def test_the_check_names_a_page_that_declares_none_or_one_that_does_not_exist(settings):
    settings.ROOT_URLCONF = BROKEN
    faults = " ".join(fault.msg for fault in run_checks() if fault.id == "ui.E001")
    assert "/undeclared/ declares no permission" in faults
    assert "/mistyped/ declares an unknown permission ui.no_such_permission" in faults


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_page_that_declares_nothing_is_closed_to_all(settings, staff, method):
    settings.ROOT_URLCONF = BROKEN
    User.objects.create_superuser("root")
    client = Client()
    client.force_login(User.objects.get(username="root"))
    for visitor in (client, staff(), Client()):
        answer = getattr(visitor, method)("/undeclared/")
        assert answer.status_code == 403 and b"secret" not in answer.content


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("route", [route for route, permission in ROUTES.items() if permission != PUBLIC])
def test_without_the_permission_a_page_stays_closed(staff, route, method):
    sample_jobs.write_line.enqueue(path="x", line="y")
    asked = address(route)
    answer = getattr(Client(), method)(asked)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/sign-in/?next={asked}")
    others = {permission for permission in ROUTES.values() if permission not in (PUBLIC, ROUTES[route])}
    answer = getattr(staff(*others), method)(asked)
    assert answer.status_code == 403
    assert "Geen toegang" in answer.content.decode()
    assert Job.objects.get().state == "waiting"


def test_a_list_that_refreshes_itself_after_a_sign_out_lets_the_page_ask_again():
    answer = Client().get("/jobs/", headers={"hx-request": "true"})
    assert (answer.status_code, answer.headers["HX-Refresh"]) == (200, "true")
    assert answer.content == b""


def test_what_changes_something_is_never_done_by_a_get(staff):
    job = sample_jobs.write_line.enqueue(path="x", line="y")
    visitor = staff("ui.see_jobs", "ui.act_on_jobs")
    for page in (f"/jobs/{job.pk}/retry/", f"/jobs/{job.pk}/cancel/", "/sign-in/demo/"):
        assert visitor.get(page).status_code == 405
    visitor.get("/sign-out/")
    assert visitor.get("/jobs/").status_code == 200
    job.refresh_from_db()
    assert job.state == "waiting"


def test_a_form_from_elsewhere_is_refused_and_says_what_to_do(staff):
    job = sample_jobs.write_line.enqueue(path="x", line="y")
    answer = staff("ui.act_on_jobs", enforce_csrf_checks=True).post(f"/jobs/{job.pk}/cancel/")
    assert answer.status_code == 403
    assert "laad de pagina opnieuw" in answer.content.decode()
    job.refresh_from_db()
    assert job.state == "waiting"


def test_in_the_demo_one_click_signs_in(client, settings):
    settings.DEMO = True
    answer = client.post("/sign-in/demo/", follow=True)
    assert "Afmelden" in answer.content.decode()
    assert client.get("/jobs/").status_code == 200


def test_outside_the_demo_that_click_is_refused(client, settings):
    settings.DEMO = False
    assert "Aanmelden als beheerder" not in client.get("/sign-in/").content.decode()
    assert client.post("/sign-in/demo/").status_code == 403
    assert not User.objects.exists()


def test_a_user_signs_in_with_a_password_and_out_again(client):
    User.objects.create_user("an", password="een lang wachtwoord")
    answer = client.post("/sign-in/", {"username": "an", "password": "verkeerd"})
    assert answer.status_code == 200 and 'role="alert"' in answer.content.decode()
    answer = client.post("/sign-in/", {"username": "an", "password": "een lang wachtwoord", "next": "/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert (
        client.post("/sign-in/?next=//evil.example/", {"username": "an", "password": "een lang wachtwoord"})
        .headers["Location"]
        .startswith("/")
    )
    client.post("/sign-out/")
    assert "Aanmelden" in client.get("/").content.decode()
