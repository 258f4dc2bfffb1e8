"""How a value stands in the register's text: each kind reads it and writes it.

A kind reads None from text that its column cannot hold (an incomplete day, an endless code). Whatever comes out
of `write` differently from how it went into `read` is kept beside the fact as the register wrote it, so a kind may
be as strict as its column.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from baken.foundation.codelists import codelist
from baken.ledger.fields import AS_GIVEN

LONGEST_CODE = 60
"""Longer text is no code: it is kept only as the register wrote it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The two directions between a text of the register and the value of a column.

    `name` says in `docs/kbi.md` what it is: a code list, or what kind of value.
    """

    name: str
    read: Callable[[str], Any]
    write: Callable[[Any], str | None]
    codes: Mapping[str, str] = field(default_factory=dict)
    """Our code for each code of the register whose meaning is clear."""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _whole(text: str) -> int | None:
    try:
        return int(text)
    except ValueError:
        return None


def _minutes(text: str) -> int | None:
    hours, minutes = _whole(text[:2]), _whole(text[3:5])
    return None if hours is None or minutes is None else 60 * hours + minutes


TEXT = Kind("text", lambda text: text or None, lambda value: value)
DAY = Kind("day", _day, date.isoformat)
TRUTH = Kind("yes or no", lambda text: text.strip() in ("true", "1"), lambda value: "true" if value else "false")
FLAG = Kind("0 or 1", lambda text: text == "1", lambda value: "1" if value else "0")
WHOLE = Kind("whole number", _whole, str)
TIME = Kind("time in minutes", _minutes, lambda value: f"{value // 60:02}:{value % 60:02}")


def listed(name: str, ours: Mapping[str, str]) -> Kind:
    """A value of an enumeration that the schema closes: `ours` gives our code for each of the register's.

    A code of ours that the register does not have is not written.
    """
    theirs = {code: text for text, code in ours.items()}
    return Kind(name, lambda text: ours.get(text.strip()), theirs.get, ours)


def coded(name: str, ours: Mapping[str, str] | None = None, *, closed: bool = False) -> Kind:
    """A code of the register: our code where its meaning is clear (`ours`), otherwise kept as `kbi:…`.

    closed: the schema lists the codes, so one of ours without an equivalent there is not written; in an open list
    it is written as it is.
    """
    ours = ours or {}
    theirs = {code: text for text, code in ours.items()}

    def read(text: str) -> str | None:
        code = text.strip()
        if not code or len(code) > LONGEST_CODE:
            return None
        if code in ours:
            return ours[code]
        return code if not closed and code in codelist(name) and code not in theirs else AS_GIVEN + code

    def write(value: str) -> str | None:
        if value.startswith(AS_GIVEN):
            return value.removeprefix(AS_GIVEN)
        return theirs.get(value, None if closed else value)

    return Kind(name, read, write, ours)


def _languages() -> dict[str, str]:
    return {(row.extra["iso639_2b"] or row.code).upper(): row.code for row in codelist("language")}


def language() -> Kind:
    """A language: the register writes ISO 639-2/B in capitals (ALB), we keep ISO 639-3 (sqi)."""
    theirs = {code: text for text, code in _languages().items()}

    def read(text: str) -> str | None:
        code = text.strip()
        if not code or len(code) > LONGEST_CODE:
            return None
        return _languages().get(code.upper()) or (code.lower() if code.lower() in theirs else AS_GIVEN + code)

    def write(value: str) -> str:
        return theirs.get(value) or value.removeprefix(AS_GIVEN)

    return Kind("language", read, write)
