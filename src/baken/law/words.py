"""The words in which rules are written; with comparisons and + - * they are all there is.

Three-valued: what is not known stays open until it no longer matters (Kleene). An event that has not happened is not
unknown: its day is after every other day.
"""

from baken.law.expression import (
    After,
    AllOf,
    AnyOf,
    Decide,
    Expr,
    FirstKnown,
    FullYears,
    Happened,
    Kind,
    Not,
    OfList,
    OneOf,
    WorkingDay,
    YearOf,
    known_codes,
    lift,
    of_kind,
)
from baken.law.faults import Fault


def all_of(*parts: object) -> Expr:
    """Every part holds."""
    return AllOf(Kind.TRUTH, (), tuple(of_kind(part, Kind.TRUTH, word="all_of") for part in parts))


def any_of(*parts: object) -> Expr:
    """At least one part holds."""
    return AnyOf(Kind.TRUTH, (), tuple(of_kind(part, Kind.TRUTH, word="any_of") for part in parts))


def not_(part: object) -> Expr:
    """The part does not hold."""
    return Not(Kind.TRUTH, (), of_kind(part, Kind.TRUTH, word="not_"))


def one_of(value: Expr, *codes: str) -> Expr:
    """The value is one of these codes."""
    of_kind(value, Kind.CODE, word="one_of")
    for code in codes:
        known_codes(value, lift(code))
    return OneOf(Kind.TRUTH, (), value, tuple(str(code) for code in codes))


def happened(event: Expr) -> Expr:
    """The event has happened."""
    return Happened(Kind.TRUTH, (), of_kind(event, Kind.DAY, word="happened"), None)


def by(event: Expr, day: Expr) -> Expr:
    """The event has happened, on that day at the latest."""
    return Happened(Kind.TRUTH, (), of_kind(event, Kind.DAY, word="by"), of_kind(day, Kind.DAY, word="by"))


def first_known(*events: Expr) -> Expr:
    """The day of the first of these events, in this order, that has happened."""
    return FirstKnown(Kind.DAY, (), tuple(of_kind(event, Kind.DAY, word="first_known") for event in events))


def full_years(start: Expr, end: Expr) -> Expr:
    """Whole years from one day to another: an age."""
    return FullYears(
        Kind.NUMBER, (), of_kind(start, Kind.DAY, word="full_years"), of_kind(end, Kind.DAY, word="full_years")
    )


def year_of(day: Expr) -> Expr:
    """The calendar year of a day."""
    return YearOf(Kind.NUMBER, (), of_kind(day, Kind.DAY, word="year_of"))


def months_after(day: Expr, number: object) -> Expr:
    """The same day so many months later, or that month's last day."""
    return _after(day, number, "months")


def days_after(day: Expr, number: object) -> Expr:
    """So many calendar days later."""
    return _after(day, number, "days")


def _after(day: Expr, number: object, unit: str) -> Expr:
    word = f"{unit}_after"
    return After(Kind.DAY, (), of_kind(day, Kind.DAY, word=word), of_kind(number, Kind.NUMBER, word=word), unit)


def working_day(day: Expr) -> Expr:
    """The day, moved on to the first working day (Monday to Friday, no Belgian public holiday)."""
    return WorkingDay(Kind.DAY, (), of_kind(day, Kind.DAY, word="working_day"))


def count(listed: Expr) -> Expr:
    """How many there are in a list."""
    return OfList(Kind.NUMBER, (), "count", of_kind(listed, Kind.DAYS, Kind.PERIODS, word="count"), ())


def first(listed: Expr) -> Expr:
    """The first day of a list (of periods: the first start), or never."""
    return OfList(Kind.DAY, (), "first", of_kind(listed, Kind.DAYS, Kind.PERIODS, word="first"), ())


def last(listed: Expr) -> Expr:
    """The last day of a list (of periods: the last start), or never."""
    return OfList(Kind.DAY, (), "last", of_kind(listed, Kind.DAYS, Kind.PERIODS, word="last"), ())


def within_days(listed: Expr, day: Expr, number: object) -> Expr:
    """Some day of the list is this day or at most so many days before it."""
    terms = (of_kind(day, Kind.DAY, word="within_days"), of_kind(number, Kind.NUMBER, word="within_days"))
    return OfList(Kind.TRUTH, (), "within_days", of_kind(listed, Kind.DAYS, word="within_days"), terms)


def days_in(listed: Expr, start: Expr, end: Expr) -> Expr:
    """How many days from start until before end the periods cover together."""
    return _covered("days_in", listed, start, end)


def longest_days_in(listed: Expr, start: Expr, end: Expr) -> Expr:
    """How many days from start until before end the longest of the periods covers."""
    return _covered("longest_days_in", listed, start, end)


def _covered(word: str, listed: Expr, start: Expr, end: Expr) -> Expr:
    terms = (of_kind(start, Kind.DAY, word=word), of_kind(end, Kind.DAY, word=word))
    return OfList(Kind.NUMBER, (), word, of_kind(listed, Kind.PERIODS, word=word), terms)


def decide(*clauses: tuple[object, object], otherwise: object) -> Expr:
    """The outcome of the first clause (condition, outcome) that holds, or else `otherwise`.

    A clause that cannot be judged yet leaves the result open, unless it would not matter.
    """
    default = lift(otherwise)
    outcomes = [lift(outcome, default) for _, outcome in clauses]
    money = next((node for node in [*outcomes, default] if node.kind is Kind.MONEY), None)
    outcomes = [lift(outcome, money) for _, outcome in clauses]
    default = lift(otherwise, money)
    kinds = {node.kind for node in [*outcomes, default]}
    if len(kinds) > 1:
        raise Fault("outcome_kinds", kinds=", ".join(sorted(kinds)))
    conditions = [of_kind(condition, Kind.TRUTH, word="decide") for condition, _ in clauses]
    codes = tuple(dict.fromkeys(code for node in [*outcomes, default] for code in node.codes))
    return Decide(default.kind, codes, tuple(zip(conditions, outcomes, strict=True)), default)


WORDS = {
    word.__name__: word
    for word in (
        all_of,
        any_of,
        not_,
        one_of,
        happened,
        by,
        first_known,
        full_years,
        year_of,
        months_after,
        days_after,
        working_day,
        count,
        first,
        last,
        within_days,
        days_in,
        longest_days_in,
        decide,
    )
}
"""All of them by name: what a reform in YAML may use."""
