"""The reading for a population: the same rules as Polars expressions over a frame with a row per person."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, reduce
from typing import Any

import polars as pl

from baken.law import calendar
from baken.law.book import Book, without_dates
from baken.law.expression import (
    NEVER,
    After,
    AllOf,
    AnyOf,
    Arithmetic,
    Compare,
    Const,
    Decide,
    Expr,
    FirstKnown,
    FullYears,
    Happened,
    Kind,
    Not,
    OfList,
    OneOf,
    Ref,
    Value,
    WorkingDay,
    YearOf,
)
from baken.law.facts import ON

DAYS = pl.List(pl.Date)
PERIODS = pl.List(pl.Struct({"start": pl.Date, "end": pl.Date}))
_DTYPES: dict[Kind, Any] = {
    Kind.TRUTH: pl.Boolean,
    Kind.DAY: pl.Date,
    Kind.NUMBER: pl.Int32,
    Kind.MONEY: pl.Int32,
    Kind.CODE: pl.String,
    Kind.DAYS: DAYS,
    Kind.PERIODS: PERIODS,
}


def dtype(kind: Kind, codes: tuple[str, ...] = ()) -> Any:
    """The type of a column: days as dates, money in whole cents, codes as an enumeration where all are known."""
    return pl.Enum(codes) if kind is Kind.CODE and codes else _DTYPES[kind]


def schema(book: Book, facts: Iterable[str]) -> dict[str, Any]:
    """The columns of a frame with these facts."""
    return {name: dtype(book.facts[name].kind, book.facts[name].codes) for name in facts}


def judge(book: Book, frame: pl.DataFrame | pl.LazyFrame, asked: Iterable[str], on: date) -> pl.LazyFrame:
    """The frame with a column per asked rule; null is not known.

    frame: a row per person, a column per fact in the types of `schema`; a fact without a column, or null in an event's
    column, is absent. Raises LawError for a rule that is not there.
    """
    wanted = list(asked)
    have = frame.collect_schema() if isinstance(frame, pl.LazyFrame) else frame.schema
    needed = book.needed(wanted)
    facts = [name for name in book.asked(wanted) if name != ON]
    out = frame.lazy().with_columns(*(_fact(book, name, name in have) for name in facts), pl.lit(on, pl.Date).alias(ON))
    for level in _levels(book, needed):
        out = out.with_columns(
            expression(book.rules[name].whole).cast(dtype(book.rules[name].kind, book.rules[name].codes)).alias(name)
            for name in level
        )
    hidden = [name for name in [*needed, *facts, ON] if name not in wanted and name not in have]
    return out.drop(hidden)


def _fact(book: Book, name: str, there: bool) -> pl.Expr:
    """The column with absence filled in; what a fact implies is filled in by who makes the frame."""
    fact = book.facts[name]
    kind = dtype(fact.kind, fact.codes)
    if not there:
        return pl.lit([] if fact.absent == () else fact.absent, kind).alias(name)
    column = pl.col(name).cast(kind)
    return column.fill_null(pl.lit([] if fact.absent == () else fact.absent, kind)) if fact.event else column


def _levels(book: Book, needed: list[str]) -> list[list[str]]:
    """Rules that can be judged side by side, level by level."""
    from baken.law.expression import names

    depth: dict[str, int] = {}
    levels: list[list[str]] = []
    for name in needed:
        rule = book.rules[name]
        below = [depth[other] for other in (*names(rule.whole), *names(rule.pick)) if other in depth]
        depth[name] = max(below, default=-1) + 1
        levels += [[]] if depth[name] == len(levels) else []
        levels[depth[name]].append(name)
    return levels


def expression(node: Expr) -> pl.Expr:
    """A tree as a Polars expression over columns with the names of facts and rules."""
    return _compile(without_dates(node))


def _compile(node: Expr) -> pl.Expr:
    return _MAKERS[type(node)](node)


def _literal(value: Value, kind: Kind) -> pl.Expr:
    return pl.lit(value, dtype=_DTYPES[kind])


def _compare(node: Compare) -> pl.Expr:
    left, right = _compile(node.left), _compile(node.right)
    if node.left.kind is Kind.CODE and not isinstance(node.right, Const):
        left, right = left.cast(pl.String), right.cast(pl.String)
    return _OPERATIONS[node.op](left, right)


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


def _happened(node: Happened) -> pl.Expr:
    event = _compile(node.event)
    if node.by is None:
        return event != pl.lit(NEVER, pl.Date)
    return (event != pl.lit(NEVER, pl.Date)) & (event <= _compile(node.by))


def _first_known(node: FirstKnown) -> pl.Expr:
    """Not known where an earlier event is not known."""
    days = [_compile(part) for part in node.parts]
    found = pl.lit(NEVER, pl.Date)
    for day in reversed(days):
        found = pl.when(day == pl.lit(NEVER, pl.Date)).then(found).otherwise(day)
    return found


def _full_years(node: FullYears) -> pl.Expr:
    start, end = _compile(node.start), _compile(node.end)
    in_year = [day.dt.month().cast(pl.Int32) * 100 + day.dt.day() for day in (start, end)]
    return end.dt.year() - start.dt.year() - (in_year[1] < in_year[0]).cast(pl.Int32)


def _after(node: After) -> pl.Expr:
    day, number = _compile(node.day), _compile(node.number)
    if node.unit == "days":
        later = (day.cast(pl.Int32) + number).cast(pl.Date)
    elif isinstance(node.number, Const):
        later = day.dt.offset_by(f"{node.number.value}mo")
    else:
        later = day.dt.offset_by(pl.format("{}mo", number))
    return pl.when(day == pl.lit(NEVER, pl.Date)).then(day).otherwise(later)


def _working_day(node: WorkingDay) -> pl.Expr:
    """Looked up in a table: Polars' own business days search the holidays anew for every row."""
    day = _compile(node.day)
    moved = pl.lit(_working_days()).gather(
        day.cast(pl.Int32) - calendar.FIRST_DAY.toordinal() + _EPOCH, null_on_oob=True
    )
    return pl.when(day == pl.lit(NEVER, pl.Date)).then(day).otherwise(moved)


_EPOCH = date(1970, 1, 1).toordinal()


@cache
def _working_days() -> pl.Series:
    days = range(calendar.FIRST_DAY.toordinal(), calendar.LAST_DAY.toordinal() + 1)
    return pl.Series([calendar.working_day(date.fromordinal(day)) for day in days], dtype=pl.Date)


def _decide(node: Decide) -> pl.Expr:
    """The clause taken where those not known are passed over; open where one of these would give something else."""
    kind = dtype(node.kind, node.codes)
    conditions = [_compile(condition) for condition, _ in node.clauses]
    outcomes = [_compile(outcome).cast(kind) for _, outcome in node.clauses]
    last = _compile(node.otherwise).cast(kind)
    if not conditions:
        return last
    taken: Any = pl
    for condition, outcome in zip(conditions, outcomes, strict=True):
        taken = taken.when(condition).then(outcome)
    taken = taken.otherwise(last)
    checked: Any = pl
    for condition, outcome in zip(conditions, outcomes, strict=True):
        other = outcome.ne_missing(taken)
        checked = checked.when(condition.is_null() & other).then(pl.lit(None, kind)).when(condition).then(taken)
    return checked.otherwise(taken)


def _of_list(node: OfList) -> pl.Expr:
    listed = _compile(node.listed)
    if node.listed.kind is Kind.PERIODS and node.word in ("first", "last"):
        listed = listed.list.eval(pl.element().struct.field("start"))
    if node.word == "count":
        return listed.list.len().cast(pl.Int32)
    if node.word in ("first", "last"):
        found = listed.list.first() if node.word == "first" else listed.list.last()
        return pl.when(listed.list.len() == 0).then(pl.lit(NEVER, pl.Date)).otherwise(found)
    terms = [_compile(term).cast(pl.Int32) for term in node.terms]
    empty = reduce(lambda a, b: a | b, (term.is_null() for term in terms))
    return pl.when(empty | listed.is_null()).then(None).otherwise(_LISTS[node.word](listed, *terms))


def _within_days(listed: pl.Expr, day: pl.Expr, number: pl.Expr) -> pl.Expr:
    ago = day - listed.cast(pl.List(pl.Int32))
    left = number - ago
    both = ago.list.eval(pl.element() >= 0).cast(pl.List(pl.Int32)) * left.list.eval(pl.element() >= 0).cast(
        pl.List(pl.Int32)
    )
    return both.list.max().fill_null(0) > 0


def _overlap(listed: pl.Expr, start: pl.Expr, end: pl.Expr) -> pl.Expr:
    """Days of each period within the window; min(a, b) is b less what b has over a."""
    starts = listed.list.eval(pl.element().struct.field("start").cast(pl.Int32))
    ends = listed.list.eval(pl.element().struct.field("end").cast(pl.Int32))
    late = (starts - start).list.eval(pl.element().clip(lower_bound=0)) + start
    early = end - (end - ends).list.eval(pl.element().clip(lower_bound=0))
    return (early - late).list.eval(pl.element().clip(lower_bound=0))


_LISTS: dict[str, Callable[..., pl.Expr]] = {
    "within_days": _within_days,
    "days_in": lambda listed, start, end: _overlap(listed, start, end).list.sum().fill_null(0).cast(pl.Int32),
    "longest_days_in": lambda listed, start, end: _overlap(listed, start, end).list.max().fill_null(0).cast(pl.Int32),
}
_MAKERS: dict[type[Expr], Callable[[Any], pl.Expr]] = {
    Ref: lambda node: pl.col(node.name),
    Const: lambda node: _literal(node.value, node.kind),
    Compare: _compare,
    Arithmetic: lambda node: _OPERATIONS[node.op](_compile(node.left), _compile(node.right)),
    AllOf: lambda node: pl.all_horizontal(*map(_compile, node.parts)),
    AnyOf: lambda node: pl.any_horizontal(*map(_compile, node.parts)),
    Not: lambda node: ~_compile(node.part),
    OneOf: lambda node: _compile(node.value).is_in(node.choices),
    Happened: _happened,
    FirstKnown: _first_known,
    FullYears: _full_years,
    After: _after,
    WorkingDay: _working_day,
    YearOf: lambda node: _compile(node.day).dt.year(),
    OfList: _of_list,
    Decide: _decide,
}
