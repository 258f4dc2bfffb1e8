"""How every chart looks: colours, type, and the way from Vega-Lite to an SVG that stands on its own.

Colours are told apart by lightness first, so that colour-blind readers and black-and-white printers can; the
website's stylesheet swaps these very values for dark screens (`assets/report.css`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any

import vl_convert

from baken.documents.typeset import FONTS

Spec = dict[str, Any]
Datum = dict[str, Any]
TEXT = {"field": "text", "type": "nominal"}
INK = "#1d2129"
INK_SOFT = "#505a68"
GRID = "#e3e7ec"
PAPER = "#ffffff"
NOW = "#17436e"
BEFORE = "#a9bdd0"
PARTS = (NOW, "#ffdc00", "#7fb9e6", "#c3ccd6", "#c4500f", "#0a7d63", "#d58fb8")
ALWAYS_INK = "#1d2128"
"""Ink that stays dark on a dark screen: upon yellow."""
TEXT_ON_PARTS = (PAPER, ALWAYS_INK, INK, INK, PAPER, PAPER, INK)
FONT = "Source Sans Pro"
CONFIG = {
    "aria": False,
    "background": "transparent",
    "font": FONT,
    "padding": 2,
    "view": {"stroke": None},
    "axis": {"domain": False, "ticks": False, "gridColor": GRID, "labelPadding": 6, "labelFontSize": 13},
    "text": {"font": FONT, "fontSize": 13, "color": INK},
    "header": {
        "labelFontSize": 13,
        "labelFontWeight": 600,
        "labelColor": INK,
        "labelAnchor": "start",
        "labelPadding": 4,
    },
    "legend": {
        "orient": "top",
        "title": None,
        "labelFontSize": 13,
        "labelColor": INK,
        "labelLimit": 300,
        "symbolType": "square",
        "symbolSize": 160,
        "symbolStrokeWidth": 0,
        "offset": 6,
    },
}

_SIZE = re.compile(r'^<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>')


@dataclass(frozen=True, slots=True)
class Medium:
    """Where a chart is seen. width: of the whole chart in px; labels: width of the row names; across: panels.

    panel: height of a panel.
    """

    name: str
    width: int
    labels: int
    across: int
    panel: int

    @property
    def inner(self) -> int:
        """What the row names leave for the bars."""
        return self.width - self.labels - 12


WIDE = Medium("wide", 720, 170, 4, 84)
NARROW = Medium("narrow", 340, 118, 2, 62)


def svg(spec: Mapping[str, Any], ident: str, title: str, description: str) -> str:
    """A Vega-Lite chart as SVG, with a title and a description that assistive technology reads instead of its marks."""
    _fonts()
    drawn = vl_convert.vegalite_to_svg(dict(spec), vl_version="6.4", config=CONFIG)
    (width, height), body = _SIZE.findall(drawn)[0], _SIZE.sub("", drawn)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="{ident}-title {ident}-desc">'
        f'<title id="{ident}-title">{escape(title)}</title><desc id="{ident}-desc">{escape(description)}</desc>'
    )
    return head + _plain(body)


def _plain(body: str) -> str:
    """Without the roles that Vega gives its groups: the whole is one image with one description."""
    return re.sub(r' (role|aria-[a-z]+|class|pointer-events)="[^"]*"', "", body)


@cache
def _fonts() -> None:
    vl_convert.register_font_directory(str(FONTS))
