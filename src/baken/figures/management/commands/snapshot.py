"""`baken snapshot [--known-at T]`: the ledger as known at an instant, as sorted Parquet files."""

from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand

from baken.figures.management.arguments import add_known_at
from baken.figures.snapshot import take


class Command(BaseCommand):
    """The command; `snapshot.take` does the work."""

    help = "Take a snapshot of the ledger for everything statistical."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """As known when."""
        add_known_at(parser)

    def handle(self, *, known_at: datetime | None, **options: Any) -> None:
        """Take it, or find that it stands, and say where."""
        snapshot = take(known_at)
        self.stdout.write(f"{sum(snapshot.counts.values()):,} facts, {snapshot.name}\n{snapshot.folder}")
