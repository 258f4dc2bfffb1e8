"""What the law says about a dossier on a day, as known at a moment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from baken.law.book import Book
from baken.law.content import the_book
from baken.law.content.terms import TERMS
from baken.law.decision import Decision, decide
from baken.law.expression import Value
from baken.ledger.situation.one import Situation, situation
from baken.people.models import Identity

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


def _told(read: Situation, name: str) -> list[dict[str, Any]]:
    """The facts that a law fact rests on, as JSON can say it."""
    return [{"fact_type": one.label, "fact": one.number, "occurred_on": one.day.isoformat()} for one in read.told[name]]
