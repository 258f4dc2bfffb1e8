"""The fact: a typed row in an append-only table. What happened, on which day, and in which append it was told."""

import re
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from django.apps import apps
from django.db import models

from baken.ledger.fields import SubjectField
from baken.ledger.models import Office

if TYPE_CHECKING:
    from baken.ledger.situation.feeds import Feed

LEDGER_COLUMNS = ("id", "appended_in", "retracted_in")
"""Columns that the ledger fills itself; all others are a fact's content."""


class Fact(models.Model):
    """Base of all fact types. Rooms declare theirs in `facts.py`.

    `version` changes only when the meaning of existing columns changes: then the type gets a new table.
    A later nullable column leaves old digests as they are (see `ledger.digest`).
    """

    version: ClassVar[int] = 1
    opens: ClassVar[str | None] = None
    """The kind of subject that this fact brings into being, e.g. `contract`; its column has the same name."""
    not_before: ClassVar[dict[str, str]] = {}
    """Columns that may not lie before another column of the same row: {"until": "occurred_on"}."""
    corrected: ClassVar[str] = "anew"
    """How a slip is mended: told `anew`, only `withdrawn`, or `never` by a correction (another act does it)."""
    feeds: ClassVar["tuple[Feed, ...]"] = ()
    """The law facts that facts of this type answer; see `ledger.situation`."""

    # An automatic key is SQLite's own row number: a third of the writing time of any other key.
    id = models.BigAutoField("nummer", primary_key=True)
    occurred_on = models.DateField("datum")
    undated = models.BooleanField("dag onbekend", null=True, blank=True)
    """True where the source gives no day; `occurred_on` is then the day it was reported."""
    office = models.ForeignKey(
        Office,
        models.PROTECT,
        verbose_name="vestiging",
        null=True,
        blank=True,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    appended_in = models.BigIntegerField("geregistreerd in")
    retracted_in = models.BigIntegerField("ingetrokken in", null=True, blank=True)

    class Meta:
        abstract = True


class DossierFact(Fact):
    """A fact about a person's dossier."""

    dossier = SubjectField("dossier", kind="dossier", db_index=True)

    class Meta:
        abstract = True


class RegisterFact(DossierFact):
    """A fact that a dossier of the register (KBI) may tell too."""

    place = models.BigIntegerField("plaats in het dossier", null=True, blank=True)
    """Where a dossier of the register lists this fact among its like, with gaps for what comes between.

    Null where no dossier of the register told it.
    """
    as_written = models.TextField("schrijfwijze van het register", null=True, blank=True)
    """JSON object: element → text, only where the register wrote it otherwise than this row would be written."""

    class Meta:
        abstract = True


class CourseFact(Fact):
    """A fact about a course, whoever follows it."""

    course = SubjectField("cursus", kind="course", db_index=True)

    class Meta:
        abstract = True


def label_of(fact_type: type[Fact]) -> str:
    """`programme.contract_signed`: the name of a fact type in files, digests and figures."""
    name = fact_type.__name__
    return f"{fact_type._meta.app_label}.{re.sub(r'(?<=[a-z0-9])(?=[A-Z])', '_', name).lower()}"


@cache
def fact_types() -> dict[str, type[Fact]]:
    """All fact types of all rooms by label, sorted by label (the order in which an append numbers its facts)."""
    found = [model for model in apps.get_models() if issubclass(model, Fact)]
    return {label_of(model): model for model in sorted(found, key=label_of)}


def fact_type(label: str) -> type[Fact]:
    """The fact type with that label. Raises KeyError."""
    return fact_types()[label]


def content_fields(model: type[Fact]) -> list[models.Field]:
    """The columns of a fact's content, in the order of their attribute names (the digest's order)."""
    fields = [field for field in model._meta.concrete_fields if field.name not in LEDGER_COLUMNS]
    return sorted(fields, key=lambda field: field.attname)


def subject_fields(model: type[Fact]) -> list[SubjectField]:
    """The columns that name a subject."""
    return [field for field in content_fields(model) if isinstance(field, SubjectField)]


@cache
def opening_types() -> dict[str, str]:
    """For each kind of subject the label of the fact type that opens it."""
    opened = {model.opens: label for label, model in fact_types().items() if model.opens}
    return opened | {"person": "people.dossier_opened"}
