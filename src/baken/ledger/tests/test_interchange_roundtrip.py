"""What goes out comes in again, and out again, byte for byte."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from baken.conftest import LedgerDatabase
from baken.foundation.clock import parse_instant
from baken.ledger.derived import rebuild_heads
from baken.ledger.interchange.exporting import export_ledger
from baken.ledger.interchange.loading import load_delivery
from baken.ledger.known import known_at
from baken.ledger.models import Append, DossierHead, KnownAs
from baken.ledger.tests import deliveries
from baken.ledger.verify import verify
from baken.people.facts import ResidenceRegistered

Another = Callable[[], Any]


def export(path: Path, suffix: str = "parquet", at: str | None = None) -> Path:
    moment = known_at(parse_instant(at) if at else None)
    export_ledger(path, moment, dated=at is not None, suffix=suffix)
    return path


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_a_restore_keeps_appends_and_history(ledger_db: LedgerDatabase, tmp_path: Path, suffix: str) -> None:
    loaded = load_delivery(deliveries.write(tmp_path / "in", deliveries.small(), suffix))
    assert loaded.restored and sum(loaded.facts.values()) == 9 and loaded.retracted == 1
    appends = list(Append.objects.order_by("id").values_list("id", "recorded_by", "note", "imported"))
    assert appends == [(1, "ann", "eerste", True), (2, "bea", "", True), (3, "ann", "correctie", True)]
    assert known_at(parse_instant("2024-02-29")).append == 2
    assert ResidenceRegistered.objects.get(pk=2).retracted_in == 3
    verdict = verify()
    assert (verdict.fault, verdict.append, verdict.digest) == (None, *loaded.head)
    assert not KnownAs.objects.exists()


@pytest.mark.parametrize("suffix", ["csv", "parquet", "zip"])
def test_export_load_export_is_byte_identical(
    ledger_db: LedgerDatabase, another_ledger: Another, tmp_path: Path, suffix: str
) -> None:
    load_delivery(deliveries.write(tmp_path / "in", deliveries.small()))
    name = f"out.{suffix}" if suffix == "zip" else "out"
    first = export(tmp_path / "a" / name, "parquet" if suffix == "zip" else suffix)
    with another_ledger():
        assert load_delivery(first).warnings == []
        second = export(tmp_path / "b" / name, "parquet" if suffix == "zip" else suffix)
        assert verify().fault is None
    if suffix == "zip":
        assert first.read_bytes() == second.read_bytes()
    else:
        assert deliveries.contents(first) == deliveries.contents(second)


def test_the_heads_kept_by_a_load_are_those_of_a_rebuild(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    load_delivery(deliveries.write(tmp_path / "in", deliveries.small()))
    kept = set(DossierHead.objects.values_list("dossier", "last_append"))
    assert kept == {(1, 3), (2, 2)}
    assert rebuild_heads() == 2
    assert set(DossierHead.objects.values_list("dossier", "last_append")) == kept
