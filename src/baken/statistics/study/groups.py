"""By what a study groups people: columns of the frame, made from what is known of them."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

import polars as pl

from baken.foundation.codelists import codelist
from baken.law.book import Book
from baken.law.content.codes import code_name
from baken.law.expression import NEVER
from baken.law.study import Dimension

AGES = (0, 18, 25, 35, 45, 55, 65)
LEVELS = (("b1", ("b1_oral_on",)), ("a2", ("a2_on", "a2_oral_on")), ("a1", ("a1_on", "a1_oral_on")))
"""Levels of Dutch, the highest first, and the days on which each is reached."""


def grouped(rows: pl.DataFrame, book: Book, on: date) -> tuple[pl.DataFrame, list[Dimension]]:
    """The frame with a column per grouping that it can tell, and these groupings."""
    made = [found for found in (_age(rows, on), _level(rows, on)) if found is not None]
    rows = rows.with_columns(column.alias(dimension.name) for dimension, column in made)
    own = {dimension.name: dimension for dimension, _ in made}
    listed = [
        _of_codes("region", "gewest", "region", rows, book),
        _of_codes("target_group", "doelgroep", "target group", rows, book),
        _of_codes("sex", "geslacht", "sex", rows, book),
        own.get("age_group"),
        _of_codes("nationality_group", "nationaliteitsgroep", "group of nationality", rows, book),
        own.get("language_level"),
    ]
    return rows, [dimension for dimension in listed if dimension is not None]


def _of_codes(name: str, nl: str, en: str, rows: pl.DataFrame, book: Book) -> Dimension | None:
    """A fact that the frame has, or a rule as it is, by its codes."""
    if name in book.rules:
        codes: Sequence[str] = book.rules[name].codes
    elif name in rows.columns:
        codes = book.facts[name].codes if name in book.facts else codelist(name).codes()
    else:
        return None
    return Dimension(name, nl, en, {code: (_label(name, code, "nl"), _label(name, code, "en")) for code in codes})


def _label(name: str, code: str, language: str) -> str:
    label = code_name(name, code, language)
    return codelist(name).label(code, language) if label == code and name == "sex" else label


def _age(rows: pl.DataFrame, on: date) -> tuple[Dimension, pl.Expr] | None:
    """Full years on the day; where only the year of birth is known, the age reached that year."""
    if not {"birth_date", "birth_year"} & set(rows.columns):
        return None
    bands = dict(_bands())
    age = _years(rows, on)
    column: Any = pl.when(age.is_null()).then(None)
    for (start, end), name in zip(pairwise((*AGES, 200)), bands, strict=True):
        column = column.when((age >= start) & (age < end)).then(pl.lit(name))
    return Dimension("age_group", "leeftijd", "age", bands), column.otherwise(None)


def _years(rows: pl.DataFrame, on: date) -> pl.Expr:
    ages = []
    if "birth_date" in rows.columns:
        born = pl.col("birth_date")
        later = born.dt.month().cast(pl.Int32) * 100 + born.dt.day() > on.month * 100 + on.day
        ages.append(pl.lit(on.year, pl.Int32) - born.dt.year() - later.cast(pl.Int32))
    if "birth_year" in rows.columns:
        ages.append(pl.lit(on.year, pl.Int32) - pl.col("birth_year"))
    return pl.coalesce(ages)


def _bands() -> Iterator[tuple[str, tuple[str, str]]]:
    for start, end in pairwise(AGES):
        yield f"{start}-{end - 1}", (f"{start} tot {end - 1}", f"{start} to {end - 1}")
    yield f"{AGES[-1]}+", (f"{AGES[-1]} en ouder", f"{AGES[-1]} and over")


def _level(rows: pl.DataFrame, on: date) -> tuple[Dimension, pl.Expr] | None:
    """The highest level of Dutch reached on the day, as far as it was told."""
    columns = {level: [day for day in days if day in rows.columns] for level, days in LEVELS}
    if not any(columns.values()):
        return None
    found = pl.lit("none")
    for level, days in reversed(columns.items()):
        reached = [pl.col(day).fill_null(NEVER) <= on for day in days]
        found = pl.when(pl.any_horizontal(reached)).then(pl.lit(level)).otherwise(found) if reached else found
    codes = {"none": ("nog geen niveau", "no level yet")} | {
        level: (level.upper(),) * 2 for level in ("a1", "a2", "b1")
    }
    return Dimension("language_level", "taalniveau", "level of Dutch", codes), found
