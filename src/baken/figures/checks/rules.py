"""What can be declared about published tables (docs/check-tables.md describes the files that do it)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

PARTS = ("parts",)
"""Instead of codes: all but the totals and subtotals."""


class Wrong(Exception):
    """A declaration that has no meaning; becomes a fault with its place."""


@dataclass(frozen=True, slots=True)
class Operand:
    """A number (by year, and by codes where asked) found in one place: a figure, the key figures or the prose.

    where: the codes that count, by dimension; `parts` takes all but the totals; a dimension not named takes its total.
    by: dimensions to keep apart, totals included unless `where` takes their parts.
    per: what to divide by, rounded half up to `decimals`.
    """

    figure: str = ""
    key: str = ""
    prose: str = ""
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by: tuple[str, ...] = ()
    per: "Operand | None" = None
    decimals: int = 0

    @property
    def place(self) -> str:
        """The figure's number, `key` or `prose`."""
        return self.figure or ("key" if self.key else "prose")


@dataclass(frozen=True, slots=True)
class TotalRule:
    """How a total follows from its parts: `additive` (the sum), `distinct` (each person once), `between` (an average).

    footnote: the printed footnote that tells the reader that the total is not the sum.
    """

    kind: str = "additive"
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class ShareRule:
    """Which whole a share is of. of: codes that turn a row into its whole. only: the rows that carry a share.
    split: the dimension whose parts make up the whole. counts: the figure that has the numbers, with fixed codes."""

    of: Mapping[str, str]
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    split: str = ""
    counts: str = ""
    with_codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AverageRule:
    """Averages over `over` (language): whole numbers behind them add up to `whole`, each at least `at_least`."""

    over: str
    whole: Operand
    at_least: str = ""


@dataclass(frozen=True, slots=True)
class FigureRules:
    """What is declared about one figure. decimals: of its values; None takes what most of them have."""

    decimals: int | None = None
    area: str = ""
    totals: Mapping[str, TotalRule] = field(default_factory=dict)
    subtotals: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    shares: ShareRule | None = None
    empty_as: str = ""
    averages: AverageRule | None = None
    sparse: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """Operands that belong together: equal values, left at most right, a total and its parts, or a note on scope."""

    nl: str
    en: str
    operands: tuple[Operand, ...] = ()
    footnote: str = ""
    areas: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Declarations:
    """Everything declared, for all tables of a folder."""

    figures: Mapping[str, FigureRules] = field(default_factory=dict)
    areas: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    same: tuple[Relation, ...] = ()
    at_most: tuple[Relation, ...] = ()
    sums: tuple[Relation, ...] = ()
    scope_notes: tuple[Relation, ...] = ()

    def of(self, number: str) -> FigureRules:
        """The rules of one figure; without any, the defaults."""
        return self.figures.get(number, FigureRules())
