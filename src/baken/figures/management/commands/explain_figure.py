"""`baken explain-figure 4 --cell region=limburg,year=2019`: list what a cell counts."""

import getpass
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand

from baken.figures.engines import ENGINES
from baken.figures.explain import Counted, Explanation, explain
from baken.figures.management.arguments import add_known_at
from baken.figures.model import Measure
from baken.foundation.identifiers import shown_number


class Command(BaseCommand):
    """The command; `explain` does the work."""

    help = "List the facts that a cell of a figure counts: number, dossier, day, office, registration; never a name."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which cell, as known when, how many lines."""
        parser.add_argument("number", metavar="NN", help="the figure, such as 4")
        parser.add_argument(
            "--cell",
            type=_codes,
            required=True,
            help="its codes, such as region=limburg,year=2019; left out: the total",
        )
        parser.add_argument("--limit", type=int, metavar="N", help="show the first N (all)")
        parser.add_argument("--engine", choices=list(ENGINES), default="duckdb", help="where to compute (duckdb)")
        add_known_at(parser)

    def handle(self, *, number: str, cell: dict[str, str], limit: int | None, **options: Any) -> None:
        """Explain and print a line per fact."""
        found = explain(number, cell, by=getpass.getuser(), known_at=options["known_at"], engine=options["engine"])
        self.stdout.write(_heading(found))
        self.stdout.write("\t".join(("fact", "of type", "subject", "day", "office", "registration")))
        for counted in found.counted[:limit]:
            self.stdout.write(_line(counted))
        if limit is not None and limit < len(found.counted):
            self.stdout.write(f"… and {len(found.counted) - limit:,} more")


def _heading(found: Explanation) -> str:
    cell = ", ".join(f"{name}={code}" for name, code in found.cell.dims.items())
    value = f"{found.cell.value:,}" if found.cell.value is not None else "nothing"
    if found.figure.measure is Measure.RATIO:
        value += f" = {found.cell.numerator:,} / {found.cell.denominator:,}"
    heading = f"Figure {found.figure.number}, {cell}, {found.cell.year}: {value}; {len(found.counted):,} facts listed"
    return f"{heading}\n{found.figure.definition_en}\nsnapshot {found.snapshot}"


def _line(counted: Counted) -> str:
    subject = shown_number("C" if counted.of_course else "D", counted.subject)
    parts = (counted.fact, counted.fact_type, subject, counted.day, counted.office or "-", counted.append)
    return "\t".join(map(str, parts))


def _codes(text: str) -> dict[str, str]:
    """`region=limburg,year=2019` as a mapping."""
    pairs = [part.partition("=") for part in text.split(",")]
    if not all(sign and name.strip() and code.strip() for name, sign, code in pairs):
        raise ArgumentTypeError(f"“{text}” is not a list of name=code, such as region=limburg,year=2019")
    return {name.strip(): code.strip() for name, _, code in pairs}
