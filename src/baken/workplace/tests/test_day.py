"""My day, the team and handing over, as the browser asks for them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from baken.accounts.models import Look, Post, User
from baken.foundation import clock
from baken.ledger.append import append, head
from baken.ledger.models import Append, Office
from baken.people.facts import LanguageKnown
from baken.people.models import Note
from baken.programme.facts import AppointmentMade, CounsellorAssigned
from baken.workplace.models import SavedFilter, Task
from baken.workplace.tests.conftest import OTHER, OWN, opened, places

MAKE, CANCEL, HOLD = "programme.make_appointment", "programme.cancel_appointment", "programme.hold_conversation"


@pytest.fixture
def counsellor(someone):
    return someone("counsellor")


def day(client, query: str = "") -> str:
    return client.get(f"/day/{query}").content.decode()


def do(client, name: str, dossier: int = OWN, **given: str):
    sent = {"seen": str(head().id), "confirm": "1", **given}
    return client.post(reverse("act", args=[dossier, name]), sent)


def test_what_is_due_stands_by_dossier_with_why_and_the_act_that_meets_it(counsellor):
    Task.objects.create(dossier=OWN, term="report", due=clock.today() - timedelta(days=3))
    Task.objects.create(dossier=OTHER, term="report", due=clock.today() - timedelta(days=9))
    counsellor.post("/day/seen/")
    page = day(counsellor)
    assert page.count("Hartmann, Amina</a>") == 1 and "Zoutelande" not in page
    assert "3 dagen te laat" in page and reverse("dossier-why", args=[OWN, "report_by"]) in page
    assert reverse("act", args=[OWN, "programme.register"]) in page
    listed = page.split('class="due"')[1]
    assert listed.index("3 dagen te laat") < listed.index("VDAB")


@pytest.mark.parametrize(
    ("query", "shown"), [("?when=late", True), ("?when=month", False), ("?term=report", True), ("?term=mo", False)]
)
def test_a_filter_chooses_and_says_when_nothing_is_left(counsellor, query, shown):
    Task.objects.filter(dossier=OWN).delete()
    Task.objects.create(dossier=OWN, term="report", due=clock.today() - timedelta(days=3))
    page = day(counsellor, query)
    assert ("3 dagen te laat" in page) == shown
    assert ("Niets te doen met deze filter" in page) != shown


def test_a_filter_is_kept_under_a_name_for_oneself_only_and_forgotten(counsellor, someone):
    counsellor.post("/day/filters/", {"page": "my-day", "name": "Te laat", "query": "when=late&evil=1"})
    kept = SavedFilter.objects.get()
    assert (kept.name, kept.query) == ("Te laat", "when=late")
    assert "?when=late" in day(counsellor)
    other = someone("nt2_consultant")
    assert "Te laat</a>" not in day(other)
    other.post(reverse("forget-filter", args=[kept.pk]))
    assert SavedFilter.objects.exists()
    counsellor.post(reverse("forget-filter", args=[kept.pk]), {"next": "//elsewhere.example/"})
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize(
    "given",
    [
        {"page": "x", "name": "a", "query": "when=late"},
        {"page": "cases", "name": " ", "query": "when=late"},
        {"page": "cases", "name": "a", "query": ""},
    ],
)
def test_nothing_is_not_kept_as_a_filter(counsellor, given):
    assert counsellor.post("/day/filters/", given).status_code == 400
    assert not SavedFilter.objects.exists()


def test_what_others_told_is_new_until_it_was_seen_and_what_comes_after_is_new_again(counsellor):
    counsellor.post("/day/seen/")
    assert "Nieuw sinds" not in day(counsellor)
    append([LanguageKnown(dossier=OWN, occurred_on=clock.today(), language="ara")], by="s-colleague", source="agii")
    page = day(counsellor)
    assert "talenkennis" in page and "s-colleague" in page
    upto = head().id
    append([LanguageKnown(dossier=OWN, occurred_on=clock.today(), language="fra")], by="s-colleague", source="agii")
    counsellor.post("/day/seen/", {"upto": str(upto)})
    assert "talenkennis" in day(counsellor)
    counsellor.post("/day/seen/", {"upto": str(head().id)})
    assert "Nieuw sinds" not in day(counsellor)


def test_an_appointment_stands_on_my_day_until_a_conversation_or_a_cancellation_closes_it(counsellor):
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    for _ in range(2):
        assert do(counsellor, MAKE, day=tomorrow, minute="570", channel="phone").status_code == 302
    first, second = AppointmentMade.objects.order_by("id")
    page = day(counsellor)
    assert page.count("09:30") == 2 and "telefonisch" in page
    do(counsellor, HOLD, occurred_on=clock.today().isoformat(), appointment=str(first.appointment))
    assert day(counsellor).count("09:30") == 1
    do(counsellor, CANCEL, appointment=str(second.appointment), reason="moved")
    assert "09:30" not in day(counsellor)


def test_an_appointment_whose_day_passed_asks_whether_it_took_place(counsellor):
    past = clock.today() - timedelta(days=4)
    made = AppointmentMade(
        dossier=OWN, appointment=7, occurred_on=past, day=past, minute=None, counsellor="s-counsellor", channel="office"
    )
    append([made], by="s-counsellor", source="agii")
    assert "ging het gesprek door?" in day(counsellor)


def test_an_appointment_in_the_past_cannot_be_made(counsellor):
    yesterday = (clock.today() - timedelta(days=1)).isoformat()
    page = do(counsellor, MAKE, day=yesterday, minute="", channel="phone").content.decode()
    assert "vandaag of later" in page and not AppointmentMade.objects.exists()


def test_the_team_shows_the_load_of_each_and_of_nobody(someone):
    here = Office.objects.get(code="agii-here")
    opened(5, here, "s-busy", "Peeters")
    Task.objects.create(dossier=5, term="report", due=clock.today() - timedelta(days=1))
    page = someone("team_lead").get("/team/").content.decode()
    assert page.index("s-busy") < page.index("s-counsellor")
    assert "s-other" not in page
    assert "/cases/?counsellor=s-busy" in page


@pytest.fixture
def lead(someone):
    """A team lead; the team has a second counsellor, s-new."""
    client = someone("team_lead")
    team = Post.objects.get(user=client.session["_auth_user_id"]).team
    new = User.objects.create_user("new", first_name="Nour", staff_number="s-new")
    Post.objects.create(user=new, role="counsellor", agency="agii", team=team, since=clock.today())
    return client


def hand_over(client, *dossiers: int, to: str = "s-new", **given: str):
    sent = {"dossier": [str(one) for one in dossiers], "to": to, "note": "", "seen": str(head().id), **given}
    return client.post("/cases/hand-over/", sent)


def test_several_dossiers_are_handed_over_at_once_with_a_note_for_each(lead):
    opened(5, Office.objects.get(code="agii-here"), "s-counsellor", "Peeters")
    page = lead.get("/cases/?counsellor=s-counsellor").content.decode()
    assert "Hartmann, Amina" in page and "Peeters, Amina" in page and "Nour" in page
    before = Append.objects.count()
    answer = hand_over(lead, OWN, 5, note="Belt liefst", next="/cases/?counsellor=s-counsellor")
    assert answer.headers["Location"] == "/cases/?counsellor=s-counsellor"
    assert Append.objects.count() == before + 1
    assert (places()[OWN], places()[5]) == ("s-new", "s-new")
    notes = set(CounsellorAssigned.objects.filter(counsellor="s-new").values_list("note", flat=True))
    assert len(notes) == 2 and set(Note.objects.filter(pk__in=notes).values_list("body", flat=True)) == {"Belt liefst"}
    acts = Look.objects.filter(kind=Look.Kind.ACT, place="programme.assign_counsellor")
    assert set(acts.values_list("dossier", flat=True)) == {OWN, 5}


def test_all_or_nothing_when_one_is_out_of_reach_or_moved_on(lead):
    assert hand_over(lead, OWN, OTHER).status_code == 403
    stale = str(head().id)
    append([LanguageKnown(dossier=OWN, occurred_on=clock.today(), language="ara")], by="s-x", source="agii")
    opened(5, Office.objects.get(code="agii-here"), "s-counsellor", "Peeters")
    assert hand_over(lead, OWN, seen=stale).status_code == 409
    assert places() == {OWN: "s-counsellor", OTHER: "s-other", 5: "s-counsellor"}


@pytest.mark.parametrize(
    ("dossiers", "to", "status"), [((), "s-new", 400), ((OWN,), "s-other", 403), ((OWN,), "", 403)]
)
def test_a_hand_over_that_makes_no_sense_is_refused(lead, dossiers, to, status):
    assert hand_over(lead, *dossiers, to=to).status_code == status
    assert places()[OWN] == "s-counsellor"


def test_a_counsellor_sees_only_the_own_dossiers_whatever_the_address_says(someone):
    opened(5, Office.objects.get(code="agii-here"), "s-busy", "Peeters")
    page = someone("counsellor").get("/cases/?counsellor=s-busy").content.decode()
    assert "Hartmann" in page and "Peeters" not in page


def test_empty_lists_teach(someone):
    assert "U volgt nog geen dossiers" in day(someone("nt2_consultant"))
    assert "Geen dossiers met deze filter" in someone("counsellor").get("/cases/?term=b1").content.decode()
    assert "Niemand opende" in someone("team_lead").get("/glass/").content.decode()
