"""`baken report --year 2019 --out DIR`: the annual report as a website, PDF, XLSX, CSV and JSON."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from baken.figures.engines import ENGINES
from baken.figures.management.arguments import add_known_at, add_year
from baken.statistics.report.publish import publish


class Command(BaseCommand):
    """The command; `publish` does the work."""

    help = "Make the annual report of a year: website (Dutch and English), tagged PDF, XLSX, CSV and JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What, as known when, by which engine, where to."""
        add_year(parser)
        add_known_at(parser)
        parser.add_argument("--engine", choices=list(ENGINES), default="duckdb", help="where to compute (duckdb)")
        parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write to")

    def handle(self, *, year: int, out: Path, **options: Any) -> None:
        """Publish, and say where to look."""
        source = publish(year, out, known_at=options["known_at"], engine=options["engine"])
        self.stdout.write(f"Known at {source.known_at}, snapshot {source.snapshot}\nOpen {out / 'index.html'}")
