"""A snapshot holds what was known at an instant, sorted, whole or not at all, and is used again while it stands."""

import json
import shutil
import threading
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from django.db import connection, transaction

from baken.conftest import LedgerDatabase
from baken.figures import snapshot
from baken.figures.snapshot import Snapshot, prune, take
from baken.foundation import clock
from baken.ledger.append import append, hold_lock
from baken.ledger.facts import Fact, fact_types
from baken.ledger.models import Append, Office
from baken.people.facts import DossierOpened
from baken.programme.facts import DiplomaGuided, Registered


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path


def told(*facts: Fact, retract: tuple[Fact, ...] = ()) -> Append:
    return append(facts, by="test", source="test", retract=retract)


def opened(dossier: int, person: int = 7) -> DossierOpened:
    return DossierOpened(dossier=dossier, person=person, occurred_on=date(2019, 1, 1))


def registered(dossier: int, day: int) -> Registered:
    return Registered(dossier=dossier, occurred_on=date(2019, 1, day), kind="first")


def rows(found: Snapshot, label: str) -> list[dict[str, Any]]:
    return pq.read_table(found.file(label)).to_pylist()


def test_facts_are_as_known_then_also_when_retracted_later(ledger_db: LedgerDatabase) -> None:
    wrong = registered(1, 9)
    first = told(opened(1), wrong)
    second = told(registered(1, 5), retract=(wrong,))
    then, now = take(first.recorded_at), take()
    assert [row["occurred_on"].day for row in rows(then, "programme.registered")] == [9]
    assert [row["occurred_on"].day for row in rows(now, "programme.registered")] == [5]
    assert (then.append, then.name) == (first.id, f"{first.id}:{first.digest}")
    assert (now.append, now.digest, now.effective) == (second.id, second.digest, second.recorded_at)
    assert take(first.recorded_at - timedelta(seconds=1)).append == 0


def test_files_are_sorted_and_name_the_person(ledger_db: LedgerDatabase) -> None:
    nobody = opened(2)
    told(opened(1), nobody, registered(1, 9), registered(2, 3))
    told(registered(1, 3), registered(1, 2), retract=(nobody,))
    found = rows(take(), "programme.registered")
    assert [(row["occurred_on"].day, row["id"]) for row in found] == [(2, 6), (3, 4), (3, 5), (9, 3)]
    assert [row["person"] for row in found if row["dossier"] == 1] == [7, 7, 7]
    assert [row["person"] for row in found if row["dossier"] == 2] == [None]


def test_a_dossier_told_anew_concerns_the_other_person(ledger_db: LedgerDatabase) -> None:
    before = opened(1)
    told(before, registered(1, 9))
    told(opened(1, person=8), retract=(before,))
    assert [row["person"] for row in rows(take(), "programme.registered")] == [8]


def test_the_manifest_says_what_it_is(ledger_db: LedgerDatabase) -> None:
    last = told(opened(1), registered(1, 9), registered(1, 3))
    moment = clock.now()
    found = take(moment)
    manifest = json.loads((found.folder / "manifest.json").read_text())
    assert found.folder.name == f"1-{last.digest[:12]}"
    assert (manifest["append"], manifest["digest"], manifest["facts"]) == (1, last.digest, 3)
    assert manifest["known_at"] == {"asked": moment.isoformat(), "effective": last.recorded_at.isoformat()}
    assert set(manifest["counts"]) == set(fact_types())
    assert manifest["counts"]["programme.registered"] == 2
    assert {*manifest["files"], "manifest.json"} == {path.name for path in found.folder.iterdir()}


def test_a_standing_snapshot_is_used_again(ledger_db: LedgerDatabase) -> None:
    told(opened(1), registered(1, 9))
    first = take()
    before = first.file("programme.registered").stat()
    again = take()
    assert again.folder == first.folder
    assert again.known_at > first.known_at
    assert again.file("programme.registered").stat() == before


@pytest.mark.parametrize("harm", ["cut a file", "lose a file", "lose the manifest", "break the manifest"])
def test_a_harmed_snapshot_is_made_anew(ledger_db: LedgerDatabase, harm: str) -> None:
    told(opened(1), registered(1, 9))
    found = take()
    file, manifest = found.file("programme.registered"), found.folder / "manifest.json"
    if harm == "cut a file":
        file.write_bytes(file.read_bytes()[:-10])
    elif harm == "lose a file":
        file.unlink()
    elif harm == "lose the manifest":
        manifest.unlink()
    else:
        manifest.write_text("{")
    assert len(rows(take(), "programme.registered")) == 1
    assert [path.name for path in snapshot.root().iterdir()] == [found.folder.name]


def test_another_office_makes_another_snapshot(ledger_db: LedgerDatabase) -> None:
    Office.objects.create(code="a", region="limburg")
    told(opened(1), registered(1, 9))
    take()
    Office.objects.create(code="b", region="brussels")
    assert [row["region"] for row in rows(take(), "office")] == ["limburg", "brussels"]


def test_what_fails_leaves_nothing(ledger_db: LedgerDatabase) -> None:
    told(opened(1), registered(1, 9))
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE dutch_advicegiven RENAME TO elsewhere")
    with pytest.raises(Exception, match="dutch_advicegiven"):
        take()
    assert list(snapshot.root().iterdir()) == []


def test_old_snapshots_go_by_count(ledger_db: LedgerDatabase) -> None:
    told(opened(1))
    made = [take(told(registered(1, day)).recorded_at).folder for day in (1, 2, 3)]
    assert prune(keep=2) == [made[0]]
    assert sorted(snapshot.root().iterdir()) == sorted(made[1:])
    shutil.rmtree(made[1])
    assert prune(keep=2) == []


def test_an_instant_waits_for_the_append_that_was_open_then(ledger_db: LedgerDatabase) -> None:
    """An append that is being written has its recording time already: no snapshot of a later instant may miss it."""
    told(opened(1), registered(1, 1))
    holding, asked = threading.Event(), threading.Event()

    def slow_append() -> None:
        try:
            with transaction.atomic():
                hold_lock()
                holding.set()
                asked.wait(10)
                told(registered(1, 2))
        finally:
            connection.close()

    writer = threading.Thread(target=slow_append)
    writer.start()
    holding.wait(10)
    instant = clock.now()
    threading.Timer(0.3, asked.set).start()
    try:
        # The writer's append is recorded after `instant`; waiting for it is enough to know that.
        assert snapshot.known_at(instant).append == 1
        assert Append.objects.count() == 2
    finally:
        asked.set()
        writer.join()


def test_an_empty_ledger_has_a_snapshot(ledger_db: LedgerDatabase) -> None:
    found = take()
    assert (found.append, sum(found.counts.values()), found.effective) == (0, 0, None)
    assert rows(found, "programme.registered") == []


def test_the_nightly_job_takes_it(ledger_db: LedgerDatabase) -> None:
    from baken.figures.jobs import nightly_snapshot

    last = told(opened(1), DiplomaGuided(dossier=1, occurred_on=date(2019, 1, 1)))
    assert nightly_snapshot.call() == f"1:{last.digest}"
    assert (snapshot.root() / f"1-{last.digest[:12]}" / "manifest.json").exists()
