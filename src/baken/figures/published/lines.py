"""Reads CSV and YAML files strictly; what is wrong with them is collected as faults by file, row and column."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from baken.foundation.errors import BakenError
from baken.ledger.wording import number, refusal

NUMBER = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?")
YEAR = re.compile(r"(19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file cannot be used. row: line in the file (the header is 1), None when it is about the whole file."""

    file: str
    row: int | None
    column: str | None
    reason: str

    def __str__(self) -> str:
        place = [self.file]
        place += [_("rij %(row)s") % {"row": self.row}] if self.row else []
        place += [_("kolom %(column)s") % {"column": self.column}] if self.column else []
        return f"{', '.join(place)}: {self.reason}"


class UnusableTables(BakenError):
    """The folder cannot be read as published tables; `faults` says where and why."""

    code = "unusable_tables"

    def __init__(self, faults: Sequence[Fault]) -> None:
        told, more = "; ".join(map(str, faults[:3])), len(faults) - 3
        if more > 0:
            told += ngettext("; en nog %(count)s fout", "; en nog %(count)s fouten", more) % {"count": number(more)}
        super().__init__(_("De tabellen zijn niet bruikbaar: %(faults)s.") % {"faults": told})
        self.faults = list(faults)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a CSV file; its readers note a fault where the text is not what the column holds."""

    file: str
    number: int
    cells: Mapping[str, str]
    faults: list[Fault]

    def fault(self, column: str | None, reason: str) -> None:
        """Note that this line is wrong."""
        self.faults.append(Fault(self.file, self.number, column, reason))

    def text(self, column: str) -> str:
        """A text that must be there."""
        if not self.cells[column]:
            self.fault(column, _("is leeg"))
        return self.cells[column]

    def amount(self, column: str) -> Decimal | None:
        """Digits with a point for decimals; empty, or no such column, is None."""
        text = self.cells.get(column, "")
        if text and not NUMBER.fullmatch(text):
            wrong = _("“%(text)s” is geen getal (cijfers, een punt voor decimalen, geen teken)")
            self.fault(column, wrong % {"text": text})
            return None
        return Decimal(text) if text else None

    def year(self) -> int:
        """The year of the line."""
        if not YEAR.fullmatch(self.cells["year"]):
            self.fault("year", _("“%(text)s” is geen jaar") % {"text": self.cells["year"]})
            return 0
        return int(self.cells["year"])

    def flag(self, column: str) -> bool:
        """`true` or `false`."""
        if self.cells[column] not in ("true", "false"):
            self.fault(column, _("“%(text)s” is niet true of false") % {"text": self.cells[column]})
        return self.cells[column] == "true"


def read_lines(path: Path, needed: Sequence[str], faults: list[Fault]) -> Iterator[Line]:
    """The lines of a CSV file that has the needed columns; columns beyond them are left alone."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            wrong = _wrong_header(reader.fieldnames or [], needed)
            if wrong:
                faults.append(Fault(path.name, 1, *wrong))
                return
            for row in reader:
                if None in row or None in row.values():
                    reason = _("heeft niet evenveel kolommen als de kop")
                    faults.append(Fault(path.name, reader.line_num, None, reason))
                else:
                    cells = {name: text.strip() for name, text in row.items()}
                    yield Line(path.name, reader.line_num, cells, faults)
            if reader.line_num < 2:
                faults.append(Fault(path.name, None, None, _("heeft geen rijen")))
    except FileNotFoundError:
        faults.append(Fault(path.name, None, None, _("staat in de index, maar het bestand is er niet")))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        faults.append(Fault(path.name, None, None, _unreadable(error)))


def _wrong_header(names: Sequence[str], needed: Sequence[str]) -> tuple[str, str] | None:
    """(column, reason) of the first thing wrong with a header."""
    for name in needed:
        if names.count(name) != 1:
            return name, _("deze kolom ontbreekt") if name not in names else _("deze kolom staat er twee keer")
    return None


def note_repeated(file: str, cells: Iterable[tuple[int, tuple[str, ...]]], faults: list[Fault]) -> None:
    """Note each (line, cell) whose cell an earlier line had already."""
    first: dict[tuple[str, ...], int] = {}
    for line, cell in cells:
        if first.setdefault(cell, line) != line:
            repeated = _("herhaalt de cel van rij %(row)s (%(cell)s)")
            faults.append(Fault(file, line, None, repeated % {"row": first[cell], "cell": " / ".join(cell)}))


def read_yaml(path: Path) -> dict[str, Any]:
    """A YAML file holding named keys. Raises UnusableTables when it is missing or is none."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        absent = _("dit bestand is er niet in %(folder)s") % {"folder": path.parent}
        raise UnusableTables([Fault(path.name, None, None, absent)]) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise UnusableTables([Fault(path.name, line, None, _("is geen YAML"))]) from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise UnusableTables([Fault(path.name, None, None, _unreadable(error))]) from None
    if not isinstance(content, dict):
        raise UnusableTables([Fault(path.name, None, None, _("moet sleutels met een naam hebben"))])
    return content


def _unreadable(error: Exception) -> str:
    if isinstance(error, OSError):
        return _("kan niet gelezen worden (%(why)s)") % {"why": refusal(error)}
    return _("is geen UTF-8") if isinstance(error, UnicodeDecodeError) else _("is niet leesbaar")
