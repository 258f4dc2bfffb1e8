"""Triggers by which the database itself refuses to change what was recorded."""

from typing import Any, NamedTuple

from django.apps import apps
from django.core import checks
from django.db import connection, models
from django.utils.translation import gettext as _

from baken.ledger.facts import Fact, fact_types
from baken.ledger.reference import references

REFUSAL = "what was recorded never changes"
RETRACTED = "retracted_in"


class Guard(NamedTuple):
    """One trigger as the database keeps it: the SQL that makes it and, on PostgreSQL, the function it calls."""

    name: str
    sql: str
    function: str = ""

    @property
    def body(self) -> str:
        """The function's body."""
        return FUNCTIONS.get(self.function, "")


def guarded_models() -> list[type[models.Model]]:
    """Every table under guard: appends, facts, reference models with columns that never change, what is `kept`."""
    kept = [model for model in apps.get_models() if getattr(model, "kept", False)]
    return [apps.get_model("ledger", "Append"), *fact_types().values(), *_lasting(), *kept]


def _lasting() -> dict[type[models.Model], tuple[str, ...]]:
    """The columns that never change, per reference model that has any."""
    return {r.model: ("id", r.key, *r.lasting) for r in references().values() if r.lasting}


# ---------------------------------------------------------------------------------------------- SQLite


def _same(columns: tuple[str, ...], old: str) -> str:
    return " AND ".join(f'{old}."{column}" IS NEW."{column}"' for column in columns)


def _allowed_update(model: type[models.Model]) -> str:
    """The changes that pass: a fact's `retracted_in`, once; of a reference model the columns that are not lasting."""
    if issubclass(model, Fact):
        frozen = tuple(str(f.column) for f in model._meta.concrete_fields if f.column != RETRACTED)
        return f"OLD.{RETRACTED} IS NULL AND NEW.{RETRACTED} IS NOT NULL AND {_same(frozen, 'OLD')}"
    lasting = _lasting().get(model)
    return _same(lasting, "OLD") if lasting else "0 = 1"


def insert_guard(model: type[models.Model]) -> Guard:
    """SQLite only: a row over an existing number or key; `INSERT OR REPLACE` slips past the delete guard."""
    table, name = model._meta.db_table, f"{model._meta.db_table}_keep_i"
    taken = " OR ".join(f'"{column}" = NEW."{column}"' for column in _lasting().get(model, ("id",))[:2])
    return Guard(
        name,
        f'CREATE TRIGGER "{name}" BEFORE INSERT ON "{table}" '
        f'WHEN EXISTS (SELECT 1 FROM "{table}" WHERE {taken}) '
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    )


def _sqlite(model: type[models.Model]) -> list[Guard]:
    table = model._meta.db_table
    refuse = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    allowed = _allowed_update(model)
    update, delete = f"{table}_keep_u", f"{table}_keep_d"
    return [
        Guard(update, f'CREATE TRIGGER "{update}" BEFORE UPDATE ON "{table}" WHEN NOT ({allowed}) {refuse}'),
        Guard(delete, f'CREATE TRIGGER "{delete}" BEFORE DELETE ON "{table}" {refuse}'),
        insert_guard(model),
    ]


# ---------------------------------------------------------------------------------------------- PostgreSQL

_RAISE = f"RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation';"
FUNCTIONS = {
    "ledger_refuse": f"BEGIN {_RAISE} END",
    "ledger_keep_fact": (
        f"DECLARE told bigint := NEW.{RETRACTED}; BEGIN "
        f"IF OLD.{RETRACTED} IS NULL AND told IS NOT NULL THEN NEW.{RETRACTED} := NULL; "
        f"IF NEW IS NOT DISTINCT FROM OLD THEN NEW.{RETRACTED} := told; RETURN NEW; END IF; END IF; "
        f"{_RAISE} END"
    ),
    "ledger_keep_columns": (
        "BEGIN FOR place IN 0 .. TG_NARGS - 1 LOOP "
        "IF to_jsonb(NEW) -> TG_ARGV[place] IS DISTINCT FROM to_jsonb(OLD) -> TG_ARGV[place] "
        f"THEN {_RAISE} END IF; END LOOP; RETURN NEW; END"
    ),
}
"""The bodies of the functions that guards call; what they compare needs no list of columns, so their SQL is short."""


def _postgres(model: type[models.Model]) -> list[Guard]:
    """In the words in which PostgreSQL gives a trigger back, so that the two can be compared."""
    table = model._meta.db_table
    lasting = _lasting().get(model)
    keep = "ledger_keep_fact" if issubclass(model, Fact) else "ledger_keep_columns" if lasting else "ledger_refuse"
    arguments = ", ".join(f"'{column}'" for column in lasting or ())
    told = (
        ("u", "UPDATE", "ROW", keep, arguments),
        ("d", "DELETE", "ROW", "ledger_refuse", ""),
        ("t", "TRUNCATE", "STATEMENT", "ledger_refuse", ""),
    )
    return [
        Guard(
            f"{table}_keep_{letter}",
            f"CREATE TRIGGER {table}_keep_{letter} BEFORE {event} ON {table} "
            f"FOR EACH {level} EXECUTE FUNCTION {function}({given})",
            function,
        )
        for letter, event, level, function, given in told
    ]


# ---------------------------------------------------------------------------------------------- laying and looking


def guards_of(model: type[models.Model]) -> list[Guard]:
    """The guards of one table on the present database."""
    return _sqlite(model) if connection.vendor == "sqlite" else _postgres(model)


def installed() -> set[tuple[str, str]]:
    """The guards that stand in the database now and work: (their SQL, the body of the function they call)."""
    query = (
        "SELECT sql, '' FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        # A trigger that is disabled or only for replicas (D, R) does nothing here.
        else "SELECT pg_get_triggerdef(t.oid, true), p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
        "WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {(sql, body) for sql, body in cursor.fetchall()}


def install() -> None:
    """(Re)create every guard."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            for name, body in FUNCTIONS.items():
                cursor.execute(
                    f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $guard${body}$guard$"
                )
        for model in guarded_models():
            table = model._meta.db_table
            for guard in guards_of(model) if table in tables else ():
                on_table = "" if connection.vendor == "sqlite" else f' ON "{table}"'
                cursor.execute(f'DROP TRIGGER IF EXISTS "{guard.name}"{on_table}')
                cursor.execute(guard.sql)


def missing() -> list[str]:
    """Names of guards that do not stand, stand elsewhere, do not work, or say something else than they should."""
    standing = installed()
    wanted = [guard for model in guarded_models() for guard in guards_of(model)]
    return [guard.name for guard in wanted if (guard.sql, guard.body) not in standing]


def reinstall_after_migrate(**_: Any) -> None:
    """Migrations may rebuild tables (SQLite) and lose their triggers."""
    install()


def register_check() -> None:
    """Let `baken check` fail when a guard is missing."""

    @checks.register(checks.Tags.database)
    def ledger_guards(app_configs: Any, databases: Any = None, **options: Any) -> list[checks.CheckMessage]:
        if not databases or "ledger_append" not in connection.introspection.table_names():
            return []
        return [
            checks.Error(
                _("De wacht %(name)s ontbreekt.") % {"name": name},
                hint=_("Voer uit: baken migrate"),
                id="ledger.E001",
            )
            for name in missing()
        ]
