"""Arguments that several commands take."""

from argparse import ArgumentParser

from django.utils.translation import gettext as _

from baken.figures.engines import ENGINES


def add_year(parser: ArgumentParser) -> None:
    """`--year 2019`."""
    parser.add_argument("--year", type=int, required=True, metavar=_("JAAR"), help=_("het jaar van de cijfers"))


def add_engine(parser: ArgumentParser) -> None:
    """`--engine duckdb`."""
    help_text = _("waarmee geteld wordt (%(default)s)")
    parser.add_argument("--engine", choices=list(ENGINES), default="duckdb", help=help_text)
