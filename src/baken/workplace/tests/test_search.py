"""The search page: what is shown within reach and elsewhere, and that nothing that was typed stays anywhere."""

import pytest

from baken.accounts.models import Look
from baken.workplace.tests.conftest import OTHER, OWN, SECRET


def ask(client, typed: str, **headers: str) -> str:
    answer = client.post("/search/", {"q": typed}, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("typed", ["hartman amina", "Amina 03/02/1990", "03/02/1990", "D-1-5", "1"])
def test_who_is_within_reach_is_shown_with_the_way_to_the_dossier(someone, typed):
    page = ask(someone("counsellor"), typed)
    assert "Hartmann, Amina" in page and "03/02/1990" in page and "/dossiers/D-1-5/" in page
    assert SECRET not in page


@pytest.mark.parametrize("typed", ["zoutelande amina", "Zoutlande Amina 1990", "D-2-7"])
def test_of_who_is_elsewhere_only_the_dossier_and_the_agency_are_told_with_the_way_to_open_it(someone, typed):
    page = ask(someone("counsellor"), typed)
    assert "D-2-7" in page and "Atlas" in page and "/dossiers/D-2-7/open/" in page
    assert SECRET not in page and "03/02/1990" not in page.split('id="found"')[1]


@pytest.mark.parametrize("typed", ["zoutelande", "zou", "1990"])
def test_nobody_elsewhere_is_shown_to_who_fishes(someone, typed):
    assert "D-2-7" not in ask(someone("counsellor"), typed)


@pytest.mark.parametrize("role", ["planner", "mo_teacher"])
def test_who_may_not_break_the_glass_hears_nothing_of_elsewhere(someone, role):
    page = ask(someone(role), "zoutelande amina")
    assert "D-2-7" not in page and "Niemand gevonden" in page


def test_an_auditor_finds_both(someone):
    page = ask(someone("auditor"), "amina")
    assert "Hartmann, Amina" in page and f"{SECRET}, Amina" in page


def test_the_read_log_says_of_which_kind_and_how_many_never_what(someone):
    ask(someone("counsellor"), "hartmann amina 03/02/1990")
    line = Look.objects.get(kind=Look.Kind.SEARCH)
    assert line.note == "op naam, geboortedatum: 1 gevonden, 0 elders"
    assert (line.place, line.dossier) == ("search", None)


def test_what_is_in_an_address_is_not_looked_for(someone):
    page = someone("counsellor").get("/search/?q=hartmann").content.decode()
    assert "Hartmann" not in page
    assert not Look.objects.filter(kind=Look.Kind.SEARCH).exists()


@pytest.mark.parametrize(
    ("typed", "sentence"), [("31/02/1990", "bestaat niet"), ("D-1-4", "klopt niet"), ("Xyzzy Q", "Niemand")]
)
def test_what_cannot_be_or_is_not_there_gets_a_sentence(someone, typed, sentence):
    assert sentence in ask(someone("counsellor"), typed)


def test_a_part_of_the_page_is_given_to_who_asks_for_a_part(someone):
    part = ask(someone("counsellor"), "hartmann", **{"HX-Request": "true"})
    assert "Hartmann, Amina" in part and "<html" not in part


def test_a_name_with_markup_is_shown_as_text(someone):
    from baken.people.models import Identity

    one = Identity.objects.get(person=OWN)
    one.given_names = "<script>alert(1)</script>"
    one.save()
    assert "<script>alert" not in ask(someone("counsellor"), "hartmann")
    assert OTHER != OWN
