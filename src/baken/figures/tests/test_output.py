"""Figures as files, and the commands that write them."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from baken.figures.compute import compute
from baken.figures.countable import NoFacts
from baken.figures.definitions import FIGURES
from baken.figures.output import write
from baken.foundation.errors import BadRequest
from baken.foundation.identifiers import read_shown_number
from baken.ledger.doubt import keep
from baken.ledger.models import Append


def run(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_json_is_as_agreed(small_ledger: list[Append], tmp_path: Path) -> None:
    said = run("figures", "--year", "2019", "--out", str(tmp_path / "out"))
    assert f"{len(FIGURES) + 1} figuren" in said
    found = json.loads((tmp_path / "out" / "figure-04.json").read_text())
    assert list(found)[:6] == ["figure", "title", "definition", "known_at", "snapshot", "scope"]
    assert (found["figure"], found["snapshot"]) == ("4", f"2:{small_ledger[1].digest}")
    assert {"region": "limburg", "year": 2019, "value": 2, "total": False} in found["cells"]
    assert {"region": "total", "year": 2019, "value": 2, "total": True} in found["cells"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir())[-1] == "key-figures.json"


def test_json_of_an_average_and_of_nothing(small_ledger: list[Append], tmp_path: Path) -> None:
    write(compute(2019, ["26"]), "json", tmp_path)
    cells = json.loads((tmp_path / "figure-26.json").read_text())["cells"]
    values = {(cell["language"], cell["region"]): cell["value"] for cell in cells}
    assert values["arabic", "limburg"] == 2.5
    assert values["arabic", "brussels"] is None


def test_only_the_figures_asked(small_ledger: list[Append], tmp_path: Path) -> None:
    run("figures", "--year", "2019", "--figure", "04", "--figure", "key-figures", "--out", str(tmp_path / "out"))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["figure-04.json", "key-figures.json"]


def test_csv_is_in_the_form_of_the_published_tables(small_ledger: list[Append], tmp_path: Path) -> None:
    write(compute(2019), "csv", tmp_path)
    with (tmp_path / "figure-10.csv").open() as file:
        rows = list(csv.DictReader(file))
    header = ["region", "label", "measure", "column_label", "year", "value", "share", "total"]
    assert (list(rows[0]), rows[0]["label"]) == (header, "Provincie Antwerpen")
    with (tmp_path / "key-figures.csv").open() as file:
        keys = {row["indicator"]: row for row in csv.DictReader(file) if row["year"] == "2019"}
    assert keys["first_registrations"]["value"] == "2"
    assert keys["guidance_of_minors_to_education"]["footnote"] == "1"


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_the_same_result_gives_the_same_bytes(small_ledger: list[Append], tmp_path: Path, form: str) -> None:
    results = compute(2019)
    once, twice = write(results, form, tmp_path / "once"), write(results, form, tmp_path / "twice")
    assert [path.read_bytes() for path in once] == [path.read_bytes() for path in twice]


def test_xlsx_has_a_sheet_per_figure(small_ledger: list[Append], tmp_path: Path) -> None:
    (file,) = write(compute(2019), "xlsx", tmp_path)
    book = openpyxl.load_workbook(file)
    assert book.sheetnames[:2] == ["Figuren", "figure-01"]
    sheet = {row[0]: row[1:] for row in book["figure-04"].iter_rows(values_only=True)}
    assert sheet["Limburg"][:5] == (0, 0, 0, 1, 2)
    assert sheet["Totaal"][:5] == (0, 0, 0, 1, 2)
    texts = [text for row in book["figure-04"].iter_rows(values_only=True) for text in row if isinstance(text, str)]
    assert any(small_ledger[1].digest in text for text in texts)


def test_a_folder_that_cannot_be_written_is_a_sentence(small_ledger: list[Append], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadRequest, match=r"niet in .* geschreven worden: is geen map"):
        write(compute(2019, ["4"]), "json", tmp_path / "file" / "below")


def test_a_folder_with_anything_else_is_left_alone(small_ledger: list[Append], tmp_path: Path) -> None:
    asked = ("figures", "--year", "2019", "--figure", "4", "--out", str(tmp_path / "out"))
    run(*asked)
    run(*asked)
    with pytest.raises(BadRequest, match="iets anders"):
        run(*asked, "--format", "csv")
    (tmp_path / "out" / "mine.txt").touch()
    with pytest.raises(BadRequest, match="iets anders"):
        run(*asked)


def test_a_year_without_facts_has_no_figures(small_ledger: list[Append], tmp_path: Path) -> None:
    out = tmp_path / "new"
    with pytest.raises(NoFacts, match="geen feiten bekend"):
        run("figures", "--year", "1950", "--out", str(out))
    with pytest.raises(NoFacts, match="nog niet begonnen"):
        run("figures", "--year", "9000", "--out", str(out))
    assert not out.exists()


def test_figures_of_a_ledger_that_does_not_hold_say_so(small_ledger: list[Append], tmp_path: Path) -> None:
    said = StringIO()
    asked = ("figures", "--year", "2019", "--figure", "4", "--out", str(tmp_path / "out"))
    keep("Registratie 1 klopt niet")
    call_command(*asked, stdout=StringIO(), stderr=said)
    assert "Registratie 1 klopt niet" in said.getvalue()
    run("verify")
    said = StringIO()
    call_command(*asked, stdout=StringIO(), stderr=said)
    assert said.getvalue() == ""


def test_an_instant_without_meaning_is_refused(small_ledger: list[Append], tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="2019-13-01"):
        run("figures", "--year", "2019", "--known-at", "2019-13-01", "--out", str(tmp_path))


def test_known_at_on_the_command_line(small_ledger: list[Append], tmp_path: Path) -> None:
    then = small_ledger[0].recorded_at.isoformat()
    out = tmp_path / "figures"
    run("figures", "--year", "2019", "--figure", "4", "--known-at", then, "--out", str(out))
    found = json.loads((out / "figure-04.json").read_text())
    assert found["known_at"] == then.replace("+00:00", "Z")
    assert {"region": "brussels", "year": 2019, "value": 1, "total": False} in found["cells"]


def test_explain_prints_a_line_per_fact(small_ledger: list[Append]) -> None:
    lines = run("explain_figure", "4", "--cell", "region=limburg,year=2019").splitlines()
    assert lines[0] == "Figuur 4, region=limburg, 2019: 2; 2 feiten"
    dossiers = [read_shown_number(line.split("\t")[2]) for line in lines[-2:]]
    assert dossiers == [("D", 2), ("D", 3)]
    limited = run("explain_figure", "4", "--cell", "region=limburg,year=2019", "--limit", "1")
    assert "… en nog 1" in limited


@pytest.mark.parametrize("cell", ["limburg", "region=", "=limburg,year=2019"])
def test_a_cell_must_be_written_as_pairs(small_ledger: list[Append], cell: str) -> None:
    with pytest.raises(CommandError, match="naam=code"):
        run("explain_figure", "4", "--cell", cell)


def test_snapshot_says_where_it_stands(small_ledger: list[Append], settings: Any) -> None:
    said = run("snapshot")
    assert f"2:{small_ledger[1].digest}" in said
    assert Path(said.splitlines()[-1]).is_dir()
