"""From the ledger to a report in its place."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from baken.figures.compute import compute
from baken.figures.definitions import FIGURES
from baken.figures.model import FigureResult
from baken.figures.snapshot import take
from baken.foundation.clock import day_of
from baken.foundation.errors import BakenError
from baken.statistics.report import folder
from baken.statistics.report.source import DEFAULT_ENGINE, Source, source_of
from baken.statistics.report.write import write


class NoFacts(BakenError):
    """Nothing happened in the year asked, as far as is known."""

    code = "no_facts"


def publish(year: int, out: Path, *, known_at: datetime | None = None, engine: str = DEFAULT_ENGINE) -> Source:
    """Compute the figures of a year and put their report in `out`, whole or not at all; returns what it came from.

    Raises NoPlace where it cannot stand, NoFacts for a year without any, BadRequest for an engine that is not there.
    """
    folder.check(out)
    snapshot = take(known_at)
    _check_year(year, snapshot.known_at)
    results = compute(year, engine=engine, snapshot=snapshot)
    if not _any_facts(results):
        nothing = _("Van %(year)s waren toen geen feiten bekend; er is niets te rapporteren.") % {"year": year}
        raise NoFacts(nothing, _("Kies een ander jaar."))
    before = compute(year - 1, _of_one_year(), engine=engine, snapshot=snapshot)
    source = source_of(results, engine, demo=settings.DEMO)
    mark = {"report": year, "known_at": source.known_at, "snapshot": source.snapshot, "demo": source.demo}
    with folder.building(out, mark) as place:
        write(results, before, source, place)
    return source


def _check_year(year: int, known_at: datetime) -> None:
    if year > day_of(known_at).year:
        early = _("%(year)s was toen nog niet begonnen.") % {"year": year}
        raise NoFacts(early, _("Kies een vroeger jaar, of een latere --known-at."))


def _any_facts(results: Sequence[FigureResult]) -> bool:
    return any(cell.value for result in results for cell in result.cells if cell.year == result.year)


def _of_one_year() -> list[str]:
    """The figures that show their own year only: the year before has to be asked for."""
    return [number for number, figure in FIGURES.items() if figure.years == 1]
