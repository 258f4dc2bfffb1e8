"""Erases what says who somebody is: rows are emptied, so that every fact and figure stays as it was."""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

from django.apps import apps
from django.db import models

from baken.accounts.models import DossierPlace
from baken.documents.models import IssuedDocument, Paper
from baken.ledger.facts import DossierFact, fact_types
from baken.ledger.fields import ReferenceField
from baken.people.models import Identity, NamePart, PersonName
from baken.privacy.rules import Action, Rule

AT_ONCE = 400
"""Numbers in one statement."""


def erase(rule: Rule, persons: Collection[int]) -> int:
    """Erase the records of a rule about some persons; returns the number of rows. Within the caller's transaction."""
    dossiers = set(DossierPlace.objects.filter(person__in=list(persons)).values_list("dossier", flat=True))
    if rule.action is Action.REMOVE:
        return _remove_papers(dossiers)
    return sum(_erase_rows(apps.get_model(table), persons, dossiers) for table in rule.tables)


def _remove_papers(dossiers: Collection[int]) -> int:
    count = 0
    for some in _in_parts(dossiers):
        numbers = IssuedDocument.objects.filter(dossier__in=some).values("pk")
        count += Paper.objects.filter(document__in=numbers).delete()[0]
    return count


def _erase_rows(model: Any, persons: Collection[int], dossiers: Collection[int]) -> int:
    if model is Identity:
        return sum(_empty(Identity.objects.filter(person__in=some)) for some in _in_parts(persons))
    if model is NamePart:
        names = _told_only_of(PersonName._meta.label, dossiers) | _names_within(dossiers)
        return sum(_empty(NamePart.objects.filter(person_name__in=some)) for some in _in_parts(names))
    numbers = _told_only_of(model._meta.label, dossiers)
    if model is PersonName:
        numbers |= _names_within(dossiers)
    return sum(_empty(model._default_manager.filter(pk__in=some)) for some in _in_parts(numbers))


def _names_within(dossiers: Collection[int]) -> set[int]:
    """The names that erasable rows about these dossiers lead to."""
    found: set[int] = set()
    for label in ("people.Particulars", "people.ContactDetails"):
        model: Any = apps.get_model(label)
        for some in _in_parts(_told_only_of(label, dossiers)):
            found |= set(model._default_manager.filter(pk__in=some).values_list("person_name", flat=True))
    return found - {None}


def _told_only_of(label: str, dossiers: Collection[int]) -> set[int]:
    """The rows of a reference model to which facts of these dossiers point, and no fact of another dossier."""
    found, wanted = set[int](), set(dossiers)
    columns = list(_pointing(label))
    for model, column in columns:
        for some in _in_parts(wanted):
            rows: Any = model._default_manager
            found |= set(rows.filter(dossier__in=some).exclude(**{column: None}).values_list(column, flat=True))
    for model, column in columns:
        for some in _in_parts(found):
            rows = model._default_manager
            shared = rows.filter(**{f"{column}__in": some}).values_list(column, "dossier")
            found -= {number for number, dossier in shared if dossier not in wanted}
    return found


def _pointing(label: str) -> Iterator[tuple[type[DossierFact], str]]:
    """The columns of facts about dossiers that point to a reference model."""
    for model in fact_types().values():
        if issubclass(model, DossierFact):
            for column in model._meta.concrete_fields:
                if isinstance(column, ReferenceField) and column.to == label:
                    yield model, column.attname


def _empty(rows: models.QuerySet[Any]) -> int:
    """Empty every column that is not a key or a link."""
    links = (models.ForeignKey, models.AutoField)
    columns = [
        told for told in rows.model._meta.concrete_fields if not told.primary_key and not isinstance(told, links)
    ]
    return rows.update(**{told.attname: _nothing(told) for told in columns})


def _nothing(told: models.Field) -> Any:
    if told.null:
        return None
    return False if isinstance(told, models.BooleanField) else ""


def _in_parts(numbers: Collection[int]) -> Iterator[list[int]]:
    waiting = iter(sorted(numbers))
    while part := list(islice(waiting, AT_ONCE)):
        yield part
