"""`baken explain-figure 4 --cell region=limburg,year=2019`: list what a cell counts."""

import getpass
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import get_language, gettext_noop, ngettext
from django.utils.translation import gettext as _

from baken.figures.definitions import FIGURES, figure
from baken.figures.definitions.key_figures import KEY_FIGURES
from baken.figures.explain import Counted, Explanation, explain
from baken.figures.management.arguments import add_engine
from baken.figures.model import Cell, Figure, Measure
from baken.foundation import clock
from baken.foundation.errors import BadRequest
from baken.foundation.identifiers import shown_number
from baken.ledger.management.arguments import add_known_at, whole
from baken.ledger.wording import number as shown


class Command(BaseCommand):
    """The command; `explain` does the work."""

    help = gettext_noop("De feiten tonen die een cel van een figuur telt; nooit een naam.")
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which cell, as known when, how many lines."""
        parser.add_argument("number", nargs="?", metavar="NN", help=_("de figuur, zoals 4 (anders: welke er zijn)"))
        parser.add_argument(
            "--cell",
            type=_codes,
            metavar=_("CEL"),
            help=_("haar codes, zoals region=limburg,year=2019; wat niet gegeven is: het totaal"),
        )
        parser.add_argument("--limit", type=whole(1, 1_000_000_000), metavar="N", help=_("toon de eerste N (alle)"))
        add_engine(parser)
        add_known_at(parser)

    def handle(self, *, number: str | None, cell: dict[str, str] | None, limit: int | None, **options: Any) -> None:
        """Explain and print a line per fact."""
        if number is None:
            raise BadRequest(_("Welke figuur?"), _known())
        if cell is None:
            raise BadRequest(_("Welke cel van figuur %(number)s?") % {"number": number}, _cell_of(figure(number)))
        found = explain(number, cell, by=getpass.getuser(), known_at=options["known_at"], engine=options["engine"])
        self.stdout.write(_heading(found))
        heads = (_("feit"), _("soort"), _("onderwerp"), _("dag"), _("vestiging"), _("registratie"))
        self.stdout.write("\t".join(heads))
        for counted in found.counted[:limit]:
            self.stdout.write(_line(counted))
        if limit is not None and limit < len(found.counted):
            self.stdout.write(_("… en nog %(count)s") % {"count": shown(len(found.counted) - limit)})


def _known() -> str:
    """Every figure that can be asked, and the key figures with the figure that each is a cell of."""
    english = get_language() == "en"
    figures = [one.in_year(clock.today().year) for one in FIGURES.values()]
    titles = [(one.number, one.title_en if english else one.title_nl) for one in figures]
    behind = [(row.figure, row.en if english else row.nl) for row in KEY_FIGURES]
    parts = [_("Dit zijn de figuren:"), *map(_numbered, titles), _("En de kerncijfers, cellen van figuur:")]
    return "\n".join([*parts, *map(_numbered, behind)])


def _numbered(line: tuple[str, str]) -> str:
    return f"{line[0]:>4}  {line[1]}"


def _cell_of(declared: Figure) -> str:
    names = ",".join(f"{dimension.name}={_('CODE')}" for dimension in declared.dimensions)
    return _("Geef --cell %(cell)s; wat niet gegeven is: het totaal.") % {"cell": f"{names},year={_('JAAR')}"}


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
