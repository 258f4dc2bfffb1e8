"""The printed report: an edition as data for the Typst template, and its charts beside it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from baken.documents.typeset import typeset
from baken.statistics.report.edition import Card, ChapterView, Edition
from baken.statistics.report.exhibit import Exhibit
from baken.statistics.report.site import about

TEMPLATE = Path(__file__).parent / "report.typ"
BESIDE_COLUMNS, BESIDE_ROWS = 6, 10
"""Up to so many columns and rows a table stands beside its chart; a larger one stands below it."""


def pdf(edition: Edition, mark: bytes) -> bytes:
    """The report as a tagged PDF; mark: the SVG on its title page. Raises NotTypeset."""
    charts: dict[str, str | bytes] = {
        f"{exhibit.anchor}.svg": exhibit.drawing.narrow if _beside(exhibit) else exhibit.drawing.wide
        for exhibit in edition.exhibits
        if exhibit.drawing
    }
    return typeset(TEMPLATE, _data(edition), {**charts, "mark.svg": mark}, edition.source.moment)


def _data(edition: Edition) -> dict[str, Any]:
    words = edition.words
    known_at = words.instant(edition.source.moment)
    return {
        "language": edition.language,
        "title": edition.title,
        "site": words("site"),
        "year": str(edition.year),
        "kind": f"{words('kind')} {edition.year}",
        "subtitle": edition.subtitle,
        "author": "Baken",
        "keywords": [str(edition.year), *(chapter.title for chapter in edition.chapters)],
        "known": words("index.known", known_at=known_at),
        "publisher": words("footer.publisher"),
        "snapshot": edition.source.snapshot,
        "footer": words("demo") if edition.source.demo else f"{words('labels.known_at')} {known_at}",
        "page": words("page"),
        "lead": edition.lead,
        "labels": {
            "home": words("home"),
            "contents": words("contents"),
            "key_figures": words("labels.key_figures", year=edition.year),
            **{name: words(f"labels.{name}") for name in ("known_at", "snapshot", "command", "notable")},
        },
        "cards": [_card(card) for card in edition.cards],
        "chapters": [_chapter(chapter, edition) for chapter in edition.chapters],
        "about": _about(edition),
    }


def _card(card: Card) -> dict[str, str]:
    return {name: getattr(card, name) for name in ("label", "scope", "number", "change", "direction", "against")}


def _chapter(chapter: ChapterView, edition: Edition) -> dict[str, Any]:
    return {
        "number": str(chapter.number),
        "title": chapter.title,
        "lead": chapter.lead,
        "highlights": [{"text": found.text, "heading": found.heading} for found in chapter.highlights],
        "exhibits": [_exhibit(exhibit, edition) for exhibit in chapter.exhibits],
    }


def _exhibit(exhibit: Exhibit, edition: Edition) -> dict[str, Any]:
    drawing = exhibit.drawing
    return {
        **{
            name: getattr(exhibit, name)
            for name in ("anchor", "mark", "heading", "title", "unit", "empty", "snapshot", "command")
        },
        "repeats": exhibit.repeats,
        "definition": exhibit.definition if exhibit.repeats else f"{exhibit.definition} {exhibit.scope}.",
        "points": list(exhibit.points),
        "notes": list(exhibit.notes),
        "known_at": edition.words.instant(exhibit.known_at),
        "chart": f"{exhibit.anchor}.svg" if drawing else None,
        "caption": drawing.caption if drawing else "",
        "alternative": drawing.alternative if drawing else "",
        "beside": _beside(exhibit),
        **_table(exhibit, edition),
    }


def _beside(exhibit: Exhibit) -> bool:
    """Whether the chart, in its narrow form, stands beside its table: then the two are never parted."""
    grid = exhibit.grid
    fits = len(grid.columns) <= BESIDE_COLUMNS and len(grid.rows) <= BESIDE_ROWS
    return fits and exhibit.drawing is not None and not exhibit.repeats


def _table(exhibit: Exhibit, edition: Edition) -> dict[str, Any]:
    grid = exhibit.grid
    return {
        "corner": grid.corner,
        "columns": [{"total": column.total, "growth": column.kind == "growth"} for column in grid.columns],
        "heads": [[{"text": h.text, "across": h.across, "down": h.down} for h in row] for row in grid.heads],
        "rows": [
            {
                "head": row.head,
                "behind": edition.words("figure", number=row.behind) if row.behind else "",
                "anchor": f"f{row.behind}" if row.behind in edition.places else None,
                "scope": row.scope,
                "total": row.total,
                "entries": [entry.text for entry in row.entries],
            }
            for row in grid.rows
        ],
    }


def _about(edition: Edition) -> dict[str, Any]:
    words, source, texts = edition.words, edition.source, about(edition)
    skipped = [f"{exhibit.heading}. {exhibit.title}" for exhibit in texts["skipped"]]
    why = "about.checks.skipped_text" if skipped else "about.checks.complete"
    commands = {
        words("labels.known_at"): words.instant(source.moment),
        words("labels.snapshot"): source.snapshot,
        **texts["repeat"],
    }
    return {
        "title": words("about.title"),
        "parts": [
            _part(words("about.made.title"), texts["made"]),
            _part(words("about.rules.title"), [], texts["rules"]),
            _part(words("about.checks.title"), [texts["checked"]], list(texts["faults"])),
            _part(words("about.checks.skipped"), [words(why, year=edition.year)], skipped),
            _part(words("about.reproduce.title"), [words("about.reproduce.text", append=source.append)], [], commands),
            _part(words("about.open.title"), texts["open"]),
        ],
    }


def _part(
    title: str, paragraphs: list[str], items: list[str] | None = None, pairs: Mapping[str, str] | None = None
) -> dict[str, Any]:
    terms = [{"term": term, "text": text} for term, text in (pairs or {}).items()]
    return {"title": title, "paragraphs": paragraphs, "items": items or [], "pairs": terms}
