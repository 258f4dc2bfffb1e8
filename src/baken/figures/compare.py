"""Our figures beside the published ones: which cells are equal, and why the others differ.

A difference is *known* when the publication contradicts itself: its total is not the sum of its own parts, or it
prints the same indicator twice with two values. Every other difference is a real one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.figures.definitions.key_figures import KEY_FIGURES, NUMBER, KeyFigure
from baken.figures.model import TOTAL, Cell, Figure, FigureResult
from baken.figures.published import Publication, Row
from baken.ledger.wording import number

OWN_ROWS = {
    ("34", "other_civil_test"): gettext_lazy(
        "figuur 31 heeft meer civiele taaltesten dan figuur 34; die van ons staan in een eigen rij"
    )
}
"""Rows that the publication has not, and why we have them."""

Key = tuple[tuple[str, ...], int]
"""A cell's codes in the order of the dimensions, and its year."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that differs. why: the contradiction in the publication that explains it; empty for a real difference."""

    figure: str
    codes: tuple[str, ...]
    year: int
    printed: str
    ours: str
    why: str = ""


@dataclass(slots=True)
class Comparison:
    """equal: printed cells that are the same. apart: differing key figures that stand in no printed table."""

    equal: int = 0
    known: list[Difference] = field(default_factory=list)
    real: list[Difference] = field(default_factory=list)
    apart: list[Difference] = field(default_factory=list)


def compare(results: Iterable[FigureResult], publication: Publication) -> Comparison:
    """Compare every printed cell of the figures given, values and shares, with ours."""
    found = Comparison()
    by_number = {result.figure.number: result for result in results}
    for table in publication.tables.values():
        if table.number in by_number:
            printed = {(tuple(row.dims.values()), row.year): row for row in table.rows}
            _compare_table(found, by_number[table.number], printed)
    if NUMBER in by_number:
        _compare_key_figures(found, by_number[NUMBER], publication)
    return found


def _compare_table(found: Comparison, result: FigureResult, printed: Mapping[Key, Row]) -> None:
    figure = result.figure
    ours = {(tuple(cell.dims.values()), cell.year): cell for cell in result.cells}
    for key in printed:
        _compare_cell(found, figure, key, printed, ours)
    for (codes, year), cell in ours.items():
        if (codes, year) not in printed and not cell.total and cell.value:
            why = _own_row(figure.number, codes[-1])
            _note(found, Difference(figure.number, codes, year, "-", str(cell.value), why))


def _compare_cell(
    found: Comparison, figure: Figure, key: Key, printed: Mapping[Key, Row], ours: Mapping[Key, Cell]
) -> None:
    row, cell = printed[key], ours.get(key)
    if row.value is None and row.share is None:
        # Left blank or "-": nothing to equal, but nothing to count either.
        if cell and cell.value:
            _note(found, Difference(figure.number, *key, "-", str(cell.value)))
        return
    pairs = [(row.value, cell and cell.value), (row.share, cell and cell.share)]
    differing = [(theirs, mine) for theirs, mine in pairs if theirs is not None and theirs != mine]
    if not differing:
        found.equal += 1
        return
    theirs, mine = differing[0]
    why = _own_contradiction(figure, key, printed, ours) if theirs is row.value else ""
    _note(found, Difference(figure.number, *key, str(theirs), "-" if mine is None else str(mine), why))


def _own_contradiction(figure: Figure, key: Key, printed: Mapping[Key, Row], ours: Mapping[Key, Cell]) -> str:
    """Why a printed total cannot be right: our value is the sum of its printed parts, or has a row more."""
    codes = key[0]
    mine = ours[key].value if key in ours else None
    for position, dimension in enumerate(figure.dimensions):
        if codes[position] != TOTAL or not dimension.additive or mine is None:
            continue
        parts = {
            part: row.value or 0 for part, row in printed.items() if _is_part(part, key, position) and part[0] != codes
        }
        if sum(parts.values()) == mine:
            return _("het gedrukte totaal is niet de som van de delen (%(sum)s)") % {"sum": number(mine)}
        for own, cell in ours.items():
            why = _own_row(figure.number, own[0][position])
            if why and _is_part(own, key, position) and sum(parts.values()) + (cell.value or 0) == mine:
                return why
    return ""


def _own_row(figure: str, code: str) -> str:
    return str(OWN_ROWS.get((figure, code), ""))


def _is_part(part: Key, total: Key, position: int) -> bool:
    """Whether a cell is one of those that a total adds up over the dimension at `position`."""
    same = all(mine == code for at, (mine, code) in enumerate(zip(part[0], total[0], strict=True)) if at != position)
    return same and part[1] == total[1] and part[0][position] != TOTAL


def _compare_key_figures(found: Comparison, result: FigureResult, publication: Publication) -> None:
    ours = {(cell.dims["indicator"], cell.year): cell.value for cell in result.cells}
    rows = {row.indicator: row for row in KEY_FIGURES}
    for fact in publication.key_figures:
        key = (fact.indicator, fact.year)
        if key not in ours or fact.value is None or rows[fact.indicator].section != fact.section:
            continue
        if ours[key] == fact.value:
            found.equal += 1
            continue
        printed = _printed_behind(rows[fact.indicator], fact.year, publication)
        difference = Difference(NUMBER, (fact.indicator,), fact.year, str(fact.value), str(ours[key]))
        if printed is None:
            found.apart.append(difference)
            continue
        _note(found, _explained(difference, rows[fact.indicator], printed, found))


def _printed_behind(row: KeyFigure, year: int, publication: Publication) -> Decimal | None:
    """What the table behind a key figure prints for that year; None when it prints nothing."""
    table = publication.tables.get(row.figure)
    cells = [cell.value for cell in table.rows if cell.year == year and row.takes(cell.dims)] if table else []
    return sum((value or Decimal(0) for value in cells), Decimal(0)) if cells else None


def _explained(difference: Difference, row: KeyFigure, printed: Decimal, found: Comparison) -> Difference:
    """A differing key figure is explained when our value is that of the table, or the table's own contradiction."""
    why = next(
        (
            other.why
            for other in found.known
            if (other.figure, other.year, other.ours) == (row.figure, difference.year, difference.ours)
        ),
        _behind(row.figure, printed) if str(printed) == difference.ours else "",
    )
    return Difference(difference.figure, difference.codes, difference.year, difference.printed, difference.ours, why)


def _behind(figure: str, printed: Decimal) -> str:
    return _("in figuur %(number)s staat %(printed)s") % {"number": figure, "printed": number(printed)}


def _note(found: Comparison, difference: Difference) -> None:
    (found.known if difference.why else found.real).append(difference)
