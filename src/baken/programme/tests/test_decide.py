"""`baken decide` and decisions kept as facts, at the public doors."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from baken.conftest import LedgerDatabase
from baken.foundation import clock
from baken.foundation.errors import BakenError, Conflict, NotAllowed
from baken.law.content import the_book
from baken.ledger.append import append
from baken.ledger.facts import Fact
from baken.ledger.models import Append, Trace
from baken.ledger.verify import verify
from baken.people.facts import (
    DossierOpened,
    NationalityHeld,
    PersonDescribed,
    ResidenceGranted,
    ResidenceRegistered,
    ResidenceTitleDescribed,
)
from baken.people.models import Identity
from baken.programme.acts import keep_decision
from baken.programme.facts import DecisionTaken, LetterSent
from baken.programme.queries import decide_dossier

GENK, MOROCCO = "71016", "354"
ON, LETTER = date(2026, 10, 31), date(2026, 9, 1)


def tell(*facts: Fact, **more: Any) -> Append:
    return append(facts, by="test", source="test", **more)


@pytest.fixture
def refugee(ledger_db: LedgerDatabase) -> Append:
    """Dossier 1: obliged by law. Returns the append after which only the letter was missing."""
    arrived = {"dossier": 1, "occurred_on": date(2026, 8, 3)}
    told = tell(
        DossierOpened(person=1, **arrived),
        PersonDescribed(birth_year=1990, **arrived),
        NationalityHeld(country=MOROCCO, **arrived),
        ResidenceRegistered(municipality=GENK, **arrived),
        ResidenceGranted(ground="refugee", **arrived),
        ResidenceTitleDescribed(temporary_purpose=False, over_three_months=True, **arrived),
    )
    tell(LetterSent(dossier=1, occurred_on=LETTER, letter="invitation", registered=True))
    return told


def decide(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    call_command("decide", *arguments)
    return capsys.readouterr().out


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(decide(capsys, *arguments, "--format", "json"))
    return found


def test_a_dossier_is_decided_with_the_facts_that_bear_it(refugee: Append, capsys: Any) -> None:
    told = as_json(capsys, "--dossier", "1", "--on", "2026-10-31", "--rule", "report_by", "--rule", "target_group")
    assert {name: one["value"] for name, one in told["outcomes"].items()} == {
        "report_by": "2026-12-01",
        "target_group": "obliged",
    }
    assert (told["format"], told["dossier"], told["known_at"], told["kept"]) == (1, 1, refugee.id + 1, None)
    assert told["rule_book"] == the_book().digest
    (letter,) = told["facts"]["letter_sent_on"]["told"]
    assert (letter["fact_type"], letter["occurred_on"]) == ("programme.letter_sent", "2026-09-01")
    assert LetterSent.objects.get(pk=letter["fact"]).dossier == 1
    terms = {term["term"]: (term["status"], term["due"]) for term in told["deadlines"]}
    assert terms["report"] == ("open", "2026-12-01")


def test_a_number_with_its_check_digit_is_the_same_dossier(refugee: Append, capsys: Any) -> None:
    shown = as_json(capsys, "--dossier", "D-1-5", "--on", "2026-10-31", "--rule", "adult")
    assert shown == as_json(capsys, "--dossier", "1", "--on", "2026-10-31", "--rule", "adult")


def test_as_known_before_the_letter_no_term_runs(refugee: Append, capsys: Any) -> None:
    then = refugee.recorded_at.isoformat()
    told = as_json(capsys, "--dossier", "1", "--on", "2026-10-31", "--rule", "report_by", "--known-at", then)
    assert (told["outcomes"]["report_by"]["value"], told["known_at"]) == ("never", refugee.id)


def test_on_the_day_before_the_letter_it_was_not_sent(refugee: Append, capsys: Any) -> None:
    for on, due in (("2026-08-31", "never"), ("2026-09-01", "2026-12-01")):
        told = as_json(capsys, "--dossier", "1", "--on", on, "--rule", "report_by")
        assert told["outcomes"]["report_by"]["value"] == due


def test_the_screen_gives_reasons_in_dutch_and_in_english(refugee: Append, capsys: Any) -> None:
    asked = ("--dossier", "1", "--on", "2026-10-31", "--rule", "report_by")
    dutch = " ".join(decide(capsys, *asked).split())
    for words in (
        "Dossier D-1-5 op 31 oktober 2026",
        "uiterste dag van aanmelding: 1 december 2026",
        "Volgens agii.be",
        "Maanden om zich bij een agentschap aan te melden’: 3 maanden",
        "2026-09-01 brief verzonden (feit",
    ):
        assert words in dutch
    english = " ".join(decide(capsys, *asked, "--lang", "en").split())
    assert "last day to report: 1 December 2026" in english


def test_the_overview_tells_the_target_group_the_terms_and_what_is_missing(
    refugee: Append, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    shown = " ".join(decide(capsys, "--dossier", "1", "--on", "2026-10-31").split())
    assert "doelgroep (target_group) Plicht" in shown
    assert "Nog te weten" in shown
    assert f"({decide_dossier(1, ON).decision.trace.missing[0]})" in shown


def test_facts_of_a_file_without_any_database(tmp_path: Path, capsys: Any) -> None:
    file = tmp_path / "facts.json"
    file.write_text(json.dumps({"birth_year": 1990, "signed_on": "2015-06-01"}))
    told = as_json(capsys, "--facts", str(file), "--on", "2026-10-31", "--rule", "nt2_level", "--rule", "adult")
    assert {name: one["value"] for name, one in told["outcomes"].items()} == {"nt2_level": "a1", "adult": True}
    assert told["dossier"] is None


def test_facts_beside_a_dossier_go_before_what_it_tells(refugee: Append, tmp_path: Path, capsys: Any) -> None:
    file = tmp_path / "facts.json"
    file.write_text(json.dumps({"residence_ground": "study", "benefit": "care_premium"}))
    asked = ("--dossier", "1", "--on", "2026-10-31", "--rule", "ground_obliges", "--facts", str(file))
    told = as_json(capsys, *asked)
    assert told["outcomes"]["ground_obliges"]["value"] is False
    assert told["facts"]["residence_ground"]["told"] == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Over wie"),
        (("--dossier", "1", "--rule", "doelgroep"), "Bedoelde u target_group"),
        (("--dossier", "77"), "geen dossier D-77-"),
        (("--dossier", "1", "--keep"), "--rule NAAM"),
        (("--facts", "{bad}"), r"geen JSON: regel 1, kolom 2"),
        (("--facts", "{list}"), "bevat geen feiten"),
        (("--facts", "{deep}"), "bevat geen feiten"),
        (("--facts", "{twice}"), "region staat er twee keer"),
        (("--facts", "{code}"), r"region kan niet \"x\" zijn. Toegelaten: flanders"),
        (("--facts", "{good}", "--keep"), "gaan over een dossier"),
    ],
)
def test_wrong_input_is_one_sentence(refugee: Append, tmp_path: Path, arguments: Any, sentence: str) -> None:
    texts = {
        "bad": "{,}",
        "list": "[]",
        "deep": "[" * 100_000,
        "twice": '{"region": "brussels", "region": "flanders"}',
        "code": '{"region": "x"}',
        "good": '{"region": "flanders"}',
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    given = [
        str(tmp_path / argument[1:-1]) if argument[1:-1] in texts and argument[0] == "{" else argument
        for argument in arguments
    ]
    with pytest.raises(BakenError, match=sentence) as caught:
        call_command("decide", "--on", "2026-10-31", *given)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(("dossier", "on"), [("1", "2026-02-30"), ("1", "1850-01-01"), ("D-1-4", "2026-10-31")])
def test_an_argument_that_cannot_be_read_is_refused(dossier: str, on: str) -> None:
    with pytest.raises(CommandError, match=on if dossier == "1" else dossier):
        call_command("decide", "--dossier", dossier, "--on", on)


def kept(*rules: str, on: date = ON, **more: Any) -> Append:
    return keep_decision(decide_dossier(1, on, rules), by="ann", **more)


@pytest.fixture
def today() -> Any:
    clock.live_on(ON)
    yield
    clock.live_on(None)


def test_a_decision_is_kept_as_a_fact_and_its_trace_once(refugee: Append, today: None) -> None:
    recorded = kept("report_by", "adult")
    facts = {fact.rule: fact for fact in DecisionTaken.objects.all()}
    assert {rule: json.loads(fact.outcome) for rule, fact in facts.items()} == {
        "report_by": "2026-12-01",
        "adult": True,
    }
    (trace,) = Trace.objects.all()
    assert {fact.trace for fact in facts.values()} == {trace.digest}
    assert {fact.rule_book for fact in facts.values()} == {the_book().digest}
    body = json.loads(trace.body)
    assert (body["on"], body["asked"]) == ("2026-10-31", ["report_by", "adult"])
    assert body["facts"]["letter_sent_on"]["told"][0]["fact_type"] == "programme.letter_sent"
    assert (recorded.recorded_by, verify().fault) == ("ann", None)


def test_the_same_decision_is_not_kept_twice_and_nothing_is_left_behind(refugee: Append, today: None) -> None:
    kept("report_by")
    with pytest.raises(Conflict, match="D-1-5"):
        kept("report_by")
    assert (DecisionTaken.objects.count(), Trace.objects.count()) == (1, 1)


def test_what_rests_on_uncertain_texts_asks_a_person_to_confirm(refugee: Append, today: None) -> None:
    with pytest.raises(NotAllowed, match="zekerheid M"):
        kept("target_group")
    assert not Trace.objects.exists()
    kept("target_group", confirmed=True)
    assert DecisionTaken.objects.get().confirmed


def test_an_open_outcome_is_not_kept_and_says_what_is_missing(refugee: Append, today: None) -> None:
    with pytest.raises(NotAllowed, match="may_work"):
        kept("work_possible", confirmed=True)


def test_a_day_to_come_is_not_decided_for_good(refugee: Append, today: None) -> None:
    with pytest.raises(NotAllowed, match="nog moet komen"):
        kept("report_by", on=date(2026, 11, 1))


def test_who_saw_an_older_state_of_the_dossier_is_told_so(refugee: Append, today: None) -> None:
    seen = decide_dossier(1, ON, ["report_by"])
    tell(LetterSent(dossier=1, occurred_on=date(2026, 10, 1), letter="reminder"))
    with pytest.raises(Conflict):
        keep_decision(seen, by="ann")
    assert not Trace.objects.exists()


def test_the_exact_birth_date_is_read_only_when_asked_and_never_kept(refugee: Append, today: None) -> None:
    Identity.objects.create(person=1, birth_date="2008-10-31")
    tell(PersonDescribed(dossier=1, occurred_on=date(2026, 8, 4), birth_year=2008))
    assert decide_dossier(1, ON, ["adult"]).decision.person.value("adult") is None
    exact = decide_dossier(1, ON, ["adult"], birth_date=True)
    assert exact.decision.person.value("adult") is True
    assert decide_dossier(1, date(2026, 10, 30), ["adult"], birth_date=True).decision.person.value("adult") is False
    with pytest.raises(NotAllowed, match="geboortedatum"):
        keep_decision(exact, by="ann", confirmed=True)
    Identity.objects.update(birth_date="2008-00-00")
    assert decide_dossier(1, ON, ["adult"], birth_date=True).decision.person.value("adult") is None


def test_the_command_keeps_and_says_in_which_registration(refugee: Append, today: None, capsys: Any) -> None:
    out = decide(capsys, "--dossier", "1", "--on", "2026-10-31", "--rule", "report_by", "--keep", "--by", "ann")
    assert f"Bewaard in registratie {refugee.id + 2}." in out
    assert DecisionTaken.objects.get().appended_in == refugee.id + 2
