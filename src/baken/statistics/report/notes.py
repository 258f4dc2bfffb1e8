"""A figure's footnotes, and the marks by which its table refers to them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from baken.figures.model import Figure
from baken.statistics.report.plan import BREAKS
from baken.statistics.report.source import Source
from baken.statistics.report.wording import Words

MARKS = "¹²³⁴⁵⁶⁷⁸⁹"
WHOLE = ""
"""Under this key stand the marks of the notes that concern a figure as a whole."""


class Notes(NamedTuple):
    """The texts in order, and by code the marks that its name carries."""

    texts: tuple[str, ...] = ()
    marks: Mapping[str, str] = {}

    def mark(self, code: str = WHOLE) -> str:
        """What follows the name of a code, or the title of the figure; nothing where no note is about it."""
        return self.marks.get(code, "")


def notes(figure: Figure, source: Source, words: Words) -> Notes:
    """The notes of a figure as it is printed; in a demonstration also those on the breaks in its made-up series."""
    found = [(getattr(note, words.language), note.at) for note in figure.notes]
    if source.demo:
        found += _breaks(figure, source.year, words)
    marks: dict[str, str] = {}
    for mark, (_, at) in zip(MARKS, found, strict=False):
        for code in at or (WHOLE,):
            marks[code] = " ".join(filter(None, (marks.get(code), mark)))
    return Notes(tuple(text for text, _ in found), marks)


def _breaks(figure: Figure, year: int, words: Words) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, broken in BREAKS.items():
        if year >= broken.since and figure.number in broken.figures:
            yield words(f"breaks.{key}"), broken.figures[figure.number]
