"""From a rule book to its website and PDF in a folder."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from baken.foundation.clock import now
from baken.law.book import Book
from baken.law.cases import Case, load_cases
from baken.law.content import CASES, REFORMS, the_book
from baken.law.reform_file import load_reform
from baken.law.reforms import Reform
from baken.statistics.lawbook.edition import Edition, edition
from baken.statistics.lawbook.pdf import pdf
from baken.statistics.lawbook.site import law_assets, site
from baken.statistics.report import folder
from baken.statistics.report.site import FOLDERS
from baken.statistics.report.wording import LANGUAGES, words

TEXTS = Path(__file__).parent / "texts"


def publish(out: Path) -> str:
    """Write the law as it is into `out`, whole or not at all; returns its digest. Raises NoPlace, LawError."""
    folder.check(out)
    book = the_book()
    reforms = [load_reform(path, book) for path in sorted(REFORMS.glob("*.yaml"))]
    made = editions(book, load_cases(CASES), reforms)
    with folder.building(out, {"law": book.digest}) as place:
        write(made, place, now())
    return book.digest


def editions(book: Book, cases: Sequence[Case], reforms: Sequence[Reform] = ()) -> dict[str, Edition]:
    """The book in each language."""
    return {language: edition(book, cases, reforms, words(language, TEXTS)) for language in LANGUAGES}


def write(made: Mapping[str, Edition], place: Path, instant: datetime) -> None:
    """The website and a PDF in each language, into a folder that stands. instant: the PDFs' date."""
    assets = law_assets()
    files: dict[str, bytes] = {path: page.encode() for path, page in site(made).items()} | assets
    for language, each in made.items():
        files[FOLDERS[language] + each.pdf] = pdf(each, assets["assets/mark.svg"], instant)
    for name, content in files.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
