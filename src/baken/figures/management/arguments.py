"""Arguments that several commands take."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import datetime

from baken.foundation.clock import parse_instant


def add_year(parser: ArgumentParser) -> None:
    """`--year 2019`."""
    parser.add_argument("--year", type=int, required=True, help="the year of the figures")


def add_known_at(parser: ArgumentParser) -> None:
    """`--known-at 2019-12-31`: what the ledger knew then; without it, what it knows now."""
    parser.add_argument(
        "--known-at",
        type=_instant,
        metavar="T",
        help="a day (its end in Brussels) or an instant such as 2019-12-31T12:00:00Z (now)",
    )


def _instant(text: str) -> datetime:
    try:
        return parse_instant(text)
    except ValueError:
        raise ArgumentTypeError(
            f"“{text}” is neither a day (2019-12-31) nor an instant (2019-12-31T12:00:00Z)"
        ) from None
