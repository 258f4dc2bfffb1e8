"""Which fact types answer each law fact, gathered from all rooms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from baken.foundation.codelists import codelist
from baken.law.facts import ON, LawFact
from baken.ledger.facts import DossierFact, Fact, content_fields, fact_type, fact_types, opening_types
from baken.ledger.situation.feeds import Feed, OfColumn, Periods


@dataclass(frozen=True, slots=True)
class Source:
    """One fact type that feeds one law fact."""

    label: str
    feed: Feed

    @property
    def model(self) -> type[Fact]:
        """The fact type."""
        return fact_type(self.label)


@cache
def sources() -> dict[str, tuple[Source, ...]]:
    """The sources of every law fact that is fed."""
    found: dict[str, list[Source]] = {}
    for label, model in fact_types().items():
        for feed in model.feeds:
            found.setdefault(feed.name, []).append(Source(label, feed))
    return {name: tuple(told) for name, told in found.items()}


def faults(facts: dict[str, LawFact]) -> Iterator[str]:
    """What is wrong with the declarations of all rooms, given the law facts of a book, in sentences."""
    for name, told in sources().items():
        if name not in facts or name == ON:
            yield f"{told[0].label} feeds {name}, which is no law fact."
            continue
        if len({(type(source.feed), source.feed.case, source.feed.timeless) for source in told}) > 1:
            yield f"{name} is fed in different ways by {', '.join(source.label for source in told)}."
        for source in told:
            yield from (f"{source.label}: {name} {fault}." for fault in _faults(source, facts[name]))


def _faults(source: Source, fact: LawFact) -> Iterator[str]:
    feed = source.feed
    columns = {field.attname: field for field in content_fields(source.model)} | {"id": None}
    if not issubclass(source.model, DossierFact):
        yield "is fed by facts that are of no dossier"
    if fact.kind not in feed.kinds:
        yield f"is of kind {fact.kind}, which {type(feed).__name__} does not give"
    yield from (f"reads a column {column} that is not there" for column in feed.columns if column not in columns)
    if feed.case and feed.case not in opening_types():
        yield f"is of a case {feed.case} that no fact opens"
    if isinstance(feed, Periods) and feed.closed_by and feed.closed_by not in fact_types():
        yield f"is closed by {feed.closed_by}, which is no fact type"
    yield from _unknown_codes(feed, fact, columns.get(feed.column))


def _unknown_codes(feed: Feed, fact: LawFact, column: Any) -> Iterator[str]:
    """Codes that the law fact does not have, or that the column's code list does not have."""
    if not isinstance(feed, OfColumn) or not hasattr(column, "codelist"):
        return
    listed = codelist(column.codelist).codes()
    table = feed.table(date(2026, 1, 1))
    if fact.codes:
        yield from (f"is told as {code}" for code in (table.values() if table else listed) if code not in fact.codes)
    asked = [*(table or ()), *getattr(feed, "codes", ()), *getattr(feed, "among", ())]
    yield from (f"reads {code}, which {column.codelist} lacks" for code in asked if code not in listed)
