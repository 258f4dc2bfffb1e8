"""From a reform to its study in a folder."""

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

from baken.law.content import the_book
from baken.law.reform_file import load_reform
from baken.statistics.report import folder
from baken.statistics.report.site import FOLDERS
from baken.statistics.report.wording import LANGUAGES, words
from baken.statistics.study import tables
from baken.statistics.study.edition import Edition, edition
from baken.statistics.study.pdf import brief
from baken.statistics.study.population import caseload, from_file
from baken.statistics.study.run import Run, run
from baken.statistics.study.site import site, study_assets
from baken.statistics.study.workbook import workbook

TEXTS = Path(__file__).parent / "texts"


def publish(
    path: Path,
    on: date,
    out: Path,
    *,
    population: Path | None = None,
    since: date | None = None,
    known_at: datetime | None = None,
) -> Run:
    """Study a reform and put what came of it in `out`, whole or not at all.

    population: a Parquet file instead of the caseload; since: a day instead of the reform's own; known_at: as the
    ledger knew it. Raises LawError for the reform, BadRequest for the population, NoPlace where it cannot stand.
    """
    folder.check(out)
    book = the_book()
    reform = load_reform(path, book, since)
    people = from_file(population, reform.over(book)) if population else caseload(book, on, reform.per, known_at)
    made = run(reform, book, people, on)
    with folder.building(out, {"study": reform.name, "law": book.digest, "reform": reform.digest}) as place:
        write(made, place)
    return made


def editions(made: Run) -> dict[str, Edition]:
    """The study in each language."""
    return {language: edition(made, words(language, TEXTS)) for language in LANGUAGES}


def write(made: Run, place: Path) -> None:
    """Pages, brief, workbook and data, into a folder that stands."""
    shown, assets = editions(made), study_assets()
    files: dict[str, bytes] = {path: page.encode() for path, page in site(shown).items()} | assets
    for language, each in shown.items():
        files[FOLDERS[language] + each.pdf] = brief(each, assets["assets/mark.svg"])
        files[FOLDERS[language] + each.workbook] = workbook(each)
    files |= {f"data/{name}": content.encode() for name, content in _data(made).items()}
    for name, content in files.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _data(made: Run) -> Mapping[str, str]:
    told = json.dumps(tables.as_data(made), ensure_ascii=False, indent=1, default=_plain)
    return {
        "outcomes.csv": _csv(tables.outcomes(made)),
        "groups.csv": _csv(tables.groups(made)),
        "moves.csv": _csv(tables.moves(made)),
        "study.json": f"{told}\n",
    }


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else str(value)


def _csv(rows: Sequence[tables.Row]) -> str:
    out = StringIO()
    if rows:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return out.getvalue()
