"""Reads a folder of published tables: `index.yaml`, one CSV per figure, and the key figures (docs/check-tables.md)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from baken.figures.published.lines import YEAR, Fault, UnusableTables, note_repeated, read_lines, read_yaml

TOTAL = "total"


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
        rows = _rows(folder / entry["file"], dimensions, faults)
        tables[str(entry["number"])] = Table(str(entry["number"]), entry["file"], dimensions, rows, entry)
    faults += _strays(folder, {table.file for table in tables.values()})
    key_figures = _facts(folder, "key_figures", "key-figures.csv", index, faults)
    cells = ((fact.line, (fact.section, fact.indicator, str(fact.year))) for fact in key_figures)
    note_repeated("key-figures.csv", cells, faults)
    prose = _facts(folder, "prose_figures", "prose-figures.csv", index, faults)
    if faults:
        raise UnusableTables(faults)
    return Publication(tables, key_figures, prose, index)


def _entries(index: Mapping[str, Any], faults: list[Fault]) -> Iterator[dict[str, Any]]:
    """The index's figures that have a table."""
    entries = index.get("figures")
    if not isinstance(entries, list) or not entries:
        faults.append(Fault("index.yaml", None, "figures", _("noemt geen figuren")))
        return
    seen: set[str] = set()
    for position, entry in enumerate(entries, 1):
        reason = _wrong_entry(entry, seen)
        if reason:
            faults.append(Fault("index.yaml", None, f"figures[{position}]", reason))
            continue
        seen.add(str(entry["number"]))
        if entry.get("file"):
            yield entry


def _wrong_entry(entry: Any, seen: set[str]) -> str:
    if not isinstance(entry, dict) or entry.get("number") is None:
        return _("heeft een nummer nodig")
    if str(entry["number"]) in seen:
        return _("figuur %(number)s staat er twee keer") % {"number": entry["number"]}
    if entry.get("file") and not isinstance(entry.get("dimensions"), list):
        return _("figuur %(number)s heeft een lijst van dimensies nodig") % {"number": entry["number"]}
    if entry.get("file") and Path(str(entry["file"])).name != entry["file"]:
        return _("“%(file)s” is niet de naam van een bestand in deze map") % {"file": entry["file"]}
    return ""


def _strays(folder: Path, files: set[str]) -> list[Fault]:
    names = sorted(path.name for path in folder.glob("figure-*.csv") if path.name not in files)
    return [Fault(name, None, None, _("staat niet in de index")) for name in names]


def _rows(path: Path, dimensions: tuple[str, ...], faults: list[Fault]) -> tuple[Row, ...]:
    rows = tuple(
        Row(
            dims={name: line.text(name) for name in dimensions},
            year=line.year(),
            value=line.amount("value"),
            share=line.amount("share"),
            total=line.flag("total"),
            line=line.number,
        )
        for line in read_lines(path, (*dimensions, "year", "value", "total"), faults)
    )
    note_repeated(path.name, ((row.line, (*row.dims.values(), str(row.year))) for row in rows), faults)
    return rows


def _facts(folder: Path, key: str, usual: str, index: Mapping[str, Any], faults: list[Fault]) -> tuple[KeyFigure, ...]:
    """The numbers outside the figures, when there are any; the index may require the file."""
    path = folder / str(index.get(key) or usual)
    listed = [other.get("file") for other in index.get("other_files") or [] if isinstance(other, dict)]
    required = index.get(key) or (key == "key_figures" and path.name in listed)
    if not path.exists() and not required:
        return ()
    return tuple(
        KeyFigure(
            section=line.text("section"),
            indicator=line.text("indicator"),
            year=line.year(),
            value=line.amount("value"),
            footnote=line.cells.get("footnote", ""),
            line=line.number,
        )
        for line in read_lines(path, ("section", "indicator", "year", "value"), faults)
        if _is_level(line.cells)
    )


def _is_level(cells: Mapping[str, str]) -> bool:
    """Not a growth rate or a number of several years, which prose gives too."""
    return not cells.get("base_year") and not (cells.get("unit") and not YEAR.fullmatch(cells["year"]))
