"""Fixtures for the frame's tests."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client

from baken.accounts.models import Post, User
from baken.conftest import LedgerDatabase
from baken.foundation import clock

BAKEN = Path(sys.executable).with_name("baken")
Spawn = Callable[..., subprocess.Popen]


@contextmanager
def spawning(database: LedgerDatabase, var: Path) -> Iterator[Spawn]:
    """Start `baken …` on a database, each in a process group of its own; whatever still runs is ended after."""
    started: list[subprocess.Popen] = []

    def start(*arguments: str, **environment: str) -> subprocess.Popen:
        process = subprocess.Popen(
            [str(BAKEN), *arguments],
            env={**os.environ, "BAKEN_DATABASE": database.url, "BAKEN_VAR": str(var), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@pytest.fixture
def spawn(ledger_db: LedgerDatabase, tmp_path: Path) -> Iterator[Spawn]:
    """Start `baken …` on the test's database."""
    with spawning(ledger_db, tmp_path / "var") as start:
        yield start


@pytest.fixture
def note_file(tmp_path: Path) -> Path:
    """A file to which the sample jobs write."""
    return tmp_path / "notes"


def eventually(condition: Callable[[], object], seconds: float = 30) -> None:
    """Wait until the condition holds; fail when it does not within so many seconds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def lines(file: Path) -> list[str]:
    """What the sample jobs wrote so far."""
    return file.read_text().splitlines() if file.exists() else []


@pytest.fixture
def staff(ledger_db: LedgerDatabase) -> Callable[..., Client]:
    """A signed-in client in a post of this role; without a role, somebody without a post."""

    def sign_in(role: str = "", **options: object) -> Client:
        user = User.objects.create_user(f"user-{uuid4().hex[:6]}")
        if role:
            Post.objects.create(user=user, role=role, agency="agii", since=clock.today())
        client = Client(**options)
        client.force_login(user)
        return client

    return sign_in
