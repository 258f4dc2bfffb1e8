"""A decision for machines and in words, on the law itself; facts as somebody writes them; terms as they stand."""

import json
from datetime import date
from typing import Any

import pytest

from baken.law.content import the_book
from baken.law.content.codes import code_name
from baken.law.decision import as_dict, decide
from baken.law.explain import deadline, explain
from baken.law.faults import LawError
from baken.law.given import given_facts, given_rules
from baken.law.person import Person, read_facts
from baken.law.speech import Speech
from baken.law.terms import Status, Term, standings

BOOK = the_book()
ON = date(2026, 10, 31)
DUTCH, ENGLISH = (Speech(BOOK, language, code_name) for language in ("nl", "en"))
REFUGEE = {
    "birth_year": 1990,
    "nationality_group": "third_country",
    "region": "flanders",
    "residence_ground": "refugee",
    "temporary_purpose": False,
    "document_over_three_months": True,
    "registered_in_flanders_on": "2026-08-03",
    "residence_granted_on": "2026-08-01",
    "letter_sent_on": "2026-09-01",
}


def taken(*rules: str, **facts: Any) -> Any:
    return decide(BOOK, read_facts(BOOK, REFUGEE | facts), ON, rules)


def test_an_outcome_with_its_certainty_text_parameters_and_facts() -> None:
    told = as_dict(taken("report_by", "target_group"))
    assert list(told["outcomes"]) == ["report_by", "target_group"]
    assert told["outcomes"]["report_by"]["value"] == "2026-12-01"
    assert (told["outcomes"]["report_by"]["certainty"], told["outcomes"]["target_group"]["certainty"]) == ("H", "M")
    assert (told["certainty"], told["to_confirm"]) == ("M", True)
    steps = {step["rule"]: step for step in told["steps"]}
    (months,) = steps["report_by"]["parameters"]
    assert (months["name"], months["value"], months["unit"]) == ("report_months", 3, "months")
    assert months["reference"]
    assert steps["report_by"]["version"]["sources"]
    assert told["facts"]["letter_sent_on"] == {"value": "2026-09-01", "told": []}
    assert told["facts"]["report_postponed_until"]["value"] == "never"
    assert json.loads(json.dumps(told)) == told


def test_what_is_missing_is_told_the_most_awaited_first() -> None:
    told = as_dict(taken("entitled", "obliged", region=None))
    assert told["outcomes"]["entitled"]["value"] is None
    assert [fact["fact"] for fact in told["missing"]] == ["region"]
    assert told["missing"][0]["codes"] == ["flanders", "brussels", "wallonia", "elsewhere"]
    assert as_dict(taken("obliged", birth_year=None))["outcomes"]["obliged"]["missing"]
    assert as_dict(taken("entitled", "adult", birth_year=None, region="wallonia"))["outcomes"]["entitled"] == {
        "nl": "recht op inburgering",
        "en": "right to the programme",
        "kind": "truth",
        "value": False,
        "certainty": "H",
        "missing": [],
    }


def test_the_trace_has_one_digest_whatever_else_is_known() -> None:
    one = taken("report_by")
    assert one.digest == taken("report_by", literacy="literate").digest
    assert one.digest != taken("report_by", letter_sent_on="2026-09-02").digest
    assert json.loads(one.body)["facts"]["letter_sent_on"]["value"] == "2026-09-01"


def test_without_a_rule_all_of_them_are_decided() -> None:
    assert list(taken().asked) == list(BOOK.rules)


def test_reasons_in_dutch_and_in_english() -> None:
    decision = taken("report_by", "obliged")
    dutch = {reason.rule: reason for reason in explain(decision.trace, decision.asked, DUTCH)}
    assert list(dutch)[:2] == ["report_by", "obliged"]
    assert dutch["report_by"].outcome == "uiterste dag van aanmelding: 1 december 2026"
    words = " ".join(dutch["report_by"].sentences)
    assert "aangetekende brief verzonden: 1 september 2026" in words
    assert "uitstel van aanmelding tot: nog niet gebeurd" in words
    assert "3 maanden, sinds" in words
    assert "Volgens agii.be" in words
    assert "Te bevestigen" in " ".join(dutch["ground_obliges"].sentences)
    assert "verblijfsgrond: Erkend vluchteling" in " ".join(dutch["ground_obliges"].sentences)
    english = explain(decision.trace, decision.asked, ENGLISH)
    assert english[0].outcome == "last day to report: 1 December 2026"
    assert "registered letter sent: 1 September 2026" in " ".join(english[0].sentences)


def test_the_version_and_why_that_one_is_said() -> None:
    decision = taken("nt2_level", signed_on="2015-06-01")
    (reason,) = explain(decision.trace, decision.asked, DUTCH)
    assert reason.outcome.endswith("A1")
    assert "inburgeringscontract ondertekend’ (1 juni 2015)" in " ".join(reason.sentences)
    unsigned = taken("nt2_level")
    (reason,) = explain(unsigned.trace, unsigned.asked, DUTCH)
    assert "29 februari 2016, naar de dag waarop beslist wordt" in " ".join(reason.sentences)


def test_money_and_periods_in_words() -> None:
    decision = taken("fee", signed_on="2026-08-10", fee_item="mo_test", fee_ground="none", enrolled_on="2026-10-01")
    assert explain(decision.trace, decision.asked, DUTCH)[0].outcome.endswith("€\xa090,00")
    suspended = {"suspensions": [{"start": "2026-08-10", "end": "2026-09-01"}, {"start": "2026-10-01"}]}
    decision = taken("duty_suspended", **suspended)
    words = " ".join(explain(decision.trace, decision.asked, DUTCH)[0].sentences)
    assert "van 10 augustus 2026 tot 1 september 2026; sinds 1 oktober 2026" in words


@pytest.mark.parametrize("rule", BOOK.rules)
def test_every_rule_can_be_explained_in_both_languages(rule: str) -> None:
    for facts in ({}, REFUGEE):
        decision = decide(BOOK, read_facts(BOOK, facts), ON, [rule])
        for speech in (DUTCH, ENGLISH):
            assert explain(decision.trace, decision.asked, speech)[0].rule == rule


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"regio": "flanders"}, "regio is geen gegeven .* region"),
        ({"region": "Flanders"}, 'region kan niet "Flanders" zijn. Toegelaten: flanders, brussels, wallonia'),
        ({"birth_year": "1990"}, "birth_year .* geheel getal"),
        ({"birth_year": True}, "birth_year kan niet true"),
        ({"signed_on": "31/10/2026"}, "signed_on .* een dag zoals 2026-10-31"),
        ({"suspensions": [{"start": "2024-01-01", "stop": "2024-02-01"}]}, "suspensions .* tijdvakken"),
        ({"mo_tests": "2024-01-01"}, "mo_tests .* lijst van dagen"),
        ({"may_work": 1}, "may_work kan niet 1 zijn. Toegelaten: true of false"),
        ({"on": "2024-01-01"}, "on is geen gegeven"),
        ({"birth_year": "9" * 500}, "birth_year kan niet .{50,70}… zijn"),
        ({"birth_year": 10**20}, "birth_year .* van 0 tot en met 1000000"),
        ({"participation_hours": -1}, "participation_hours kan niet -1 zijn"),
        ({"birth_date": "1990-05-01", "birth_year": 1991}, "birth_year kan niet 1991 zijn naast birth_date.*1990"),
    ],
)
def test_a_wrong_fact_is_a_sentence_that_names_it_and_what_is_allowed(given: dict[str, Any], sentence: str) -> None:
    with pytest.raises(LawError, match=sentence):
        given_facts(DUTCH, given)


def test_a_wrong_fact_in_english() -> None:
    with pytest.raises(LawError, match=r"region cannot be .* Allowed: flanders, brussels"):
        given_facts(ENGLISH, {"region": "Flanders"})


def test_a_rule_that_is_not_there_is_answered_with_one_that_is() -> None:
    with pytest.raises(LawError, match=r"geen regel report_day\. Bedoelde u report_by"):
        given_rules(DUTCH, ["report_day"])
    with pytest.raises(LawError, match="Bedoelde u target_group"):
        given_rules(DUTCH, ["doelgroep"])
    assert given_rules(DUTCH, ["report_by"]) == ("report_by",)


def test_every_status_of_a_term() -> None:
    found = {_status(due, done, applies) for due in DUE for done in DONE for applies in (True, False, None)}
    assert found == {*Status, None}


DUE, DONE = ("2026-10-30", "2026-10-31", "never", None), ("2026-10-30", "2026-10-31", "never", None)


def _status(due: str | None, done: str | None, applies: bool | None) -> Status | None:
    """As a term stands when these are what its rules and its event say."""
    values = {"a": applies, "d": _day(due), "e": _day(done)}
    person = Person(BOOK, values, ON)
    standing = next(iter(standings(person, [Term("t", "t", "t", "a", "d", "e")])), None)
    expected = _expected(values["a"], values["d"], values["e"])
    assert (standing.status if standing else None) == expected
    return expected


def _day(text: str | None) -> Any:
    return date.max if text == "never" else text and date.fromisoformat(text)


def _expected(applies: Any, due: Any, done: Any) -> Status | None:
    if applies is False or due == date.max:
        return None
    if None in (applies, due) or (done is None and due < ON):
        return Status.OPEN
    if done is not None and done <= ON:
        return Status.MET_LATE if done > due else Status.MET
    return Status.RUNNING if due >= ON else Status.OVERDUE


def test_a_term_that_is_met_without_a_day() -> None:
    person = Person(BOOK, {"a": True, "d": date(2026, 1, 1), "e": True}, ON)
    (standing,) = standings(person, [Term("t", "t", "t", "a", "d", "e")])
    assert (standing.status, standing.done) == (Status.MET, None)
    assert deadline(DUTCH, standing) == "voldaan (uiterlijk 1 januari 2026)"
