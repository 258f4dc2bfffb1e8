"""`baken compare --year 2019 [--published DIR]`: our figures beside the published tables."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from baken.figures import published
from baken.figures.compare import Difference, compare
from baken.figures.compute import compute
from baken.figures.definitions import FIGURES
from baken.figures.definitions.key_figures import NUMBER
from baken.figures.management.arguments import add_year
from baken.figures.published.reader import read_publication
from baken.foundation.errors import BadRequest
from baken.ledger.management.arguments import add_known_at, place
from baken.ledger.wording import number

SHOWN = 40
"""How many differences of a kind are listed."""


class Command(BaseCommand):
    """The command; `compare` does the work."""

    help = gettext_noop(
        "Onze cijfers vergelijken met de gepubliceerde tabellen van een jaar; uitgang 1 bij een verschil."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which year, as known when, against which tables."""
        add_year(parser)
        add_known_at(parser)
        tables = _("een map met tabellen (die van Baken zelf)")
        parser.add_argument("--published", type=place, metavar=_("MAP"), help=tables)

    def handle(self, *, year: int, **options: Any) -> None:
        """Compute, compare, and list what differs."""
        publication = read_publication(options["published"] or _built_in(year))
        numbers = [number for number in FIGURES if number in publication.tables]
        found = compare(compute(year, [*numbers, NUMBER], known_at=options["known_at"]), publication)
        equal = _("%(cells)s cellen gelijk in %(figures)s figuren en de kerncijfers")
        self.stdout.write(equal % {"cells": number(found.equal), "figures": number(len(numbers))})
        self._list(
            ngettext(
                "%(count)s bekende tegenspraak in de publicatie",
                "%(count)s bekende tegenspraken in de publicatie",
                len(found.known),
            ),
            found.known,
        )
        self._list(
            ngettext(
                "%(count)s kerncijfer dat in geen gedrukte tabel staat, verschilt",
                "%(count)s kerncijfers die in geen gedrukte tabel staan, verschillen",
                len(found.apart),
            ),
            found.apart,
        )
        self._list(ngettext("%(count)s echt verschil", "%(count)s echte verschillen", len(found.real)), found.real)
        if found.real:
            sys.exit(1)

    def _list(self, title: str, differences: Sequence[Difference]) -> None:
        self.stdout.write(title % {"count": number(len(differences))})
        for one in differences[:SHOWN]:
            self.stdout.write(f"  {_line(one)}")
        if len(differences) > SHOWN:
            self.stdout.write("  " + _("… en nog %(count)s") % {"count": number(len(differences) - SHOWN)})


def _line(one: Difference) -> str:
    place = f"{one.figure}: {', '.join((*one.codes, str(one.year)))}"
    numbers = _("gedrukt %(printed)s, van ons %(ours)s") % {"printed": _shown(one.printed), "ours": _shown(one.ours)}
    return f"{place}: {numbers}" + (one.why and f"; {one.why}")


def _shown(text: str) -> str:
    return text if text == "-" else number(Decimal(text))


def _built_in(year: int) -> Path:
    try:
        return published.folder(year)
    except KeyError:
        unknown = _("Er zijn geen gepubliceerde tabellen van %(year)s.") % {"year": year}
        raise BadRequest(unknown, _("Noem een map met --published.")) from None
