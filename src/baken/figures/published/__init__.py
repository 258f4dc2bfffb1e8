"""The published tables in our own form: what was printed, mistakes included (SOURCES.md).

Needs no database: the demo caseload aims at these numbers, the figures are compared with them.
"""

from functools import cache
from pathlib import Path

from baken.figures.published.lines import UnusableTables
from baken.figures.published.reader import KeyFigure, Publication, Row, Table, read_publication

__all__ = [
    "EDITIONS",
    "KeyFigure",
    "Publication",
    "Row",
    "Table",
    "UnusableTables",
    "folder",
    "key_figures",
    "publication",
    "table",
    "tables",
]


EDITIONS = Path(__file__).parent


def folder(edition: int = 2019) -> Path:
    """Where an edition's tables stand. Raises KeyError when there is no such edition."""
    path = EDITIONS / str(edition)
    if not path.is_dir():
        raise KeyError(f"no published tables of {edition}")
    return path


@cache
def publication(edition: int = 2019) -> Publication:
    """An edition read whole: tables, key figures, index."""
    return read_publication(folder(edition))


def table(number: str, edition: int = 2019) -> list[Row]:
    """The printed cells of one figure (`"4"`), in the file's order. Raises KeyError when it has no table."""
    return list(publication(edition).tables[str(number)].rows)


def tables(edition: int = 2019) -> dict[str, Table]:
    """Every table by figure number, in printed order."""
    return dict(publication(edition).tables)


def key_figures(edition: int = 2019) -> list[KeyFigure]:
    """The table of key figures, in the file's order."""
    return list(publication(edition).key_figures)
