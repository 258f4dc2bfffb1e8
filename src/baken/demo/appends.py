"""Groups the facts into appends, one for each source and working day, and numbers them as the ledger will."""

import numpy as np
import polars as pl

from baken.demo.days import Days, working
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
TAKEN_OVER = "Overname van lopende dossiers"
LONG_AGO = np.datetime64("1970-01-01", "D")


class Numbering:
    """Gives every fact its append and its number. The facts are taken out of the frames."""

    def __init__(self, frames: Frames, first: np.datetime64, last: np.datetime64) -> None:
        self.seed, self.first, self.last = frames.seed, first, last
        self._sizes = {kind: frames.given(kind) for kind in opening_types()}
        self._facts = {label: frames.take(label) for label in frames.labels()}
        added = {label: self._keys(facts, "recorded_on") for label, facts in self._facts.items()}
        taken_back = {label: self._keys(facts, "retracted_on") for label, facts in self._facts.items()}
        self._moments = np.unique(np.concatenate([*added.values(), *taken_back.values()]))
        self._added = {label: np.searchsorted(self._moments, keys).astype(np.int32) for label, keys in added.items()}
        self._after_opening()
        self._drop_unused(taken_back)
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
        facts, added = self._facts.pop(label), self._added.pop(label)
        retracted = self._retracted.pop(label)
        order = np.argsort(added.astype(np.int64) * 100_000 + _number(facts, "occurred_on"), kind="stable")
        added, retracted = added[order], retracted[order]
        counts = np.bincount(added, minlength=len(self._moments))
        rank = np.arange(len(added)) - (np.cumsum(counts) - counts)[added]
        columns = [
            pl.Series("ref", self._starts[label][added] + rank),
            pl.Series("appended_in", added.astype(np.int64) + 1),
            pl.Series("retracted_in", retracted + 1).set(pl.Series(retracted < 0), None),
        ]
        return facts.drop("recorded_on", "retracted_on", strict=False)[order].with_columns(columns)

    def _keys(self, facts: pl.DataFrame, column: str) -> Ints:
        """Day and source in one number for each fact (for each retracted one)."""
        if column not in facts.columns:
            return np.empty(0, np.int64)
        source, days = _source(facts), days_of(facts, column)
        told = ~np.isnat(days)
        source, days = source[told], days[told]
        friday = np.minimum(working(_friday(days)), np.maximum(days, self.last))
        days = np.where(np.isin(source, WEEKLY), friday, days)
        return (days - LONG_AGO).astype(np.int64) * len(SOURCES) + source

    def _after_opening(self) -> None:
        """Nothing is told of a subject before it is opened: what came earlier waits for that append."""
        openers = {label: kind for kind, label in opening_types().items() if kind != "person"}
        opened: dict[str, np.ndarray] = {}
        for label in sorted(self._facts, key=lambda label: (label not in openers, openers.get(label) != "dossier")):
            facts, added = self._facts[label], self._added[label]
            for field in subject_fields(fact_types()[label]):
                if field.name in facts.columns and field.kind in opened:
                    np.maximum(added, opened[field.kind][facts[field.name].to_numpy()], out=added)
            if label in openers:
                first = np.full(self._sizes[openers[label]] + 1, len(self._moments), np.int32)
                np.minimum.at(first, facts[openers[label]].to_numpy(), added)
                opened[openers[label]] = first

    def _drop_unused(self, taken_back: dict[str, Ints]) -> None:
        """Leave out facts that were never told before they were taken back, and then moments without an append."""
        self._retracted: dict[str, Ints] = {}
        used = np.zeros(len(self._moments), bool)
        for label, facts in self._facts.items():
            retracted = np.full(len(facts), -1)
            if len(taken_back[label]):
                wrong = facts["retracted_on"].is_not_null().to_numpy()
                retracted[wrong] = np.searchsorted(self._moments, taken_back[label])
                told = (retracted < 0) | (retracted > self._added[label])
                self._facts[label] = facts.filter(told)
                self._added[label], retracted = self._added[label][told], retracted[told]
            self._retracted[label] = retracted
            used[self._added[label]] = used[retracted[retracted >= 0]] = True
        place = (np.cumsum(used) - 1).astype(np.int32)
        self._moments = self._moments[used]
        for label in self._facts:
            self._added[label] = place[self._added[label]]
            self._retracted[label] = np.where(self._retracted[label] < 0, -1, place[self._retracted[label]])

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


def _friday(days: Days) -> Days:
    """The Friday of each day's week, or of the next."""
    weekday = ((days - LONG_AGO).astype(np.int64) + 3) % 7
    return days + (4 - weekday) % 7
