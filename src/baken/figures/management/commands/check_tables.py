"""`baken check-tables [DIR] [--declarations FILE] [--report FILE]`: where do published tables contradict themselves?"""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from rich.console import Console

from baken.figures.checks import Finding, Severity, check_folder
from baken.figures.checks.report import show, show_faults, write_json
from baken.figures.published import folder as built_in
from baken.figures.published.lines import Fault, UnusableTables
from baken.foundation.errors import BadRequest
from baken.ledger.management.arguments import place
from baken.ledger.wording import refusal

WIDTH_IN_A_FILE = 140


class Command(BaseCommand):
    """The command; `checks` does the work."""

    help = gettext_noop("Gepubliceerde tabellen nakijken: totalen, indicatoren, aandelen, gemiddelden.")
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder, and what to do besides printing."""
        parser.add_argument(
            "tables",
            nargs="?",
            type=place,
            metavar=_("MAP"),
            help=_("de map met index.yaml en figure-NN.csv (het jaarverslag van 2019)"),
        )
        parser.add_argument(
            "--declarations",
            type=place,
            metavar=_("BESTAND"),
            help=_("wat mag verschillen, en waarom (declarations.yaml naast de tabellen)"),
        )
        report = _("schrijf de bevindingen, of de fouten, naar dit bestand")
        parser.add_argument("--report", type=place, metavar="JSON", help=report)

    def handle(self, *, tables: Path | None, declarations: Path | None, report: Path | None, **options: Any) -> None:
        """Exit code 0: nothing, or only what is explained or declared; 1: contradictions; 2: unusable tables."""
        folder = tables or built_in()
        if not folder.is_dir():
            nowhere = _("%(path)s is geen map.") % {"path": folder}
            raise BadRequest(nowhere, _("Geef de map waarin index.yaml en de tabellen staan."))
        console = Console(width=None if sys.stdout.isatty() else WIDTH_IN_A_FILE)
        try:
            findings = check_folder(folder, declarations)
        except UnusableTables as error:
            show_faults(console, error.faults)
            _write(report, folder, faults=error.faults)
            raise
        show(console, findings)
        _write(report, folder, findings)
        if any(finding.severity is Severity.CONTRADICTION for finding in findings):
            sys.exit(1)


def _write(report: Path | None, folder: Path, findings: Sequence[Finding] = (), faults: Sequence[Fault] = ()) -> None:
    if report is None:
        return
    try:
        write_json(report, folder, findings, faults)
    except OSError as error:
        unwritten = _("Het verslag kan niet naar %(path)s geschreven worden: %(why)s.")
        raise BadRequest(unwritten % {"path": report, "why": refusal(error)}) from error
