"""Days as the law counts them: full years, months after, working days."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from holidays import country_holidays

from baken.law.expression import NEVER

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2210, 12, 31)
"""No day that law speaks of lies outside."""


@cache
def holidays() -> frozenset[date]:
    """The Belgian public holidays of all years that matter."""
    return frozenset(country_holidays("BE", years=range(FIRST_DAY.year, LAST_DAY.year + 1)))


def full_years(start: date, end: date) -> int:
    """Whole years from start to end; who is born on 29 February has a birthday on 1 March in other years."""
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def months_after(day: date, number: int) -> date:
    """The same day so many months later, or that month's last; never after never."""
    if day == NEVER:
        return NEVER
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days_after(day: date, number: int) -> date:
    """So many calendar days later; never after never."""
    return NEVER if day == NEVER else day + timedelta(days=number)


def working_day(day: date) -> date:
    """The day, or the first working day after it."""
    while day != NEVER and (day.weekday() >= 5 or day in holidays()):
        day += timedelta(days=1)
    return day
