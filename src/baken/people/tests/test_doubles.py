"""Who may be one person, and why."""

import pytest

from baken.people import doubles
from baken.people.models import Identity, Suspicion


def person(number: int, family: str, given: str, born: str | None, national: str | None = None) -> Identity:
    return Identity.objects.create(
        person=number, family_name=family, given_names=given, birth_date=born, national_number=national
    )


@pytest.fixture
def hassan(ledger_db) -> Identity:
    return person(1, "Hassan", "Mohammed", "1990-02-03", "90020300165")


@pytest.mark.parametrize(
    ("family", "given", "born", "national", "reasons"),
    [
        ("Hasan", "Mohamad", "1990-02-03", None, ("birth_date", "no_number")),
        ("Mohamad", "Hassan", "1990-02-03", "90420300198", ("birth_date", "bis")),
        ("Hassan Ali", "Mohammed", "1990-03-02", "90030200101", ("swapped",)),
        ("Peeters", "Mohammed", "1990-02-03", "90020300156", ("slip",)),
        ("Peeters", "An", "1990-02-03", "90020300157", None),
        ("Hassan", "Mohammed", "1991-02-03", None, None),
        ("Hassan", "Fatima", "1990-02-03", None, None),
    ],
)
def test_a_double_is_proposed_with_its_reasons(hassan, family, given, born, national, reasons):
    other = person(2, family, given, born, national)
    expected = [doubles.Suspect(2, reasons)] if reasons else []
    assert doubles.suspects(hassan) == expected
    assert doubles.suspected([1]).get(1, []) == expected
    kept = list(Suspicion.objects.values_list("one", "other", "reasons"))
    doubles.rebuild()
    assert list(Suspicion.objects.values_list("one", "other", "reasons")) == kept
    other.delete()
    assert doubles.suspected([1]) == {}


def test_somebody_who_is_not_kept_yet_is_compared_too(hassan):
    new = Identity(family_name="Hassan", given_names="Muhammad", birth_date="1990-02-03")
    assert [one.person for one in doubles.suspects(new)] == [1]


def test_what_somebody_said_apart_is_proposed_no_more(hassan):
    person(2, "Hasan", "Mohamad", "1990-02-03")
    doubles.say_apart(2, 1, "s-1")
    assert doubles.suspects(hassan) == []
    doubles.rebuild()
    assert doubles.suspected([1, 2]) == {}
