"""Where deliveries, reports and exports are written: known before the work, whole or not at all."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from baken.conftest import LedgerDatabase
from baken.foundation.errors import BadRequest
from baken.ledger.interchange.exporting import export_ledger
from baken.ledger.interchange.faults import Refused
from baken.ledger.interchange.loading import load_delivery
from baken.ledger.known import known_at
from baken.ledger.models import Append
from baken.ledger.tests import deliveries

INFLOW = "facts/programme.inflow_seen"


@pytest.fixture
def folder(ledger_db: LedgerDatabase, tmp_path: Path) -> Path:
    return deliveries.write(tmp_path / "in", deliveries.small())


def spoiled(tmp_path: Path) -> Path:
    tables = deliveries.small()
    tables[INFLOW][0]["target_group"] = "x_1"
    return deliveries.write(tmp_path / "spoiled", tables)


@pytest.mark.parametrize("report", ["nowhere/faults.json", "in"])
def test_a_report_that_cannot_be_written_is_refused_before_the_load(folder: Path, tmp_path: Path, report: str) -> None:
    with pytest.raises(BadRequest):
        call_command("load", str(folder), report=tmp_path / report)
    assert not Append.objects.exists()


def test_a_place_where_nothing_can_be_made_is_one_sentence(folder: Path, tmp_path: Path) -> None:
    nowhere = Path("/proc/none/such")
    with pytest.raises(BadRequest, match="kan niet geschreven worden"):
        load_delivery(spoiled(tmp_path), set_aside=nowhere)
    assert not Append.objects.exists()
    load_delivery(folder)
    with pytest.raises(BadRequest, match="kan niet geschreven worden"):
        export_ledger(nowhere, known_at())


def test_an_empty_path_is_no_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    with pytest.raises(CommandError, match="geef een map"):
        call_command("load", "")
    assert not Append.objects.exists()


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_an_export_touches_nothing_but_its_place(folder: Path, tmp_path: Path, name: str) -> None:
    load_delivery(folder)
    place = tmp_path / "place"
    kept = place / f"{name}.part" / "kept"
    kept.parent.mkdir(parents=True)
    kept.write_text("mine")
    export_ledger(place / name, known_at())
    assert kept.read_text() == "mine"
    assert {path.name for path in place.iterdir()} == {name, f"{name}.part"}
    with pytest.raises(BadRequest, match="staat al iets"):
        export_ledger(place / name, known_at())


def test_an_export_tells_of_no_empty_tables(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    load_delivery(folder)
    call_command("export", str(tmp_path / "out"))
    told = capsys.readouterr().out
    assert INFLOW in told and "facts/work." not in told


def test_faults_are_readable_where_there_is_no_terminal(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Refused):
        call_command("load", str(spoiled(tmp_path)))
    assert f"{INFLOW}.csv" in capsys.readouterr().err
