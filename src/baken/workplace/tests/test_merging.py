"""Two dossiers of one person: proposed, laid side by side, merged with everything in sight, and undone."""

from datetime import timedelta

import pytest
from django.urls import reverse

from baken.accounts.models import DossierPlace, Look
from baken.foundation import clock
from baken.ledger.append import append, head
from baken.ledger.models import Append, Office
from baken.ledger.situation.one import person_file
from baken.people.facts import DossierOpened
from baken.people.models import Identity, Suspicion
from baken.workplace.models import Task
from baken.workplace.tests.conftest import OTHER, OWN, opened

DOUBLE = 3
MERGE, UNDO = "people.merge", "people.undo_merge"


@pytest.fixture
def double(caseload) -> int:
    """A second dossier of the person of dossier OWN, at the same office, under another spelling."""
    opened(DOUBLE, Office.objects.get(code="agii-here"), "s-counsellor", "Hartman")
    return DOUBLE


@pytest.fixture
def counsellor(someone, double):
    return someone("counsellor")


def given(kept: str = "this", other: str = "D-3-6", **more: str) -> dict[str, str]:
    return {"other": other, "kept": kept, "seen": str(head().id), **more}


def persons() -> dict[int, int]:
    return dict(DossierPlace.objects.values_list("dossier", "person"))


def test_the_dossier_and_the_list_of_the_team_lead_propose_it_with_the_reason(someone, counsellor):
    assert "leg het naast D-3-6" in counsellor.get("/dossiers/D-1-5/").content.decode()
    page = someone("team_lead").get("/doubles/").content.decode()
    assert "Hartmann, Amina" in page and "Hartman, Amina" in page and "dezelfde geboortedatum" in page
    assert "/dossiers/D-1-5/beside/D-3-6/" in page


def test_side_by_side_shows_both_and_writes_both_in_the_read_log(counsellor):
    before = Look.objects.count()
    page = counsellor.get("/dossiers/D-1-5/beside/D-3-6/").content.decode()
    assert page.count("Amina Hart") >= 2 and "Maatschappelijke oriëntatie" in page
    assert {look.dossier for look in Look.objects.filter(pk__gt=before)} == {OWN, DOUBLE}


def test_beside_a_dossier_out_of_reach_nothing_is_shown(counsellor):
    answer = counsellor.get("/dossiers/D-1-5/beside/D-2-7/")
    assert answer.status_code == 403 and "Zoutelande" not in answer.content.decode()
    assert Look.objects.filter(kind=Look.Kind.REFUSED, dossier=OTHER).exists()


@pytest.mark.parametrize(("kept", "person"), [("this", OWN), ("other", DOUBLE)])
def test_merging_shows_what_follows_then_makes_one_person_and_undoing_gives_all_back(counsellor, kept, person):
    address, before = reverse("act", args=[OWN, MERGE]), Append.objects.count()
    tasks = set(Task.objects.values_list("dossier", "term", "due"))
    assert "Kijk na wat hieruit volgt" in counsellor.post(address, given(kept)).content.decode()
    assert (Append.objects.count(), persons()[OWN], persons()[DOUBLE]) == (before, OWN, DOUBLE)

    assert counsellor.post(address, given(kept, confirm="1")).status_code == 302
    assert (persons()[OWN], persons()[DOUBLE]) == (person, person)
    assert person_file(OWN).dossiers == (OWN, DOUBLE)
    assert {look.dossier for look in Look.objects.filter(kind=Look.Kind.ACT, place=MERGE)} >= {
        OWN if kept == "other" else DOUBLE
    }
    assert "leg het naast" not in counsellor.get("/dossiers/D-1-5/").content.decode()

    moved = DOUBLE if kept == "this" else OWN
    undo = reverse("act", args=[moved, UNDO])
    assert "Dat kan nu niet" not in counsellor.get(undo).content.decode()
    assert counsellor.post(undo, {"seen": str(head().id), "confirm": "1"}).status_code == 302
    assert (persons()[OWN], persons()[DOUBLE]) == (OWN, DOUBLE)
    assert set(Task.objects.values_list("dossier", "term", "due")) == tasks
    assert "Dat kan nu niet" in counsellor.get(undo).content.decode()


def test_what_is_told_in_one_dossier_counts_in_the_other_after_merging(counsellor):
    counsellor.post(reverse("act", args=[OWN, MERGE]), given(confirm="1"))
    assert {row["dossier"] for row in person_file(DOUBLE).rows["programme.contract_signed"]} == {OWN, DOUBLE}


@pytest.mark.parametrize(
    ("other", "sentence"),
    [("D-2-7", "ziet u niet"), ("D-3-5", "klopt niet"), ("D-1-5", "al over dezelfde persoon"), ("twee", "klopt niet")],
)
def test_what_cannot_be_merged_is_refused_with_a_sentence(counsellor, other, sentence):
    for step in ({}, {"confirm": "1"}):
        page = counsellor.post(reverse("act", args=[OWN, MERGE]), given(other=other, **step)).content.decode()
        assert sentence in page
    assert persons() == {OWN: OWN, OTHER: OTHER, DOUBLE: DOUBLE}


def test_a_person_with_a_dossier_out_of_reach_is_not_merged_behind_somebodys_back(counsellor):
    day = clock.today() - timedelta(days=5)
    append([DossierOpened(dossier=9, person=DOUBLE, occurred_on=day)], by="s-other", source="atlas")
    page = counsellor.post(reverse("act", args=[OWN, MERGE]), given(confirm="1")).content.decode()
    assert "D-9-" in page and persons()[DOUBLE] == DOUBLE


def test_a_dossier_that_moved_on_is_not_merged(counsellor):
    stale = given(confirm="1")
    counsellor.post(reverse("act", args=[OWN, MERGE]), given(confirm="1"))
    counsellor.post(reverse("act", args=[DOUBLE, UNDO]), {"seen": str(head().id), "confirm": "1"})
    assert counsellor.post(reverse("act", args=[OWN, MERGE]), stale).status_code == 409


def test_who_said_that_they_are_two_is_asked_no_more(counsellor, someone):
    assert Suspicion.objects.exists()
    counsellor.post(reverse("say-apart", args=[OWN, DOUBLE]))
    assert "leg het naast" not in counsellor.get("/dossiers/D-1-5/").content.decode()
    assert "geen vermoedelijke dubbels" in someone("team_lead").get("/doubles/").content.decode()
    one = Identity.objects.get(person=OWN)
    one.save()
    assert not Suspicion.objects.exists()


@pytest.mark.parametrize("role", ["nt2_consultant", "planner", "auditor"])
def test_who_does_not_write_identities_merges_nothing(someone, double, role):
    client = someone(role)
    assert client.post(reverse("act", args=[OWN, MERGE]), given(confirm="1")).status_code == 403
    assert client.post(reverse("say-apart", args=[OWN, DOUBLE])).status_code == 403
    assert persons()[DOUBLE] == DOUBLE and Suspicion.objects.exists()
