"""Arguments that several commands take."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _

from baken.foundation.clock import parse_instant

DAY = 24 * 60 * 60


def add_known_at(parser: ArgumentParser) -> None:
    """`--known-at 2019-12-31`: what the ledger knew then; without it, what it knows now."""
    parser.add_argument(
        "--known-at",
        type=instant,
        metavar="T",
        help=_(
            "zoals toen bekend: een dag (het einde ervan in Brussel) of een tijdstip in UTC, zoals 2020-01-15T08:30Z"
        ),
    )


def instant(text: str) -> datetime:
    """Read a day or an instant. Raises ArgumentTypeError."""
    try:
        return parse_instant(text)
    except (ValueError, OverflowError):
        sentence = _("“%(text)s” is geen dag (2019-12-31) of tijdstip (2020-01-15T08:30Z)")
        raise ArgumentTypeError(sentence % {"text": text}) from None


def whole(least: int, most: int) -> Callable[[str], int]:
    """The type of an argument that is a whole number within bounds."""

    def read(text: str) -> int:
        found = int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None
        if found is None or not least <= found <= most:
            sentence = _("“%(text)s” is geen geheel getal van %(least)s tot %(most)s")
            raise ArgumentTypeError(sentence % {"text": text, "least": least, "most": most})
        return found

    return read


def seconds(text: str) -> float:
    """A span of at most a day. Raises ArgumentTypeError."""
    try:
        found = float(text)
    except ValueError:
        found = -1
    if not 0 <= found <= DAY:
        sentence = _("“%(text)s” is geen aantal seconden van 0 tot %(most)s") % {"text": text, "most": DAY}
        raise ArgumentTypeError(sentence)
    return found


def place(text: str) -> Path:
    """Read the path of a file or folder; nothing is no path. Raises ArgumentTypeError."""
    if not text.strip():
        raise ArgumentTypeError(_("geef een map of bestand"))
    return Path(text)
