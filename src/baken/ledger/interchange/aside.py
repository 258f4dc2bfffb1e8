"""Setting aside: taking out of a delivery every dossier that has a fault, and writing it as a delivery to mend."""

from pathlib import Path

from baken.ledger.interchange.checks import Check
from baken.ledger.interchange.crosschecks import opening_column
from baken.ledger.interchange.delivery import Delivery
from baken.ledger.interchange.faults import Faults
from baken.ledger.interchange.laying import raw_source
from baken.ledger.interchange.layout import Column, Kind, Table
from baken.ledger.interchange.manifest import NAME, Manifest
from baken.ledger.interchange.reaching import numbered, reach
from baken.ledger.interchange.stage import Stage, literal, quoted

PREFIX = "aside/"
LEFT = ("appended_in",)
"""Columns that a delivery without history does not have."""


def take_out(stage: Stage, tables: list[Table], found: list[Check]) -> None:
    """Move every row at fault, with all rows of its dossier (or course …), to the tables `aside/<name>`."""
    stage.make_empty("groups", "kind VARCHAR, subject BIGINT")
    for check in found:
        _move(stage, check.table, f"row IN (SELECT row FROM ({check.rows}))")
    moved = True
    while moved:
        _note_groups(stage, tables)
        moved = any([_follow(stage, table) for table in tables])  # noqa: C419 - every table, each time
    _take_out_companions(stage, tables)


def _aside(table: Table) -> str:
    return quoted(PREFIX + table.name)


def _move(stage: Stage, table: Table, condition: str) -> bool:
    """Move the rows of a staged table that meet the condition; whether there were any."""
    name = quoted(table.name)
    if not stage.has(PREFIX + table.name):
        stage.make(PREFIX + table.name, f"SELECT * FROM {name} WHERE FALSE")
    moved = stage.rows(f"INSERT INTO {_aside(table)} SELECT * FROM {name} WHERE {condition}")[0][0]
    if moved:
        stage.run(f"DELETE FROM {name} WHERE row IN (SELECT row FROM {_aside(table)})")
    return bool(moved)


def _note_groups(stage: Stage, tables: list[Table]) -> None:
    for table in tables:
        if table.fact and table.group and stage.has(PREFIX + table.name):
            kind = table.column(table.group).names
            _note(stage, kind, f"SELECT {quoted(table.group)} FROM {_aside(table)}")
    _note_persons(stage, tables)


def _note_persons(stage: Stage, tables: list[Table]) -> None:
    """A person whose identity is at fault takes all dossiers of that person along."""
    opener, person = opening_column("person")
    for table in tables:
        if (
            table.reference
            and table.reference.subject == "person"
            and opener in tables
            and stage.has(PREFIX + table.name)
        ):
            key = quoted(table.reference.key)
            _note(
                stage,
                "dossier",
                f"SELECT dossier FROM {quoted(opener.name)} WHERE {person} IN (SELECT {key} FROM {_aside(table)})",
            )


def _note(stage: Stage, kind: str, subjects: str) -> None:
    stage.run(
        f"INSERT INTO groups SELECT DISTINCT {literal(kind)}, subject FROM ({subjects}) AS found(subject) "
        f"WHERE subject IS NOT NULL AND subject NOT IN (SELECT subject FROM groups WHERE kind = {literal(kind)})"
    )


def _follow(stage: Stage, table: Table) -> bool:
    """Move what belongs to a group set aside, and what points at a row set aside."""
    moved = False
    if table.fact and table.group:
        of_group = f"SELECT subject FROM groups WHERE kind = {literal(table.column(table.group).names)}"
        moved = _move(stage, table, f"{quoted(table.group)} IN ({of_group})")
        if stage.has(f"retract/{table.label}"):
            moved |= _move_retractions(stage, table, of_group)
    if table.reference and table.reference.subject:
        moved |= _move_identities(stage, table)
    for column in table.of_kind(Kind.LINK, Kind.OFFICE):
        moved |= _move_pointing(stage, table, column)
    return moved


def _move_identities(stage: Stage, table: Table) -> bool:
    """An identity goes with its person's dossiers, unless one of these stays."""
    assert table.reference is not None  # noqa: S101
    opener, subject = opening_column(table.reference.subject or "")
    if not stage.has(PREFIX + opener.name):
        return False
    gone = f"SELECT {subject} FROM {_aside(opener)} WHERE {subject} IS NOT NULL"
    stays = f"SELECT {subject} FROM {quoted(opener.name)} WHERE {subject} IS NOT NULL"
    key = quoted(table.reference.key)
    return _move(stage, table, f"{key} IN ({gone}) AND {key} NOT IN ({stays})")


def _move_retractions(stage: Stage, table: Table, of_group: str) -> bool:
    going = quoted(f"retract/{table.label}")
    if not stage.has(f"aside_rows/{table.label}"):
        stage.make_empty(f"aside_rows/{table.label}", "row BIGINT")
    where = f"WHERE subject IN ({of_group})"
    moved = stage.rows(f"INSERT INTO {quoted(f'aside_rows/{table.label}')} SELECT row FROM {going} {where}")[0][0]
    stage.run(f"DELETE FROM {going} {where}")
    return bool(moved)


def _move_pointing(stage: Stage, table: Table, column: Column) -> bool:
    target, key = ("reference/office", "code") if column.kind is Kind.OFFICE else (f"reference/{column.names}", "id")
    if target == table.name or not stage.has(PREFIX + target):
        return False
    return _move(stage, table, f"{quoted(column.name)} IN (SELECT {key} FROM {quoted(PREFIX + target)})")


def _take_out_companions(stage: Stage, tables: list[Table]) -> None:
    """Rows of reference models to which only set-aside facts lead go with them; shared rows go both ways."""
    reach(stage, tables, "needed")
    reach(stage, tables, "needed_aside", PREFIX)
    for table in numbered(tables):
        shared = f"SELECT key FROM {quoted(f'needed/{table.label}')}"
        gone = f"SELECT key FROM {quoted(f'needed_aside/{table.label}')}"
        _move(stage, table, f"id IN ({gone}) AND id NOT IN ({shared})")


def write_aside(stage: Stage, delivery: Delivery, faults: Faults, folder: Path) -> int:
    """Write what was set aside as a delivery without history, as it was delivered, and the faults beside it.

    Returns the number of rows of facts.
    """
    rows = 0
    for file in delivery.files.values():
        chosen = _rows_aside(stage, file.table)
        if not chosen:
            continue
        kept = ", ".join(quoted(column) for column in file.columns if column not in LEFT)
        target = folder / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        form = "FORMAT parquet" if file.parquet else "FORMAT csv, HEADER"
        source = f"SELECT {kept} FROM ({raw_source(stage, file)}) WHERE row IN ({chosen}) ORDER BY row"
        written = stage.rows(f"COPY ({source}) TO {literal(str(target))} ({form})")[0][0]
        rows += written if file.table.fact else 0
    (folder / NAME).write_text(Manifest(delivery.manifest.source, note=delivery.manifest.note).text(), encoding="utf-8")
    faults.write(folder / "faults.json")
    return rows


def _rows_aside(stage: Stage, table: Table) -> str:
    """SQL for the numbers of the rows that were set aside; empty when there are none."""
    parts = []
    if stage.has(PREFIX + table.name):
        parts.append(f"SELECT row FROM {_aside(table)}")
    if stage.has(f"aside_rows/{table.label}"):
        parts.append(f"SELECT row FROM {quoted(f'aside_rows/{table.label}')}")
    if numbered([table]) and stage.has(f"needed_aside/{table.label}"):
        shared = f"SELECT key FROM {quoted(f'needed_aside/{table.label}')}"
        parts.append(f"SELECT row FROM {quoted(table.name)} WHERE id IN ({shared})")
    chosen = " UNION ".join(parts)
    return chosen if chosen and stage.value(f"SELECT count(*) FROM ({chosen})") else ""
