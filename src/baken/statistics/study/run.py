"""One study: a reform, the two laws, the people, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from baken.law.book import Book
from baken.law.content.gains import GAINS
from baken.law.gains import Gain
from baken.law.population import judge
from baken.law.reforms import AMONG, Reform
from baken.law.side_by_side import outcomes
from baken.law.study import Dimension, Study, Tally, compared, missing, tallied, unsettled
from baken.statistics.study.groups import grouped
from baken.statistics.study.population import Population, prepared


@dataclass(frozen=True, slots=True)
class Run:
    """before, after: the law as it is and as proposed; asked: the outcomes, those to report first in front.

    missing: of how many of whom the first outcome is open each fact is not known; counting: the law as it is, with for
    whom the study counts; aside: of how many that is not known.
    """

    reform: Reform
    before: Book
    after: Book
    on: date
    people: Population
    dimensions: tuple[Dimension, ...]
    asked: tuple[str, ...]
    gains: Mapping[str, Gain]
    study: Study
    missing: Mapping[str, int]
    counting: Book
    aside: int

    def tally(self, rule: str) -> Tally:
        """An outcome for everybody."""
        return self.study.whole(rule)

    @property
    def main(self) -> str:
        """The outcome that says most: the first that the reform names, else that which changes for most."""
        return self.asked[0]

    @property
    def touched(self) -> tuple[str, ...]:
        """The outcomes in which something changes, or may."""
        return tuple(rule for rule in self.asked if self.tally(rule).at_most or rule not in self.before.rules)

    @property
    def of_cases(self) -> bool:
        """Whether a row is a case and not a person."""
        return bool(self.reform.per or self.reform.suppose)


def run(reform: Reform, book: Book, people: Population, on: date) -> Run:
    """Study a reform over a population. Raises LawError where the two laws or the people do not fit."""
    after, counting = reform.over(book), reform.counting(book)
    ready = prepared(people, reform, book, after)
    kept, aside = _among(ready.rows, counting, on)
    rows, dimensions = grouped(kept, after, on)
    found = outcomes(book, after)
    gains = {**GAINS, **reform.gains}
    both = compared(book, after, rows, on, [each.name for each in dimensions if each.name in book.rules])
    made = tallied(both, book, after, found, dimensions, gains)
    asked = _ordered(reform, made, found, gains)
    return Run(
        reform,
        book,
        after,
        on,
        ready,
        tuple(dimensions),
        asked,
        gains,
        made,
        missing(unsettled(both, asked[0]), after, asked[:1]),
        counting,
        aside,
    )


def _among(rows: pl.DataFrame, counting: Book, on: date) -> tuple[pl.DataFrame, int]:
    """The rows for which the study counts, and of how many that is not known."""
    if AMONG not in counting.rules:
        return rows, 0
    flags = judge(counting, rows, [AMONG], on).select(AMONG).collect()[AMONG]
    return rows.filter(flags.fill_null(value=False)), flags.null_count()


def _ordered(reform: Reform, made: Study, found: list[str], gains: Mapping[str, Gain]) -> tuple[str, ...]:
    """Those named by the reform, then by how many change, those with a gain or a loss before mere changes."""
    first = [name for name in reform.outcomes if name in found]
    rest = [name for name in found if name not in first]
    rest.sort(key=lambda name: (name not in gains, -made.whole(name).changed, -made.whole(name).at_most))
    return (*first, *rest)
