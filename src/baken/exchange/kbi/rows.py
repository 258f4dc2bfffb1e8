"""The rows of reference models that facts point at, both ways: from the ledger and into it."""

from collections import defaultdict
from typing import Any

from django.apps import apps
from django.db import models

from baken.exchange.kbi.shape import Record, Row, Rows, Values, walk
from baken.ledger.models import Office

SHARED = ("ledger.Office", "ledger.PartnerCode", "people.PartnerOrganisation", "people.ContactDetails")
"""Rows that are about nobody in the programme: one row serves all dossiers of a delivery."""
LOOKED_FOR = ("ledger.PartnerCode", "people.PartnerOrganisation")
"""Of these a row that stands already is used again."""


# ---------------------------------------------------------------------------------------------- from the ledger


def rows_at(record: Record, numbers: set[int]) -> dict[int, Row]:
    """The rows with those numbers and all that they point at; erased rows are missing."""
    if not numbers:
        return {}
    found = _model(record.model)._default_manager.in_bulk(numbers)
    values: dict[int, Values] = {number: Values() for number in found}
    for _, item in walk(record.items):
        for number, value in _values_of(item, found).items():
            if value not in (None, "", ()):
                values[number][item.column] = value
    return {number: Row(record.model, tuple(sorted(filled.items()))) for number, filled in values.items() if filled}


def _values_of(item: Any, found: dict[int, models.Model]) -> dict[int, Any]:
    if isinstance(item, Rows):
        return _rows_back(item, set(found))
    if isinstance(item, Record):
        pointers = {number: getattr(row, f"{item.column}_id") for number, row in found.items()}
        nested = rows_at(item, set(pointers.values()) - {None})
        return {number: nested.get(pointer) for number, pointer in pointers.items()}
    return {number: getattr(row, item.column) for number, row in found.items()}


def _rows_back(item: Rows, numbers: set[int]) -> dict[int, tuple[Row, ...]]:
    column, value = item.fixed
    back: dict[int, list[Row]] = defaultdict(list)
    wanted = {f"{item.back}_id__in": numbers, column: value}
    for row in _model(item.model)._default_manager.filter(**wanted).order_by("pk"):
        plain = {leaf.column: getattr(row, leaf.column) for leaf in item.items}
        filled = {name: given for name, given in plain.items() if given not in (None, "")} | {column: value}
        back[getattr(row, f"{item.back}_id")].append(Row(item.model, tuple(sorted(filled.items()))))
    return {number: tuple(rows) for number, rows in back.items()}


# ---------------------------------------------------------------------------------------------- into the ledger


class Keeper:
    """Writes rows; use one within one transaction that holds the ledger's lock."""

    def __init__(self) -> None:
        self._kept: dict[Row, int] = {}

    def keep(self, record: Record, row: Row) -> int:
        """The number of a row: of the one that serves all where it may be shared, otherwise of a new one."""
        if record.model not in SHARED:
            return self._create(record, row)
        if row not in self._kept:
            self._kept[row] = _standing(row) or self._create(record, row)
        return self._kept[row]

    def _create(self, record: Record, row: Row) -> int:
        """Write a row and all that it points at."""
        if record.model == "ledger.Office":
            return _new_office(**dict(row.values))
        values, below = dict(row.values), []
        for _, item in walk(record.items):
            if isinstance(item, Record) and item.column in values:
                values[f"{item.column}_id"] = self.keep(item, values.pop(item.column))
            elif isinstance(item, Rows):
                below.append((item, values.pop(item.column, ())))
        number = _insert(record.model, values)
        for item, parts in below:
            for part in parts:
                _insert(item.model, dict(part.values) | {f"{item.back}_id": number})
        return number


def _insert(label: str, values: Values) -> int:
    return int(_model(label)._default_manager.create(**values).pk)


def _standing(row: Row) -> int | None:
    """The number of a row that stands with exactly this content, where it is looked for at all."""
    values = dict(row.values)
    if row.model == "ledger.Office":
        pair = {name: values.get(name) for name in ("kbo_number", "kbi_number")}
        return Office.objects.filter(**pair).order_by("pk").values_list("pk", flat=True).first()
    if row.model not in LOOKED_FOR or any(isinstance(value, Row) for value in values.values()):
        return None
    fields = [field for field in _model(row.model)._meta.concrete_fields if not field.primary_key]
    content = {field.attname: values.get(field.name, None if field.null else "") for field in fields}
    return _model(row.model)._default_manager.filter(**content).values_list("pk", flat=True).first()


def _new_office(kbo_number: str | None = None, kbi_number: str | None = None) -> int:
    code = f"kbi:{kbo_number or ''}/{kbi_number or ''}"
    numbers = {"kbo_number": kbo_number, "kbi_number": kbi_number}
    return int(Office.objects.get_or_create(code=code, defaults=numbers)[0].pk)


def _model(label: str) -> type[models.Model]:
    return apps.get_model(label)
