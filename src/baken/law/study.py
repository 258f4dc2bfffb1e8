"""What a reform would change: the law as it is and as proposed over a population, tallied by groups of people.

For each outcome everybody is in one class: gain, loss or other change, the same, or open (not known before, after, or
both). Those of whom it is open may still turn out to change, unless nothing on which the outcome rests can differ for
them; so every count of changes has a least and a most.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from baken.law.book import Book
from baken.law.expression import NEVER, Kind, names
from baken.law.facts import ON
from baken.law.gains import MORE, Gain
from baken.law.population import dtype, judge
from baken.law.side_by_side import AFTER, affected, possible, says_otherwise, side_by_side

GAIN, LOSS, OTHER, SAME, OPEN_SAME, OPEN_BEFORE, OPEN_AFTER, OPEN = CLASSES = (
    *("gain", "loss", "other", "same", "open_same"),
    *("open_before", "open_after", "open"),
)
"""OPEN_SAME: not known, but certainly unchanged."""
CHANGED = (GAIN, LOSS, OTHER)
UNSETTLED = (OPEN_BEFORE, OPEN_AFTER, OPEN)
ALL = "all"
"""The group of everybody."""
MAY = "__may"
"""A column that says whether an outcome may differ."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """By what people are grouped: a column of the frame, its codes in order, and their names as (Dutch, English)."""

    name: str
    nl: str
    en: str
    codes: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Tally:
    """One outcome for one group. counts: people by class; before, after: sums of what is known, in cents or units.

    low, high: the least and the most that the difference can be when all is known; None where nothing bounds it.
    """

    rule: str
    dimension: str
    group: str
    people: int
    counts: Mapping[str, int]
    before: int | None = None
    after: int | None = None
    low: int | None = None
    high: int | None = None

    @property
    def changed(self) -> int:
        """Those of whom it is certain that something changes."""
        return sum(self.counts[name] for name in CHANGED)

    @property
    def unsettled(self) -> int:
        """Those of whom it is open, before or after."""
        return sum(self.counts[name] for name in UNSETTLED)

    @property
    def at_most(self) -> int:
        """Those of whom it is certain or possible that something changes."""
        return self.changed + self.unsettled


@dataclass(frozen=True, slots=True)
class Move:
    """How many go from one outcome to another; None: not known. Of a day or an amount: whether there is one."""

    rule: str
    before: str | None
    after: str | None
    people: int


@dataclass(frozen=True, slots=True)
class Study:
    """All tallies of a reform, and for outcomes with few values how many went from which to which."""

    people: int
    tallies: tuple[Tally, ...]
    moves: tuple[Move, ...]

    def of(self, rule: str, dimension: str = ALL) -> list[Tally]:
        """One outcome's tallies by a dimension."""
        return [tally for tally in self.tallies if tally.rule == rule and tally.dimension == dimension]

    def whole(self, rule: str) -> Tally:
        """One outcome for everybody."""
        return self.of(rule)[0]


def compared(before: Book, after: Book, frame: pl.DataFrame, on: date, also: Sequence[str] = ()) -> pl.DataFrame:
    """The frame with three columns for every affected rule: as it is, with AFTER as proposed, with MAY whether they may
    differ; null is not known.

    A rule that only the reform has is null before. also: rules asked only as they are. Raises LawError.
    """
    asked = affected(before, after)
    wanted = [name for name in asked if name in before.rules] + [name + AFTER for name in asked]
    out = judge(side_by_side(before, after), frame, [*dict.fromkeys([*wanted, *also])], on).collect()
    out = out.with_columns(pl.lit(None, _dtype(after, name)).alias(name) for name in asked if name not in before.rules)
    for name in asked:
        out = out.with_columns(_may_differ(before, after, name, asked).alias(name + MAY))
    return out


def _may_differ(before: Book, after: Book, name: str, asked: Sequence[str]) -> pl.Expr:
    """False where both are known and the same, and where nothing affected on which the rule rests may differ."""
    rule = after.rules[name]
    settled = _equal(pl.col(name), pl.col(name + AFTER), rule.kind).fill_null(value=False)
    if says_otherwise(before, after, name):
        return ~settled
    below = {other for other in (*names(rule.whole), *names(rule.pick)) if other in asked}
    return ~settled & pl.any_horizontal(pl.col(other + MAY) for other in sorted(below))


def _equal(old: pl.Expr, now: pl.Expr, kind: Kind) -> pl.Expr:
    return old.cast(pl.String) == now.cast(pl.String) if kind is Kind.CODE else old == now


def _dtype(book: Book, rule: str) -> Any:
    return dtype(book.rules[rule].kind, book.rules[rule].codes)


def study(
    before: Book,
    after: Book,
    frame: pl.DataFrame,
    asked: Sequence[str],
    on: date,
    dimensions: Sequence[Dimension],
    gains: Mapping[str, Gain],
) -> Study:
    """Tally what changes for whom. frame: facts, and a column per dimension that is no rule. Raises LawError."""
    also = [dimension.name for dimension in dimensions if dimension.name in before.rules]
    return tallied(compared(before, after, frame, on, also), before, after, asked, dimensions, gains)


def tallied(
    both: pl.DataFrame,
    before: Book,
    after: Book,
    asked: Sequence[str],
    dimensions: Sequence[Dimension],
    gains: Mapping[str, Gain],
) -> Study:
    """Tally what `compared` found."""
    keyed = both.with_columns(_key(dimensions).alias("key"))
    tallies: list[Tally] = []
    moves: list[Move] = []
    for rule in asked:
        cube = _cube(keyed, after, rule, gains.get(rule), new=rule not in before.rules)
        ranges = [possible(book, rule) if rule in book.rules else None for book in (before, after)]
        tallies += _tallies(cube, after, rule, dimensions, ranges)
        moves += _moves(both, after, rule)
    return Study(len(both), tuple(tallies), tuple(moves))


def unsettled(both: pl.DataFrame, rule: str) -> pl.DataFrame:
    """The rows of `compared` for which an outcome is open and may change."""
    return both.filter(pl.col(rule + MAY) & (pl.col(rule).is_null() | pl.col(rule + AFTER).is_null()))


def _key(dimensions: Sequence[Dimension]) -> pl.Expr:
    """One number for the groups that somebody is in; the place 0 of a dimension is: not known."""
    key = pl.lit(0, pl.UInt32)
    for dimension in dimensions:
        codes = list(dimension.codes)
        place = (
            pl.col(dimension.name)
            .cast(pl.String)
            .replace_strict(codes, list(range(1, len(codes) + 1)), default=0, return_dtype=pl.UInt32)
        )
        key = key * (len(codes) + 1) + place
    return key


def _groups(dimensions: Sequence[Dimension]) -> list[pl.Expr]:
    """The groups back from the number."""
    found, rest = [], pl.col("key")
    for dimension in reversed(dimensions):
        size = len(dimension.codes) + 1
        found.append((rest % size).alias(dimension.name))
        rest = rest // size
    return found


def _cube(keyed: pl.DataFrame, book: Book, rule: str, gain: Gain | None, new: bool) -> pl.DataFrame:
    """(key, class, people, before, after) of an outcome."""
    kind = book.rules[rule].kind
    old, now = pl.col(rule), pl.col(rule + AFTER)
    summed = kind in (Kind.MONEY, Kind.NUMBER)
    sums = [
        (each.fill_null(0) if summed else pl.lit(0)).cast(pl.Int64).alias(name)
        for name, each in (("before", old), ("after", now))
    ]
    classed = keyed.lazy().select("key", _class(old, now, pl.col(rule + MAY), kind, gain, new).alias("class"), *sums)
    return classed.group_by("key", "class").agg(pl.len().alias("people"), pl.sum("before", "after")).collect()


def _class(old: pl.Expr, now: pl.Expr, may: pl.Expr, kind: Kind, gain: Gain | None, new: bool) -> pl.Expr:
    """The class of each person, as its place in CLASSES."""
    place = {name: pl.lit(number, pl.UInt8) for number, name in enumerate(CLASSES)}
    if new:
        return pl.when(now.is_null()).then(place[OPEN]).otherwise(place[OTHER])
    if kind is Kind.CODE:
        old, now = old.cast(pl.String), now.cast(pl.String)
    better, worse = _better(old, now, kind, gain)
    classed: Any = pl.when(~may & (old.is_null() | now.is_null())).then(place[OPEN_SAME])
    classed = classed.when(old.is_null() & now.is_null()).then(place[OPEN])
    classed = classed.when(old.is_null()).then(place[OPEN_BEFORE]).when(now.is_null()).then(place[OPEN_AFTER])
    classed = classed.when(~may).then(place[SAME]).when(better).then(place[GAIN]).when(worse).then(place[LOSS])
    return classed.otherwise(place[OTHER])


def _better(old: pl.Expr, now: pl.Expr, kind: Kind, gain: Gain | None) -> tuple[pl.Expr, pl.Expr]:
    """Whether the new outcome is better, and whether it is worse, for the person."""
    if gain is None:
        return pl.lit(False), pl.lit(False)
    if isinstance(gain, tuple):
        old, now = old.is_in(gain), now.is_in(gain)
    if kind is Kind.TRUTH or isinstance(gain, tuple):
        old, now = old.cast(pl.UInt8), now.cast(pl.UInt8)
    upward = isinstance(gain, tuple) or gain == MORE
    return (now > old, now < old) if upward else (now < old, now > old)


def _tallies(
    cube: pl.DataFrame, book: Book, rule: str, dimensions: Sequence[Dimension], ranges: Sequence[Any]
) -> list[Tally]:
    summed = book.rules[rule].kind in (Kind.MONEY, Kind.NUMBER)
    wide = cube.with_columns(_groups(dimensions))
    found = [_tally(rule, ALL, ALL, cube, summed, ranges)]
    for dimension in dimensions:
        for place, code in enumerate(["", *dimension.codes]):
            part = wide.filter(pl.col(dimension.name) == place)
            if len(part):
                found.append(_tally(rule, dimension.name, code, part, summed, ranges))
    return found


def _tally(rule: str, dimension: str, group: str, cube: pl.DataFrame, summed: bool, ranges: Sequence[Any]) -> Tally:
    by_class = {row[0]: row[1:] for row in cube.group_by("class").agg(pl.sum("people", "before", "after")).iter_rows()}
    found = {name: by_class.get(place, (0, 0, 0)) for place, name in enumerate(CLASSES)}
    counts = {name: people for name, (people, _, _) in found.items()}
    people = sum(counts.values())
    if not summed:
        return Tally(rule, dimension, group, people, counts)
    settled = (*CHANGED, SAME)
    before, after = (sum(found[name][place] for name in settled) for place in (1, 2))
    low, high = _bounds(after - before, found, ranges)
    return Tally(rule, dimension, group, people, counts, before, after, low, high)


def _bounds(known: int, found: Mapping[str, tuple[int, int, int]], ranges: Sequence[Any]) -> tuple[int | None, ...]:
    """What the difference can still become: an outcome that is open may be anything its rule can yield."""
    if not any(found[name][0] for name in UNSETTLED):
        return known, known
    if any(bounds is None for bounds in ranges):
        return None, None
    (least_before, most_before), (least_after, most_after) = ranges
    only_before, only_after, open_ = (found[name] for name in (OPEN_AFTER, OPEN_BEFORE, OPEN))
    settled = known - only_before[1] + only_after[2]
    low = settled + (only_before[0] + open_[0]) * least_after - (only_after[0] + open_[0]) * most_before
    high = settled + (only_before[0] + open_[0]) * most_after - (only_after[0] + open_[0]) * least_before
    return low, high


def _moves(both: pl.DataFrame, book: Book, rule: str) -> list[Move]:
    kind = book.rules[rule].kind
    columns = [_shown(pl.col(name), kind).alias(name) for name in (rule, rule + AFTER)]
    counted = both.lazy().select(columns).group_by(rule, rule + AFTER).len("people")
    named = counted.with_columns(pl.col(rule, rule + AFTER).cast(pl.String)).sort(
        "people", rule, rule + AFTER, descending=[True, False, False]
    )
    return [Move(rule, old, now, people) for old, now, people in named.collect().iter_rows()]


def _shown(column: pl.Expr, kind: Kind) -> pl.Expr:
    """An outcome as one of few values: a truth, a code, or whether there is a day or an amount at all."""
    if kind in (Kind.TRUTH, Kind.CODE):
        return column
    return column != (pl.lit(NEVER, pl.Date) if kind is Kind.DAY else pl.lit(0, pl.Int32))


def missing(frame: pl.DataFrame, book: Book, rules: Iterable[str]) -> dict[str, int]:
    """{fact: of how many people it is not known}, most first, of the facts that these rules may ask; no events."""
    asked = [name for name in book.asked(rules) if name != ON and not book.facts[name].event]
    counts = {name: int(frame[name].null_count()) if name in frame.columns else len(frame) for name in asked}
    return dict(sorted(((name, count) for name, count in counts.items() if count), key=lambda item: -item[1]))
