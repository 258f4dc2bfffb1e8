"""The readings agree, settled stays settled, and order does not matter: over random people, boundary days included."""

from datetime import date
from random import Random

import pytest

from baken.law.book import Book
from baken.law.content import the_book
from baken.law.expression import Value
from baken.law.facts import ON
from baken.law.person import Person, read_facts
from baken.law.tests import every_word
from baken.law.tests.people import Facts, People, judged
from baken.law.trace import trace

ON_DAYS = (date(2016, 2, 29), date(2022, 2, 28), date(2022, 3, 1), date(2026, 10, 31))
EACH = 5_000
BOOKS = {"every word": every_word.book, "civic integration": the_book}


@pytest.fixture(scope="module", params=BOOKS)
def book(request: pytest.FixtureRequest) -> Book:
    return BOOKS[request.param]()


def outcomes(book: Book, facts: Facts, on: date) -> dict[str, Value]:
    person = Person(book, facts, on)
    return {rule: person.value(rule) for rule in book.rules}


@pytest.mark.parametrize("on", ON_DAYS, ids=str)
def test_one_person_is_the_population(book: Book, on: date) -> None:
    people = People(book, seed=on.toordinal()).some(EACH, on)
    found = judged(book, people, on, book.rules)
    for place, facts in enumerate(people):
        alone = outcomes(book, facts, on)
        other = {rule: (value, found[rule][place]) for rule, value in alone.items() if value != found[rule][place]}
        assert not other, (facts, other)


def test_settled_stays_settled(book: Book) -> None:
    """What was decided with a fact missing is decided so whatever the fact turns out to be."""
    draw, on = Random(5), ON_DAYS[-1]
    for facts in People(book, seed=5, absent=0.15).some(2_000, on):
        known = outcomes(book, facts, on)
        fewer = {name: value for name, value in facts.items() if book.facts[name].event or draw.random() < 0.5}
        for rule, value in outcomes(book, fewer, on).items():
            assert value is None or value == known[rule], (rule, fewer, facts)


def test_facts_and_questions_come_in_any_order(book: Book) -> None:
    draw, on = Random(6), ON_DAYS[-1]
    for facts in People(book, seed=6).some(300, on):
        known = outcomes(book, facts, on)
        names, rules = list(facts), list(book.rules)
        draw.shuffle(names)
        draw.shuffle(rules)
        person = Person(book, {name: facts[name] for name in names}, on)
        assert {rule: person.value(rule) for rule in rules} == known


def test_what_is_open_says_what_is_missing(book: Book) -> None:
    on = ON_DAYS[-1]
    for facts in People(book, seed=7, absent=0.6).some(300, on):
        person = Person(book, facts, on)
        for rule in book.rules:
            missing = trace(person, [rule]).missing
            assert bool(missing) or person.value(rule) is not None, rule
            assert all(person.value(name) is None and not book.facts[name].event for name in missing)


def test_random_people_pass_the_door_of_json(book: Book) -> None:
    """Everything drawn is what `read_facts` itself could give."""
    on = ON_DAYS[-1]
    for facts in People(book, seed=8).some(300, on):
        told = {name: value for name, value in facts.items() if book.facts[name].kind != "money"}
        assert read_facts(book, told).items() >= told.items()


def test_every_kind_of_outcome_is_drawn() -> None:
    """The random people are worth something: each rule of the book of every word comes out open and otherwise."""
    book = every_word.book()
    people = People(book, seed=9).some(3_000, ON_DAYS[-1])
    found = judged(book, people, ON_DAYS[-1], book.rules)
    for rule in book.rules.values():
        said = set(found[rule.name])
        assert said >= set(rule.codes) or rule.name in ("sort",), (rule.name, rule.codes, said)
        assert rule.kind != "truth" or {True, False} <= said or rule.name == "fixed"
    assert ON in book.facts
