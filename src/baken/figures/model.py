"""What a figure is, and what comes out of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from baken.foundation.codelists import codelist

TOTAL = "total"
TOTAL_NAMES = {"nl": "Totaal", "en": "Total"}


class Years(NamedTuple):
    """Calendar years, both included."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


class Measure(StrEnum):
    """What of the events is counted: each of them, the distinct persons, or participations per course."""

    EVENTS = "events"
    PERSONS = "persons"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way in which a figure is split.

    codes: the codes shown, in printed order (`{year}` stands for the figure's own year); None takes those that
    occur. A code that occurs beyond them gets a row of its own after them (unless `others` is false).
    codelist: where names are found; labels: names (nl, en) of codes that stand on no list.
    additive: whether the total over this dimension is the sum of its parts, or is counted for itself
    (distinct persons); None where no total is given.
    """

    name: str
    codelist: str | None = None
    codes: tuple[str, ...] | None = None
    additive: bool | None = True
    labels: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    by_size: bool = False
    """Codes that occur are shown by size, largest first; otherwise by Dutch name."""
    others: bool = True
    """Whether a code that occurs beyond `codes` is shown too."""

    def in_year(self, year: int) -> "Dimension":
        """The dimension with its codes and names as they are in the figure of `year`."""
        codes = self.codes and tuple(code.format(year=year) for code in self.codes)
        labels = {
            code.format(year=year): (nl.format(year=year), en.format(year=year))
            for code, (nl, en) in self.labels.items()
        }
        return replace(self, codes=codes, labels=labels)

    def label(self, code: str, language: str = "nl") -> str:
        """The name of a code in `nl` or `en`; a code without a name is its own name."""
        if code == TOTAL:
            return TOTAL_NAMES[language]
        if code in self.labels:
            return self.labels[code][0 if language == "nl" else 1]
        if self.codelist == "language":
            code = next((row.code for row in codelist("language") if row.extra["figure"] == code), code)
        return codelist(self.codelist).label(code, language) if self.codelist else code


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note beside a figure, shown when the figure shows a year from `since` up to and including `until`.

    at: the codes (also "total") whose names carry the note's number; none where it concerns the whole figure.
    """

    nl: str
    en: str
    since: int = 0
    until: int = 9999
    at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure's declaration: defined once, in words and as one expression over the snapshot's tables.

    number: as in the report ("4"). events: given the snapshot's tables (which know the years asked), yields an Ibis
    table with one row per thing counted: a column per dimension, `year`, `id` (the fact), `person` where persons are
    counted, and `part` ("numerator" or "denominator") for ratios. Titles may hold `{years}` and `{year}`.
    """

    number: str
    title_nl: str
    title_en: str
    definition_nl: str
    definition_en: str
    scope_nl: str
    scope_en: str
    dimensions: tuple[Dimension, ...]
    sources: tuple[str, ...]
    unit: str
    events: Callable[..., Any]
    measure: Measure = Measure.EVENTS
    years: int = 5
    """How many years back the figure goes, its own year included."""
    since: int = 0
    """The first year in which there was anything to count."""
    ratio_digits: int | None = None
    """For averages: decimals of numerator / denominator, rounded half up."""
    share_of: Mapping[str, str] | None = None
    """The cell of which the others are a share: its codes by dimension; None where no shares are given."""
    notes: tuple[Footnote, ...] = ()
    chart: str | None = None
    """The chart that says more than the table: `bar`, `line`, `stacked` or `share`."""
    same_as: str | None = None
    """The figure whose data this one draws (the chart-only figures of the printed report)."""

    @property
    def footnotes_nl(self) -> tuple[str, ...]:
        """The notes in Dutch."""
        return tuple(note.nl for note in self.notes)

    @property
    def footnotes_en(self) -> tuple[str, ...]:
        """The notes in English."""
        return tuple(note.en for note in self.notes)

    def shown(self, year: int) -> Years:
        """The years that the figure of `year` shows."""
        return Years(min(max(year - self.years + 1, self.since), year), year)

    def in_year(self, year: int) -> "Figure":
        """The declaration as it is printed for `year`: its years filled in, the notes that concern them."""
        shown = self.shown(year)
        return replace(
            self,
            title_nl=self.title_nl.format(years=shown, year=year),
            title_en=self.title_en.format(years=shown, year=year),
            dimensions=tuple(dimension.in_year(year) for dimension in self.dimensions),
            share_of={name: code.format(year=year) for name, code in self.share_of.items()} if self.share_of else None,
            notes=tuple(note for note in self.notes if note.since <= shown.last and shown.first <= note.until),
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: codes by dimension name, its year, its value (None where nothing can be counted).

    For ratios `numerator` and `denominator` are the integers behind `value`; `share` is a percentage of the whole.
    """

    dims: Mapping[str, str]
    year: int
    value: int | Decimal | None
    total: bool = False
    share: Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None


@dataclass(frozen=True, slots=True)
class FigureResult:
    """A figure computed: its cells in printed order (year by year), and from which knowledge."""

    figure: Figure
    """The declaration as printed for `year`."""
    year: int
    cells: tuple[Cell, ...]
    known_at: str
    """The instant of knowledge, ISO 8601 in UTC."""
    snapshot: str
    """`<append number>:<head digest>` of the ledger the snapshot was taken from."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The fact types that were read."""
        return self.figure.sources
