"""What was told of a dossier, as a time line: what, when, by whom, from where; retracted facts on request."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db import models

from baken.accounts.roles import Group, group_of
from baken.ledger.facts import Fact, fact_type
from baken.ledger.fields import GivenCodeField, ReferenceField, SubjectField
from baken.ledger.file import Row, facts_of
from baken.ledger.models import Append, Office
from baken.people.models import Note
from baken.ui.acting import Case
from baken.ui.acting.correction import NOTE, correctable, reads_notes
from baken.ui.telling import in_words

HIDDEN = {"id", "dossier", "occurred_on", "appended_in", "retracted_in", "office", "place", "as_written", "undated"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact. details: (label, value) in words; recorded: the append that told it; retracted: that took it back.

    mended: whether this standing may correct it.
    """

    label: str
    dossier: int
    number: int
    title: str
    day: date
    details: tuple[tuple[str, str], ...]
    office: str
    recorded: Append
    retracted: Append | None
    mended: bool


def story(case: Case, *, retracted: bool = False) -> list[Entry]:
    """All facts that this standing may read, the latest first."""
    rows = facts_of(case.file.dossiers) if retracted else case.file.rows
    told = [(label, row) for label, found in rows.items() if case.standing.reads(group_of(label)) for row in found]
    numbers = {row[key] for _label, row in told for key in ("appended_in", "retracted_in") if row[key]}
    appends = Append.objects.in_bulk(numbers)
    offices = {office.pk: office.name or office.code for office in Office.objects.all()}
    mendable = {label for label in rows if correctable(case.standing, label)}
    texts = _texts(case, told)
    entries = [_entry(case, label, row, appends, offices, texts, mended=label in mendable) for label, row in told]
    return sorted(entries, key=lambda entry: (entry.day, entry.number), reverse=True)


def _texts(case: Case, told: list[tuple[str, Row]]) -> dict[int, str]:
    """The free texts to which these facts point, as far as they may be read and were not erased."""
    notes = {
        row[one.attname]
        for label, row in told
        for one in _notes(fact_type(label))
        if row[one.attname] and reads_notes(case.standing, fact_type(label))
    }
    return dict(Note.objects.filter(pk__in=notes).values_list("pk", "body")) if notes else {}


@cache
def _notes(model: type[Fact]) -> list[models.Field]:
    return [one for one in model._meta.concrete_fields if isinstance(one, ReferenceField) and one.to == NOTE]


def _entry(
    case: Case,
    label: str,
    row: Row,
    appends: dict[int, Append],
    offices: dict[int, str],
    texts: dict[int, str],
    *,
    mended: bool,
) -> Entry:
    model = fact_type(label)
    details = _details(model, row, health=case.standing.reads(Group.HEALTH))
    written = [(str(one.verbose_name), texts[row[one.attname]]) for one in _notes(model) if row[one.attname] in texts]
    return Entry(
        label=label,
        dossier=row["dossier"],
        number=row["id"],
        title=str(model._meta.verbose_name),
        day=row["occurred_on"],
        details=(*details, *written),
        office=offices.get(row["office_id"] or 0, ""),
        recorded=appends[row["appended_in"]],
        retracted=appends.get(row["retracted_in"] or 0),
        mended=mended and row["retracted_in"] is None and row["dossier"] == case.dossier,
    )


def _details(model: type[models.Model], row: Row, *, health: bool) -> Iterator[tuple[str, str]]:
    for told in model._meta.concrete_fields:
        value = row[told.attname]
        if told.name in HIDDEN or value is None or value == "":
            continue
        if isinstance(told, (SubjectField, ReferenceField, GivenCodeField)) or told.name.startswith("kbi_"):
            continue
        yield str(told.verbose_name), in_words(told, value, health=health)
