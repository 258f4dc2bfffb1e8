"""The kinds of chart, as Vega-Lite: two years side by side, a trend per row, parts of a whole, a ranking.

Written as Vega-Lite itself: through Altair the same 150 charts take four times as long to describe as to draw.
"""

import textwrap
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from baken.figures.model import TOTAL, TOTAL_NAMES
from baken.statistics.report.chart_style import (
    BEFORE,
    NARROW,
    NOW,
    PAPER,
    PARTS,
    TEXT,
    TEXT_ON_PARTS,
    Datum,
    Medium,
    Spec,
)
from baken.statistics.report.growth import growth, share
from baken.statistics.report.plan import DRAWN
from baken.statistics.report.trend import trend
from baken.statistics.report.view import View
from baken.statistics.report.wording import Words

LONGEST_RANKING = 10
LINE = 17
"""Height of one bar, in px."""
LETTER = 6.4
"""Width of a usual letter in a row's name, in px."""
LEADING = 14
"""From line to line of a row's name, in px."""
BEHIND_BAR = {"type": "text", "align": "left", "baseline": "middle", "dx": 5}


def kind(view: View) -> str | None:
    """Which chart a figure gets: its own, or the plan's; None where the table says it all."""
    series = len(view.years) > 1 and not view.columns
    match view.figure.chart:
        case None:
            planned = DRAWN.get(view.figure.number)
            return None if planned in ("trend", "two_years") and not series else planned
        case "line" if series:
            return "trend"
        case "stacked" | "share" if view.columns or series:
            return "parts"
        case _:
            return "two_years" if series else "ranking"


def two_years(view: View, words: Words, medium: Medium) -> Spec:
    """For each row a bar for the year and one for the year before, with the growth beside it."""
    years = (view.year - 1, view.year)
    data = [_bar(view, words, code, year) for code in view.rows for year in years]
    names = [str(year) for year in years]
    place = {
        "y": _band(data, medium, gap=0.28),
        "yOffset": {"field": "year", "type": "nominal", "sort": names},
        "x": _length(data, medium, room=118),
    }
    shade = {"field": "year", "type": "nominal", "scale": {"domain": names, "range": [BEFORE, NOW]}}
    bars = {"mark": "bar", "encoding": {**place, "color": shade}}
    numbers = {"mark": BEHIND_BAR, "encoding": {**place, "text": TEXT}}
    return _layers(data, medium, LINE * 2.6, bars, numbers)


def _bar(view: View, words: Words, code: str, year: int) -> Datum:
    value = view.value(code, None, year) or 0
    text = words.fixed(value, view.figure.ratio_digits or 0)
    change = growth(view.value(code), view.value(code, None, year - 1)) if year == view.year else None
    arrow = "" if change is None else f"   {_arrow(change)} {words.change(change)}"
    name = view.row.label(code, words.language)
    return {"row": name, "year": str(year), "value": float(value), "text": text + arrow}


def _arrow(change: Decimal) -> str:
    return "▲" if change > 0 else "▼" if change < 0 else "="


def parts(view: View, words: Words, medium: Medium) -> Spec:
    """For each row a full bar, cut into its columns, with the shares in it; years where there are no columns."""
    bars, names = _bars(view, words)
    least = 30 / medium.inner * 100
    data = [part for name, values in bars for part in _parts_of(name, values, names, words, least)]
    y = _band(data, medium, gap=0.32)
    full = {"scale": {"domain": [0, 100]}, "axis": None, "type": "quantitative"}
    shades = {"domain": names, "range": [PARTS[place % len(PARTS)] for place in range(len(names))]}
    legend = {"columns": 2 if medium is NARROW else 4}
    colour = {"field": "part", "type": "nominal", "scale": shades, "sort": None, "legend": legend}
    cut = {
        "mark": {"type": "bar", "stroke": PAPER, "strokeWidth": 1},
        "encoding": {"y": y, "x": {"field": "start", **full}, "x2": {"field": "end"}, "color": colour},
    }
    ink = {"field": "ink", "type": "nominal", "scale": None}
    text = {
        "mark": {"type": "text", "baseline": "middle"},
        "encoding": {"y": y, "x": {"field": "middle", **full}, "text": TEXT, "color": ink},
    }
    return _layers(data, medium, LINE * 1.9, cut, text)


def _bars(view: View, words: Words) -> tuple[list[tuple[str, list[Any]]], list[str]]:
    """(row, its values) for each bar, and the names of the values."""
    if view.column is None:
        names = [view.row.label(code, words.language) for code in view.rows]
        return [(str(year), [view.value(code, None, year) for code in view.rows]) for year in view.years], names
    names = [view.column.label(code, words.language) for code in view.columns]
    rows = [row for row in view.all_rows() if any(view.value(row, code) for code in view.columns)]
    values = [[view.value(row, code) for code in view.columns] for row in rows]
    return list(zip([view.row.label(row, words.language) for row in rows], values, strict=True)), names


def _parts_of(row: str, values: list[Any], names: list[str], words: Words, least: float) -> list[Datum]:
    """One bar's parts; a share smaller than `least` percent is too narrow for its number."""
    start = Decimal(0)
    found = []
    for place, (name, value) in enumerate(zip(names, values, strict=True)):
        size = share(value or 0, sum(value or 0 for value in values)) or Decimal(0)
        ends = {"start": float(start), "end": float(start + size), "middle": float(start + size / 2)}
        text = words.percent(size, 0) if size >= least else ""
        found.append({"row": row, "part": name, **ends, "text": text, "ink": TEXT_ON_PARTS[place % len(PARTS)]})
        start += size
    return found


def ranking(view: View, words: Words, medium: Medium) -> Spec:
    """The rows from most to least, by their total or their share."""
    column = TOTAL if view.has_column_total() else None
    found = [(view.row.label(code, words.language), *_rank(view, words, code, column)) for code in view.rows]
    longest = sorted(found, key=lambda item: -item[1])[:LONGEST_RANKING]
    data = [{"row": name, "value": value, "text": text} for name, value, text in longest]
    place = {"y": _band(data, medium, gap=0.3), "x": _length(data, medium, room=60)}
    bars = {"mark": {"type": "bar", "color": NOW}, "encoding": place}
    numbers = {"mark": BEHIND_BAR, "encoding": {**place, "text": TEXT}}
    return _layers(data, medium, LINE * 1.5, bars, numbers)


def _rank(view: View, words: Words, code: str, column: str | None) -> tuple[float, str]:
    """A row's size and its words: the share where the figure gives one, else the number."""
    columns = view.columns or (None,)
    shared = [cell.share for name in columns if (cell := view.cell(code, name)) and cell.share is not None]
    if shared:
        return float(shared[0]), words.share(shared[0])
    value = view.value(code, column) or 0
    return float(value), words.fixed(value, view.figure.ratio_digits or 0)


def _layers(data: Sequence[Datum], medium: Medium, least: float, *layers: Spec) -> Spec:
    """Bars and numbers over one another, the rows' names before them; a row is as high as its name, or `least`."""
    named = [*layers, *_names(data, layers[0]["encoding"]["y"], medium)]
    rows = dict.fromkeys(datum["row"] for datum in data)
    deepest = max((len(_lines(row, medium)) for row in rows), default=1)
    height = len(rows) * max(least, (deepest + 0.4) * LEADING)
    return {"data": {"values": data}, "width": medium.inner, "height": height, "layer": named}


def _length(data: Sequence[Datum], medium: Medium, room: int) -> Spec:
    """Bars from zero, with so many px left for the number behind the longest."""
    top = max((datum["value"] for datum in data), default=1) or 1
    scale = _from_zero(top * medium.inner / (medium.inner - room))
    return {"field": "value", "type": "quantitative", "scale": scale, "axis": None}


def _from_zero(top: float) -> Spec:
    return {"domain": [0, top], "nice": False}


def _band(data: Sequence[Datum], medium: Medium, gap: float) -> Spec:
    """A band for each row, with room for its name before it."""
    names = list(dict.fromkeys(datum["row"] for datum in data))
    room = {"title": None, "grid": False, "labels": False, "minExtent": medium.labels, "maxExtent": medium.labels}
    scale = {"paddingOuter": 0.1, "paddingInner": gap}
    return {"field": "row", "type": "nominal", "sort": names, "axis": room, "scale": scale}


def _names(data: Sequence[Datum], band: Spec, medium: Medium) -> list[Spec]:
    """The rows' names, over as many lines as they need, in the middle of their band; a totals row stands out."""
    layers: dict[tuple[int, bool], list[Datum]] = {}
    for name in dict.fromkeys(datum["row"] for datum in data):
        lines = _lines(name, medium)
        layers.setdefault((len(lines), name in TOTAL_NAMES.values()), []).append(
            {"row": name, "text": "\n".join(lines)}
        )
    mark = {"type": "text", "align": "right", "baseline": "middle", "dx": -8, "lineBreak": "\n", "lineHeight": LEADING}
    return [
        {
            "data": {"values": values},
            "mark": {**mark, "dy": -LEADING / 2 * (depth - 1), "fontWeight": 600 if total else 400},
            "encoding": {"y": band, "x": {"value": 0}, "text": TEXT},
        }
        for (depth, total), values in layers.items()
    ]


def _lines(name: str, medium: Medium) -> list[str]:
    return textwrap.wrap(name, int(medium.labels / LETTER))


KINDS: Mapping[str, Callable[[View, Words, Medium], Spec]] = {
    "two_years": two_years,
    "trend": trend,
    "parts": parts,
    "ranking": ranking,
}
