"""A filled ledger: which delivered rows it knows already, and which of those the delivery retracts.

Per fact type: `known/<label>` (row, number, verdict) and `retract/<label>` (row, number, subject).
"""

from typing import Any

from baken.ledger.bulk import read, select_rows
from baken.ledger.interchange.layout import Kind, Table
from baken.ledger.interchange.ledgerside import FEW, NAMES, LedgerState, among, names_of
from baken.ledger.interchange.stage import Stage, quoted
from baken.ledger.schema import row_schema

VERDICTS = ("already_known", "already_retracted", "ref_taken", "duplicate_row")
SURE = "#"
"""`#7` is the ledger's own fact 7 where some source calls another fact 7."""


def part_from_known(stage: Stage, connection: Any, state: LedgerState, table: Table) -> int:
    """Take out of a staged table what retracts known facts, and what was withdrawn before it came here.

    Rows that are known and not retracted stay, with a verdict, and become faults. Returns the rows left out.
    """
    name = quoted(table.name)
    _find(stage, connection, state, table)
    _judge(stage, connection, table)
    subject = f"t.{quoted(table.group)}" if table.group else "NULL"
    stage.make(
        f"retract/{table.label}",
        f"SELECT t.row, k.number, {subject} AS subject FROM {name} t JOIN {_known(table)} k USING (row) "
        "WHERE k.verdict = 'retract'",
    )
    withdrawn = f"retracted_in IS NOT NULL AND row NOT IN (SELECT row FROM {_known(table)})"
    left_out = stage.value(f"SELECT count(*) FROM {name} WHERE {withdrawn}")
    stage.run(f"DELETE FROM {name} WHERE {withdrawn} OR row IN (SELECT row FROM {quoted(f'retract/{table.label}')})")
    return int(left_out)


def _known(table: Table) -> str:
    return quoted(f"known/{table.label}")


def _find(stage: Stage, connection: Any, state: LedgerState, table: Table) -> None:
    """Make `found` (row, number): rows whose name the ledger knows, or whose number may be its own.

    A fact that some source calls by another name is not meant by its bare number.
    """
    texts = f"SELECT coalesce(ref_text, CAST(ref AS VARCHAR)) AS name, row, ref, ref_text FROM {quoted(table.name)}"
    few = [row[0] for row in stage.rows(f"SELECT name FROM ({texts}) WHERE name IS NOT NULL LIMIT {FEW + 1}")]
    stage.keep("known_names", names_of(connection, [table.label], few if len(few) <= FEW else None), NAMES)
    sure = f"TRY_CAST(CASE WHEN t.ref_text LIKE '{SURE}%' THEN substr(t.ref_text, 2) END AS BIGINT)"
    own = "CASE WHEN t.ref NOT IN (SELECT key FROM known_names) THEN t.ref END"
    stage.make(
        "found",
        f"SELECT row, number FROM (SELECT t.row, coalesce(k.key, {sure}, {own}) AS number "
        f"FROM ({texts}) t LEFT JOIN known_names k ON k.name = t.name) "
        f"WHERE number > 0 AND number < {state.next_fact}",
    )


def _judge(stage: Stage, connection: Any, table: Table) -> None:
    """Compare what was found with what the ledger says, but for pointers to rows of the delivery itself."""
    model = table.fact
    assert model is not None  # noqa: S101
    where = among(stage, "id", "SELECT DISTINCT number FROM found")
    stage.keep("ledger_rows", read(connection, select_rows(model, where), row_schema(model)), row_schema(model))
    stage.make(
        f"known/{table.label}",
        f"SELECT t.row, l.id AS number, CASE WHEN NOT ({_same(table)}) "
        "THEN 'ref_taken' WHEN t.retracted_in IS NULL THEN 'already_known' "
        "WHEN l.retracted_in IS NOT NULL THEN 'already_retracted' "
        # By two names of one fact: its own number and the name it came with.
        "WHEN count(*) OVER (PARTITION BY l.id) > 1 THEN 'duplicate_row' ELSE 'retract' END AS verdict "
        f"FROM {quoted(table.name)} t JOIN found USING (row) JOIN ledger_rows l ON l.id = found.number "
        "LEFT JOIN offices o ON o.code = t.office",
    )


def _same(table: Table) -> str:
    compared = [column for column in table.columns if column.field is not None and column.kind is not Kind.LINK]
    pairs = [
        "o.id IS NOT DISTINCT FROM l.office_id"
        if column.kind is Kind.OFFICE
        else f"t.{quoted(column.name)} IS NOT DISTINCT FROM l.{quoted(column.stored)}"
        for column in compared
    ]
    return " AND ".join(pairs)
