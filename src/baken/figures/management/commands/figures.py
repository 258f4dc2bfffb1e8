"""`baken figures --year 2019 --format json|csv|xlsx --out DIR`: compute the official figures of a year."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from baken.figures.compute import compute
from baken.figures.engines import ENGINES
from baken.figures.management.arguments import add_known_at, add_year
from baken.figures.output import FORMS, write


class Command(BaseCommand):
    """The command; `compute` and `output` do the work."""

    help = "Compute the official figures of a year and write them as JSON, CSV or XLSX."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What, as known when, by which engine, in which form, where to."""
        add_year(parser)
        add_known_at(parser)
        parser.add_argument("--engine", choices=list(ENGINES), default="duckdb", help="where to compute (duckdb)")
        parser.add_argument("--format", choices=list(FORMS), default="json", help="the form of the files (json)")
        parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write to")
        parser.add_argument(
            "--figure",
            action="append",
            metavar="NN",
            help="a figure, such as 4 or key-figures; may be repeated (all of them)",
        )

    def handle(self, *, year: int, out: Path, **options: Any) -> None:
        """Compute, write, and say what was written."""
        results = compute(year, options["figure"], known_at=options["known_at"], engine=options["engine"])
        files = write(results, options["format"], out)
        cells = sum(len(result.cells) for result in results)
        self.stdout.write(
            f"{len(results)} figures, {cells:,} cells, known at {results[0].known_at}, "
            f"snapshot {results[0].snapshot}\n{len(files)} files in {out}"
        )
