"""The database itself refuses to change what was recorded; what slips past the guards, `verify` names."""

from datetime import date

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.db.utils import DatabaseError

from baken.conftest import LedgerDatabase
from baken.ledger import guards
from baken.ledger.append import append
from baken.ledger.verify import verify
from baken.people.facts import DossierOpened
from baken.programme.facts import InflowSeen

TABLE, APPENDS = "programme_inflowseen", "ledger_append"
REPLACE = {
    "sqlite": f"INSERT OR REPLACE INTO {TABLE} SELECT * FROM {TABLE}",
    "postgresql": f"INSERT INTO {TABLE} SELECT * FROM {TABLE} ON CONFLICT (id) DO UPDATE SET dossier = 9",
}
EMPTY = {"sqlite": f"DELETE FROM {APPENDS}", "postgresql": f"TRUNCATE {APPENDS}"}


@pytest.fixture
def recorded(ledger_db: LedgerDatabase) -> LedgerDatabase:
    """Three appends: facts, a retraction, facts."""
    day = date(2024, 5, 6)

    def facts(number: int) -> list:
        seen = InflowSeen(dossier=number, occurred_on=day, target_group="obliged")
        return [DossierOpened(dossier=number, person=number, occurred_on=day), seen]

    append(facts(1), by="tester", source="agii")
    append(facts(2), retract=list(InflowSeen.objects.all()), by="tester", source="agii")
    append(facts(3), by="tester", source="agii")
    return ledger_db


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        f"UPDATE {TABLE} SET occurred_on = '2020-01-01'",
        f"UPDATE {TABLE} SET retracted_in = NULL WHERE retracted_in IS NOT NULL",
        f"UPDATE {TABLE} SET retracted_in = 3, dossier = 5 WHERE dossier = 3",
        f"UPDATE {TABLE} SET id = 77 WHERE dossier = 3",
        f"DELETE FROM {TABLE} WHERE dossier = 1",
        f"UPDATE {APPENDS} SET note = 'x'",
        f"DELETE FROM {APPENDS} WHERE id = 3",
        REPLACE,
        EMPTY,
    ],
)
def test_the_database_refuses(recorded: LedgerDatabase, sql: str | dict[str, str]) -> None:
    with pytest.raises(DatabaseError, match=guards.REFUSAL):
        run(sql if isinstance(sql, str) else sql[connection.vendor])
    assert verify().fault is None


def test_a_missing_guard_fails_the_check_and_migrate_lays_it_anew(recorded: LedgerDatabase) -> None:
    on_table = "" if connection.vendor == "sqlite" else f" ON {TABLE}"
    run(f"DROP TRIGGER {TABLE}_keep_d{on_table}")
    assert guards.missing() == [f"{TABLE}_keep_d"]
    with pytest.raises(SystemCheckError, match="guard programme_inflowseen_keep_d is missing"):
        call_command("check", databases=["default"])
    call_command("migrate", verbosity=0)
    assert guards.missing() == []


@pytest.mark.parametrize(
    ("sql", "append_number"),
    [
        (f"UPDATE {TABLE} SET target_group = 'entitled' WHERE dossier = 2", 2),
        (f"UPDATE {TABLE} SET dossier = 9 WHERE dossier = 1", 1),
        (f"UPDATE {TABLE} SET retracted_in = NULL", 2),
        (f"UPDATE {TABLE} SET retracted_in = 3 WHERE dossier = 2", 3),
        (f"DELETE FROM {TABLE} WHERE dossier = 3", 3),
        (f"UPDATE {APPENDS} SET recorded_by = 'someone' WHERE id = 2", 2),
        (f"UPDATE {APPENDS} SET source = 'atlas' WHERE id = 1", 1),
        (f"DELETE FROM {APPENDS} WHERE id = 2", 3),
        (f"DELETE FROM {APPENDS} WHERE id = 3", 2),
    ],
)
def test_verify_names_the_first_append_that_does_not_fit(
    recorded: LedgerDatabase, sql: str, append_number: int
) -> None:
    """Whoever can drop the guards can change rows; the chain tells."""
    on = lambda table: "" if connection.vendor == "sqlite" else f" ON {table}"  # noqa: E731
    for table in (TABLE, APPENDS):
        for letter in "ud":
            run(f"DROP TRIGGER {table}_keep_{letter}{on(table)}")
    run(sql)
    verdict = verify()
    assert verdict.fault is not None
    assert verdict.append == append_number


def test_a_tail_cut_off_cleanly_is_found_by_what_was_noted(recorded: LedgerDatabase) -> None:
    head = verify()
    on = lambda table: "" if connection.vendor == "sqlite" else f" ON {table}"  # noqa: E731
    for table in (TABLE, APPENDS, "people_dossieropened"):
        run(f"DROP TRIGGER {table}_keep_d{on(table)}")
        run(f"DELETE FROM {table} WHERE {'id' if table == APPENDS else 'appended_in'} = 3")
    assert verify().fault is None
    assert "not in this ledger" in str(verify(expect=(head.append, head.digest)).fault)
