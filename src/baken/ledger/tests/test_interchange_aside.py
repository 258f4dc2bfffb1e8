"""Setting aside: what is sound is loaded, the rest is written as a delivery that can be mended and loaded again."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from baken.conftest import LedgerDatabase
from baken.foundation.errors import BadRequest, BakenError
from baken.ledger.interchange.faults import Refused
from baken.ledger.interchange.loading import load_delivery
from baken.ledger.models import Append
from baken.ledger.tests import deliveries
from baken.ledger.verify import verify
from baken.orientation.facts import CourseJoined, CoursePlanned
from baken.people.facts import DossierOpened, ResidenceRegistered
from baken.people.models import Identity, Note
from baken.programme.facts import ContractSigned, InflowSeen

INFLOW = "facts/programme.inflow_seen"
FOUND = "facts/enforcement.infringement_found"


def mend(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_mended_and_loaded_again_nothing_is_lost(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    tables = deliveries.small()
    tables[INFLOW][0]["target_group"] = "x_1"
    aside = tmp_path / "aside"
    loaded = load_delivery(deliveries.write(tmp_path / "in", tables), set_aside=aside)
    assert loaded.restored and loaded.warnings == []
    assert (sum(loaded.facts.values()), loaded.aside) == (4, 5)
    assert set(DossierOpened.objects.values_list("dossier", flat=True)) == {2}
    assert [identity.person for identity in Identity.objects.all()] == [2]
    assert verify().fault is None
    report = json.loads((aside / "faults.json").read_text())
    assert [(fault["kind"], fault["row"]) for fault in report["faults"]] == [("unknown_code", 2)]
    with pytest.raises(Refused):
        load_delivery(aside)
    mend(aside / f"{INFLOW}.csv", "x_1", "obliged")
    again = load_delivery(aside)
    assert (sum(again.facts.values()), again.left_out) == (4, 1)
    assert set(DossierOpened.objects.values_list("dossier", "person")) == {(1, 1), (2, 2)}
    assert set(InflowSeen.objects.values_list("dossier", "target_group")) == {(1, "obliged"), (2, "minor")}
    assert set(ContractSigned.objects.values_list("dossier", "contract")) == {(1, 1), (2, 2)}
    assert ResidenceRegistered.objects.count() == 1
    assert Identity.objects.count() == 2 and Append.objects.count() == 4
    assert verify().fault is None


def test_when_all_is_set_aside_nothing_went_well(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    rows = [{"ref": "a", "occurred_on": "morgen", "dossier": "d", "person": "p"}]
    folder = deliveries.write(tmp_path / "in", {"facts/people.dossier_opened": rows})
    with pytest.raises(BakenError, match="niets ingeladen") as error:
        call_command("load", str(folder), "--set-aside", str(tmp_path / "aside"))
    assert error.value.exit_code == 1
    assert (tmp_path / "aside" / "faults.json").exists()


def test_bad_values_are_kept_as_they_came(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    tables = deliveries.small()
    tables[INFLOW][1]["occurred_on"] = "2 februari 2024"
    load_delivery(deliveries.write(tmp_path / "in", tables), set_aside=tmp_path / "aside")
    assert "2 februari 2024" in (tmp_path / "aside" / f"{INFLOW}.csv").read_text()
    assert "agii" not in (tmp_path / "aside" / "manifest.json").read_text()
    assert not (tmp_path / "aside" / "appends.csv").exists()


def test_a_course_set_aside_takes_along_who_joined_it(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    opened = [{"ref": f"d{n}", "occurred_on": "2024-01-01", "dossier": f"d{n}", "person": f"p{n}"} for n in (1, 2)]
    planned = [
        {"ref": "c1", "occurred_on": "2024-01-01", "course": "c1", "language": "no_such_1"},
        {"ref": "c2", "occurred_on": "2024-01-01", "course": "c2", "language": "ara"},
    ]
    joined = [{"ref": f"j{n}", "occurred_on": "2024-01-02", "dossier": f"d{n}", "course": f"c{n}"} for n in (1, 2)]
    tables = {
        "facts/people.dossier_opened": opened,
        "facts/orientation.course_planned": planned,
        "facts/orientation.course_joined": joined,
    }
    loaded = load_delivery(deliveries.write(tmp_path / "in", tables), set_aside=tmp_path / "aside")
    assert loaded.aside == 3
    assert [DossierOpened.objects.count(), CoursePlanned.objects.count(), CourseJoined.objects.count()] == [1, 1, 1]
    mend(tmp_path / "aside/facts/orientation.course_planned.csv", "no_such_1", "fra")
    load_delivery(tmp_path / "aside")
    assert [DossierOpened.objects.count(), CoursePlanned.objects.count(), CourseJoined.objects.count()] == [2, 2, 2]
    assert verify().fault is None


def test_notes_go_with_their_dossier(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    opened = [{"ref": n, "occurred_on": "2024-01-01", "dossier": n, "person": n} for n in (1, 2)]
    found = [
        {"ref": 10 + n, "occurred_on": day, "dossier": n, "infringement": n, "motivation": n}
        for n, day in ((1, "2024-01-03"), (2, "3 jan"))
    ]
    notes = [{"id": 1, "body": "one"}, {"id": 2, "body": "two"}]
    tables = {"facts/people.dossier_opened": opened, FOUND: found, "reference/note": notes}
    load_delivery(deliveries.write(tmp_path / "in", tables), set_aside=tmp_path / "aside")
    assert list(Note.objects.values_list("body", flat=True)) == ["one"]
    mend(tmp_path / f"aside/{FOUND}.csv", "3 jan", "2024-01-03")
    load_delivery(tmp_path / "aside")
    assert list(Note.objects.order_by("id").values_list("body", flat=True)) == ["one", "two"]


def test_faults_of_files_and_appends_refuse_the_whole(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    folder = deliveries.write(tmp_path / "in", deliveries.small())
    mend(folder / f"{INFLOW}.csv", "target_group", "group")
    with pytest.raises(Refused):
        load_delivery(folder, set_aside=tmp_path / "aside")
    tables = deliveries.small()
    tables["appends"][0]["recorded_by"] = None
    with pytest.raises(Refused):
        load_delivery(deliveries.write(tmp_path / "two", tables), set_aside=tmp_path / "aside")
    assert not (tmp_path / "aside").exists() and not Append.objects.exists()


def test_the_folder_must_be_new(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    folder = deliveries.write(tmp_path / "in", deliveries.small())
    with pytest.raises(BadRequest, match="staat al iets"):
        load_delivery(folder, set_aside=folder)


def test_what_goes_along_is_not_said_to_be_missing(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    opened = [{"ref": "d", "occurred_on": "2024-01-01", "dossier": "d", "person": "p"}]
    planned = [{"ref": "c", "occurred_on": "2024-01-01", "course": "c", "language": "no_such_1"}]
    joined = [
        {"ref": "j", "occurred_on": "2024-01-02", "dossier": "d", "course": "c"},
        {"ref": "k", "occurred_on": "2024-01-02", "dossier": "d", "course": "nowhere"},
    ]
    tables = {
        "facts/people.dossier_opened": opened,
        "facts/orientation.course_planned": planned,
        "facts/orientation.course_joined": joined[:1],
    }
    loaded = load_delivery(deliveries.write(tmp_path / "in", tables), set_aside=tmp_path / "aside")
    assert [fault.kind for fault in loaded.faults] == ["unknown_code", "goes_along"]
    tables["facts/orientation.course_joined"] = joined[1:]
    with pytest.raises(Refused) as refused:
        load_delivery(deliveries.write(tmp_path / "two", tables))
    assert "dangling_reference" in {fault.kind for fault in refused.value.faults}
