"""The content says where it is read, and its worked cases say enough: every outcome, every day on which law changed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from inspect import signature

import pytest
import yaml

from baken.law.book import Book
from baken.law.cases import Case, load_cases
from baken.law.content import CASES, HERE, NOTES_EN, REFORMS, note_in, the_book
from baken.law.content.codes import code_name
from baken.law.content.gains import GAINS
from baken.law.content.terms import TERMS
from baken.law.expression import Const, Dated, Expr, Kind, names, walk
from baken.law.facts import ON
from baken.law.parameters import CONFIDENCES
from baken.law.person import Person
from baken.law.reform_file import load_reform
from baken.law.rules import Source

BOOK = the_book()
DAY = timedelta(days=1)


@cache
def cases() -> tuple[Case, ...]:
    return tuple(load_cases(CASES))


@cache
def stated() -> dict[str, list[tuple[Case, Person]]]:
    """{rule: the cases that state it, with their people}."""
    found: dict[str, list[tuple[Case, Person]]] = defaultdict(list)
    for case in cases():
        person = case.person(BOOK)
        for rule in case.output:
            found[rule].append((case, person))
    return found


def dated(tree: Expr) -> Iterator[Dated]:
    return (node for node in walk(tree) if isinstance(node, Dated))


@pytest.mark.parametrize("file", sorted(path.stem for path in CASES.glob("*.yaml")))
def test_the_worked_cases_hold(file: str) -> None:
    wrong = {case.name: found for case in cases() if case.file == file and (found := case.differences(BOOK))}
    assert wrong == {}


def test_no_two_cases_of_a_file_have_the_same_name() -> None:
    seen = [(case.file, case.name) for case in cases()]
    assert len(seen) == len(set(seen)), [name for name in seen if seen.count(name) > 1]


@pytest.mark.parametrize("rule", BOOK.rules)
def test_every_outcome_of_a_rule_has_a_case(rule: str) -> None:
    found = [case.expected(BOOK, rule) for case, _ in stated()[rule]]
    assert found, "no case states it"
    read = BOOK.rules[rule]
    if read.kind in (Kind.TRUTH, Kind.CODE):
        assert possible(BOOK, rule) <= {value for value in found if value is not None}
    if can_be_open(BOOK, rule):
        assert None in found, "no case leaves it open"


def possible(book: Book, rule: str) -> set[object]:
    """The outcomes that a rule can have: its codes, or of a truth what is not always the same."""
    read = book.rules[rule]
    if read.kind is Kind.CODE:
        return set(read.codes)
    texts = [text.expr for text in read.texts]
    said = {value for text in texts for value in ({text.value} if isinstance(text, Const) else {True, False})}
    return said | ({read.before} if read.texts[0].version.since else set())


def can_be_open(book: Book, rule: str) -> bool:
    """Whether a rule rests on something that can be unknown, and not only by the year or the day of birth."""
    asked = [name for name in book.asked([rule]) if name != ON and not book.facts[name].event]
    return bool(asked)


def test_every_version_has_a_source_and_every_value_a_reference() -> None:
    for rule in BOOK.rules.values():
        for text in rule.texts:
            assert text.version.sources and all(source.document for source in text.version.sources), rule.name
            assert text.version.confidence in CONFIDENCES
    for parameter in BOOK.parameters.values():
        assert all(value.reference.strip() for value in parameter.values), parameter.name


def changes() -> Iterator[tuple[str, str, date]]:
    """(rule, what changed, day): each dated version, and each later value of a parameter that a rule asks."""
    for rule in BOOK.rules.values():
        for text in rule.texts:
            if text.version.since is not None:
                yield rule.name, rule.name, text.version.since


def values() -> Iterator[tuple[str, date]]:
    for parameter in BOOK.parameters.values():
        for value in parameter.values[1:]:
            yield parameter.name, value.since


@pytest.mark.parametrize(("rule", "since"), [(rule, day) for rule, _, day in changes()], ids=str)
def test_every_version_has_a_day_before_and_a_day_after(rule: str, since: date) -> None:
    assert pair(rule, since), f"no two cases of {rule} differ only in the day that picks it: {since - DAY} and {since}"


@pytest.mark.parametrize(("parameter", "since"), list(values()), ids=str)
def test_every_value_has_a_day_before_and_a_day_after(parameter: str, since: date) -> None:
    asking = [name for name, rule in BOOK.rules.items() if any(node.name == parameter for node in dated(rule.whole))]
    assert asking, "no rule asks it"
    assert any(pair(rule, since) for rule in asking), f"no pair of cases for {parameter}: {since - DAY} and {since}"


def pair(rule: str, since: date) -> bool:
    """Whether two cases that state a rule, or rest on it, differ in nothing but the day that picks its version."""
    resting = [name for name in BOOK.rules if rule == name or rule in names(BOOK.rules[name].whole)]
    people = [found for name in resting for found in stated()[name]]
    pick = BOOK.rules[rule].pick
    before = [case for case, person in people if person.read(pick) == since - DAY]
    after = [case for case, person in people if person.read(pick) == since]
    return any(alike(one, other) for one in before for other in after)


def alike(one: Case, other: Case) -> bool:
    """Whether two cases state a rule in common and their facts differ in days alone, each by a day."""
    if one.input.keys() != other.input.keys() or not one.output.keys() & other.output.keys():
        return False
    people = one.person(BOOK), other.person(BOOK)
    pairs = [(people[0].value(name), people[1].value(name)) for name in one.input]
    differing = [(old, new) for old, new in [*pairs, (one.on, other.on)] if old != new]
    return bool(differing) and all(isinstance(old, date) and new - old == DAY for old, new in differing)


def test_every_parameter_and_every_fact_is_asked() -> None:
    """By a rule, a term, or a shipped reform; or it is what a reform would ask first."""
    asked = {node.name for rule in BOOK.rules.values() for node in dated(rule.whole)}
    assert set(BOOK.parameters) == asked
    facts = {name for rule in BOOK.rules.values() for name in (*names(rule.whole), *names(rule.pick))}
    facts |= {name for term in TERMS for name in (term.applies, term.due, term.done)}
    for path in REFORMS.glob("*.yaml"):
        changes = load_reform(path, BOOK).changes
        facts |= {name for change in changes for name in signature(change.function).parameters}
    facts |= {fact.implied[0] for fact in BOOK.facts.values() if fact.implied}
    for_reforms = {"unaccompanied_minor", "training_spells", "charged_on"}
    assert set(BOOK.facts) - facts - {ON} == for_reforms


def test_every_code_has_a_name() -> None:
    said = {(name, code) for name, fact in BOOK.facts.items() for code in fact.codes}
    said |= {(name, code) for name, rule in BOOK.rules.items() for code in rule.codes}
    nameless = [(name, code) for name, code in sorted(said) if "_" in code_name(name, code, "nl")]
    assert nameless == []
    same = [pair for pair in sorted(said) if code_name(*pair, "nl") == pair[1] and code_name(*pair, "en") == pair[1]]
    assert [(name, code) for name, code in same if not code.startswith(("a1", "a2", "b1", "b2", "c1", "c2"))] == []


def test_labels_are_told_apart() -> None:
    """A reader must know which is meant: no two facts, rules or parameters are called the same."""
    for language in ("nl", "en"):
        told: dict[str, list[str]] = defaultdict(list)
        for name, rule in BOOK.rules.items():
            told[getattr(rule.rule, language)].append(name)
        for name, thing in {**BOOK.facts, **BOOK.parameters}.items():
            told[getattr(thing, language)].append(name)
        assert {label: same for label, same in told.items() if len(same) > 1} == {}


def test_gains_are_of_rules_that_are_there() -> None:
    assert GAINS.keys() <= BOOK.rules.keys()
    for name, gain in GAINS.items():
        assert not isinstance(gain, tuple) or set(gain) <= set(BOOK.rules[name].codes), name


def test_every_note_is_said_in_english_too_and_no_other() -> None:
    notes = {text.version.note for rule in BOOK.rules.values() for text in rule.texts if text.version.note}
    assert notes == set(yaml.safe_load(NOTES_EN.read_text(encoding="utf-8")))
    assert all(note_in("en", note) not in ("", note) and note_in("nl", note) == note for note in notes)


def test_the_page_of_what_is_left_out_names_what_the_book_does_not_hold() -> None:
    """Together the rules, the reforms and the table of docs/law.md hold the 183 rules of the catalogue, each once."""
    told = {ident for rule in BOOK.rules.values() for text in rule.texts for ident in catalogued(text.version.sources)}
    told |= {ident for path in REFORMS.glob("*.yaml") for ident in catalogued(load_reform(path, BOOK).sources)}
    table = (HERE.parents[3] / "docs" / "law.md").read_text(encoding="utf-8").split("## What the book holds")[1]
    left: set[str] = set()
    for subject, first, last in re.findall(r"\b([A-Z][A-Z0-9])-(\d\d)(?: to [A-Z]{2}-(\d\d))?", table):
        left |= {f"{subject}-{number:02}" for number in range(int(first), int(last or first) + 1)}
    assert told & left == set()
    assert len(told | left) == 183


def catalogued(sources: Iterable[Source]) -> set[str]:
    return {ident for source in sources for ident in source.catalogue}
