"""Days as `datetime64[D]` arrays, and the working days on which agencies act and record."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Calendar:
    """For every day since `first`: the next and the last working day, and the next one within its year."""

    first: np.datetime64
    following: Days
    preceding: Days
    within_year: Days


@cache
def _calendar() -> _Calendar:
    span = np.arange(day(FIRST_YEAR), day(LAST_YEAR, 12, 31))
    closed = [np.datetime64(off) for off in holidays.country_holidays("BE", years=range(FIRST_YEAR, LAST_YEAR + 1))]
    open_on = np.is_busday(span, holidays=closed)
    place = np.arange(len(span))
    following = span[np.minimum.accumulate(np.where(open_on, place, len(span) - 1)[::-1])[::-1]]
    preceding = span[np.maximum.accumulate(np.where(open_on, place, 0))]
    within_year = np.where(year_of(following) == year_of(span), following, preceding)
    return _Calendar(span[0], following, preceding, within_year)


def _looked_up(table: Days, days: Days, late: NDArray[np.int64] | int = 0) -> Days:
    """What the calendar's table says of each day (`late` days later); NaT stays NaT."""
    place = (days - _calendar().first).astype(np.int64) + late
    unknown = np.isnat(days)
    if not unknown.any():
        return table[place]
    return np.where(unknown, NONE, table[np.where(unknown, 0, place)])


def shifted(days: Days, by: NDArray[np.int64]) -> Days:
    """Each day so many days later (earlier where the number is negative)."""
    return days + by.astype("timedelta64[D]")


def working(days: Days) -> Days:
    """Each day itself or the next working day; the last working day before it when that falls in another year.

    Keeps the order of days, and their year.
    """
    return _looked_up(_calendar().within_year, days)


def last_working(last: np.datetime64) -> np.datetime64:
    """The last working day on or before a day."""
    return _looked_up(_calendar().preceding, np.array([last]))[0]


def recorded(rng: np.random.Generator, days: Days, lag: float = 3) -> Days:
    """Working days on which facts of `days` were written down: mostly within `lag` days on average, never before."""
    late = np.floor(rng.exponential(lag, len(days))).astype(np.int64)
    return _looked_up(_calendar().following, days, late)
