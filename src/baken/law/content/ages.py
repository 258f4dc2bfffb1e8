"""Ages and days that several chapters count in the same way."""

from baken.law.expression import Expr
from baken.law.words import all_of, any_of, by, decide, full_years, happened, not_, year_of


def aged(birth_date: Expr, birth_year: Expr, day: Expr, years: Expr) -> Expr:
    """So many years old on a day; the year of birth alone settles it wherever it can (a birth date may be erased)."""
    elapsed = year_of(day) - birth_year
    return all_of(elapsed >= years, any_of(elapsed > years, full_years(birth_date, day) >= years))


def later(day: Expr, event: Expr) -> Expr:
    """The later of two days; an event that has not happened does not count."""
    return decide((all_of(happened(event), not_(by(event, day))), event), otherwise=day)
