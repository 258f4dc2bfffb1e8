"""A study as a workbook: outcomes, groups and moves, with real numbers and names beside the codes."""

from datetime import datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from baken.statistics.report.workbook import HEAD, Look
from baken.statistics.study import tables
from baken.statistics.study.edition import Edition
from baken.statistics.study.says import Says

WIDTHS = {"rule": 26, "outcome": 44, "dimension": 20, "group": 18, "name": 30}


def workbook(edition: Edition) -> bytes:
    """The workbook of a study; the same study gives the same bytes."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    moment = datetime.combine(edition.run.on, time.min)
    book.set_properties({"title": edition.title, "author": "Baken", "created": moment})
    look = Look(book)
    run, words = edition.run, edition.words
    sheets = {
        "outcomes": [_named(row, edition.says) for row in tables.outcomes(run)],
        "groups": [_named(row, edition.says) for row in tables.groups(run)],
        "moves": [_moved(row, edition.says) for row in tables.moves(run)],
    }
    for name, rows in sheets.items():
        _sheet(book.add_worksheet(words(f"sheets.{name}")), rows, edition, look)
    book.close()
    return stream.getvalue()


def _named(row: tables.Row, says: Says) -> tables.Row:
    """The row with what its codes are called."""
    named: tables.Row = {"rule": row["rule"], "outcome": says.label(row["rule"])}
    if "dimension" in row:
        tally = next(t for t in says.run.study.of(row["rule"], row["dimension"]) if t.group == row["group"])
        named |= {"dimension": row["dimension"], "group": row["group"], "name": says.group(tally)}
    return named | {name: value for name, value in row.items() if name not in named}


def _moved(row: tables.Row, says: Says) -> tables.Row:
    outcomes = {name: says.outcome(row["rule"], row[name]) for name in ("before", "after")}
    return {"rule": row["rule"], "outcome": says.label(row["rule"]), **outcomes, "people": row["people"]}


def _sheet(sheet: Worksheet, rows: list[tables.Row], edition: Edition, look: Look) -> None:
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.write(0, 0, edition.title, look(bold=True, font_size=15))
    columns = list(rows[0]) if rows else []
    sheet.freeze_panes(3, 0)
    sheet.set_row(2, 32)
    for place, name in enumerate(columns):
        sheet.set_column(place, place, WIDTHS.get(name, 14))
        sheet.write(2, place, edition.words(f"columns.{name}"), look(**HEAD))
    for line, row in enumerate(rows, 3):
        for place, name in enumerate(columns):
            _write(sheet, line, place, row[name], look)


def _write(sheet: Worksheet, line: int, place: int, value: Any, look: Look) -> None:
    if value is None:
        sheet.write_blank(line, place, None, look())
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        whole = value == int(value)
        sheet.write_number(line, place, float(value), look(num_format="#,##0" if whole else "#,##0.00"))
    else:
        sheet.write(line, place, str(value), look())
