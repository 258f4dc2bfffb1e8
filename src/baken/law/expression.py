"""What a rule says, as a tree: calling a rule's function once with symbols yields it, and every reading walks it.

A symbol has no truth of its own: `if`, `and`, `or`, `not`, `in` and chained comparisons on it raise at once.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NoReturn

from baken.law.faults import Fault, LawError

NEVER = date.max
"""The day of an event that has not happened; after every other day."""

Value = Any
"""True or False, a day, a whole number, whole cents, a code, or a tuple of days or periods; None: not known."""


class Kind(StrEnum):
    """What a value is."""

    TRUTH = "truth"
    DAY = "day"
    NUMBER = "number"
    MONEY = "money"
    CODE = "code"
    DAYS = "days"
    PERIODS = "periods"


@dataclass(frozen=True, slots=True, eq=False)
class Expr:
    """A node. kind: what it yields; codes: the codes it may yield, in order, when it yields one."""

    kind: Kind
    codes: tuple[str, ...]

    def __bool__(self) -> NoReturn:
        raise LawError(
            "A rule may not use `if`, `and`, `or`, `not`, `in` or a chained comparison on a value.",
            "Use all_of, any_of, not_, one_of and decide.",
        )

    def __contains__(self, _: object) -> NoReturn:
        self.__bool__()

    def __iter__(self) -> NoReturn:
        raise LawError("A list in a rule is read with count, first, last, within_days, days_in or longest_days_in.")

    def __hash__(self) -> int:
        return id(self)

    def __str__(self) -> str:
        return f"the {self.kind} of {', '.join(names(self))}" if names(self) else f"the {self.kind}"

    def __eq__(self, other: object) -> Compare:  # type: ignore[override]
        return compare("==", self, other)

    def __ne__(self, other: object) -> Compare:  # type: ignore[override]
        return compare("!=", self, other)

    def __lt__(self, other: object) -> Compare:
        return compare("<", self, other)

    def __le__(self, other: object) -> Compare:
        return compare("<=", self, other)

    def __gt__(self, other: object) -> Compare:
        return compare(">", self, other)

    def __ge__(self, other: object) -> Compare:
        return compare(">=", self, other)

    def __add__(self, other: object) -> Arithmetic:
        return arithmetic("+", self, other)

    def __sub__(self, other: object) -> Arithmetic:
        return arithmetic("-", self, other)

    def __mul__(self, other: object) -> Arithmetic:
        return arithmetic("*", self, other)

    __radd__, __rmul__ = __add__, __mul__


@dataclass(frozen=True, slots=True, eq=False)
class Ref(Expr):
    """A fact or a rule, by name."""

    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, eq=False)
class Const(Expr):
    """A value that the rule itself states."""

    value: Value

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True, slots=True, eq=False)
class Compare(Expr):
    """left op right, of the same kind."""

    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True, eq=False)
class Arithmetic(Expr):
    """left op right, of numbers or money."""

    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True, eq=False)
class AllOf(Expr):
    """Every part holds."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class AnyOf(Expr):
    """At least one part holds."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Not(Expr):
    """The part does not hold."""

    part: Expr


@dataclass(frozen=True, slots=True, eq=False)
class OneOf(Expr):
    """The value is one of these codes."""

    value: Expr
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Happened(Expr):
    """The event has happened; with `by`, on that day at the latest."""

    event: Expr
    by: Expr | None


@dataclass(frozen=True, slots=True, eq=False)
class FirstKnown(Expr):
    """The first of these events that has happened."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FullYears(Expr):
    """Whole years from one day to another."""

    start: Expr
    end: Expr


@dataclass(frozen=True, slots=True, eq=False)
class After(Expr):
    """The day so many months or days after a day; never after never."""

    day: Expr
    number: Expr
    unit: str


@dataclass(frozen=True, slots=True, eq=False)
class WorkingDay(Expr):
    """The day itself, or the first one after it that is no Saturday, Sunday or Belgian public holiday."""

    day: Expr


@dataclass(frozen=True, slots=True, eq=False)
class YearOf(Expr):
    """The calendar year of a day."""

    day: Expr


@dataclass(frozen=True, slots=True, eq=False)
class OfList(Expr):
    """A word on a list: count, first, last, within_days, days_in or longest_days_in; `terms` are further arguments."""

    word: str
    listed: Expr
    terms: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Decide(Expr):
    """The outcome of the first clause that holds.

    A clause that cannot be judged leaves the result open, unless it would not matter.
    """

    clauses: tuple[tuple[Expr, Expr], ...]
    otherwise: Expr


@dataclass(frozen=True, slots=True, eq=False)
class Dated(Expr):
    """A parameter's value on a day; `values` are (since, value) in order, the first also holds before its day."""

    name: str
    pick: Expr
    values: tuple[tuple[date, Const], ...]


def lift(value: object, like: Expr | None = None) -> Expr:
    """A plain value as a node; beside money a whole number is euros. Raises LawError on what a rule cannot state."""
    if isinstance(value, Expr):
        return value
    if isinstance(value, bool):
        return Const(Kind.TRUTH, (), value)
    if isinstance(value, int):
        return Const(Kind.MONEY, (), 100 * value) if like is not None and like.kind is Kind.MONEY else number(value)
    if isinstance(value, date):
        return Const(Kind.DAY, (), value)
    if isinstance(value, str):
        return Const(Kind.CODE, (str(value),), str(value))
    raise Fault("no_constant", given=repr(value))


def number(value: int) -> Const:
    """A whole number as a node."""
    return Const(Kind.NUMBER, (), value)


def of_kind(value: object, *kinds: Kind, word: str) -> Expr:
    """The value as a node of one of these kinds; raises LawError when it is of another."""
    node = lift(value)
    if node.kind not in kinds:
        raise Fault("wrong_kind", word=word, kinds=" / ".join(kinds), kind=node.kind, node=node)
    return node


def compare(op: str, left: Expr, right: object) -> Compare:
    """A comparison of two values of one kind; codes only for equality, and only codes that can occur."""
    other = lift(right, left)
    if left.kind is not other.kind or left.kind in (Kind.TRUTH, Kind.DAYS, Kind.PERIODS):
        raise Fault("not_comparable", left=left, right=other, kinds=f"{left.kind}, {other.kind}")
    if left.kind is Kind.CODE:
        if op not in ("==", "!="):
            raise Fault("code_order", "with_one_of", left=left, op=op, right=other)
        known_codes(left, other)
    return Compare(Kind.TRUTH, (), op, left, other)


def known_codes(value: Expr, asked: Expr) -> None:
    """Raise LawError when a stated code can never be the value's."""
    unknown = [code for code in asked.codes if code not in value.codes] if isinstance(asked, Const) else []
    if unknown and value.codes:
        told = value.name if isinstance(value, Ref) else value
        raise Fault("unknown_code", "known_codes", value=told, codes=", ".join(value.codes), unknown=", ".join(unknown))


def arithmetic(op: str, left: Expr, right: object) -> Arithmetic:
    """Sum or difference of like kinds, or a product with a number."""
    other = lift(right, left if op != "*" else None)
    kinds = {left.kind, other.kind}
    whole = kinds == {Kind.NUMBER} or (kinds == {Kind.MONEY} and op != "*") or kinds == {Kind.NUMBER, Kind.MONEY}
    if not whole or (op != "*" and len(kinds) > 1):
        raise Fault("no_meaning", left=left, op=op, right=other, kinds=f"{left.kind}, {other.kind}")
    return Arithmetic(Kind.MONEY if Kind.MONEY in kinds else Kind.NUMBER, (), op, left, other)


def children(node: Expr) -> Iterator[Expr]:
    """The nodes directly below."""
    for field in dataclasses.fields(node):
        yield from _nodes(getattr(node, field.name))


def _nodes(value: object) -> Iterator[Expr]:
    if isinstance(value, Expr):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _nodes(part)


def walk(node: Expr) -> Iterator[Expr]:
    """The node and all below it, from the top."""
    yield node
    for child in children(node):
        yield from walk(child)


def names(node: Expr) -> tuple[str, ...]:
    """The facts, rules and parameters below a node, each once, in order of appearance."""
    return tuple(dict.fromkeys(part.name for part in walk(node) if isinstance(part, Ref)))


def rewrite(node: Expr, change: Callable[[Expr], Expr]) -> Expr:
    """A copy of the tree in which `change` had its say about every node, from the leaves up."""
    fields: dict[str, Any] = {
        field.name: _rewritten(getattr(node, field.name), change) for field in dataclasses.fields(node)
    }
    return change(dataclasses.replace(node, **fields))


def _rewritten(value: object, change: Callable[[Expr], Expr]) -> object:
    if isinstance(value, Expr):
        return rewrite(value, change)
    if isinstance(value, tuple):
        return tuple(_rewritten(part, change) for part in value)
    return value
