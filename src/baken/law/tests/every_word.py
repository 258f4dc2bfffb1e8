"""A rule book that means nothing and uses every word, every kind of fact, versions, parameters and lists."""

from collections.abc import Iterator
from typing import Any

from baken.law.book import Book
from baken.law.expression import Const, Expr, Kind
from baken.law.facts import LawFact
from baken.law.parameters import parameter
from baken.law.rules import Chapter, Source
from baken.law.words import (
    all_of,
    any_of,
    by,
    count,
    days_after,
    days_in,
    decide,
    first,
    first_known,
    full_years,
    happened,
    last,
    longest_days_in,
    months_after,
    not_,
    one_of,
    within_days,
    working_day,
    year_of,
)

TEXT = Source("Een wet", "art. 1", ("X-01",))
REFERENCE = "Een wet, art. 2"


def _born_year(day: Any) -> int:
    return day.year


FACTS = (
    LawFact("born", Kind.DAY, "geboortedatum", "date of birth"),
    LawFact("born_year", Kind.NUMBER, "geboortejaar", "year of birth", implied=("born", _born_year)),
    LawFact("colour", Kind.CODE, "kleur", "colour", codes=("red", "green", "blue")),
    LawFact("town", Kind.CODE, "gemeente", "town"),
    LawFact("tall", Kind.TRUTH, "groot van gestalte", "tall"),
    LawFact("loud", Kind.TRUTH, "luid van stem", "loud"),
    LawFact("score", Kind.NUMBER, "score", "score"),
    LawFact("income", Kind.MONEY, "inkomen", "income"),
    LawFact("signed", Kind.DAY, "contract ondertekend", "contract signed", event=True),
    LawFact("started", Kind.DAY, "cursus gestart", "course started", event=True),
    LawFact("tests", Kind.DAYS, "afgelegde testen", "tests taken", event=True),
    LawFact("work", Kind.PERIODS, "tijdvakken van werk", "periods of work", event=True),
)
PARAMETERS = {
    "term": ("months", {"2000-01-01": 3, "2022-03-01": 2, "2025-01-01": 1}),
    "mark": ("percent", {"2010-01-01": 60, "2024-02-29": 70}),
    "price": ("euro", {"2023-09-01": 90, "2026-01-01": 97.5}),
    "shade": ("code", {"2000-01-01": "green", "2023-01-01": "red"}),
    "days": ("days", {"2000-01-01": 60}),
}
one = Chapter("one", "Mensen", "People")
two = Chapter("two", "Geld en termijnen", "Money and terms")


@one.rule("leeftijd", "age", TEXT)
def age(born: Expr, on: Expr) -> Expr:
    return full_years(born, on)


@one.rule("volwassen", "adult", TEXT)
def adult(age: Expr) -> Expr:
    return age >= 18


@one.rule("gezien", "seen", TEXT, confidence="M", note="Niet nagelezen.")
def seen(adult: Expr, tall: Expr, loud: Expr, signed: Expr) -> Expr:
    return all_of(adult, any_of(tall, not_(loud), happened(signed)))


@one.rule("voor of na de start", "before or after the start", TEXT)
def timely(signed: Expr, started: Expr, on: Expr) -> Expr:
    return any_of(by(signed, started), not_(by(started, on)))


@one.rule("warm", "warm", TEXT, since="2015-07-01", by="signed")
def warm(colour: Expr, shade: Expr) -> Expr:
    return any_of(one_of(colour, "red", "blue"), colour == shade)


@warm.since("2022-03-01", TEXT, state="in_force", confidence="L")
def _warm_2022(colour: Expr, town: Expr) -> Expr:
    return all_of(colour != "green", not_(one_of(town, "x")))


@one.rule("soort", "sort", TEXT, since="2010-01-01", by="signed", before="unknown")
def sort(seen: Expr, warm: Expr, colour: Expr, score: Expr, mark: Expr) -> Expr:
    inner = decide((score >= mark, "passed"), otherwise="failed")
    return decide((seen, inner), (all_of(warm, colour == "red"), "loud"), otherwise="none")


@sort.since("2024-02-29", TEXT)
def _sort_2024(tall: Expr, sort_of_test: Expr) -> Expr:
    return decide((tall, "none"), otherwise=sort_of_test)


@one.rule("soort test", "sort of test", TEXT)
def sort_of_test(tests: Expr, on: Expr, born_year: Expr) -> Expr:
    return decide(
        (count(tests) > 2, "passed"), (within_days(tests, on, 30), "failed"), (born_year < 1990, "none"), otherwise="?"
    )


@two.rule("te doen vóór", "to do by", TEXT, by="signed")
def do_by(signed: Expr, started: Expr, term: Expr, days: Expr) -> Expr:
    return decide(
        (happened(signed), working_day(months_after(signed, term))),
        otherwise=days_after(first_known(started, signed), days),
    )


@two.rule("laatste test", "last test", TEXT)
def last_test(tests: Expr, work: Expr) -> Expr:
    return first_known(last(tests), first(work))


@two.rule("eerste test", "first test", TEXT)
def first_test(tests: Expr, work: Expr) -> Expr:
    return first_known(first(tests), last(work))


@two.rule("gewerkte dagen", "days worked", TEXT, by="started")
def worked(work: Expr, started: Expr, do_by: Expr) -> Expr:
    return days_in(work, started, do_by) - 2 * longest_days_in(work, started, do_by) + count(work)


@two.rule("jaar", "year", TEXT)
def year(do_by: Expr) -> Expr:
    return year_of(do_by)


@two.rule("prijs", "price", TEXT, since="2023-09-01", by="signed")
def cost(price: Expr, score: Expr, income: Expr, sort: Expr) -> Expr:
    return decide(
        (income < 12000, 0),
        (sort == "passed", price * 2),
        (score > 3, price + income),
        otherwise=price - 10,
    )


@two.rule("vast", "fixed", TEXT)
def fixed() -> Expr:
    return Const(Kind.TRUTH, (), True)


def book() -> Book:
    """The book; made anew each time, so that a test may change it."""
    return Book(FACTS, (one, two), dict(_parameters()))


def _parameters() -> Iterator[tuple[str, Any]]:
    from datetime import date

    for name, (unit, values) in PARAMETERS.items():
        dated = {date.fromisoformat(day): {"value": value, "reference": REFERENCE} for day, value in values.items()}
        told = {"description": name, "label": f"de {name}", "metadata": {"unit": unit}, "values": dated}
        yield name, parameter(name, told)
