"""Finding people by what somebody types: spelled otherwise, in another order, with a slip."""

import pytest
from django.core.management import call_command

from baken.foundation.errors import BadRequest
from baken.people.models import Identity, NameKey
from baken.people.question import read
from baken.people.search import candidates, ranked

PEOPLE = {
    1: ("El Haddad", "Mohammed", "1990-02-03", "85073003328"),
    2: ("Özdemir", "Yusuf", "1988-11-30", None),
    3: ("Kovalenko", "Oleksandr", "1979-05-06", None),
    4: ("Nguyễn", "Thị Lan", "1995-00-00", None),
    5: ("De Vries", "Hannah", "1990-02-03", None),
    6: ("Tesfay", "Ḥiwet", None, None),
}


@pytest.fixture
def people(ledger_db):
    for person, (family, given, born, number) in PEOPLE.items():
        Identity.objects.create(
            person=person, family_name=family, given_names=given, birth_date=born, national_number=number
        )


def found(text: str) -> list[int]:
    asked = read(text)
    for persons, _guess in candidates(asked):
        identities = list(Identity.objects.filter(person__in=persons))
        if identities:
            return [one.person for one in ranked(asked, identities)]
    return []


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("mohamad haddad", 1), ("Haddad Mohamed", 1), ("elhaddad", 1), ("El-Hadad, Muhammed", 1),
        ("محمد", 1), ("mehmet", 1),
        ("youssef ozdemir", 2), ("Jusuf Özdemir", 2), ("OZDE", 2),
        ("Alexander Kowalenko", 3), ("Александр", 3), ("kovlenko", 3),
        ("nguyen", 4), ("lan NGUYỄN", 4), ("Nguyen 1995", 4),
        ("devries hanna", 5), ("vries", 5), ("hannah de vries xander", 5),
        ("Hiwet", 6),
        ("85.07.30-033.28", 1), ("85073003328", 1), ("haddad 3/2/1990", 1),
        ("hannah 1990-02-03", 5), ("hannah 03.02.1990", 5), ("hannah 3 februari 1990", 5), ("hannah 03021990", 5),
        ("19881130", 2), ("30-11-1988", 2),
    ],
)  # fmt: skip
def test_a_person_is_found_first_however_it_is_typed(people, typed, person):
    assert found(typed)[:1] == [person]


def test_a_birth_date_alone_finds_everybody_born_then_and_another_name_nobody(people):
    assert sorted(found("03/02/1990")) == [1, 5]
    assert found("hannah 04/02/1990") == []
    assert found("Vandenbroucke") == []


@pytest.mark.parametrize(("typed", "sentence"), [("31/02/1990", "bestaat niet"), ("D-12-3", "klopt niet")])
def test_what_cannot_be_is_said(typed, sentence):
    with pytest.raises(BadRequest, match=sentence):
        read(typed)


def test_keys_follow_a_change_and_an_erasure_and_are_the_same_after_a_rebuild(people):
    one = Identity.objects.get(person=5)
    one.given_names = "Roos"
    one.save()
    assert found("hannah") == []
    assert found("roos") == [5]
    kept = set(NameKey.objects.values_list("person", "word", "sound"))
    call_command("rebuild", verbosity=0)
    assert set(NameKey.objects.values_list("person", "word", "sound")) == kept
    one.delete()
    assert not NameKey.objects.filter(person=5).exists()
