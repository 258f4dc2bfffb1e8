"""Everything a report's folder holds: data, pages, PDF and workbook in each language."""

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from baken.figures.checks import check_folder
from baken.figures.model import FigureResult
from baken.figures.output import write as write_figures
from baken.figures.output.text import as_dict
from baken.statistics.report.edition import Edition, edition
from baken.statistics.report.pdf import pdf
from baken.statistics.report.site import FOLDERS, assets, site
from baken.statistics.report.source import Source
from baken.statistics.report.wording import LANGUAGES, words
from baken.statistics.report.workbook import workbook

COLUMNS = (
    "figure",
    "dimension",
    "code",
    "dimension_2",
    "code_2",
    "year",
    "value",
    "share",
    "total",
    "numerator",
    "denominator",
)


def write(results: Sequence[FigureResult], before: Sequence[FigureResult], source: Source, folder: Path) -> None:
    """Write the report into a folder that stands. before: figures of the year before, for growth.

    Raises NotTypeset, and OSError where the folder cannot be written.
    """
    data = folder / "data"
    for form in ("json", "csv"):
        write_figures(results, form, data)
    _write_all(results, data)
    findings = check_folder(data)
    editions = {language: edition(results, before, source, findings, words(language)) for language in LANGUAGES}
    shared = assets()
    files: dict[str, bytes] = {path: page.encode() for path, page in site(editions).items()}
    for language, made in editions.items():
        files |= {FOLDERS[language] + name: content for name, content in _documents(made, shared).items()}
    for name, content in {**files, **shared}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _documents(made: Edition, shared: Mapping[str, bytes]) -> dict[str, bytes]:
    """What can be taken along in one language: the PDF, the workbook, and a workbook for each figure."""
    each = {f"data/{exhibit.file}.xlsx": workbook(made, exhibit) for exhibit in made.exhibits}
    return {made.pdf: pdf(made, shared["assets/mark.svg"]), made.workbook: workbook(made), **each}


def _write_all(results: Sequence[FigureResult], data: Path) -> None:
    """All figures in one JSON and one CSV file."""
    text = json.dumps([as_dict(result) for result in results], ensure_ascii=False, indent=1)
    (data / "figures.json").write_text(text + "\n", encoding="utf-8")
    with (data / "figures.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(COLUMNS)
        for result in results:
            out.writerows(_lines(result))


def _lines(result: FigureResult) -> list[list[object]]:
    empty = ["", ""]
    return [
        [
            result.figure.number,
            *[part for pair in cell.dims.items() for part in pair],
            *(empty if len(cell.dims) == 1 else []),
            cell.year,
            *(cell.value, cell.share, str(cell.total).lower(), cell.numerator, cell.denominator),
        ]
        for cell in result.cells
    ]
