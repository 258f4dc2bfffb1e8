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
from baken.ledger.models import Office
from baken.ledger.verify import verify
from baken.people.facts import DossierOpened
from baken.programme.facts import InflowSeen

TABLE, APPENDS = "programme_inflowseen", "ledger_append"
REPLACE = {
    "sqlite": f"INSERT OR REPLACE INTO {TABLE} SELECT * FROM {TABLE}",
    "postgresql": f"INSERT INTO {TABLE} SELECT * FROM {TABLE} ON CONFLICT (id) DO UPDATE SET dossier = 9",
}
OFFICES = "ledger_office"
REPLACE_OFFICE = {
    "sqlite": f"INSERT OR REPLACE INTO {OFFICES} (code, name, region) VALUES ('a', '', 'brussels')",
    "postgresql": f"INSERT INTO {OFFICES} (code, name) VALUES ('a', '') ON CONFLICT (code) DO UPDATE SET region = 'x'",
}
EMPTY = {"sqlite": f"DELETE FROM {APPENDS}", "postgresql": f"TRUNCATE {APPENDS}"}


@pytest.fixture
def recorded(ledger_db: LedgerDatabase) -> LedgerDatabase:
    """Three appends: facts, a retraction, facts."""
    day = date(2024, 5, 6)
    Office.objects.create(code="a", region="limburg")

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
        f"UPDATE {OFFICES} SET region = 'brussels'",
        f"UPDATE {OFFICES} SET agency = 'atlas'",
        f"UPDATE {OFFICES} SET code = 'b'",
        f"UPDATE {OFFICES} SET id = 77",
        f"DELETE FROM {OFFICES}",
        REPLACE_OFFICE,
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
    with pytest.raises(SystemCheckError, match="wacht programme_inflowseen_keep_d ontbreekt"):
        call_command("check", databases=["default"])
    call_command("migrate", verbosity=0)
    assert guards.missing() == []


def test_an_office_may_be_renamed(recorded: LedgerDatabase) -> None:
    Office.objects.update(name="B", kbo_number="0123456749")
    office = Office.objects.get()
    office.name = "C"
    office.save()
    assert Office.objects.get().name == "C"


WEAKENED = {
    "sqlite": [
        f"DROP TRIGGER {TABLE}_keep_u; CREATE TRIGGER {TABLE}_keep_u BEFORE UPDATE ON {TABLE} BEGIN SELECT 1; END",
        f"DROP TRIGGER {TABLE}_keep_u; CREATE TRIGGER {TABLE}_keep_u BEFORE UPDATE ON {OFFICES} BEGIN SELECT 1; END",
    ],
    "postgresql": [
        f"ALTER TABLE {TABLE} ENABLE REPLICA TRIGGER {TABLE}_keep_u",
        f"ALTER TABLE {TABLE} DISABLE TRIGGER {TABLE}_keep_u",
        "CREATE OR REPLACE FUNCTION ledger_keep_fact() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        f"DROP TRIGGER {TABLE}_keep_u ON {TABLE}; CREATE TRIGGER {TABLE}_keep_u BEFORE UPDATE ON {OFFICES} "
        "FOR EACH ROW EXECUTE FUNCTION ledger_keep_fact()",
        f"DROP TRIGGER {TABLE}_keep_u ON {TABLE}; CREATE TRIGGER {TABLE}_keep_u BEFORE UPDATE ON {TABLE} "
        "FOR EACH ROW WHEN (OLD.id = 0) EXECUTE FUNCTION ledger_keep_fact()",
    ],
}


@pytest.mark.parametrize("place", range(5))
def test_a_guard_that_no_longer_guards_is_missing(recorded: LedgerDatabase, place: int) -> None:
    if place >= len(WEAKENED[connection.vendor]):
        pytest.skip("this database has fewer ways")
    for statement in WEAKENED[connection.vendor][place].split("; C"):
        run(statement if not statement.startswith("REATE") else f"C{statement}")
    assert f"{TABLE}_keep_u" in guards.missing()


def without_guards(*tables: str) -> None:
    on = lambda table: "" if connection.vendor == "sqlite" else f" ON {table}"  # noqa: E731
    for table in tables:
        for letter in "ud":
            run(f"DROP TRIGGER {table}_keep_{letter}{on(table)}")


@pytest.mark.parametrize(
    ("sql", "append_number"),
    [
        (f"UPDATE {TABLE} SET target_group = 'entitled' WHERE dossier = 2", 2),
        (f"UPDATE {TABLE} SET dossier = 9 WHERE dossier = 1", 1),
        (f"UPDATE {TABLE} SET retracted_in = NULL", 2),
        (f"UPDATE {TABLE} SET retracted_in = 3 WHERE dossier = 2", 3),
        (f"UPDATE {TABLE} SET id = 99999999 WHERE dossier = 3", 3),
        (f"UPDATE {TABLE} SET id = 3 WHERE dossier = 2", 2),
        (f"DELETE FROM {TABLE} WHERE dossier = 3", 3),
        (f"UPDATE {APPENDS} SET recorded_by = 'someone' WHERE id = 2", 2),
        (f"UPDATE {APPENDS} SET source = 'atlas' WHERE id = 1", 1),
        (f"DELETE FROM {APPENDS} WHERE id = 2", 3),
        (f"DELETE FROM {APPENDS} WHERE id = 3", 3),
    ],
)
def test_verify_names_the_first_append_that_does_not_fit(
    recorded: LedgerDatabase, sql: str, append_number: int
) -> None:
    """Whoever can drop the guards can change rows; the chain tells."""
    without_guards(TABLE, APPENDS)
    run(sql)
    verdict = verify()
    assert verdict.fault is not None
    assert verdict.append == append_number


def test_a_tail_cut_off_cleanly_is_found_by_what_was_noted(recorded: LedgerDatabase) -> None:
    head = verify()
    for table in (TABLE, APPENDS, "people_dossieropened"):
        without_guards(table)
        run(f"DELETE FROM {table} WHERE {'id' if table == APPENDS else 'appended_in'} = 3")
    assert verify().fault is None
    assert "niet in dit grootboek" in str(verify(expect=(head.append, head.digest)).fault)


NOT_OF_THE_TYPE = {
    "sqlite": [
        (f"UPDATE {TABLE} SET occurred_on = 'zzz' WHERE dossier = 2", 2),
        (f"UPDATE {TABLE} SET occurred_on = 'zzz', undated = 'zzz' WHERE dossier > 1", 2),
        (f"UPDATE {TABLE} SET age = 'abc' WHERE dossier = 1", 1),
        (f"UPDATE {TABLE} SET dossier = dossier + 0.5 WHERE dossier = 3", 3),
        (f"UPDATE {TABLE} SET undated = 7 WHERE dossier = 2", 2),
        (f"UPDATE {TABLE} SET appended_in = 'x' WHERE dossier = 2", 2),
        (f"UPDATE {TABLE} SET id = id + 1000, age = 'abc' WHERE dossier = 3", 3),
        (f"UPDATE {APPENDS} SET recorded_at = 'xyz' WHERE id = 2", 2),
        (f"UPDATE {APPENDS} SET note = CAST(x'ff' AS TEXT) WHERE id = 3", 3),
    ],
    "postgresql": [
        (f"UPDATE {TABLE} SET occurred_on = 'infinity' WHERE dossier = 2", 2),
        (f"UPDATE {APPENDS} SET recorded_at = 'infinity' WHERE id = 2", 2),
        (f"UPDATE {APPENDS} SET recorded_at = '20240-01-01' WHERE id = 2", 2),
    ],
}


@pytest.mark.parametrize("place", range(9))
def test_verify_names_the_append_with_a_value_that_cannot_be_read(recorded: LedgerDatabase, place: int) -> None:
    if place >= len(NOT_OF_THE_TYPE[connection.vendor]):
        pytest.skip("this database has fewer ways")
    sql, append_number = NOT_OF_THE_TYPE[connection.vendor][place]
    without_guards(TABLE, APPENDS)
    run(sql)
    verdict = verify()
    assert verdict.fault is not None
    assert verdict.append == append_number


def test_what_was_changed_before_an_unreadable_value_comes_first(recorded: LedgerDatabase) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps only values of the column's type")
    without_guards(TABLE, "people_dossieropened")
    run(f"UPDATE {TABLE} SET occurred_on = 'zzz' WHERE dossier = 3")
    run("UPDATE people_dossieropened SET person = 9 WHERE dossier = 2")
    assert verify().append == 2
