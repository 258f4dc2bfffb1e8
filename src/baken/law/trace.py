"""Why: the path from an outcome down to the facts that bore it, and the facts that are still missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from baken.law.expression import AllOf, AnyOf, Dated, Decide, Expr, Ref, Value, children
from baken.law.parameters import CONFIDENCES, DatedValue
from baken.law.person import Person, reading

if TYPE_CHECKING:
    from baken.law.book import ReadRule, Text

Leaf = Ref | Dated
Bearer = Callable[[Person, list[Leaf]], None]


@dataclass(frozen=True, slots=True)
class UsedParameter:
    """A parameter's value as it was used."""

    name: str
    value: DatedValue


@dataclass(slots=True)
class Step:
    """One rule as judged. text: the version used, None where none was in force or where it is not known which.

    picked_by: the name of the day that picked the version, and that day. clause: the place of the clause that was
    decisive. facts, rules, parameters: what bore the outcome; missing: the facts that keep it open.
    """

    rule: ReadRule
    value: Value
    text: Text | None
    picked_by: tuple[str, date | None]
    clause: int | None = None
    facts: dict[str, Value] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)
    parameters: list[UsedParameter] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Trace:
    """The rules behind some outcomes, the asked ones last.

    missing: the facts that keep an asked outcome open, first those on which most rules wait.
    """

    steps: tuple[Step, ...]
    missing: tuple[str, ...]

    @property
    def confidence(self) -> str:
        """The lowest among the rules and parameter values used."""
        used = [step.text.version.confidence for step in self.steps if step.text]
        used += [parameter.value.confidence for step in self.steps for parameter in step.parameters]
        return max(used, key=CONFIDENCES.index, default="H")


def trace(person: Person, asked: list[str]) -> Trace:
    """Everything that bore the outcomes of these rules."""
    steps: dict[str, Step] = {}

    def visit(name: str) -> None:
        if name in steps:
            return
        step = _step(person, name)
        steps[name] = step
        for other in step.rules:
            visit(other)
        steps[name] = steps.pop(name)

    for name in asked:
        visit(name)
    waiting = Counter(fact for step in _open(steps, asked) for fact in step.missing)
    return Trace(tuple(steps.values()), tuple(fact for fact, _ in waiting.most_common()))


def _open(steps: dict[str, Step], asked: list[str]) -> list[Step]:
    """The asked rules that are open, and the open rules that keep them so."""
    found: dict[str, Step] = {}
    waiting = list(reversed(asked))
    while waiting:
        name = waiting.pop()
        if name not in found and steps[name].value is None:
            found[name] = steps[name]
            waiting += steps[name].rules
    return list(found.values())


def _step(person: Person, name: str) -> Step:
    rule = person.book.rules[name]
    value, place = person.value(name), person.text(rule)
    text = rule.texts[place] if place is not None and place >= 0 else None
    by = rule.texts[0].version.by
    step = Step(rule, value, text, (by, person.value(by)))
    if text is not None and isinstance(text.expr, Decide):
        step.clause = _clause(person, text.expr)
    for leaf in _bearing(person, rule, text, place, value):
        _note(person, step, leaf)
    step.missing = step.missing if value is None else []
    return step


def _bearing(person: Person, rule: ReadRule, text: Text | None, place: int | None, value: Value) -> list[Leaf]:
    """The leaves that bore the outcome; the pick too where it matters."""
    found: list[Leaf] = []
    if len(rule.texts) > 1 or rule.texts[0].version.since is not None:
        bearer(rule.pick)(person, found)
    if text is not None:
        bearer(text.expr)(person, found)
    elif place is None and value is None:
        bearer(rule.whole)(person, found)
    return found


def _clause(person: Person, node: Decide) -> int | None:
    for place, (condition, _) in enumerate(node.clauses):
        holds = person.read(condition)
        if holds is True:
            return place
        if holds is None:
            return None
    return len(node.clauses)


def _note(person: Person, step: Step, leaf: Leaf) -> None:
    if isinstance(leaf, Dated):
        day = person.read(leaf.pick)
        if day is not None:
            used = UsedParameter(leaf.name, person.book.parameters[leaf.name].on(day))
            step.parameters += [used] if used not in step.parameters else []
        return
    value = person.value(leaf.name)
    if leaf.name in person.book.rules:
        step.rules += [leaf.name] if leaf.name not in step.rules else []
    elif value is None:
        step.missing += [leaf.name] if leaf.name not in step.missing else []
    else:
        step.facts[leaf.name] = value


@lru_cache(maxsize=1 << 16)
def bearer(node: Expr) -> Bearer:
    """A tree as a function that collects the leaves that bore its value: of an any_of the part that holds, of a
    decision the clauses up to the one taken.
    """
    if isinstance(node, Ref | Dated):
        return lambda _, found: found.append(node)
    if isinstance(node, AllOf | AnyOf):
        return _of_parts(node)
    if isinstance(node, Decide):
        return _of_clauses(node)
    below = [bearer(child) for child in children(node)]

    def collect(person: Person, found: list[Leaf]) -> None:
        for one in below:
            one(person, found)

    return below[0] if len(below) == 1 else collect


def _of_parts(node: AllOf | AnyOf) -> Bearer:
    whole, settling = reading(node), isinstance(node, AnyOf)
    parts = [(reading(part), bearer(part)) for part in node.parts]

    def collect(person: Person, found: list[Leaf]) -> None:
        value = whole(person)
        for read, below in parts:
            if read(person) is value:
                below(person, found)
                if value is settling:
                    return

    return collect


def _of_clauses(node: Decide) -> Bearer:
    clauses = [(reading(condition), bearer(condition), bearer(outcome)) for condition, outcome in node.clauses]
    last = bearer(node.otherwise)

    def collect(person: Person, found: list[Leaf]) -> None:
        for condition, why, outcome in clauses:
            holds = condition(person)
            why(person, found)
            if holds is not False:
                outcome(person, found)
            if holds is True:
                return
        last(person, found)

    return collect
