"""Fixtures that every room shares."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection, connections


@dataclass(frozen=True, slots=True)
class LedgerDatabase:
    """Where a test's ledger lives. `url` is what BAKEN_DATABASE takes, for a test that starts a process."""

    url: str


@pytest.fixture
def ledger_db(ledger_template: str, django_db_blocker: Any, tmp_path: Path) -> Iterator[LedgerDatabase]:
    """A fresh, migrated, empty ledger; Django's default connection and ADBC both point at it.

    The guards refuse the flush by which Django empties tables between transactional tests, so each test gets
    a database of its own instead: a copy of a migrated one (SQLite: the file; PostgreSQL: CREATE DATABASE …
    TEMPLATE), thrown away afterwards. Commits are real, and other threads and processes see them.
    Use it alone: not together with `db`, `transactional_db` or the `django_db` mark.
    """
    with django_db_blocker.unblock(), fresh_ledger(ledger_template, tmp_path) as database:
        yield database


@pytest.fixture
def another_ledger(
    ledger_db: LedgerDatabase, ledger_template: str, tmp_path: Path
) -> Callable[[], AbstractContextManager[LedgerDatabase]]:
    """Within a test: `with another_ledger():` runs on a second fresh ledger, then returns to the first."""
    return lambda: fresh_ledger(ledger_template, tmp_path)


@pytest.fixture(scope="session")
def ledger_template(django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of an empty migrated database, made once a session, of which `ledger_db` makes its copies."""
    with django_db_blocker.unblock():
        name = _unused_name(tmp_path_factory.mktemp("template"))
        if connection.vendor != "sqlite":
            _in_postgres(f'CREATE DATABASE "{name}"')
        with _standing_at(name):
            call_command("migrate", verbosity=0)
    yield name
    with django_db_blocker.unblock():
        _drop(name)


@contextmanager
def fresh_ledger(template: str, folder: Path) -> Iterator[LedgerDatabase]:
    """A copy of the migrated database, with Django's default connection pointed at it, for as long as it is used."""
    name = _unused_name(folder)
    if connection.vendor == "sqlite":
        shutil.copyfile(template, name)
    else:
        _in_postgres(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        with _standing_at(name):
            yield LedgerDatabase(_url())
    finally:
        _drop(name)


@contextmanager
def _standing_at(name: str) -> Iterator[None]:
    """Point the default connection at a database, and back; on SQLite all ends up in its one file."""
    settings = connections["default"].settings_dict
    before = settings["NAME"]
    connection.close()
    settings["NAME"] = name
    try:
        yield
        if connection.vendor == "sqlite":
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
        settings["NAME"] = before


def _unused_name(folder: Path) -> str:
    unique = uuid4().hex[:12]
    return str(folder / f"{unique}.sqlite3") if connection.vendor == "sqlite" else f"baken_test_{unique}"


def _drop(name: str) -> None:
    if connection.vendor == "sqlite":
        Path(name).unlink()
    else:
        _in_postgres(f'DROP DATABASE "{name}" WITH (FORCE)')


def _in_postgres(sql: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(sql)


def _url() -> str:
    settings = connections["default"].settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:{settings['NAME']}"
    password = f":{settings['PASSWORD']}" if settings["PASSWORD"] else ""
    return f"postgresql://{settings['USER']}{password}@{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"
