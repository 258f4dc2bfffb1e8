"""Rules written as text: the same tree as in Python; what cannot stand there is named with its place."""

from inspect import signature

import pytest

from baken.law.book import Book
from baken.law.expression import Expr
from baken.law.faults import LawError
from baken.law.tests import every_word
from baken.law.written import LONGEST, written

BOOK = every_word.book()
KNOWN = {*BOOK.facts, *BOOK.rules, *BOOK.parameters}


def tree(text: str, book: Book = BOOK) -> Expr:
    function = written(text, KNOWN)
    pick = book.rules["cost"].pick
    return function(**{name: book._symbol(name, pick) for name in signature(function).parameters})


@pytest.mark.parametrize(
    ("rule", "version", "text"),
    [
        ("age", 0, "full_years(born, on)"),
        ("adult", 0, "age >= 18"),
        ("seen", 0, "all_of(adult, any_of(tall, not_(loud), happened(signed)))"),
        ("warm", 1, 'all_of(colour != "green", not_(one_of(town, "x")))'),
        ("last_test", 0, "first_known(last(tests), first(work))"),
        ("worked", 0, "days_in(work, started, do_by) - 2 * longest_days_in(work, started, do_by) + count(work)"),
        (
            "cost",
            0,
            'decide((income < 12000, 0), (sort == "passed", price * 2),\n'
            "  (score > 3, price + income), otherwise=price - 10)",
        ),
    ],
)
def test_a_text_says_what_the_function_says(rule: str, version: int, text: str) -> None:
    assert repr(tree(text)) == repr(BOOK.rules[rule].texts[version].expr)


def test_its_arguments_are_the_names_in_it() -> None:
    assert list(signature(written("all_of(tall, age >= 18, tall)", KNOWN)).parameters) == ["tall", "age"]


def test_days_and_negative_numbers() -> None:
    assert repr(tree("any_of(born < date(2000, 2, 29), score > -1)")).count("datetime.date(2000, 2, 29)") == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tall and loud", "line 1, column 1: `tall and loud` cannot stand in a rule. Write all_of"),
        ("all_of(tall,\n  tall or loud)", "line 2, column 3: `tall or loud` cannot stand in a rule. Write any_of"),
        ("not tall", "Write not_"),
        ("tall if loud else tall", "Write decide"),
        ("town in ('x', 'y')", "Write one_of"),
        ("0 < age < 18", "A comparison has two sides. Write all_of"),
        ("age / 2 > 3", "`age / 2` cannot stand in a rule"),
        ("all_of(tal, loud)", "column 8: tal is no fact, rule or parameter. Is it tall?"),
        ("al_of(tall, loud)", "al_of is no word of the law. Is it all_of?"),
        ("xyzzy(tall)", "xyzzy is no word of the law. Use all_of"),
        ("income < 10.5", "A rule cannot state 10.5. Write a whole number"),
        ("age >= '18'", "age and 18 cannot be compared (number, code)"),
        ("one_of(colour, 'purple')", "colour is never purple. It may be red, green, blue."),
        ("decide(tall, otherwise=1)", "column 8: A clause of decide is a pair"),
        ("decide((tall, 1))", "It is decide(*clauses, otherwise)"),
        ("months_after(signed)", "It is months_after(day, number)"),
        ("months_after(signed, term, weeks=3)", "months_after is not used so"),
        ("born < date(2026, 13, 1)", "This is no day. Write it as date(2027, 1, 1)."),
        ("born < date(tall)", "This is no day."),
        ("all_of(tall", "line 1, column 7: this cannot be read"),
        ("", "A rule is a text"),
        ("tall " * LONGEST, "A rule is a text"),
        ("not_(" * 500 + "tall" + ")" * 500, "cannot be read"),
    ],
)
def test_what_cannot_stand_there_is_named(text: str, said: str) -> None:
    with pytest.raises(LawError) as refused:
        tree(text)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "tall.__class__",
        "(lambda: tall)()",
        "[tall for tall in loud]",
        "f'{tall}'",
        "all_of(*tests)",
        "(tall := loud)",
        "tests[0]",
        "{tall}",
        "None",
        "b'x'",
        "1j",
        "await tall",
    ],
)
def test_nothing_is_ever_executed(text: str) -> None:
    with pytest.raises(LawError):
        tree(text)
