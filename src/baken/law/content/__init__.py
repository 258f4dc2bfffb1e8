"""The content: every rule of civic integration that decides something about a person or a case."""

from functools import cache
from pathlib import Path

import yaml

from baken.law.book import Book
from baken.law.content import (
    b1,
    brussels,
    certificate,
    contract,
    dutch,
    duty,
    enforcement,
    fees,
    minors,
    orientation,
    participation,
    residence,
    services,
    target_group,
    work,
)
from baken.law.content.facts import FACTS
from baken.law.parameters import load
from baken.law.rules import Chapter

HERE = Path(__file__).parent
CASES, REFORMS = HERE / "cases", HERE / "reforms"
"""Where the worked cases and the proposed changes stand."""
NOTES_EN = HERE / "notes_en.yaml"
"""What the Dutch notes say in English."""
CHAPTERS: tuple[Chapter, ...] = tuple(
    room.chapter
    for room in (
        target_group,
        brussels,
        minors,
        duty,
        contract,
        orientation,
        dutch,
        work,
        participation,
        certificate,
        b1,
        enforcement,
        fees,
        services,
        residence,
    )
)
"""In the order of the path."""


@cache
def the_book() -> Book:
    """The law as it is."""
    return Book(FACTS, CHAPTERS, load(HERE / "parameters"))


def note_in(language: str, note: str) -> str:
    """A version's note in `nl` or `en`; one that is not of this book as it stands."""
    return _notes_en().get(note, note) if language == "en" else note


@cache
def _notes_en() -> dict[str, str]:
    return dict(yaml.safe_load(NOTES_EN.read_text(encoding="utf-8")))
