"""All figures in one workbook: a sheet each, with definition and source. The same result gives the same bytes."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from baken.figures.model import TOTAL, Cell, FigureResult, Measure
from baken.figures.output.text import stem

FIRST_ROW = 4
WIDE, NARROW = 44, 16


def write(results: Sequence[FigureResult], folder: Path) -> list[Path]:
    """Write `figures-<year>.xlsx`: a list of the figures, then each on a sheet of its own."""
    file = folder / f"figures-{results[0].year}.xlsx"
    with xlsxwriter.Workbook(file) as book:
        # Nothing of the moment of writing: the file's date is the moment of knowledge.
        known = datetime.fromisoformat(results[0].known_at).replace(tzinfo=None, microsecond=0)
        book.set_properties({"title": f"Baken {results[0].year}", "author": "Baken", "created": known})
        styles = {name: book.add_format(look) for name, look in _LOOKS.items()}
        _write_list(book.add_worksheet("Figuren"), results, styles)
        for result in results:
            _write_figure(book.add_worksheet(stem(result.figure.number)), result, styles)
    return [file]


_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "head": {"bold": True, "bottom": 1, "text_wrap": True, "align": "right"},
    "count": {"num_format": "#,##0"},
    "average": {"num_format": "0.0"},
    "count_total": {"num_format": "#,##0", "bold": True, "top": 1},
    "average_total": {"num_format": "0.0", "bold": True, "top": 1},
    "share": {"num_format": '0"%"', "italic": True},
    "share_total": {"num_format": '0"%"', "italic": True, "bold": True, "top": 1},
    "name": {},
    "name_total": {"bold": True, "top": 1},
    "text": {"text_wrap": True, "valign": "top"},
}


def _write_list(sheet: Any, results: Sequence[FigureResult], styles: dict[str, Any]) -> None:
    sheet.set_column(0, 0, NARROW)
    sheet.set_column(1, 1, 2 * WIDE)
    sheet.write(0, 0, f"Figuren {results[0].year}", styles["title"])
    for row, result in enumerate(results, 2):
        name = stem(result.figure.number)
        sheet.write_url(row, 0, f"internal:'{name}'!A1", string=name)
        sheet.write(row, 1, result.figure.title_nl)


def _write_figure(sheet: Any, result: FigureResult, styles: dict[str, Any]) -> None:
    sheet.set_column(0, 0, WIDE)
    sheet.set_column(1, 40, NARROW)
    sheet.write(0, 0, result.figure.title_nl, styles["title"])
    sheet.write(1, 0, result.figure.scope_nl)
    below = _write_grid(sheet, result, styles)
    figure = result.figure
    words = [
        figure.definition_nl,
        *figure.footnotes_nl,
        f"Bekend op {result.known_at}; momentopname {result.snapshot}.",
        f"baken figures --year {result.year} --known-at {result.known_at} --figure {figure.number} --out DIR",
    ]
    for row, text in enumerate(words, below + 1):
        sheet.merge_range(row, 0, row, 6, text, styles["text"])
        sheet.set_row(row, 15 * (1 + len(text) // 120))


def _write_grid(sheet: Any, result: FigureResult, styles: dict[str, Any]) -> int:
    """The table: the first dimension (the last of the key figures) down, years and the other one across.

    Returns the first free row.
    """
    dimensions = result.figure.dimensions
    down = dimensions[0] if result.figure.number.isdigit() else dimensions[-1]
    across = [dimension for dimension in dimensions if dimension is not down and result.figure.number.isdigit()]
    rows: dict[str, int] = {}
    columns: dict[tuple[Any, ...], int] = {}
    average = "average" if result.figure.measure is Measure.RATIO else "count"
    for cell in result.cells:
        key = (cell.year, *(cell.dims[dimension.name] for dimension in across))
        names = [str(cell.year), *(dimension.label(cell.dims[dimension.name]) for dimension in across)]
        row = rows.setdefault(cell.dims[down.name], FIRST_ROW + len(rows))
        column = columns.setdefault(key, 1 + len(columns) * (2 if result.figure.share_of else 1))
        suffix = "_total" if cell.dims[down.name] == TOTAL else ""
        sheet.write(FIRST_ROW - 1, column, "\n".join(names), styles["head"])
        sheet.write(row, 0, down.label(cell.dims[down.name]), styles[f"name{suffix}"])
        _write_cell(sheet, row, column, cell, styles[f"{average}{suffix}"], styles[f"share{suffix}"])
    return FIRST_ROW + len(rows)


def _write_cell(sheet: Any, row: int, column: int, cell: Cell, style: Any, share_style: Any) -> None:
    if cell.value is not None:
        sheet.write_number(row, column, cell.value, style)
    if cell.share is not None:
        sheet.write_number(row, column + 1, cell.share, share_style)
