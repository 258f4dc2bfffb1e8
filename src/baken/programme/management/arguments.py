"""Arguments of the commands that ask the law."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from baken.foundation.identifiers import read_shown_number
from baken.law.speech import LANGUAGES


def add_on(parser: ArgumentParser) -> None:
    """`--on 2026-10-31`: the day as of which is decided."""
    parser.add_argument("--on", type=day, required=True, metavar=_("DAG"), help=_("de dag, zoals 2026-10-31"))


def add_lang(parser: ArgumentParser) -> None:
    """`--lang en`: in which language."""
    parser.add_argument(
        "--lang", choices=LANGUAGES, default=settings.SPOKEN, help=_("de taal van het antwoord (%(default)s)")
    )


def day(text: str) -> date:
    """Read a day. Raises ArgumentTypeError."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(_("“%(text)s” is geen dag; schrijf 2026-10-31") % {"text": text}) from None
    if not 1900 <= found.year <= 2200:
        raise ArgumentTypeError(_("%(text)s ligt niet tussen 1900 en 2200") % {"text": text})
    return found


def dossier(text: str) -> int:
    """Read a dossier's number: 12, or as shown with its check digit, D-12-3. Raises ArgumentTypeError."""
    sentence = _("“%(text)s” is geen nummer van een dossier; schrijf 12 of D-12-3") % {"text": text}
    if text.isascii() and text.isdigit():
        return int(text)
    try:
        prefix, number = read_shown_number(text)
    except ValueError:
        raise ArgumentTypeError(sentence) from None
    if prefix != "D":
        raise ArgumentTypeError(sentence)
    return number
