"""How each declaration chooses among the facts of everybody: the same choices as in `choices`, in Polars.

In: the keys, `day`, `number`, `value` and for periods `end`; out: the keys and `chosen`, null where it is not known.
"""

from functools import singledispatch

import polars as pl

from baken.law.facts import LawFact
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

Keys = list[str]
VALUE = pl.col("value")


@singledispatch
def reduced(feed: Feed, told: pl.LazyFrame, keys: Keys, fact: LawFact) -> pl.LazyFrame:
    """Choose for each of the keys."""
    raise NotImplementedError(type(feed).__name__)


@reduced.register
def _first(feed: First, told: pl.LazyFrame, keys: Keys, fact: LawFact) -> pl.LazyFrame:
    return told.group_by(keys).agg(chosen=VALUE.min())


@reduced.register
def _days(feed: Days, told: pl.LazyFrame, keys: Keys, fact: LawFact) -> pl.LazyFrame:
    return told.group_by(keys).agg(chosen=VALUE.sort())


@reduced.register
def _periods(feed: Periods, told: pl.LazyFrame, keys: Keys, fact: LawFact) -> pl.LazyFrame:
    """Periods that touch or overlap are one: a new one begins beyond where all before it reach."""
    reach = pl.col("end").cum_max().shift(1)
    told = told.sort(*keys, "value").with_columns(begins=(reach < VALUE).over(keys).fill_null(True))
    told = told.with_columns(place=pl.col("begins").cum_sum().over(keys))
    joined = told.group_by(*keys, "place").agg(start=VALUE.min(), end=pl.col("end").max())
    return joined.sort(*keys, "start").group_by(keys, maintain_order=True).agg(chosen=pl.struct("start", "end"))


@reduced.register
def _latest(feed: Latest, told: pl.LazyFrame, keys: Keys, fact: LawFact) -> pl.LazyFrame:
    return told.sort("day", "number").group_by(keys).agg(chosen=VALUE.last())


@reduced.register
def _since(feed: Since, told: pl.LazyFrame, keys: Keys, fact: LawFact) -> pl.LazyFrame:
    """Stretches of one value are numbered; the last one's first day."""
    numbered = told.sort("day", "number").with_columns(stretch=VALUE.rle_id().over(keys))
    last = numbered.filter(pl.col("stretch") == pl.col("stretch").max().over(keys))
    return last.group_by(keys).agg(chosen=pl.col("day").min())


@reduced.register
def _best(feed: Best, told: pl.LazyFrame, keys: Keys, fact: LawFact) -> pl.LazyFrame:
    best = told.group_by(keys).agg(best=VALUE.min(), unknown=VALUE.is_null().any())
    settled = ~pl.col("unknown") | (pl.col("best") == fact.codes[0])
    return best.with_columns(chosen=pl.when(settled).then(pl.col("best")))


@reduced.register
def _highest(feed: Highest, told: pl.LazyFrame, keys: Keys, fact: LawFact) -> pl.LazyFrame:
    return told.group_by(keys).agg(chosen=VALUE.max())


@reduced.register
def _total(feed: Total, told: pl.LazyFrame, keys: Keys, fact: LawFact) -> pl.LazyFrame:
    return told.group_by(keys).agg(chosen=VALUE.sum())


@reduced.register
def _share(feed: Share, told: pl.LazyFrame, keys: Keys, fact: LawFact) -> pl.LazyFrame:
    among = told.filter(VALUE.is_in(feed.among)).group_by(keys)
    return among.agg(chosen=VALUE.is_in(feed.codes).sum().cast(pl.Int64) * 100 // pl.len())


@reduced.register
def _complete(feed: Complete, told: pl.LazyFrame, keys: Keys, fact: LawFact) -> pl.LazyFrame:
    firsts = told.filter(VALUE.is_in(feed.codes)).group_by(*keys, "value").agg(pl.col("day").min())
    all_told = firsts.group_by(keys).agg(pl.len().alias("codes"), chosen=pl.col("day").max())
    return all_told.filter(pl.col("codes") == len(feed.codes))
