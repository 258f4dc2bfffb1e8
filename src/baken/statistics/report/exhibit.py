"""A figure as it is shown in one language: words, table, charts, and the way to compute it again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from baken.figures.model import Figure, FigureResult
from baken.figures.output.text import stem
from baken.foundation.clock import parse_instant
from baken.ledger.facts import fact_type
from baken.statistics.report import charts
from baken.statistics.report.chart_style import NARROW, WIDE, svg
from baken.statistics.report.grid import Grid, grid
from baken.statistics.report.notes import Notes, notes
from baken.statistics.report.source import Source
from baken.statistics.report.takeaway import takeaways
from baken.statistics.report.trend import apart
from baken.statistics.report.view import View, view
from baken.statistics.report.wording import Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart at two widths, with what it shows in words."""

    wide: str
    narrow: str
    caption: str
    alternative: str


class Kind(NamedTuple):
    """A kind of facts by its name in the report's language and its code."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Exhibit:
    """Everything that a reader sees of a figure.

    points: the sentences that say what stands out. mark: of the notes that concern all of it. empty: nothing was
    counted in any of its years; silent: nothing in its own. repeats: it draws what another figure's table already
    shows, so that definition, notes and points stand there.
    """

    number: str
    heading: str
    title: str
    definition: str
    scope: str
    unit: str
    sources: tuple[Kind, ...]
    notes: tuple[str, ...]
    mark: str
    points: tuple[str, ...]
    grid: Grid
    drawing: Drawing | None
    empty: bool
    silent: bool
    same_as: str | None
    repeats: bool
    known_at: datetime
    snapshot: str
    command: str
    view: View

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"f{self.number}"

    @property
    def file(self) -> str:
        """The name of its data files, without ending."""
        return stem(self.number)


def exhibits(
    results: Sequence[FigureResult], before: Mapping[str, FigureResult], words: Words, source: Source
) -> dict[str, Exhibit]:
    """Every figure by number. before: figures of the year before, by number, for growth."""
    figures = {result.figure.number: result.figure for result in results}
    shown = {}
    for result in results:
        seen = view(result, before.get(result.figure.number))
        shown[result.figure.number] = _exhibit(result, seen, words, source, _repeats(result.figure, figures))
    return shown


def _repeats(figure: Figure, figures: Mapping[str, Figure]) -> bool:
    same = figures.get(figure.same_as or "")
    return same is not None and [one.name for one in same.dimensions] == [one.name for one in figure.dimensions]


def _exhibit(result: FigureResult, seen: View, words: Words, source: Source, repeats: bool) -> Exhibit:
    figure = result.figure
    points = takeaways(seen, words)
    noted = Notes() if repeats else notes(figure, source, words)
    definition = words("labels.same_as", number=figure.same_as) if repeats else words.of(figure, "definition")
    return Exhibit(
        number=figure.number,
        heading=words.find(f"headings.{figure.number}") or words("figure", number=figure.number),
        title=words.of(figure, "title"),
        definition=definition,
        scope=words.of(figure, "scope"),
        unit=words.find(f"units.{figure.number}") or words.find(f"units.{figure.unit}") or figure.unit,
        sources=tuple(Kind(_kind(label, words), label) for label in result.sources),
        notes=noted.texts,
        mark=noted.mark(),
        points=() if repeats and not seen.silent else points,
        grid=grid(seen, words, noted),
        drawing=None if seen.silent else _drawing(seen, words, points),
        empty=seen.empty,
        silent=seen.silent,
        same_as=figure.same_as,
        repeats=repeats,
        known_at=parse_instant(result.known_at),
        snapshot=result.snapshot,
        command=source.figure(figure.number, words("commands.figures")),
        view=seen,
    )


def _kind(label: str, words: Words) -> str:
    """The Dutch name of a fact type; its English one is its code, in words."""
    return (
        str(fact_type(label)._meta.verbose_name)
        if words.language == "nl"
        else label.partition(".")[2].replace("_", " ")
    )


def _drawing(seen: View, words: Words, points: Sequence[str]) -> Drawing | None:
    kind = charts.kind(seen)
    if kind is None:
        return None
    caption = _caption(seen, words, kind)
    alternative = " ".join((caption, *points))
    title = words.of(seen.figure, "title")
    drawn = {
        medium.name: svg(
            charts.KINDS[kind](seen, words, medium),
            f"chart-{seen.figure.number}-{medium.name}",
            title,
            alternative,
        )
        for medium in (WIDE, NARROW)
    }
    return Drawing(drawn["wide"], drawn["narrow"], caption, alternative)


def _caption(seen: View, words: Words, kind: str) -> str:
    """What a chart shows, and how to read it."""
    key, row = kind, words.dimension(seen.row).lower()
    if kind == "ranking" and len(seen.rows) > charts.LONGEST_RANKING:
        key = "ranking_cut"
    if kind == "trend" and apart(seen):
        key = "trend_own"
    if kind == "parts" and seen.column is None:
        row = words("charts.year")
    years = {"year": seen.year, "before": seen.year - 1, "first": seen.years[0]}
    return words(f"charts.{key}", count=charts.LONGEST_RANKING, row=row, **years)
