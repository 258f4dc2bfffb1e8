"""All that was ever told of some dossiers, in one query: what a dossier's page and its situation are read from."""

import json
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django.db import connection, models

from baken.ledger.facts import DossierFact, Fact, fact_type, fact_types

Row = Mapping[str, Any]
"""A fact's columns: days as dates, amounts as Decimal, everything else as stored."""


def facts_of(dossiers: Collection[int], append: int | None = None) -> dict[str, list[Row]]:
    """{fact type's label: rows in order of number}, retracted ones too; as known at an append, only what stood then.

    Labels without a row are left out.
    """
    if not dossiers:
        return {}
    among = ", ".join(str(int(one)) for one in sorted(dossiers))
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"{select} IN ({among})" for select in _selects(connection.vendor)))
        told = cursor.fetchall()
    found: dict[str, list[Row]] = {}
    for label, body in told:
        row = _typed(label, json.loads(body, parse_float=Decimal))
        if append is None or stood(row, append):
            found.setdefault(label, []).append(row)
    return {label: sorted(rows, key=lambda row: row["id"]) for label, rows in found.items()}


def stood(row: Row, append: int) -> bool:
    """Whether a fact was told and not retracted, as known at an append."""
    return row["appended_in"] <= append and (row["retracted_in"] is None or row["retracted_in"] > append)


@cache
def _selects(vendor: str) -> tuple[str, ...]:
    """A SELECT per type of fact about dossiers: its label and the row as JSON."""
    return tuple(
        _select(label, model, vendor) for label, model in fact_types().items() if issubclass(model, DossierFact)
    )


def _select(label: str, model: type[Fact], vendor: str) -> str:
    table = model._meta.db_table
    if vendor == "sqlite":
        columns = ", ".join(f"'{field.attname}', t.\"{field.column}\"" for field in model._meta.concrete_fields)
        return f"SELECT '{label}', json_object({columns}) FROM \"{table}\" t WHERE dossier"
    return f"SELECT '{label}', row_to_json(t)::text FROM \"{table}\" t WHERE dossier"


@cache
def _odd(label: str) -> tuple[tuple[str, type[models.Field]], ...]:
    """Columns whose JSON is not yet their value: attribute and kind of field."""
    odd = (models.DateField, models.DecimalField, models.BooleanField)
    fields = fact_type(label)._meta.concrete_fields
    return tuple(
        (field.attname, next(kind for kind in odd if isinstance(field, kind)))
        for field in fields
        if isinstance(field, odd)
    )


def _typed(label: str, row: dict[str, Any]) -> Row:
    for name, kind in _odd(label):
        value = row[name]
        if value is not None:
            row[name] = _value(kind, value)
    return row


def _value(kind: type[models.Field], value: Any) -> Any:
    if kind is models.DateField:
        return date.fromisoformat(value)
    return bool(value) if kind is models.BooleanField else Decimal(value)
