"""Growth against the year before, and the shape of a series."""

from decimal import Decimal

SMALLEST_BASE = 20
"""Below this number a percentage says more than the counts can bear; the choice is ours."""


def growth(now: int | Decimal | None, before: int | Decimal | None) -> Decimal | None:
    """Growth in percent, exact; None where one of the two is missing or the base is too small."""
    if now is None or before is None or before < SMALLEST_BASE:
        return None
    return (Decimal(now) - Decimal(before)) / Decimal(before) * 100


def share(part: int | Decimal | None, whole: int | Decimal | None) -> Decimal | None:
    """A part of a whole in percent, exact; None where there is no whole."""
    return None if part is None or not whole else Decimal(part) / Decimal(whole) * 100
