"""Terms of a whole caseload: the same as the terms of each person apart, sorted by urgency; the command."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.core.management import call_command

from baken.conftest import LedgerDatabase
from baken.fees.facts import FeeCharged, FeePaid
from baken.figures import snapshot
from baken.figures.deadlines import case_of, deadlines, summary
from baken.foundation.errors import BadRequest
from baken.law.book import Book
from baken.law.content import the_book
from baken.law.content.facts import FACTS
from baken.law.content.terms import TERMS
from baken.law.person import Person
from baken.law.rules import Chapter, Source
from baken.law.terms import Status, Term, standings
from baken.law.words import days_after, happened, working_day
from baken.ledger.append import append
from baken.ledger.situation.everybody import CASE, DOSSIER, situations
from baken.ledger.situation.one import situation
from baken.ledger.tests.random_lives import DAYS, live
from baken.people.facts import DossierOpened, ResidenceRegistered
from baken.programme.facts import ContractSigned

chapter = Chapter("plain", "Gewoon", "Plain")
SOURCE = Source("a text", "a place")


@chapter.rule("in Vlaanderen", "in Flanders", SOURCE)
def in_flanders(region):
    return region == "flanders"


@chapter.rule("aanmelden", "report", SOURCE, by="seen_on")
def report_within(seen_on):
    return days_after(seen_on, 9)


@report_within.since("2022-03-12", SOURCE)
def report_within_less(seen_on):
    return days_after(seen_on, 6)


@chapter.rule("beboet", "fined", SOURCE)
def is_fined(fined_on):
    return happened(fined_on)


@chapter.rule("boete betalen", "pay the fine", SOURCE)
def fine_within(fined_on):
    return working_day(days_after(fined_on, 6))


@chapter.rule("aangerekend", "charged", SOURCE)
def is_charged(charged_on):
    return happened(charged_on)


@chapter.rule("betalen", "pay", SOURCE)
def fee_within(charged_on):
    return days_after(charged_on, 6)


@chapter.rule("gehaald", "reached", SOURCE)
def reached(mo_goals_reached):
    return mo_goals_reached


PLAIN = Book(FACTS, [chapter], {})
PLAIN_TERMS = (
    Term("report", "", "", "in_flanders", "report_within", "reported_on"),
    Term("fine", "", "", "is_fined", "fine_within", "fine_paid_on"),
    Term("fee", "", "", "is_charged", "fee_within", "paid_on"),
    Term("goals", "", "", "in_flanders", "report_within", "reached"),
)


@pytest.fixture
def ledger(ledger_db: LedgerDatabase, settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path / "var"
    settings.VAR.mkdir()


def test_terms_are_of_a_person_or_of_a_case() -> None:
    assert [case_of(PLAIN, term) for term in PLAIN_TERMS] == ["", "infringement", "fee", ""]
    of_cases = {term.name: case_of(the_book(), term) for term in TERMS}
    assert {name for name, kind in of_cases.items() if kind == "infringement"} == {"defence", "pay_fine"}
    assert {name for name, kind in of_cases.items() if kind == "fee"} == {"pay_fee"}


def test_the_caseload_has_the_terms_that_each_person_has(ledger: None) -> None:
    made = live(Random(1), 2, each=16)[-1]
    folder = snapshot.take(made.recorded_at).folder
    statuses = [_compare(PLAIN, PLAIN_TERMS, folder, on, made.id) for on in DAYS[4::2]]
    assert {*Status} == set().union(*statuses)
    _compare(the_book(), TERMS, folder, date(2022, 7, 1), made.id)


def _compare(book: Book, terms: tuple[Term, ...], folder: Path, on: date, append_id: int) -> set[str]:
    found = deadlines(folder, book, terms, on).to_dicts()
    told = {(row["term"], row["dossier"], row["case"]): (row["status"], row["due"], row["done"]) for row in found}
    assert told == dict(_one_by_one(book, terms, folder, on, append_id))
    return {row["status"] for row in found}


def _one_by_one(
    book: Book, terms: tuple[Term, ...], folder: Path, on: date, append_id: int
) -> Iterator[tuple[Any, Any]]:
    for kind in ("", "infringement", "fee"):
        of_kind = [term for term in terms if case_of(book, term) == kind]
        for row in situations(folder, book.facts, on, names=[], per=kind).iter_rows(named=True):
            case = row[CASE] if kind else None
            read = situation(row[DOSSIER], book.facts, on, append=append_id, cases={kind: case} if kind else None)
            for one in standings(Person(book, read.facts, on), of_kind):
                yield (one.term.name, row[DOSSIER], case), (one.status, one.due, one.done)


SIGNED = date(2026, 9, 1)


@pytest.fixture
def caseload(ledger: None) -> None:
    """Two people who signed in a Flemish municipality; the first pays one of two fees, the second none of one."""
    facts: list[Any] = []
    for number in (1, 2):
        about = {"dossier": number, "occurred_on": SIGNED}
        facts += [
            DossierOpened(person=number, **about),
            ResidenceRegistered(municipality="71016", **about),
            ContractSigned(contract=number, **about),
        ]
    charged = {1: (1, "2026-10-05"), 2: (1, "2026-10-20"), 3: (2, "2026-11-10")}
    for fee, (dossier, day) in charged.items():
        more = {"item": "mo_test", "amount": "90.00", "takes_part_on": date.fromisoformat(day)}
        facts.append(FeeCharged(dossier=dossier, fee=fee, occurred_on=date(2026, 10, 1), **more))
    facts.append(FeePaid(dossier=1, fee=1, occurred_on=date(2026, 10, 5), amount="90.00"))
    append(facts, by="test", source="test")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    call_command("deadlines", "--on", "2026-10-31", *arguments)
    return capsys.readouterr().out


def test_every_fee_has_its_own_term_the_most_urgent_first(caseload: None, capsys: Any) -> None:
    told = json.loads(run(capsys, "--format", "json"))
    fees = [row for row in told["deadlines"] if row["term"] == "pay_fee"]
    assert [(row["case"], row["status"], row["due"], row["days_left"], row["done"]) for row in fees] == [
        (2, "overdue", "2026-10-20", -11, None),
        (3, "running", "2026-11-10", 10, None),
        (1, "met", "2026-10-05", -26, "2026-10-05"),
    ]
    assert {(row["dossier"], row["case_kind"], row["rule"]) for row in fees[:2]} == {
        (1, "fee", "pay_fee_by"),
        (2, "fee", "pay_fee_by"),
    }
    (counted,) = [row for row in told["summary"] if row["term"] == "pay_fee"]
    assert (counted["overdue"], counted["running"], counted["met"]) == (1, 1, 1)
    assert (told["on"], told["rule_book"]) == ("2026-10-31", the_book().digest)


@pytest.mark.parametrize(("days", "cases"), [("9", [2]), ("10", [2, 3])])
def test_within_so_many_days(caseload: None, capsys: Any, days: str, cases: list[int]) -> None:
    told = json.loads(run(capsys, "--format", "json", "--within", days))
    assert [row["case"] for row in told["deadlines"]] == cases


def test_one_dossier(caseload: None, capsys: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(run(capsys, "--format", "csv", "--dossier", "2"))))
    assert {row["dossier"] for row in rows} == {"2"}
    assert [row["case"] for row in rows if row["term"] == "pay_fee"] == ["3"]
    with pytest.raises(BadRequest, match="D-9-"):
        run(capsys, "--dossier", "9")


def test_a_folder_with_everything(caseload: None, capsys: Any, tmp_path: Path) -> None:
    run(capsys, "--out", str(tmp_path / "out"))
    told = json.loads((tmp_path / "out" / "summary.json").read_text())
    rows = list(csv.DictReader((tmp_path / "out" / "deadlines.csv").open()))
    assert len(rows) == sum(row[status.value] for row in told["summary"] for status in Status)
    with pytest.raises(BadRequest, match="geen lege map"):
        run(capsys, "--out", str(tmp_path / "out"))


def test_the_screen_counts_per_term_and_lists_the_most_urgent(
    caseload: None, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    shown = " ".join(run(capsys).split())
    assert "betaling van de retributie pay_fee_by 1 1 0 0 1" in shown
    assert "D-1-5 betaling van de retributie 20 oktober 2026 -11" in shown
    assert "payment of the fee" in run(capsys, "--lang", "en")


def test_the_version_of_the_rule_is_the_persons_own(ledger: None) -> None:
    made = live(Random(6), 1)[-1]  # lives in which somebody must report
    found = deadlines(snapshot.take(made.recorded_at).folder, PLAIN, PLAIN_TERMS, DAYS[-1])
    reports = found.filter(term="report").to_dicts()
    assert reports
    for row in reports:
        later = row["rule_since"] == date(2022, 3, 12)
        seen = row["due"] - timedelta(days=6 if later else 9)
        assert later == (seen >= date(2022, 3, 12))
    assert summary(found)["term"].to_list() == sorted(set(found["term"]))
