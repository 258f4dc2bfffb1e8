"""The reading of one dossier: from the ledger, as known at an append."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from baken.foundation.errors import BadRequest
from baken.foundation.identifiers import shown_number
from baken.law.expression import NEVER, Kind, Value
from baken.law.facts import LawFact
from baken.ledger.append import head
from baken.ledger.facts import fact_type, opening_types
from baken.ledger.file import Row, facts_of
from baken.ledger.known import known_in
from baken.ledger.situation.choices import Told, chosen
from baken.ledger.situation.feeds import Feed, OfColumn, Periods
from baken.ledger.situation.sources import Source, sources


@dataclass(frozen=True, slots=True)
class Situation:
    """What stands about a person on a day, as known at an append.

    facts: law values by name, without what is absent; told: for each of these the facts that it rests on.
    """

    person: int
    dossiers: tuple[int, ...]
    on: date
    append: int
    facts: dict[str, Value]
    told: dict[str, tuple[Told, ...]]


@dataclass(frozen=True, slots=True)
class PersonFile:
    """All facts of the dossiers of one person, as known at an append, by label; read once, asked for many days."""

    person: int
    dossiers: tuple[int, ...]
    append: int
    rows: Mapping[str, list[Row]]

    def situation(
        self,
        facts: Mapping[str, LawFact],
        on: date,
        *,
        names: Iterable[str] | None = None,
        cases: Mapping[str, int] | None = None,
    ) -> Situation:
        """The law facts on a day. facts: those of a book, by name; names: only these.

        cases: of a kind of case (`infringement`) this one, instead of the one opened last.
        """
        reader = _Reader(self.rows, on, dict(cases or {}))
        values: dict[str, Value] = {}
        told: dict[str, tuple[Told, ...]] = {}
        for name in facts if names is None else names:
            of = sources().get(name, ())
            value, because = chosen(of[0].feed, reader.told(of, facts[name]), facts[name]) if of else (None, [])
            if value is not None and value != facts[name].absent:
                values[name], told[name] = value, tuple(because)
        return Situation(self.person, self.dossiers, on, self.append, values, told)

    def cases(self, kind: str) -> list[int]:
        """The cases of a kind that were opened, in the order told."""
        return [row[kind] for row in self.rows.get(opening_types()[kind], ())]


def person_file(dossier: int, append: int | None = None) -> PersonFile:
    """Read what was told of the person of a dossier. append: as known then (now).

    Raises BadRequest when there is no such dossier then.
    """
    known = append if append is not None else (last.id if (last := head()) else 0)
    person, dossiers = whose(dossier, known)
    return PersonFile(person, dossiers, known, facts_of(dossiers, known))


def situation(
    dossier: int,
    facts: Mapping[str, LawFact],
    on: date,
    *,
    names: Iterable[str] | None = None,
    append: int | None = None,
    cases: Mapping[str, int] | None = None,
) -> Situation:
    """Read the law facts of the person whom a dossier concerns, over all dossiers of that person.

    The arguments are those of `person_file` and `PersonFile.situation`.
    """
    return person_file(dossier, append).situation(facts, on, names=names, cases=cases)


def whose(dossier: int, append: int) -> tuple[int, tuple[int, ...]]:
    """The person whom a dossier concerns, and all dossiers of that person, as known at an append."""
    person = _person(dossier, append)
    if person is None:
        raise BadRequest(_("Er is geen dossier %(number)s.") % {"number": shown_number("D", dossier)})
    dossiers = sorted(set(_opened(append).filter(person=person).values_list("dossier", flat=True)))
    return person, tuple(one for one in dossiers if one == dossier or _person(one, append) == person)


def _person(dossier: int, append: int) -> int | None:
    """Whom a dossier concerns; where it was opened twice, as told last."""
    return _opened(append).filter(dossier=dossier).order_by("-id").values_list("person", flat=True).first()


def _opened(append: int) -> Any:
    """The facts that open dossiers, as known at an append."""
    return fact_type(opening_types()["person"])._default_manager.filter(known_in(append))


class _Reader:
    """Chooses among the facts of one person on a day."""

    def __init__(self, rows: Mapping[str, list[Row]], on: date, cases: dict[str, int]) -> None:
        self._rows, self._on, self._cases = rows, on, cases

    def told(self, of: tuple[Source, ...], fact: LawFact) -> list[Told]:
        """What the facts of these sources tell, in order of day and number."""
        told = [one for source in of for one in self._told(source, fact)]
        return sorted(told, key=lambda one: (one.day, one.number))

    def _told(self, source: Source, fact: LawFact) -> Iterable[Told]:
        feed = source.feed
        case = self._case(feed.case) if feed.case else None
        for row in self._all(source.label):
            if (feed.timeless or row["occurred_on"] <= self._on) and _holds(feed, row):
                if feed.case and row[feed.case] != case:
                    continue
                yield from self._one(source, fact, row)

    def _one(self, source: Source, fact: LawFact, row: Row) -> Iterable[Told]:
        feed, value = source.feed, row[source.feed.column]
        if value is None and feed.passes_over:
            return
        if isinstance(feed, Periods):
            value, end = row["occurred_on"], self._end(feed, row)
            if end > value:
                yield Told(value, row["id"], source.label, value, end)
        elif isinstance(feed, OfColumn):
            yield Told(row["occurred_on"], row["id"], source.label, _meaning(feed, value, fact, self._on))
        elif value <= self._on:
            yield Told(row["occurred_on"], row["id"], source.label, value)

    def _end(self, feed: Periods, row: Row) -> date:
        end = row[feed.until] or NEVER
        closed = [other["occurred_on"] for other in self._all(feed.closed_by)] if feed.closed_by else []
        return min([end, *(day for day in closed if row["occurred_on"] < day <= self._on)])

    def _case(self, kind: str) -> int | None:
        """The case of a kind that was opened last."""
        if kind not in self._cases:
            opened = [row for row in self._all(opening_types()[kind]) if row["occurred_on"] <= self._on]
            last = max(opened, key=lambda row: (row["occurred_on"], row["id"]), default=None)
            self._cases[kind] = last[kind] if last else -1
        return self._cases[kind]

    def _all(self, label: str) -> Iterable[Row]:
        return self._rows.get(label, ())


def _holds(feed: Feed, row: Row) -> bool:
    return all(row[column] in values for column, values in feed.conditions.items())


def _meaning(feed: OfColumn, value: Value, fact: LawFact, on: date) -> Value:
    """What a column's value means to the law; None when that is not known."""
    if value is None:
        return feed.empty
    table = feed.table(on)
    meant = value if table is None else table.get(value)
    return None if fact.kind is Kind.CODE and fact.codes and meant not in fact.codes else meant
