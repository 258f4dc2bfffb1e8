"""What the ledger already holds, as far as a delivery needs to know it. Reads over ADBC only."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pyarrow as pa
from django.db import models

from baken.ledger.bulk import is_sqlite, model_schema, read
from baken.ledger.digest import GENESIS
from baken.ledger.interchange.stage import Stage, literal
from baken.ledger.models import Counter, Office
from baken.ledger.reference import references

FEW = 1_000
"""Up to so many numbers are asked by number; more are read with all others."""


@dataclass(frozen=True, slots=True)
class LedgerState:
    """Where the ledger stands; as long as it equals an earlier reading, what was checked then still holds."""

    head: int = 0
    recorded_at: datetime | None = None
    digest: str = GENESIS
    next_fact: int = 1
    counters: dict[str, int] = field(default_factory=dict)
    """The next free number per kind of subject."""
    given: dict[str, int] = field(default_factory=dict)
    """The last number given out per table of reference models."""

    @property
    def empty(self) -> bool:
        """Whether nothing was ever recorded."""
        return self.head == 0


def read_state(connection: Any) -> LedgerState:
    """The ledger's present state."""
    head = ask(
        connection,
        "SELECT id, recorded_at, digest, first_fact + fact_count AS next_fact "
        "FROM ledger_append WHERE id = (SELECT max(id) FROM ledger_append)",
        pa.schema(
            [
                ("id", pa.int64()),
                ("recorded_at", pa.timestamp("us", "UTC")),
                ("digest", pa.string()),
                ("next_fact", pa.int64()),
            ]
        ),
    )
    counters = ask(connection, "SELECT kind, next_number FROM ledger_counter", model_schema(Counter))
    free = {row["kind"]: row["next_number"] for row in counters}
    last: dict[str, Any] = head[0] if head else {"id": 0, "recorded_at": None, "digest": GENESIS, "next_fact": 1}
    return LedgerState(last["id"], last["recorded_at"], last["digest"], last["next_fact"], free, _given(connection))


def ask(connection: Any, query: str, schema: pa.Schema) -> list[dict[str, Any]]:
    """The rows of a query that yields few."""
    return [row for batch in read(connection, query, schema) for row in batch.to_pylist()]


def numbered_tables() -> dict[str, type[models.Model]]:
    """The tables of reference models whose rows the database numbers."""
    found = [reference.model for reference in references().values() if reference.model._meta.pk.name == "id"]
    return {model._meta.db_table: model for model in found}


def _given(connection: Any) -> dict[str, int]:
    number = pa.schema([("number", pa.int64())])
    given = {}
    for table in numbered_tables():
        if is_sqlite():
            query = f"SELECT seq AS number FROM sqlite_sequence WHERE name = {literal(table)}"
        else:
            query = f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS number FROM {sequence(table)}"
        rows = ask(connection, query, number)
        given[table] = rows[0]["number"] if rows else 0
    return given


def sequence(table: str) -> str:
    """PostgreSQL's name for the sequence behind a table's `id`, as Django names it."""
    return f'"{table}_id_seq"'


def offices(connection: Any) -> tuple[Iterable[pa.RecordBatch], pa.Schema]:
    """Every office's code and number."""
    schema = pa.schema([("code", pa.string()), ("id", pa.int64())])
    return read(connection, f"SELECT code, id FROM {Office._meta.db_table}", schema), schema


NAMES = pa.schema([("kind", pa.string()), ("name", pa.string()), ("key", pa.int64())])


def names_of(connection: Any, kinds: Iterable[str], only: list[str] | None = None) -> Iterable[pa.RecordBatch]:
    """The names by which sources know subjects or facts of these kinds.

    only: just those with one of these names, or whose number is one of these names.
    """
    listed = ", ".join(literal(kind) for kind in kinds)
    query = f'SELECT kind, ref AS name, number AS "key" FROM ledger_knownas WHERE kind IN ({listed or "NULL"})'
    if only is not None:
        names = ", ".join(map(literal, only)) or "NULL"
        numbers = ", ".join(name for name in only if name.isdecimal()) or "NULL"
        query += f" AND (ref IN ({names}) OR number IN ({numbers}))"
    return read(connection, query, NAMES)


def among(stage: Stage, column: str, numbers: str) -> str:
    """SQL that keeps rows of the ledger with a number that the stage's query yields; a span where there are many."""
    few = [row[0] for row in stage.rows(f"{numbers} LIMIT {FEW + 1}")]
    if len(few) <= FEW:
        return f'"{column}" IN ({", ".join(map(str, few)) or "NULL"})'
    [(first, last)] = stage.rows(f"SELECT min(n), max(n) FROM ({numbers}) AS found(n)")
    return f'"{column}" BETWEEN {first} AND {last}'
