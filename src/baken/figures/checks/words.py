"""How findings name things, in the language that is spoken now."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from baken.figures.checks.finding import Cell
from baken.figures.published.reader import TOTAL, Table
from baken.foundation.codelists import codelist
from baken.ledger.wording import number

PLACES = {"key": gettext_lazy("Kerncijfers"), "prose": gettext_lazy("Tekst")}
CODE_LISTS = {"decision": "mo_decision", "caller_region": "region"}


def figure_name(figure: str) -> str:
    """`Figuur 4`; the key figures and the text have their own names."""
    return str(PLACES[figure]) if figure in PLACES else _("Figuur %(number)s") % {"number": figure}


def figure_names(numbers: Iterable[str]) -> str:
    """`Figuur 4, 7; Kerncijfers`."""
    numbers = list(numbers)
    figures = [number for number in numbers if number not in PLACES]
    names = [figure_name(", ".join(figures))] if figures else []
    return "; ".join(names + [figure_name(number) for number in numbers if number in PLACES])


def cell_name(cell: Cell) -> str:
    """The codes and year of a cell, by their names where a code list has them."""
    return ", ".join(_label(name, str(code)) for name, code in cell.items())


def _label(dimension: str, code: str) -> str:
    if code == TOTAL:
        return _("totaal")
    try:
        return codelist(CODE_LISTS.get(dimension, dimension)).label(code, get_language() or "nl").replace("_", " ")
    except KeyError:
        return code.replace("_", " ")


def value(found: Decimal | None) -> str:
    """17832 as `17.832`, 17.5 as `17,5`; nothing as an empty text."""
    return "" if found is None else number(found)


def footnote_text(table: Table, mark: str) -> str:
    """A footnote of a table by its mark (in a plain list, its position); empty when the index does not have it."""
    notes = table.declared.get("footnotes") or table.declared.get("notes_printed") or {}
    if isinstance(notes, list):
        notes = {str(position): text for position, text in enumerate(notes, 1)}
    text = notes.get(mark, "") if isinstance(notes, dict) else ""
    return str(text.get("nl", "")) if isinstance(text, dict) else str(text)
