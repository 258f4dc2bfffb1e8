"""The rule book: facts, parameters and rules put together, checked, and in an order in which they can be judged."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import Any

from baken.law.expression import (
    NEVER,
    Compare,
    Const,
    Dated,
    Decide,
    Expr,
    FirstKnown,
    Kind,
    Ref,
    Value,
    lift,
    names,
    rewrite,
)
from baken.law.facts import ON, LawFact
from baken.law.faults import Fault, LawError
from baken.law.parameters import Parameter
from baken.law.rules import Chapter, Rule, Version

NOT_YET = {Kind.TRUTH: False, Kind.DAY: NEVER, Kind.NUMBER: 0, Kind.MONEY: 0, Kind.CODE: "not_applicable"}
"""What holds, unless a rule says otherwise, where no version of it was in force yet."""
THE_DAY = LawFact(ON, Kind.DAY, "de dag waarop beslist wordt", "the day of deciding")


@dataclass(frozen=True, slots=True)
class Text:
    """One version of a rule as a tree. pick: the day that picks it."""

    version: Version
    expr: Expr


@dataclass(frozen=True, slots=True)
class ReadRule:
    """A rule that can be judged: its versions' trees, and what it yields."""

    rule: Rule
    kind: Kind
    codes: tuple[str, ...]
    texts: tuple[Text, ...]
    pick: Expr
    before: Value

    @property
    def name(self) -> str:
        """The rule's name."""
        return self.rule.name

    @property
    def whole(self) -> Expr:
        """All versions in one tree: the person's own date decides between them."""
        starts = [text.version.since for text in self.texts]
        clauses: list[tuple[Expr, Expr]] = []
        if starts[0] is not None:
            clauses.append((self._earlier(starts[0]), Const(self.kind, (), self.before)))
        for text, until in zip(self.texts, starts[1:], strict=False):
            assert until is not None  # noqa: S101
            clauses.append((self._earlier(until), text.expr))
        last = self.texts[-1].expr
        return Decide(self.kind, self.codes, tuple(clauses), last) if clauses else last

    def _earlier(self, day: date) -> Expr:
        return Compare(Kind.TRUTH, (), "<", self.pick, Const(Kind.DAY, (), day))


class Book:
    """A rule book. Raises LawError when something is asked that is not there, or rules wait for each other."""

    def __init__(
        self, facts: Iterable[LawFact], chapters: Iterable[Chapter], parameters: Mapping[str, Parameter]
    ) -> None:
        self.facts = {ON: THE_DAY} | {fact.name: fact for fact in facts}
        self.chapters = tuple(chapters)
        self.parameters = dict(parameters)
        declared = {rule.name: rule for chapter in self.chapters for rule in chapter}
        self._unique(declared)
        self.rules: dict[str, ReadRule] = {}
        for name in self._order(declared):
            self.rules[name] = self._read(declared[name])

    def _unique(self, declared: Mapping[str, Rule]) -> None:
        if len(declared) < sum(len(chapter.rules) for chapter in self.chapters):
            raise LawError("Two rules have the same name.")
        both = (declared.keys() & self.facts.keys()) | (self.parameters.keys() & (declared.keys() | self.facts.keys()))
        if both:
            raise LawError(f"{', '.join(sorted(both))}: a name is a fact, a rule or a parameter, not two of them.")

    def _order(self, declared: Mapping[str, Rule]) -> list[str]:
        asked = {name: self._asked(rule, declared) for name, rule in declared.items()}
        try:
            return list(TopologicalSorter(asked).static_order())
        except CycleError as error:
            raise Fault("cycle", names=" → ".join(error.args[1])) from None

    def _asked(self, rule: Rule, declared: Mapping[str, Rule]) -> list[str]:
        asked = []
        for version in rule.versions:
            for name in (*version.depends, version.by):
                if name not in declared and name not in self.facts and name not in self.parameters:
                    raise LawError(f"{rule.name} asks {name}, which is no fact, rule or parameter.")
                asked += [name] if name in declared else []
        return asked

    def _read(self, rule: Rule) -> ReadRule:
        if len({version.by for version in rule.versions}) > 1:
            raise Fault("version_pickers", name=rule.name)
        pick = self._pick(rule.versions[0].by)
        texts = tuple(Text(version, self._tree(rule, version, pick)) for version in rule.versions)
        kinds = {text.expr.kind for text in texts}
        if len(kinds) > 1:
            raise Fault("version_kinds", name=rule.name, kinds=", ".join(sorted(kinds)))
        kind = texts[0].expr.kind
        before: Any = NOT_YET.get(kind, ()) if rule.before is None else rule.before
        codes = [code for text in texts for code in text.expr.codes]
        if kind is Kind.CODE and rule.versions[0].since is not None:
            codes.append(before)
        return ReadRule(rule, kind, tuple(dict.fromkeys(codes)), texts, pick, before)

    def _pick(self, by: str) -> Expr:
        day = self._symbol(by, Const(Kind.DAY, (), NEVER))
        if day.kind is not Kind.DAY:
            raise Fault("picks", name=by)
        return day if by == ON else FirstKnown(Kind.DAY, (), (day, Ref(Kind.DAY, (), ON)))

    def _tree(self, rule: Rule, version: Version, pick: Expr) -> Expr:
        for name in version.depends:
            parameter = self.parameters.get(name)
            if parameter and version.since and parameter.values[0].since > version.since:
                raise Fault("too_early", name=rule.name, since=version.since, parameter=name)
        try:
            return lift(version.function(**{name: self._symbol(name, pick) for name in version.depends}))
        except LawError as error:
            raise error.at(f"{rule.name}{f', {version.since}' if version.since else ''}: ") from None

    def _symbol(self, name: str, pick: Expr) -> Expr:
        if name in self.facts:
            return Ref(self.facts[name].kind, self.facts[name].codes, name)
        if name in self.rules:
            return Ref(self.rules[name].kind, self.rules[name].codes, name)
        parameter = self.parameters[name]
        values = tuple(
            (dated.since, Const(parameter.kind, _codes(dated.value), dated.value)) for dated in parameter.values
        )
        return Dated(parameter.kind, tuple(dict.fromkeys(c for _, v in values for c in v.codes)), name, pick, values)

    @cached_property
    def implied(self) -> dict[str, LawFact]:
        """The facts that follow from others."""
        return {name: fact for name, fact in self.facts.items() if fact.implied}

    @cached_property
    def digest(self) -> str:
        """SHA-256 over everything that can change an outcome, and over what says why."""
        said = [repr((f.name, f.kind, f.event, f.codes)) for _, f in sorted(self.facts.items())]
        said += [repr(parameter) for _, parameter in sorted(self.parameters.items())]
        for _, rule in sorted(self.rules.items()):
            said.append(repr((rule.name, rule.before, rule.pick)))
            for text in rule.texts:
                told = text.version
                said.append(repr((text.expr, told.since, told.sources, told.state, told.confidence)))
        return hashlib.sha256("\n".join(said).encode()).hexdigest()

    def needed(self, asked: Iterable[str]) -> list[str]:
        """The rules behind these, themselves included, in an order in which they can be judged."""
        wanted: set[str] = set()
        waiting = [name for name in asked if name in self.rules]
        for name in asked:
            if name not in self.rules:
                raise LawError(f"There is no rule {name}.")
        while waiting:
            name = waiting.pop()
            if name not in wanted:
                wanted.add(name)
                waiting += [other for other in names(self.rules[name].whole) if other in self.rules]
                waiting += [other for other in names(self.rules[name].pick) if other in self.rules]
        return [name for name in self.rules if name in wanted]

    def asked(self, rules: Iterable[str]) -> list[str]:
        """The facts that these rules, and those behind them, may ask."""
        found = {name for rule in self.needed(rules) for name in names(self.rules[rule].whole) if name in self.facts}
        return [name for name in self.facts if name in found]

    def with_changed(self, name: str, expr: Expr, version: int) -> "Book":
        """A copy in which one version of one rule says something else (for reforms and for mutation checks)."""
        rule = self.rules[name]
        texts = tuple(replace(t, expr=expr) if n == version else t for n, t in enumerate(rule.texts))
        other = object.__new__(Book)
        made = ("digest", "_person_readings")
        other.__dict__.update({key: value for key, value in self.__dict__.items() if key not in made})
        other.rules = self.rules | {name: replace(rule, texts=texts)}
        return other


def _codes(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else ()


def without_dates(node: Expr) -> Expr:
    """The tree with every parameter written out as a decision between its dated values."""

    def change(part: Expr) -> Expr:
        if not isinstance(part, Dated):
            return part
        if len(part.values) == 1:
            return part.values[0][1]
        clauses = []
        for (_, value), (until, _) in zip(part.values, part.values[1:], strict=False):
            clauses.append((Compare(Kind.TRUTH, (), "<", part.pick, Const(Kind.DAY, (), until)), value))
        return Decide(part.kind, part.codes, tuple(clauses), part.values[-1][1])

    return rewrite(node, change)
