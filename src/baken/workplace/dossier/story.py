"""What was told of a dossier, as a time line: what, when, by whom, from where; retracted facts on request."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.accounts.roles import HEALTH_CODES, Group, group_of
from baken.foundation.codelists import codelist
from baken.ledger.facts import fact_type
from baken.ledger.fields import CodeField, GivenCodeField, ReferenceField, SubjectField
from baken.ledger.file import Row, facts_of
from baken.ledger.models import Append, Office
from baken.ui.acting import Case

HIDDEN = {"id", "dossier", "occurred_on", "appended_in", "retracted_in", "office", "place", "as_written", "undated"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact. details: (label, value) in words; recorded: the append that told it; retracted: the one that took it back."""

    label: str
    number: int
    title: str
    day: date
    details: tuple[tuple[str, str], ...]
    office: str
    recorded: Append
    retracted: Append | None


def story(case: Case, *, retracted: bool = False) -> list[Entry]:
    """All facts that this standing may read, the latest first."""
    rows = facts_of(case.file.dossiers) if retracted else case.file.rows
    told = [(label, row) for label, found in rows.items() if case.standing.reads(group_of(label)) for row in found]
    numbers = {row[key] for _label, row in told for key in ("appended_in", "retracted_in") if row[key]}
    appends = Append.objects.in_bulk(numbers)
    offices = {office.pk: office.name or office.code for office in Office.objects.all()}
    health = case.standing.reads(Group.HEALTH)
    entries = [_entry(label, row, appends, offices, health=health) for label, row in told]
    return sorted(entries, key=lambda entry: (entry.day, entry.number), reverse=True)


def _entry(label: str, row: Row, appends: dict[int, Append], offices: dict[int, str], *, health: bool) -> Entry:
    model = fact_type(label)
    return Entry(
        label=label,
        number=row["id"],
        title=str(model._meta.verbose_name),
        day=row["occurred_on"],
        details=tuple(_details(model, row, health=health)),
        office=offices.get(row["office_id"] or 0, ""),
        recorded=appends[row["appended_in"]],
        retracted=appends.get(row["retracted_in"] or 0),
    )


def _details(model: type[models.Model], row: Row, *, health: bool) -> Iterator[tuple[str, str]]:
    for told in model._meta.concrete_fields:
        value = row[told.attname]
        if told.name in HIDDEN or value is None or value == "":
            continue
        if isinstance(told, (SubjectField, ReferenceField, GivenCodeField)) or told.name.startswith("kbi_"):
            continue
        yield str(told.verbose_name), in_words(told, value, health=health)


def in_words(told: models.Field, value: Any, *, health: bool = True) -> str:
    """A column's value as people read it."""
    if isinstance(told, CodeField):
        if value in HEALTH_CODES and not health:
            return _("een grond die u niet mag lezen")
        return codelist(told.codelist).label(value, "en" if get_language() == "en" else "nl")
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, (date, datetime)):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, Decimal):
        return f"€ {value:.2f}".replace(".", ",")
    return str(value)
