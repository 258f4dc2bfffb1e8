"""`baken export PATH`"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from rich.console import Console

from baken.foundation.clock import parse_instant
from baken.foundation.errors import BadRequest
from baken.foundation.progress import Steps
from baken.ledger.interchange.exporting import export_ledger
from baken.ledger.interchange.readers import ExportRequest, formats, writer_for
from baken.ledger.known import known_at as knowledge_at


class Command(BaseCommand):
    """Thin: see `ledger.interchange.exporting`."""

    help = "Export the ledger, as known at any moment, to a folder or zip that loads back byte for byte."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, as known when, in which format."""
        parser.add_argument("path", type=Path, help="a new folder, or a name that ends in .zip")
        parser.add_argument("--known-at", metavar="T", help="a day (its end in Brussels) or an instant in UTC")
        parser.add_argument("--format", default="parquet", choices=["csv", "parquet", *formats()])

    def handle(self, *, path: Path, known_at: str | None, **options: Any) -> None:
        """Export, and say what was written."""
        moment = knowledge_at(_instant(known_at) if known_at else None)
        form = options["format"]
        if writer := writer_for(form):
            self.stdout.write(writer(ExportRequest(path, moment.append)))
            return
        done = export_ledger(path, moment, dated=known_at is not None, suffix=form, steps=Steps(Console()))
        self.stdout.write(f"{done.facts} feiten uitgevoerd naar {path}. Zegel: {done.head[0]}:{done.head[1]}")
        if done.personal:
            self.stdout.write(f"Let op: met persoonsgegevens ({', '.join(done.personal)}).")


def _instant(text: str) -> Any:
    try:
        return parse_instant(text)
    except ValueError:
        raise BadRequest(f"“{text}” is geen dag of tijdstip.", "Schrijf 2019-12-31 of 2019-12-31T23:00:00Z.") from None
