"""Writing a plan into the ledger: one transaction, under the lock under which all appends are written."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pyarrow as pa
from django.db import models

from baken.ledger import guards
from baken.ledger.append import LOCK
from baken.ledger.bulk import is_sqlite, model_schema, write
from baken.ledger.facts import opening_types
from baken.ledger.interchange.companions import companion_rows
from baken.ledger.interchange.crosschecks import opened, opening_column
from baken.ledger.interchange.delivery import DeliveredFile, Delivery
from baken.ledger.interchange.layout import Table
from baken.ledger.interchange.ledgerside import ask, sequence
from baken.ledger.interchange.preparing import Plan
from baken.ledger.interchange.stage import Stage, literal, quoted
from baken.ledger.models import Append, Counter, DossierHead, KnownAs
from baken.ledger.reference import references
from baken.ledger.schema import row_schema

MANY = 20_000
"""From so many rows on, an empty table is filled without its indexes and insert guard, which then are laid again."""

SMALL_CACHE = "PRAGMA cache_size = -64000"
"""Rows that are only added need few pages at hand; memory is better left to the stage."""


@contextmanager
def holding_lock(connection: Any, written: list[str]) -> Iterator[None]:
    """A transaction that nobody else can append in, nor number rows of these tables; rolled back on any error."""
    if is_sqlite():
        _execute(connection, SMALL_CACHE)
    _execute(connection, "BEGIN IMMEDIATE" if is_sqlite() else "BEGIN")
    try:
        if not is_sqlite():
            # Tables before the advisory lock: an act numbers its rows first, then waits for that lock.
            listed = ", ".join(quoted(table) for table in sorted({*written, Counter._meta.db_table}))
            _execute(connection, f"LOCK TABLE {listed} IN SHARE ROW EXCLUSIVE MODE")
            _execute(connection, f"SELECT pg_advisory_xact_lock({LOCK})")
        yield
        _execute(connection, "COMMIT")
    except BaseException:
        _execute(connection, "ROLLBACK")
        raise


def _execute(connection: Any, sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def tables_written(delivery: Delivery) -> list[str]:
    """The tables of reference models that a delivery brings rows for."""
    return [file.table.model._meta.db_table for file in delivery.files.values() if file.table.reference]


def store(stage: Stage, connection: Any, plan: Plan) -> bool:
    """Write a plan within the open transaction; False when there is nothing that would be recorded."""
    for file in plan.delivery.files.values():
        if file.table.reference:
            _write_companions(stage, connection, file)
    _keep_numbers(connection, plan)
    if not (plan.restore or plan.retracted or sum(plan.facts.values())):
        return False
    _write_facts(stage, connection, plan)
    for table in plan.fact_tables:
        if stage.has(f"retract/{table.label}"):
            _retract(stage, connection, table, plan.head)
    _write_known_as(stage, connection, plan)
    _write_heads(stage, connection, plan)
    return True


def _write_facts(stage: Stage, connection: Any, plan: Plan) -> None:
    schema = model_schema(Append)
    write(connection, Append, stage.batches(f"SELECT {_listed(schema)} FROM final_appends", schema), schema)
    for table in plan.fact_tables:
        model = table.fact
        assert model is not None  # noqa: S101
        final = quoted(f"final/{table.label}")
        rows = row_schema(model)
        bare = plan.state.empty and stage.value(f"SELECT count(*) FROM {final}") >= MANY
        with _without_indexes(connection, model) if bare else _as_it_is():
            write(connection, model, stage.batches(f"SELECT {_listed(rows)} FROM {final}", rows), rows)


def _retract(stage: Stage, connection: Any, table: Table, append: int) -> None:
    """Set `retracted_in` of the known facts of one type that the delivery retracts."""
    number = pa.schema([("number", pa.int64())])
    going = stage.batches(f"SELECT number FROM {quoted(f'retract/{table.label}')}", number)
    write(connection, table.model, going, number, temporary="baken_going")
    _execute(
        connection,
        f"UPDATE {quoted(table.model._meta.db_table)} SET retracted_in = {append} "
        "WHERE id IN (SELECT number FROM baken_going)",
    )
    _execute(connection, "DROP TABLE baken_going")


def _listed(schema: pa.Schema) -> str:
    return ", ".join(quoted(name) for name in schema.names)


@contextmanager
def _as_it_is() -> Iterator[None]:
    yield


@contextmanager
def _without_indexes(connection: Any, model: type[models.Model]) -> Iterator[None]:
    """Take a table's secondary indexes and insert guard away and lay them again, within the open transaction."""
    table = model._meta.db_table
    if is_sqlite():
        query = (
            "SELECT name, sql FROM sqlite_master "
            f"WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = {literal(table)}"
        )
    else:
        query = (
            "SELECT c.relname AS name, pg_get_indexdef(c.oid) AS sql "
            "FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid "
            f"WHERE i.indrelid = {literal(quoted(table))}::regclass AND NOT i.indisunique"
        )
    indexes = ask(connection, query, pa.schema([("name", pa.string()), ("sql", pa.string())]))
    again = [index["sql"] for index in indexes]
    for index in indexes:
        _execute(connection, f"DROP INDEX {quoted(index['name'])}")
    if is_sqlite():
        guard = guards.insert_guard(model)
        _execute(connection, f"DROP TRIGGER {quoted(guard.name)}")
        again.append(guard.sql)
    yield
    for sql in again:
        _execute(connection, sql)


KNOWN_AS = pa.schema([("kind", pa.string()), ("ref", pa.string()), ("number", pa.int64())])


def _write_known_as(stage: Stage, connection: Any, plan: Plan) -> None:
    """Keep the names of facts, subjects and appends that are not simply their numbers."""
    named = [
        f"SELECT {literal(table.label)}, known_ref, id FROM {quoted(f'final/{table.label}')} "
        "WHERE known_ref IS NOT NULL"
        for table in plan.fact_tables
    ]
    for kind in opening_types():
        if stage.has(f"opened_{kind}"):
            named.append(
                f"SELECT n.kind, n.name, coalesce(m.number, n.key) FROM names n LEFT JOIN numbers m USING (kind, key) "
                f"WHERE n.kind = {literal(kind)} AND NOT n.known AND n.key IN (SELECT subject FROM {opened(kind)})"
            )
        named.append(_promised(stage, kind))
    if plan.restore:
        named.append(
            "SELECT kind, name, key FROM names WHERE kind = 'append' AND key IN (SELECT id FROM final_appends)"
        )
    for query in filter(None, named):
        write(
            connection,
            KnownAs,
            stage.batches(f"SELECT * FROM ({query}) AS named(kind, ref, number)", KNOWN_AS),
            KNOWN_AS,
        )


def _promised(stage: Stage, kind: str) -> str:
    """A number whose opening was set aside is promised to its source: the mended delivery may still use it."""
    opener, column = opening_column(kind)
    if not stage.has(f"aside/{opener.name}"):
        return ""
    known = f"SELECT key FROM names WHERE known AND kind = {literal(kind)}"
    return (
        f"SELECT DISTINCT {literal(kind)}, CAST({quoted(column)} AS VARCHAR), {quoted(column)} "
        f"FROM {quoted(f'aside/{opener.name}')} WHERE {quoted(column)} > 0 AND {quoted(column)} NOT IN ({known}) "
        f"AND {quoted(column)} NOT IN (SELECT subject FROM {opened(kind)})"
    )


def upsert(
    connection: Any, model: type[models.Model], batches: Any, schema: pa.Schema, key: str, update: list[str]
) -> None:
    """Insert rows; where the key stands already, bring these columns up to date.

    In two steps: ON CONFLICT would have SQLite's insert guard refuse a key that stands.
    """
    write(connection, model, batches, schema, temporary="baken_incoming")
    table, same = quoted(model._meta.db_table), f"stands.{quoted(key)} = baken_incoming.{quoted(key)}"
    if update:
        changed = ", ".join(f"{quoted(column)} = baken_incoming.{quoted(column)}" for column in update)
        _execute(connection, f"UPDATE {table} AS stands SET {changed} FROM baken_incoming WHERE {same}")
    _execute(
        connection,
        f"INSERT INTO {table} ({_listed(schema)}) SELECT {_listed(schema)} FROM baken_incoming "
        f"WHERE NOT EXISTS (SELECT 1 FROM {table} AS stands WHERE {same})",
    )
    _execute(connection, "DROP TABLE baken_incoming")


def _write_heads(stage: Stage, connection: Any, plan: Plan) -> None:
    """Bring the derived heads of the dossiers concerned up to date."""
    touched = []
    for table in plan.fact_tables:
        if table.group == "dossier":
            final = quoted(f"final/{table.label}")
            touched += [
                f"SELECT dossier, {column} AS append FROM {final}" for column in ("appended_in", "retracted_in")
            ]
            if stage.has(f"retract/{table.label}"):
                touched.append(f"SELECT subject, {plan.head} FROM {quoted(f'retract/{table.label}')}")
    if touched:
        schema = model_schema(DossierHead)
        query = f"SELECT dossier, max(append) AS last_append FROM ({' UNION ALL '.join(touched)}) GROUP BY dossier"
        upsert(connection, DossierHead, stage.batches(query, schema), schema, "dossier", ["last_append"])


def _write_companions(stage: Stage, connection: Any, file: DeliveredFile) -> None:
    """Write the rows of one reference model: those numbered here are new, others are brought up to date."""
    table, reference = file.table, file.table.reference
    assert reference is not None  # noqa: S101
    schema = model_schema(table.model)
    rows = stage.batches(f"SELECT {_listed(schema)} FROM ({companion_rows(table)})", schema)
    if reference.key == "id":
        write(connection, table.model, rows, schema)
        return
    told = set(file.columns) - {reference.key, *reference.lasting, "id"}
    update = [column.stored for column in table.columns if column.name in told]
    upsert(connection, table.model, rows, schema, reference.key, update)


def _keep_numbers(connection: Any, plan: Plan) -> None:
    """Make sure that numbers that came along, or that an erased row had, are not given out again."""
    counters = [
        {"kind": kind, "next_number": max(plan.state.counters.get(kind, 1), plan.highest[kind] + 1)}
        for kind in opening_types()
    ]
    schema = model_schema(Counter)
    upsert(connection, Counter, [pa.RecordBatch.from_pylist(counters, schema)], schema, "kind", ["next_number"])
    for name, reference in references().items():
        table = reference.model._meta.db_table
        if table in plan.state.given:
            number = pa.schema([("number", pa.int64())])
            stands = ask(connection, f"SELECT coalesce(max(id), 0) AS number FROM {quoted(table)}", number)
            highest = max(plan.state.given[table], plan.highest.get(name, 0), stands[0]["number"])
            _keep_sequence(connection, table, highest)


def _keep_sequence(connection: Any, table: str, number: int) -> None:
    if not number:
        return
    if not is_sqlite():
        _execute(connection, f"SELECT setval({literal(sequence(table))}, {number})")
        return
    _execute(connection, f"UPDATE sqlite_sequence SET seq = {number} WHERE name = {literal(table)}")
    missing = f"WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = {literal(table)})"
    _execute(connection, f"INSERT INTO sqlite_sequence (name, seq) SELECT {literal(table)}, {number} {missing}")
