"""What the law says about a dossier on a day, as known at a moment."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from baken.law.book import Book
from baken.law.content import the_book
from baken.law.content.terms import TERMS
from baken.law.decision import Decision, decide
from baken.law.expression import Value
from baken.ledger.facts import label_of
from baken.ledger.file import Row
from baken.ledger.situation.one import Situation, situation
from baken.people.models import Identity
from baken.programme.facts import AppointmentCancelled, AppointmentMade, ConversationHeld

EXACT = "birth_date"
"""The law fact that is personal data: it stands in no fact, and no decision that rests on it is kept."""


@dataclass(frozen=True, slots=True)
class DossierDecision:
    """A decision about the person of a dossier, and the situation that it rests on."""

    dossier: int
    decision: Decision
    situation: Situation


def decide_dossier(
    dossier: int,
    on: date,
    rules: Iterable[str] = (),
    *,
    append: int | None = None,
    birth_date: bool = False,
    beside: Mapping[str, Value] | None = None,
    book: Book | None = None,
) -> DossierDecision:
    """Decide rules (all of them when none is asked) and terms about the person of a dossier.

    append: as known then (now); birth_date: read the exact birth date too, which is personal data; beside: law values
    that no fact tells, which go before what facts tell. Raises BadRequest when there is no such dossier then.
    """
    law = book or the_book()
    read = situation(dossier, law.facts, on, append=append)
    exact = exact_birth_date(read.person) if birth_date else {}
    given = dict(beside or {})
    told: dict[str, Any] = {name: _told(read, name) for name in read.facts if name not in given}
    decision = decide(law, read.facts | exact | given, on, rules, TERMS, told)
    return DossierDecision(dossier, decision, read)


def exact_birth_date(person: int) -> dict[str, Value]:
    """The exact birth date as the law fact, where the identity still has a complete one."""
    text = Identity.objects.filter(person=person).values_list("birth_date", flat=True).first()
    try:
        return {EXACT: date.fromisoformat(text)} if text else {}
    except ValueError:
        return {}


def open_appointments(rows: Mapping[str, Collection[Row]], dossier: int | None = None) -> list[Row]:
    """The appointments that no conversation or cancellation closed, the first to come first; of one dossier, or all."""
    closing = (label_of(AppointmentCancelled), label_of(ConversationHeld))
    closed = {row["appointment"] for label in closing for row in rows.get(label, ())}
    made = rows.get(label_of(AppointmentMade), ())
    standing = [row for row in made if row["appointment"] not in closed and dossier in (None, row["dossier"])]
    return sorted(standing, key=lambda row: (row["day"], row["minute"] or 0))


def appointments(counsellor: str, since: date, until: date) -> list[AppointmentMade]:
    """The open appointments of a counsellor from one day through another, in order."""
    made = AppointmentMade.objects.filter(counsellor=counsellor, day__range=(since, until), retracted_in__isnull=True)
    listed = list(made.order_by("day", "minute", "id"))
    dossiers = {one.dossier for one in listed}
    closed: set[int | None] = set()
    for model in (AppointmentCancelled, ConversationHeld):
        standing = model._default_manager.filter(dossier__in=dossiers, retracted_in__isnull=True)
        closed.update(standing.values_list("appointment", flat=True))
    return [one for one in listed if one.appointment not in closed]


def _told(read: Situation, name: str) -> list[dict[str, Any]]:
    """The facts that a law fact rests on, as JSON can say it."""
    return [{"fact_type": one.label, "fact": one.number, "occurred_on": one.day.isoformat()} for one in read.told[name]]
