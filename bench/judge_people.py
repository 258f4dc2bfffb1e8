"""Judge random people. Arguments: all or half, NUMBER. Prints {cpu, wall, rules}; drawing does not count."""

import json
import sys
import time
from datetime import date

import numpy as np
import polars as pl
import pyarrow as pa

from baken.law.content import the_book
from baken.law.expression import Kind
from baken.law.facts import ON, LawFact
from baken.law.population import dtype, judge

TODAY = date(2026, 10, 31)
DAYS = 5500
"""Events lie in the fifteen years before today."""
ABSENT = 0.33


def people(number: int, seed: int = 1) -> pl.DataFrame:
    """A column per fact of the book."""
    rng = np.random.default_rng(seed)
    facts = [fact for name, fact in the_book().facts.items() if name != ON]
    return pl.DataFrame([_column(rng, fact, number) for fact in facts])


def _column(rng: np.random.Generator, fact: LawFact, number: int) -> pl.Series:
    kind = dtype(fact.kind, fact.codes)
    if fact.kind in (Kind.DAYS, Kind.PERIODS):
        return _listed(rng, fact, number)
    values = _values(rng, fact, number)
    drawn = pl.Series(np.array(fact.codes)[values]) if fact.codes else pl.Series(values)
    known = pl.Series(rng.random(number) > ABSENT)
    return pl.select(pl.when(known).then(drawn.cast(kind)).alias(fact.name)).to_series()


def _values(rng: np.random.Generator, fact: LawFact, number: int) -> np.ndarray:
    if fact.kind is Kind.TRUTH:
        return rng.random(number) < 0.5
    if fact.kind is Kind.DAY:
        first = 0 if fact.name == "birth_date" else _today() - DAYS
        return rng.integers(first, _today(), number, dtype=np.int32)
    if fact.kind is Kind.CODE:
        return rng.integers(0, len(fact.codes), number)
    return (
        rng.integers(1960, 2012, number, dtype=np.int32)
        if "year" in fact.name
        else rng.integers(0, 100, number, dtype=np.int32)
    )


def _listed(rng: np.random.Generator, fact: LawFact, number: int) -> pl.Series:
    """Up to two days, or periods of at most two years, each."""
    counts = np.where(rng.random(number) > ABSENT, rng.integers(0, 3, number), 0)
    offsets = pa.array(np.concatenate(([0], np.cumsum(counts))), pa.int32())
    starts = rng.integers(_today() - DAYS, _today(), int(counts.sum()), dtype=np.int32)
    days = pa.array(starts).cast(pa.date32())
    if fact.kind is Kind.PERIODS:
        ends = pa.array(starts + rng.integers(1, 730, len(starts), dtype=np.int32)).cast(pa.date32())
        days = pa.StructArray.from_arrays([days, ends], names=["start", "end"])
    return pl.Series(fact.name, pl.from_arrow(pa.ListArray.from_arrays(offsets, days))).cast(dtype(fact.kind))


def _today() -> int:
    return int(np.datetime64(TODAY).astype("datetime64[D]").astype(np.int64))


def main(what: str, number: int) -> None:
    """Judge and say what it took."""
    book, drawn = the_book(), people(number)
    rules = list(book.rules)
    rules = rules[: len(rules) // 2] if what == "half" else rules
    cpu, wall = time.process_time(), time.perf_counter()
    judge(book, drawn, rules, TODAY).select(rules).collect()
    print(json.dumps({"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall, "rules": len(rules)}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
