"""Figures as files: JSON, CSV with an index, and XLSX."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from baken.figures.model import FigureResult
from baken.foundation.errors import BadRequest

FORMS = {"json": "text", "csv": "tables", "xlsx": "workbook"}
"""The module that writes each form; it is imported when asked for, because each brings a library along."""


def write(results: Sequence[FigureResult], form: str, folder: Path) -> list[Path]:
    """Write figures to a folder (made when it is missing) as `json`, `csv` or `xlsx`; returns the files written.

    Raises BadRequest when the form is unknown or the folder cannot be written.
    """
    if form not in FORMS:
        raise BadRequest(f"Figures cannot be written as {form}.", f"Choose {', '.join(FORMS)}.")
    module = import_module(f"{__name__}.{FORMS[form]}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files: list[Path] = module.write(results, folder)
    except OSError as error:
        raise BadRequest(f"The figures cannot be written to {folder}: {error.strerror}.") from error
    return files
