"""Opening exceptionally and looking at it afterwards; the read log by person, day and dossier, and as a file."""

import csv
import io

import pytest
from django.urls import reverse

from baken.accounts.models import Glass, Look, Post
from baken.foundation import clock
from baken.workplace.tests.conftest import OTHER, OWN, user_of

REASON = "De persoon staat aan het loket"


@pytest.fixture
def opened_glass(someone):
    counsellor = someone("counsellor")
    counsellor.post(reverse("break-glass", args=[OTHER]), {"reason": REASON})
    return counsellor


def test_the_team_lead_sees_what_was_opened_and_says_whether_it_was_right(someone, opened_glass):
    lead = someone("team_lead")
    page = lead.get("/glass/").content.decode()
    assert REASON in page and "D-2-7" in page and "Zoutelande" not in page
    lead.post(reverse("glass-review", args=[1]), {"approved": "0"})
    glass = Glass.objects.get()
    assert (glass.approved, glass.seen_by) == (False, user_of(lead))
    assert "niet terecht" in lead.get("/glass/").content.decode()
    assert Look.objects.filter(place="glass.review", dossier=OTHER, note="niet terecht").exists()
    assert lead.post(reverse("glass-review", args=[1]), {"approved": "1"}).status_code == 409


def test_another_agency_neither_sees_it_nor_judges(someone, opened_glass):
    lead = someone("team_lead")
    Post.objects.filter(user=user_of(lead)).update(agency="in_gent", team=None)
    assert REASON not in lead.get("/glass/").content.decode()
    assert lead.post(reverse("glass-review", args=[1]), {"approved": "1"}).status_code == 403
    assert Glass.objects.get().seen_at is None


def test_the_agency_of_the_dossier_sees_it_too(someone, opened_glass):
    lead = someone("team_lead")
    Post.objects.filter(user=user_of(lead)).update(agency="atlas", team=None)
    assert REASON in lead.get("/glass/").content.decode()


def test_nobody_judges_oneself(someone):
    lead = someone("team_lead")
    lead.post(reverse("break-glass", args=[OTHER]), {"reason": REASON})
    assert "iemand anders kijkt dit na" in lead.get("/glass/").content.decode()
    assert lead.post(reverse("glass-review", args=[1]), {"approved": "1"}).status_code == 403


def test_a_refused_dossier_shows_the_way_to_open_it(someone):
    assert reverse("break-glass", args=[OTHER]) in someone("counsellor").get("/dossiers/D-2-7/").content.decode()


def test_the_auditor_reads_the_log_by_person_day_dossier_and_kind(someone, opened_glass):
    auditor, number = someone("auditor"), user_of(opened_glass).pk
    today = clock.today().isoformat()
    for query in (
        f"user={number}",
        f"on={today}",
        "dossier=D-2-7",
        "kind=glass",
        f"user={number}&on={today}&kind=glass",
    ):
        assert REASON in auditor.get(f"/looks/?{query}").content.decode(), query
    for query in ("user=0", "on=2019-01-01", "dossier=D-1-5", "kind=export"):
        assert REASON not in auditor.get(f"/looks/?{query}").content.decode(), query
    assert Look.objects.filter(place="looks", dossier=OTHER, user=user_of(auditor)).exists()


@pytest.mark.parametrize("query", ["on=gisteren", "dossier=D-1-1", "user=x"])
def test_a_filter_that_makes_no_sense_gets_a_sentence(someone, query):
    answer = someone("auditor").get(f"/looks/?{query}")
    assert answer.status_code == 400 and "begrijpt Baken niet" in answer.content.decode()


def test_the_log_goes_on_to_older_lines(someone):
    auditor = someone("auditor")
    for _ in range(60):
        auditor.get("/looks/?kind=page")
    page = auditor.get("/looks/?kind=page").content.decode()
    assert "kind=page&amp;before=" in page
    before = page.split("before=")[1].split('"')[0]
    assert auditor.get(f"/looks/?kind=page&before={before}").content.decode().count("<tr>") < 15


def test_the_log_of_a_dossier_leaves_as_a_file_and_that_is_written_first(someone):
    Look.objects.create(kind="page", dossier=OWN, place="x", note="=HYPERLINK(1)")
    answer = someone("counsellor").get(reverse("dossier-looks-file", args=[OWN]))
    rows = list(csv.reader(io.StringIO(answer.content.decode())))
    assert rows[0][:3] == ["wanneer", "wie", "als"]
    assert rows[1][5] == "'=HYPERLINK(1)"
    assert rows[-1][3:5] == ["uitgevoerd", "dossier.looks.file"]
    assert 'filename="wie-keek-D-1-5.csv"' in answer.headers["Content-Disposition"]


def test_one_reads_what_one_looked_at_oneself_and_nothing_of_others(someone):
    counsellor = someone("counsellor")
    counsellor.get("/dossiers/D-1-5/")
    assert "D-1-5" in counsellor.get("/account/looks/").content.decode()
    assert "D-1-5" not in someone("reporting").get("/account/looks/").content.decode()
