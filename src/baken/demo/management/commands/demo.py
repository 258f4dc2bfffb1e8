"""`baken demo`: make, load, prove, count, compare and report, with the time each step took."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from baken.demo.tour import tour


class Command(BaseCommand):
    """The whole demo, step by step."""

    help = "The whole demo: a synthetic caseload made, loaded, verified, counted, compared and reported."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Size, chance and place."""
        parser.add_argument("--scale", default="1", help="size against the true one (default 1)")
        parser.add_argument("--seed", default="2019", help="the chance of the synthetic caseload")
        parser.add_argument("--out", type=Path, default=Path("var/demo"), help="folder, made anew each time")

    def handle(self, *, scale: str, seed: str, out: Path, **_: Any) -> None:
        """Run the tour, saying each step as it begins and ends."""
        tour(out.resolve(), scale, seed, lambda line: self.stdout.write(line))
        self.stdout.flush()
