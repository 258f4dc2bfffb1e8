"""Whom a study is about: the caseload, or a file with a row per person and a column per law fact."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
from django.utils.translation import gettext as _

from baken.figures.snapshot import take
from baken.foundation.errors import BadRequest
from baken.law.book import Book
from baken.law.expression import NEVER, Kind
from baken.law.facts import ON, LawFact
from baken.law.population import dtype
from baken.law.reforms import Reform
from baken.law.synthetic import drawn
from baken.ledger.facts import opening_types
from baken.ledger.migrated import require_migrated
from baken.ledger.situation.everybody import CASE, PERSON, situations

KEYS = (CASE, PERSON, "person", "dossier", "id")
"""Columns that may tell people apart, the first that is there; else the place of the row."""
KEY = "of_whom"


@dataclass(frozen=True, slots=True)
class Population:
    """rows: a row per person or case, with KEY and the law facts; source: where they come from, in words.

    drawn: facts that nobody recorded and that were drawn; seal: of the snapshot, or "".
    """

    rows: pl.DataFrame
    source: str
    seal: str
    drawn: tuple[str, ...] = ()


def caseload(book: Book, on: date, per: str, instant: datetime | None) -> Population:
    """Everybody in the ledger as known at an instant, in their situation on a day; with `per` every case of a kind.

    Raises DatabaseNotReady where there is no ledger of this version.
    """
    require_migrated()
    if per and per not in opening_types():
        known = ", ".join(kind for kind in opening_types() if kind not in ("person", "dossier"))
        raise BadRequest(_("Er zijn geen gevallen van de soort %(per)s.") % {"per": per}, f"per: {known}")
    snapshot = take(instant)
    rows = situations(snapshot.folder, book.facts, on, per=per)
    return Population(_keyed(rows), snapshot.known_at.isoformat(), snapshot.name)


def from_file(path: Path, book: Book) -> Population:
    """The people of a Parquet file. Raises BadRequest that names the column that cannot be read."""
    try:
        rows = pl.read_parquet(path)
    except (OSError, pl.exceptions.PolarsError) as error:
        why = str(error).splitlines()[0]
        raise BadRequest(_("%(path)s is geen Parquet-bestand (%(why)s).") % {"path": path, "why": why}) from None
    facts = [book.facts[name] for name in rows.columns if name in book.facts and name != ON]
    if not facts:
        raise BadRequest(
            _("%(path)s heeft geen kolom met een rechtsfeit.") % {"path": path},
            _("Het regelboek (baken law) noemt ze alle."),
        )
    read = rows.with_columns(_column(rows, fact, path) for fact in facts)
    return Population(_keyed(read), path.name, "")


def _column(rows: pl.DataFrame, fact: LawFact, path: Path) -> pl.Series:
    """A column in the type that the law reads. Texts are days or codes; other amounts than whole cents are euros."""
    column, kind = rows[fact.name], dtype(fact.kind, fact.codes)
    try:
        if fact.kind in (Kind.DAY, Kind.DAYS, Kind.PERIODS):
            column = _dated(column, fact.kind)
        if fact.kind is Kind.MONEY and not column.dtype.is_integer():
            column = (column.cast(pl.Float64) * 100).round()
        if fact.kind is Kind.PERIODS:
            column = _closed(column.cast(kind))
        return column.cast(kind)
    except pl.exceptions.PolarsError:
        wrong = _wrong(column, fact, kind)
        sentence = _("%(path)s, kolom %(column)s: %(value)s kan niet.")
        said = sentence % {"path": path.name, "column": fact.name, "value": wrong}
        codes = _("Het kan zijn: %(codes)s.") % {"codes": ", ".join(fact.codes)} if fact.codes else ""
        raise BadRequest(said, codes or _("Er hoort %(kind)s te staan.") % {"kind": kind}) from None


def _dated(column: pl.Series, kind: Kind) -> pl.Series:
    """Days that are written as texts, as days."""
    if kind is Kind.DAY:
        return column.str.to_date("%Y-%m-%d") if column.dtype == pl.String else column
    inner = getattr(column.dtype, "inner", None)
    if kind is Kind.DAYS:
        return column.list.eval(pl.element().str.to_date("%Y-%m-%d")) if inner == pl.String else column
    ends = [pl.element().struct.field(name).cast(pl.String).str.to_date("%Y-%m-%d") for name in ("start", "end")]
    return column.list.eval(pl.struct(ends)) if isinstance(inner, pl.Struct) else column


def _closed(periods: pl.Series) -> pl.Series:
    """Periods without an end still run."""
    end = pl.element().struct.field("end").fill_null(NEVER)
    return periods.list.eval(pl.struct(pl.element().struct.field("start"), end.alias("end")))


def _wrong(column: pl.Series, fact: LawFact, kind: Any) -> str:
    """The first value that cannot be read, or the column's own type."""
    try:
        read = (
            column.str.to_date("%Y-%m-%d", strict=False) if fact.kind is Kind.DAY else column.cast(kind, strict=False)
        )
        refused = column.filter(read.is_null() & column.is_not_null())
    except pl.exceptions.PolarsError:
        return str(column.dtype)
    return str(refused[0]) if len(refused) else str(column.dtype)


def _keyed(rows: pl.DataFrame) -> pl.DataFrame:
    own = next((name for name in KEYS if name in rows.columns), None)
    key = pl.col(own) if own else pl.int_range(pl.len(), dtype=pl.Int64)
    return rows.with_columns(key.alias(KEY))


def prepared(people: Population, reform: Reform, before: Book, after: Book) -> Population:
    """With what facts imply, what is drawn for the reform, and what it supposes of everybody."""
    rows = _implied(people.rows, after)
    rows, names = _drawn(rows, [*reform.facts, *reform.draws], before)
    if reform.suppose:
        rows = rows.drop(name for row in reform.suppose for name in row if name in rows.columns)
        rows = rows.join(_supposed(reform, after), how="cross")
    return Population(rows, people.source, people.seal, tuple(names))


def _implied(rows: pl.DataFrame, book: Book) -> pl.DataFrame:
    for name, fact in book.facts.items():
        if fact.implied and fact.implied[0] in rows.columns:
            source = rows[fact.implied[0]]
            values = source.drop_nulls().unique().to_list()
            told = source.replace_strict(
                values, [fact.implied[1](value) for value in values], default=None, return_dtype=dtype(fact.kind)
            )
            known = rows[name].cast(dtype(fact.kind)) if name in rows.columns else pl.Series([None] * len(rows))
            rows = rows.with_columns(known.fill_null(told).cast(dtype(fact.kind)).alias(name))
    return rows


def _drawn(rows: pl.DataFrame, facts: Iterable[LawFact], book: Book) -> tuple[pl.DataFrame, list[str]]:
    """Facts drawn where they are not known; an event that a reform adds has simply not happened."""
    names = []
    for fact in facts:
        if fact.synthetic is None:
            continue
        made = drawn(fact, rows[KEY])
        told = rows[fact.name].fill_null(made) if fact.name in rows.columns else made
        if fact.name not in rows.columns or rows[fact.name].null_count():
            names.append(fact.name)
        rows = rows.with_columns(told.alias(fact.name))
    return rows, names


def _supposed(reform: Reform, book: Book) -> pl.DataFrame:
    names = list(dict.fromkeys(name for row in reform.suppose for name in row))
    return pl.DataFrame(
        [
            pl.Series(
                name, [row.get(name) for row in reform.suppose], dtype(book.facts[name].kind, book.facts[name].codes)
            )
            for name in names
        ]
    )
