"""What the law says of a dossier today: outcomes with their reasons, terms, and what is still missing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language

from baken.law.content import the_book
from baken.law.content.codes import code_name
from baken.law.decision import Decision, decide
from baken.law.explain import Reason, deadline, explain, of_rule
from baken.law.expression import NEVER, Value
from baken.law.speech import Speech
from baken.law.terms import Standing
from baken.ui.acting import Case
from baken.ui.acting.doing import Consequences, ends

NOTHING = (False, 0, NEVER, "none", "not_applicable")


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome in words. rule: its name, by which its reasons are asked."""

    rule: str
    label: str
    words: str


def speech() -> Speech:
    """The law in the language of the page."""
    return _speech("en" if get_language() == "en" else "nl")


@lru_cache(maxsize=2)
def _speech(language: str) -> Speech:
    return Speech(the_book(), language, code_name)


def outcomes(case: Case) -> Iterator[tuple[str, list[Outcome]]]:
    """By chapter, what the law ends up saying as far as it says something."""
    said, wanted = speech(), set(ends(case.book))
    for chapter in case.book.chapters:
        rows = [_outcome(said, rule.name, case.value(rule.name)) for rule in chapter if rule.name in wanted]
        told = [row for row in rows if row is not None]
        if told:
            yield getattr(chapter, said.language), told


def _outcome(said: Speech, rule: str, value: Value) -> Outcome | None:
    if value is None or any(value == one and type(value) is type(one) for one in NOTHING):
        return None
    return Outcome(rule, said.label(rule), of_rule(said, rule, value))


def undecided(case: Case) -> list[Outcome]:
    """The outcomes that cannot be told yet."""
    said = speech()
    open_rules = [name for name in ends(case.book) if case.value(name) is None]
    return [Outcome(name, said.label(name), of_rule(said, name, None)) for name in open_rules]


def why(case: Case, rule: str) -> tuple[Decision, tuple[Reason, ...]]:
    """The whole motivation of a rule. Raises KeyError when there is no such rule."""
    if rule not in case.book.rules:
        raise KeyError(rule)
    decision = decide(case.book, {**case.situation.facts, **case.birth_date}, case.on, [rule])
    return decision, explain(decision.trace, [rule], speech())


def missing(decision: Decision) -> list[str]:
    """What is still to be known, in words."""
    said = speech()
    return [said.label(name) for name in decision.trace.missing]


def in_words(consequences: Consequences) -> Iterator[tuple[str, str, str]]:
    """(what, before, after) of everything that follows from an act."""
    said = speech()
    for change in consequences.terms:
        term = (change.after or change.before).term
        yield getattr(term, said.language), _standing(said, change.before), _standing(said, change.after)
    for change in consequences.outcomes:
        label = said.label(change.name)
        yield label, of_rule(said, change.name, change.before), of_rule(said, change.name, change.after)


def terms_in_words(terms: Iterable[Standing]) -> list[tuple[str, str, Standing]]:
    """(term, how it stands, itself)."""
    said = speech()
    return [(getattr(one.term, said.language), deadline(said, one), one) for one in terms]


def _standing(said: Speech, standing: Standing | None) -> str:
    return deadline(said, standing) if standing else "–"
