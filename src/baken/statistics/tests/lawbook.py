"""A small rule book with cases, written once for the tests of its pages."""

from datetime import date

from baken.law.cases import Case
from baken.law.tests.every_word import book

ADULT = {"born": date(1990, 5, 15), "tall": True, "signed": date(2024, 1, 1)}
CASES = [
    Case("one", "A tall adult is seen", date(2026, 1, 1), ADULT, {"seen": True, "age": 35}),
    Case("one", "A child is not", date(2026, 1, 1), {**ADULT, "born": date(2010, 1, 1)}, {"seen": False}),
    Case("one", "Nothing is known", date(2026, 1, 1), {}, {"seen": None}),
    Case("two", "The last price", date(2026, 2, 1), {"income": 5, "signed": date(2026, 1, 1)}, {"cost": 0}),
    Case(
        "two",
        "Two tests",
        date(2026, 2, 1),
        {"tests": [date(2025, 1, 1), date(2026, 1, 31)]},
        {"sort_of_test": "failed"},
    ),
]

__all__ = ["CASES", "book"]
