"""How a rule is declared: a function whose arguments are what it depends on, with its source, validity and date."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from inspect import signature

from baken.law.expression import Expr, Value
from baken.law.facts import ON
from baken.law.faults import LawError
from baken.law.parameters import CONFIDENCES

STATES = ("in_force", "planned", "ended", "under_study", "postponed")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule is read: the document, the heading or article in it, the rule's id in the catalogue.

    place: the article or heading, in the document's own language.
    """

    document: str
    place: str
    catalogue: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.document}, {self.place}" if self.place else self.document


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a rule, in force for those whose own date lies on or after `since` (None: from the beginning).

    by: the fact or rule that is that date, or the day of deciding when it has not happened yet.
    """

    function: Callable[..., Expr]
    since: date | None
    by: str
    sources: tuple[Source, ...]
    state: str
    confidence: str
    note: str

    @property
    def depends(self) -> tuple[str, ...]:
        """The facts, rules and parameters it asks."""
        return tuple(signature(self.function).parameters)


@dataclass(slots=True)
class Rule:
    """A named rule with its versions side by side. before: what holds where no version was in force yet."""

    name: str
    nl: str
    en: str
    before: Value
    versions: list[Version] = field(default_factory=list)

    def since(
        self, since: str, *sources: Source, by: str = "", state: str = "in_force", confidence: str = "H", note: str = ""
    ) -> Callable[[Callable[..., Expr]], "Rule"]:
        """Add a later version; it is picked by the same date unless `by` says otherwise."""
        return self._version(since, sources, by or self.versions[-1].by, state, confidence, note)

    def _version(
        self, since: str, sources: tuple[Source, ...], by: str, state: str, confidence: str, note: str
    ) -> Callable[[Callable[..., Expr]], "Rule"]:
        day = date.fromisoformat(since) if since else None
        if not sources:
            raise LawError(f"{self.name} has a version without a source.")
        if state not in STATES or confidence not in CONFIDENCES:
            raise LawError(f"{self.name} has the state {state!r} and the confidence {confidence!r}.")
        if any((older.since or date.min) >= (day or date.min) for older in self.versions):
            raise LawError(f"{self.name} has two versions since {since or 'the beginning'}, or not in order of day.")

        def add(function: Callable[..., Expr]) -> "Rule":
            self.versions.append(Version(function, day, by, sources, state, confidence, note))
            return self

        return add


@dataclass(frozen=True, slots=True)
class Chapter:
    """A subject of the law and its rules, in the order in which a reader should meet them."""

    name: str
    nl: str
    en: str
    rules: list[Rule] = field(default_factory=list)

    def rule(
        self,
        nl: str,
        en: str,
        *sources: Source,
        since: str = "",
        by: str = ON,
        state: str = "in_force",
        confidence: str = "H",
        note: str = "",
        before: Value = None,
    ) -> Callable[[Callable[..., Expr]], Rule]:
        """Declare a rule; the function's name is its name, its arguments are what it depends on."""

        def declare(function: Callable[..., Expr]) -> Rule:
            rule = Rule(function.__name__, nl, en, before)
            self.rules.append(rule)
            return rule._version(since, sources, by, state, confidence, note)(function)

        return declare

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)
