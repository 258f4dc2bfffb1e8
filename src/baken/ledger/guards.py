"""Triggers by which the database itself refuses to change what was recorded."""

from typing import Any

from django.apps import apps
from django.core import checks
from django.db import connection, models

from baken.ledger.facts import Fact, fact_types

REFUSAL = "recorded facts and appends never change"


def guarded_models() -> list[type[models.Model]]:
    """Every table under guard: appends, and all fact types."""
    return [apps.get_model("ledger", "Append"), *fact_types().values()]


def _columns(model: type[models.Model]) -> list[str]:
    return [str(field.column) for field in model._meta.concrete_fields]


def _same(model: type[models.Model], equals: str) -> str:
    frozen = [c for c in _columns(model) if not (issubclass(model, Fact) and c == "retracted_in")]
    return " AND ".join(f'OLD."{c}" {equals} NEW."{c}"' for c in frozen)


def _allowed_update(model: type[models.Model], equals: str) -> str:
    """The one change that passes: a fact's `retracted_in`, once."""
    if not issubclass(model, Fact):
        return "0 = 1"
    return f"OLD.retracted_in IS NULL AND NEW.retracted_in IS NOT NULL AND {_same(model, equals)}"


def insert_guard(model: type[models.Model]) -> tuple[str, str]:
    """SQLite only, name and SQL: a row over an existing number; `INSERT OR REPLACE` slips past the delete guard."""
    table, name = model._meta.db_table, f"{model._meta.db_table}_keep_i"
    return name, (
        f'CREATE TRIGGER "{name}" BEFORE INSERT ON "{table}" '
        f'WHEN EXISTS (SELECT 1 FROM "{table}" WHERE id = NEW.id) '
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    )


def _sqlite(model: type[models.Model]) -> dict[str, str]:
    table = model._meta.db_table
    refuse = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    allowed = _allowed_update(model, "IS")
    update, delete = f"{table}_keep_u", f"{table}_keep_d"
    return {
        update: f'CREATE TRIGGER "{update}" BEFORE UPDATE ON "{table}" WHEN NOT ({allowed}) {refuse}',
        delete: f'CREATE TRIGGER "{delete}" BEFORE DELETE ON "{table}" {refuse}',
        **dict([insert_guard(model)]),
    }


def _postgres(model: type[models.Model]) -> dict[str, str]:
    table = model._meta.db_table
    call = "EXECUTE FUNCTION ledger_refuse()"
    allowed = _allowed_update(model, "IS NOT DISTINCT FROM")
    update, delete, truncate = (f"{table}_keep_{letter}" for letter in "udt")
    return {
        update: f'CREATE TRIGGER "{update}" BEFORE UPDATE ON "{table}" FOR EACH ROW WHEN (NOT ({allowed})) {call}',
        delete: f'CREATE TRIGGER "{delete}" BEFORE DELETE ON "{table}" FOR EACH ROW {call}',
        truncate: f'CREATE TRIGGER "{truncate}" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT {call}',
    }


_REFUSE_FUNCTION = (
    "CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$"
)


def triggers(model: type[models.Model]) -> dict[str, str]:
    """The guards of one table on the present database: {name: SQL that creates it}."""
    return _sqlite(model) if connection.vendor == "sqlite" else _postgres(model)


def installed() -> dict[str, str]:
    """The guards that stand in the database now: {name: its SQL}, definitions as the database keeps them."""
    query = (
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return dict(cursor.fetchall())


def install() -> None:
    """(Re)create every guard."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            cursor.execute(_REFUSE_FUNCTION)
        for model in guarded_models():
            table = model._meta.db_table
            if table not in tables:
                continue
            for name, sql in triggers(model).items():
                on_table = "" if connection.vendor == "sqlite" else f' ON "{table}"'
                cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"{on_table}')
                cursor.execute(sql)


def missing() -> list[str]:
    """Names of guards that do not stand, or stand otherwise than they should (SQLite: to the letter)."""
    standing = installed()
    wanted = {name: sql for model in guarded_models() for name, sql in triggers(model).items()}
    if connection.vendor == "sqlite":
        return [name for name, sql in wanted.items() if standing.get(name) != sql]
    return [name for name in wanted if name not in standing]


def reinstall_after_migrate(**_: Any) -> None:
    """Migrations may rebuild tables (SQLite) and lose their triggers."""
    install()


def register_check() -> None:
    """Let `baken check` fail when a guard is missing."""

    @checks.register(checks.Tags.database)
    def ledger_guards(app_configs: Any, databases: Any = None, **_: Any) -> list[checks.CheckMessage]:
        if not databases or "ledger_append" not in connection.introspection.table_names():
            return []
        return [
            checks.Error(f"The guard {name} is missing.", hint="Run: baken migrate", id="ledger.E001")
            for name in missing()
        ]
