"""Facts that nobody has recorded yet, drawn for a study: the same person always draws the same.

    synthetic: {quantiles: {0: 0, 50: 19000, 90: 41000, 100: 95000}, unknown: 0.1}
    synthetic: {shares: {low: 0.3, high: 0.7}}

`quantiles` give numbers, money or days, straight between the percentages named; `shares` give codes and truths;
`unknown` is the share of people of whom it is not known.
"""

from collections.abc import Mapping
from datetime import date
from hashlib import blake2b
from typing import Any

import numpy as np
import polars as pl

from baken.law.expression import Kind
from baken.law.facts import LawFact
from baken.law.faults import Fault
from baken.law.population import dtype

MEASURED = (Kind.NUMBER, Kind.MONEY, Kind.DAY)


def check(fact: LawFact) -> None:
    """Raise LawError when a fact's distribution cannot be drawn."""
    if fact.synthetic is not None:
        _read(fact)


def drawn(fact: LawFact, keys: pl.Series) -> pl.Series:
    """The fact of each person, by the person's own key. Raises LawError where the fact says no distribution."""
    if fact.synthetic is None:
        raise Fault("not_there", "draw_it", name=fact.name)
    values, bounds = _read(fact)
    chance = chances(keys, fact.name)
    if fact.kind in MEASURED:
        found = np.rint(np.interp(chance * 100, bounds, values)).astype(np.int32)
        made = pl.Series(fact.name, found).cast(dtype(fact.kind))
    else:
        made = pl.Series(fact.name, [values[place] for place in np.searchsorted(bounds, chance, side="right")])
    unknown = pl.Series(chances(keys, f"{fact.name}, unknown") < float(fact.synthetic.get("unknown", 0)))
    return pl.select(pl.when(unknown).then(None).otherwise(made).alias(fact.name)).to_series().cast(_dtype(fact))


def chances(keys: pl.Series, name: str) -> np.ndarray:
    """A number from 0 to 1 for each key, ever the same for the same key and name; in any order of rows."""
    seed = int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little")
    if keys.dtype.is_integer():
        numbers = keys.to_numpy().astype(np.uint64)
    else:
        told = keys.cast(pl.String).fill_null("").to_list()
        digests = b"".join(blake2b(key.encode(), digest_size=8).digest() for key in told)
        numbers = np.frombuffer(digests, dtype="<u8")
    return (_mixed(numbers ^ np.uint64(seed)) >> np.uint64(11)) * 2.0**-53


def _mixed(numbers: np.ndarray) -> np.ndarray:
    """SplitMix64 (Steele, Lea and Flood 2014): neighbouring keys give unrelated numbers."""
    mixed = numbers + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def _dtype(fact: LawFact) -> Any:
    return dtype(fact.kind, fact.codes)


def _read(fact: LawFact) -> tuple[list[Any], list[float]]:
    """The values that a distribution names, and where each stands: at a percentage, or up to a share of the people."""
    told = fact.synthetic
    if not isinstance(told, Mapping) or set(told) - {"quantiles", "shares", "unknown"}:
        raise Fault("not_synthetic", "synthetic_shape", name=fact.name, given=repr(told))
    unknown = told.get("unknown", 0)
    if not isinstance(unknown, int | float) or not 0 <= unknown <= 1:
        raise Fault("synthetic_unknown", "a_share", name=fact.name, given=repr(unknown))
    if fact.kind in MEASURED:
        return _quantiles(fact, told.get("quantiles"))
    if fact.kind in (Kind.CODE, Kind.TRUTH):
        return _shares(fact, told.get("shares"))
    raise Fault("not_drawn", name=fact.name)


def _quantiles(fact: LawFact, told: Any) -> tuple[list[Any], list[float]]:
    if not isinstance(told, Mapping) or not {0, 100} <= set(told) or not all(map(_is_number, told)):
        raise Fault("quantiles", "quantiles_so", name=fact.name)
    bounds = sorted(told)
    values = [_amount(fact, told[percent]) for percent in bounds]
    if values != sorted(values):
        raise Fault("quantiles_rise", name=fact.name)
    return values, bounds


def _amount(fact: LawFact, told: Any) -> int:
    value = fact.read(told)
    return (value - date(1970, 1, 1)).days if isinstance(value, date) else int(value)


def _shares(fact: LawFact, told: Any) -> tuple[list[Any], list[float]]:
    if not isinstance(told, Mapping) or not told or not all(map(_is_number, told.values())):
        raise Fault("shares", "shares_so", name=fact.name)
    if min(told.values()) < 0 or abs(sum(told.values()) - 1) > 1e-9:
        raise Fault("shares_sum", name=fact.name, sum=sum(told.values()))
    bounds = np.cumsum(list(told.values()))
    return [fact.read(value) for value in told], [*bounds[:-1].tolist()]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
