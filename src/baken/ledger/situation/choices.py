"""How each declaration chooses among the facts of one person: plain Python, for the web process too."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import singledispatch
from itertools import takewhile

from baken.law.expression import NEVER, Value
from baken.law.facts import LawFact, joined
from baken.ledger.situation.feeds import (
    Best,
    Complete,
    Days,
    Feed,
    First,
    Highest,
    Latest,
    Periods,
    Share,
    Since,
    Total,
)


@dataclass(frozen=True, slots=True)
class Told:
    """One fact as far as it bears on a law fact.

    value: what it tells, None when its meaning is not known; end: of a period, NEVER while it runs.
    """

    day: date
    number: int
    label: str
    value: Value
    end: date = NEVER


Chosen = tuple[Value, list[Told]]
"""A law value, None where nothing was told, and the facts that it rests on."""


@singledispatch
def chosen(feed: Feed, told: list[Told], fact: LawFact) -> Chosen:
    """Choose. told: facts in order of day and number."""
    raise NotImplementedError(type(feed).__name__)


@chosen.register
def _first(feed: First, told: list[Told], fact: LawFact) -> Chosen:
    first = min(told, key=lambda one: one.value, default=None)
    return (first.value, [first]) if first else (None, [])


@chosen.register
def _days(feed: Days, told: list[Told], fact: LawFact) -> Chosen:
    return tuple(sorted(one.value for one in told)), told


@chosen.register
def _periods(feed: Periods, told: list[Told], fact: LawFact) -> Chosen:
    return joined([(one.day, one.end) for one in told]), told


@chosen.register
def _latest(feed: Latest, told: list[Told], fact: LawFact) -> Chosen:
    return (told[-1].value, [told[-1]]) if told else (None, [])


@chosen.register
def _since(feed: Since, told: list[Told], fact: LawFact) -> Chosen:
    same = list(takewhile(lambda one: one.value == told[-1].value, reversed(told)))
    return (same[-1].day, [same[-1]]) if same else (None, [])


@chosen.register
def _best(feed: Best, told: list[Told], fact: LawFact) -> Chosen:
    if not told:
        return None, []
    known = [one for one in told if one.value is not None]
    best = min(known, key=lambda one: fact.codes.index(one.value), default=told[0])
    if len(known) < len(told) and best.value != fact.codes[0]:
        return None, told
    return best.value, [best]


@chosen.register
def _highest(feed: Highest, told: list[Told], fact: LawFact) -> Chosen:
    highest = max(told, key=lambda one: one.value, default=None)
    return (highest.value, [highest]) if highest else (None, [])


@chosen.register
def _total(feed: Total, told: list[Told], fact: LawFact) -> Chosen:
    return (sum(one.value for one in told), told) if told else (None, [])


@chosen.register
def _share(feed: Share, told: list[Told], fact: LawFact) -> Chosen:
    among = [one for one in told if one.value in feed.among]
    if not among:
        return None, []
    return 100 * _count(among, feed.codes) // len(among), among


def _count(told: Iterable[Told], codes: tuple[str, ...]) -> int:
    return sum(one.value in codes for one in told)


@chosen.register
def _complete(feed: Complete, told: list[Told], fact: LawFact) -> Chosen:
    firsts: dict[str, Told] = {}
    for one in told:
        if one.value in feed.codes:
            firsts.setdefault(one.value, one)
    if len(firsts) < len(feed.codes):
        return None, []
    return max(one.day for one in firsts.values()), list(firsts.values())
