"""`baken figures --year 2019 --format json|csv|xlsx --out DIR`: compute the official figures of a year."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from baken.figures.compute import compute
from baken.figures.countable import require_any, require_begun
from baken.figures.management.arguments import add_engine, add_year
from baken.figures.model import FigureResult
from baken.figures.output import FORMS, require_ours, write
from baken.figures.snapshot import take
from baken.ledger.doubt import doubt
from baken.ledger.management.arguments import add_known_at, place
from baken.ledger.wording import number


class Command(BaseCommand):
    """The command; `compute` and `output` do the work."""

    help = gettext_noop("De officiële cijfers van een jaar berekenen, als JSON, CSV of XLSX.")
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What, as known when, by which engine, in which form, where to."""
        add_year(parser)
        add_known_at(parser)
        add_engine(parser)
        parser.add_argument(
            "--format", choices=list(FORMS), default="json", help=_("de vorm van de bestanden (%(default)s)")
        )
        parser.add_argument(
            "--out", type=place, required=True, metavar=_("MAP"), help=_("de map waarin geschreven wordt")
        )
        parser.add_argument(
            "--figure",
            action="append",
            metavar="NN",
            help=_("een figuur, zoals 4 of key-figures; mag meer dan eens (alle)"),
        )

    def handle(self, *, year: int, out: Path, **options: Any) -> None:
        """Compute, write, and say what was written."""
        require_ours(out, options["format"])
        if told := doubt():
            self.stderr.write(told)
        snapshot = take(options["known_at"])
        require_begun(year, snapshot.known_at)
        results = compute(year, options["figure"], snapshot=snapshot, engine=options["engine"])
        if not options["figure"] or not any(snapshot.counts.values()):
            require_any(results)
        files = write(results, options["format"], out)
        self._tell(results)
        written = ngettext("%(count)s bestand in %(folder)s", "%(count)s bestanden in %(folder)s", len(files))
        self.stdout.write(written % {"count": number(len(files)), "folder": out})

    def _tell(self, results: Sequence[FigureResult]) -> None:
        sentence = ngettext(
            "%(figures)s figuur, %(cells)s cellen, bekend op %(known_at)s, zegel %(seal)s",
            "%(figures)s figuren, %(cells)s cellen, bekend op %(known_at)s, zegel %(seal)s",
            len(results),
        )
        cells = number(sum(len(result.cells) for result in results))
        told = {"figures": number(len(results)), "cells": cells, "known_at": results[0].known_at}
        self.stdout.write(sentence % {**told, "seal": results[0].snapshot})
