"""Days as `datetime64[D]` arrays, and the working days on which agencies act and record."""

from datetime import date
from functools import cache

import holidays
import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.datetime64]
FIRST_YEAR, LAST_YEAR = 2000, 2040
NONE = np.datetime64("NaT", "D")


def day(year: int, month: int = 1, of_month: int = 1) -> np.datetime64:
    """One day."""
    return np.datetime64(date(year, month, of_month), "D")


def new_years_day(years: NDArray[np.int64]) -> Days:
    """The first day of each year."""
    return (years - 1970).astype("datetime64[Y]").astype("datetime64[D]")


def year_of(days: Days) -> NDArray[np.int64]:
    """The calendar year of each day."""
    return days.astype("datetime64[Y]").astype(np.int64) + 1970


@cache
def _calendar() -> tuple[np.datetime64, NDArray[np.int64], NDArray[np.int64]]:
    """First day, and for every day how far it is to the next and back to the last working day."""
    first, last = day(FIRST_YEAR), day(LAST_YEAR, 12, 31)
    span = np.arange(first, last + 1)
    closed = [np.datetime64(off) for off in holidays.country_holidays("BE", years=range(FIRST_YEAR, LAST_YEAR + 1))]
    working = np.is_busday(span, holidays=closed)
    place = np.arange(len(span))
    following = np.minimum.accumulate(np.where(working, place, len(span))[::-1])[::-1]
    preceding = np.maximum.accumulate(np.where(working, place, -1))
    return first, following, preceding


def shifted(days: Days, by: NDArray[np.int64]) -> Days:
    """Each day so many days later (earlier where the number is negative)."""
    return days + by.astype("timedelta64[D]")


def working(days: Days) -> Days:
    """Each day itself or the next working day; the last working day before it when that falls in another year.

    Keeps the order of days, and their year.
    """
    first, following, preceding = _calendar()
    known = ~np.isnat(days)
    place = np.where(known, (days - first).astype(np.int64), 0)
    moved = first + following[place]
    stays = year_of(moved) == year_of(np.where(known, days, first))
    return np.where(known, np.where(stays, moved, first + preceding[place]), NONE)


def last_working(last: np.datetime64) -> np.datetime64:
    """The last working day on or before a day."""
    first, _, preceding = _calendar()
    return first + preceding[(last - first).astype(np.int64)]


def recorded(rng: np.random.Generator, days: Days, lag: float = 3) -> Days:
    """Working days on which facts of `days` were written down: mostly within `lag` days on average, never before."""
    late = np.floor(rng.exponential(lag, len(days))).astype(np.int64)
    first, following, _ = _calendar()
    known = ~np.isnat(days)
    place = np.where(known, (days - first).astype(np.int64) + late, 0)
    return np.where(known, first + following[place], NONE)
