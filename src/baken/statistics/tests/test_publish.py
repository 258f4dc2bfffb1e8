"""`baken report` on a ledger: what it writes, what it refuses, what stays when it fails."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from baken.conftest import LedgerDatabase
from baken.figures.countable import NoFacts
from baken.foundation.errors import BadRequest
from baken.ledger.append import append
from baken.ledger.models import Office
from baken.people.facts import DossierOpened
from baken.programme.facts import Registered
from baken.statistics.progress import Step, write_first_page
from baken.statistics.report import folder, publish
from baken.statistics.report.folder import MARK, NoPlace


@pytest.fixture
def ledger(ledger_db: LedgerDatabase, settings, tmp_path: Path) -> None:
    """Three people, two registered in 2019 and one in 2018."""
    settings.VAR = tmp_path
    office = Office.objects.create(code="hasselt", name="Hasselt", agency="agii", region="limburg")
    facts = []
    for number, day in enumerate((date(2019, 5, 3), date(2019, 6, 3), date(2018, 1, 9)), 1):
        facts.append(DossierOpened(dossier=number, person=number, occurred_on=day))
        facts.append(Registered(dossier=number, occurred_on=day, office=office, kind="first"))
    append(facts, by="test", source="test")


def test_a_report_from_the_ledger(ledger: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "report"
    call_command("report", year=2019, out=out)
    assert str(out / "index.html") in capsys.readouterr().out
    cells = json.loads((out / "data" / "figure-04.json").read_text())["cells"]
    assert {cell["year"]: cell["value"] for cell in cells if cell["region"] == "limburg"}[2019] == 2
    page = (out / "instroom-en-aanmelding.html").read_text()
    assert "Het aantal eerste aanmeldingen bedroeg 2 in 2019, tegenover 1 in 2018." in page
    mark = json.loads((out / MARK).read_text())
    assert mark["report"] == 2019 and mark["snapshot"].startswith("1:")
    assert f"--known-at {mark['known_at']}" in page
    assert not list(tmp_path.glob(".report-*"))


def test_a_year_without_facts(ledger: None, tmp_path: Path) -> None:
    with pytest.raises(NoFacts, match="Van 2011 waren toen geen feiten bekend"):
        publish.publish(2011, tmp_path / "report")
    with pytest.raises(NoFacts, match="9998 was toen nog niet begonnen"):
        publish.publish(9998, tmp_path / "report")
    assert not (tmp_path / "report").exists()


def test_an_engine_that_is_not_there(ledger: None, tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="motor abacus"):
        publish.publish(2019, tmp_path / "report", engine="abacus")
    assert not (tmp_path / "report").exists()


def test_never_over_something_else(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(NoPlace, match="geen rapport"):
        publish.publish(2019, tmp_path)
    with pytest.raises(NoPlace, match="is een bestand"):
        publish.publish(2019, tmp_path / "thesis.txt")
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_a_place_that_cannot_be_written() -> None:
    with (
        pytest.raises(NoPlace, match="In /proc kan niets geschreven worden"),
        folder.building(Path("/proc/report"), {}),
    ):
        pass


def test_a_failed_run_leaves_the_old_report_whole(tmp_path: Path) -> None:
    out = tmp_path / "report"
    with folder.building(out, {"report": 2018}) as place:
        (place / "index.html").write_text("old")
    with pytest.raises(RuntimeError), folder.building(out, {"report": 2019}) as place:
        (place / "index.html").write_text("new")
        raise RuntimeError("the power went")
    assert (out / "index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report"]
    with folder.building(out, {"report": 2019}) as place:
        (place / "index.html").write_text("new")
    assert (out / "index.html").read_text() == "new" and json.loads((out / MARK).read_text()) == {"report": 2019}


def test_the_first_page_of_the_demo_gives_way_to_the_report(tmp_path: Path) -> None:
    out = tmp_path / "report"
    write_first_page(out, [Step("Laden <feiten>", 12.34, 300)], now="Ketting nakijken")
    page = (out / "index.html").read_text()
    assert (
        "Laden &lt;feiten&gt;" in page
        and "12,3 s" in page
        and "Ketting nakijken" in page
        and 'http-equiv="refresh"' in page
    )
    write_first_page(out, [], failed="Laden")
    page = (out / "index.html").read_text()
    assert "mislukt" in page and "http-equiv" not in page
    write_first_page(out, [], now="Laden")
    folder.check(out)
