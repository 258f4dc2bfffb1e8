"""The website: pages of plain HTML that work from disk, without scripts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.template import Context, Engine

from baken.documents.typeset import FONTS
from baken.figures.checks import Severity
from baken.statistics.report.edition import Edition
from baken.statistics.report.growth import SMALLEST_BASE

HERE = Path(__file__).parent
FOLDERS = {"nl": "", "en": "en/"}
"""Where each language stands; Dutch comes first."""


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
        dirs=[str(HERE / "templates")], libraries={"report": "baken.statistics.report.tags"}, autoescape=True
    )
    pages = {language: list(_pages(edition)) for language, edition in editions.items()}
    names = {language: {page.place: page.name for page in own} for language, own in pages.items()}
    written: dict[str, str] = {}
    for language, edition in editions.items():
        other = next(known for known in editions if known != language)
        for page in pages[language]:
            context = _frame(edition, page) | {
                "other": editions[other],
                "other_page": _beside(language, other) + names[other][page.place],
            }
            html = engine.get_template(page.template).render(Context({**context, **page.context}))
            written[FOLDERS[language] + page.name] = html
    return written


def _frame(edition: Edition, page: Page) -> dict[str, Any]:
    """What every page knows."""
    return {
        "edition": edition,
        "words": edition.words,
        "page": page.name,
        "about_page": _about_name(edition),
        "root": _up(edition.language),
        "folder": FOLDERS[edition.language],
        "description": edition.subtitle,
    }


def _beside(language: str, other: str) -> str:
    return _up(language) + FOLDERS[other]


def _up(language: str) -> str:
    return "../" * FOLDERS[language].count("/")


def _about_name(edition: Edition) -> str:
    return edition.words("about.slug") + ".html"


def _pages(edition: Edition) -> Iterator[Page]:
    chapters = edition.chapters
    yield Page("index.html", "index.html", 0, {})
    for place, chapter in enumerate(chapters):
        around = {
            "chapter": chapter,
            "previous": chapters[place - 1] if place else None,
            "following": chapters[place + 1] if place + 1 < len(chapters) else None,
        }
        yield Page("chapter.html", chapter.page, place + 1, around)
    yield Page("about.html", _about_name(edition), len(chapters) + 1, {"about": about(edition)})


def about(edition: Edition) -> dict[str, Any]:
    """The texts of "about these figures", filled in."""
    words = edition.words
    known_at = words.instant(edition.source.moment)
    values = {"year": edition.year, "before": edition.year - 1, "base": SMALLEST_BASE, "known_at": known_at}
    wrong = [finding for finding in edition.findings if finding.severity is Severity.CONTRADICTION]
    explained = [finding for finding in edition.findings if finding.severity is Severity.EXPLAINED]
    checked = [words("about.checks.text", tables=len(edition.exhibits))]
    checked += [words("about.checks.once", count=len(explained))] if explained else []
    checked += [words("about.checks.faults", count=len(wrong)) if wrong else words("about.checks.fine")]
    return {
        "made": [text.format_map(values) for text in words.at("about.made.text")],
        "rules": [text.format_map(values) for text in words.at("about.rules.text")],
        "checked": " ".join(checked),
        "faults": [getattr(finding, words.language) for finding in wrong],
        "skipped": [exhibit for exhibit in edition.exhibits if exhibit.silent],
        "open": [
            words("about.open.publisher"),
            words("about.open.text", site=words("site"), **values),
            words("about.open.software"),
            words("about.open.fonts"),
        ],
        "repeat": {
            words("about.reproduce.report"): edition.source.report(words("commands.report")),
            words("about.reproduce.figures"): edition.source.figures(words("commands.figures")),
            words("about.reproduce.explain"): edition.source.explain,
            words("about.reproduce.verify"): edition.source.verify,
        },
    }


def assets() -> dict[str, bytes]:
    """The stylesheets, the mark and the fonts, by path within the site."""
    look = files("baken.ui") / "static" / "ui"
    found = {f"assets/{name}": (look / name).read_bytes() for name in ("baken.css", "mark.svg")}
    found["assets/report.css"] = (HERE / "assets" / "report.css").read_bytes()
    fonts = sorted(FONTS.glob("*.woff2"))
    return found | {f"assets/{path.name}": path.read_bytes() for path in (*fonts, FONTS / "OFL.txt")}
