"""Law facts: what a rule may ask about a person or a case, each declared with its type and its meaning of absence."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from baken.law.expression import NEVER, Kind, Value
from baken.law.faults import Fault, LawError

ON = "on"
"""The day as of which is decided; always known."""
HIGHEST = 1_000_000
"""No number that the law counts comes near it, and a frame's columns hold it."""


@dataclass(frozen=True, slots=True)
class LawFact:
    """One thing that can be known.

    event: absent means it has not happened (a list: none happened); otherwise absent means not known.
    codes: what a code may be; empty for an open list. implied: (name, function) gives it from another fact.
    synthetic: for a reform's own facts, how a study draws them.
    """

    name: str
    kind: Kind
    nl: str
    en: str
    event: bool = False
    codes: tuple[str, ...] = ()
    implied: tuple[str, Callable[[Any], Any]] | None = None
    synthetic: dict[str, Any] | None = None

    def __post_init__(self) -> None:
        if self.event and self.kind not in (Kind.DAY, Kind.DAYS, Kind.PERIODS):
            raise LawError(f"{self.name}: only a day, days or periods can be an event.")

    @property
    def absent(self) -> Value:
        """What absence means: None is not known."""
        if not self.event:
            return None
        return NEVER if self.kind is Kind.DAY else ()

    def read(self, given: object) -> Value:
        """A value from JSON or the ledger as a law value. Raises LawError that names the fact and what it takes."""
        if given is None:
            return self.absent
        try:
            return _READ[self.kind](given, self)
        except (ValueError, TypeError, KeyError):
            raise Fault("wrong_value", "takes", name=self.name, given=repr(given), keys=self._takes()) from None

    def _takes(self) -> str:
        if self.kind is Kind.CODE and self.codes:
            return f"one of {', '.join(self.codes)}"
        return _TAKES[self.kind]


def _truth(given: object, _: LawFact) -> bool:
    if not isinstance(given, bool):
        raise ValueError
    return given


def _day(given: object, _: LawFact | None = None) -> date:
    day = given if isinstance(given, date) else date.fromisoformat(str(given))
    if not 1900 <= day.year <= 2200 and day != NEVER:
        raise ValueError
    return day


def _number(given: object, _: LawFact) -> int:
    if isinstance(given, bool) or not isinstance(given, int) or not 0 <= given <= HIGHEST:
        raise ValueError
    return given


def _money(given: object, _: LawFact) -> int:
    cents = round(float(str(given)) * 100)
    if isinstance(given, bool) or abs(float(str(given)) * 100 - cents) > 1e-6:
        raise ValueError
    return cents


def _code(given: object, fact: LawFact) -> str:
    if not isinstance(given, str) or (fact.codes and given not in fact.codes):
        raise ValueError
    return given


def _days(given: Any, _: LawFact) -> tuple[date, ...]:
    if isinstance(given, str):
        raise ValueError
    return tuple(sorted(_day(day) for day in given))


def _periods(given: Any, _: LawFact) -> tuple[tuple[date, date], ...]:
    if isinstance(given, str):
        raise ValueError
    return joined([_period(one) for one in given])


def _period(given: Any) -> tuple[date, date]:
    if isinstance(given, dict):
        if set(given) - {"start", "end"}:
            raise ValueError
        given = (given["start"], given.get("end"))
    start, end = given
    start, end = _day(start), NEVER if end is None else _day(end)
    if end < start:
        raise ValueError
    return start, end


def joined(periods: list[tuple[date, date]]) -> tuple[tuple[date, date], ...]:
    """Half-open periods in order, those that touch or overlap joined into one."""
    out: list[tuple[date, date]] = []
    for start, end in sorted(periods):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        elif start < end:
            out.append((start, end))
    return tuple(out)


_READ: dict[Kind, Callable[[Any, LawFact], Value]] = {
    Kind.TRUTH: _truth,
    Kind.DAY: _day,
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.CODE: _code,
    Kind.DAYS: _days,
    Kind.PERIODS: _periods,
}
_TAKES = {
    Kind.TRUTH: "true or false",
    Kind.DAY: "a day such as 2026-10-31, from 1900 to 2200",
    Kind.NUMBER: f"a whole number from 0 to {HIGHEST}",
    Kind.MONEY: "an amount in euros with at most two decimals",
    Kind.CODE: "a code",
    Kind.DAYS: "a list of days",
    Kind.PERIODS: "a list of periods with start and end (no end: still running; the end day itself is not in it)",
}
