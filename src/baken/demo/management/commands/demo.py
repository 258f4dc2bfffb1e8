"""`baken demo`: make, load, prove, count, compare and report, with the time each step took."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.demo.asked import SEED
from baken.demo.tour import FOLDER, tour
from baken.ledger.management.arguments import place


class Command(BaseCommand):
    """The whole demo, step by step."""

    help = gettext_noop(
        "De hele demo: een synthetische caseload maken, laden, bewijzen, tellen, vergelijken en rapporteren."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Size, chance and place."""
        scale, seed = _("de grootte tegenover de echte (%(default)s)"), _("het toeval van de caseload (%(default)s)")
        folder = _("een map, telkens opnieuw gemaakt (%(default)s)")
        parser.add_argument("--scale", type=float, default=1, metavar=_("GETAL"), help=scale)
        parser.add_argument("--seed", type=int, default=SEED, metavar=_("GETAL"), help=seed)
        parser.add_argument("--out", type=place, default=FOLDER, metavar=_("MAP"), help=folder)

    def handle(self, *, scale: float, seed: int, out: Path, **options: Any) -> None:
        """Run the tour, saying each step as it begins and ends."""
        tour(out.resolve(), scale, seed, lambda line: self.stdout.write(line))
        self.stdout.flush()
