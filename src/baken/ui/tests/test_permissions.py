"""Nobody opens what they may not: the frame's own addresses. The sweep over all is in workplace/tests."""

import re

import pytest
from django.core.checks import run_checks
from django.test import Client

from baken.accounts.models import Look, Post, User
from baken.foundation import clock
from baken.ui.models import Job
from baken.ui.permissions import all_views, declared
from baken.ui.tests import sample_jobs

BROKEN = "baken.ui.tests.broken_urls"
ROUTES = {route: declared(view) for route, view in all_views()}
PASSWORD = "een lang wachtwoord"


def address(route: str) -> str:
    """An address of that route: 1 for a number, x for a text, the first dossier."""
    filled = re.sub(r"<(path|str|slug):\w+>", "x", re.sub(r"<int:\w+>", "1", route))
    return "/" + re.sub(r"<dossier:\w+>", "D-1-5", filled)


@pytest.fixture(autouse=True)
def _database(ledger_db):
    """Every test here has a database of its own."""


def test_every_page_declares_a_door_that_exists():
    assert {"", "jobs/", "reports/<path:path>"} <= ROUTES.keys()
    assert None not in ROUTES.values()
    assert [fault for fault in run_checks() if fault.id == "ui.E001"] == []


def test_the_check_names_a_page_that_declares_none_or_one_that_does_not_exist(settings):
    settings.ROOT_URLCONF = BROKEN
    faults = " ".join(fault.msg for fault in run_checks() if fault.id == "ui.E001")
    assert "/undeclared/ declares nothing" in faults
    assert "/mistyped/ declares no_such_page, which no role opens" in faults


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_page_that_declares_nothing_is_closed_to_all(settings, staff, method):
    settings.ROOT_URLCONF = BROKEN
    for visitor in (staff("administrator"), staff("counsellor"), staff(), Client()):
        answer = getattr(visitor, method)("/undeclared/")
        assert answer.status_code == 403 and b"secret" not in answer.content


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "route", [route for route, door in ROUTES.items() if door and door.kind not in ("public", "api")]
)
def test_who_is_not_signed_in_is_asked_to(route, method):
    asked = address(route)
    answer = getattr(Client(), method)(asked)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/sign-in/?next={asked}")


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "route", [route for route, door in ROUTES.items() if door and door.kind in ("page", "dossier")]
)
def test_without_a_post_a_page_stays_closed_and_the_refusal_is_written(settings, staff, route, method):
    settings.DEMO = True
    sample_jobs.write_line.enqueue(path="x", line="y")
    answer = getattr(staff(), method)(address(route))
    assert answer.status_code == 403
    assert "Geen toegang" in answer.content.decode()
    assert Job.objects.get().state == "waiting"
    assert Look.objects.get().kind == Look.Kind.REFUSED


def test_a_list_that_refreshes_itself_after_a_sign_out_lets_the_page_ask_again():
    answer = Client().get("/jobs/", headers={"hx-request": "true"})
    assert (answer.status_code, answer.headers["HX-Refresh"]) == (200, "true")
    assert answer.content == b""


def test_what_changes_something_is_never_done_by_a_get(settings, staff):
    settings.DEMO = True
    job = sample_jobs.write_line.enqueue(path="x", line="y")
    visitor = staff("administrator")
    for page in (f"/jobs/{job.pk}/retry/", f"/jobs/{job.pk}/cancel/", "/sign-in/demo/1/", "/account/post/"):
        assert visitor.get(page).status_code == 405
    visitor.get("/sign-out/")
    assert visitor.get("/jobs/").status_code == 200
    job.refresh_from_db()
    assert job.state == "waiting"


def test_a_form_from_elsewhere_is_refused_with_the_way_out(settings, staff):
    settings.DEMO = True
    job = sample_jobs.write_line.enqueue(path="x", line="y")
    answer = staff("administrator", enforce_csrf_checks=True).post(f"/jobs/{job.pk}/cancel/")
    assert answer.status_code == 403
    assert "laad de pagina opnieuw" in answer.content.decode()
    job.refresh_from_db()
    assert job.state == "waiting"


def test_in_the_demo_one_click_signs_in_to_a_post_of_the_demo(client, settings):
    settings.DEMO = True
    user = User.objects.create_user("an")
    post = Post.objects.create(user=user, role="reporting", since=clock.today(), given_by="demo")
    assert "Kijk rond als rapporteur" in client.get("/sign-in/").content.decode()
    answer = client.post(f"/sign-in/demo/{post.pk}/", follow=True)
    assert "Afmelden" in answer.content.decode()
    assert client.get("/jobs/").status_code == 200


@pytest.mark.parametrize(("demo", "given_by"), [(False, "demo"), (True, "acm"), (True, "")])
def test_that_click_is_refused_outside_the_demo_and_for_other_posts(client, settings, demo, given_by):
    settings.DEMO = demo
    user = User.objects.create_user("an")
    post = Post.objects.create(user=user, role="reporting", since=clock.today(), given_by=given_by)
    assert "Kijk rond" not in client.get("/sign-in/").content.decode()
    assert client.post(f"/sign-in/demo/{post.pk}/").status_code == 403
    assert client.get("/account/").status_code == 302
