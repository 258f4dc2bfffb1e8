"""The rule book as a website: plain HTML that works from disk, without scripts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from django.template import Context, Engine

from baken.law.parameters import CONFIDENCES
from baken.law.rules import STATES
from baken.statistics.lawbook.edition import ChangeView, Edition, Link
from baken.statistics.lawbook.timeline import timeline
from baken.statistics.report.site import FOLDERS, HERE, assets

OWN = Path(__file__).parent
OTHERS = ("parameters", "facts", "timeline", "reforms", "guide")
"""The pages beside the chapters."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page by template and name; `place` finds it again in the other language."""

    template: str
    name: str
    place: int
    context: Mapping[str, Any]


def site(editions: Mapping[str, Edition]) -> dict[str, str]:
    """Every page of every language: HTML by path within the site."""
    engine = Engine(
        dirs=[str(OWN / "templates"), str(HERE / "templates")],
        libraries={"report": "baken.statistics.report.tags", "law": "baken.statistics.lawbook.tags"},
        autoescape=True,
    )
    pages = {language: list(_pages(edition)) for language, edition in editions.items()}
    names = {language: {page.place: page.name for page in own} for language, own in pages.items()}
    written: dict[str, str] = {}
    for language, edition in editions.items():
        other = next(known for known in editions if known != language)
        for page in pages[language]:
            up = "../" * FOLDERS[language].count("/")
            context = {
                "edition": edition,
                "words": edition.words,
                "page": page.name,
                "root": up,
                "description": edition.words("subtitle"),
                "menu": menu(edition),
                "levels": CONFIDENCES,
                "states": STATES,
                "guide": edition.words.at("guide"),
                "other": editions[other],
                "other_page": up + FOLDERS[other] + names[other][page.place],
                **page.context,
            }
            written[FOLDERS[language] + page.name] = engine.get_template(page.template).render(Context(context))
    return written


def menu(edition: Edition) -> list[Link]:
    """The pages beside the chapters."""
    return [
        Link(edition.words(f"pages.{name}.title"), f"{edition.words(f'pages.{name}.slug')}.html") for name in OTHERS
    ]


def law_assets() -> dict[str, bytes]:
    """The stylesheets, the mark and the fonts, by path within the site."""
    return {**assets(), "assets/law.css": (OWN / "assets" / "law.css").read_bytes()}


def _pages(edition: Edition) -> Iterator[Page]:
    chapters, words = edition.chapters, edition.words
    yield Page("law_index.html", "index.html", 0, {})
    for place, chapter in enumerate(chapters):
        around = {
            "chapter": chapter,
            "previous": chapters[place - 1] if place else None,
            "following": chapters[place + 1] if place + 1 < len(chapters) else None,
        }
        yield Page("law_chapter.html", chapter.page, place + 1, around)
    timely = {"drawn": timeline(edition), "days": days(edition)}
    for place, name in enumerate(OTHERS, len(chapters) + 1):
        context = timely if name == "timeline" else {}
        yield Page(f"law_{name}.html", f"{words(f'pages.{name}.slug')}.html", place, context)


def days(edition: Edition) -> list[tuple[str, list[ChangeView]]]:
    """What changed, by day, the latest first."""
    return [(day, list(changes)) for day, changes in groupby(reversed(edition.changes), key=lambda change: change.day)]
