"""Who the synthetic people are said to be: name, birth date, and a national number that can only be a test number."""

import numpy as np
import polars as pl

from baken.demo.days import Days, new_years_day, shifted, year_of
from baken.demo.draw import Bools, Ints, between, stream
from baken.demo.names import names

TEST_MONTHS = 60
"""MAGDA's test numbers: the month of birth plus sixty."""
SERIALS = 499
"""How many numbers there are for one sex and one day of birth."""


def identities(seed: int, people: pl.DataFrame) -> pl.DataFrame:
    """person, national_number, family_name, given_names, birth_date.

    people: person, birth_year, female, language (number in `origins.languages()`). Whoever is beyond the numbers that
    exist for a day has none.
    """
    rng = stream(seed, "identities")
    female, year = people["female"].to_numpy(), people["birth_year"].to_numpy()
    born_on = shifted(new_years_day(year), between(rng, 0, np.full(len(people), 364)))
    family, given = names(rng, people["language"].to_numpy(), female)
    return pl.DataFrame(
        [
            people["person"],
            _national_numbers(born_on, female).alias("national_number"),
            family.alias("family_name"),
            given.alias("given_names"),
            pl.Series("birth_date", born_on).dt.strftime("%Y-%m-%d"),
        ]
    )


def _national_numbers(born_on: Days, female: Bools) -> pl.Series:
    """YYMMDD, a serial that is odd for men and even for women, and two check digits."""
    rank = _rank(born_on.astype(np.int64) * 2 + female)
    serial = rank * 2 + 1 + female
    months = born_on.astype("datetime64[M]")
    month = months.astype(np.int64) % 12 + 1 + TEST_MONTHS
    of_month = (born_on - months.astype("datetime64[D]")).astype(np.int64) + 1
    year = year_of(born_on)
    body = ((year % 100 * 100 + month) * 100 + of_month) * 1000 + serial
    check = 97 - np.where(year >= 2000, 2_000_000_000 + body, body) % 97
    text = pl.Series(body * 100 + check).cast(pl.String).str.zfill(11)
    return text.set(pl.Series(rank >= SERIALS), None)


def _rank(keys: Ints) -> Ints:
    """0, 1, 2 … among equal keys."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    found = np.empty(len(keys), np.int64)
    found[order] = np.arange(len(keys)) - np.searchsorted(ordered, ordered)
    return found
