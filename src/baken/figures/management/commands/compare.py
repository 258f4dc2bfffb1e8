"""`baken compare --year 2019 [--published DIR]`: our figures beside the published tables."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from baken.figures import published
from baken.figures.compare import Difference, compare
from baken.figures.compute import compute
from baken.figures.definitions import FIGURES
from baken.figures.definitions.key_figures import NUMBER
from baken.figures.management.arguments import add_known_at, add_year
from baken.figures.published.reader import read_publication
from baken.foundation.errors import BadRequest

SHOWN = 40
"""How many differences of a kind are listed."""


class Command(BaseCommand):
    """The command; `compare` does the work."""

    help = "Compare our figures with the published tables of a year; exit code 1 when a cell really differs."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which year, as known when, against which tables."""
        add_year(parser)
        add_known_at(parser)
        parser.add_argument("--published", type=Path, metavar="DIR", help="a folder of tables (those built in)")

    def handle(self, *, year: int, **options: Any) -> None:
        """Compute, compare, and list what differs."""
        publication = read_publication(options["published"] or _built_in(year))
        numbers = [number for number in FIGURES if number in publication.tables]
        found = compare(compute(year, [*numbers, NUMBER], known_at=options["known_at"]), publication)
        self.stdout.write(f"{found.equal:,} cells equal in {len(numbers)} figures and the key figures")
        self._list("known contradictions of the publication", found.known)
        self._list("key figures that stand in no printed table and differ", found.apart)
        self._list("real differences", found.real)
        if found.real:
            sys.exit(1)

    def _list(self, title: str, differences: Sequence[Difference]) -> None:
        self.stdout.write(f"{len(differences):,} {title}")
        for one in differences[:SHOWN]:
            cell = ", ".join((*one.codes, str(one.year)))
            self.stdout.write(
                f"  {one.figure}: {cell}: printed {one.printed}, ours {one.ours}" + (one.why and f"; {one.why}")
            )
        if len(differences) > SHOWN:
            self.stdout.write(f"  … and {len(differences) - SHOWN:,} more")


def _built_in(year: int) -> Path:
    try:
        return published.folder(year)
    except KeyError:
        raise BadRequest(f"There are no published tables of {year}.", "Name a folder with --published.") from None
