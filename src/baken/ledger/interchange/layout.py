"""What a delivery consists of: its tables, their columns, and what a column may hold."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any

from django.db import models

from baken.ledger.facts import Fact, content_fields, fact_types
from baken.ledger.fields import CodeField, ReferenceField, SubjectField
from baken.ledger.models import Append, KnownAs
from baken.ledger.reference import Reference, reference_name, references

FORMAT = 1
"""Version of the interchange; a delivery states it in its manifest."""
LARGEST_NUMBER = 1 << 53
"""What is called by a larger number has that for a name: far above what a ledger gives out, and exact in any tool."""


class Kind(StrEnum):
    """What a column holds."""

    NAME = "name"
    """A whole number or a text by which a subject, a fact or an append is known."""
    LINK = "link"
    """Like a name: the key of a row of a reference model in the same delivery."""
    OFFICE = "office"
    CODE = "code"
    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    TRUTH = "truth"
    AMOUNT = "amount"
    INSTANT = "instant"


_KIND_OF_FIELD: dict[type[models.Field], Kind] = {
    CodeField: Kind.CODE,
    ReferenceField: Kind.LINK,
    SubjectField: Kind.NAME,
    models.DateField: Kind.DAY,
    models.DateTimeField: Kind.INSTANT,
    models.BooleanField: Kind.TRUTH,
    models.DecimalField: Kind.AMOUNT,
    models.IntegerField: Kind.NUMBER,
    models.AutoField: Kind.NUMBER,
    models.CharField: Kind.TEXT,
    models.TextField: Kind.TEXT,
}


@dataclass(frozen=True)
class Column:
    """One column of a file. `names` is the kind of subject (NAME) or the reference model (LINK) it points at."""

    name: str
    kind: Kind
    field: Any = None
    names: str = ""
    required: bool = False
    """Every row must have a value."""
    optional: bool = True
    """The whole column may be left out."""
    default: Any = None
    """The value of a row without one, where null cannot be stored."""

    @property
    def stored(self) -> str:
        """The column's name in the ledger's table."""
        return self.field.attname if self.field is not None else self.name


@dataclass(frozen=True)
class Table:
    """One file of a delivery, without its suffix: `facts/programme.contract_signed`."""

    name: str
    model: type[models.Model]
    columns: tuple[Column, ...]
    reference: Reference | None = None

    @property
    def label(self) -> str:
        """`programme.contract_signed`, `office`, `appends`."""
        return self.name.rpartition("/")[2]

    @property
    def fact(self) -> type[Fact] | None:
        """The fact type, when it is one."""
        return self.model if issubclass(self.model, Fact) else None

    @property
    def personal(self) -> bool:
        """Whether values say who somebody is, so that no fault may show them."""
        return self.reference is not None and self.reference.personal

    def of_kind(self, *kinds: Kind) -> list[Column]:
        """The columns of these kinds."""
        return [column for column in self.columns if column.kind in kinds]

    def column(self, name: str) -> Column:
        """The column with that name. Raises StopIteration."""
        return next(column for column in self.columns if column.name == name)

    @property
    def group(self) -> str | None:
        """The column whose subject a row belongs to: a dossier, else a course or other subject."""
        names = [column.name for column in self.columns if column.kind is Kind.NAME and column.field is not None]
        return next((name for name in ("dossier", *names) if name in names), None)


def tables() -> dict[str, Table]:
    """Every table a delivery may have, by name: known_as, appends, reference models, then facts in order of label."""
    found = [
        known_as(),
        appends(),
        *(reference_table(name) for name in references()),
        *(facts(label) for label in fact_types()),
    ]
    return {table.name: table for table in found}


@cache
def appends() -> Table:
    """The table of appends."""
    plain = ("recorded_at", "recorded_by", "source", "note", "imported")
    fields = {field.name: field for field in Append._meta.concrete_fields}
    columns = [_column(fields[name]) for name in plain[:-1]]
    columns.append(replace(_column(fields["imported"]), default=True))
    return Table("appends", Append, (Column("id", Kind.NAME, names="append", required=True, optional=False), *columns))


@cache
def known_as() -> Table:
    """The numbers that the exporting ledger gave to subjects whose source calls them by a name; used in a restore."""
    fields = {field.name: field for field in KnownAs._meta.concrete_fields}
    return Table("known_as", KnownAs, tuple(_column(fields[name]) for name in ("kind", "ref", "number")))


@cache
def facts(label: str) -> Table:
    """The table of one fact type. Raises KeyError."""
    model = fact_types()[label]
    ref = Column("ref", Kind.NAME, required=True, optional=False)
    ledger = (Column("appended_in", Kind.NAME, names="append"), Column("retracted_in", Kind.NAME, names="append"))
    content = sorted((_column(field) for field in content_fields(model)), key=_reading_order(model))
    return Table(f"facts/{label}", model, (ref, *content, *ledger))


@cache
def reference_table(name: str) -> Table:
    """The table of one reference model. Raises KeyError."""
    reference = references()[name]
    columns = tuple(_reference_column(reference, field) for field in reference.model._meta.concrete_fields)
    return Table(f"reference/{name}", reference.model, columns, reference)


def _reference_column(reference: Reference, field: models.Field) -> Column:
    if field.name == reference.key:
        if reference.subject or reference.key == "id":
            kind = Kind.NAME if reference.subject else Kind.LINK
            return Column(field.name, kind, field, reference.subject or reference.name, required=True, optional=False)
        return Column(field.name, Kind.TEXT, field, required=True, optional=False)
    return _column(field)


def _column(field: Any) -> Column:
    kind = _kind(field)
    required = not (field.null or field.has_default() or field.primary_key)
    names = field.kind if kind is Kind.NAME else _target(field) if kind is Kind.LINK else ""
    default = None if required or field.null or field.primary_key else field.get_default()
    return Column(field.name, kind, field, names, required=required, optional=not required, default=default)


def _kind(field: models.Field) -> Kind:
    if isinstance(field, models.ForeignKey):
        return Kind.OFFICE if field.related_model._meta.label == "ledger.Office" else Kind.LINK
    return next(_KIND_OF_FIELD[kind] for kind in type(field).__mro__ if kind in _KIND_OF_FIELD)


def _target(field: Any) -> str:
    return reference_name(field.to if isinstance(field, ReferenceField) else field.related_model._meta.label)


def _reading_order(model: type[Fact]) -> Any:
    """Day, subjects, what the type itself tells, then office and whether the day is known."""
    order = [field.name for field in model._meta.concrete_fields]

    def place(column: Column) -> tuple[int, int]:
        last = {"office": 8, "undated": 9, "place": 6, "as_written": 7, "occurred_on": 0}
        group = last.get(column.name, 1 if column.kind is Kind.NAME else 2)
        return group, order.index(column.name)

    return place
