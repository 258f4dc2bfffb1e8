"""A delivery that joins a ledger in which others recorded before."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from baken.conftest import LedgerDatabase
from baken.ledger.append import append
from baken.ledger.interchange.exporting import export_ledger
from baken.ledger.interchange.faults import Refused
from baken.ledger.interchange.loading import Loaded, load_delivery
from baken.ledger.known import known_at
from baken.ledger.models import Append, DossierHead, KnownAs, Office
from baken.ledger.subjects import reserve
from baken.ledger.tests import deliveries
from baken.ledger.verify import verify
from baken.people.facts import DossierOpened
from baken.programme.facts import ContractSigned, InflowSeen, Registered

OPENED = "facts/people.dossier_opened"
SIGNED = "facts/programme.contract_signed"
INFLOW = "facts/programme.inflow_seen"
OFFICES = "reference/office"
REGISTERED = "facts/programme.registered"
DAY = date(2024, 5, 6)


def facts(prefix: str) -> dict[str, deliveries.Rows]:
    """A dossier with a contract under names of the source's own, without history."""
    opened = {"ref": f"{prefix}-d", "occurred_on": "2024-06-01", "dossier": f"{prefix}1", "person": f"{prefix}p"}
    signed = {"ref": f"{prefix}-c", "occurred_on": "2024-06-02", "dossier": f"{prefix}1", "contract": f"{prefix}c"}
    return {OPENED: [opened], SIGNED: [signed]}


def load(folder: Path, tables: dict[str, deliveries.Rows], **more: Any) -> Loaded:
    return load_delivery(deliveries.write(folder, tables), **more)


def kinds(folder: Path, tables: dict[str, deliveries.Rows]) -> set[tuple[str, int | None]]:
    before = Append.objects.count()
    with pytest.raises(Refused) as error:
        load(folder, tables)
    assert Append.objects.count() == before
    return {(fault.kind, fault.row) for fault in error.value.faults}


@pytest.fixture
def filled(ledger_db: LedgerDatabase) -> Append:
    """A ledger in which an act has opened dossier 1."""
    [dossier], [person] = reserve("dossier"), reserve("person")
    fact = DossierOpened(dossier=dossier, person=person, occurred_on=DAY)
    return append([fact], by="ann", source="agii")


def test_it_becomes_one_append_recorded_now(filled: Append, tmp_path: Path) -> None:
    start = datetime.now(UTC)
    loaded = load(tmp_path / "in", facts("x"), by="bea")
    record = Append.objects.get(pk=2)
    assert loaded.head == (2, record.digest) and not loaded.restored
    assert (record.recorded_by, record.source, record.imported, record.fact_count) == ("bea", "test", True, 2)
    assert record.recorded_at >= start
    opened, signed = DossierOpened.objects.get(appended_in=2), ContractSigned.objects.get()
    assert (opened.pk, opened.dossier, opened.person) == (2, 2, 2)
    assert (signed.pk, signed.dossier, signed.contract) == (3, 2, 1)
    assert DossierHead.objects.get(dossier=2).last_append == 2
    assert verify().fault is None
    assert [*reserve("dossier"), *reserve("person"), *reserve("contract")] == [3, 3, 2]


def test_names_of_the_source_are_kept_and_go_out_again(
    filled: Append, another_ledger: Callable[[], Any], tmp_path: Path
) -> None:
    load(tmp_path / "in", facts("x"))
    known = set(KnownAs.objects.values_list("kind", "ref", "number"))
    assert known == {
        ("people.dossier_opened", "x-d", 2),
        ("programme.contract_signed", "x-c", 3),
        ("dossier", "x1", 2),
        ("person", "xp", 2),
        ("contract", "xc", 1),
    }
    export_ledger(tmp_path / "a", known_at(), suffix="csv")
    assert "x-c,2024-06-02,x1,xc," in (tmp_path / "a" / f"{SIGNED}.csv").read_text()
    with another_ledger():
        assert load_delivery(tmp_path / "a").warnings == []
        export_ledger(tmp_path / "b", known_at(), suffix="csv")
    assert deliveries.contents(tmp_path / "a") == deliveries.contents(tmp_path / "b")


def test_a_later_delivery_speaks_of_what_an_earlier_one_named(filled: Append, tmp_path: Path) -> None:
    load(tmp_path / "one", facts("x"))
    row = {"ref": "x-r", "occurred_on": "2024-06-03", "dossier": "x1", "kind": "first"}
    load(tmp_path / "two", {REGISTERED: [row, row | {"ref": "x-r2", "dossier": "1"}]})
    assert list(Registered.objects.order_by("id").values_list("dossier", flat=True)) == [2, 1]
    assert verify().fault is None


def test_the_same_delivery_again_changes_nothing(filled: Append, tmp_path: Path) -> None:
    load(tmp_path / "one", facts("x"))
    assert kinds(tmp_path / "two", facts("x")) == {("already_known", 2)}


def test_a_restored_delivery_again_changes_nothing(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    folder = deliveries.write(tmp_path / "in", deliveries.small())
    load_delivery(folder)
    with pytest.raises(Refused) as error:
        load_delivery(folder)
    assert {fault.kind for fault in error.value.faults} >= {"already_known", "history_too_old"}
    assert Append.objects.count() == 3


def test_history_older_than_the_last_append_is_refused(filled: Append, tmp_path: Path) -> None:
    tables = facts("x") | {"appends": deliveries.APPENDS}
    for row in (*tables[OPENED], *tables[SIGNED]):
        row["appended_in"] = 1
        row["occurred_on"] = "2024-01-01"
    assert kinds(tmp_path / "in", tables) == {("history_too_old", row) for row in (2, 3, 4)}


def test_a_known_fact_is_retracted_and_told_anew(filled: Append, tmp_path: Path) -> None:
    load(tmp_path / "one", facts("x"))
    tables = facts("x")
    del tables[OPENED]
    wrong = tables[SIGNED][0] | {"retracted_in": "now"}
    right = tables[SIGNED][0] | {"ref": "x-c2", "occurred_on": "2024-06-04", "retracted_in": None}
    loaded = load(tmp_path / "two", {SIGNED: [wrong, right]})
    assert (loaded.retracted, sum(loaded.facts.values())) == (1, 1)
    told = list(ContractSigned.objects.order_by("id").values_list("occurred_on", "contract", "retracted_in"))
    assert told == [(date(2024, 6, 2), 1, 3), (date(2024, 6, 4), 1, None)]
    assert DossierHead.objects.get(dossier=2).last_append == 3
    assert verify().fault is None
    assert ("already_retracted", 2) in kinds(tmp_path / "three", {SIGNED: [wrong]})


def test_one_fact_is_not_retracted_by_two_names(filled: Append, tmp_path: Path) -> None:
    load(tmp_path / "one", facts("x"))
    wrong = facts("x")[SIGNED][0] | {"retracted_in": "now"}
    number = ContractSigned.objects.get().pk
    for again in ("x-c", f"#{number}"):
        found = kinds(tmp_path / again, {SIGNED: [wrong, wrong | {"ref": again}]})
        assert found >= {("duplicate_row", 2), ("duplicate_row", 3)}
    load(tmp_path / "two", {SIGNED: [wrong]})
    assert verify().fault is None


def test_an_office_stays_of_its_region_and_agency(filled: Append, tmp_path: Path) -> None:
    row = {"code": "a", "name": "A", "agency": "agii", "region": "limburg"}
    load(tmp_path / "one", {OFFICES: [row]})
    assert kinds(tmp_path / "region", {OFFICES: [row | {"region": "brussels"}]}) == {("never_changes", 2)}
    assert kinds(tmp_path / "agency", {OFFICES: [row | {"agency": None}]}) == {("never_changes", 2)}
    two = load(tmp_path / "two", {OFFICES: [row | {"name": "B"}, row | {"code": "b", "region": "brussels"}]})
    assert [warning.endswith(": a.") for warning in two.warnings] == [True]
    assert load(tmp_path / "again", {OFFICES: [row | {"name": "B"}]}).warnings == []
    load(tmp_path / "three", {OFFICES: [{"code": "b", "name": "C"}]})
    told = Office.objects.order_by("code").values_list("code", "name", "agency", "region")
    assert list(told) == [("a", "B", "agii", "limburg"), ("b", "C", "agii", "brussels")]


def test_another_fact_under_a_known_name_is_refused(filled: Append, tmp_path: Path) -> None:
    load(tmp_path / "one", facts("x"))
    changed = facts("x")[SIGNED][0] | {"occurred_on": "2024-06-05", "retracted_in": "now"}
    assert kinds(tmp_path / "two", {SIGNED: [changed]}) == {("ref_taken", 2)}


def test_what_was_withdrawn_before_it_came_is_left_out(filled: Append, tmp_path: Path) -> None:
    tables = facts("x")
    tables[SIGNED].append(tables[SIGNED][0] | {"ref": "x-c0", "occurred_on": "2024-06-01"})
    tables[SIGNED][0]["retracted_in"], tables[SIGNED][1]["retracted_in"] = None, "gone"
    loaded = load(tmp_path / "in", tables)
    assert loaded.left_out == 1
    assert [fact.occurred_on for fact in ContractSigned.objects.all()] == [date(2024, 6, 2)]


def test_a_number_that_was_given_out_is_not_taken(filled: Append, tmp_path: Path) -> None:
    reserve("dossier", 5)
    row = {"ref": "a", "occurred_on": "2024-06-01", "dossier": 4, "person": "p"}
    assert kinds(tmp_path / "one", {OPENED: [row]}) == {("number_taken", 2)}
    load(tmp_path / "two", {OPENED: [row | {"dossier": 40}]})
    assert DossierOpened.objects.filter(dossier=40).exists()
    assert list(reserve("dossier")) == [41]


def test_facts_of_the_ledger_itself_can_be_spoken_of(filled: Append, tmp_path: Path) -> None:
    row = {"ref": "i", "occurred_on": "2024-06-01", "dossier": 1, "target_group": "obliged"}
    load(tmp_path / "in", {INFLOW: [row]})
    assert InflowSeen.objects.get().dossier == 1
    opened = {"ref": 1, "occurred_on": "2024-05-06", "dossier": 1, "person": 1, "retracted_in": "wrong"}
    load(tmp_path / "out", {OPENED: [opened]})
    assert DossierOpened.objects.get().retracted_in == 3


def test_order_in_time_is_checked_against_the_ledger(filled: Append, tmp_path: Path) -> None:
    load(tmp_path / "one", facts("x"))
    early = {"ref": "s", "occurred_on": "2024-06-01", "dossier": "x1", "contract": "xc"}
    assert kinds(tmp_path / "two", {"facts/programme.contract_suspended": [early]}) == {("before_opening", 2)}
