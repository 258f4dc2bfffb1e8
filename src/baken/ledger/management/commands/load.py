"""`baken load PATH`"""

import getpass
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from rich.console import Console

from baken.foundation.progress import Steps
from baken.ledger.interchange.faults import Refused
from baken.ledger.interchange.loading import Loaded, load_delivery
from baken.ledger.interchange.readers import LoadRequest, reader_for


class Command(BaseCommand):
    """Thin: see `ledger.interchange.loading`."""

    help = "Load a delivery of facts (folder, zip or a registered kind of file); all of it or nothing."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The path, and what to do with faults."""
        parser.add_argument("path", type=Path, help="folder, zip, or file of a registered kind")
        parser.add_argument("--set-aside", type=Path, metavar="DIR", help="load what is sound; put the rest in DIR")
        parser.add_argument("--report", type=Path, metavar="JSON", help="write every fault to this file")
        parser.add_argument("--by", default=getpass.getuser(), help="who records it (default: you)")

    def handle(self, *, path: Path, set_aside: Path | None, report: Path | None, by: str, **_: Any) -> None:
        """Load, and tell what was done or what is wrong."""
        try:
            if reader := reader_for(path):
                self.stdout.write(reader(LoadRequest(path, by, set_aside)))
                return
            loaded = load_delivery(path, by=by, set_aside=set_aside, steps=Steps(Console()))
        except Refused as refused:
            refused.faults.show(Console(stderr=True))
            if report:
                refused.faults.write(report)
            raise
        if report:
            loaded.faults.write(report)
        self._tell(loaded, set_aside)

    def _tell(self, loaded: Loaded, set_aside: Path | None) -> None:
        for label, count in loaded.facts.items():
            self.stdout.write(f"  {label:<44} {count:>12}")
        if loaded.head:
            kept = "hersteld, met alle registraties" if loaded.restored else "ingeladen als één registratie"
            self.stdout.write(f"{sum(loaded.facts.values())} feiten {kept}; {loaded.retracted} ingetrokken.")
            self.stdout.write(f"Zegel: {loaded.head[0]}:{loaded.head[1]}")
        else:
            self.stdout.write("Er was niets te registreren.")
        if loaded.left_out:
            self.stdout.write(f"{loaded.left_out} rijen waren bij de bron al ingetrokken en zijn overgeslagen.")
        if loaded.faults and set_aside and not loaded.warnings:
            loaded.faults.show(Console(stderr=True))
            self.stdout.write(f"{loaded.aside} feiten zijn opzij gezet in {set_aside}.")
        for warning in loaded.warnings:
            self.stderr.write(f"Let op: {warning}")
