"""What a figure is, and what comes out of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way in which a figure is split.

    codes: the codes shown, in printed order; None takes those that occur. codelist: where their names are found.
    additive: whether the total over this dimension is the sum of its parts, or is counted for itself
    (distinct persons); None where no total is given.
    """

    name: str
    codelist: str | None = None
    codes: tuple[str, ...] | None = None
    additive: bool | None = True


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure's declaration: defined once, in words and as one expression over the snapshot's tables.

    number: as in the report ("4"). count: given the tables of the snapshot by fact-type label and the years asked,
    yields an Ibis table with one column per dimension, `year`, and whole-number columns (`value`, or `numerator` and
    `denominator` for ratios). unit: persons, facts, courses …
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
    count: Callable[..., Any]
    years: int = 5
    """How many years back the figure goes, its own year included."""
    ratio_digits: int | None = None
    """For averages and shares: decimals of numerator / denominator, rounded half up."""
    footnotes_nl: tuple[str, ...] = ()
    footnotes_en: tuple[str, ...] = ()
    chart: str | None = None


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
    """A figure computed: its cells in printed order, and from which knowledge."""

    figure: Figure
    year: int
    cells: tuple[Cell, ...]
    known_at: str
    """The instant of knowledge, ISO 8601 in UTC."""
    snapshot: str
    """`<append number>:<head digest>` of the ledger the snapshot was taken from."""
    sources: tuple[str, ...] = field(default=())
