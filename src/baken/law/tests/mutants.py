"""Small wrongs in a rule, one at a time: if no worked case notices, the cases say too little."""

import dataclasses
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property, partial
from typing import Any

from baken.law.book import Book
from baken.law.cases import Case
from baken.law.expression import (
    NEVER,
    AllOf,
    AnyOf,
    Compare,
    Const,
    Dated,
    Decide,
    Expr,
    Happened,
    Kind,
    Not,
    OneOf,
    names,
    rewrite,
    walk,
)
from baken.law.person import Person

FLIPPED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
SHIFTED = {Kind.NUMBER: 1, Kind.MONEY: 100, Kind.DAY: timedelta(days=1)}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One version of a rule with one wrong in it."""

    rule: str
    version: int
    wrong: str
    expr: Expr


def mutants(book: Book, rule: str) -> Iterator[Mutant]:
    """Every wrong in every version of a rule; a parameter is wrong wherever the version asks it."""
    fixed = frozenset(name for name, read in book.rules.items() if isinstance(read.whole, Const))
    for version, text in enumerate(book.rules[rule].texts):
        for wrong, expr in (*_wronged(text.expr, fixed), *_shifted(text.expr)):
            yield Mutant(rule, version, wrong, expr)


def _shifted(tree: Expr) -> Iterator[tuple[str, Expr]]:
    """The tree with one value of a parameter one larger or smaller."""
    dated = {node.name: node for node in walk(tree) if isinstance(node, Dated)}
    for name, node in dated.items():
        for place, (since, value) in enumerate(node.values):
            for wrong, other in _own(value, frozenset()):
                values = (*node.values[:place], (since, other), *node.values[place + 1 :])
                yield f"{name} since {since}: {wrong}", rewrite(tree, partial(_with_values, name=name, values=values))


def _with_values(node: Expr, name: str, values: Any) -> Expr:
    return replace(node, values=values) if isinstance(node, Dated) and node.name == name else node


def _wronged(node: Expr, fixed: frozenset[str]) -> Iterator[tuple[str, Expr]]:
    """The tree with one change, at this node or somewhere below it. fixed: rules that always yield the same."""
    if isinstance(node, Dated):
        return
    yield from _own(node, fixed)
    for field in dataclasses.fields(node):
        for wrong, value in _within(getattr(node, field.name), fixed):
            yield wrong, replace(node, **{field.name: value})


def _within(value: Any, fixed: frozenset[str]) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Expr):
        yield from _wronged(value, fixed)
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            for wrong, changed in _within(part, fixed):
                yield wrong, (*value[:place], changed, *value[place + 1 :])


def _own(node: Expr, fixed: frozenset[str]) -> Iterator[tuple[str, Expr]]:
    if isinstance(node, Compare):
        yield f"{node.left} {FLIPPED[node.op]} {node.right}", replace(node, op=FLIPPED[node.op])
    elif isinstance(node, AllOf | AnyOf) and len(node.parts) > 1:
        other = AnyOf if isinstance(node, AllOf) else AllOf
        yield f"{other.__name__} of {', '.join(map(str, node.parts))}", other(node.kind, node.codes, node.parts)
        for place, part in enumerate(node.parts):
            if not fixed.issuperset(names(part)):
                yield f"without {part}", replace(node, parts=(*node.parts[:place], *node.parts[place + 1 :]))
    elif isinstance(node, Not):
        yield f"without not_ before {node.part}", node.part
    elif isinstance(node, OneOf) and len(node.choices) > 1:
        for choice in node.choices:
            yield f"without {choice}", replace(node, choices=tuple(code for code in node.choices if code != choice))
    elif isinstance(node, Happened) and node.by is not None:
        yield f"{node.event} on any day", replace(node, by=None)
    elif isinstance(node, Const) and node.kind in SHIFTED and node.value != NEVER:
        for sign in (1, -1):
            value = node.value + sign * SHIFTED[node.kind]
            yield f"{node.value} is {value}", replace(node, value=value)
    elif isinstance(node, Decide):
        yield from _swapped(node)


def _swapped(node: Decide) -> Iterator[tuple[str, Expr]]:
    """Two neighbouring outcomes in each other's place."""
    outcomes = [*(outcome for _, outcome in node.clauses), node.otherwise]
    for place in range(len(outcomes) - 1):
        one, other = outcomes[place], outcomes[place + 1]
        if _says(one) != _says(other):
            turned = [*outcomes[:place], other, one, *outcomes[place + 2 :]]
            conditions = [condition for condition, _ in node.clauses]
            clauses = tuple(zip(conditions, turned[:-1], strict=True))
            yield f"outcomes {place + 1} and {place + 2} swapped", replace(node, clauses=clauses, otherwise=turned[-1])


def _says(node: Expr) -> str:
    """What an outcome amounts to; two parameters with the same values are the same here."""
    return repr(node.values if isinstance(node, Dated) else node)


class Check:
    """Which worked cases notice what, over one book."""

    def __init__(self, book: Book, cases: Iterable[Case]) -> None:
        self.book = book
        self.cases = [(case, case.person(book)) for case in cases]

    @cached_property
    def dependents(self) -> dict[str, set[str]]:
        """{rule: itself and the rules whose outcome it can change}."""
        found: dict[str, set[str]] = {name: {name} for name in self.book.rules}
        for name, rule in self.book.rules.items():
            for asked in {*names(rule.whole), *names(rule.pick)} & found.keys():
                for above in found.values():
                    if asked in above:
                        above.add(name)
        return found

    def relevant(self, rule: str) -> list[tuple[Case, Person]]:
        """The cases that state the rule or something that rests on it; those that state the rule itself first."""
        resting = self.dependents[rule]
        found = [pair for pair in self.cases if resting & pair[0].output.keys()]
        return sorted(found, key=lambda pair: rule not in pair[0].output)

    def noticed(self, mutant: Mutant) -> bool:
        """Whether a case says otherwise than the mutant."""
        book = self.book.with_changed(mutant.rule, mutant.expr, mutant.version)
        return any(self._differs(case, person, book) for case, person in self.relevant(mutant.rule))

    def _differs(self, case: Case, person: Person, book: Book) -> bool:
        given = {name: value for name, value in person._known.items() if name in book.facts}
        other = Person(book, given, case.on)
        return any(other.value(rule) != person.value(rule) for rule in case.output)

    def survivors(self, rule: str) -> list[Mutant]:
        """The wrongs that no case notices."""
        return [mutant for mutant in mutants(self.book, rule) if not self.noticed(mutant)]

    def digest(self, rule: str) -> str:
        """Of what a rule says and of the cases that may notice a wrong in it."""
        read = self.book.rules[rule]
        said = [repr((text.version.since, text.expr)) for text in read.texts]
        told = sorted(repr((case.on, case.input, case.output)) for case, _ in self.relevant(rule))
        return hashlib.sha256("\n".join([*said, repr(read.before), *told]).encode()).hexdigest()[:16]
