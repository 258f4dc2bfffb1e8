"""Reforms: a change of the law laid over a rule book, in both readings and in the sheet like any other law.

`reform_file` reads one from YAML. A rule that a reform changes may ask itself as it stands; it is then kept in the book
under a name of its own.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from baken.law.book import Book
from baken.law.expression import Expr, Value
from baken.law.facts import ON, LawFact
from baken.law.faults import LawError
from baken.law.gains import Gain
from baken.law.parameters import Parameter
from baken.law.rules import Chapter, Rule, Source, Version
from baken.law.written import written

AS_IT_STANDS = "_as_it_stands"
AMONG = "among"
"""The rule that says for whom a study counts."""


@dataclass(frozen=True, slots=True)
class Change:
    """A version that a reform gives a rule. text: as written; since: None for everybody; by: "" as the rule has it.

    nl, en, chapter, before: of a rule that is new.
    """

    name: str
    text: str
    function: Callable[..., Expr]
    since: date | None
    by: str
    nl: str = ""
    en: str = ""
    chapter: str = ""
    before: Any = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reform:
    """A change of the law, not laid over a book yet.

    outcomes: the rules to report first; among: for whom a study counts, by the law as it is (None: everybody); per: the
    kind of case a study has a row for, instead of a person; draws: distributions of facts that the law has already;
    suppose: what a study supposes of everybody, a row for each of these; digest: of its file.
    """

    name: str
    nl: str
    en: str
    note_nl: str
    note_en: str
    sources: tuple[Source, ...]
    state: str
    confidence: str
    since: date | None
    parameters: Mapping[str, Parameter]
    facts: tuple[LawFact, ...]
    changes: tuple[Change, ...]
    gains: Mapping[str, Gain]
    outcomes: tuple[str, ...]
    among: Change | None
    per: str
    draws: tuple[LawFact, ...]
    suppose: tuple[Mapping[str, Value], ...]
    digest: str

    def over(self, book: Book) -> Book:
        """The law as proposed. Raises LawError when the two do not fit."""
        facts = [fact for name, fact in book.facts.items() if name != ON]
        try:
            return Book([*facts, *self.facts], self._chapters(book), {**book.parameters, **self.parameters})
        except LawError as error:
            raise error.at(f"{self.name}: ") from None

    def counting(self, book: Book) -> Book:
        """The law as it is, with a rule AMONG that says for whom a study counts; without `among`, just the law."""
        if self.among is None:
            return book
        rule = Rule(AMONG, self.among.nl, self.among.en, None, [self._version(self.among)])
        facts = [fact for name, fact in book.facts.items() if name != ON]
        try:
            return Book(facts, [*book.chapters, Chapter("study", "Studie", "Study", [rule])], book.parameters)
        except LawError as error:
            raise error.at(f"{self.name}: ") from None

    def _chapters(self, book: Book) -> list[Chapter]:
        changed = {change.name: change for change in self.changes}
        chapters = [
            Chapter(old.name, old.nl, old.en, [rule for each in old for rule in self._rules(each, changed)])
            for old in book.chapters
        ]
        own = Chapter("reform", self.nl, self.en)
        places = {chapter.name: chapter for chapter in chapters}
        for change in self.changes:
            if change.name not in book.rules:
                place = places.get(change.chapter, own)
                place.rules.append(Rule(change.name, change.nl, change.en, change.before, [self._version(change)]))
        return [*chapters, own] if own.rules else chapters

    def _rules(self, rule: Rule, changed: Mapping[str, Change]) -> Iterator[Rule]:
        """The rule as changed, and before it the rule as it stands where the change asks it."""
        change = changed.get(rule.name)
        if change is None:
            yield rule
            return
        standing = Rule(
            rule.name + AS_IT_STANDS,
            f"{rule.nl} (zoals het nu geldt)",
            f"{rule.en} (as it stands)",
            rule.before,
            rule.versions,
        )
        version = self._version(change)
        by = change.by or rule.versions[0].by
        kept = [older for older in rule.versions if change.since and (older.since or date.min) < change.since]
        if change.since and by != rule.versions[0].by:
            kept = [replace(rule.versions[0], function=_standing(standing.name), since=None, by=by)]
        new = Rule(rule.name, rule.nl, rule.en, rule.before, [*kept, replace(version, by=by)])
        yield from [standing, new] if any(standing.name in each.depends for each in new.versions) else [new]

    def _version(self, change: Change) -> Version:
        return Version(
            change.function,
            change.since,
            change.by or ON,
            self.sources,
            self.state,
            self.confidence,
            change.note,
        )


def _standing(name: str) -> Callable[..., Expr]:
    return written(name, [name])
