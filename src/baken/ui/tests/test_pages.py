"""The frame's pages as a browser gets them: contents, headers, languages, errors."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from baken.foundation import clock
from baken.ledger.append import append
from baken.people.facts import DossierOpened
from baken.ui.models import Job, State, Worker
from baken.ui.queue import store
from baken.ui.serving import NoSecretKey
from baken.ui.tests import sample_jobs
from baken.ui.tests.test_permissions import BROKEN

SEES = "administrator"
LEASE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _database(ledger_db, settings):
    """Every test here has a database of its own."""
    settings.DEMO = True


@pytest.fixture
def var(settings, tmp_path) -> Path:
    settings.VAR = tmp_path / "var"
    settings.VAR.mkdir()
    return settings.VAR


def text(answer) -> str:
    return answer.content.decode()


def ask(count: int = 1) -> Job:
    return [sample_jobs.write_line.enqueue(path="x", line="y") for _ in range(count)][-1]


def test_the_start_page_of_an_empty_house_says_how_to_begin(client, var):
    page = text(client.get("/"))
    assert "nog niets geregistreerd" in page and "baken load" in page


def test_the_start_page_tells_how_far_the_ledger_stands(staff, var):
    facts = [
        DossierOpened(dossier=n, person=n, occurred_on=datetime(2019, 1, 1, tzinfo=UTC).date()) for n in range(1, 1501)
    ]
    append(facts[:1], by="test", source="test")
    last = append(facts[1:], by="test", source="test")
    (var / "snapshots" / "2-abc").mkdir(parents=True)
    (var / "snapshots" / "2-abc" / "manifest.json").write_text('{"append": 2}')
    page = text(staff("reporting").get("/"))
    assert "1.500" in page and last.digest in page and "tot en met registratie 2" in page
    assert "nog geen rapport" in page


def test_reports_are_listed_by_their_title_and_served_from_their_folder_only(staff, var):
    (var / "reports" / "2019").mkdir(parents=True)
    (var / "reports" / "2019" / "index.html").write_text("<title>Jaarverslag &amp; cijfers 2019</title>")
    (var / "secret").write_text("a secret")
    reader = staff("reporting")
    page = text(reader.get("/"))
    assert "Jaarverslag &amp; cijfers 2019" in page and "/reports/2019/index.html" in page
    (var / "reports" / "2019" / "en").mkdir()
    (var / "reports" / "2019" / "en" / "index.html").write_text("<title>Annual report 2019</title>")
    reader.cookies["django_language"] = "en"
    english = text(reader.get("/"))
    assert "Annual report 2019" in english and "/reports/2019/en/index.html" in english
    del reader.cookies["django_language"]
    report = reader.get("/reports/2019/index.html")
    assert b"Jaarverslag" in b"".join(report.streaming_content)
    assert "script" not in report.headers["Content-Security-Policy"]
    assert b"Jaarverslag" in b"".join(reader.get("/reports/2019/").streaming_content)
    assert reader.get("/reports/2019").headers["Location"] == "/reports/2019/"
    for path in (
        "../secret",
        "2019/../../secret",
        "%2e%2e/secret",
        "2019/%2e%2e/%2e%2e/secret",
        "/etc/passwd",
        "/etc/",
        "2019/../../",
        "2018/",
    ):
        assert reader.get(f"/reports/{path}").status_code in (400, 404), path


def test_jobs_are_listed_by_state_and_by_page(staff):
    ask(30)
    store.succeed(store.claim("w", LEASE))
    reader = staff(SEES)
    first, second = text(reader.get("/jobs/")), text(reader.get("/jobs/?page=2"))
    assert "Bladzijde 1 van 2" in first and first.count('id="job-') == 25
    assert second.count('id="job-') == 5
    assert text(reader.get("/jobs/?state=done")).count('id="job-') == 1
    assert "Geen enkele taak" in text(reader.get("/jobs/?state=failed"))
    assert reader.get("/jobs/?state=nonsense&page=nonsense").status_code == 200


def test_the_list_says_when_nobody_works_and_refreshes_itself_unless_asked_not_to(staff):
    reader = staff(SEES)
    page = text(reader.get("/jobs/"))
    assert "Er is geen werker aan de slag" in page and "hx-get" in page
    assert "hx-get" not in text(reader.get("/jobs/?still"))
    Worker.objects.create(name="w", started_at=clock.now(), seen_at=clock.now())
    assert "1 werker is aan de slag" in text(reader.get("/jobs/"))


def test_a_job_shows_its_attempts_and_a_person_can_start_it_again(staff):
    job = ask()
    Job.objects.update(tries_left=1)
    store.fail(store.claim("w", LEASE), store.LOST, "ValueError in x.py:1 f", timedelta(0))
    reader = staff(SEES)
    page = text(reader.get(f"/jobs/{job.pk}/"))
    assert store.LOST in page and "ValueError in x.py:1 f" in page and "Opnieuw starten" in page
    assert "Opnieuw starten" not in text(staff("reporting").get(f"/jobs/{job.pk}/"))
    answer = reader.post(f"/jobs/{job.pk}/retry/", follow=True)
    assert "opnieuw in de wachtrij" in text(answer)
    assert "geannuleerd" in text(reader.post(f"/jobs/{job.pk}/cancel/", follow=True))
    assert Job.objects.get().state == State.CANCELLED
    answer = reader.post(f"/jobs/{job.pk}/cancel/")
    assert answer.status_code == 409
    assert "Ze is intussen: geannuleerd." in text(answer) and "Naar de startpagina" in text(answer)


def test_a_job_that_the_code_no_longer_knows_still_shows(staff):
    job = ask()
    Job.objects.update(name="gone.gone")
    assert "gone.gone" in text(staff(SEES).get("/jobs/")) + text(staff(SEES).get(f"/jobs/{job.pk}/"))


def test_dutch_first_whatever_the_browser_wishes_and_english_when_chosen(client):
    answer = client.get("/", headers={"accept-language": "en"})
    assert 'lang="nl"' in text(answer) and answer.headers["Content-Language"] == "nl"
    answer = client.post("/language/", {"language": "en", "next": "/sign-in/"}, follow=True)
    assert '<html lang="en" dir="ltr">' in text(answer) and "Skip to content" in text(answer)
    client.cookies["django_language"] = "xx"
    assert 'lang="nl"' in text(client.get("/"))


def test_a_stored_error_is_shown_in_the_readers_language(staff):
    ask()
    store.fail(store.claim("w", LEASE), store.LOST, "", timedelta(0))
    reader = staff(SEES)
    reader.cookies["django_language"] = "en"
    assert "The worker died while the job was running." in text(reader.get("/jobs/"))


def test_every_answer_is_strict(client, staff):
    answer = client.get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "<script" not in text(answer) and "style=" not in text(answer)
    assert "no-store" not in answer.headers.get("Cache-Control", "")
    assert "no-store" in staff().get("/").headers["Cache-Control"]
    assert len(answer.headers["X-Request-ID"]) == 12


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/nowhere/", 404, "Deze pagina bestaat niet"),
        ("/jobs/999/", 404, "Deze pagina bestaat niet"),
        ("/fails/", 500, "Er ging iets mis bij ons"),
        ("/collides/", 409, "Iemand anders was u voor."),
        ("/undeclared/", 403, "Geen toegang"),
    ],
)
def test_an_error_page_says_what_happened_and_the_way_out(staff, settings, address, status, sentence):
    settings.ROOT_URLCONF = BROKEN
    visitor = staff("reporting", raise_request_exception=False)
    answer = visitor.get(address)
    assert answer.status_code == status
    assert sentence in text(answer) and 'href="/"' in text(answer)
    assert "Traceback" not in text(answer) and "Peeters" not in text(answer)
    if status == 500:
        assert answer.headers["X-Request-ID"] in text(answer)


def test_a_host_that_is_not_ours_gets_a_page_too():
    answer = Client(raise_request_exception=False).get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "begrijpen we niet" in text(answer)


def test_without_a_secret_key_pages_are_served_in_the_demo_only(settings):
    settings.DEMO, settings.SECRET_KEY_GIVEN = False, False
    with pytest.raises(NoSecretKey, match="BAKEN_SECRET_KEY is niet ingesteld"):
        call_command("serve", "--port", "65535")
    environment = {**os.environ, "BAKEN_DEMO": "0", "BAKEN_SECRET_KEY": ""}
    entrance = [sys.executable, "-c", "import baken.config.wsgi"]
    assert b"NoSecretKey" in subprocess.run(entrance, env=environment, capture_output=True).stderr
    environment["BAKEN_SECRET_KEY"] = "a long text of one's own"
    assert subprocess.run(entrance, env=environment).returncode == 0
