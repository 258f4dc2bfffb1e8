"""Rows of reference models that travel with facts: notes, names, codes of partners, offices, identities."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from baken.conftest import LedgerDatabase
from baken.enforcement.facts import InfringementFound
from baken.ledger.interchange.exporting import export_ledger
from baken.ledger.interchange.faults import Refused
from baken.ledger.interchange.loading import load_delivery
from baken.ledger.known import known_at
from baken.ledger.models import Office, PartnerCode
from baken.ledger.tests import deliveries
from baken.ledger.verify import verify
from baken.people.facts import PersonDescribed
from baken.people.models import Identity, NamePart, Note, Particulars, PersonName

OPENED = "facts/people.dossier_opened"
FOUND = "facts/enforcement.infringement_found"
DESCRIBED = "facts/people.person_described"


def person(number: str, body: str) -> dict[str, deliveries.Rows]:
    """A dossier with a note, a partner's code and a name in two parts, all numbered 1 … by the source."""
    return {
        OPENED: [{"ref": f"o{number}", "occurred_on": "2024-01-01", "dossier": f"d{number}", "person": f"p{number}"}],
        FOUND: [
            {"ref": f"f{number}", "occurred_on": "2024-01-02", "dossier": f"d{number}", "infringement": f"i{number}"}
            | {"motivation": 1}
        ],
        DESCRIBED: [
            {"ref": f"b{number}", "occurred_on": "2024-01-02", "dossier": f"d{number}", "birth_year": 1990}
            | {"sex_given": 1, "particulars": 1}
        ],
        "reference/note": [{"id": 1, "body": body}, {"id": 2, "body": "nobody points here"}],
        "reference/partner_code": [{"id": 1, "code": "V", "short_name": "vrouw"}],
        "reference/particulars": [{"id": 1, "person_name": 1, "birth_date": "1990-00-00"}],
        "reference/person_name": [{"id": 1, "valid_from": None}, {"id": 2, "valid_from": "2000-01-01"}],
        "reference/name_part": [
            {"id": 1, "person_name": 1, "family": True, "text": body},
            {"id": 2, "person_name": 1, "family": False, "text": "Mira"},
            {"id": 3, "person_name": 2, "family": False, "text": "Nobody"},
        ],
        "reference/identity": [{"person": f"p{number}", "family_name": body, "birth_date": "1990-01-02"}],
    }


def names() -> set[tuple[str, str]]:
    """(note, family name) of everybody, by way of the facts."""
    told = set()
    for found in InfringementFound.objects.all():
        described = PersonDescribed.objects.get(dossier=found.dossier)
        name = Particulars.objects.get(pk=described.particulars).person_name_id
        family = NamePart.objects.get(person_name_id=name, family=True).text
        told.add((Note.objects.get(pk=found.motivation).body, family))
    return told


def test_a_second_source_gets_numbers_of_its_own(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    load_delivery(deliveries.write(tmp_path / "one", person("1", "First")))
    assert [Note.objects.count(), PersonName.objects.count(), NamePart.objects.count()] == [2, 2, 3]
    load_delivery(deliveries.write(tmp_path / "two", person("2", "Second")))
    assert names() == {("First", "First"), ("Second", "Second")}
    assert [Note.objects.count(), PersonName.objects.count(), NamePart.objects.count()] == [3, 3, 5]
    assert PartnerCode.objects.count() == 1
    assert set(Identity.objects.values_list("family_name", flat=True)) == {"First", "Second"}
    assert Note.objects.create(body="by an act").pk > 3
    assert verify().fault is None


def test_everything_travels(ledger_db: LedgerDatabase, another_ledger: Callable[[], Any], tmp_path: Path) -> None:
    load_delivery(deliveries.write(tmp_path / "one", person("1", "First")))
    load_delivery(deliveries.write(tmp_path / "two", person("2", "Second")))
    Note.objects.filter(body="First").delete()
    export_ledger(tmp_path / "a", known_at())
    with another_ledger():
        assert load_delivery(tmp_path / "a").warnings == []
        assert Note.objects.create(body="new").pk > max(InfringementFound.objects.values_list("motivation", flat=True))
        Note.objects.filter(body="new").delete()
        export_ledger(tmp_path / "b", known_at())
    assert deliveries.contents(tmp_path / "a") == deliveries.contents(tmp_path / "b")


def test_a_pointer_to_nothing_is_a_fault(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    load_delivery(deliveries.write(tmp_path / "one", person("1", "First")))
    tables = person("2", "Second")
    tables[FOUND][0]["motivation"] = 7
    with pytest.raises(Refused) as error:
        load_delivery(deliveries.write(tmp_path / "two", tables))
    assert deliveries.found(error.value.faults) == {("dangling_link", f"{FOUND}.csv", 2, "motivation")}


def test_offices_and_identities_are_brought_up_to_date(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    load_delivery(deliveries.write(tmp_path / "one", deliveries.small()))
    number = Office.objects.get().pk
    row = {"ref": "x", "occurred_on": "2024-01-06", "dossier": 1, "office": "agii-antwerpen", "kind": "first"}
    later = {
        "facts/programme.registered": [row, row | {"ref": "y", "office": "new", "kind": "renewed"}],
        "reference/office": [{"code": "agii-antwerpen", "name": "Renamed"}, {"code": "new", "name": "New"}],
        "reference/identity": [{"person": 1, "family_name": "Changed"}],
    }
    load_delivery(deliveries.write(tmp_path / "two", later))
    office = Office.objects.get(code="agii-antwerpen")
    assert (office.pk, office.name, office.region) == (number, "Renamed", "antwerp_province")
    assert Identity.objects.get(person=1).given_names == "Mira"
    assert Identity.objects.get(person=1).family_name == "Changed"
    assert Office.objects.create(code="third").pk > Office.objects.get(code="new").pk
    assert verify().fault is None
