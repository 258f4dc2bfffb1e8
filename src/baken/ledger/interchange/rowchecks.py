"""Checks on appends and on rows of reference models."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pyarrow as pa
from django.db import models

from baken.ledger.bulk import read
from baken.ledger.interchange.checks import Check
from baken.ledger.interchange.crosschecks import opened
from baken.ledger.interchange.layout import Column, Kind, Table
from baken.ledger.interchange.ledgerside import FEW
from baken.ledger.interchange.stage import Stage, literal, quoted


def append_checks(table: Table, *, latest: datetime, not_before: datetime | None) -> Iterator[Check]:
    """Appends rise in number and time, lie not in the future, nor (in a filled ledger) before its last append."""
    numbers = "FROM append_numbers"
    fallen = f"SELECT row, NULL AS value, number <= lag(number) OVER (ORDER BY row) AS fell {numbers}"
    earlier = f"SELECT row, NULL AS value, recorded_at < lag(recorded_at) OVER (ORDER BY row) AS fell {numbers}"
    twice = (
        "SELECT row, NULL AS value FROM appends WHERE id IN (SELECT id FROM appends GROUP BY id HAVING count(*) > 1)"
    )
    yield Check("append_order", table, "id", f"SELECT row, value FROM ({fallen}) WHERE fell")
    yield Check("duplicate_ref", table, "id", twice)
    yield Check("recorded_order", table, "recorded_at", f"SELECT row, value FROM ({earlier}) WHERE fell")
    yield _recorded("recorded_in_future", table, f"> {_instant(latest)}")
    if not_before is not None:
        moment = not_before.isoformat(timespec="seconds")
        yield _recorded("history_too_old", table, f"< {_instant(not_before)}", moment)


def _instant(moment: datetime) -> str:
    return f"TIMESTAMP '{moment.replace(tzinfo=None).isoformat(sep=' ')}'"


def _recorded(kind: str, table: Table, comparison: str, detail: str = "") -> Check:
    return Check(
        kind,
        table,
        "recorded_at",
        f"SELECT row, NULL AS value FROM append_numbers WHERE recorded_at {comparison}",
        detail,
    )


def reference_checks(stage: Stage, connection: Any, table: Table) -> Iterator[Check]:
    """Every check of one staged table of a reference model."""
    name, reference = quoted(table.name), table.reference
    assert reference is not None  # noqa: S101
    key = quoted(reference.key)
    twice = f"SELECT {key} FROM {name} WHERE {key} IS NOT NULL GROUP BY 1 HAVING count(*) > 1"
    yield Check(
        "duplicate_ref", table, reference.key, f"SELECT row, NULL AS value FROM {name} WHERE {key} IN ({twice})"
    )
    if reference.subject:
        dangling = (
            f"SELECT row, NULL AS value FROM {name} t ANTI JOIN {opened(reference.subject)} o ON o.subject = t.{key}"
        )
        yield Check(
            "dangling_reference", table, reference.key, f"{dangling} WHERE t.{key} IS NOT NULL", reference.subject
        )
    for column in table.columns:
        if column.name in reference.checks:
            yield from _own_checks(stage, table, column)
        if column.field is not None and column.field.unique and column.name not in (reference.key, "id"):
            yield from _unique_checks(stage, connection, table, column)


def _own_checks(stage: Stage, table: Table, column: Column) -> Iterator[Check]:
    """The model's own checks run once per different value; `refused` keeps (value, why) for the query."""
    check = table.reference.checks[column.name]  # type: ignore[union-attr]
    name = quoted(column.name)
    refused: dict[tuple[str, str], list[str]] = {}
    for batch in stage.batches(
        f"SELECT DISTINCT {name} AS value FROM {quoted(table.name)} WHERE {name} IS NOT NULL",
        pa.schema([("value", pa.string())]),
    ):
        for value in batch.column(0).to_pylist():
            if why := check(value):
                refused.setdefault(why, []).append(value)
    for place, (why, values) in enumerate(refused.items()):
        listed = pa.RecordBatch.from_pydict({"value": values})
        kept = f"refused_{table.label}_{column.name}_{place}"
        stage.keep(kept, [listed], listed.schema)
        found = (
            f"SELECT row, NULL AS value FROM {quoted(table.name)} WHERE {name} IN (SELECT value FROM {quoted(kept)})"
        )
        yield Check("bad_value", table, column.name, found, *why)


def _unique_checks(stage: Stage, connection: Any, table: Table, column: Column) -> Iterator[Check]:
    name, column_name = quoted(table.name), quoted(column.name)
    key = table.reference.key  # type: ignore[union-attr]
    twice = f"SELECT {column_name} FROM {name} WHERE {column_name} IS NOT NULL GROUP BY 1 HAVING count(*) > 1"
    rows = f"SELECT row, NULL AS value FROM {name} WHERE {column_name} IN ({twice})"
    yield Check("value_taken", table, column.name, rows)
    taken = f"taken_{table.label}_{column.name}"
    _keep_taken(stage, connection, table.model, column, taken, key, name)
    other = (
        f"SELECT t.row, NULL AS value FROM {name} t JOIN {quoted(taken)} k ON k.value = t.{column_name} "
        f"WHERE k.key <> t.{quoted(key)}"
    )
    yield Check("value_taken", table, column.name, other)


def _keep_taken(
    stage: Stage, connection: Any, model: type[models.Model], column: Column, taken: str, key: str, staged: str
) -> None:
    """Make a table (value, key) of the ledger's rows that have one of the delivered values."""
    name = quoted(column.name)
    delivered = [
        row[0] for row in stage.rows(f"SELECT DISTINCT {name} FROM {staged} WHERE {name} IS NOT NULL LIMIT {FEW + 1}")
    ]
    query = (
        f'SELECT {name} AS value, {quoted(key)} AS "key" FROM {quoted(model._meta.db_table)} WHERE {name} IS NOT NULL'
    )
    if len(delivered) <= FEW:
        query += f" AND {name} IN ({', '.join(map(literal, delivered)) or 'NULL'})"
    schema = pa.schema([("value", pa.string()), ("key", pa.int64())])
    stage.keep(taken, read(connection, query, schema), schema)


def link_checks(stage: Stage, table: Table, keeps: dict[str, bool]) -> Iterator[Check]:
    """Pointers to rows of reference models must be met in the delivery.

    keeps: per reference model whether its numbers are kept as they are. Then a number without a row is allowed: the
    row was erased, and the fact that pointed to it still counts.
    """
    for column in table.of_kind(Kind.LINK):
        reference = table.reference
        if reference is not None and column.name == reference.key:
            continue
        target = f"reference/{column.names}"
        missing = f"{quoted(column.name)} IS NOT NULL"
        if keeps[column.names]:
            missing += f" AND {quoted(column.name)} < 0"
        if stage.has(target):
            missing += f" AND {quoted(column.name)} NOT IN (SELECT id FROM {quoted(target)} WHERE id IS NOT NULL)"
        found = f"SELECT row, NULL AS value FROM {quoted(table.name)} WHERE {missing}"
        yield Check("dangling_link", table, column.name, found, target)
