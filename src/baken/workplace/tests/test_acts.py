"""Acts as staff do them in the browser's way: ask, see what follows, confirm; conflicts, refusals, slips."""

from datetime import timedelta

import pytest
from django.urls import reverse

from baken.accounts.models import Look
from baken.foundation import clock
from baken.ledger.append import append, head
from baken.ledger.models import Append
from baken.people.facts import LanguageKnown
from baken.programme.facts import ContractSuspended
from baken.workplace.models import Task
from baken.workplace.tests.conftest import OWN

SUSPEND = "programme.suspend_contract"


def given(**more: str) -> dict[str, str]:
    """What a browser sends to suspend the contract."""
    last = head()
    seen = str(last.id if last else 0)
    return {"occurred_on": clock.today().isoformat(), "reason": "illness", "confirmed": "on", "seen": seen, **more}


@pytest.fixture
def counsellor(someone):
    return someone("counsellor")


def test_first_what_follows_is_shown_and_only_a_confirmation_records_it(counsellor):
    address, before = reverse("act", args=[OWN, SUSPEND]), Append.objects.count()
    page = counsellor.post(address, given()).content.decode()
    assert "Kijk na wat hieruit volgt" in page and "Bevestigen" in page
    assert (Append.objects.count(), ContractSuspended.objects.count()) == (before, 0)
    answer = counsellor.post(address, given(confirm="1"), follow=True)
    assert "Genoteerd: contract opschorten." in answer.content.decode()
    fact, record = ContractSuspended.objects.get(), head()
    assert (fact.reason, fact.contract, record.recorded_by, record.source) == ("illness", OWN, "s-counsellor", "agii")
    assert Look.objects.filter(kind=Look.Kind.ACT, dossier=OWN, place=SUSPEND).count() == 1


def test_what_somebody_else_recorded_meanwhile_is_shown_before_one_decides_anew(counsellor):
    stale = given(confirm="1")
    append([LanguageKnown(dossier=OWN, occurred_on=clock.today(), language="ara")], by="s-colleague", source="agii")
    answer = counsellor.post(reverse("act", args=[OWN, SUSPEND]), stale)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "s-colleague" in page and "talenkennis" in page.lower()
    assert not ContractSuspended.objects.exists()
    assert f'name="seen" value="{head().id}"' in page
    assert counsellor.post(reverse("act", args=[OWN, SUSPEND]), given(confirm="1")).status_code == 302


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"occurred_on": (clock.today() + timedelta(days=2)).isoformat()}, "ligt in de toekomst"),
        ({"occurred_on": "gisteren"}, "geldige datum"),
        ({"reason": "luiheid"}, "Selecteer een geldige keuze"),
        ({"reason": ""}, "verplicht"),
        ({"until": "1999-01-01"}, "ligt vóór"),
    ],
)
def test_a_slip_gets_a_sentence_at_the_form_and_nothing_is_recorded(counsellor, wrong, sentence):
    before = Append.objects.count()
    for step in ({}, {"confirm": "1"}):
        answer = counsellor.post(reverse("act", args=[OWN, SUSPEND]), given(**wrong, **step))
        if answer.status_code == 200 and "Kijk na wat hieruit volgt" not in answer.content.decode():
            assert sentence in answer.content.decode()
    assert Append.objects.count() == before


def test_an_act_that_makes_no_sense_now_is_refused_also_when_it_is_forged(counsellor):
    address = reverse("act", args=[OWN, "programme.resume_contract"])
    assert "Dat kan nu niet" in counsellor.get(address).content.decode()
    assert "Dat kan nu niet" in counsellor.post(address, given(confirm="1")).content.decode()


def test_tasks_follow_an_act_at_once(counsellor):
    contract = "programme.exempt_component"
    before = set(Task.objects.filter(dossier=OWN).values_list("term", flat=True))
    assert "job_service" in before
    sent = {
        "occurred_on": clock.today().isoformat(),
        "component": "work",
        "ground": "works",
        "evidence": "loonbrief",
        "confirm": "1",
    }
    counsellor.post(reverse("act", args=[OWN, contract]), {**given(), **sent})
    assert "job_service" not in set(Task.objects.filter(dossier=OWN).values_list("term", flat=True))
