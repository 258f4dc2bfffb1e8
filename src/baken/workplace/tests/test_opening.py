"""Opening a dossier for somebody who has none."""

import pytest

from baken.accounts.models import DossierPlace, Look
from baken.ledger.append import head
from baken.people.facts import PersonDescribed
from baken.people.models import Identity, NamePart
from baken.workplace.tests.acting import OPEN, ago, do, refused
from baken.workplace.tests.conftest import SECRET
from baken.workplace.tests.test_every_act import NEW

NUMBER = "91640500174"
"""A test number of somebody born on 5 April 1991."""


@pytest.fixture
def counsellor(someone):
    return someone("counsellor")


def test_it_is_there_at_once_with_oneself_as_counsellor(counsellor, caseload):
    dossier, _ = do(counsellor, None, OPEN, **NEW, national_number=_shown(NUMBER))
    place = DossierPlace.objects.get(dossier=dossier)
    assert (place.counsellor, place.office_id, place.agency) == ("s-counsellor", caseload.office_id, "agii")
    identity = Identity.objects.get(person=place.person)
    assert (identity.family_name, identity.birth_date, identity.national_number) == ("Okafor", "1991-04-05", NUMBER)
    assert PersonDescribed.objects.get(dossier=dossier).birth_year == 1991
    assert set(NamePart.objects.values_list("text", flat=True)) == {"Okafor", "Chidi"}
    assert Look.objects.filter(kind=Look.Kind.ACT, dossier=dossier, place=OPEN).count() == 1
    assert counsellor.get(f"/dossiers/D-{dossier}-1/").status_code in (200, 404)


def _shown(number: str) -> str:
    return f"{number[:2]}.{number[2:4]}.{number[4:6]}-{number[6:9]}.{number[9:]}"


def test_somebody_who_has_a_dossier_is_refused_by_number_and_doubted_by_name(counsellor):
    do(counsellor, None, OPEN, **NEW, national_number=NUMBER)
    again = {**NEW, "family_name": "Okafor", "given_names": "Chidi"}
    assert "Er is al een dossier van iemand met dat rijksregisternummer" in refused(
        counsellor, None, OPEN, **again, national_number=NUMBER
    )
    sentence = refused(counsellor, None, OPEN, **again)
    assert "misschien al een dossier" in sentence and "dezelfde geboortedatum" in sentence
    before = head().id
    do(counsellor, None, OPEN, **again, somebody_else=True)
    assert head().id > before


def test_a_double_in_another_agency_is_told_without_saying_who(counsellor):
    born = Identity.objects.get(family_name=SECRET).birth_date
    sentence = refused(
        counsellor, None, OPEN, **{**NEW, "family_name": SECRET, "given_names": "Amina", "birth_date": born}
    )
    assert "D-2-" in sentence and "AgII" not in sentence


@pytest.mark.parametrize(
    ("slip", "sentence"),
    [
        ({"national_number": "91640500175"}, "controlegetal"),
        ({"birth_date": ""}, "geboortedatum"),
        ({"birth_date": ago(0), "occurred_on": ago(4)}, "vóór de geboorte"),
        ({"occurred_on": ago(-1)}, "toekomst"),
        ({"family_name": ""}, "verplicht"),
    ],
)
def test_slips_leave_nothing_behind(counsellor, slip, sentence):
    before = Identity.objects.count()
    assert sentence in refused(counsellor, None, OPEN, **{**NEW, **slip})
    assert Identity.objects.count() == before


def test_a_year_is_enough_where_the_day_is_not_known(counsellor):
    dossier, _ = do(counsellor, None, OPEN, **{**NEW, "birth_date": "", "birth_year": 1988})
    assert PersonDescribed.objects.get(dossier=dossier).birth_year == 1988


@pytest.mark.parametrize("role", ["nt2_consultant", "mo_teacher", "enforcement", "auditor", "administrator"])
def test_others_do_not_open_dossiers(someone, role):
    client = someone(role)
    assert client.get("/dossiers/new/").status_code == 403
    assert client.post("/dossiers/new/", {**NEW, "occurred_on": ago(0), "confirm": "1"}).status_code == 403
