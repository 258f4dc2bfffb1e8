"""What argparse says of a command's usage, in Dutch; argparse asks a function `_` for each of its sentences."""

import argparse

from django.utils.translation import get_language

DUTCH = {
    "usage: ": "gebruik: ",
    "positional arguments": "argumenten",
    "options": "opties",
    "show this help message and exit": "toon deze uitleg en stop",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "deze argumenten ontbreken: %s",
    "one of the arguments %s is required": "een van deze argumenten is nodig: %s",
    "not allowed with argument %s": "kan niet samen met %s",
    "unrecognized arguments: %s": "onbekende argumenten: %s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan meer dan één optie zijn: %(matches)s",
    "ignored explicit argument %r": "hier hoort geen waarde (%r)",
    "expected one argument": "hier hoort één waarde",
    "expected at most one argument": "hier hoort hoogstens één waarde",
    "expected at least one argument": "hier hoort minstens één waarde",
    "expected %s argument": "hier hoort %s waarde",
    "expected %s arguments": "hier horen %s waarden",
    "invalid %(type)s value: %(value)r": "%(value)r is geen getal",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r kan hier niet (kies uit %(choices)s)",
}
"""Every sentence that a user can cause; of our arguments only numbers are refused by their type alone."""


def speak() -> None:
    """From now on, argparse speaks the language that is spoken here."""
    argparse._ = _said  # type: ignore[attr-defined]
    argparse.ngettext = _counted  # type: ignore[attr-defined]


def _said(sentence: str) -> str:
    return DUTCH.get(sentence, sentence) if get_language() == "nl" else sentence


def _counted(one: str, more: str, count: int) -> str:
    return _said(one if count == 1 else more)
