"""What somebody looks for, read from one box: name, birth date, national number, dossier number, in any order."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.foundation.errors import BadRequest
from baken.foundation.identifiers import read_shown_number
from baken.people.names import words

KINDS = {
    "name": gettext_lazy("naam"),
    "birth_date": gettext_lazy("geboortedatum"),
    "birth_year": gettext_lazy("geboortejaar"),
    "national_number": gettext_lazy("rijksregisternummer"),
    "dossier": gettext_lazy("dossiernummer"),
}
MONTHS = ("jan", "feb", "maa mrt mar", "apr", "mei may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dec")

SHOWN = re.compile(r"\b[Dd]-?\d{1,16}-\d\b")
NATIONAL = re.compile(r"\b\d{2}[. ]?\d{2}[. ]?\d{2}[-. ]?\d{3}[-. ]?\d{2}\b")
ISO = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b")
DAY = re.compile(r"\b(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\b")
SPOKEN = re.compile(r"\b(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{4})\b")
RUN = re.compile(r"\b(\d{8})\b")
YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
NUMBER = re.compile(r"\b\d{1,16}\b")


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked; what is empty was not. born: a day (`1990-02-03`) or a year (`1990`)."""

    words: tuple[str, ...] = ()
    born: str = ""
    national_number: str = ""
    dossier: int | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """Of which kinds it is, for the read log: never what was asked."""
        told = {
            "name": self.words,
            "birth_date": len(self.born) > 4,
            "birth_year": len(self.born) == 4,
            "national_number": self.national_number,
            "dossier": self.dossier is not None,
        }
        return tuple(kind for kind, asked in told.items() if asked)

    @property
    def precise(self) -> bool:
        """Whether it points at somebody whom the asker knows, and does not fish."""
        return bool(self.national_number or self.dossier is not None or len(self.words) + (len(self.born) > 4) > 1)


def read(text: str) -> Question:
    """Read what was typed. Raises BadRequest when a day does not exist or a check digit does not fit."""
    left = _Left(text)
    shown, national = left.take(SHOWN), left.take(NATIONAL)
    born = _born(left)
    year, number = left.take(YEAR) if not born else None, left.take(NUMBER)
    asked = [word for word in words(left.text) if len(word) > 1]
    dossier = _dossier(shown[0]) if shown else int(number[0]) if number else None
    digits = re.sub(r"\D", "", national[0]) if national else ""
    return Question(tuple(asked[:6]), born or (year[0] if year else ""), digits, dossier)


class _Left:
    """What of a text is not yet understood."""

    def __init__(self, text: str) -> None:
        self.text = text[:200]

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Find something and take it out."""
        found = pattern.search(self.text)
        if found:
            self.text = f"{self.text[: found.start()]} {self.text[found.end() :]}"
        return found


def _born(left: _Left) -> str:
    if found := left.take(ISO):
        return _day(found[1], found[2], found[3])
    if found := left.take(DAY):
        return _day(found[3], found[2], found[1])
    if found := left.take(SPOKEN):
        return _day(found[3], _month(found[2]), found[1])
    if found := left.take(RUN):
        run = found[1]
        year_first = run[:2] in ("19", "20") and run[4:6] <= "12"
        return _day(run[:4], run[4:6], run[6:]) if year_first else _day(run[4:], run[2:4], run[:2])
    return ""


def _month(name: str) -> str:
    return str(next((number for number, said in enumerate(MONTHS, 1) if name.lower() in said.split()), 0))


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        raise BadRequest(
            _("Die geboortedatum bestaat niet."), _("Schrijf haar als dag/maand/jaar, bijvoorbeeld 03/02/1990.")
        ) from None


def _dossier(shown: str) -> int:
    try:
        return read_shown_number(re.sub("^[Dd]-?", "D-", shown))[1]
    except ValueError:
        raise BadRequest(
            _("Dat dossiernummer klopt niet: het laatste cijfer hoort er niet bij."), _("Kijk het na op de brief.")
        ) from None
