"""Reads that the lists of the workplace share: whose dossiers, which tasks, under which names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Min, Q, QuerySet

from baken.accounts.models import DossierPlace
from baken.accounts.roles import Group, Reach
from baken.accounts.standing import Standing
from baken.foundation import clock
from baken.people.models import Identity
from baken.workplace.finding import shown_name
from baken.workplace.models import Task
from baken.workplace.next_act import MEETS

SOON = timedelta(days=31)
FILTERS = ("when", "term")
"""By which tasks are chosen, as they stand in an address: when (late, month, open), term."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A task as a list shows it. days: until the last day, negative when it is past; None where it is not known.

    act: the name of the act that meets it; "" where there is none that one may do.
    """

    dossier: int
    term: str
    due: date | None
    days: int | None
    act: str


@dataclass(frozen=True, slots=True)
class Due:
    """A dossier with what is due in it, the most urgent first."""

    dossier: int
    name: str
    duties: tuple[Duty, ...]


def my_places(standing: Standing) -> QuerySet[DossierPlace]:
    """The dossiers that one follows oneself; for who enforces, those with an infringement."""
    if standing.entitlement.reach is Reach.INFRINGEMENT:
        return DossierPlace.objects.filter(standing.within())
    number = standing.user.staff_number if standing.user else None
    return DossierPlace.objects.filter(counsellor=number) if number else DossierPlace.objects.none()


def tasks(places: QuerySet[DossierPlace], standing: Standing, chosen: Mapping[str, str]) -> QuerySet[Task]:
    """The tasks of these dossiers that are one's own to follow. chosen: see FILTERS."""
    found, today = Task.objects.filter(dossier__in=places.values("dossier")), clock.today()
    if standing.entitlement.reach is Reach.INFRINGEMENT:
        found = found.filter(term__in=[term for term, act in MEETS.items() if standing.may_act(act)])
    if chosen.get("term"):
        found = found.filter(term=chosen["term"])
    by_when = {"late": Q(due__lt=today), "month": Q(due__range=(today, today + SOON)), "open": Q(due__isnull=True)}
    return found.filter(by_when.get(chosen.get("when", ""), Q()))


def by_dossier(found: QuerySet[Task]) -> QuerySet[Any, Any]:
    """The dossiers of these tasks (`dossier`, `first`, `count`), the one with the most urgent task first."""
    grouped = found.values("dossier").annotate(first=Min("due"), count=Count("id"))
    return grouped.order_by(F("first").asc(nulls_last=True), "dossier")


def due(dossiers: Iterable[int], found: QuerySet[Task], standing: Standing) -> list[Due]:
    """What of these tasks is due in these dossiers, in their order."""
    listed = list(dossiers)
    names = names_of(listed, standing)
    duties: dict[int, list[Duty]] = {dossier: [] for dossier in listed}
    for task in found.filter(dossier__in=listed).order_by(F("due").asc(nulls_last=True), "id"):
        duties[task.dossier].append(duty(task, standing))
    return [Due(dossier, names.get(dossier, ""), tuple(duties[dossier])) for dossier in listed]


def duty(task: Task, standing: Standing) -> Duty:
    """A task as somebody sees it."""
    act = MEETS.get(task.term, "")
    days = (task.due - clock.today()).days if task.due else None
    return Duty(task.dossier, task.term, task.due, days, act if act and standing.may_act(act) else "")


def names_of(dossiers: Iterable[int], standing: Standing) -> dict[int, str]:
    """{dossier: name}; empty where identity may not be read."""
    if not standing.reads(Group.IDENTITY):
        return {}
    persons = dict(DossierPlace.objects.filter(dossier__in=set(dossiers)).values_list("dossier", "person"))
    names = Identity.objects.in_bulk(set(persons.values()))
    return {dossier: shown_name(names[person]) for dossier, person in persons.items() if person in names}
