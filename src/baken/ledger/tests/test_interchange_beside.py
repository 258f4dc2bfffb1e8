"""Loads beside one another, beside acts, and killed: each is whole or absent."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from baken.conftest import LedgerDatabase
from baken.ledger.append import append
from baken.ledger.interchange.loading import load_delivery
from baken.ledger.models import Append
from baken.ledger.progress import Step, Steps
from baken.ledger.subjects import reserve
from baken.ledger.tests import deliveries
from baken.ledger.verify import verify
from baken.people.facts import DossierOpened
from baken.programme.facts import InflowSeen

OPENED = "facts/people.dossier_opened"
ROWS = 20_000


def dossiers(prefix: str, count: int) -> dict[str, deliveries.Rows]:
    rows = [
        {"ref": f"{prefix}{n}", "occurred_on": "2024-01-01", "dossier": f"{prefix}{n}", "person": f"{prefix}{n}"}
        for n in range(count)
    ]
    return {OPENED: rows}


def start(database: LedgerDatabase, var: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """A `baken` process on the test's ledger."""
    environment = os.environ | {"BAKEN_DATABASE": database.url, "BAKEN_VAR": str(var)}
    command = [sys.executable, "-m", "baken.config.cli", *arguments]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_two_loads_at_once_are_both_whole(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    folders = [deliveries.write(tmp_path / prefix, dossiers(prefix, 300)) for prefix in "ab"]
    processes = [start(ledger_db, tmp_path, "load", str(folder)) for folder in folders]
    for process in processes:
        _, errors = process.communicate(timeout=300)
        assert process.returncode == 0, errors.decode()
    assert DossierOpened.objects.values("dossier").distinct().count() == 600
    assert Append.objects.count() == 2
    assert verify().fault is None


class ActsInBetween(Steps):
    """Lets another process act each time a delivery has been sealed, but not yet written."""

    def __init__(self, database: LedgerDatabase, folder: Path) -> None:
        super().__init__()
        self.database, self.folder, self.acts = database, folder, 0

    @contextmanager
    def step(self, title: str) -> Iterator[Step]:
        with super().step(title) as step:
            if title == "Schrijven" and self.acts < 2:
                self.acts += 1
                other = deliveries.write(self.folder / str(self.acts), dossiers(f"other{self.acts}-", 2))
                process = start(self.database, self.folder, "load", str(other))
                assert process.wait(timeout=300) == 0
            yield step


def test_a_load_that_others_overtake_is_prepared_anew(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    [dossier], [person] = reserve("dossier"), reserve("person")
    append([DossierOpened(dossier=dossier, person=person, occurred_on=date(2024, 1, 1))], by="act", source="agii")
    steps = ActsInBetween(ledger_db, tmp_path)
    loaded = load_delivery(deliveries.write(tmp_path / "in", dossiers("x", 3)), steps=steps)
    assert loaded.head is not None and loaded.head[0] == 4 and steps.acts == 2
    assert verify().fault is None
    numbers = list(DossierOpened.objects.values_list("dossier", flat=True))
    assert len(set(numbers)) == len(numbers) == 8


def test_a_killed_load_leaves_nothing_behind(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    _survive_kills(ledger_db, tmp_path, kills=4, seed=3)


@pytest.mark.soak
def test_a_hundred_killed_loads_leave_nothing_behind(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    _survive_kills(ledger_db, tmp_path, kills=100, seed=4)


def _survive_kills(database: LedgerDatabase, folder: Path, kills: int, seed: int) -> None:
    """Kill loads somewhere after they were sealed; one that ended first does not count, and comes sooner next time."""
    rng, patience, killed, loaded = random.Random(seed), 0.5, 0, 0
    while killed < kills:
        delivery = _sealable(folder, loaded)
        _load_and_kill(database, folder, delivery, rng.random() * patience)
        ended = Append.objects.count() > loaded
        killed, loaded = killed + (not ended), loaded + ended
        patience = patience / 2 if ended else patience
        assert DossierOpened.objects.count() == InflowSeen.objects.count() == ROWS * loaded
        assert verify().fault is None
        assert loaded <= kills, "the loads end before they can be killed: this test proves nothing"
    load_delivery(_sealable(folder, loaded))
    assert verify().facts == 2 * ROWS * (loaded + 1)


def _sealable(folder: Path, number: int) -> Path:
    """A delivery that takes a while to write, told by a source of its own."""
    path = folder / f"in-{number}"
    if not path.exists():
        tables = dossiers(f"k{number}-", ROWS)
        tables["facts/programme.inflow_seen"] = [
            {"ref": f"i{row['ref']}", "occurred_on": "2024-01-02", "dossier": row["ref"], "target_group": "obliged"}
            for row in tables[OPENED]
        ]
        deliveries.write(path, tables, "parquet")
    return path


def _load_and_kill(database: LedgerDatabase, var: Path, delivery: Path, wait: float) -> None:
    """Start a load, and kill it (-9) so many seconds after it was sealed."""
    with start(database, var, "load", str(delivery)) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith(b"Nummeren"):
                break
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.communicate()
