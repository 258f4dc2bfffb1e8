"""Groups the facts into appends, one for each source and working day, and numbers them as the ledger will."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from baken.demo.days import working
from baken.demo.draw import Ints, between, codes, stream
from baken.demo.frames import Frames, coded, days_of
from baken.demo.places import offices
from baken.ledger.facts import fact_types, opening_types, subject_fields

SOURCES = ("kbi", "cbe", "cvo", "agii", "atlas", "in_gent", "hvn_brussel")
"""Who delivers, in the order of the day: the crossroads bank what the National Register tells, then the others."""
WEEKLY = (1, 2)
"""Schools deliver once a week, on Friday."""
MINUTES = ((310, 350), (365, 380), (385, 400), (480, 660), (661, 780), (781, 870), (871, 960))
"""Between which minutes of the day (UTC) each of them records."""
STAFF = (3, 2, 4, 160, 60, 30, 25)
"""How many people record for each."""
Places = NDArray[np.int32]
"""Positions of appends, from 0."""
TAKEN_OVER = "Overname van lopende dossiers"
LONG_AGO = np.datetime64("2000-01-01", "D")
FIRST_FRIDAY = 6
DAYS = 12_000
"""Days since then that the numbering knows."""


class Numbering:
    """Gives every fact its append and its number. The facts are taken out of the frames."""

    def __init__(self, frames: Frames, first: np.datetime64, last: np.datetime64) -> None:
        self.seed, self.first, self.last = frames.seed, first, last
        self._sizes = {kind: frames.given(kind) for kind in opening_types()}
        self._facts = {label: frames.take(label) for label in frames.labels()}
        self._day = self._recording_days()
        told = np.zeros(DAYS * len(SOURCES), bool)
        for facts in self._facts.values():
            for column in ("recorded_on", "retracted_on"):
                told[self._keys(facts, column)] = True
        self._moments = np.flatnonzero(told)
        self._place = (np.cumsum(told) - 1).astype(np.int32)
        self._added = {label: self._place[self._keys(facts, "recorded_on")] for label, facts in self._facts.items()}
        self._after_opening()
        self._retracted = {label: self._retractions(label) for label in self._facts}
        self._leave_out_unused()
        self._count()

    def appends(self) -> pl.DataFrame:
        """id, recorded_at, recorded_by, source, note of every append, in order."""
        rng, n = stream(self.seed, "appends"), len(self._moments)
        source, on = self._moments % len(SOURCES), LONG_AGO + self._moments // len(SOURCES)
        low, high = np.array(MINUTES)[source].T
        moment = on.astype("datetime64[us]") + between(rng, low * 60, high * 60) * np.timedelta64(1, "s")
        staff = tuple(f"{code}-{number:03d}" for code in SOURCES for number in range(1, max(STAFF) + 1))
        person = source * max(STAFF) + np.floor(rng.random(n) * np.array(STAFF)[source]).astype(np.int64)
        taken_over = on == working(np.array([self.first]))[0]
        return pl.DataFrame(
            [
                pl.Series("id", np.arange(1, n + 1)),
                pl.Series("recorded_at", moment).dt.replace_time_zone("UTC"),
                coded("recorded_by", codes(staff, person), n),
                coded("source", codes(SOURCES, source), n),
                coded("note", codes(("", TAKEN_OVER), taken_over), n),
            ]
        )

    def labels(self) -> list[str]:
        """The labels of the facts not yet given up, sorted."""
        return sorted(self._facts)

    def take(self, label: str) -> pl.DataFrame:
        """The facts of one type in the ledger's order, with `ref`, `appended_in` and `retracted_in`; gives them up."""
        facts, added, retracted = self._facts.pop(label), self._added.pop(label), self._retracted.pop(label)
        order = np.argsort(added.astype(np.int64) * 100_000 + _number(facts, "occurred_on"), kind="stable")
        added = added[order]
        counts = np.bincount(added, minlength=len(self._moments))
        rank = np.arange(len(added)) - (np.cumsum(counts) - counts)[added]
        columns = [pl.Series("ref", self._starts[label][added] + rank), pl.Series("appended_in", added + 1)]
        if retracted is None:
            columns.append(pl.Series("retracted_in", [None], pl.Int64).new_from_index(0, len(added)))
        else:
            columns.append(pl.Series("retracted_in", retracted[order] + 1).replace(0, None))
        return facts.drop("recorded_on", "retracted_on", strict=False)[order].with_columns(columns)

    def _keys(self, facts: pl.DataFrame, column: str) -> Ints:
        """Day and source in one number for each fact (for each retracted one)."""
        if column not in facts.columns:
            return np.empty(0, np.int64)
        source, days = _source(facts), days_of(facts, column)
        if facts[column].has_nulls():
            told = ~np.isnat(days)
            source, days = source[told], days[told]
        return self._day[source, (days - LONG_AGO).astype(np.int64)] * len(SOURCES) + source

    def _recording_days(self) -> Ints:
        """[source, day]: the day on which a source tells what it wrote down that day; schools on Friday, or the next
        working day, but never after the last day."""
        days = np.arange(DAYS)
        every = LONG_AGO + days
        friday = np.minimum(working(every + (FIRST_FRIDAY - days) % 7), np.maximum(every, self.last))
        weekly = (friday - LONG_AGO).astype(np.int64)
        return np.array([weekly if source in WEEKLY else days for source in range(len(SOURCES))])

    def _after_opening(self) -> None:
        """Nothing is told of a subject before it is opened: what came earlier waits for that append."""
        openers = {label: kind for kind, label in opening_types().items() if kind != "person" and label in self._facts}
        opened: dict[str, Places] = {}
        # twice, because what opens one subject may speak of another (an appeal of a test)
        for label in [*openers, *openers, *(label for label in self._facts if label not in openers)]:
            facts, added = self._facts[label], self._added[label]
            for field in subject_fields(fact_types()[label]):
                if field.name in facts.columns and field.kind in opened and openers.get(label) != field.kind:
                    np.maximum(added, opened[field.kind][facts[field.name].to_numpy()], out=added)
            if label in openers:
                first = np.full(self._sizes[openers[label]] + 1, len(self._moments), np.int32)
                np.minimum.at(first, facts[openers[label]].to_numpy(), added)
                opened[openers[label]] = first

    def _retractions(self, label: str) -> Places | None:
        """The append in which each fact was retracted, -1 for those that stand; None when all do.

        What would have been told only after it was taken back was never told: it is left out.
        """
        facts, added = self._facts[label], self._added[label]
        if "retracted_on" not in facts.columns:
            return None
        found = np.full(len(facts), -1, np.int32)
        found[facts["retracted_on"].is_not_null().to_numpy()] = self._place[self._keys(facts, "retracted_on")]
        told = (found < 0) | (found > added)
        self._facts[label], self._added[label] = facts.filter(told), added[told]
        return found[told]

    def _leave_out_unused(self) -> None:
        """Number the moments at which something was recorded, from 0."""
        used = np.zeros(len(self._moments), bool)
        for label, added in self._added.items():
            used[added] = True
            if (retracted := self._retracted[label]) is not None:
                used[retracted[retracted >= 0]] = True
        place = np.append(np.cumsum(used) - 1, -1).astype(np.int32)
        self._moments = self._moments[used]
        for label, added in self._added.items():
            self._added[label] = place[added]
            if (retracted := self._retracted[label]) is not None:
                self._retracted[label] = place[retracted]

    def _count(self) -> None:
        """Where the numbers of each type begin in each append: append by append, label by label."""
        n = len(self._moments)
        counts = {label: np.bincount(added, minlength=n) for label, added in sorted(self._added.items())}
        inside = np.cumsum(np.stack(list(counts.values())), axis=0)
        before = 1 + np.cumsum(inside[-1]) - inside[-1]
        self._starts = {label: before + inside[row] - counts[label] for row, label in enumerate(counts)}


def _source(facts: pl.DataFrame) -> Ints:
    """Number in SOURCES: the office's agency; what has no office comes from the crossroads bank."""
    if "office" not in facts.columns:
        return np.zeros(len(facts), np.int64)
    of_office = np.array([SOURCES.index(office.agency) for office in offices()] + [0])
    return of_office[facts["office"].to_physical().fill_null(len(offices())).to_numpy()]


def _number(facts: pl.DataFrame, column: str) -> Ints:
    return (days_of(facts, column) - LONG_AGO).astype(np.int64)
