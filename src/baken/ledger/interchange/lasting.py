"""Columns that never change once a row stands in the ledger: an office's agency and region (ADR 6)."""

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
    schema = pa.schema([(name, pa.string()) for name in (reference.key, *told)])
    listed, kept = ", ".join(map(quoted, schema.names)), f"stands/{table.label}"
    rows = read(connection, f"SELECT {listed} FROM {quoted(table.model._meta.db_table)}", schema)
    stage.keep(kept, rows, schema)
    joined = f"{quoted(table.name)} t JOIN {quoted(kept)} s ON s.{quoted(reference.key)} = t.{quoted(reference.key)}"
    for name in told:
        other = f"SELECT t.row, NULL AS value FROM {joined} WHERE t.{quoted(name)} IS DISTINCT FROM s.{quoted(name)}"
        yield Check("never_changes", table, name, other)
