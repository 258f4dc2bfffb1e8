"""Terms: every table has one; two people decide; erasing leaves facts and figures; a hold stops it."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.urls import reverse

from baken.accounts.standing import standing_of
from baken.documents.acts import issue
from baken.documents.models import IssuedDocument, Paper
from baken.figures.compute import compute
from baken.foundation import clock
from baken.foundation.errors import BadRequest, Conflict, NotAllowed
from baken.ledger.append import append
from baken.ledger.facts import Fact, fact_types
from baken.ledger.verify import verify
from baken.people.facts import PersonDescribed
from baken.people.models import Identity, NameKey, NamePart, Note, Particulars, PersonName
from baken.privacy import acts
from baken.privacy.due import due
from baken.privacy.everything import everything
from baken.privacy.models import RetentionReport
from baken.privacy.rules import ERASED, RULES
from baken.programme.facts import ContractSigned, DiplomaGuided
from baken.workplace.tests.conftest import OTHER, OWN, user_of

TODAY = clock.today()
LATER = TODAY + timedelta(days=11 * 365)


@pytest.fixture
def erasable(caseload) -> None:
    """OWN and OTHER each with a note, one note that both share, and a name as a register wrote it."""
    for dossier in (OWN, OTHER):
        note = Note.objects.create(body=f"geheim {dossier}")
        name = PersonName.objects.create(valid_from="1990-00-00")
        NamePart.objects.create(person_name=name, family=True, text=f"Register {dossier}")
        told = Particulars.objects.create(person_name=name, birth_date="1990-02-03")
        append(
            [
                DiplomaGuided(dossier=dossier, occurred_on=TODAY, diploma=note.pk),
                PersonDescribed(dossier=dossier, occurred_on=TODAY, birth_year=1990, particulars=told.pk),
            ],
            by="x",
            source="x",
        )


@pytest.fixture
def in_eleven_years(monkeypatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: LATER)


@pytest.fixture
def signers(someone):
    return [standing_of(user_of(someone(role))) for role in ("auditor", "administrator")]


def carried_out(signers) -> RetentionReport:
    report = acts.make_report(signers[0], LATER)
    for signer in signers:
        acts.sign_report(signer, report.pk, report.digest)
    return acts.carry_out(signers[0], report.pk)


def test_every_table_is_in_one_rule_and_every_rule_speaks_of_tables():
    tables = [table for rule in RULES.values() for table in rule.tables]
    known = set(fact_types()) | {
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        if not issubclass(model, Fact) and "tests" not in model.__module__
    }
    assert len(tables) == len(set(tables))
    assert known - set(tables) == set(), "a kind of record without a rule: say in privacy/rules.py how long it stays"
    assert set(tables) - known == set()
    assert all(rule.basis and rule.source for rule in RULES.values())
    assert all(rule.term for rule in ERASED)


def test_nothing_is_due_before_its_term_and_the_dry_run_erases_nothing(erasable):
    assert not any(due(TODAY).values()) and not any(due(TODAY + timedelta(days=3649)).values())
    assert due(LATER) == {rule.name: [OWN, OTHER] for rule in ERASED}
    out = StringIO()
    call_command("retention", on=LATER, format="json", stdout=out)
    assert json.loads(out.getvalue())["persons"]["identity"] == 2
    assert Identity.objects.filter(family_name="Hartmann").exists()


def test_erasing_takes_two_people_and_leaves_facts_and_figures_as_they_were(
    erasable, signers, in_eleven_years, settings, tmp_path, someone
):
    settings.VAR = tmp_path
    contract = ContractSigned.objects.get(dossier=OWN).pk
    paper = issue(standing_of(user_of(someone("counsellor"))), OWN, "contract", contract, "ar")
    figures = [[cell.value for cell in result.cells] for result in compute(TODAY.year)]
    facts = {label: list(model._default_manager.values()) for label, model in fact_types().items()}
    report = acts.make_report(signers[0], LATER)
    acts.sign_report(signers[0], report.pk, report.digest)
    with pytest.raises(NotAllowed, match="twee"):
        acts.carry_out(signers[0], report.pk)
    with pytest.raises(Conflict, match="al getekend"):
        acts.sign_report(signers[0], report.pk, report.digest)
    with pytest.raises(Conflict, match="niet het verslag"):
        acts.sign_report(signers[1], report.pk, "0" * 64)
    acts.sign_report(signers[1], report.pk, report.digest)
    acts.carry_out(signers[1], report.pk)
    assert not Identity.objects.exclude(family_name="", given_names="", birth_date=None).exists()
    assert set(Note.objects.values_list("body", flat=True)) == {""} and not NameKey.objects.exists()
    assert set(NamePart.objects.values_list("text", flat=True)) == {""}
    assert set(Particulars.objects.values_list("birth_date", flat=True)) == {None}
    assert not Paper.objects.exists() and IssuedDocument.objects.get() == paper
    assert {label: list(model._default_manager.values()) for label, model in fact_types().items()} == facts
    assert [[cell.value for cell in result.cells] for result in compute(TODAY.year)] == figures
    assert not verify().broken
    text = everything(OWN).model_dump_json()
    assert "Hartmann" not in text and "geheim" not in text and "Register" not in text
    assert not any(due(LATER).values())
    with pytest.raises(Conflict):
        acts.carry_out(signers[0], report.pk)


def test_a_hold_stops_it_also_after_the_signatures(erasable, signers, in_eleven_years, someone):
    report = acts.make_report(signers[0], LATER)
    for signer in signers:
        acts.sign_report(signer, report.pk, report.digest)
    lead = standing_of(user_of(someone("team_lead")))
    with pytest.raises(BadRequest):
        acts.place_hold(lead, OWN, "ja")
    acts.place_hold(lead, OWN, "rechtszaak loopt nog")
    with pytest.raises(Conflict):
        acts.place_hold(lead, OWN, "rechtszaak loopt nog")
    acts.carry_out(signers[0], report.pk)
    names = dict(Identity.objects.values_list("person", "family_name"))
    assert names == {OWN: "Hartmann", OTHER: ""}
    acts.lift_hold(lead, OWN)
    assert due(LATER)["identity"] == [OWN]


def test_a_text_that_another_dossier_needs_stays(erasable, signers, in_eleven_years, someone):
    shared = Note.objects.create(body="van beiden")
    append([DiplomaGuided(dossier=d, occurred_on=TODAY, diploma=shared.pk) for d in (OWN, OTHER)], by="x", source="x")
    lead = standing_of(user_of(someone("team_lead")))
    acts.place_hold(lead, OWN, "rechtszaak loopt nog")
    carried_out(signers)
    assert set(Note.objects.values_list("body", flat=True)) == {f"geheim {OWN}", "", "van beiden"}


def test_who_may_not_decide_is_refused(erasable, someone, in_eleven_years):
    counsellor = standing_of(user_of(someone("counsellor")))
    with pytest.raises(NotAllowed):
        acts.make_report(counsellor, LATER)
    with pytest.raises(NotAllowed):
        acts.place_hold(counsellor, OWN, "rechtszaak loopt nog")
    with pytest.raises(NotAllowed):
        acts.place_hold(standing_of(user_of(someone("team_lead"))), OTHER, "rechtszaak loopt nog")


def test_two_people_decide_in_the_browser(erasable, someone, in_eleven_years):
    first, second = someone("auditor"), someone("administrator")
    assert "te bevestigen" in first.get(reverse("retention")).content.decode()
    answer = first.post(reverse("retention"), {"on": LATER.isoformat()})
    report = RetentionReport.objects.get()
    assert answer.status_code == 302 and answer.url == reverse("retention-report", args=[report.pk])
    page = reverse("retention-report", args=[report.pk])
    assert first.post(page, {"carry_out": "1"}).status_code == 403
    for client in (first, second):
        assert client.post(page, {"digest": report.digest}).status_code == 302
    shown = second.post(page, {"carry_out": "1"}, follow=True).content.decode()
    assert "Uitgevoerd op" in shown and "Hartmann" not in shown
    assert first.post(reverse("retention"), {"on": "morgen"}).status_code == 400
    assert "niets over zijn termijn" in first.get(reverse("retention")).content.decode()


def test_a_hold_is_placed_and_lifted_on_the_page_of_the_dossier(erasable, someone):
    client, page = someone("team_lead"), reverse("dossier-rights", args=[OWN])
    client.post(page, {"reason": "onderzoek door de inspectie"})
    assert "onderzoek door de inspectie" in client.get(page).content.decode()
    assert "opgeheven op" in client.post(page, {"lift": "1"}, follow=True).content.decode()


def test_an_erased_ledger_still_goes_out_and_in_again(erasable, signers, in_eleven_years, another_ledger, tmp_path):
    carried_out(signers)
    call_command("export", str(tmp_path / "out"), stdout=StringIO())
    written = b"".join(file.read_bytes() for file in (tmp_path / "out").rglob("*") if file.is_file())
    assert b"Hartmann" not in written and b"geheim" not in written
    with another_ledger():
        call_command("load", str(tmp_path / "out"), stdout=StringIO())
        assert DiplomaGuided.objects.count() == 2 and not verify().broken
