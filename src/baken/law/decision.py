"""A decision: what the law makes of the facts about somebody on a day, with everything that bears it.

`as_dict` is its form for machines; docs/law.md describes it.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from baken.law.book import Book
from baken.law.expression import NEVER, Kind, Value
from baken.law.facts import ON
from baken.law.person import Person
from baken.law.terms import Standing, Term, standings
from baken.law.trace import Step, Trace, UsedParameter, trace

FORMAT = 1
"""Grows when a key gets another meaning or goes."""


@dataclass(frozen=True)
class Decision:
    """asked: the rules decided, in the order asked; told: for a fact, where it was told (as JSON can say it)."""

    person: Person
    asked: tuple[str, ...]
    trace: Trace
    standings: tuple[Standing, ...]
    told: Mapping[str, Any]

    @property
    def book(self) -> Book:
        """The law that was asked."""
        return self.person.book

    def behind(self, rule: str) -> Trace:
        """The part of the trace that bears one rule; missing: the facts that some rule in it waits for."""
        steps = {step.rule.name: step for step in self.trace.steps}
        wanted, waiting = {rule}, [rule]
        while waiting:
            new = [name for name in steps[waiting.pop()].rules if name not in wanted]
            wanted.update(new)
            waiting += new
        part = tuple(step for step in self.trace.steps if step.rule.name in wanted)
        return Trace(part, tuple(dict.fromkeys(fact for step in part for fact in step.missing)))

    @property
    def to_confirm(self) -> bool:
        """Whether somebody must confirm, because a rule or value behind it is not certain."""
        return self.trace.confidence != "H"

    @cached_property
    def used(self) -> dict[str, Value]:
        """The facts that bore some rule."""
        return {name: value for step in self.trace.steps for name, value in step.facts.items() if name != ON}

    @cached_property
    def body(self) -> str:
        """The trace as text, always the same for the same decision."""
        reasons = {"on": self.person.on.isoformat(), "rule_book": self.book.digest, "asked": list(self.asked)}
        return json.dumps(reasons | {"steps": _steps(self), "facts": _facts(self)}, sort_keys=True, ensure_ascii=False)

    @property
    def digest(self) -> str:
        """SHA-256 of the body."""
        return hashlib.sha256(self.body.encode()).hexdigest()


def decide(
    book: Book,
    facts: Mapping[str, Value],
    on: date,
    asked: Iterable[str] = (),
    terms: Iterable[Term] = (),
    told: Mapping[str, Any] | None = None,
) -> Decision:
    """Decide these rules (all of them when none is asked) on a day.

    facts: law values as `read_facts` gives them. Raises LawError when a rule is not there.
    """
    person, rules = Person(book, facts, on), tuple(dict.fromkeys(asked)) or tuple(book.rules)
    book.needed(rules)
    return Decision(person, rules, trace(person, list(rules)), tuple(standings(person, terms)), told or {})


def as_dict(decision: Decision) -> dict[str, Any]:
    """Plain values for JSON. Days as 2026-10-31, or "never"; money as "90.00"; what is not known as null."""
    return {
        "format": FORMAT,
        "on": decision.person.on.isoformat(),
        "rule_book": decision.book.digest,
        "trace": decision.digest,
        "certainty": decision.trace.confidence,
        "to_confirm": decision.to_confirm,
        "outcomes": {rule: _outcome(decision, rule) for rule in decision.asked},
        "missing": [_named(decision.book, name) for name in decision.trace.missing],
        "deadlines": [_standing(standing) for standing in decision.standings],
        "facts": _facts(decision),
        "steps": _steps(decision),
    }


def plain(value: Value, kind: Kind) -> Any:
    """A law value as JSON can say it."""
    if value is None or kind in (Kind.TRUTH, Kind.NUMBER, Kind.CODE):
        return value
    if kind is Kind.MONEY:
        return f"{value // 100}.{value % 100:02d}"
    if kind is Kind.DAY:
        return "never" if value == NEVER else value.isoformat()
    if kind is Kind.DAYS:
        return [day.isoformat() for day in value]
    return [{"start": start.isoformat(), "end": None if end == NEVER else end.isoformat()} for start, end in value]


def _outcome(decision: Decision, name: str) -> dict[str, Any]:
    rule, value, bearing = decision.book.rules[name], decision.person.value(name), decision.behind(name)
    return {
        "nl": rule.rule.nl,
        "en": rule.rule.en,
        "kind": rule.kind,
        "value": plain(value, rule.kind),
        "certainty": bearing.confidence,
        "missing": list(bearing.missing) if value is None else [],
    }


def _named(book: Book, name: str) -> dict[str, Any]:
    fact = book.facts[name]
    return {"fact": name, "nl": fact.nl, "en": fact.en, "kind": fact.kind, "codes": list(fact.codes)}


def _standing(standing: Standing) -> dict[str, Any]:
    term = standing.term
    return {
        "term": term.name,
        "nl": term.nl,
        "en": term.en,
        "rule": term.due,
        "status": standing.status,
        "due": standing.due.isoformat() if standing.due else None,
        "done": standing.done.isoformat() if standing.done else None,
    }


def _facts(decision: Decision) -> dict[str, Any]:
    """The facts that bore some step, each with where it was told."""
    kinds = decision.book.facts
    return {
        name: {"value": plain(value, kinds[name].kind), "told": decision.told.get(name, [])}
        for name, value in decision.used.items()
    }


def _steps(decision: Decision) -> list[dict[str, Any]]:
    return [_step(decision.book, step) for step in decision.trace.steps]


def _step(book: Book, step: Step) -> dict[str, Any]:
    by, day = step.picked_by
    return {
        "rule": step.rule.name,
        "value": plain(step.value, step.rule.kind),
        "version": _version(step),
        "picked_by": {"name": by, "day": plain(day, Kind.DAY)},
        "clause": step.clause,
        "facts": list(step.facts),
        "rules": step.rules,
        "parameters": [_parameter(book, used) for used in step.parameters],
        "missing": step.missing,
    }


def _version(step: Step) -> dict[str, Any] | None:
    """The version used; None where none was in force, or it is not known which."""
    if step.text is None:
        return None
    version = step.text.version
    return {
        "since": version.since.isoformat() if version.since else None,
        "state": version.state,
        "certainty": version.confidence,
        "sources": [str(source) for source in version.sources],
        "note": version.note,
    }


def _parameter(book: Book, used: UsedParameter) -> dict[str, Any]:
    parameter = book.parameters[used.name]
    return {
        "name": used.name,
        "nl": parameter.nl,
        "en": parameter.en,
        "value": plain(used.value.value, parameter.kind),
        "unit": parameter.unit,
        "since": used.value.since.isoformat(),
        "reference": used.value.reference,
        "certainty": used.value.confidence,
    }
