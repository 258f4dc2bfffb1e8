"""Rows of reference models that come with a delivery, and the numbers they get.

Where the ledger's table is still untouched the delivery's own numbers are kept (a restore). Otherwise a row that is
numbered only within the delivery gets a fresh number, and comes only if a new fact leads to it. Rows with a lasting
key (an office's code, an identity's person) are brought up to date.
"""

from typing import Any

from baken.ledger.bulk import model_schema, read
from baken.ledger.interchange.layout import Kind, Table, reference_table
from baken.ledger.interchange.ledgerside import LedgerState
from baken.ledger.interchange.numbering import highest_used
from baken.ledger.interchange.reaching import numbered, reach
from baken.ledger.interchange.stage import Stage, literal, quoted
from baken.ledger.reference import references


def kept_numbers(state: LedgerState) -> dict[str, bool]:
    """Per reference model, whether the delivery's numbers are kept because the ledger has given out none."""
    return {
        name: reference.key == "id" and not state.given[reference.model._meta.db_table]
        for name, reference in references().items()
    }


def number_companions(stage: Stage, connection: Any, state: LedgerState, tables: list[Table]) -> None:
    """Make `coming/<name>` (key, number) of the rows to be written, and add what changes number to `numbers`."""
    keeps = kept_numbers(state)
    reach(stage, tables, "needed")
    for table in numbered(tables):
        name, coming = table.label, f"coming/{table.label}"
        if keeps[name]:
            highest = highest_used(stage, tables, Kind.LINK, name)
            keys = f"SELECT id AS key FROM {quoted(table.name)}"
        else:
            _reuse(stage, connection, table)
            highest = state.given[table.model._meta.db_table]
            reused = f"SELECT key FROM numbers WHERE kind = {literal(name)}"
            keys = f"SELECT key FROM {quoted(f'needed/{name}')} WHERE key NOT IN ({reused})"
        fresh = f"{highest} + row_number() OVER (PARTITION BY kept ORDER BY key > 0 DESC, abs(key))"
        stage.make(
            coming,
            f"SELECT key, CASE WHEN kept THEN key ELSE {fresh} END AS number "
            f"FROM (SELECT key, {keeps[name]} AND key > 0 AS kept FROM ({keys}))",
        )
        changed = f"SELECT {literal(name)}, key, number FROM {quoted(coming)} WHERE key <> number"
        stage.run(f"INSERT INTO numbers {changed}")


def _reuse(stage: Stage, connection: Any, table: Table) -> None:
    """Rows of a `once` model whose content the ledger has already take that row's number."""
    if table.reference is None or not table.reference.once:
        return
    schema = model_schema(table.model)
    columns = ", ".join(quoted(name) for name in schema.names)
    query = f"SELECT {columns} FROM {quoted(table.model._meta.db_table)}"
    stage.keep("ledger_rows", read(connection, query, schema), schema)
    same = " AND ".join(
        f"t.{quoted(column.name)} IS NOT DISTINCT FROM l.{quoted(column.stored)}"
        for column in table.columns
        if column.name != "id"
    )
    stage.run(
        f"INSERT INTO numbers SELECT {literal(table.label)}, t.id, min(l.id) FROM {quoted(table.name)} t "
        f"JOIN ledger_rows l ON {same} GROUP BY t.id"
    )


def companion_rows(table: Table) -> str:
    """SQL for the rows of a reference model that are to be written, under the ledger's names of the columns."""
    joins, chosen = [], []
    for place, column in enumerate(table.columns):
        name = f"t.{quoted(column.name)}"
        if column.kind in (Kind.LINK, Kind.NAME):
            kind = literal(column.names)
            joins.append(f"LEFT JOIN numbers n{place} ON n{place}.kind = {kind} AND n{place}.key = {name}")
            name = f"coalesce(n{place}.number, {name})"
        if table.label == "office" and column.name == "id":
            joins.append("JOIN offices o ON o.code = t.code")
            name = "o.id"
        chosen.append(f"{name} AS {quoted(column.stored)}")
    if numbered([table]):
        joins.append(f"JOIN {quoted(f'coming/{table.label}')} c ON c.key = t.id")
    return f"SELECT {', '.join(chosen)} FROM {quoted(table.name)} t {' '.join(joins)}"


def number_offices(stage: Stage, state: LedgerState) -> None:
    """Add the delivery's new offices to `offices` (code, id); in an untouched table they keep their own numbers."""
    table = reference_table("office")
    if not stage.has(table.name):
        return
    given = state.given[table.model._meta.db_table]
    new = f"SELECT row, code, id FROM {quoted(table.name)} WHERE code NOT IN (SELECT code FROM offices)"
    own = f"coalesce({given} = 0 AND id > 0 AND count(*) OVER (PARTITION BY id) = 1, false)"
    highest = f"(SELECT greatest({given}, coalesce(max(id), 0)) FROM ({new}))"
    stage.run(
        f"INSERT INTO offices SELECT code, CASE WHEN own THEN id ELSE {highest} + row_number() OVER "
        f"(PARTITION BY own ORDER BY row) END FROM (SELECT *, {own} AS own FROM ({new}))"
    )
