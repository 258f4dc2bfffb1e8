"""Figures as files: JSON, CSV with an index, and XLSX."""

import re
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from django.utils.translation import gettext as _

from baken.figures.model import FigureResult
from baken.foundation.errors import BadRequest
from baken.ledger.wording import refusal

FORMS = {"json": "text", "csv": "tables", "xlsx": "workbook"}
"""The module that writes each form; it is imported when asked for, because each brings a library along."""


OURS = {
    "json": r"(figure-\d\d|key-figures)\.json",
    "csv": r"(figure-\d\d|key-figures)\.csv|index\.yaml",
    "xlsx": r"figures-\d{4}\.xlsx",
}
"""The names of the files that each form writes."""


def require_ours(folder: Path, form: str) -> None:
    """Raises BadRequest when a folder holds anything but figures of this form, which are written anew."""
    if folder.is_dir() and not all(re.fullmatch(OURS[form], path.name) for path in folder.iterdir()):
        other = _("In %(folder)s staat iets anders dan cijfers als %(form)s.") % {"folder": folder, "form": form}
        raise BadRequest(other, _("Geef een nieuwe of lege map met --out."))


def write(results: Sequence[FigureResult], form: str, folder: Path) -> list[Path]:
    """Write figures to a folder (made when it is missing) as `json`, `csv` or `xlsx`; returns the files written.

    Raises BadRequest when the form is unknown or the folder cannot be written.
    """
    if form not in FORMS:
        unknown = _("Cijfers kunnen niet als %(form)s geschreven worden.") % {"form": form}
        raise BadRequest(unknown, _("Kies %(choices)s.") % {"choices": ", ".join(FORMS)})
    module = import_module(f"{__name__}.{FORMS[form]}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files: list[Path] = module.write(results, folder)
    except OSError as error:
        unwritten = _("De cijfers kunnen niet in %(folder)s geschreven worden: %(why)s.")
        raise BadRequest(unwritten % {"folder": folder, "why": refusal(error)}) from error
    return files
