"""Every fault is found, named by file, row and column, and nothing is written."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from baken.conftest import LedgerDatabase
from baken.foundation.errors import BadRequest
from baken.ledger.interchange.faults import Fault, Refused
from baken.ledger.interchange.loading import load_delivery
from baken.ledger.models import Append, Counter, KnownAs, Office
from baken.ledger.tests import deliveries
from baken.people.models import Identity

OPENED = "facts/people.dossier_opened"
RESIDENCE = "facts/people.residence_registered"
SIGNED = "facts/programme.contract_signed"
SUSPENDED = "facts/programme.contract_suspended"
INFLOW = "facts/programme.inflow_seen"
Tables = dict[str, deliveries.Rows]


def refused(path: Path) -> list[Fault]:
    """The faults for which a delivery is refused, having made sure that nothing was written."""
    with pytest.raises(Refused) as error:
        load_delivery(path)
    for model in (Append, Office, Identity, KnownAs, Counter):
        assert not model.objects.exists()
    return list(error.value.faults)


def only_fault(path: Path) -> tuple[str, str, int | None, str | None]:
    faults = refused(path)
    assert len(faults) == 1, faults
    return next(iter(deliveries.found(faults)))


def change(name: str, row: int, **values: Any) -> Callable[[Tables], None]:
    """Alters one row (counted from 1) of a table."""
    return lambda tables: tables[name][row - 1].update(values)


def again(name: str, row: int, **values: Any) -> Callable[[Tables], None]:
    """Tells a row once more, with these values changed."""
    return lambda tables: tables[name].append(tables[name][row - 1] | values)


ROW_FAULTS = {
    "unknown_code": (change(INFLOW, 2, target_group="no_such_1"), INFLOW, 2, "target_group"),
    "code_not_valid_then": (change(RESIDENCE, 1, municipality="46030"), RESIDENCE, 1, "municipality"),
    "wrong_value": (change(SIGNED, 2, occurred_on="08/02/2024"), SIGNED, 2, "occurred_on"),
    "missing_value": (change(INFLOW, 1, target_group=None), INFLOW, 1, "target_group"),
    "out_of_range": (change(INFLOW, 2, age=70_000), INFLOW, 2, "age"),
    "implausible_year": (change(OPENED, 1, occurred_on="1789-07-14"), OPENED, 1, "occurred_on"),
    "before_other_column": (change(SUSPENDED, 1, until="2024-02-01"), SUSPENDED, 1, "until"),
    "after_recording": (change(INFLOW, 1, occurred_on="2024-01-11"), INFLOW, 1, "occurred_on"),
    "before_opening": (change(SUSPENDED, 1, occurred_on="2024-02-01"), SUSPENDED, 1, "occurred_on"),
    "retracted_too_early": (change(RESIDENCE, 1, retracted_in=1), RESIDENCE, 1, "retracted_in"),
    "unknown_append": (change(INFLOW, 2, appended_in=9), INFLOW, 2, "appended_in"),
    "unknown_office": (change(OPENED, 1, office="elsewhere"), OPENED, 1, "office"),
    "dangling_reference": (change(SUSPENDED, 1, contract=77), SUSPENDED, 1, "contract"),
    "duplicate_row": (again(INFLOW, 2, ref=99), INFLOW, 3, None),
    "opened_twice": (again(SIGNED, 2, ref=99, occurred_on="2024-02-09"), SIGNED, 3, "contract"),
    "recorded_order": (change("appends", 2, recorded_at="2024-01-01T09:00:00Z"), "appends", 2, "recorded_at"),
    "append_order": (change("appends", 3, id=2), "appends", 3, "id"),
    "recorded_in_future": (change("appends", 3, recorded_at="2199-01-01T09:00:00Z"), "appends", 3, "recorded_at"),
    "too_long": (change("appends", 1, recorded_by="x" * 121), "appends", 1, "recorded_by"),
    "bad_value": (change("reference/identity", 1, national_number="12345678901"), "reference/identity", 1, None),
    "value_taken": (
        lambda tables: [row.update(national_number="90010200106") for row in tables["reference/identity"]],
        "reference/identity",
        2,
        "national_number",
    ),
}


IN_PARQUET = ("unknown_code", "dangling_reference", "after_recording", "duplicate_row")


@pytest.mark.parametrize(
    ("kind", "suffix"), [*((kind, "csv") for kind in ROW_FAULTS), *((kind, "parquet") for kind in IN_PARQUET)]
)
def test_a_fault_in_a_row_is_named(ledger_db: LedgerDatabase, tmp_path: Path, kind: str, suffix: str) -> None:
    alter, name, row, column = ROW_FAULTS[kind]
    tables = deliveries.small()
    alter(tables)
    faults = refused(deliveries.write(tmp_path / "in", tables, suffix))
    shown = row + (suffix == "csv")
    assert (kind, f"{name}.{suffix}", shown) in {fault[:3] for fault in deliveries.found(faults)}
    assert column is None or column in {fault.column for fault in faults if fault.kind == kind}


def delivered(tmp_path: Path, suffix: str = "csv", **manifest: Any) -> Path:
    return deliveries.write(tmp_path / "in", deliveries.small(), suffix, **manifest)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_wrong_encoding_names_row_and_byte(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    folder = delivered(tmp_path)
    file = folder / "appends.csv"
    file.write_bytes(file.read_text().replace("bea", "béa").encode("latin-1"))
    [fault] = refused(folder)
    assert deliveries.found([fault]) == {("wrong_encoding", "appends.csv", 3, None)}
    assert f"byte {file.read_bytes().index(0xE9) + 1}" in fault.reason


def test_a_missing_an_unknown_and_a_double_column(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    folder = delivered(tmp_path)
    edit(folder / f"{INFLOW}.csv", "target_group", "doelgroep")
    assert deliveries.found(refused(folder)) == {
        ("missing_column", f"{INFLOW}.csv", None, "target_group"),
        ("unknown_column", f"{INFLOW}.csv", None, "doelgroep"),
    }
    edit(folder / f"{INFLOW}.csv", "doelgroep", "dossier")
    assert ("double_column", f"{INFLOW}.csv", None, "dossier") in deliveries.found(refused(folder))


def test_a_forgotten_header_shows_no_names(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    folder = delivered(tmp_path)
    file = folder / "reference/identity.csv"
    file.write_text("".join(file.read_text().splitlines(keepends=True)[1:]))
    assert not any("Mira" in str(fault) or "Test" in str(fault) for fault in refused(folder))


def test_semicolons_get_a_hint(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    folder = delivered(tmp_path)
    file = folder / f"{OPENED}.csv"
    file.write_text(file.read_text().replace(",", ";"))
    assert any("komma" in fault.reason for fault in refused(folder))


def test_a_row_with_too_few_columns_and_an_open_quote(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    folder = delivered(tmp_path)
    file = folder / f"{SIGNED}.csv"
    lines = file.read_text().splitlines()
    file.write_text("\n".join([lines[0], lines[1], lines[2].rsplit(",", 3)[0]]) + "\n")
    assert only_fault(folder) == ("ragged_row", f"{SIGNED}.csv", 3, None)
    file.write_text("\n".join([lines[0], lines[1], '"' + lines[2]]) + "\n")
    assert only_fault(folder)[:2] == ("unreadable", f"{SIGNED}.csv")


def test_a_ragged_row_hides_no_other_fault_and_moves_no_row(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    folder = delivered(tmp_path)
    file = folder / f"{INFLOW}.csv"
    lines = file.read_text().splitlines()
    lines[1] += ",one too many"
    edited = lines[2].replace("2024-02-02", "02/02/2024")
    file.write_text("\n".join([*lines[:2], lines[2], lines[1], edited]) + "\n")
    assert deliveries.found(refused(folder)) == {
        ("ragged_row", f"{INFLOW}.csv", 2, None),
        ("ragged_row", f"{INFLOW}.csv", 4, None),
        ("wrong_value", f"{INFLOW}.csv", 5, "occurred_on"),
    }


@pytest.mark.parametrize("keep", [0, 7, 0.5, 0.95])
def test_truncated_parquet(ledger_db: LedgerDatabase, tmp_path: Path, keep: float) -> None:
    folder = delivered(tmp_path, "parquet")
    file = folder / f"{OPENED}.parquet"
    whole = file.read_bytes()
    file.write_bytes(whole[: int(keep if keep > 1 else len(whole) * keep)])
    assert only_fault(folder) == ("unreadable", f"{OPENED}.parquet", None, None)


def test_parquet_with_a_damaged_page(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    folder = delivered(tmp_path, "parquet")
    file = folder / f"{OPENED}.parquet"
    content = bytearray(file.read_bytes())
    content[4:40] = bytes(36)
    file.write_bytes(bytes(content))
    assert only_fault(folder) == ("unreadable", f"{OPENED}.parquet", None, None)


def test_files_that_do_not_belong(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    folder = delivered(tmp_path)
    (folder / "facts/people.no_such_fact.csv").write_text("ref\n")
    (folder / "readme.txt").write_text("hello")
    (folder / "90722600260.xml").write_text("hello")
    (folder / "90.72.26-002.60.xml").write_text("hello")
    (folder / "appends.parquet").write_bytes(b"")
    (folder / "reference/note.csv").symlink_to("/etc/passwd")
    kinds = {(fault.kind, fault.file) for fault in refused(folder)}
    assert kinds == {
        ("unknown_file", "facts/people.no_such_fact.csv"),
        ("unknown_file", "readme.txt"),
        ("unknown_file", "….xml"),
        ("double_file", "appends.parquet"),
        ("unknown_file", "reference/note.csv"),
    }


@pytest.mark.parametrize("text", [None, "{", "[]", '{"format": 2}', '{"format": 1, "known_at": 5}', "[" * 100_000])
def test_a_manifest_that_is_not_right(ledger_db: LedgerDatabase, tmp_path: Path, text: str | None) -> None:
    folder = delivered(tmp_path)
    (folder / "manifest.json").unlink() if text is None else (folder / "manifest.json").write_text(text)
    assert only_fault(folder)[0] == "bad_manifest"


def test_nothing_to_load(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="niets"):
        load_delivery(tmp_path / "nowhere")
    with pytest.raises(BadRequest, match="leeg"):
        load_delivery(deliveries.write(tmp_path / "empty", {}))


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def linked() -> zipfile.ZipInfo:
    link = zipfile.ZipInfo("appends.csv")
    link.external_attr = 0o120777 << 16
    return link


@pytest.mark.parametrize("name", ["../evil.csv", "/etc/evil.csv", "facts/../../evil.csv", "C:/evil.csv", "a\\..\\evil"])
def test_a_path_that_climbs_out_of_the_zip(ledger_db: LedgerDatabase, tmp_path: Path, name: str) -> None:
    archive = zipped(tmp_path / "in.zip", {"manifest.json": b"{}", name: b"ref\n"})
    assert only_fault(archive)[0] == "unsafe_zip"
    assert not list(tmp_path.rglob("evil*"))


def test_a_zip_bomb_a_link_and_a_zip_in_a_zip(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "bomb.zip", {"appends.csv": bytes(100 << 20)})
    assert only_fault(bomb)[0] == "unsafe_zip"
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as archive:
        archive.writestr(linked(), "/etc/passwd")
    assert only_fault(tmp_path / "link.zip")[0] == "unsafe_zip"
    inner = io.BytesIO()
    zipfile.ZipFile(inner, "w").writestr("appends.csv", "id")
    nested = zipped(tmp_path / "nested.zip", {"inner.zip": inner.getvalue()})
    assert {fault.kind for fault in refused(nested)} == {"bad_manifest", "unknown_file"}
    (tmp_path / "cut.zip").write_bytes(bomb.read_bytes()[:5000])
    assert only_fault(tmp_path / "cut.zip")[0] == "unreadable"


def test_the_command_reports_as_a_table_and_as_json(
    ledger_db: LedgerDatabase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tables = deliveries.small()
    tables["reference/identity"][0]["national_number"] = "12345678901"
    tables[INFLOW][1]["target_group"] = "Van Testeren"
    folder, report = deliveries.write(tmp_path / "in", tables), tmp_path / "faults.json"
    with pytest.raises(Refused) as error:
        call_command("load", str(folder), report=report)
    assert error.value.exit_code == 2
    shown, written = capsys.readouterr().err, json.loads(report.read_text())
    assert written["total"] == 2
    assert {fault["kind"] for fault in written["faults"]} == {"bad_value", "unknown_code"}
    assert all(fault["reason"] and fault["reason_en"] for fault in written["faults"])
    for private in ("12345678901", "Testeren"):
        assert private not in shown + report.read_text()


def test_more_faults_than_are_shown_are_counted(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    rows = [{"ref": n, "occurred_on": "2024-01-01", "dossier": n, "target_group": "x_1"} for n in range(1, 10_102)]
    with pytest.raises(Refused) as error:
        load_delivery(deliveries.write(tmp_path / "in", {INFLOW: rows}))
    faults = error.value.faults
    assert len(faults) == 2 * 10_101
    assert faults.counts["unknown_code", f"{INFLOW}.csv", "target_group"] == 10_101
    assert sum(fault.kind == "unknown_code" for fault in faults) == 10_000


@pytest.mark.parametrize("name", [85073003328, "85.07.30-033.28", 17073003384])
def test_a_national_number_is_no_name(ledger_db: LedgerDatabase, tmp_path: Path, name: int | str) -> None:
    row = {"ref": "a", "occurred_on": "2024-01-01", "dossier": "d", "person": name}
    assert only_fault(deliveries.write(tmp_path / "in", {OPENED: [row]})) == (
        "national_number",
        f"{OPENED}.csv",
        2,
        "person",
    )
    sound = {"ref": name - 1 if isinstance(name, int) else "x85.07.30-033.28", "dossier": "d", "person": 85073003329}
    load_delivery(deliveries.write(tmp_path / "sound", {OPENED: [row | sound]}))
