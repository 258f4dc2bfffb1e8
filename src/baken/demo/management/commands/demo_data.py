"""`baken demo-data`: make the synthetic caseload and write it as a delivery."""

import time
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.demo.asked import SEED
from baken.demo.caseload import make_caseload
from baken.ledger.management.arguments import place
from baken.ledger.progress import counted_facts
from baken.ledger.wording import number


class Command(BaseCommand):
    """Make a synthetic caseload of all agencies as a folder that `baken load` takes."""

    help = gettext_noop("Een synthetische caseload van alle agentschappen maken, als map voor `baken load`.")
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The days, the seed, the size and the folder."""
        add, day, count = parser.add_argument, _("DAG"), _("GETAL")
        add(
            "--from", dest="first", type=_day, default=date(2015, 1, 1), metavar=day, help=_("eerste dag (%(default)s)")
        )
        add(
            "--to", dest="last", type=_day, default=date(2026, 10, 31), metavar=day, help=_("laatste dag (%(default)s)")
        )
        add("--seed", type=int, default=SEED, metavar=count, help=_("zelfde getal, zelfde caseload (%(default)s)"))
        add("--scale", type=float, default=1, metavar=count, help=_("1 is de echte grootte (%(default)s)"))
        out = _("een lege of nieuwe map (%(default)s)")
        add("--out", type=place, default=settings.VAR / "demo-data", metavar=_("MAP"), help=out)

    def handle(self, *, first: date, last: date, seed: int, scale: float, out: Path, **options: Any) -> None:
        """Make and write it, saying what is being done and how long that took."""
        began = time.perf_counter()

        def say(sentence: str) -> None:
            self.stdout.write(f"{number(time.perf_counter() - began, 1):>6} s  {sentence}")

        counts = make_caseload(out, first, last, seed, scale, lambda name: say(_(name)))
        done = _("%(facts)s van %(types)s soorten in %(folder)s")
        facts = counted_facts(sum(counts.values()))
        say(done % {"facts": facts, "types": number(len(counts)), "folder": out})


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(_("“%(text)s” is geen dag, zoals 2015-01-01") % {"text": text}) from None
