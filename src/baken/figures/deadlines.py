"""Everything with a date on it: the terms of a whole caseload on a day, read from a snapshot and judged in Polars.

Terms about a case (an infringement, a fee) are judged for every case, the others once for each person.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from baken.law.book import Book, ReadRule
from baken.law.expression import NEVER, Kind
from baken.law.facts import ON
from baken.law.population import expression, judge, schema
from baken.law.terms import Status, Term
from baken.ledger.situation.everybody import CASE, DOSSIER, situations
from baken.ledger.situation.sources import sources

SLICE = 200_000
"""Rows judged at a time, so that memory does not grow with the caseload."""
CASES = ("infringement", "fee")
"""Kinds of case that have terms of their own."""
STATUS = pl.Enum([status.value for status in Status])
SCHEMA: dict[str, Any] = {
    "dossier": pl.Int64,
    "case_kind": pl.String,
    "case": pl.Int64,
    "term": pl.String,
    "status": STATUS,
    "due": pl.Date,
    "days_left": pl.Int32,
    "done": pl.Date,
    "rule": pl.String,
    "rule_since": pl.Date,
}
"""Columns of the result. case_kind, case: empty for a term of the person; days_left: until the last day, negative when
it is past; rule, rule_since: which version of which rule set the last day."""


def deadlines(
    folder: Path,
    book: Book,
    terms: Iterable[Term],
    on: date,
    *,
    dossiers: Collection[int] | None = None,
    within: int | None = None,
) -> pl.DataFrame:
    """The terms that stand on a day, the most urgent first, in the columns of SCHEMA.

    folder: a snapshot's; dossiers: only of the people whom one of these concerns; within: only what is overdue, or
    runs out within so many days.
    """
    found = [pl.DataFrame(schema=SCHEMA)]
    for kind, group in _grouped(book, terms).items():
        people = _people(folder, book, group, on, kind, dossiers)
        for part in people.iter_slices(SLICE):
            found += _judged(part, book, group, on, kind)
    urgent = pl.concat(found)
    if within is not None:
        soon = (pl.col("status") == Status.RUNNING.value) & (pl.col("due") <= on + timedelta(days=within))
        urgent = urgent.filter((pl.col("status") == Status.OVERDUE.value) | soon)
    return urgent.sort("status", "due", "dossier", "term", "case", nulls_last=True)


def summary(found: pl.DataFrame) -> pl.DataFrame:
    """Per term how many stand in each status: `term`, `rule` and a column per status."""
    counts = [(pl.col("status") == status.value).sum().alias(status.value) for status in Status]
    return found.group_by("term", "rule", maintain_order=True).agg(counts).sort("term")


def _grouped(book: Book, terms: Iterable[Term]) -> dict[str, list[Term]]:
    """The terms of each kind of case, those of the person under an empty kind."""
    grouped: dict[str, list[Term]] = {}
    for term in terms:
        grouped.setdefault(case_of(book, term), []).append(term)
    return grouped


def case_of(book: Book, term: Term) -> str:
    """The kind of case that a term is about; empty for a term of the person."""
    asked = {term.due, term.done} & book.rules.keys()
    about = {*book.asked(asked), term.done}
    kinds = {source.feed.case for name in about for source in sources().get(name, ())}
    return next((kind for kind in CASES if kind in kinds), "")


def _people(
    folder: Path, book: Book, terms: list[Term], on: date, kind: str, dossiers: Collection[int] | None
) -> pl.DataFrame:
    """A row per person or case, with what the terms may ask."""
    names = {name for term in terms for name in (term.applies, term.due, term.done)}
    rules = names & book.rules.keys()
    asked = [name for name in dict.fromkeys([*book.asked(rules), *sorted(names - rules)]) if name != ON]
    people = situations(folder, book.facts, on, names=asked, per=kind, dossiers=dossiers)
    untold = {name: kind for name, kind in schema(book, asked).items() if name not in people.columns}
    return people.with_columns(pl.lit(None, kind).alias(name) for name, kind in untold.items())


def _judged(people: pl.DataFrame, book: Book, terms: list[Term], on: date, kind: str) -> Iterator[pl.DataFrame]:
    """The terms that stand, term by term."""
    names = {name for term in terms for name in (term.applies, term.due, term.done)}
    names |= {book.rules[term.due].rule.versions[0].by for term in terms}
    judged = judge(book, people, names & book.rules.keys(), on).with_columns(pl.lit(on, pl.Date).alias(ON))
    events = [pl.col(name).fill_null(NEVER) for name in names & book.facts.keys() - {ON} if book.facts[name].event]
    whole = judged.with_columns(events).collect()
    yield from (_standing(whole, book, term, on, kind) for term in terms)


def _standing(judged: pl.DataFrame, book: Book, term: Term, on: date, kind: str) -> pl.DataFrame:
    """A row for everybody for whom a term stands, in the columns of SCHEMA."""
    runs = pl.col(term.applies).fill_null(True) & pl.col(term.due).ne_missing(NEVER)
    return judged.filter(runs).select(
        pl.col(DOSSIER).alias("dossier"),
        pl.lit(kind or None, pl.String).alias("case_kind"),
        (pl.col(CASE) if kind else pl.lit(None, pl.Int64)).alias("case"),
        pl.lit(term.name).alias("term"),
        _status(book, term, on).cast(STATUS).alias("status"),
        pl.col(term.due).alias("due"),
        (pl.col(term.due) - pl.lit(on)).dt.total_days().cast(pl.Int32).alias("days_left"),
        _done_on(book, term).alias("done"),
        pl.lit(term.due).alias("rule"),
        _since(book.rules[term.due]).alias("rule_since"),
    )


def _status(book: Book, term: Term, on: date) -> pl.Expr:
    """How a term stands; the same as `law.terms` says for one person."""
    applies, due, done = pl.col(term.applies), pl.col(term.due), pl.col(term.done)
    is_done = done if _kind(book, term.done) is Kind.TRUTH else done <= on
    late = (_done_on(book, term) > due).fill_null(False)
    return (
        pl.when(applies.is_null() | due.is_null() | (done.is_null() & (due < on)))
        .then(pl.lit(Status.OPEN.value))
        .when(is_done & late)
        .then(pl.lit(Status.MET_LATE.value))
        .when(is_done)
        .then(pl.lit(Status.MET.value))
        .when(due < on)
        .then(pl.lit(Status.OVERDUE.value))
        .otherwise(pl.lit(Status.RUNNING.value))
    )


def _done_on(book: Book, term: Term) -> pl.Expr:
    """The day on which a term was met; null where it was not, or where only that is known."""
    if _kind(book, term.done) is Kind.TRUTH:
        return pl.lit(None, pl.Date)
    return pl.when(pl.col(term.done) != NEVER).then(pl.col(term.done))


def _kind(book: Book, name: str) -> Kind:
    return (book.rules.get(name) or book.facts[name]).kind


def _since(rule: ReadRule) -> pl.Expr:
    """The day since which the version holds that is somebody's; null for one from the beginning, or when not known."""
    since = pl.lit(None, pl.Date)
    for text in rule.texts:
        if text.version.since is not None:
            since = (
                pl.when(expression(rule.pick) >= text.version.since).then(pl.lit(text.version.since)).otherwise(since)
            )
    return since
