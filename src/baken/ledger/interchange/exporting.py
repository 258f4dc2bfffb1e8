"""Exporting the ledger as known at a moment, in the form that loads back into the same ledger, byte for byte."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
from django.db import models

from baken.foundation.codelists import version as code_lists_version
from baken.ledger.bulk import adbc_connection, columns, is_sqlite, read
from baken.ledger.facts import opening_types
from baken.ledger.interchange.crosschecks import opening_column
from baken.ledger.interchange.files import table_file
from baken.ledger.interchange.layout import Column, Kind, Table, tables
from baken.ledger.interchange.ledgerside import ask
from baken.ledger.interchange.manifest import NAME, Manifest
from baken.ledger.interchange.places import new_folder
from baken.ledger.interchange.stage import literal, quoted
from baken.ledger.known import KnownAt
from baken.ledger.progress import Steps, counted_rows

SOURCE = "baken"
KNOWN = "ledger_knownas"


@dataclass(frozen=True, slots=True)
class Exported:
    """What was exported. `personal` names the files with data that say who somebody is."""

    facts: int
    head: tuple[int, str]
    personal: list[str]


def export_ledger(
    path: Path, moment: KnownAt, *, dated: bool = False, suffix: str = "parquet", steps: Steps | None = None
) -> Exported:
    """Write everything known at a moment to a new folder, or zip when `path` ends in .zip.

    dated: the moment was asked for, and is stated in the manifest. suffix: csv or parquet.
    Raises BadRequest when there is something at `path` already, or it cannot be written.
    """
    with new_folder(path) as folder, adbc_connection() as connection:
        return _Export(connection, moment, folder, suffix, steps or Steps()).run(dated=dated)


@dataclass(frozen=True, slots=True)
class _Export:
    connection: Any
    moment: KnownAt
    folder: Path
    suffix: str
    steps: Steps

    def run(self, *, dated: bool) -> Exported:
        begin = "BEGIN" if is_sqlite() else "BEGIN ISOLATION LEVEL REPEATABLE READ"
        with self.connection.cursor() as cursor:
            cursor.execute(begin)
        written = {}
        for table in tables().values():
            with self.steps.step(table.name) as step:
                written[table.name] = self._write(table)
                step.told, step.silent = counted_rows(written[table.name]), not written[table.name]
        head = (self.moment.append, self.moment.digest)
        manifest = Manifest(
            SOURCE,
            known_at=self.moment.instant if dated else None,
            code_lists=code_lists_version(),
            head=head,
        )
        (self.folder / NAME).write_text(manifest.text(), encoding="utf-8")
        facts = sum(written[table.name] for table in tables().values() if table.fact)
        personal = [table.name for table in tables().values() if table.personal and written[table.name]]
        return Exported(facts, head, personal)

    def _write(self, table: Table) -> int:
        query, schema = self._query(table)
        target = self.folder / f"{table.name}.{self.suffix}"
        target.parent.mkdir(exist_ok=True)
        return table_file(target, read(self.connection, query, schema), schema)

    def _query(self, table: Table) -> tuple[str, pa.Schema]:
        """The SQL for a table's rows as they are exported, in order, and their Arrow types."""
        if table.name == "known_as":
            return self._names()
        known = self._known_kinds()
        joins, chosen, fields = [], [], []
        for place, column in enumerate(table.columns):
            kind = table.label if column.name == "ref" else column.names
            named = column.kind is Kind.NAME and kind in known
            chosen.append(f"{self._value(column, kind if named else '', place)} AS {quoted(column.name)}")
            fields.append(pa.field(column.name, _arrow(column, named=named)))
            if named:
                joins.append(_names_join(kind, column, place))
            if column.kind is Kind.OFFICE:
                joins.append("LEFT JOIN ledger_office o ON o.id = f.office_id")
        order = _order(table)
        query = f"SELECT {', '.join(chosen)} FROM ({self._rows(table)}) f {' '.join(joins)} ORDER BY {order}"
        return query, pa.schema(fields)

    def _known_kinds(self) -> set[str]:
        query = f"SELECT DISTINCT kind FROM {KNOWN} WHERE {NOT_ITS_NUMBER}"
        return {row["kind"] for row in ask(self.connection, query, pa.schema([("kind", pa.string())]))}

    def _rows(self, table: Table) -> str:
        """The stored rows of a table that were known at the moment."""
        model = table.model
        names = [field.attname for field in model._meta.concrete_fields]
        where = "TRUE"
        if table.fact:
            where = f"appended_in <= {self.moment.append}"
        elif table.name == "appends":
            where = f"id <= {self.moment.append}"
        elif table.reference and table.reference.subject:
            where = f"{quoted(table.reference.key)} IN ({self._opened(table.reference.subject)})"
        return f"SELECT {columns(model, names)} FROM {quoted(model._meta.db_table)} WHERE {where}"

    def _opened(self, kind: str) -> str:
        opener, column = opening_column(kind)
        table = quoted(opener.model._meta.db_table)
        return f"SELECT {quoted(column)} FROM {table} WHERE appended_in <= {self.moment.append}"

    def _value(self, column: Column, named: str, place: int) -> str:
        """SQL for a column; named: the kind under which some rows have a name of their own."""
        stored = f"f.{quoted('id' if column.name == 'ref' else column.stored)}"
        if column.kind is Kind.OFFICE:
            return "o.code"
        if column.name == "retracted_in":
            stored = f"CASE WHEN {stored} <= {self.moment.append} THEN {stored} END"
        if not named:
            return stored
        text = f"CAST({stored} AS VARCHAR)"
        taken = f"EXISTS (SELECT 1 FROM {KNOWN} x WHERE x.kind = {literal(named)} AND x.ref = {text})"
        # A number that some source uses as the name of something else is marked as the ledger's own.
        own = f"CASE WHEN {taken} THEN '#' || {text} ELSE {text} END" if column.name == "ref" else text
        return f"coalesce(k{place}.ref, {own})"

    def _names(self) -> tuple[str, pa.Schema]:
        """The names of subjects opened by then, with the numbers that a restore gives them again."""
        parts = [
            f"SELECT kind, ref, number FROM {KNOWN} WHERE kind = {literal(kind)} AND {NOT_ITS_NUMBER} "
            f"AND number IN ({self._opened(kind)})"
            for kind in opening_types()
        ]
        collate = "" if is_sqlite() else ' COLLATE "C"'
        schema = pa.schema([("kind", pa.string()), ("ref", pa.string()), ("number", pa.int64())])
        return f"SELECT * FROM ({' UNION ALL '.join(parts)}) n ORDER BY kind{collate}, ref{collate}", schema


NOT_ITS_NUMBER = "ref <> CAST(number AS VARCHAR)"


def _names_join(kind: str, column: Column, place: int) -> str:
    names = (
        f"SELECT number, min(ref) AS ref FROM {KNOWN} WHERE kind = {literal(kind)} AND {NOT_ITS_NUMBER} GROUP BY number"
    )
    stored = quoted("id" if column.name in ("ref", "id") else column.stored)
    return f"LEFT JOIN ({names}) k{place} ON k{place}.number = f.{stored}"


def _order(table: Table) -> str:
    """By primary key; PostgreSQL sorts text by the rules of a country unless told otherwise."""
    key = table.model._meta.pk
    plain = is_sqlite() or not isinstance(key, models.CharField)
    return f"f.{quoted(str(key.column))}" + ("" if plain else ' COLLATE "C"')


_TYPES = {
    Kind.NAME: pa.int64(),
    Kind.LINK: pa.int64(),
    Kind.NUMBER: pa.int64(),
    Kind.DAY: pa.date32(),
    Kind.TRUTH: pa.bool_(),
    Kind.INSTANT: pa.timestamp("us", "UTC"),
}


def _arrow(column: Column, *, named: bool) -> pa.DataType:
    return pa.string() if named else _TYPES.get(column.kind, pa.string())
