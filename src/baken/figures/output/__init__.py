"""Figures as files: JSON, CSV with an index, and XLSX."""

from collections.abc import Callable, Sequence
from pathlib import Path

from baken.figures.model import FigureResult
from baken.figures.output.tables import write_csv
from baken.figures.output.text import write_json
from baken.figures.output.workbook import write_xlsx
from baken.foundation.errors import BadRequest

WRITERS: dict[str, Callable[[Sequence[FigureResult], Path], list[Path]]] = {
    "json": write_json,
    "csv": write_csv,
    "xlsx": write_xlsx,
}


def write(results: Sequence[FigureResult], form: str, folder: Path) -> list[Path]:
    """Write figures to a folder (made when it is missing) as `json`, `csv` or `xlsx`; returns the files written.

    Raises BadRequest when the form is unknown or the folder cannot be written.
    """
    if form not in WRITERS:
        raise BadRequest(f"Figures cannot be written as {form}.", f"Choose {', '.join(WRITERS)}.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return WRITERS[form](results, folder)
    except OSError as error:
        raise BadRequest(f"The figures cannot be written to {folder}: {error.strerror}.") from error
