"""Finding people, within reach and, without saying who, elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, QuerySet, Value, When

from baken.accounts.models import DossierPlace, User
from baken.accounts.roles import Group
from baken.accounts.standing import Standing
from baken.people.models import Identity
from baken.people.question import Question, read
from baken.people.search import candidates, ranked

SHOWN = 25
"""Dossiers on one page of results; who gets more says more words."""
RANKED = 300
"""Of how many at most the likest are shown."""


@dataclass(frozen=True, slots=True)
class Found:
    """A dossier within reach. born: a day (`1990-02-03`) or less; counsellor: a name, else a staff number."""

    dossier: int
    name: str
    born: str
    counsellor: str
    office: str


@dataclass(frozen=True, slots=True)
class Findings:
    """within: dossiers within reach, the likest first; more: whether there are others than these.

    elsewhere: (dossier, agency) of dossiers outside reach, for who may break the glass and asked precisely.
    """

    asked: Question
    within: tuple[Found, ...]
    more: bool
    elsewhere: tuple[tuple[int, str], ...]


def find(standing: Standing, text: str) -> Findings:
    """Look for what was typed. Raises BadRequest for a day that does not exist or a number that does not fit."""
    asked = read(text)
    fishing = not (asked.precise and standing.entitlement.breaks_glass)
    mine, others = _places(standing, asked, fishing=fishing)
    people = _identities(mine, standing)
    order = {one.person: place for place, one in enumerate(ranked(asked, people.values()))}
    ordered = sorted(mine, key=lambda place: (order.get(place.person, len(order)), place.dossier))
    elsewhere = tuple((place.dossier, place.agency) for place in others)
    return Findings(asked, _shown(ordered[:SHOWN], people), len(mine) > SHOWN, elsewhere)


def _places(standing: Standing, asked: Question, *, fishing: bool) -> tuple[list[DossierPlace], list[DossierPlace]]:
    """Places within reach, and outside it."""
    if asked.dossier is not None:
        return _split(DossierPlace.objects.filter(dossier=asked.dossier), standing, fishing=fishing)
    mine: list[DossierPlace] = []
    others: list[DossierPlace] = []
    for persons, guess in candidates(asked):
        if guess and (mine or others):
            break
        mine, others = _of(persons, standing, fishing=fishing)
        if len(mine) >= SHOWN:
            break
    return mine, others


def _of(
    persons: QuerySet[Any, Any], standing: Standing, *, fishing: bool
) -> tuple[list[DossierPlace], list[DossierPlace]]:
    """The places of some persons. Of a name that very many bear, only those within reach."""
    numbers = list(persons.values_list("person", flat=True).distinct()[: RANKED + 1])
    if len(numbers) <= RANKED:
        return _split(DossierPlace.objects.filter(person__in=numbers), standing, fishing=fishing)
    within = DossierPlace.objects.filter(standing.within(), person__in=persons)
    return list(within.select_related("office")[:RANKED]), []


def _split(
    places: QuerySet[DossierPlace], standing: Standing, *, fishing: bool
) -> tuple[list[DossierPlace], list[DossierPlace]]:
    """Those within reach, and the others. Reach is a column here: as a condition it would choose the wrong index."""
    reach = standing.within()
    mine = Case(When(reach, then=True), default=False) if reach else Value(True)
    within: list[DossierPlace] = []
    outside: list[DossierPlace] = []
    for place in places.select_related("office").annotate(mine=mine).order_by("dossier"):
        (within if place.mine else outside).append(place)
    return within, [] if fishing else outside[:SHOWN]


def _identities(places: Iterable[DossierPlace], standing: Standing) -> dict[int, Identity]:
    if not standing.reads(Group.IDENTITY):
        return {}
    return Identity.objects.in_bulk({place.person for place in places})


def _shown(places: list[DossierPlace], people: dict[int, Identity]) -> tuple[Found, ...]:
    names = counsellor_names(place.counsellor for place in places)
    return tuple(
        Found(
            place.dossier,
            shown_name(people.get(place.person)),
            (people[place.person].birth_date or "") if place.person in people else "",
            names.get(place.counsellor, ""),
            (place.office.name or place.office.code) if place.office else "",
        )
        for place in places
    )


def shown_name(identity: Identity | None) -> str:
    """`Haddad, Amina`; empty where it may not be read or was erased."""
    return f"{identity.family_name}, {identity.given_names}".strip(", ") if identity else ""


def counsellor_names(staff_numbers: Iterable[str]) -> dict[str, str]:
    """{staff number: name, or the number where there is no account}."""
    numbers = {number for number in staff_numbers if number}
    users = {user.staff_number: user.shown for user in User.objects.filter(staff_number__in=numbers)}
    return {number: users.get(number, number) for number in numbers}
