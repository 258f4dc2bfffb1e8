"""Persons who may be one: proposed with their reasons, never merged by themselves."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy
from rapidfuzz.distance import OSA

from baken.people.models import Apart, Identity, Suspicion
from baken.people.names import name_words, near, sounds

REASONS = {
    "birth_date": gettext_lazy("dezelfde geboortedatum en (bijna) dezelfde naam"),
    "swapped": gettext_lazy("dag en maand van de geboortedatum omgewisseld, en (bijna) dezelfde naam"),
    "bis": gettext_lazy("de ene heeft een BIS-nummer, de andere een rijksregisternummer"),
    "slip": gettext_lazy("rijksregisternummers die één cijfer verschillen"),
    "no_number": gettext_lazy("een van beide heeft geen rijksregisternummer"),
}
AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Suspect:
    """A person who may be the one asked about. reasons: codes of REASONS."""

    person: int
    reasons: tuple[str, ...]


def suspects(identity: Identity) -> list[Suspect]:
    """Who may be this person, the most reasons first; the identity need not be saved yet."""
    days = {day for day in (identity.birth_date, swapped(identity.birth_date)) if day}
    others = Identity.objects.filter(birth_date__in=days)
    if identity.national_number:
        same = Identity.objects.filter(national_number=identity.national_number)
        others = (others | same).distinct()
    told = [(other.person, _reasons(identity, other)) for other in others if other.person != identity.person]
    found = [Suspect(person, reasons) for person, reasons in told if reasons]
    if identity.person:
        apart = _apart({identity.person})
        found = [one for one in found if _pair(identity.person, one.person) not in apart]
    return sorted(found, key=lambda one: (-len(one.reasons), one.person))


def suspected(persons: Collection[int]) -> dict[int, list[Suspect]]:
    """For persons who are kept: with whom each may be one."""
    found: dict[int, list[Suspect]] = defaultdict(list)
    for row in Suspicion.objects.filter(Q(one__in=persons) | Q(other__in=persons)):
        reasons = tuple(row.reasons.split())
        found[row.one].append(Suspect(row.other, reasons))
        found[row.other].append(Suspect(row.one, reasons))
    return {person: found[person] for person in persons if person in found}


def say_apart(one: int, other: int, by: str) -> None:
    """Somebody looked: these are two people. They are proposed no more."""
    low, high = _pair(one, other)
    Apart.objects.get_or_create(one=low, other=high, defaults={"said_by": by})
    Suspicion.objects.filter(one=low, other=high).delete()


def swapped(day: str | None) -> str:
    """The day with day and month exchanged, where that is another day; else empty."""
    try:
        told = date.fromisoformat(day or "")
        return told.replace(month=told.day, day=told.month).isoformat() if told.day != told.month else ""
    except ValueError:
        return ""


def _reasons(one: Identity, other: Identity) -> tuple[str, ...]:
    """Why two identities may be one person; empty when nothing says so."""
    numbers = one.national_number or "", other.national_number or ""
    same_day = bool(one.birth_date) and one.birth_date == other.birth_date
    slip = same_day and all(numbers) and OSA.distance(*numbers) <= 1 and bool(_sounds(one) & _sounds(other))
    named = near(_words(one), _words(other))
    told = {
        "birth_date": named and same_day,
        "swapped": named and not same_day and swapped(one.birth_date) == other.birth_date,
        "bis": all(numbers) and _is_bis(numbers[0]) != _is_bis(numbers[1]),
        "slip": slip,
        "no_number": any(numbers) and not all(numbers),
    }
    sure = told["birth_date"] or told["swapped"] or told["slip"]
    return tuple(reason for reason, holds in told.items() if holds) if sure else ()


def _is_bis(number: str) -> bool:
    """A BIS number has 20 or 40 added to the month; the test numbers of the demo (60 and more) are none."""
    return 20 < int(number[2:4]) <= 52


def _words(identity: Identity) -> list[str]:
    return name_words(identity.family_name, identity.given_names)


def _sounds(identity: Identity) -> set[str]:
    return {sound for word in _words(identity) for sound in sounds(word)}


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _apart(persons: Collection[int]) -> set[tuple[int, int]]:
    said = Apart.objects.filter(Q(one__in=persons) | Q(other__in=persons))
    return set(said.values_list("one", "other"))


# ------------------------------------------------------------------------------------------------ kept in a table


def refresh(persons: Collection[int]) -> None:
    """Suspect some persons anew."""
    forget(persons)
    told = {
        _pair(one.person, suspect.person): suspect.reasons
        for one in Identity.objects.filter(person__in=persons)
        for suspect in suspects(one)
    }
    _keep(told.items())


def forget(persons: Collection[int]) -> None:
    """Suspect them of nothing."""
    Suspicion.objects.filter(Q(one__in=persons) | Q(other__in=persons)).delete()


def rebuild() -> int:
    """Suspect everybody anew; returns how many pairs there are."""
    Suspicion.objects.all().delete()
    apart = set(Apart.objects.values_list("one", "other"))
    _keep((pair, reasons) for pair, reasons in _everybody() if pair not in apart)
    return Suspicion.objects.count()


def _everybody() -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    """Pairs with their reasons, over all identities, day by day: only who shares a sound is compared."""
    days = (
        Identity.objects.exclude(birth_date=None).values_list("birth_date", flat=True).distinct().order_by("birth_date")
    )
    for day in filter(None, days.iterator()):
        born = [day, *(other for other in (swapped(day),) if other > day)]
        yield from _among(list(Identity.objects.filter(birth_date__in=born)), day)


def _among(people: list[Identity], day: str) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    by_sound: dict[str, list[Identity]] = defaultdict(list)
    for one in people:
        for sound in _sounds(one):
            by_sound[sound].append(one)
    compared: set[tuple[int, int]] = set()
    for alike in by_sound.values():
        for place, one in enumerate(alike):
            for other in alike[place + 1 :]:
                pair = _pair(one.person, other.person)
                if pair in compared or day not in (one.birth_date, other.birth_date):
                    continue
                compared.add(pair)
                if reasons := _reasons(one, other):
                    yield pair, reasons


def _keep(told: Iterable[tuple[tuple[int, int], tuple[str, ...]]]) -> None:
    rows = (Suspicion(one=one, other=other, reasons=" ".join(reasons)) for (one, other), reasons in told)
    Suspicion.objects.bulk_create(rows, batch_size=AT_ONCE, ignore_conflicts=True)
