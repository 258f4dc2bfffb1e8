"""The command line: a sentence and an exit code for whatever goes wrong, never a stack trace."""

import os
import socket
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.db import connection

from baken.config.cli import WITHOUT_LEDGER
from baken.conftest import LedgerDatabase
from baken.ledger.append import append
from baken.ledger.migrated import DatabaseNotReady, require_migrated
from baken.people.facts import DossierOpened


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


UNREACHABLE = [
    {"BAKEN_DATABASE": "postgresql://nobody@127.0.0.1:1/none"},
    {"BAKEN_DATABASE": "sqlite:/nonexistent/x.sqlite3"},
    {"BAKEN_DATABASE": f"sqlite:{__file__}"},
]


@pytest.mark.parametrize("environment", UNREACHABLE)
def test_migrate_says_that_no_database_answers(tmp_path: Path, environment: dict[str, str]) -> None:
    done = baken(tmp_path, "migrate", **environment)
    assert (done.returncode, done.stderr.startswith("baken: ")) == (2, True)


@pytest.mark.parametrize(
    "environment",
    [
        *UNREACHABLE,
        {"BAKEN_DATABASE": "postgresql://nobody@127.0.0.1:abc/none"},
        {"BAKEN_DATABASE": "postgresql://nobody@127.0.0.1"},
        {"BAKEN_DATABASE": "postgresql://[::1/none"},
        {"BAKEN_DATABASE": "mysql://x"},
        {"BAKEN_DATABASE": "sqlite:"},
        {"BAKEN_DATABASE": "sqlite:/"},
        {"BAKEN_VAR": "/proc/baken"},
        {"BAKEN_VAR": __file__},
        {"BAKEN_DEMO": "perhaps"},
        {"BAKEN_BEHIND_PROXY": "perhaps"},
        {"BAKEN_LOG_LEVEL": "loud"},
        {"BAKEN_LANGUAGE": "fr"},
    ],
)
def test_a_setting_that_cannot_be_is_said(tmp_path: Path, environment: dict[str, str]) -> None:
    done = baken(tmp_path, "verify", **environment)
    assert done.returncode == 2
    assert done.stderr.startswith("baken: ")
    assert "Traceback" not in done.stderr


def test_an_empty_setting_is_no_setting(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "baken.config.cli", "migrate"],
        env=os.environ | {"BAKEN_VAR": "", "BAKEN_DATABASE": "", "BAKEN_LOG_LEVEL": ""},
        cwd=tmp_path,
        capture_output=True,
    )
    assert done.returncode == 0
    assert [path.name for path in tmp_path.rglob("baken.sqlite3")] == ["baken.sqlite3"]
    assert (tmp_path / "var" / "baken.sqlite3").exists()


def test_the_version_is_ours(tmp_path: Path) -> None:
    for command in ("--version", "version"):
        assert baken(tmp_path, command).stdout == f"baken {version('baken')}\n"


@pytest.mark.parametrize(
    "arguments",
    [("migrate", "nowhere"), ("check", "nowhere"), ("check", "--tag", "nothing"), ("migrate", "ledger", "0999")],
)
def test_what_django_refuses_is_wrong_input_too(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = baken(tmp_path, *arguments)
    assert (done.returncode, done.stderr.startswith("baken: ")) == (2, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("serve", "--port", "99999"),
        ("serve", "--port", "0"),
        ("serve", "--host", "203.0.113.1"),
        ("serve", "--threads", "0"),
        ("worker", "--once", "--lease", "nan"),
        ("worker", "--once", "--grace", "-1"),
        ("deadlines", "--on", "2024-01-01", "--within", "99999999999999999999"),
        ("figures", "--year", "2050", "--out", "new"),
        ("figures", "--year", "2019", "--out", ""),
        ("figures", "--year", "2019", "--out", "/"),
        ("explain-figure",),
        ("explain-figure", "4"),
        ("explain-figure", "4", "--cell", "year=2019", "--limit", "-1"),
        ("demo-data", "--out", "/proc/baken"),
        ("demo", "--out", "/proc/baken"),
        ("law", "--diff", "2020-01-01", "2019-01-01"),
        ("study", "/nonexistent.yaml", "--on", "2020-01-01", "--out", "new"),
        ("export", "/proc/baken"),
    ],
)
def test_nonsense_is_said_and_leaves_nothing(
    ledger_db: LedgerDatabase, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = baken(tmp_path, *arguments, BAKEN_DATABASE=ledger_db.url, BAKEN_LOG_LEVEL="WARNING")
    assert (done.returncode, "Traceback" in done.stderr) == (2, False), done.stderr
    assert not (tmp_path / "new").exists()


def test_a_ledger_that_was_changed_is_no_typing_error(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    append([DossierOpened(dossier=1, person=1, occurred_on=date(2024, 1, 1))], by="ann", source="test")
    on_table = "" if connection.vendor == "sqlite" else " ON ledger_append"
    connection.cursor().execute(f"DROP TRIGGER ledger_append_keep_u{on_table}")
    connection.cursor().execute("UPDATE ledger_append SET recorded_by = 'bob'")
    settings = {"BAKEN_DATABASE": ledger_db.url}
    assert baken(tmp_path, "verify", **settings).returncode == 1
    told = baken(tmp_path, "figures", "--year", "2024", "--figure", "4", "--out", str(tmp_path / "out"), **settings)
    assert (told.returncode, "Registratie 1 klopt niet" in told.stderr) == (0, True)
    assert baken(tmp_path, "verify", "--expect", "x", **settings).returncode == 2


def test_a_port_at_which_something_listens_is_said(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = baken(tmp_path, "serve", "--port", port, BAKEN_DATABASE=ledger_db.url)
    assert done.returncode == 2
    assert f"poort {port}" in done.stderr and "Traceback" not in done.stderr


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
