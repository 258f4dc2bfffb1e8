"""A series as small line charts, one for each row."""

from collections.abc import Sequence
from decimal import Decimal

from baken.statistics.report.chart_style import INK_SOFT, NOW, PAPER, TEXT, Datum, Medium, Spec
from baken.statistics.report.growth import SMALLEST_BASE
from baken.statistics.report.view import View
from baken.statistics.report.wording import Words

FLAT = 10
"""From so many times the smallest row on, the largest leaves the small ones flat."""
ROOM = [-0.36, 1.36]
"""Around a line's heights from 0 to 1, for the numbers at its ends."""
SLOPE = Decimal("0.06")
"""From so much of the height on a line that comes down would run through a number above it."""
GAP = 44
"""Between the panels, in px: their names and years stand in it."""


def trend(view: View, words: Words, medium: Medium) -> Spec:
    """A small line chart for each row, with the first and the last value named; see `apart` for their scale."""
    ends = [view.years[0], view.years[-1]]
    data = _points(view, words, ends)
    names = [view.row.label(code, words.language) for code in view.rows]
    across = len(names) if len(names) <= medium.across else min(medium.across, -(-len(names) // 2))
    years = {"values": ends, "format": "d", "title": None, "grid": False, "labelColor": INK_SOFT, "labelFlush": False}
    lines = {"labels": False, "title": None, "values": [0, 1]}
    encoding = {
        "x": {"field": "year", "type": "quantitative", "scale": {"domain": ends, "nice": False}, "axis": years},
        "y": {"field": "height", "type": "quantitative", "scale": {"domain": ROOM, "nice": False}, "axis": lines},
    }
    layers = [
        {"mark": {"type": "line", "color": NOW, "strokeWidth": 2.5}},
        {**_only("datum.text != ''"), "mark": {"type": "point", "color": NOW, "fill": NOW, "size": 34, "opacity": 1}},
        *_values(),
    ]
    panel = {"width": (medium.width - 8) / across - GAP, "height": medium.panel, "encoding": encoding, "layer": layers}
    return {
        "data": {"values": data},
        "facet": {"field": "row", "type": "nominal", "sort": names, "title": None},
        "columns": across,
        "bounds": "flush",
        "spacing": {"column": GAP, "row": GAP},
        "resolve": {"axis": {"x": "independent"}},
        "spec": panel,
    }


def apart(view: View) -> bool:
    """Whether each row of a trend is drawn to a scale of its own: the small ones would lie flat beside the largest."""
    tops = [top for top in _tops(view).values() if top >= SMALLEST_BASE]
    return len(tops) > 1 and max(tops) > FLAT * min(tops)


def _tops(view: View) -> dict[str, Decimal]:
    """The largest value of each row that has one."""
    values = {code: [view.value(code, None, year) or 0 for year in view.years] for code in view.rows}
    return {code: Decimal(max(found)) for code, found in values.items()}


def _values() -> list[Spec]:
    """The numbers at the ends of a line, each on the side where the line is not, upon a halo."""
    found = []
    for where, dy in (("!datum.below", -12), ("datum.below", 14)):
        number = {"type": "text", "dy": dy}
        halo = {**number, "stroke": PAPER, "strokeWidth": 4, "strokeJoin": "round", "color": PAPER}
        chosen = {**_only(f"datum.text != '' && {where}"), "encoding": {"text": TEXT}}
        found += [{**chosen, "mark": halo}, {**chosen, "mark": number}]
    return found


def _only(condition: str) -> Spec:
    return {"transform": [{"filter": condition}]}


def _points(view: View, words: Words, named: Sequence[int]) -> list[Datum]:
    """height: the value as a part of the highest, of its own row or of all; below: its number stands under the line."""
    tops = _tops(view)
    if not apart(view):
        tops = dict.fromkeys(tops, max(tops.values(), default=Decimal(0)))
    found = []
    for code in view.rows:
        whole = max(tops[code], Decimal(SMALLEST_BASE))
        known = [(year, value) for year in view.years if (value := view.value(code, None, year)) is not None]
        heights = [Decimal(value) / whole for _, value in known]
        for place, (year, value) in enumerate(known):
            beside = heights[1 if place == 0 else place - 1] if len(known) > 1 else heights[place]
            found.append(
                {
                    "row": view.row.label(code, words.language),
                    "year": year,
                    "height": float(heights[place]),
                    "below": bool(beside - heights[place] > SLOPE),
                    "text": words.fixed(value, view.figure.ratio_digits or 0) if year in named else "",
                }
            )
    return found
