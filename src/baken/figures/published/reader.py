"""Reads a folder of published tables: `index.yaml`, one CSV per figure, and the key figures (docs/check-tables.md)."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from baken.foundation.errors import BakenError

TOTAL = "total"
NUMBER = re.compile(r"\d+(\.\d+)?")
YEAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file cannot be used. row: line in the file (the header is 1), None when it is about the whole file."""

    file: str
    row: int | None
    column: str | None
    reason: str

    def __str__(self) -> str:
        place = [
            self.file,
            *([f"row {self.row}"] if self.row else []),
            *([f"column {self.column}"] if self.column else []),
        ]
        return f"{', '.join(place)}: {self.reason}"


class UnusableTables(BakenError):
    """The folder cannot be read as published tables; `faults` says where and why."""

    code = "unusable_tables"

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("The tables cannot be used: " + "; ".join(map(str, faults[:5])) + ".")
        self.faults = list(faults)


@dataclass(frozen=True, slots=True)
class Row:
    """One printed cell. dims: codes by dimension name (`total` for a total); value: None where nothing is printed;
    share: percent as printed; total: whether it is printed as a total or subtotal; line: in its file."""

    dims: Mapping[str, str]
    year: int
    value: Decimal | None
    share: Decimal | None
    total: bool
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One number outside the figures: of the table of key figures, or of the prose.

    footnote: its marks, as in the index, separated by `;`.
    """

    section: str
    indicator: str
    year: int
    value: Decimal | None
    footnote: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A published table. number: as in the report; declared: its entry in the index, as given."""

    number: str
    file: str
    dimensions: tuple[str, ...]
    rows: tuple[Row, ...]
    declared: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Publication:
    """A folder of published tables, read: tables by number, key figures, numbers in the prose, the index as given."""

    tables: Mapping[str, Table]
    key_figures: tuple[KeyFigure, ...] = ()
    prose: tuple[KeyFigure, ...] = ()
    index: Mapping[str, Any] = field(default_factory=dict)


def read_publication(folder: Path) -> Publication:
    """Read a folder of tables. Raises UnusableTables with every fault found; nothing is guessed."""
    index = read_yaml(folder / "index.yaml")
    faults: list[Fault] = []
    tables = {}
    for entry in _entries(index, faults):
        dimensions = tuple(str(name) for name in entry["dimensions"] if name != "year")
        rows = _table_rows(folder / entry["file"], dimensions, faults)
        tables[str(entry["number"])] = Table(str(entry["number"]), entry["file"], dimensions, tuple(rows), entry)
    faults += _not_in_index(folder, {table.file for table in tables.values()})
    key_figures = _facts(folder, "key_figures", "key-figures.csv", index, faults)
    _duplicates("key-figures.csv", ((fact.line, _name(fact)) for fact in key_figures), faults)
    prose = _facts(folder, "prose_figures", "prose-figures.csv", index, faults)
    if faults:
        raise UnusableTables(faults)
    return Publication(tables, key_figures, prose, index)


def read_yaml(path: Path) -> dict[str, Any]:
    """A YAML file holding a mapping. Raises UnusableTables when it is missing or is none."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UnusableTables([Fault(path.name, None, None, f"no such file in {path.parent}")]) from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UnusableTables([Fault(path.name, None, None, f"cannot be read ({_first_line(error)})")]) from None
    if not isinstance(content, dict):
        raise UnusableTables([Fault(path.name, None, None, "must hold named keys")])
    return content


def _entries(index: Mapping[str, Any], faults: list[Fault]) -> Iterator[dict[str, Any]]:
    """The index's figures that have a table."""
    entries = index.get("figures")
    if not isinstance(entries, list) or not entries:
        faults.append(Fault("index.yaml", None, "figures", "lists no figures"))
        return
    seen: set[str] = set()
    for position, entry in enumerate(entries, 1):
        number = str(entry.get("number")) if isinstance(entry, dict) else None
        if number is None or number == "None" or not isinstance(entry.get("dimensions"), list):
            faults.append(Fault("index.yaml", None, f"figures[{position}]", "needs a number and a list of dimensions"))
        elif number in seen:
            faults.append(Fault("index.yaml", None, f"figures[{position}]", f"figure {number} is listed twice"))
        elif entry.get("file"):
            yield entry
        seen.add(number or "")


def _not_in_index(folder: Path, files: set[str]) -> list[Fault]:
    strays = sorted(path.name for path in folder.glob("figure-*.csv") if path.name not in files)
    return [Fault(name, None, None, "is not in the index") for name in strays]


def _facts(folder: Path, key: str, usual: str, index: Mapping[str, Any], faults: list[Fault]) -> tuple[KeyFigure, ...]:
    """The numbers outside the figures, when there are any; the index may require the file."""
    path = folder / str(index.get(key) or usual)
    listed = [other.get("file") for other in index.get("other_files") or [] if isinstance(other, dict)]
    if not path.exists() and not index.get(key) and path.name not in listed:
        return ()
    return tuple(
        KeyFigure(
            section=row["section"],
            indicator=row["indicator"],
            year=_year(path, line, row, faults),
            value=_number(path, line, row, "value", faults),
            footnote=row.get("footnote") or "",
            line=line,
        )
        for line, row in _lines(path, ("section", "indicator", "year", "value"), faults)
        if _is_level(row)
    )


def _is_level(row: Mapping[str, str]) -> bool:
    """Not a growth rate or a number of several years, which prose gives too."""
    return not row.get("base_year") and not (row.get("unit") and not YEAR.fullmatch(row["year"]))


def _name(fact: KeyFigure) -> tuple[str, ...]:
    return fact.section, fact.indicator, str(fact.year)


def _table_rows(path: Path, dimensions: tuple[str, ...], faults: list[Fault]) -> list[Row]:
    rows = []
    for line, row in _lines(path, (*dimensions, "year", "value", "total"), faults):
        for name in dimensions:
            if not row[name]:
                faults.append(Fault(path.name, line, name, "is empty"))
        rows.append(
            Row(
                dims={name: row[name] for name in dimensions},
                year=_year(path, line, row, faults),
                value=_number(path, line, row, "value", faults),
                share=_number(path, line, row, "share", faults),
                total=_flag(path, line, row, faults),
                line=line,
            )
        )
    _duplicates(path.name, ((row.line, (*row.dims.values(), str(row.year))) for row in rows), faults)
    return rows


def _lines(path: Path, needed: tuple[str, ...], faults: list[Fault]) -> Iterator[tuple[int, dict[str, str]]]:
    """(line in the file, row) of a CSV file that has the needed columns; columns beyond them are left alone."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            missing = [name for name in needed if name not in (reader.fieldnames or [])]
            if missing:
                faults.append(Fault(path.name, 1, missing[0], "this column is missing"))
                return
            previous = 1
            for row in reader:
                if None in row or None in row.values():
                    faults.append(Fault(path.name, previous + 1, None, "does not have as many columns as the header"))
                else:
                    yield previous + 1, {name: text.strip() for name, text in row.items()}
                previous = reader.line_num
            if previous == 1:
                faults.append(Fault(path.name, None, None, "has no rows"))
    except FileNotFoundError:
        faults.append(Fault(path.name, None, None, "is in the index, but there is no such file"))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        faults.append(Fault(path.name, None, None, f"cannot be read ({_first_line(error)})"))


def _duplicates(file: str, cells: Iterator[tuple[int, tuple[str, ...]]], faults: list[Fault]) -> None:
    first: dict[tuple[str, ...], int] = {}
    for line, cell in cells:
        if first.setdefault(cell, line) != line:
            faults.append(Fault(file, line, None, f"repeats the cell of row {first[cell]} ({' / '.join(cell)})"))


def _number(path: Path, line: int, row: Mapping[str, str], column: str, faults: list[Fault]) -> Decimal | None:
    text = row.get(column) or ""
    if not text:
        return None
    if not (text.isascii() and NUMBER.fullmatch(text)):
        faults.append(Fault(path.name, line, column, f"“{text}” is not a number (digits, point for decimals, no sign)"))
        return None
    return Decimal(text)


def _year(path: Path, line: int, row: Mapping[str, str], faults: list[Fault]) -> int:
    if not YEAR.fullmatch(row["year"]):
        faults.append(Fault(path.name, line, "year", f"“{row['year']}” is not a year"))
        return 0
    return int(row["year"])


def _flag(path: Path, line: int, row: Mapping[str, str], faults: list[Fault]) -> bool:
    if row["total"] not in ("true", "false"):
        faults.append(Fault(path.name, line, "total", f"“{row['total']}” is neither true nor false"))
    return row["total"] == "true"


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
