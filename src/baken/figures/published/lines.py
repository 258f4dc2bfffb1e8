"""Reads CSV and YAML files strictly; what is wrong with them is collected as faults by file, row and column."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from baken.foundation.errors import BakenError

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
        place += [f"row {self.row}"] if self.row else []
        place += [f"column {self.column}"] if self.column else []
        return f"{', '.join(place)}: {self.reason}"


class UnusableTables(BakenError):
    """The folder cannot be read as published tables; `faults` says where and why."""

    code = "unusable_tables"

    def __init__(self, faults: Sequence[Fault]) -> None:
        more = f"; and {len(faults) - 3} more" if len(faults) > 3 else ""
        super().__init__("The tables cannot be used: " + "; ".join(map(str, faults[:3])) + more + ".")
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
            self.fault(column, "is empty")
        return self.cells[column]

    def amount(self, column: str) -> Decimal | None:
        """Digits with a point for decimals; empty, or no such column, is None."""
        text = self.cells.get(column, "")
        if text and not NUMBER.fullmatch(text):
            self.fault(column, f"“{text}” is not a number (digits, a point for decimals, no sign)")
            return None
        return Decimal(text) if text else None

    def year(self) -> int:
        """The year of the line."""
        if not YEAR.fullmatch(self.cells["year"]):
            self.fault("year", f"“{self.cells['year']}” is not a year")
            return 0
        return int(self.cells["year"])

    def flag(self, column: str) -> bool:
        """`true` or `false`."""
        if self.cells[column] not in ("true", "false"):
            self.fault(column, f"“{self.cells[column]}” is neither true nor false")
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
                    reason = "does not have as many columns as the header"
                    faults.append(Fault(path.name, reader.line_num, None, reason))
                else:
                    cells = {name: text.strip() for name, text in row.items()}
                    yield Line(path.name, reader.line_num, cells, faults)
            if reader.line_num < 2:
                faults.append(Fault(path.name, None, None, "has no rows"))
    except FileNotFoundError:
        faults.append(Fault(path.name, None, None, "is in the index, but there is no such file"))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        faults.append(Fault(path.name, None, None, f"cannot be read ({_first_line(error)})"))


def _wrong_header(names: Sequence[str], needed: Sequence[str]) -> tuple[str, str] | None:
    """(column, reason) of the first thing wrong with a header."""
    for name in needed:
        if names.count(name) != 1:
            return name, "this column is missing" if name not in names else "this column stands there twice"
    return None


def note_repeated(file: str, cells: Iterable[tuple[int, tuple[str, ...]]], faults: list[Fault]) -> None:
    """Note each (line, cell) whose cell an earlier line had already."""
    first: dict[tuple[str, ...], int] = {}
    for line, cell in cells:
        if first.setdefault(cell, line) != line:
            faults.append(Fault(file, line, None, f"repeats the cell of row {first[cell]} ({' / '.join(cell)})"))


def read_yaml(path: Path) -> dict[str, Any]:
    """A YAML file holding named keys. Raises UnusableTables when it is missing or is none."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UnusableTables([Fault(path.name, None, None, f"no such file in {path.parent}")]) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise UnusableTables([Fault(path.name, line, None, f"is no YAML ({error.problem})")]) from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise UnusableTables([Fault(path.name, None, None, f"cannot be read ({_first_line(error)})")]) from None
    if not isinstance(content, dict):
        raise UnusableTables([Fault(path.name, None, None, "must hold named keys")])
    return content


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
