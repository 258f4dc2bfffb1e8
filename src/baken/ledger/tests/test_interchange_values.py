"""What files bring that is not quite what it should be: numbers too large, columns of a wrong type, broken lines."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from baken.conftest import LedgerDatabase
from baken.foundation.errors import BadRequest
from baken.ledger.interchange.exporting import export_ledger
from baken.ledger.interchange.faults import Fault, Refused
from baken.ledger.interchange.loading import load_delivery
from baken.ledger.known import known_at
from baken.ledger.models import Append, Counter
from baken.ledger.subjects import reserve
from baken.ledger.tests import deliveries
from baken.ledger.verify import verify
from baken.people.facts import DossierOpened

OPENED = "facts/people.dossier_opened"
INFLOW = "facts/programme.inflow_seen"
LARGEST = 2**63 - 1


def refused(folder: Path) -> list[Fault]:
    with pytest.raises(Refused) as error:
        load_delivery(folder)
    assert not Append.objects.exists()
    return list(error.value.faults)


def opening(**values: Any) -> deliveries.Rows:
    return [{"ref": "a", "occurred_on": "2024-01-01", "dossier": 1, "person": 1} | values]


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
@pytest.mark.parametrize("number", [LARGEST, LARGEST - 1, 2**53 + 1])
def test_a_number_no_ledger_gives_out_is_a_name(
    ledger_db: LedgerDatabase, another_ledger: Callable[..., Any], tmp_path: Path, number: int, suffix: str
) -> None:
    rows = opening(dossier=number, person=number)
    load_delivery(deliveries.write(tmp_path / "in", {OPENED: rows}, suffix))
    assert DossierOpened.objects.get().dossier == 1 and list(reserve("dossier")) == [2]
    export_ledger(tmp_path / "out", known_at())
    with another_ledger():
        load_delivery(tmp_path / "out")
        export_ledger(tmp_path / "again", known_at())
        assert verify().fault is None
    assert deliveries.contents(tmp_path / "out") == deliveries.contents(tmp_path / "again")


def test_the_largest_number_leaves_room_for_others(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    load_delivery(deliveries.write(tmp_path / "in", {OPENED: opening(dossier=2**53)}))
    assert Counter.objects.get(kind="dossier").next_number == 2**53 + 1


def test_an_append_with_a_number_too_large_takes_the_next(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    appends = [deliveries.APPENDS[0], deliveries.APPENDS[1] | {"id": LARGEST}]
    tables = {"appends": appends, OPENED: opening(appended_in=LARGEST)}
    load_delivery(deliveries.write(tmp_path / "in", tables))
    assert list(Append.objects.values_list("id", flat=True)) == [1, 2]
    assert DossierOpened.objects.get().appended_in == 2


def test_numbers_that_came_along_are_bounded(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    names = [{"kind": "dossier", "ref": "x", "number": LARGEST}]
    offices = [office | {"id": LARGEST} for office in deliveries.OFFICES]
    tables = {"known_as": names, "appends": deliveries.APPENDS, "reference/office": offices, OPENED: opening()}
    faults = refused(deliveries.write(tmp_path / "in", tables))
    assert {("wrong_value", "number"), ("wrong_value", "id")} <= {(fault.kind, fault.column) for fault in faults}


WRONG = {
    "a list": ({"ref": [[1]]}, "ref", "BIGINT[]"),
    "a structure": ({"dossier": [{"name_of_somebody": 1}]}, "dossier", "STRUCT"),
    "bytes": ({"ref": [b"\xff"]}, "ref", "BLOB"),
    "a fraction": ({"dossier": [1.5]}, "dossier", "DOUBLE"),
    "not a number": ({"dossier": [float("nan")]}, "dossier", "DOUBLE"),
    "a truth": ({"person": [True]}, "person", "BOOLEAN"),
    "a number for a code": ({"office": [1.0]}, "office", "DOUBLE"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_column_of_a_wrong_type_is_named_with_its_type(ledger_db: LedgerDatabase, tmp_path: Path, case: str) -> None:
    columns, column, kind = WRONG[case]
    folder = deliveries.write(tmp_path / "in", {OPENED: opening()}, "parquet")
    file = folder / f"{OPENED}.parquet"
    frame = pl.read_parquet(file)
    frame.with_columns(**{name: pl.Series(values) for name, values in columns.items()}).write_parquet(file)
    [fault] = refused(folder)
    assert (fault.kind, fault.row, fault.column) == ("wrong_value", 1, column)
    assert fault.reason.endswith(f"van het type {kind}.") and "somebody" not in str(fault)


def test_whole_numbers_that_came_as_fractions_are_numbers(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    tables = {OPENED: opening(ref=1.0, dossier=7.0, person=8.0), INFLOW: inflow(dossier=7.0, age=17.0)}
    load_delivery(deliveries.write(tmp_path / "in", tables, "parquet"))
    assert list(DossierOpened.objects.values_list("dossier", "person")) == [(7, 8)]


def inflow(**values: Any) -> deliveries.Rows:
    return [{"ref": "i", "occurred_on": "2024-01-01", "dossier": 1, "target_group": "obliged", "age": None} | values]


def test_a_code_that_is_wrong_is_shown_unless_it_may_be_somebody(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    rows = [*inflow(target_group="obligd"), *inflow(ref="j", target_group="Mira Van Test")]
    reasons = [fault.reason for fault in refused(deliveries.write(tmp_path / "in", {OPENED: opening(), INFLOW: rows}))]
    assert reasons == [
        "“obligd” staat niet in de codelijst target_group.",
        "Deze waarde staat niet in de codelijst target_group.",
    ]


def test_a_word_in_a_table_that_may_be_personal_is_not_shown(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    offices = [office | {"region": "testeren"} for office in deliveries.OFFICES]
    faults = refused(deliveries.write(tmp_path / "in", {OPENED: opening(), "reference/office": offices}))
    assert not any("testeren" in fault.reason for fault in faults)


@pytest.mark.parametrize(("number", "why"), [("85073003329", "controlegetal"), ("8507300332", "11 cijfers")])
def test_a_wrong_national_number_is_told_in_either_language(
    ledger_db: LedgerDatabase, tmp_path: Path, number: str, why: str
) -> None:
    rows = [{"person": 1, "national_number": number}]
    [fault] = refused(deliveries.write(tmp_path / "in", {OPENED: opening(), "reference/identity": rows}))
    assert why in fault.reason and why not in fault.reason_en
    assert not fault.reason.endswith("..") and not fault.reason_en.endswith("..")


BROKEN = {
    "old line ends": (lambda text: text.replace("\n", "\r"), "niet op CR alleen"),
    "an open quote": (lambda text: text.replace("\na,", '\n"a,'), "aanhalingsteken"),
    "an endless line": (lambda text: text.replace("\na,", "\n" + "a" * 3_000_000 + ","), "langer dan 2 MiB"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_told_by_what_broke_it(ledger_db: LedgerDatabase, tmp_path: Path, case: str) -> None:
    spoil, why = BROKEN[case]
    folder = deliveries.write(tmp_path / "in", {OPENED: opening()})
    file = folder / f"{OPENED}.csv"
    file.write_text(spoil(file.read_text()), newline="")
    [fault] = refused(folder)
    assert fault.kind == "unreadable" and why in fault.reason


def test_a_lone_file_is_no_delivery(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    file = tmp_path / "plain.csv"
    file.write_text("ref\n1\n")
    with pytest.raises(BadRequest, match="geen map en geen zip"):
        load_delivery(file)


@pytest.mark.parametrize(
    "head",
    [{"append": 10**400, "digest": "0" * 64}, {"append": -1, "digest": "0" * 64}, {"append": 1, "digest": "x"}, [1], 5],
)
def test_a_head_that_no_ledger_has(ledger_db: LedgerDatabase, tmp_path: Path, head: Any) -> None:
    [fault] = refused(deliveries.write(tmp_path / "in", {OPENED: opening()}, head=head))
    assert fault.kind == "bad_manifest"
