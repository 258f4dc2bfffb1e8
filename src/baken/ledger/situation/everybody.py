"""The reading of everybody: from the Parquet files of a snapshot, as a row per person or per case of a kind.

Only in a process of its own, never in a web process: Polars hangs in a forked one.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path

import polars as pl

from baken.law.expression import NEVER, Kind
from baken.law.facts import LawFact
from baken.law.population import dtype
from baken.ledger.facts import opening_types
from baken.ledger.situation.feeds import Feed, OfColumn, Periods
from baken.ledger.situation.reducing import reduced
from baken.ledger.situation.sources import Source, sources

PERSON, DOSSIER, CASE = "of_person", "of_dossier", "of_case"
"""The columns that say whom a row is about. DOSSIER: the person's dossier opened last, or the case's own."""


def situations(
    folder: Path,
    facts: Mapping[str, LawFact],
    on: date,
    *,
    names: Iterable[str] | None = None,
    per: str = "",
    dossiers: Collection[int] | None = None,
) -> pl.DataFrame:
    """Read the law facts of everybody on a day.

    folder: holds a Parquet file per fact type, named by its label, each with the `person` of its dossier; facts:
    those of a book, by name; names: only these; per: a row for each case of this kind (`infringement`) instead of
    for each person, whose facts of the case are then that case's; dossiers: only people whom one of these concerns.
    Columns: PERSON, DOSSIER, with `per` CASE, and the law facts in the types of `population.schema`.
    """
    files = _Files(folder, on, dossiers)
    fed = [name for name in (facts if names is None else names) if name in sources()]
    kinds = {case for name in fed if (case := sources()[name][0].feed.case)}
    frame = (files.cases(per).select(PERSON, DOSSIER, CASE).sort(CASE) if per else files.people()).collect()
    for kind in kinds - {per}:
        frame = frame.join(files.current(kind).collect(), on=PERSON, how="left")
    frame = frame.with_columns(pl.col(CASE).alias(_of(per))) if per in kinds else frame
    for name in fed:
        case = sources()[name][0].feed.case
        keys = [PERSON, _of(case)] if case else [PERSON]
        column = _column(files, sources()[name], facts[name]).rename({CASE: _of(case)} if case else {}).collect()
        frame = frame.join(column, on=keys, how="left")
    return frame.drop(_of(kind) for kind in kinds)


def _of(kind: str) -> str:
    """The column with the case of a kind to which a row's facts belong."""
    return f"{CASE}:{kind}"


class _Files:
    """The files of a snapshot, as on a day, as far as they are about these people (None: everybody)."""

    def __init__(self, folder: Path, on: date, dossiers: Collection[int] | None) -> None:
        self._folder, self.on = folder, on
        self._only: pl.Series | None = None
        if dossiers is not None:
            owners = self._opened().filter(pl.col(DOSSIER).is_in(list(dossiers)))
            self._only = owners.select(PERSON).unique().collect()[PERSON]

    def rows(self, label: str, *, timeless: bool = False) -> pl.LazyFrame:
        """The facts of a type that happened on the day or before; of nobody's dossier none."""
        rows = pl.scan_parquet(self._folder / f"{label}.parquet").drop_nulls("person")
        rows = rows if timeless else rows.filter(pl.col("occurred_on") <= self.on)
        return rows if self._only is None else rows.filter(pl.col("person").is_in(self._only.implode()))

    def _opened(self) -> pl.LazyFrame:
        """Each dossier and whom it concerns; where it was opened twice, as told last."""
        opened = pl.scan_parquet(self._folder / f"{opening_types()['person']}.parquet")
        told_last = opened.sort("id").group_by("dossier", maintain_order=True).last()
        return told_last.select(
            pl.col("person").alias(PERSON), pl.col("dossier").alias(DOSSIER), day="occurred_on", number="id"
        )

    def people(self) -> pl.LazyFrame:
        """Everybody, with the dossier opened last."""
        opened = self._opened()
        opened = opened if self._only is None else opened.filter(pl.col(PERSON).is_in(self._only.implode()))
        last = opened.sort("day", "number").group_by(PERSON).agg(pl.col(DOSSIER).last())
        return last.sort(PERSON)

    def cases(self, kind: str) -> pl.LazyFrame:
        """Every case of a kind that was opened, with its person and dossier."""
        return self.rows(opening_types()[kind]).select(
            pl.col("person").alias(PERSON),
            pl.col("dossier").alias(DOSSIER),
            pl.col(kind).alias(CASE),
            day="occurred_on",
            number="id",
        )

    def current(self, kind: str) -> pl.LazyFrame:
        """For each person the case of a kind that was opened last."""
        opened = self.cases(kind).sort("day", "number")
        return opened.group_by(PERSON).agg(pl.col(CASE).last().alias(_of(kind)))


def _column(files: _Files, of: tuple[Source, ...], fact: LawFact) -> pl.LazyFrame:
    """A law fact for everybody of whom something is told: its keys and a column of its name."""
    feed = of[0].feed
    keys = [PERSON, CASE] if feed.case else [PERSON]
    told = pl.concat([_told(files, source, fact) for source in of])
    kind = dtype(fact.kind, fact.codes)
    return reduced(feed, told, keys, fact).select(*keys, pl.col("chosen").cast(kind).alias(fact.name))


def _told(files: _Files, source: Source, fact: LawFact) -> pl.LazyFrame:
    """The facts of a source that tell something: the keys, `day`, `number`, `value`, and of periods `end`."""
    feed = source.feed
    rows = files.rows(source.label, timeless=feed.timeless)
    for column, values in feed.conditions.items():
        rows = rows.filter(pl.col(column).is_in(values))
    rows = rows.drop_nulls(feed.column) if feed.passes_over else rows
    keys = [pl.col("person").alias(PERSON), *([pl.col(feed.case).alias(CASE)] if feed.case else [])]
    told = rows.select(*keys, _value(feed, fact, files.on), *_end(feed), day="occurred_on", number="id")
    if isinstance(feed, Periods):
        return _closed(files, feed, told).filter(pl.col("end") > pl.col("value"))
    return told if isinstance(feed, OfColumn) else told.filter(pl.col("value") <= files.on)


def _value(feed: Feed, fact: LawFact, on: date) -> pl.Expr:
    """What a column means to the law; null when that is not known."""
    value = pl.col(feed.column)
    table = feed.table(on) if isinstance(feed, OfColumn) else None
    if table is not None:
        value = value.replace_strict(list(table), list(table.values()), default=None)
    if fact.kind is Kind.CODE and fact.codes:
        value = value.cast(pl.Enum(fact.codes), strict=False)
    if isinstance(feed, OfColumn) and not feed.passes_over:
        empty = pl.lit(feed.empty, dtype(fact.kind, fact.codes))
        value = pl.when(pl.col(feed.column).is_null()).then(empty).otherwise(value)
    return value.alias("value")


def _end(feed: Feed) -> list[pl.Expr]:
    return [pl.col(feed.until).fill_null(NEVER).alias("end")] if isinstance(feed, Periods) else []


def _closed(files: _Files, feed: Periods, told: pl.LazyFrame) -> pl.LazyFrame:
    """Periods ended by what closes them, where that comes first."""
    if not feed.closed_by:
        return told
    closing = files.rows(feed.closed_by).select(pl.col("person").alias(PERSON), closed_on="occurred_on")
    closed = told.sort("day").join_asof(
        closing.sort("closed_on"),
        left_on="day",
        right_on="closed_on",
        by=PERSON,
        strategy="forward",
        allow_exact_matches=False,
        check_sortedness=False,
    )
    return closed.with_columns(end=pl.min_horizontal("end", "closed_on")).drop("closed_on")
