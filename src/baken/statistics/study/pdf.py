"""A study in two pages: what a cabinet adviser reads."""

from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from baken.documents.typeset import typeset
from baken.law.sheet import lines
from baken.law.study import Tally
from baken.statistics.lawbook.proposals import RuleChange
from baken.statistics.report.exhibit import Drawing
from baken.statistics.study.charts import SHADES, by_outcome, parts
from baken.statistics.study.edition import Edition, GroupRow, OutcomeView
from baken.statistics.study.site import cards, drawn_facts, reproduce, said

TEMPLATE = Path(__file__).parent / "brief.typ"
OUTCOMES, POINTS, CHANGES, ROWS, MISSING = 6, 5, 4, 30, 6
"""What fits on two pages; the rest stands on the study's page."""
LONGEST = 420
"""Signs of a rule's text."""


def brief(edition: Edition, mark: bytes) -> bytes:
    """The brief as a tagged PDF; mark: the SVG in its corner. Raises NotTypeset."""
    overview = by_outcome(edition, OUTCOMES)
    files: dict[str, str | bytes] = {"mark.svg": mark, "overview.svg": overview.wide}
    instant = datetime.combine(edition.run.on, time.min, UTC)
    return typeset(TEMPLATE, _data(edition, overview), files, instant)


def _data(edition: Edition, overview: Drawing) -> dict[str, Any]:
    words, told = edition.words, said(edition)
    labels = ("proposal", "outcomes", "unknown", "about", "source")
    return {
        "language": edition.language,
        "title": edition.title,
        "kind": words("kind"),
        "author": "Baken",
        "keywords": [edition.title],
        "footer": edition.title,
        "page": words("page"),
        "labels": {name: words(f"labels.{name}") for name in labels},
        **told,
        "sources": "; ".join(str(source) for source in edition.run.reform.sources),
        "cards": cards(edition),
        "changes": _changes(edition)[:CHANGES],
        "points": [*edition.main.points, *(other.points[0] for other in edition.outcomes[1:])][:POINTS],
        "overview": {"caption": overview.caption, "alternative": overview.alternative},
        "main": _main(edition, edition.main),
        "uncertain": _uncertain(edition),
        "about": " ".join(words.at("about")),
        "reproduce": ". ".join(f"{term}: {text}" for term, text in reproduce(edition)),
    }


def _changes(edition: Edition) -> list[dict[str, str]]:
    new, proposed = edition.words("labels.new"), edition.proposal
    parameters = [{"label": each.label, "told": f"{each.before or new} → {each.after}"} for each in proposed.parameters]
    return parameters + [_rule(change, edition) for change in proposed.rules]


def _rule(change: RuleChange, edition: Edition) -> dict[str, str]:
    """The proposed text on one line."""
    text = " ".join(line.strip() for line in lines(change.after, edition.says.speech))
    lead = f"{edition.words('labels.holds_if').lower()}: " if change.truth else ""
    told = f"{lead}{text}"
    return {"label": change.label, "told": told if len(told) <= LONGEST else f"{told[:LONGEST]}…"}


def _main(edition: Edition, main: OutcomeView) -> dict[str, Any]:
    words = edition.words
    counted = ("changed",) if main.neutral else ("gain", "loss")
    summed = ("before", "after", "difference") if main.summed else ()
    names = ("group", "people", *counted, "share", "open", *summed)
    rows = [(f"{table.title}: {row.name}", row) for table in main.tables for row in table.rows]
    largest = sorted(rows, key=lambda row: -row[1].tally.people)[:ROWS]
    shown = [*(row for row in rows if row in largest), (main.whole.name, main.whole)]
    top = max(sum(count for _, count in parts(row.tally)) / max(row.tally.people, 1) for _, row in shown) or 1
    return {
        "title": words("labels.main", label=main.label),
        "heads": [words(f"labels.{name}") for name in names],
        "rows": [{"cells": _cells(name, row, main), "bar": _bar(row.tally, top)} for name, row in shown],
        "legend": ", ".join(words(f"colours.{name}") for name, count in parts(main.whole.tally) if count),
        "left-out": words("labels.left_out", number=len(rows) - ROWS) if len(rows) > ROWS else "",
    }


def _bar(tally: Tally, top: float) -> list[tuple[str, float]]:
    """(colour, percent of the width) for each part; the longest bar is as wide as its cell."""
    whole = max(tally.people, 1) * top
    return [(SHADES[name], 100 * count / whole) for name, count in parts(tally) if count]


def _cells(name: str, row: GroupRow, main: OutcomeView) -> list[str]:
    counted = [row.other] if main.neutral else [row.gain, row.loss]
    summed = [row.before, row.after, row.difference] if main.summed else []
    return [name, row.people, *counted, row.share, row.open, *summed]


def _uncertain(edition: Edition) -> str:
    if not edition.missing:
        return " ".join(filter(None, (edition.words("uncertain.none"), drawn_facts(edition))))
    named = "; ".join(f"{name}: {count}" for name, count in edition.missing[:MISSING])
    missing = f"{edition.words('labels.missing')}: {named}."
    return " ".join(filter(None, (edition.words("uncertain.text"), missing, drawn_facts(edition))))
