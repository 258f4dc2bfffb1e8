"""The command line: a sentence and an exit code for whatever goes wrong, never a stack trace."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.db import connection

from baken.config.cli import WITHOUT_LEDGER
from baken.conftest import LedgerDatabase
from baken.ledger.migrated import DatabaseNotReady, require_migrated


def baken(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, on a database that is still to be made."""
    settings = {"BAKEN_VAR": str(folder), "BAKEN_DATABASE": f"sqlite:{folder / 'new.sqlite3'}", "BAKEN_DEMO": "1"}
    command = [sys.executable, "-m", "baken.config.cli", *arguments]
    return subprocess.run(command, env=os.environ | settings | environment, capture_output=True, text=True)


@pytest.mark.parametrize(
    "arguments", [("load", "."), ("figures", "--year", "2019", "--out", "x"), ("verify",), ("worker", "--once")]
)
def test_a_ledger_without_tables_is_said(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = baken(tmp_path, *arguments)
    assert done.returncode == 2
    assert "baken migrate" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


@pytest.mark.parametrize(
    "environment",
    [
        {"BAKEN_DATABASE": "postgresql://nobody@127.0.0.1:1/none"},
        {"BAKEN_DATABASE": "mysql://x"},
        {"BAKEN_DATABASE": "sqlite:/nonexistent/x.sqlite3"},
        {"BAKEN_VAR": "/proc/baken"},
    ],
)
def test_a_place_that_cannot_be_is_said(tmp_path: Path, environment: dict[str, str]) -> None:
    done = baken(tmp_path, "verify", **environment)
    assert done.returncode == 2
    assert done.stderr.startswith("baken: ")
    assert "Traceback" not in done.stderr


def test_a_bad_today_is_said(tmp_path: Path) -> None:
    (tmp_path / "today").write_text("morgen")
    done = baken(tmp_path, "verify")
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert "today" in done.stderr


def test_no_commands_are_excused_from_a_ledger_that_do_not_exist() -> None:
    assert WITHOUT_LEDGER - set(get_commands()) <= {"law", "study", "decide"}


def test_a_ledger_of_another_version_is_noticed(ledger_db: LedgerDatabase) -> None:
    require_migrated()
    connection.cursor().execute("DELETE FROM django_migrations WHERE app = 'ui'")
    with pytest.raises(DatabaseNotReady, match="baken migrate"):
        require_migrated()
