"""Which subjects are opened, in the delivery or in the ledger, and since when."""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from baken.ledger.bulk import read
from baken.ledger.facts import opening_types
from baken.ledger.interchange.checks import Check
from baken.ledger.interchange.crosschecks import opening_column
from baken.ledger.interchange.layout import Kind, Table
from baken.ledger.interchange.ledgerside import LedgerState, among
from baken.ledger.interchange.stage import Stage, literal, quoted

OPENINGS = pa.schema(
    [
        ("id", pa.int64()),
        ("subject", pa.int64()),
        ("occurred_on", pa.date32()),
        ("undated", pa.bool_()),
        ("retracted_in", pa.int64()),
    ]
)


def read_openings(stage: Stage, connection: Any, tables: list[Table]) -> None:
    """Make `ledger_opened_<kind>` of the ledger's openings of the subjects that the delivery mentions."""
    for kind in opening_types():
        opener, column = opening_column(kind)
        mentioned = _mentioned(tables, kind)
        where = among(stage, column, mentioned) if mentioned else "FALSE"
        query = (
            f"SELECT id, {quoted(column)} AS subject, occurred_on, undated, retracted_in "
            f"FROM {quoted(opener.model._meta.db_table)} WHERE {where}"
        )
        stage.keep(f"ledger_opened_{kind}", read(connection, query, OPENINGS), OPENINGS)


def _mentioned(tables: list[Table], kind: str) -> str:
    """SQL for the numbers of this kind of subject in the delivery; empty when no column holds any."""
    columns = [
        f"SELECT {quoted(column.name)} AS number FROM {quoted(table.name)}"
        for table in tables
        for column in table.of_kind(Kind.NAME)
        if column.names == kind and column.field is not None
    ]
    return f"SELECT DISTINCT number FROM ({' UNION ALL '.join(columns)}) WHERE number > 0" if columns else ""


def note_openings(stage: Stage, tables: list[Table]) -> None:
    """Make `opened_<kind>` (subject, day) of every kind; the day is empty where no opening is dated."""
    for kind in opening_types():
        opener, column = opening_column(kind)
        sources = [f"SELECT subject, occurred_on, undated FROM {quoted(f'ledger_opened_{kind}')}"]
        if opener in tables:
            sources.append(f"SELECT {quoted(column)}, occurred_on, undated FROM {quoted(opener.name)}")
        stage.make(
            f"opened_{kind}",
            "SELECT subject, min(CASE WHEN NOT coalesce(undated, false) THEN occurred_on END) AS day "
            f"FROM ({' UNION ALL '.join(sources)}) WHERE subject IS NOT NULL GROUP BY subject",
        )


def opening_checks(state: LedgerState, table: Table) -> Iterator[Check]:
    """In a filled ledger: nothing is opened that stands open already, nor under a number given out to another."""
    for kind in opening_types():
        opener, column = opening_column(kind)
        if table != opener:
            continue
        name, in_ledger = quoted(column), quoted(f"ledger_opened_{kind}")
        known = f"SELECT row FROM {quoted(f'known/{table.label}')}"
        rows = f"SELECT row, NULL AS value FROM {quoted(table.name)} WHERE row NOT IN ({known}) AND {name}"
        if table.fact and table.fact.opens == kind:
            going = f"SELECT number FROM {quoted(f'retract/{table.label}')}"
            standing = f"SELECT subject FROM {in_ledger} WHERE retracted_in IS NULL AND id NOT IN ({going})"
            yield Check("opened_twice", table, column, f"{rows} IN ({standing})")
        given_out = f"{rows} BETWEEN 1 AND {state.counters.get(kind, 1) - 1}"
        # A number that was set aside before is promised to its source (see storing).
        ours = f"SELECT subject FROM {in_ledger} UNION ALL SELECT key FROM names WHERE known AND kind = {literal(kind)}"
        yield Check("number_taken", table, column, f"{given_out} AND {name} NOT IN ({ours})")
