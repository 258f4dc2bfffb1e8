"""`baken explain-figure 4 --cell region=limburg,year=2019`: list what a cell counts."""

import getpass
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import get_language, gettext_noop, ngettext
from django.utils.translation import gettext as _

from baken.figures.explain import Counted, Explanation, explain
from baken.figures.management.arguments import add_engine
from baken.figures.model import Cell, Measure
from baken.foundation.identifiers import shown_number
from baken.ledger.management.arguments import add_known_at
from baken.ledger.wording import number as shown


class Command(BaseCommand):
    """The command; `explain` does the work."""

    help = gettext_noop("De feiten tonen die een cel van een figuur telt; nooit een naam.")
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which cell, as known when, how many lines."""
        parser.add_argument("number", metavar="NN", help=_("de figuur, zoals 4"))
        parser.add_argument(
            "--cell",
            type=_codes,
            required=True,
            metavar=_("CEL"),
            help=_("haar codes, zoals region=limburg,year=2019; wat niet gegeven is: het totaal"),
        )
        parser.add_argument("--limit", type=int, metavar="N", help=_("toon de eerste N (alle)"))
        add_engine(parser)
        add_known_at(parser)

    def handle(self, *, number: str, cell: dict[str, str], limit: int | None, **options: Any) -> None:
        """Explain and print a line per fact."""
        found = explain(number, cell, by=getpass.getuser(), known_at=options["known_at"], engine=options["engine"])
        self.stdout.write(_heading(found))
        heads = (_("feit"), _("soort"), _("onderwerp"), _("dag"), _("vestiging"), _("registratie"))
        self.stdout.write("\t".join(heads))
        for counted in found.counted[:limit]:
            self.stdout.write(_line(counted))
        if limit is not None and limit < len(found.counted):
            self.stdout.write(_("… en nog %(count)s") % {"count": shown(len(found.counted) - limit)})


def _heading(found: Explanation) -> str:
    english = get_language() == "en"
    heading = ngettext(
        "Figuur %(number)s, %(cell)s: %(value)s; %(count)s feit",
        "Figuur %(number)s, %(cell)s: %(value)s; %(count)s feiten",
        len(found.counted),
    ) % {
        "number": found.figure.number,
        "cell": ", ".join([*(f"{name}={code}" for name, code in found.cell.dims.items()), str(found.cell.year)]),
        "value": _value(found.cell, ratio=found.figure.measure is Measure.RATIO),
        "count": shown(len(found.counted)),
    }
    definition = found.figure.definition_en if english else found.figure.definition_nl
    return "\n".join([heading, definition, _("Zegel: %(seal)s") % {"seal": found.snapshot}])


def _value(cell: Cell, *, ratio: bool) -> str:
    if cell.value is None:
        return _("niets")
    parts = f" = {shown(cell.numerator or 0)} / {shown(cell.denominator or 0)}" if ratio else ""
    return shown(cell.value) + parts


def _line(counted: Counted) -> str:
    subject = shown_number("C" if counted.of_course else "D", counted.subject)
    parts = (counted.fact, counted.fact_type, subject, counted.day, counted.office or "-", counted.append)
    return "\t".join(map(str, parts))


def _codes(text: str) -> dict[str, str]:
    """`region=limburg,year=2019` as a mapping."""
    pairs = [part.partition("=") for part in text.split(",")]
    if not all(sign and name.strip() and code.strip() for name, sign, code in pairs):
        wrong = _("“%(text)s” is geen lijst van naam=code, zoals region=limburg,year=2019")
        raise ArgumentTypeError(wrong % {"text": text})
    return {name.strip(): code.strip() for name, _sign, code in pairs}
