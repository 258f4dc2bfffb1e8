"""The papers of a dossier, as a browser makes and takes them."""

import pytest
from django.urls import reverse

from baken.accounts.models import Look
from baken.documents.models import IssuedDocument, Paper
from baken.programme.facts import ContractSigned
from baken.workplace.tests.conftest import OTHER, OWN


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.VAR = tmp_path


def contract() -> int:
    return ContractSigned.objects.get(dossier=OWN).pk


def asked(**more: str) -> dict[str, str]:
    return {"kind": "contract", "fact": str(contract()), "language": "ar", **more}


def test_a_contract_is_offered_at_once_made_and_taken_along(someone):
    client, page = someone("counsellor"), reverse("dossier-documents", args=[OWN])
    assert "Documenten om te maken" in client.get(reverse("dossier", args=[OWN])).content.decode()
    assert "العربية" in client.get(page).content.decode()
    told = client.post(page, asked(), follow=True).content.decode()
    assert "Gemaakt: inburgeringscontract." in told and "geldt" in told and "Opnieuw maken" in told
    taken = client.get(reverse("dossier-document", args=[OWN, IssuedDocument.objects.get().pk]))
    assert taken["Content-Type"] == "application/pdf" and taken.content == bytes(Paper.objects.get().body)
    assert "Hartmann" not in taken["Content-Disposition"]
    assert "Documenten om te maken" not in client.get(reverse("dossier", args=[OWN])).content.decode()
    places = list(Look.objects.filter(dossier=OWN).values_list("place", flat=True))
    assert {"documents.contract", "dossier.document", "dossier.documents"} <= set(places)


def test_a_paper_of_another_dossier_is_not_reached_through_ones_own(someone):
    client = someone("counsellor")
    client.post(reverse("dossier-documents", args=[OWN]), asked())
    IssuedDocument.objects.create(
        dossier=OTHER, kind="contract", fact_label="programme.contract_signed", fact=1, day="2026-01-01", code="X",
        language="nl", digest="", made_by="x",
    )  # fmt: skip
    number = IssuedDocument.objects.get(dossier=OTHER).pk
    assert client.get(reverse("dossier-document", args=[OWN, number])).status_code == 404
    assert client.get(reverse("dossier-document", args=[OTHER, number])).status_code == 403


@pytest.mark.parametrize(
    "wrong", [{"fact": "999"}, {"fact": "x"}, {"language": "xx"}, {"kind": "certificate"}, {"fact": "-1"}]
)
def test_what_cannot_be_made_gets_a_sentence(someone, wrong):
    answer = someone("counsellor").post(reverse("dossier-documents", args=[OWN]), asked(**wrong))
    assert answer.status_code == 400 and not IssuedDocument.objects.exists()


def test_who_may_not_make_papers_is_offered_none_and_refused(someone):
    client, page = someone("nt2_consultant"), reverse("dossier-documents", args=[OWN])
    assert "Maken" not in client.get(page).content.decode()
    assert client.post(page, asked()).status_code == 403 and not IssuedDocument.objects.exists()
