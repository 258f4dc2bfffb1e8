"""Collects the facts of the demo, column by column, and hands out numbers for new subjects."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import polars as pl

from baken.demo.days import Days, recorded
from baken.demo.draw import Ints, stream
from baken.demo.places import office_codes

Coded = tuple[tuple[str, ...], np.ndarray]


class Frames:
    """Facts by label. A frame has a fact type's content columns under their Django names, and `recorded_on`."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self._facts: dict[str, list[pl.DataFrame]] = {}
        self._given: Counter[str] = Counter()
        self._identities: list[pl.DataFrame] = []

    def add(self, label: str, columns: Mapping[str, Any], *, lag: float = 3) -> None:
        """Add facts of one type.

        columns: name → array of n values, one value for all, or `draw.codes(...)`; `occurred_on` (days) is needed,
        `office` is the office's number in `places.offices()` (-1 or left out: none). `recorded_on` may be given
        (a working day, not before `occurred_on`); else it is drawn, `lag` days later on average. `retracted_on`
        where a fact was later taken back.
        """
        n = len(columns["occurred_on"])
        if not n:
            return
        chunks = self._facts.setdefault(label, [])
        columns = dict(columns)
        if "office" in columns:
            columns["office"] = office_codes(), np.broadcast_to(columns["office"], n).astype(np.int16)
        if "recorded_on" not in columns:
            columns["recorded_on"] = recorded(stream(self.seed, label, len(chunks)), columns["occurred_on"], lag)
        chunks.append(pl.DataFrame([_series(name, values, n) for name, values in columns.items()]))

    def identify(self, person: Ints, birth_year: Ints, female: np.ndarray, language: Ints) -> None:
        """Keep what an invented name, birth date and national number must fit."""
        columns = {"person": person, "birth_year": birth_year, "female": female, "language": language}
        self._identities.append(pl.DataFrame(columns))

    def identities(self) -> pl.DataFrame:
        """All people identified so far: person, birth_year, female, language."""
        return pl.concat(self._identities, rechunk=True)

    def labels(self) -> list[str]:
        """The labels of the facts collected, sorted."""
        return sorted(self._facts)

    def chunks(self, label: str) -> Iterator[pl.DataFrame]:
        """The frames added under a label, as they came."""
        yield from self._facts.get(label, [])

    def take(self, label: str) -> pl.DataFrame:
        """All facts of a label in one frame, given up by the collector."""
        return pl.concat(self._facts.pop(label), how="diagonal", rechunk=True)

    def numbers(self, kind: str, count: int) -> Ints:
        """`count` fresh numbers for a kind of subject (dossier, person, contract, course …), consecutive from 1."""
        first = self._given[kind] + 1
        self._given[kind] += count
        return np.arange(first, first + count, dtype=np.int64)

    def given(self, kind: str) -> int:
        """How many numbers of a kind were handed out."""
        return self._given[kind]


def _series(name: str, values: Any, n: int) -> pl.Series:
    """A column of n values in the smallest fitting form."""
    if isinstance(values, tuple):
        names, index = values
        index = np.broadcast_to(index, n)
        physical = pl.Series(name, index.astype(np.uint16)).set(pl.Series(index < 0), None)
        return physical.cast(pl.UInt8 if len(names) <= 255 else pl.UInt16).cat.to(pl.Enum(names))
    if isinstance(values, pl.Series):
        return values.alias(name)
    if values is None or isinstance(values, str | bool | int):
        return pl.Series(name, [values]).new_from_index(0, n)
    return pl.Series(name, values)


def days_of(frame: pl.DataFrame, name: str) -> Days:
    """A column of days as an array (NaT where there is none)."""
    return frame[name].to_numpy().astype("datetime64[D]")
