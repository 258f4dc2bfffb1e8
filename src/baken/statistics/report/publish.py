"""From the ledger to a report in its place."""

from datetime import datetime
from pathlib import Path

from django.conf import settings

from baken.figures.compute import compute
from baken.figures.countable import require_any, require_begun
from baken.figures.definitions import FIGURES
from baken.figures.snapshot import take
from baken.statistics.report import folder
from baken.statistics.report.source import DEFAULT_ENGINE, Source, source_of
from baken.statistics.report.write import write


def publish(year: int, out: Path, *, known_at: datetime | None = None, engine: str = DEFAULT_ENGINE) -> Source:
    """Compute the figures of a year and put their report in `out`, whole or not at all; returns what it came from.

    Raises NoPlace where it cannot stand, NoFacts for a year without any, BadRequest for an engine that is not there.
    """
    folder.check(out)
    snapshot = take(known_at)
    require_begun(year, snapshot.known_at)
    results = compute(year, engine=engine, snapshot=snapshot)
    require_any(results)
    before = compute(year - 1, _of_one_year(), engine=engine, snapshot=snapshot)
    source = source_of(results, engine, demo=settings.DEMO)
    mark = {"report": year, "known_at": source.known_at, "snapshot": source.snapshot, "demo": source.demo}
    with folder.building(out, mark) as place:
        write(results, before, source, place)
    return source


def _of_one_year() -> list[str]:
    """The figures that show their own year only: the year before has to be asked for."""
    return [number for number, figure in FIGURES.items() if figure.years == 1]
