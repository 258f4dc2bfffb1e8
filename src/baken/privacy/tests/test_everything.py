"""A person's own copy: complete, readable, in the shape that is published, and logged."""

import json
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse
from pypdf import PdfReader

from baken.accounts.models import Look
from baken.foundation import clock
from baken.foundation.errors import BadRequest
from baken.ledger.append import append
from baken.ledger.facts import DossierFact, fact_types
from baken.people.facts import DossierOpened, LanguageKnown, PersonDescribed
from baken.people.models import NamePart, Note, Particulars, PersonName
from baken.privacy.everything import everything
from baken.privacy.shape import Everything
from baken.programme.acts import keep_decision
from baken.programme.facts import ContractSuspended, DiplomaGuided
from baken.programme.queries import decide_dossier
from baken.workplace.tests.conftest import OTHER, OWN

TODAY = clock.today()
SCHEMA = Path(__file__).parents[4] / "docs" / "person-export.schema.json"
SECRET_NOTE = "Vertelde over haar broer in Aleppo."


@pytest.fixture
def rich(caseload) -> None:
    """Dossier OWN with a note, a name as a register wrote it, a retracted fact, a second dossier and a decision."""
    note = Note.objects.create(body=SECRET_NOTE)
    name = PersonName.objects.create(valid_from="1990-00-00")
    NamePart.objects.create(person_name=name, family=True, text="Harťmann")
    told = Particulars.objects.create(person_name=name, birth_date="1990-02-03")
    wrong = LanguageKnown(dossier=OWN, occurred_on=TODAY, language="swa")
    append(
        [
            DossierOpened(dossier=9, person=OWN, occurred_on=TODAY),
            DiplomaGuided(dossier=OWN, occurred_on=TODAY, diploma=note.pk),
            PersonDescribed(dossier=9, occurred_on=TODAY, birth_year=1990, particulars=told.pk),
            wrong,
        ],
        by="s-x", source="agii", note="na een gesprek",
    )  # fmt: skip
    append([], by="s-x", source="agii", note="vergissing", retract=[wrong])
    keep_decision(decide_dossier(OWN, TODAY, ["with_mo_part"]), by="s-x", confirmed=True)


def test_it_holds_every_fact_also_retracted_ones_every_text_and_every_look(rich):
    Look.objects.create(kind=Look.Kind.GLASS, dossier=OWN, place="glass", note="dringende vraag van de politie")
    told = everything(OWN)
    count = sum(
        model._default_manager.filter(dossier__in=(OWN, 9)).count()
        for model in fact_types().values()
        if issubclass(model, DossierFact)
    )
    assert len(told.facts) == count and told.identity.family_name == "Hartmann"
    text = told.model_dump_json()
    for expected in (SECRET_NOTE, "Harťmann", "na een gesprek", "vergissing", "dringende vraag", "with_mo_part"):
        assert expected in text, expected
    [retracted] = [one for one in told.facts if one.retracted]
    assert (retracted.kind, retracted.retracted.note) == ("people.language_known", "vergissing")
    [decision] = told.decisions
    assert decision.why and decision.trace["asked"] == ["with_mo_part"]
    assert "Zoutelande" not in text and everything(9).facts == told.facts


def test_the_published_schema_is_the_one_that_it_follows(rich):
    assert json.loads(SCHEMA.read_text()) == Everything.model_json_schema()
    assert Everything.model_validate_json(everything(OWN).model_dump_json()).facts


def test_the_pdf_says_the_same_and_is_accessible(someone, rich):
    answer = someone("counsellor").get(reverse("dossier-export-pdf", args=[OWN]))
    reader = PdfReader(BytesIO(answer.content))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for expected in ("Hartmann", SECRET_NOTE, "Wie keek", "uitgevoerd", "Ingetrokken op", "contract ondertekend"):
        assert expected in text, expected
    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data()


def test_who_may_read_all_of_a_dossier_exports_it_and_that_is_logged(someone, rich):
    client = someone("team_lead")
    assert "Om te lezen" in client.get(reverse("dossier-rights", args=[OWN])).content.decode()
    answer = client.get(reverse("dossier-export-json", args=[OWN]))
    assert json.loads(answer.content)["identity"]["family_name"] == "Hartmann"
    assert "Hartmann" not in answer["Content-Disposition"]
    assert Look.objects.filter(kind=Look.Kind.EXPORT, dossier=OWN).count() == 1
    for role, dossier in (("auditor", OWN), ("nt2_consultant", OWN), ("counsellor", OTHER)):
        assert someone(role).get(reverse("dossier-export-json", args=[dossier])).status_code == 403
    assert Look.objects.filter(kind=Look.Kind.EXPORT).count() == 1


def test_the_command_writes_both_files_and_says_so_in_the_read_log(rich, tmp_path):
    out = tmp_path / "out"
    call_command("person_export", "D-1-5", out=out, stdout=StringIO())
    assert sorted(file.suffix for file in out.iterdir()) == [".json", ".pdf"]
    assert Look.objects.filter(kind=Look.Kind.EXPORT, dossier=OWN, place="person-export").count() == 1
    with pytest.raises(BadRequest, match="andere map"):
        call_command("person_export", "1", out=out)
    with pytest.raises(BadRequest):
        call_command("person_export", "777", out=tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_health_on_paper_is_the_persons_own(rich):
    append([ContractSuspended(dossier=OWN, contract=OWN, occurred_on=TODAY, reason="illness")], by="x", source="x")
    assert any(value.value == "illness" for fact in everything(OWN).facts for value in fact.values)
