"""Whose records are past their term on a day: by kind of record the numbers of persons, never their names."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time

from django.db import connection

from baken.accounts.models import DossierPlace
from baken.foundation.clock import BRUSSELS
from baken.ledger.models import Append, DossierHead
from baken.people.models import Identity
from baken.privacy.models import LegalHold
from baken.privacy.rules import ERASED, Rule

Due = Mapping[str, list[int]]
"""By the name of a rule the persons whose records it erases, in order."""


def due(on: date) -> Due:
    """Who is past a term on a day and not held back. Persons of whom all was erased before are left out."""
    held, known = held_persons(), _unerased()
    return {rule.name: sorted((_past(rule, on) & known) - held) for rule in ERASED}


def _past(rule: Rule, on: date) -> set[int]:
    """The persons about whom nothing was registered any more since a term ago."""
    assert rule.term is not None  # noqa: S101
    query = f"""
        SELECT p.person FROM {DossierPlace._meta.db_table} p
        JOIN {DossierHead._meta.db_table} h ON h.dossier = p.dossier
        JOIN {Append._meta.db_table} a ON a.id = h.last_append
        GROUP BY p.person HAVING max(a.recorded_at) < %s
    """
    with connection.cursor() as cursor:
        cursor.execute(query, [_instant(years_before(on, rule.term))])
        return {row[0] for row in cursor.fetchall()}


def _instant(day: date) -> datetime | str:
    """The beginning of a day in Brussels, as the database compares instants."""
    begin = datetime.combine(day, time.min, BRUSSELS).astimezone(UTC)
    return str(begin.replace(tzinfo=None)) if connection.vendor == "sqlite" else begin


def years_before(day: date, years: int) -> date:
    """The same day some years earlier; of 29 February the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _unerased() -> set[int]:
    """The persons of whom there is still something that says who they are."""
    told = Identity.objects.exclude(family_name="", given_names="", national_number=None, birth_date=None)
    return set(told.values_list("person", flat=True))


def held_persons() -> set[int]:
    """The persons with a dossier under legal hold."""
    dossiers = LegalHold.objects.filter(lifted_at__isnull=True).values_list("dossier", flat=True)
    return set(persons_of(dossiers))


def persons_of(dossiers: Iterable[int]) -> list[int]:
    """Whom some dossiers concern."""
    return list(DossierPlace.objects.filter(dossier__in=list(dossiers)).values_list("person", flat=True))
