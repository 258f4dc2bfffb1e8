"""The reading for the lawyer: every kind of node in Dutch and English, lists and provisions, letters, negations."""

import pytest

from baken.law.book import Book
from baken.law.content import the_book
from baken.law.content.codes import code_name
from baken.law.expression import Expr
from baken.law.sheet import lines, read, read_version
from baken.law.speech import LANGUAGES, Speech, texts
from baken.law.tests import every_word
from baken.law.words import (
    all_of,
    any_of,
    by,
    decide,
    first_known,
    months_after,
    not_,
    one_of,
    within_days,
    working_day,
)

BOOK = every_word.book()
DUTCH = Speech(BOOK, "nl", code_name)


def sheet(rule: str, version: int = 0, language: str = "nl") -> str:
    speech = Speech(BOOK, language, code_name)
    return "\n".join(lines(read_version(speech, rule, version), speech))


def said(node: Expr, speech: Speech = DUTCH) -> str:
    return "\n".join(lines(read(node, speech), speech))


def the(name: str) -> Expr:
    return BOOK._symbol(name, BOOK.rules["cost"].pick)


def test_conditions_in_lists() -> None:
    assert sheet("seen") == (
        "alle volgende voorwaarden zijn vervuld:\n"
        "– ‘volwassen’\n"
        "– minstens één van de volgende voorwaarden is vervuld:\n"
        "   – ‘groot van gestalte’\n"
        "   – niet: ‘luid van stem’\n"
        "   – ‘contract ondertekend’ heeft plaatsgevonden"
    )


def test_provisions_of_which_the_first_holds() -> None:
    assert sheet("cost") == (
        "de eerste van de volgende bepalingen die van toepassing is, geldt:\n"
        "1. 0 euro\n"
        "   als: ‘inkomen’ bedraagt minder dan 12.000 euro\n"
        "2. 90 euro (vanaf 1 januari 2026: 97,50 euro) maal 2\n"
        "   als: ‘soort’ is: passed\n"
        "3. 90 euro (vanaf 1 januari 2026: 97,50 euro) plus ‘inkomen’\n"
        "   als: ‘score’ bedraagt meer dan 3\n"
        "4. 90 euro (vanaf 1 januari 2026: 97,50 euro) min 10 euro\n"
        "   in alle andere gevallen"
    )


def test_a_provision_that_decides_itself_stands_below_its_condition() -> None:
    assert sheet("sort").splitlines()[1:6] == [
        "1. als: ‘gezien’",
        "   dan:",
        "   1. passed",
        "      als: ‘score’ bedraagt minstens 60 procent",
        "   2. failed",
    ]


def test_in_english_too() -> None:
    assert sheet("do_by", language="en") == (
        "1. the day 3 months (from 1 March 2022 on: 2 months; from 1 January 2025 on: 1 month) after the day of "
        "‘contract signed’, or the first working day after it if that is a Saturday, a Sunday or a public holiday\n"
        "   if: ‘contract signed’ has taken place\n"
        "2. the day 60 days after (the day of ‘course started’ or, as long as there is none, the day of "
        "‘contract signed’)\n"
        "   in all other cases"
    )


def test_a_version_meets_only_the_values_of_its_own_days() -> None:
    assert "‘kleur’ is: green" in sheet("warm", 0), "red came when the next version was in force"
    assert sheet("sort", 0).count("60 procent") == 1 and "70 procent" not in sheet("sort", 0)


@pytest.mark.parametrize(
    ("node", "words"),
    [
        (not_(all_of(the("tall"), the("loud"))), "niet alle volgende voorwaarden zijn vervuld:"),
        (not_(any_of(the("tall"), the("loud"))), "geen van de volgende voorwaarden is vervuld:"),
        (not_(not_(the("tall"))), "‘groot van gestalte’"),
        (all_of(the("tall")), "‘groot van gestalte’"),
        (all_of(), "altijd"),
        (any_of(), "in geen geval"),
        (not_(the("age") < 18), "‘leeftijd’ bedraagt minstens 18"),
        (not_(one_of(the("colour"), "red", "blue")), "‘kleur’ is geen van de volgende: red of blue"),
        (the("colour") != "red", "‘kleur’ is niet: red"),
        (the("age") < 18, "‘leeftijd’ bedraagt minder dan 18"),
        (the("income") * 2 >= 3, "‘inkomen’ maal 2 bedraagt minstens 3 euro"),
        ((the("age") + 1) * 2 == 4, "(‘leeftijd’ plus 1) maal 2 bedraagt 4"),
        (
            not_(by(the("signed"), the("on"))),
            "‘contract ondertekend’ heeft op de dag waarop beslist wordt nog niet plaatsgevonden",
        ),
        (
            not_(within_days(the("tests"), the("on"), 1)),
            "geen van de ‘afgelegde testen’ valt op de dag waarop beslist wordt of hoogstens 1 dag daarvoor",
        ),
        (months_after(the("born"), the("age")) < the("on"), "de dag ‘leeftijd’ maanden na ‘geboortedatum’ valt vóór"),
        (
            the("born") <= the("signed"),
            "‘geboortedatum’ valt uiterlijk op de dag van ‘contract ondertekend’, of ‘contract ondertekend’ heeft niet "
            "plaatsgevonden",
        ),
        (
            the("signed") > the("started"),
            "de dag van ‘contract ondertekend’ valt na de dag van ‘cursus gestart’, of ‘contract ondertekend’ heeft "
            "niet plaatsgevonden en ‘cursus gestart’ wel",
        ),
        (decide((not_(the("tall")), 0), otherwise=1), "1. 0\n   als niet: ‘groot van gestalte’"),
        (working_day(first_known(the("signed"), the("on"))), "zolang die er niet is, de dag waarop beslist wordt, of"),
    ],
)
def test_each_word(node: Expr, words: str) -> None:
    assert words in said(node)


def test_what_does_not_fit_gets_a_letter() -> None:
    inner = decide((the("tall"), the("born")), otherwise=the("started"))
    assert said(inner < the("on")) == (
        "(a) valt vóór de dag waarop beslist wordt\nwaarbij:\n"
        "(a) 1. ‘geboortedatum’\n      als: ‘groot van gestalte’\n"
        "   2. de dag van ‘cursus gestart’\n      in alle andere gevallen"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", [every_word.book, the_book])
def test_every_version_of_a_book_can_be_read(make: object, language: str) -> None:
    book: Book = make()
    speech = Speech(book, language, code_name)
    for rule in book.rules.values():
        for version in range(len(rule.texts)):
            text = "\n".join(lines(read_version(speech, rule.name, version), speech))
            assert text.strip() and "{" not in text and "None" not in text, rule.name


def keys(node: object, path: str = "") -> set[str]:
    if not isinstance(node, dict):
        return {path}
    return {key for name, below in node.items() for key in keys(below, f"{path}.{name}")}


def test_the_languages_say_the_same_things() -> None:
    assert keys(texts("nl")) == keys(texts("en"))
