"""Collects the facts of the demo, column by column, and hands out numbers for new subjects."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
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

    def change(self, label: str, how: Callable[[pl.DataFrame], pl.DataFrame]) -> None:
        """Put `how(frame)` in the place of each frame added under a label."""
        changed = [how(frame) for frame in self._facts.pop(label, [])]
        if kept := [frame for frame in changed if len(frame)]:
            self._facts[label] = kept

    def join(self) -> None:
        """Put the facts of each label into one frame."""
        for label, frames in self._facts.items():
            self._facts[label] = [pl.concat(_with_the_same_codes(frames), how="diagonal", rechunk=True)]

    def take(self, label: str) -> pl.DataFrame:
        """The facts of a label, joined before, given up by the collector."""
        (facts,) = self._facts.pop(label)
        return facts

    def numbers(self, kind: str, count: int) -> Ints:
        """`count` fresh numbers for a kind of subject (dossier, person, contract, course …), consecutive from 1."""
        first = self._given[kind] + 1
        self._given[kind] += count
        return np.arange(first, first + count, dtype=np.int64)

    def given(self, kind: str) -> int:
        """How many numbers of a kind were handed out."""
        return self._given[kind]


def coded(name: str, column: Coded, n: int) -> pl.Series:
    """A column of n codes from `draw.codes`, in the smallest form."""
    names, index = column
    index = np.broadcast_to(index, n)
    physical = pl.Series(name, index.astype(np.uint16)).set(pl.Series(index < 0), None)
    return physical.cast(pl.UInt8 if len(names) <= 255 else pl.UInt16).cat.to(pl.Enum(names))


def _series(name: str, values: Any, n: int) -> pl.Series:
    """A column of n values in the smallest fitting form."""
    if isinstance(values, str):
        values = (values,), np.zeros(1, np.int16)
    if isinstance(values, tuple):
        return coded(name, values, n)
    if values is None or isinstance(values, bool | int):
        return pl.Series(name, [values]).new_from_index(0, n)
    if isinstance(values, np.ndarray) and values.dtype == np.int64:
        values = values.astype(np.int32)
    return pl.Series(name, values)


def _with_the_same_codes(frames: list[pl.DataFrame]) -> list[pl.DataFrame]:
    """Columns of codes that were added with different lists, over one list of all of them."""
    lists: dict[str, dict[pl.Enum, None]] = {}
    for frame in frames:
        for name, dtype in frame.schema.items():
            if isinstance(dtype, pl.Enum):
                lists.setdefault(name, {})[dtype] = None
    for name in (name for name, found in lists.items() if len(found) > 1):
        union = pl.Enum(list(dict.fromkeys(code for dtype in lists[name] for code in dtype.categories)))
        column = pl.col(name).cast(pl.String).cast(union)
        frames = [frame.with_columns(column) if name in frame.columns else frame for frame in frames]
    return frames


def days_of(frame: pl.DataFrame, name: str) -> Days:
    """A column of days as an array (NaT where there is none)."""
    return frame[name].to_numpy().astype("datetime64[D]")
