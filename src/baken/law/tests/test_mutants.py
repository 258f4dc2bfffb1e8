"""The worked cases notice every small wrong in a rule: those changed since it was last found so, and by soak all.

`noticed.json` holds, per rule, the digest of its text and its cases for which every wrong was noticed; write it again
with scripts/notice_mutants.py.
"""

import json
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from baken.law.cases import Case, load_cases
from baken.law.content import CASES, the_book
from baken.law.tests import every_word
from baken.law.tests.mutants import Check, mutants

NOTICED = Path(__file__).parent / "noticed.json"


@cache
def check() -> Check:
    return Check(the_book(), load_cases(CASES))


def changed() -> list[str]:
    """The rules whose text or cases are not those recorded."""
    recorded = json.loads(NOTICED.read_text(encoding="utf-8")) if NOTICED.exists() else {}
    return [rule for rule in check().book.rules if recorded.get(rule) != check().digest(rule)]


def told(rule: str) -> list[str]:
    return [f"version {mutant.version}: {mutant.wrong}" for mutant in check().survivors(rule)]


def test_no_wrong_in_a_changed_rule_goes_unnoticed() -> None:
    assert {rule: wrong for rule in changed() if (wrong := told(rule))} == {}


@pytest.mark.soak
def test_no_wrong_in_any_rule_goes_unnoticed() -> None:
    assert {rule: wrong for rule in check().book.rules if (wrong := told(rule))} == {}


def test_every_kind_of_wrong_is_tried() -> None:
    book = every_word.book()
    wrongs = " | ".join(mutant.wrong for rule in book.rules for mutant in mutants(book, rule))
    for said in ("age > 18", "AnyOf of adult", "without not_ before loud", "18 is 19", "outcomes 1 and 2 swapped"):
        assert said in wrongs
    for said in ("mark since 2024-02-29: 70 is 71", "without red", "signed on any day", "without tall", "10 is 9"):
        assert said.replace("10 is 9", "1000 is 900") in wrongs
    exprs = [repr(mutant.expr) for rule in book.rules for mutant in mutants(book, rule)]
    assert all(repr(text.expr) not in exprs for rule in book.rules.values() for text in rule.texts)


def test_cases_that_say_little_let_a_wrong_live() -> None:
    """The check itself can fail: without the case at the age itself, `at least 18` may as well be `over 18`."""
    book, on = every_word.book(), date(2026, 5, 15)
    young, grown = ({"born": date(year, 5, 15)} for year in (2010, 1990))
    few = [Case("x", "young", on, young, {"adult": False}), Case("x", "grown", on, grown, {"adult": True})]
    wrongs = [mutant.wrong for mutant in Check(book, few).survivors("adult")]
    assert any("age > " in wrong for wrong in wrongs) and any("18 is 19" in wrong for wrong in wrongs)
    edges = [replace(few[0], input={"born": date(year, 5, 15 + day)}) for year, day in ((2008, 0), (2008, 1))]
    edges = [replace(edges[0], output={"adult": True}), edges[1]]
    assert Check(book, [*few, *edges]).survivors("adult") == []


def test_a_changed_case_asks_a_new_look() -> None:
    book, on = every_word.book(), date(2026, 5, 15)
    one = Case("x", "young", on, {"born": date(2010, 1, 1)}, {"adult": False})
    assert Check(book, [one]).digest("adult") != Check(book, []).digest("adult")
    assert Check(book, [one]).digest("fixed") == Check(book, []).digest("fixed")
