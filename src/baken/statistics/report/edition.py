"""One language's edition of the report: chapters with their exhibits, key numbers, and where everything comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from baken.figures.checks import Finding
from baken.figures.model import FigureResult
from baken.statistics.report.exhibit import Exhibit, exhibits
from baken.statistics.report.growth import growth
from baken.statistics.report.plan import CARDS, HEADLINES, Chapter, broken, chapters
from baken.statistics.report.source import Source
from baken.statistics.report.wording import Words


@dataclass(frozen=True, slots=True)
class Highlight:
    """A sentence of the summary and the figure that it is about."""

    text: str
    heading: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter with its exhibits; lead: what it is about, in a sentence."""

    number: int
    slug: str
    title: str
    lead: str
    exhibits: tuple[Exhibit, ...]

    @property
    def page(self) -> str:
        """The name of its page."""
        return f"{self.slug}.html"

    @property
    def highlights(self) -> tuple[Highlight, ...]:
        """What the summary says of the chapter: the first sentence of its headline figures."""
        return tuple(
            Highlight(exhibit.points[0], exhibit.heading, exhibit.anchor)
            for exhibit in self.exhibits
            if exhibit.number in HEADLINES and exhibit.points and not exhibit.silent
        )


@dataclass(frozen=True, slots=True)
class Card:
    """A key number of the first page.

    scope: where it counts; line: its years as the points of a small polyline, in a field of 100 by 28.
    """

    label: str
    scope: str
    number: str
    change: str
    direction: str
    against: str
    line: str
    page: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Edition:
    """findings: of the checks on the report's own tables."""

    words: Words
    source: Source
    chapters: tuple[ChapterView, ...]
    cards: tuple[Card, ...]
    findings: tuple[Finding, ...]

    @property
    def language(self) -> str:
        """Its ISO 639-1 code."""
        return self.words.language

    @property
    def year(self) -> int:
        """The year reported on."""
        return self.source.year

    @property
    def title(self) -> str:
        """The report's title, its year included."""
        return self.words("title", year=self.year)

    @property
    def subtitle(self) -> str:
        """Whose figures these are: the official ones, or those of a demonstration."""
        return self.words("demo" if self.source.demo else "subtitle")

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """Every figure in the report's order."""
        return tuple(exhibit for chapter in self.chapters for exhibit in chapter.exhibits)

    @property
    def places(self) -> dict[str, str]:
        """The page of each figure and its place on it, by number."""
        return {
            shown.number: f"{chapter.page}#{shown.anchor}" for chapter in self.chapters for shown in chapter.exhibits
        }

    @property
    def lead(self) -> str:
        """What the report is, in a few sentences; a year that was not over is said to be so."""
        figures = self.words("index.lead", year=self.year, before=self.year - 1, figures=len(self.exhibits))
        return figures if self.source.year_over else f"{figures} {self.words('index.unfinished', year=self.year)}"

    @property
    def pdf(self) -> str:
        """The name of the PDF."""
        return self.words("files.pdf", year=self.year)

    @property
    def workbook(self) -> str:
        """The name of the workbook."""
        return self.words("files.xlsx", year=self.year)


def edition(
    results: Sequence[FigureResult],
    before: Sequence[FigureResult],
    source: Source,
    findings: Sequence[Finding],
    words: Words,
) -> Edition:
    """The report of a year in one language.

    before: figures of the year before, for growth; findings: of the checks on the report's own tables.
    """
    earlier = {result.figure.number: result for result in before}
    shown = exhibits(results, earlier, words, source)
    found = tuple(
        _chapter(place, chapter, shown, words, source.year) for place, chapter in enumerate(chapters(list(shown)), 1)
    )
    return Edition(words, source, found, tuple(_cards(found, shown, words, source)), tuple(findings))


def _chapter(place: int, chapter: Chapter, shown: Mapping[str, Exhibit], words: Words, year: int) -> ChapterView:
    key = f"chapters.{chapter.key}"
    return ChapterView(
        number=place,
        slug=words(f"{key}.slug"),
        title=words(f"{key}.title"),
        lead=words(f"{key}.lead", year=year),
        exhibits=tuple(shown[number] for number in chapter.numbers),
    )


def _cards(chapters: Sequence[ChapterView], shown: Mapping[str, Exhibit], words: Words, source: Source) -> list[Card]:
    pages = {exhibit.number: chapter.page for chapter in chapters for exhibit in chapter.exhibits}
    wanted = [shown[number] for number in CARDS if number in shown]
    counted = [exhibit for exhibit in wanted if exhibit.view.whole() is not None]
    return [_card(exhibit, pages[exhibit.number], words, source) for exhibit in counted]


def _card(exhibit: Exhibit, page: str, words: Words, source: Source) -> Card:
    seen = exhibit.view
    change = growth(seen.whole(), seen.whole(seen.year - 1))
    key = "unknown" if change is None else "against"
    return Card(
        label=words(f"cards.{exhibit.number}"),
        scope=exhibit.scope,
        number=words.number(seen.whole()),
        change="" if change is None else words.change(change),
        direction="" if not change else "up" if change > 0 else "down",
        against=words(f"growth.{key}", before=seen.year - 1),
        # A line through a break of our own making would show a fall that nobody can explain beside it.
        line="" if source.demo and broken(exhibit.number, seen.years) else sparkline(list(map(seen.whole, seen.years))),
        page=page,
        anchor=exhibit.anchor,
    )


def sparkline(values: Sequence[int | Decimal | None]) -> str:
    """The points of a line through the values, from zero up; empty for fewer than three."""
    known = [float(value) for value in values if value is not None]
    if len(known) < 3 or len(known) < len(values) or not max(known):
        return ""
    step = 96 / (len(known) - 1)
    return " ".join(f"{2 + place * step:.1f},{26 - value / max(known) * 24:.1f}" for place, value in enumerate(known))
