"""A process killed at any moment leaves every acknowledged append whole and every other one absent."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from baken.conftest import LedgerDatabase
from baken.ledger.append import append
from baken.ledger.models import Append
from baken.ledger.verify import verify
from baken.people.facts import DossierOpened

WRITER = Path(__file__).with_name("writer.py")
ROUNDS = 30
SOAK_ROUNDS = 500


def _kill_once(database: LedgerDatabase, rng: random.Random, patience: float) -> list[tuple[int, str]]:
    """Start the writer, kill it (-9) somewhere after its first acknowledgement; what it had acknowledged."""
    environment = os.environ | {"BAKEN_DATABASE": database.url}
    with subprocess.Popen([sys.executable, str(WRITER)], stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(rng.random() * patience)
        process.send_signal(signal.SIGKILL)
        lines = [first, *process.stdout.readlines()]
    whole = [line.split() for line in lines if line.endswith(b"\n") and line.strip()]
    return [(int(number), digest.decode()) for number, digest in whole]


def _survives(database: LedgerDatabase, rounds: int, seed: int) -> None:
    rng = random.Random(seed)
    for turn in range(rounds):
        acknowledged = _kill_once(database, rng, patience=0.25)
        assert acknowledged, "the writer died before its first append: look at its own error"
        stored = dict(Append.objects.values_list("id", "digest"))
        lost = [number for number, digest in acknowledged if stored.get(number) != digest]
        assert not lost, f"round {turn}: acknowledged appends {lost} are gone"
        # At most the one append under way when the blow fell may stand unacknowledged.
        assert len(stored) <= acknowledged[-1][0] + 1
        verdict = verify(expect=acknowledged[-1])
        assert verdict.fault is None, f"round {turn}: {verdict.fault}"
    record = append([DossierOpened(dossier=10**6, person=10**6, occurred_on="2024-05-06")], by="after", source="agii")
    assert verify().append == record.id


def test_thirty_kills_lose_nothing(ledger_db: LedgerDatabase) -> None:
    _survives(ledger_db, ROUNDS, seed=1)


@pytest.mark.soak
def test_five_hundred_kills_lose_nothing(ledger_db: LedgerDatabase) -> None:
    _survives(ledger_db, SOAK_ROUNDS, seed=2)
