"""What a fact type may declare about the law facts it answers: one declaration per law fact, read in two ways.

Several fact types may feed one law fact: then they declare the same choice, which is made among the facts of all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from baken.law.expression import Kind

Table = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Feed:
    """The law fact `name`, answered by facts that happened on the day asked or before it.

    where: columns and the value, or one of several values, that they must have. case: the kind of subject (a
    contract, an infringement) it is a fact of; without one it is of the person. timeless: answers for every day,
    because it never changes (a year of birth).
    """

    name: str = field(kw_only=False)
    where: Mapping[str, Any] = field(default_factory=dict)
    case: str = ""
    timeless: bool = False

    kinds: ClassVar[tuple[Kind, ...]]
    """The kinds of law fact that the choice can answer."""

    @property
    def column(self) -> str:
        """The column that holds the value."""
        return "occurred_on"

    @property
    def passes_over(self) -> bool:
        """Whether facts that leave the column empty tell nothing."""
        return True

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that is read."""
        case = (self.case,) if self.case else ()
        return tuple(dict.fromkeys(("id", "occurred_on", self.column, *self.where, *case)))

    @property
    def conditions(self) -> dict[str, tuple[Any, ...]]:
        """For each column of `where` the values it may have."""
        return {column: value if isinstance(value, tuple) else (value,) for column, value in sorted(self.where.items())}


@dataclass(frozen=True, kw_only=True)
class First(Feed):
    """The first day on which it happened. day: the column of that day; a day yet to come has not happened."""

    day: str = "occurred_on"
    kinds: ClassVar = (Kind.DAY,)

    @property
    def column(self) -> str:
        """The day's column."""
        return self.day


@dataclass(frozen=True, kw_only=True)
class Days(First):
    """Every day on which it happened."""

    kinds: ClassVar = (Kind.DAYS,)


@dataclass(frozen=True, kw_only=True)
class Periods(Feed):
    """From the fact's day until the day in `until` (empty: still running), which is not in it.

    closed_by: the fact type by which a running period ends earlier, for the same person.
    """

    until: str = "until"
    closed_by: str = ""
    kinds: ClassVar = (Kind.PERIODS,)

    @property
    def columns(self) -> tuple[str, ...]:
        """The last day too."""
        return (*super().columns, self.until)


@dataclass(frozen=True, kw_only=True)
class OfColumn(Feed):
    """Answered by a column.

    through: what the column's codes mean to the law, or a function that says so for a day; others are not known.
    empty: what a fact tells the law that leaves the column empty; without it such facts are passed over.
    """

    of: str
    empty: Any = None
    through: Table | Callable[[date], Table] | None = None

    @property
    def column(self) -> str:
        """The column asked."""
        return self.of

    @property
    def passes_over(self) -> bool:
        """Unless the declaration says what emptiness means."""
        return self.empty is None

    def table(self, on: date) -> Table | None:
        """What the codes mean on a day; None where the law has the same codes."""
        return self.through(on) if callable(self.through) else self.through


@dataclass(frozen=True, kw_only=True)
class Latest(OfColumn):
    """What was told of the latest day; of one day, what was told last."""

    kinds: ClassVar = (Kind.TRUTH, Kind.DAY, Kind.NUMBER, Kind.CODE)


@dataclass(frozen=True, kw_only=True)
class Since(OfColumn):
    """The day since which the latest value holds: the first of the facts, up to the last, that tell the same."""

    kinds: ClassVar = (Kind.DAY,)


@dataclass(frozen=True, kw_only=True)
class Best(OfColumn):
    """Of all that was told, what comes first in the law fact's own order.

    A code of unknown meaning leaves it open, unless the very first was told.
    """

    kinds: ClassVar = (Kind.CODE,)


@dataclass(frozen=True, kw_only=True)
class Highest(OfColumn):
    """The highest number told."""

    kinds: ClassVar = (Kind.NUMBER,)


@dataclass(frozen=True, kw_only=True)
class Total(OfColumn):
    """The sum of the numbers told; not known where none was."""

    kinds: ClassVar = (Kind.NUMBER,)


@dataclass(frozen=True, kw_only=True)
class Share(OfColumn):
    """How many in a hundred, rounded down, have one of these codes among those that have one of `among`."""

    codes: tuple[str, ...]
    among: tuple[str, ...]
    kinds: ClassVar = (Kind.NUMBER,)


@dataclass(frozen=True, kw_only=True)
class Complete(OfColumn):
    """The day on which the last of all these codes had been told at least once."""

    codes: tuple[str, ...]
    kinds: ClassVar = (Kind.DAY,)
