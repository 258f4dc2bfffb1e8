"""Whether a year has anything to count, as far as was known: figures of nothing would look like a finding."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from baken.figures.model import FigureResult
from baken.foundation.clock import day_of
from baken.foundation.errors import BakenError


class NoFacts(BakenError):
    """Nothing happened in the year asked, as far as is known."""

    code = "no_facts"


def require_begun(year: int, known_at: datetime) -> None:
    """Raises NoFacts for a year that had not begun at the instant of knowledge."""
    if year > day_of(known_at).year:
        early = _("%(year)s was toen nog niet begonnen.") % {"year": year}
        raise NoFacts(early, _("Kies een vroeger jaar, of een latere --known-at."))


def require_any(results: Sequence[FigureResult]) -> None:
    """Raises NoFacts when all figures of a year count nothing in that year."""
    if not any(cell.value for result in results for cell in result.cells if cell.year == result.year):
        nothing = _("Van %(year)s waren toen geen feiten bekend; er is niets te tellen.") % {"year": results[0].year}
        raise NoFacts(nothing, _("Kies een ander jaar."))
