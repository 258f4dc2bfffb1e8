"""Doing an act: allowed, checked, shown beforehand, and recorded in one append."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from baken.accounts import looks
from baken.accounts.models import Look
from baken.accounts.standing import Standing
from baken.foundation.errors import BadRequest, NotAllowed
from baken.law.book import Book
from baken.law.content.terms import TERMS
from baken.law.expression import Value, names
from baken.law.terms import Standing as TermStanding
from baken.law.terms import Status, standings
from baken.ledger.append import append
from baken.ledger.facts import DossierFact, fact_type
from baken.ledger.models import Append
from baken.ui.acting.case import Case
from baken.ui.acting.declare import Act, Told

SOURCE = "baken"


@dataclass(frozen=True, slots=True)
class Change:
    """An outcome of the law, or a term, before and after."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Consequences:
    """What follows from an act: outcomes that become other ones, terms that begin, move or are met."""

    outcomes: tuple[Change, ...]
    terms: tuple[Change, ...]
    told: Told


@dataclass(frozen=True, slots=True)
class Done:
    """What was recorded, and on which dossier."""

    append: Append
    dossier: int
    told: Told


def require(standing: Standing, one: Act, dossier: int | None) -> None:
    """Raises NotAllowed, after writing it in the read log, when this standing may not do it on this dossier."""
    if one.allowed(standing) and (dossier is None or standing.sees(dossier)):
        return
    looks.write(standing, Look.Kind.REFUSED, one.name, dossier=dossier)
    raise NotAllowed(_("In uw functie kunt u dit niet doen."), _("Vraag het aan wie het dossier volgt."))


def preview(case: Case, one: Act, given: Mapping[str, Any]) -> Consequences:
    """What would follow; nothing is written. Raises what the act itself would raise."""
    _check(case, one, given)
    told = one.told(case, given)
    after = one.after(case, told)
    return Consequences(_outcomes(case, after), _terms(case, after), told)


def perform(
    standing: Standing,
    one: Act,
    dossier: int | None,
    given: Mapping[str, Any],
    *,
    seen: int,
    request: str = "",
    note: str = "",
) -> Done:
    """Do it. seen: the append as of which the actor saw the dossier; dossier: None for an act that opens one.

    Raises NotAllowed, BadRequest, and Conflict when the dossier moved on.
    """
    if (dossier is None) != one.opens_dossier:
        raise BadRequest(_("Deze handeling hoort niet bij een bestaand dossier, of juist wel."))
    require(standing, one, dossier)
    with transaction.atomic():
        fresh = dossier is None
        case = Case.fresh(standing, rehearsal=False) if fresh else Case(dossier, standing, rehearsal=False)  # type: ignore[arg-type]
        _check(case, one, given)
        told = one.told(case, given)
        retract = [fact_type(label)._default_manager.get(pk=number) for label, number in told.retract]
        record = append(
            told.facts,
            by=actor(standing),
            source=source(standing),
            note=note or told.note,
            retract=retract,
            seen=min(seen, case.seen),  # what changes between the checks and the writing is a conflict too
        )
        for touched in sorted({case.dossier, *(fact.dossier for fact in told.facts if isinstance(fact, DossierFact))}):
            looks.write(standing, Look.Kind.ACT, one.name, dossier=touched, request=request)
    return Done(record, case.dossier, told)


def actor(standing: Standing) -> str:
    """By which name an append says who recorded it: the staff number, never a person's name."""
    assert standing.user is not None  # noqa: S101
    return standing.user.staff_number or f"user-{standing.user.pk}"


def source(standing: Standing) -> str:
    """The agency for which somebody acts."""
    return standing.post.agency if standing.post and standing.post.agency else SOURCE


def _check(case: Case, one: Act, given: Mapping[str, Any]) -> None:
    if one.opens_dossier == bool(case.file.dossiers) or not one.offered(case):
        raise NotAllowed(_("Dat kan nu niet in dit dossier."), _("Kijk na waar het traject staat."))
    one.check(case, given)


def _outcomes(before: Case, after: Case) -> tuple[Change, ...]:
    """The outcomes on which no other rests that become another."""
    found = []
    for name in ends(before.book):
        old, new = before.value(name), after.value(name)
        if old != new:
            found.append(Change(name, old, new))
    return tuple(found)


@cache
def ends(book: Book) -> tuple[str, ...]:
    """The rules on which no other rests."""
    rested_on = {name for rule in book.rules.values() for name in (*names(rule.whole), *names(rule.pick))}
    return tuple(name for name in book.rules if name not in rested_on)


def _terms(before: Case, after: Case) -> tuple[Change, ...]:
    old, new = _standings(before), _standings(after)
    changed = [name for name in {**old, **new} if _shown(old.get(name)) != _shown(new.get(name))]
    return tuple(Change(name, old.get(name), new.get(name)) for name in changed)


def _standings(case: Case) -> dict[str, TermStanding]:
    return {one.term.name: one for one in standings(case.person, TERMS)}


def _shown(standing: TermStanding | None) -> tuple[Status, Value | date | None] | None:
    return (standing.status, standing.due) if standing else None
