"""Rows that stand in the ledger already: columns that never change (ADR 6), and rows told otherwise than they stand."""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from baken.ledger.bulk import read
from baken.ledger.interchange.checks import Check
from baken.ledger.interchange.delivery import DeliveredFile
from baken.ledger.interchange.stage import Stage, quoted


def lasting_checks(stage: Stage, connection: Any, file: DeliveredFile) -> Iterator[Check]:
    """A delivered row whose key stands in the ledger tells of its lasting columns what the ledger tells, or nothing."""
    table, reference = file.table, file.table.reference
    told = [name for name in reference.lasting if name in file.columns] if reference else []
    if not (reference and told):
        return
    joined = _beside(stage, connection, file, told)
    for name in told:
        other = f"SELECT t.row, NULL AS value FROM {joined} WHERE t.{quoted(name)} IS DISTINCT FROM s.{quoted(name)}"
        yield Check("never_changes", table, name, other)


def renewed(stage: Stage, connection: Any, file: DeliveredFile) -> list[str]:
    """The keys of rows that are told otherwise than they stand; of models whose columns last, and so are public."""
    reference = file.table.reference
    if not (reference and reference.lasting):
        return []
    told = [name for name in file.columns if name not in ("id", reference.key)]
    joined = _beside(stage, connection, file, told)
    other = " OR ".join(f"t.{quoted(name)} IS DISTINCT FROM s.{quoted(name)}" for name in told)
    key = f"t.{quoted(reference.key)}"
    return [row[0] for row in stage.rows(f"SELECT {key} FROM {joined} WHERE {other or 'false'} ORDER BY {key}")]


def _beside(stage: Stage, connection: Any, file: DeliveredFile, columns: list[str]) -> str:
    """SQL that joins the delivered rows `t` to those `s` of the same key in the ledger, with these columns of text."""
    table, reference = file.table, file.table.reference
    assert reference is not None  # noqa: S101
    schema = pa.schema([(name, pa.string()) for name in (reference.key, *columns)])
    listed, kept = ", ".join(map(quoted, schema.names)), f"stands/{table.label}"
    rows = read(connection, f"SELECT {listed} FROM {quoted(table.model._meta.db_table)}", schema)
    stage.keep(kept, rows, schema)
    return f"{quoted(table.name)} t JOIN {quoted(kept)} s ON s.{quoted(reference.key)} = t.{quoted(reference.key)}"
