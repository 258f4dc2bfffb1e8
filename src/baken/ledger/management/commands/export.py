"""`baken export PATH`"""

from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from rich.console import Console

from baken.foundation.errors import BadRequest
from baken.ledger.interchange.exporting import export_ledger
from baken.ledger.interchange.readers import ExportRequest, formats, writer_for
from baken.ledger.known import known_at as knowledge_at
from baken.ledger.management.arguments import add_known_at, place
from baken.ledger.progress import Steps
from baken.ledger.wording import number


class Command(BaseCommand):
    """Thin: see `ledger.interchange.exporting`."""

    help = gettext_noop(
        "Het grootboek uitvoeren, zoals op elk moment bekend, in een vorm die byte voor byte terugkeert."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, as known when, in which format."""
        parser.add_argument(
            "path", type=place, metavar=_("PAD"), help=_("een nieuwe map, of een naam die eindigt op .zip")
        )
        add_known_at(parser)
        one = _("alleen dit dossier, als KBI 01.00: zijn nummer, of het rijksregisternummer")
        parser.add_argument("--dossier", metavar=_("NUMMER"), help=one)
        form = _("de vorm van de bestanden (%(default)s)")
        parser.add_argument("--format", default="parquet", choices=["csv", "parquet", *formats()], help=form)

    def handle(self, *, path: Path, known_at: datetime | None, **options: Any) -> None:
        """Export, and say what was written."""
        moment = knowledge_at(known_at)
        form = options["format"]
        if writer := writer_for(form):
            self.stdout.write(writer(ExportRequest(path, moment.append, options["dossier"])))
            return
        if options["dossier"]:
            raise BadRequest(_("Eén dossier gaat er alleen uit als KBI 01.00."), _("Zet er --format kbi bij."))
        done = export_ledger(path, moment, dated=known_at is not None, suffix=form, steps=Steps(Console()))
        self.stdout.write(_("%(count)s feiten uitgevoerd naar %(path)s.") % {"count": number(done.facts), "path": path})
        self.stdout.write(_("Zegel: %(seal)s") % {"seal": f"{done.head[0]}:{done.head[1]}"})
        if done.personal:
            files = ", ".join(done.personal)
            self.stdout.write(_("Let op: met persoonsgegevens (%(files)s).") % {"files": files})
