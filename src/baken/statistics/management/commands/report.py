"""`baken report --year 2019 --out DIR`: the annual report as a website, PDF, XLSX, CSV and JSON."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.figures.management.arguments import add_engine, add_year
from baken.ledger.doubt import doubt
from baken.ledger.management.arguments import add_known_at, place
from baken.statistics.report.publish import publish


class Command(BaseCommand):
    """The command; `publish` does the work."""

    help = gettext_noop("Het jaarrapport maken: website (Nederlands en Engels), PDF, XLSX, CSV en JSON.")
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What, as known when, by which engine, where to."""
        add_year(parser)
        add_known_at(parser)
        add_engine(parser)
        out = _("de map waarin geschreven wordt")
        parser.add_argument("--out", type=place, required=True, metavar=_("MAP"), help=out)

    def handle(self, *, year: int, out: Path, **options: Any) -> None:
        """Publish, and say where to look."""
        if told := doubt():
            self.stderr.write(told)
        source = publish(year, out, known_at=options["known_at"], engine=options["engine"])
        known = _("Bekend op %(known_at)s, zegel %(seal)s")
        self.stdout.write(known % {"known_at": source.known_at, "seal": source.snapshot})
        self.stdout.write(_("Open %(page)s") % {"page": out / "index.html"})
