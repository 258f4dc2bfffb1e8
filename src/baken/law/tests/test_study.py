"""Studies: the two laws side by side, who gains and who loses, and bounds that hold whatever is still unknown."""

from collections import Counter
from datetime import date
from random import Random

import polars as pl
import pytest

from baken.law.book import Book
from baken.law.expression import Value
from baken.law.person import Person
from baken.law.reform_file import read_reform
from baken.law.side_by_side import AFTER, affected, outcomes, possible, side_by_side
from baken.law.study import ALL, CHANGED, UNSETTLED, Dimension, Study, missing, study
from baken.law.tests import every_word
from baken.law.tests.people import Facts, People, frame, judged

ON = date(2026, 10, 31)
HEAD = "label: Een wijziging\ndescription: A change\nsource: Een nota\n"
REFORM = (
    HEAD
    + """
parameters: {price: 120}
rules:
  adult: age >= 21
  sort: {from: 2023-01-01, text: 'decide((tall, "failed"), otherwise=sort)'}
  discount: {label: korting, description: discount, text: "decide((adult, 0), otherwise=price)"}
gains: {adult: more, cost: less, sort: [passed]}
"""
)
COLOURS = Dimension("colour", "kleur", "colour", {"red": ("rood", "red"), "green": ("groen", "green")})
SORTS = Dimension("sort_of_test", "soort", "sort", {"passed": ("", ""), "failed": ("", "")})


@pytest.fixture(scope="module")
def books() -> tuple[Book, Book]:
    before = every_word.book()
    return before, read_reform("change", REFORM, before).over(before)


def studied(books: tuple[Book, Book], people: list[Facts]) -> Study:
    before, after = books
    gains = read_reform("change", REFORM, before).gains
    return study(before, after, frame(after, people), outcomes(before, after), ON, [COLOURS, SORTS], gains)


def values(book: Book, people: list[Facts], rule: str) -> list[Value]:
    return [Person(book, facts, ON).value(rule) for facts in people]


def test_what_a_reform_can_change_is_found_by_dependency(books: tuple[Book, Book]) -> None:
    assert set(outcomes(*books)) == {"adult", "seen", "sort", "cost", "discount"}
    assert set(affected(*books)) - set(outcomes(*books)) == {"sort_as_it_stands"}
    assert affected(books[0], books[0]) == []


def test_both_laws_in_one_book_say_what_each_says(books: tuple[Book, Book]) -> None:
    before, after = books
    people = People(after, seed=21).some(2_000, ON)
    both = side_by_side(before, after)
    names = ["seen", "sort", "cost", "age"]
    changed = [name + AFTER for name in names if name != "age"]
    found = judged(both, people, ON, [*names, *changed])
    for name in names:
        assert found[name] == values(before, people, name)
    for name in changed:
        assert found[name] == values(after, people, name.removesuffix(AFTER))


def test_counts_and_sums_are_those_of_the_people(books: tuple[Book, Book]) -> None:
    before, after = books
    people = People(after, seed=22).some(2_000, ON)
    made = studied(books, people)
    old, new = values(before, people, "adult"), values(after, people, "adult")
    pairs = Counter(zip(old, new, strict=True))
    whole = made.whole("adult")
    assert (whole.counts["loss"], whole.counts["gain"]) == (pairs[True, False], 0)
    assert whole.unsettled == pairs[None, None] and whole.people == len(people)
    moved = {(move.before, move.after): move.people for move in made.moves if move.rule == "adult"}
    assert moved["true", "false"] == pairs[True, False]
    costs = [
        (a, b)
        for a, b in zip(values(before, people, "cost"), values(after, people, "cost"), strict=True)
        if None not in (a, b)
    ]
    cost = made.whole("cost")
    assert cost.before == sum(a for a, _ in costs) and cost.after == sum(b for _, b in costs)
    assert cost.counts["loss"] == sum(b > a for a, b in costs) and cost.counts["gain"] == sum(b < a for a, b in costs)


def test_groups_add_up_to_everybody(books: tuple[Book, Book]) -> None:
    made = studied(books, People(books[1], seed=23).some(2_000, ON))
    for rule in ("adult", "cost", "discount"):
        for dimension in (COLOURS, SORTS):
            parts = made.of(rule, dimension.name)
            assert {part.group for part in parts} == {"", *dimension.codes}
            assert sum(part.people for part in parts) == made.people
            for name in CHANGED + UNSETTLED:
                assert sum(part.counts[name] for part in parts) == made.whole(rule).counts[name]
            assert sum(part.after or 0 for part in parts) == (made.whole(rule).after or 0)


def test_whatever_is_still_unknown_stays_within_the_bounds(books: tuple[Book, Book]) -> None:
    """When all that is missing becomes known, the true numbers lie between the least and the most."""
    draw = Random(24)
    folk = People(books[1], seed=24, absent=0)
    for _ in range(8):
        known = folk.some(300, ON)
        told = [
            {name: value for name, value in facts.items() if books[1].facts[name].event or draw.random() < 0.6}
            for facts in known
        ]
        sure, guessed = studied(books, known), studied(books, told)
        for rule in outcomes(*books):
            true, bounds = sure.whole(rule), guessed.whole(rule)
            assert true.unsettled == 0
            assert bounds.changed <= true.changed <= bounds.at_most, rule


def test_sums_of_money_stay_within_their_bounds(books: tuple[Book, Book]) -> None:
    draw, book = Random(27), books[0]
    discount = """
rules:
  discount:
    {label: x, description: x, text: 'decide((adult, 0), (tall, price), otherwise=price - 10)'}
"""
    before = read_reform("one", HEAD + discount, book).over(book)
    after = read_reform("two", HEAD + "parameters: {price: 120}\nrules: {adult: age >= 21}", before).over(before)
    folk = People(after, seed=27, absent=0)
    for _ in range(8):
        known = folk.some(200, ON)
        told = [{name: value for name, value in facts.items() if draw.random() < 0.6} for facts in known]
        true, bounds = (
            study(before, after, frame(after, people), ["discount"], ON, [], {"discount": "less"}).whole("discount")
            for people in (known, told)
        )
        assert true.low == true.high == true.after - true.before
        assert bounds.low < true.low < bounds.high


def test_bounds_are_worth_something(books: tuple[Book, Book]) -> None:
    made = studied(books, People(books[1], seed=25, absent=0.4).some(1_000, ON))
    assert made.whole("seen").counts["open_same"] > 0, "open, and yet certainly unchanged"
    assert possible(books[0], "cost") is None, "somebody's income is added"
    assert possible(books[1], "discount") == (0, 12000)


def test_a_new_rule_has_no_before(books: tuple[Book, Book]) -> None:
    made = studied(books, People(books[1], seed=26).some(500, ON))
    whole = made.whole("discount")
    assert whole.counts["same"] == whole.counts["gain"] == 0
    assert {move.before for move in made.moves if move.rule == "discount"} == {None}


def test_what_is_missing_is_named() -> None:
    book = every_word.book()
    table = pl.DataFrame({"tall": [True, None, None], "born": [date(2000, 1, 1)] * 3})
    assert missing(table, book, ["seen"]) == {"loud": 3, "tall": 2}
    assert ALL == "all"
