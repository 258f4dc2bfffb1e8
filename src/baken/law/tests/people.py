"""Random people for any rule book: facts of every kind, days crowded around the days that matter, much left out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

import polars as pl

from baken.law import calendar
from baken.law.book import Book
from baken.law.expression import NEVER, Const, Dated, Expr, Kind, Value, walk
from baken.law.facts import ON, LawFact, joined
from baken.law.population import judge, schema

FIRST, LAST = date(1940, 1, 1), date(2035, 12, 31)
Facts = dict[str, Value]


class People:
    """Draws people for a book; the same seed gives the same people.

    absent: how often a fact is left out. Days lie on and around the book's own days, and on and around so many days,
    months or years (the book's own numbers) from the person's other days.
    """

    def __init__(self, book: Book, seed: int = 1, absent: float = 0.3) -> None:
        self.book, self.absent = book, absent
        self.random = Random(seed)
        said = list(_said(book))
        self.days = sorted({value for kind, value in said if kind is Kind.DAY and value != NEVER})
        self.numbers = sorted({value for kind, value in said if kind is Kind.NUMBER} | {0, 1, 18})
        self.money = sorted({value for kind, value in said if kind is Kind.MONEY} | {0})

    def some(self, number: int, on: date) -> list[Facts]:
        """So many people as known on a day."""
        return [self.one(on) for _ in range(number)]

    def one(self, on: date) -> Facts:
        """One person as known on a day, with what the facts imply."""
        facts: Facts = {}
        near = [on]
        for fact in self.book.facts.values():
            if fact.name != ON and self.random.random() >= self.absent:
                facts[fact.name] = self._value(fact, near)
                near += [facts[fact.name]] if fact.kind is Kind.DAY else []
        return self._implied(facts)

    def _implied(self, facts: Facts) -> Facts:
        for name, fact in self.book.facts.items():
            if fact.implied and fact.implied[0] in facts:
                facts[name] = fact.implied[1](facts[fact.implied[0]])
        return facts

    def _value(self, fact: LawFact, near: Sequence[date]) -> Value:
        draw = self.random
        match fact.kind:
            case Kind.TRUTH:
                return draw.random() < 0.5
            case Kind.DAY:
                return self._day(near)
            case Kind.NUMBER:
                base = draw.choice(self.numbers) if draw.random() < 0.7 else draw.choice(near).year
                return max(base + draw.choice((-1, 0, 0, 1)), 0)
            case Kind.MONEY:
                return max(draw.choice(self.money) + draw.choice((-1, 0, 0, 1, 100)), 0)
            case Kind.CODE:
                return draw.choice(fact.codes or ("x", "y"))
            case Kind.DAYS:
                return tuple(sorted(self._day(near) for _ in range(draw.randrange(5))))
            case Kind.PERIODS:
                return joined([self._period(near) for _ in range(draw.randrange(4))])

    def _day(self, near: Sequence[date]) -> date:
        draw = self.random
        chance = draw.random()
        if chance < 0.3 and self.days:
            day = draw.choice(self.days)
        elif chance < 0.8:
            day = self._away(draw.choice(near))
        else:
            day = FIRST + timedelta(days=draw.randrange((LAST - FIRST).days))
        return min(max(day + timedelta(days=draw.choice((-1, 0, 0, 1))), FIRST), LAST)

    def _away(self, day: date) -> date:
        number = self.random.choice(self.numbers) * self.random.choice((-1, 0, 1))
        unit = self.random.choice((1, 12, None))
        if abs(number) > 1000:
            return day
        return calendar.months_after(day, number * unit) if unit else calendar.days_after(day, number)

    def _period(self, near: Sequence[date]) -> tuple[date, date]:
        start, end = sorted((self._day(near), self._day(near)))
        return start, NEVER if self.random.random() < 0.2 else end


def _said(book: Book) -> Iterator[tuple[Kind, Value]]:
    """Every value that a book's rules and parameters state, the days on which they change included."""
    for rule in book.rules.values():
        for text in rule.texts:
            yield Kind.DAY, text.version.since or NEVER
            yield from _stated(text.expr)


def _stated(tree: Expr) -> Iterator[tuple[Kind, Value]]:
    for node in walk(tree):
        if isinstance(node, Const):
            yield node.kind, node.value
        if isinstance(node, Dated):
            for since, value in node.values:
                yield Kind.DAY, since
                yield value.kind, value.value


def frame(book: Book, people: Sequence[Facts]) -> pl.DataFrame:
    """People as a frame: a column per fact, null where absent."""
    columns = schema(book, [name for name in book.facts if name != ON])
    return pl.DataFrame(
        [
            pl.Series(name, [_cell(person.get(name), book.facts[name]) for person in people], kind)
            for name, kind in columns.items()
        ]
    )


def _cell(value: Value, fact: LawFact) -> Any:
    if value is None or (fact.kind is Kind.DAY and value == NEVER):
        return None
    if fact.kind is Kind.PERIODS:
        return [{"start": start, "end": end} for start, end in value]
    return list(value) if fact.kind is Kind.DAYS else value


def judged(book: Book, people: Sequence[Facts], on: date, rules: Iterable[str]) -> dict[str, list[Value]]:
    """{rule: its outcome per person} by the population reading."""
    return judge(book, frame(book, people), rules, on).select(*rules).collect().to_dict(as_series=False)
