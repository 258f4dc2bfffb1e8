"""What changed when, drawn: a row per chapter, a mark per day, larger where more changed."""

from collections import Counter
from typing import Any

from baken.law.chronicle import VERSION
from baken.statistics.lawbook.edition import Edition
from baken.statistics.report.chart_style import GRID, INK, INK_SOFT, NARROW, NOW, PAPER, PARTS, WIDE, Medium, svg

ROW = 26


def timeline(edition: Edition) -> dict[str, str]:
    """{medium: SVG}, its description saying what it shows."""
    words, changes = edition.words, edition.changes
    if not changes:
        return {}
    busiest, most = Counter(change.day for change in changes).most_common(1)[0]
    description = words("timeline.description", first=changes[0].day, last=changes[-1].day, busiest=busiest, most=most)
    return {
        medium.name: svg(_spec(edition, medium), f"timeline-{medium.name}", words("timeline.title"), description)
        for medium in (WIDE, NARROW)
    }


def _spec(edition: Edition, medium: Medium) -> dict[str, Any]:
    names = {chapter.name: chapter for chapter in edition.speech.book.chapters}
    titles = {name: str(getattr(chapter, edition.language)) for name, chapter in names.items()}
    kinds = [edition.words(f"events.{kind}s") for kind in ("version", "value")]
    counted = Counter((change.event.chapter, change.event.day, change.event.kind) for change in edition.changes)
    data = [
        {"chapter": titles.get(chapter, ""), "day": day.isoformat(), "kind": kinds[kind != VERSION], "number": number}
        for (chapter, day, kind), number in counted.items()
    ]
    shown = [title for title in titles.values() if any(datum["chapter"] == title for datum in data)]
    row = {
        "field": "chapter",
        "type": "nominal",
        "sort": shown,
        "axis": {"title": None, "grid": True, "labelLimit": medium.labels, "labelColor": INK, "gridColor": GRID},
    }
    year = {"title": None, "format": "%Y", "labelColor": INK_SOFT, "tickCount": "year" if medium is WIDE else 4}
    colour = {"field": "kind", "type": "nominal", "scale": {"domain": kinds, "range": [NOW, PARTS[1]]}}
    shape = {"field": "kind", "type": "nominal", "scale": {"domain": kinds, "range": ["circle", "diamond"]}}
    return {
        "data": {"values": data},
        "width": medium.inner - 20,
        "height": ROW * len(shown),
        "mark": {"type": "point", "filled": True, "opacity": 1, "stroke": PAPER, "strokeWidth": 1},
        "encoding": {
            "y": row,
            "yOffset": {"field": "kind", "type": "nominal", "sort": kinds},
            "x": {"field": "day", "type": "temporal", "axis": year},
            "size": {"field": "number", "type": "quantitative", "scale": {"range": [60, 420]}, "legend": None},
            "color": colour,
            "shape": shape,
        },
    }
