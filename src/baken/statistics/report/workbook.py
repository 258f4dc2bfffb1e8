"""The report as a workbook: a sheet of contents, then a sheet for each figure with real numbers."""

from datetime import UTC
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from baken.statistics.report.edition import Edition
from baken.statistics.report.exhibit import Exhibit
from baken.statistics.report.grid import Entry, Grid
from baken.statistics.report.wording import Words, decimals

FIRST_COLUMN, OTHER_COLUMNS = 34, 14
SPAN = 6
"""A text runs over the first column and so many others."""
SOFT, LINK, HAIR, RULE = "#505a68", "#0055cc", "#c9d0d8", "#e0c800"
LINE = 15
"""Height of a line, in points."""
BASE = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
HEAD = {"bold": True, "bottom": 2, "text_wrap": True, "valign": "bottom"}


class Look:
    """The workbook's cell formats, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def __call__(self, **properties: Any) -> Format:
        """The format with these properties beside the usual ones."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(BASE | properties)
        return self._made[key]


def workbook(edition: Edition, only: Exhibit | None = None) -> bytes:
    """The workbook of an edition, or of one figure in it; the same edition gives the same bytes."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    moment = edition.source.moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    title = edition.title if only is None else only.title
    book.set_properties({"title": title, "author": "Baken", "subject": edition.subtitle, "created": moment})
    look = Look(book)
    shown = edition.exhibits if only is None else (only,)
    if only is None:
        _contents(book.add_worksheet(edition.words("workbook.contents")), edition, look)
    for exhibit in shown:
        sheet = book.add_worksheet(exhibit.heading)
        if only is None:
            link = f"internal:'{edition.words('workbook.contents')}'!A1"
            sheet.write_url(0, 0, link, look(font_color=LINK, underline=1), edition.words("workbook.back"))
        _sheet(sheet, exhibit, edition, look)
    book.close()
    return stream.getvalue()


def _contents(sheet: Worksheet, edition: Edition, look: Look) -> None:
    words = edition.words
    _page(sheet)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 90)
    sheet.set_row(0, 2 * LINE)
    sheet.write(0, 0, edition.title, look(bold=True, font_size=18))
    sheet.write(1, 0, words("labels.known_at"), look(font_color=SOFT))
    sheet.write(1, 1, words.instant(edition.source.moment), look())
    sheet.write(2, 0, words("labels.snapshot"), look(font_color=SOFT))
    sheet.write(2, 1, edition.source.snapshot, look())
    if edition.source.demo:
        sheet.write(3, 0, edition.subtitle, look(bold=True))
    row = 5
    for chapter in edition.chapters:
        sheet.set_row(row, 1.5 * LINE)
        sheet.write(row, 0, f"{chapter.number}. {chapter.title}", look(bold=True, font_size=13, top=2, top_color=RULE))
        sheet.write_blank(row, 1, None, look(top=2, top_color=RULE))
        for place, exhibit in enumerate(chapter.exhibits, row + 1):
            link = f"internal:'{exhibit.heading}'!A1"
            sheet.write_url(place, 0, link, look(font_color=LINK, underline=1), exhibit.heading)
            sheet.write(place, 1, exhibit.title, look())
        row += len(chapter.exhibits) + 2


def _sheet(sheet: Worksheet, exhibit: Exhibit, edition: Edition, look: Look) -> None:
    words, grid = edition.words, exhibit.grid
    _page(sheet)
    sheet.set_landscape()
    sheet.set_column(0, 0, FIRST_COLUMN)
    sheet.set_column(1, max(SPAN, len(grid.columns)), OTHER_COLUMNS)
    sheet.set_row(1, 1.6 * LINE)
    sheet.write(1, 0, f"{exhibit.heading}. {exhibit.title}{exhibit.mark}", look(bold=True, font_size=15))
    same = words("workbook.same_as", number=exhibit.same_as)
    _text(sheet, 2, same if exhibit.repeats else exhibit.definition, look)
    _text(sheet, 3, f"{exhibit.scope} ({exhibit.unit})", look)
    below = _table(sheet, grid, 5, words, look)
    notes = [
        *(f"{place}. {note}" for place, note in enumerate(exhibit.notes, 1)),
        *(exhibit.points if exhibit.silent else ()),
    ]
    made = (
        f"{words('labels.known_at')} {words.instant(exhibit.known_at)}. {words('labels.snapshot')} {exhibit.snapshot}."
    )
    for row, text in enumerate((*notes, made, f"{words('labels.command')}: {exhibit.command}"), below + 1):
        _text(sheet, row, text, look)


def _page(sheet: Worksheet) -> None:
    """As it is printed: A4, as wide as one page."""
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _text(sheet: Worksheet, row: int, text: str, look: Look) -> None:
    """A text over several columns, in as many lines as it needs."""
    lines = -(-len(text) // (FIRST_COLUMN + SPAN * OTHER_COLUMNS - 18))
    sheet.set_row(row, LINE * lines)
    sheet.merge_range(row, 0, row, SPAN, text, look(font_color=SOFT, text_wrap=True))


def _table(sheet: Worksheet, grid: Grid, top: int, words: Words, look: Look) -> int:
    """Write heads and rows from row `top` on; returns the row after the last."""
    first = top + len(grid.heads)
    sheet.freeze_panes(first, 1)
    _merged(sheet, top, 0, len(grid.heads), 1, grid.corner, look(**HEAD))
    for level, heads in enumerate(grid.heads, top):
        sheet.set_row(level, 2 * LINE)
        column = 1
        for head in heads:
            while (level, column) in _covered(grid, top):
                column += 1
            align = "center" if head.across > 1 else "right"
            _merged(sheet, level, column, head.down, head.across, head.text, look(**HEAD, align=align))
            column += head.across
    for place, row in enumerate(grid.rows, first):
        line = {"bold": True, "top": 2, "bottom": 2} if row.total else {"bottom": 1, "bottom_color": HAIR}
        name = row.head
        if row.behind:
            name = f"{row.head}\n{words('figure', number=row.behind)}. {row.scope}"
            sheet.set_row(place, 4 * LINE)
        sheet.write(place, 0, name, look(**line, text_wrap=True))
        for column, entry in enumerate(row.entries, 1):
            _write(sheet, place, column, entry, grid, line, look)
    return first + len(grid.rows)


def _covered(grid: Grid, top: int) -> set[tuple[int, int]]:
    """The head cells that a head from above reaches down into."""
    depth = len(grid.heads)
    return {
        (top + level, column)
        for column, found in enumerate(grid.columns, 1)
        for level in range(len(found.heads), depth)
    }


def _write(sheet: Worksheet, row: int, column: int, entry: Entry, grid: Grid, line: dict[str, Any], look: Look) -> None:
    heavy = {"bold": True} if entry.column.total else {}
    look_of = look(**(line | heavy), align="right", num_format=_number_format(entry, grid.digits))
    if entry.raw is None:
        sheet.write(row, column, entry.text, look_of)
    else:
        sheet.write_number(row, column, float(entry.raw) / (1 if entry.column.kind == "value" else 100), look_of)


def _number_format(entry: Entry, digits: int) -> str:
    if entry.column.kind == "growth":
        return "+0.0%;-0.0%;0.0%"
    if entry.column.kind == "share":
        return _with_decimals("0", decimals(entry.raw or 0)) + "%"
    return _with_decimals("#,##0", digits)


def _with_decimals(whole: str, count: int) -> str:
    return f"{whole}.{'0' * count}" if count else whole


def _merged(sheet: Worksheet, row: int, column: int, down: int, across: int, text: str, look: Format) -> None:
    if down > 1 or across > 1:
        sheet.merge_range(row, column, row + down - 1, column + across - 1, text, look)
    else:
        sheet.write(row, column, text, look)
