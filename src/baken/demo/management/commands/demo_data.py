"""`baken demo-data`: make the synthetic caseload and write it as a delivery."""

import time
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from baken.demo.caseload import make_caseload
from baken.foundation.errors import BadRequest


class Command(BaseCommand):
    """Make a synthetic caseload of all agencies as a folder that `baken load` takes."""

    help = "Make a synthetic caseload of all agencies, as a folder that `baken load` takes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The days, the seed, the size and the folder."""
        parser.add_argument("--from", dest="first", default="2015-01-01", metavar="DAY", help="first day (2015-01-01)")
        parser.add_argument("--to", dest="last", default="2026-10-31", metavar="DAY", help="last day (2026-10-31)")
        parser.add_argument("--seed", type=int, default=1, help="same seed, same caseload (1)")
        parser.add_argument("--scale", type=float, default=1.0, help="1 is true size (1)")
        parser.add_argument("--out", type=Path, default=None, help="an empty or new folder (var/demo-data)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make and write it, saying what is being done and how long that took."""
        first, last = _day(options["first"]), _day(options["last"])
        folder = options["out"] or settings.VAR / "demo-data"
        began = time.perf_counter()

        def say(name: str) -> None:
            self.stdout.write(f"{time.perf_counter() - began:6.1f} s  {name}")

        counts = make_caseload(folder, first, last, options["seed"], options["scale"], say)
        say(f"{sum(counts.values()):,} facts of {len(counts)} types in {folder}")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadRequest(f"“{text}” is not a day.", "Write it as 2015-01-01.") from None
