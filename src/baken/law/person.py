"""The reading for one person: plain Python, in well under a millisecond."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from baken.law import calendar
from baken.law.book import Book, ReadRule
from baken.law.expression import (
    NEVER,
    After,
    AllOf,
    AnyOf,
    Arithmetic,
    Compare,
    Const,
    Dated,
    Decide,
    Expr,
    FirstKnown,
    FullYears,
    Happened,
    Not,
    OfList,
    OneOf,
    Ref,
    Value,
    WorkingDay,
    YearOf,
)
from baken.law.facts import ON
from baken.law.faults import LawError

Reading = Callable[["Person"], Value]


class Person:
    """What is known of one person or case on a day, and what the book's rules make of it.

    facts: law values by name, as `read_facts` gives them; what is left out is absent.
    """

    __slots__ = ("_known", "_readings", "book", "on")

    def __init__(self, book: Book, facts: Mapping[str, Value], on: date) -> None:
        self.book, self.on = book, on
        self._known: dict[str, Value] = {**facts, ON: on}
        self._readings = _readings(book)

    def value(self, name: str) -> Value:
        """A fact or a rule's outcome; None when it is not known yet."""
        try:
            return self._known[name]
        except KeyError:
            pass
        reading = self._readings.get(name)
        found = self.book.facts[name].absent if reading is None else reading(self)
        self._known[name] = found
        return found

    def read(self, node: Expr) -> Value:
        """The value of any tree over this book's names."""
        return reading(node)(self)

    def text(self, rule: ReadRule) -> int | None:
        """Which version of a rule is this person's: its place, -1 when none was in force yet, None when not known."""
        day = self.read(rule.pick)
        if day is None:
            return 0 if len(rule.texts) == 1 and rule.texts[0].version.since is None else None
        place = -1
        for number, text in enumerate(rule.texts):
            if text.version.since is None or text.version.since <= day:
                place = number
        return place


def read_facts(book: Book, given: Mapping[str, object]) -> dict[str, Value]:
    """Facts as they come from JSON, as law values, with what they imply.

    Raises LawError that names the fact and what is allowed.
    """
    known: dict[str, Value] = {}
    for name, value in given.items():
        if name not in book.facts or name == ON:
            raise LawError(f"There is no fact {name!r}.", f"Choose from {', '.join(n for n in book.facts if n != ON)}.")
        known[name] = book.facts[name].read(value)
    for name, fact in book.implied.items():
        if fact.implied and known.get(name) is None and known.get(fact.implied[0]) is not None:
            known[name] = fact.implied[1](known[fact.implied[0]])
    return known


def _readings(book: Book) -> dict[str, Reading]:
    """Each rule of a book as a function, made once per book."""
    made = book.__dict__.get("_person_readings")
    if made is None:
        made = {name: reading(rule.whole) for name, rule in book.rules.items()}
        book.__dict__["_person_readings"] = made
    return made


@lru_cache(maxsize=1 << 16)
def reading(node: Expr) -> Reading:
    """A tree as a function from a person to its value."""
    return _MAKERS[type(node)](node)


def _ref(node: Ref) -> Reading:
    name = node.name

    def read(person: Person) -> Value:
        known = person._known
        return known[name] if name in known else person.value(name)

    return read


def _const(node: Const) -> Reading:
    value = node.value
    return lambda _: value


_OPERATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
}


def _strict(parts: tuple[Expr, ...], apply: Callable[..., Value]) -> Reading:
    """A word that needs all its parts: not known as long as one is not."""
    readings = [reading(part) for part in parts]
    if len(readings) == 2:
        left, right = readings

        def read_two(person: Person) -> Value:
            a, b = left(person), right(person)
            return None if a is None or b is None else apply(a, b)

        return read_two

    def read(person: Person) -> Value:
        values = [one(person) for one in readings]
        return None if None in values else apply(*values)

    return read


def _any(parts: tuple[Expr, ...], settling: bool) -> Reading:
    """True in any_of, False in all_of settles; else one part not known leaves it open."""
    readings = [reading(part) for part in parts]

    def read(person: Person) -> Value:
        result: Value = not settling
        for one in readings:
            value = one(person)
            if value is settling:
                return settling
            if value is None:
                result = None
        return result

    return read


def _happened(node: Happened) -> Reading:
    if node.by is None:
        return _strict((node.event,), lambda event: event != NEVER)
    event_reading, day_reading = reading(node.event), reading(node.by)

    def read(person: Person) -> Value:
        event, day = event_reading(person), day_reading(person)
        if event == NEVER:
            return False
        return None if event is None or day is None else event <= day

    return read


def _first_known(node: FirstKnown) -> Reading:
    readings = [reading(part) for part in node.parts]

    def read(person: Person) -> Value:
        for one in readings:
            day = one(person)
            if day != NEVER:
                return day
        return NEVER

    return read


def _decide(node: Decide) -> Reading:
    clauses = [(reading(condition), reading(outcome)) for condition, outcome in node.clauses]
    last = reading(node.otherwise)

    def read(person: Person) -> Value:
        possible: list[Value] = []
        for condition, outcome in clauses:
            holds = condition(person)
            if holds is True:
                return _settled([*possible, outcome(person)])
            if holds is None:
                possible.append(outcome(person))
        return _settled([*possible, last(person)]) if possible else last(person)

    return read


def _settled(possible: list[Value]) -> Value:
    return possible[0] if all(value == possible[0] for value in possible) else None


def _dated(node: Dated) -> Reading:
    values = node.values
    if len(values) == 1:
        return _const(values[0][1])
    pick = reading(node.pick)

    def read(person: Person) -> Value:
        day = pick(person)
        if day is None:
            return _settled([value.value for _, value in values])
        found = values[0][1].value
        for since, value in values[1:]:
            if since <= day:
                found = value.value
        return found

    return read


def _of_list(node: OfList) -> Reading:
    return _strict((node.listed, *node.terms), _LISTS[node.word])


def _overlaps(periods: tuple[tuple[date, date], ...], start: date, end: date) -> list[int]:
    return [max((min(e, end) - max(s, start)).days, 0) for s, e in periods] or [0]


def _start(item: Any) -> date:
    return item[0] if isinstance(item, tuple) else item


_LISTS: dict[str, Callable[..., Value]] = {
    "count": len,
    "first": lambda listed: _start(listed[0]) if listed else NEVER,
    "last": lambda listed: _start(listed[-1]) if listed else NEVER,
    "within_days": lambda listed, day, number: any(0 <= (day - one).days <= number for one in listed),
    "days_in": lambda listed, start, end: sum(_overlaps(listed, start, end)),
    "longest_days_in": lambda listed, start, end: max(_overlaps(listed, start, end)),
}
_AFTER = {"months": calendar.months_after, "days": calendar.days_after}
_MAKERS: dict[type[Expr], Callable[[Any], Reading]] = {
    Ref: _ref,
    Const: _const,
    Dated: _dated,
    Compare: lambda node: _strict((node.left, node.right), _OPERATIONS[node.op]),
    Arithmetic: lambda node: _strict((node.left, node.right), _OPERATIONS[node.op]),
    AllOf: lambda node: _any(node.parts, settling=False),
    AnyOf: lambda node: _any(node.parts, settling=True),
    Not: lambda node: _strict((node.part,), lambda value: not value),
    OneOf: lambda node: _strict((node.value,), frozenset(node.choices).__contains__),
    Happened: _happened,
    FirstKnown: _first_known,
    FullYears: lambda node: _strict((node.start, node.end), calendar.full_years),
    After: lambda node: _strict((node.day, node.number), _AFTER[node.unit]),
    WorkingDay: lambda node: _strict((node.day,), calendar.working_day),
    YearOf: lambda node: _strict((node.day,), lambda day: day.year),
    OfList: _of_list,
    Decide: _decide,
}
