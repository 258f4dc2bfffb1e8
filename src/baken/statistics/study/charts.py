"""A study's charts, as Vega-Lite: who gains and who loses, by outcome and by group."""

import textwrap
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from baken.law.study import GAIN, LOSS, OTHER, Tally
from baken.statistics.report.chart_style import INK, INK_SOFT, NARROW, NOW, PAPER, PARTS, WIDE, Medium, svg
from baken.statistics.report.exhibit import Drawing
from baken.statistics.study.edition import Edition, GroupRow, OutcomeView

SHADES = {GAIN: NOW, LOSS: PARTS[4], OTHER: PARTS[2], "open": PARTS[3]}
"""Dark blue and orange, told apart by lightness and by who sees few colours."""
MEDIA = (replace(WIDE, labels=250), replace(NARROW, labels=140))
ROW, LEADING, LETTER = 22, 14, 6.6
"""Height of a row and of a further line in its name, and width of a usual letter, in px."""
Spec = dict[str, Any]


def by_outcome(edition: Edition, most: int | None = None) -> Drawing:
    """A bar for each shown outcome: the share of everybody that gains, loses, otherwise changes, or is open."""
    words = edition.words
    rows = [(outcome.label, outcome.whole) for outcome in edition.outcomes[:most]]
    caption = words("charts.outcomes_caption", people=edition.says.noun(2))
    return _drawing(edition, "outcomes", words("charts.outcomes"), caption, rows)


def by_group(edition: Edition, outcome: OutcomeView, most: int | None = None) -> Drawing:
    """A bar for each group of each grouping; with `most`, for so many of the largest."""
    words = edition.words
    rows = [(f"{table.title}: {row.name}", row) for table in outcome.tables for row in table.rows]
    if most is not None:
        largest = sorted(rows, key=lambda row: -row[1].tally.people)[:most]
        rows = [row for row in rows if row in largest]
    title = words("charts.groups", label=outcome.label)
    caption = words("charts.groups_caption", label=outcome.label)
    return _drawing(edition, f"groups-{outcome.name}", title, caption, rows)


def _drawing(edition: Edition, ident: str, title: str, caption: str, rows: Sequence[tuple[str, GroupRow]]) -> Drawing:
    told = "; ".join(f"{name}: {_told(edition, row)}" for name, row in rows)
    alternative = f"{title}. {told}."
    made = {
        medium.name: svg(_spec(edition, rows, medium), f"{ident}-{medium.name}", title, alternative) for medium in MEDIA
    }
    return Drawing(made["wide"], made["narrow"], caption, alternative)


def _told(edition: Edition, row: GroupRow) -> str:
    """A row in words, for who cannot see the bars."""
    words = edition.words
    return ", ".join(
        f"{words(f'labels.{name}').lower()} {edition.says.share(part, row.tally.people)}"
        for name, part in parts(row.tally)
    )


def parts(tally: Tally) -> list[tuple[str, int]]:
    """The classes that a bar shows, in order."""
    return [*((name, tally.counts[name]) for name in (GAIN, LOSS, OTHER)), ("open", tally.unsettled)]


def _spec(edition: Edition, rows: Sequence[tuple[str, GroupRow]], medium: Medium) -> Spec:
    data = [datum for place, row in enumerate(rows) for datum in _data(edition, place, *row, medium)]
    names = [f"{place}" for place in range(len(rows))]
    top = max((datum["end"] for datum in data), default=0) or 1
    shown = [name for name in SHADES if any(datum["part"] == name and datum["share"] for datum in data)] or [GAIN]
    labels = {name: edition.words(f"labels.{name}") for name in SHADES}
    room = 96
    band = {
        "field": "place",
        "type": "nominal",
        "sort": names,
        "axis": {"title": None, "labels": False, "minExtent": medium.labels, "maxExtent": medium.labels, "grid": False},
        "scale": {"paddingInner": 0.3, "paddingOuter": 0.1},
    }
    length = {"domain": [0, top * medium.inner / (medium.inner - room)], "nice": False}
    colour = {
        "field": "name",
        "type": "nominal",
        "sort": None,
        "scale": {"domain": [labels[name] for name in shown], "range": [SHADES[name] for name in shown]},
        "legend": {"columns": 2 if medium is NARROW else 4},
    }
    bars = {
        "transform": [{"filter": "datum.share > 0"}],
        "mark": {"type": "bar", "stroke": PAPER, "strokeWidth": 0.5},
        "encoding": {
            "y": band,
            "x": {"field": "start", "type": "quantitative", "scale": length, "axis": None},
            "x2": {"field": "end"},
            "color": colour,
        },
    }
    return {
        "data": {"values": data},
        "width": medium.inner,
        "height": sum(ROW + LEADING * (datum["lines"] - 1) for datum in data if "lines" in datum),
        "layer": [bars, _numbers(band), *_names(data, band)],
    }


def _data(edition: Edition, place: int, name: str, row: GroupRow, medium: Medium) -> list[Spec]:
    """The parts of one bar, from zero on; the last carries the words behind the bar, the first those before it."""
    start, found = Decimal(0), []
    for part, count in parts(row.tally):
        share = Decimal(100 * count) / row.tally.people if row.tally.people else Decimal(0)
        found.append(
            {
                "place": f"{place}",
                "part": part,
                "name": edition.words(f"labels.{part}"),
                "share": float(share),
                "start": float(start),
                "end": float(start + share),
            }
        )
        start += share
    lines = textwrap.wrap(name, int(medium.labels / LETTER))
    found[0] |= {"row": "\n".join(lines), "lines": len(lines)}
    found[-1] |= {"text": f"{row.share} {edition.words('labels.changed')}"}
    return found


def _numbers(band: Spec) -> Spec:
    place = {"y": band, "x": {"field": "end", "type": "quantitative"}}
    return {
        "transform": [{"filter": "isValid(datum.text)"}],
        "mark": {"type": "text", "align": "left", "baseline": "middle", "dx": 5, "color": INK_SOFT, "fontSize": 12},
        "encoding": {**place, "text": {"field": "text", "type": "nominal"}},
    }


def _names(data: Sequence[Spec], band: Spec) -> list[Spec]:
    """The rows' names before them, over as many lines as they need, in the middle of their band."""
    mark = {"type": "text", "align": "right", "baseline": "middle", "dx": -8, "color": INK}
    return [
        {
            "transform": [{"filter": f"datum.lines == {depth}"}],
            "mark": {**mark, "dy": -LEADING / 2 * (depth - 1), "lineBreak": "\n", "lineHeight": LEADING},
            "encoding": {"y": band, "x": {"value": 0}, "text": {"field": "row", "type": "nominal"}},
        }
        for depth in sorted({datum["lines"] for datum in data if "lines" in datum})
    ]
