"""Corrections: a fact is taken back and told anew, or only taken back, with a reason; by who may tell it."""

import pytest
from django.urls import reverse

from baken.foundation import clock
from baken.ledger.append import append, head
from baken.ledger.facts import label_of
from baken.ledger.models import Append
from baken.people.facts import DossierOpened, LanguageKnown, NationalityHeld
from baken.people.models import Note
from baken.programme.facts import ContractSigned, ConversationHeld, DecisionTaken, Registered
from baken.workplace.tests.acting import ago, do, said
from baken.workplace.tests.conftest import OTHER, OWN
from baken.workplace.tests.test_every_act import settled


@pytest.fixture
def counsellor(someone):
    return someone("counsellor")


def standing(model, dossier=OWN):
    return model.objects.get(dossier=dossier, retracted_in__isnull=True)


def where(fact) -> str:
    return reverse("correct", args=[fact.dossier, label_of(type(fact)), fact.pk])


def mend(client, fact, **given):
    body = {"how": "replace", "why": "slip", "seen": head().id, **given}
    client.post(where(fact), body)
    return client.post(where(fact), {**body, "confirm": "1"})


def test_the_form_holds_what_stands_and_tells_it_anew(counsellor):
    wrong = standing(NationalityHeld)
    page = counsellor.get(where(wrong)).content.decode()
    assert f'value="{wrong.occurred_on.isoformat()}"' in page and '<option value="261" selected>' in page
    shown = counsellor.post(
        where(wrong),
        {"occurred_on": wrong.occurred_on, "country": "150", "how": "replace", "why": "slip", "seen": head().id},
    )
    assert "Kijk na wat hieruit volgt" in shown.content.decode() and standing(NationalityHeld).pk == wrong.pk
    assert mend(counsellor, wrong, occurred_on=wrong.occurred_on, country="150").status_code == 302
    anew, record = standing(NationalityHeld), head()
    wrong.refresh_from_db()
    assert (anew.country, anew.appended_in, wrong.retracted_in) == ("150", record.id, record.id)
    assert (record.note, record.recorded_by) == ("verkeerd ingevuld", "s-counsellor")
    told = counsellor.get(reverse("dossier-facts", args=[OWN]) + "?retracted").content.decode()
    assert "verkeerd ingevuld" in told


def test_a_contract_keeps_its_number_and_stays_while_other_facts_speak_of_it(counsellor):
    do(counsellor, OWN, "programme.suspend_contract", occurred_on=ago(1), reason="work")
    signed = standing(ContractSigned)
    refusal = mend(counsellor, signed, occurred_on=signed.occurred_on, how="withdraw", form="full")
    assert refusal.status_code == 200 and "nog andere feiten" in said(refusal.content.decode())
    given = {"occurred_on": ago(40), "form": "mo_only", "with_mo": "true", "with_nt2": "false", "goals": "bakker"}
    assert mend(counsellor, signed, **given).status_code == 302
    anew = standing(ContractSigned)
    assert (anew.contract, anew.form, anew.with_nt2, anew.with_work) == (signed.contract, "mo_only", False, None)
    assert (anew.office_id, Note.objects.get(pk=anew.goals).body) == (signed.office_id, "bakker")


def test_a_text_is_kept_apart_and_only_a_changed_one_anew(counsellor):
    do(counsellor, OWN, "programme.hold_conversation", report="Woont in Gent.")
    held = standing(ConversationHeld)
    mend(counsellor, held, occurred_on=ago(1), report="Woont in Gent.")
    assert standing(ConversationHeld).report == held.report
    mend(counsellor, standing(ConversationHeld), occurred_on=ago(1), report="Woont in Geel.")
    assert Note.objects.get(pk=standing(ConversationHeld).report).body == "Woont in Geel."
    assert not Append.objects.filter(note__contains="Woont").exists()


def test_a_fact_can_be_withdrawn_without_another(counsellor):
    registered = standing(Registered)
    assert (
        mend(counsellor, registered, occurred_on=registered.occurred_on, how="withdraw", why="never").status_code == 302
    )
    assert not Registered.objects.filter(dossier=OWN, retracted_in__isnull=True).exists()
    assert counsellor.get(where(registered)).status_code == 200  # and says that it cannot be done again
    assert "Dat kan nu niet" in counsellor.get(where(registered)).content.decode()


def test_nothing_changed_is_no_correction(counsellor):
    same = standing(NationalityHeld)
    answer = mend(counsellor, same, occurred_on=same.occurred_on, country=same.country)
    assert "U wijzigde niets." in said(answer.content.decode())


def test_a_decision_is_only_withdrawn_and_an_opening_is_left_to_merging(counsellor):
    settled()
    do(counsellor, OWN, "programme.determine_target_group", target_group="obliged")
    decision = standing(DecisionTaken)
    assert "outcome" not in counsellor.get(where(decision)).content.decode()
    assert mend(counsellor, decision).status_code == 302
    assert not DecisionTaken.objects.filter(retracted_in__isnull=True).exists()
    assert counsellor.get(where(standing(DossierOpened))).status_code == 403


@pytest.mark.parametrize(
    ("role", "allowed"),
    [("counsellor", True), ("team_lead", True), ("nt2_consultant", False), ("mo_teacher", False), ("auditor", False)],
)
def test_who_may_tell_a_fact_may_mend_it(someone, role, allowed):
    client, fact, before = someone(role), standing(Registered), Append.objects.count()
    given = {"occurred_on": ago(70).isoformat(), "kind": "first"}
    assert (mend(client, fact, **given).status_code == 302) == allowed
    assert (Append.objects.count() > before) == allowed
    told = client.get(reverse("dossier-facts", args=[OWN])).content.decode()
    assert ("programme.registered" in told) == allowed  # the link beside the fact
    elsewhere = standing(Registered, OTHER)
    assert mend(client, elsewhere, **given).status_code == 403


def test_a_fact_of_another_dossier_is_not_mended_through_ones_own(counsellor):
    theirs = standing(Registered, OTHER)
    forged = reverse("correct", args=[OWN, "programme.registered", theirs.pk])
    body = {"occurred_on": ago(1), "how": "withdraw", "why": "slip", "confirm": "1", "seen": head().id}
    assert "Dat kan nu niet" in counsellor.post(forged, body).content.decode()
    assert standing(Registered, OTHER).pk == theirs.pk
    assert counsellor.get(reverse("correct", args=[OWN, "nonsense.fact", 1])).status_code == 404


def test_two_people_at_once(counsellor):
    fact, seen = standing(NationalityHeld), head().id
    append([LanguageKnown(dossier=OWN, occurred_on=clock.today(), language="ara")], by="s-colleague", source="agii")
    given = {"occurred_on": fact.occurred_on, "country": "150", "how": "replace", "why": "slip", "confirm": "1"}
    answer = counsellor.post(where(fact), {**given, "seen": seen})
    assert answer.status_code == 409 and "s-colleague" in answer.content.decode()
    assert standing(NationalityHeld).pk == fact.pk
    assert counsellor.post(where(fact), {**given, "seen": head().id}).status_code == 302
