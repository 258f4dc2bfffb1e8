"""Studies as they are handed over: pages, brief of two pages, workbook, data; files of people; what is refused."""

import csv
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from baken.foundation.errors import BadRequest
from baken.law.book import Book
from baken.law.content import REFORMS, the_book
from baken.law.faults import LawError
from baken.law.population import schema
from baken.law.reform_file import load_reform, read_reform
from baken.law.tests import every_word
from baken.law.tests.people import People, frame
from baken.statistics.report.folder import NoPlace
from baken.statistics.report.wording import words
from baken.statistics.study.groups import grouped
from baken.statistics.study.population import KEY, Population, from_file, prepared
from baken.statistics.study.publish import TEXTS, publish, write
from baken.statistics.study.run import Run, run
from baken.statistics.tests.test_documents import elements
from baken.statistics.tests.test_lawbook import Anchors

ON = date(2026, 10, 31)
UNSEEN = """
label: Een voorstel dat niemand zag
description: A proposal that nobody saw
source: {document: Een nota, place: blz. 3}
state: under_study
from: 2024-01-01
facts:
  rooms: {kind: number, label: kamers, description: rooms, synthetic: {quantiles: {0: 1, 100: 6}, unknown: 0.1}}
parameters: {price: 120}
rules:
  adult: {text: age >= 21, gain: more}
  sort: {by: started, text: 'decide((rooms < 2, "loud"), otherwise=sort)'}
  crowded: {label: overbezet, description: crowded, text: "all_of(adult, rooms < 2)"}
gains: {cost: less, sort: [passed]}
outcomes: [cost]
among: any_of(tall, loud)
"""
NAMES = sorted(path.stem for path in REFORMS.glob("*.yaml"))


def everybody(book: Book, number: int = 1_500, seed: int = 31, absent: float = 0.2) -> Population:
    rows = frame(book, People(book, seed=seed, absent=absent).some(number, ON))
    return Population(rows.with_columns(pl.int_range(pl.len(), dtype=pl.Int64).alias(KEY)), "people.parquet", "")


@pytest.fixture(scope="module")
def made() -> Run:
    book = every_word.book()
    return run(read_reform("unseen", UNSEEN, book), book, everybody(book), ON)


@pytest.fixture(scope="module")
def folder(made: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("study")
    write(made, place)
    return place


def test_a_reform_that_nobody_has_seen(made: Run) -> None:
    assert made.main == "cost" and set(made.touched) == {"adult", "seen", "sort", "cost", "crowded"}
    assert made.people.drawn == ("rooms",)
    cost = made.tally("cost")
    assert cost.counts["loss"] and cost.after > cost.before and cost.counts["open"]
    assert made.study.people + made.aside < 1_500, "who is neither tall nor loud is not counted"
    assert made.missing and set(made.missing) <= set(made.after.facts)


def test_the_page_in_both_languages(folder: Path) -> None:
    dutch = (folder / "index.html").read_text(encoding="utf-8")
    assert "Een voorstel dat niemand zag" in dutch and "vanaf 1 januari 2024" in dutch and "In onderzoek" in dutch
    assert "minstens één van de volgende voorwaarden is vervuld" in dutch, "for whom it counts"
    assert "getrokken uit een verdeling" in dutch and "‘kamers’" in dutch
    assert dutch.count('role="img"') == 2 and dutch.count("<h1>") == 1
    english = (folder / "en" / "index.html").read_text(encoding="utf-8")
    assert "A proposal that nobody saw" in english and "Under study" in english
    for page in (folder / "index.html", folder / "en" / "index.html"):
        found = Anchors(page)
        assert len(set(found.ids)) == len(found.ids)
        for link in found.links:
            path, _, anchor = link.partition("#")
            assert not path or (page.parent / path).resolve().is_file(), link
            assert not anchor or path or anchor in found.ids, link


@pytest.mark.parametrize("name", ["nota-unseen.pdf", "en/brief-unseen.pdf"])
def test_the_brief_has_two_pages_and_is_tagged(folder: Path, name: str) -> None:
    reader = PdfReader(folder / name)
    assert len(reader.pages) == 2
    root = reader.trailer["/Root"]
    tags = [tag["/S"] for tag in elements(root["/StructTreeRoot"]["/K"])]
    assert b"pdfuaid" in root["/Metadata"].get_data() and tags.count("/H1") == 1 and tags.count("/Table") == 1
    figures = [tag for tag in elements(root["/StructTreeRoot"]["/K"]) if tag["/S"] == "/Figure"]
    assert len(figures) == 1 and len(figures[0]["/Alt"]) > 50


def test_tables_in_every_form_say_the_same(made: Run, folder: Path) -> None:
    data = json.loads((folder / "data" / "study.json").read_text(encoding="utf-8"))
    with (folder / "data" / "outcomes.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    cost = made.tally("cost")
    assert rows[0]["rule"] == data["outcomes"][0]["rule"] == "cost"
    assert int(rows[0]["changed"]) == data["outcomes"][0]["changed"] == cost.changed
    assert float(rows[0]["difference"]) == data["outcomes"][0]["difference"] == (cost.after - cost.before) / 100
    assert data["digests"]["law"] == made.before.digest and data["drawn"] == ["rooms"]
    sheet = load_workbook(folder / "studie-unseen.xlsx")["Uitkomsten"]
    assert sheet["A4"].value == "cost" and sheet["C4"].value == cost.people
    assert len(data["groups"]) == sum(len(made.study.of(rule, d.name)) for rule in made.asked for d in made.dimensions)


def test_the_same_study_gives_the_same_bytes(made: Run, folder: Path, tmp_path: Path) -> None:
    write(made, tmp_path)
    ours = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert ours == {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", NAMES)
def test_every_reform_that_is_shipped(name: str) -> None:
    """It fits the law, reaches the outcomes it names, and touches somebody among random people."""
    book = the_book()
    reform = load_reform(REFORMS / f"{name}.yaml", book)
    assert reform.sources and reform.outcomes and reform.note_nl and reform.note_en
    found = run(reform, book, everybody(book, 600, seed=33, absent=0.5), ON)
    assert found.asked[: len(reform.outcomes)] == reform.outcomes
    assert found.tally(found.main).at_most, "nobody is touched"


def test_eight_reforms_are_shipped() -> None:
    assert len(NAMES) == 8


def test_a_shipped_reform_from_file_to_folder(tmp_path: Path) -> None:
    book = the_book()
    rows = everybody(book, 400, seed=34).rows.drop(KEY)
    rows.write_parquet(tmp_path / "people.parquet")
    found = publish(REFORMS / "fees_agreement_2019.yaml", ON, tmp_path / "out", population=tmp_path / "people.parquet")
    assert found.of_cases and found.study.people % 4 == 0
    assert len(PdfReader(tmp_path / "out" / "nota-fees-agreement-2019.pdf").pages) == 2
    assert "gevallen" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_people_from_a_file_of_texts(tmp_path: Path) -> None:
    """Days and codes as text, euros as numbers: read as the law reads them."""
    book = every_word.book()
    told = {
        "id": ["a", "b"],
        "born": ["1990-05-15", None],
        "colour": ["red", "green"],
        "income": [12.5, None],
        "tests": [["2024-01-01"], []],
        "work": [[{"start": "2024-01-01", "end": None}], []],
        "shoe": [40, 41],
    }
    pl.DataFrame(told).write_parquet(tmp_path / "people.parquet")
    read = from_file(tmp_path / "people.parquet", book)
    kinds = schema(book, ["born", "colour", "income", "tests", "work"])
    assert {name: read.rows.schema[name] for name in kinds} == kinds
    assert read.rows["income"].to_list() == [1250, None] and read.rows[KEY].to_list() == ["a", "b"]
    assert read.rows["work"].to_list()[0][0]["end"] == date.max
    reform = read_reform("unseen", UNSEEN, book)
    ready = prepared(read, reform, book, reform.over(book))
    assert ready.rows["born_year"].to_list() == [1990, None], "implied"
    again = prepared(replace(read, rows=read.rows.reverse()), reform, book, reform.over(book))
    assert again.rows["rooms"].to_list() == ready.rows["rooms"].to_list()[::-1], "the same person draws the same"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"colour": ["red", "purple"]}, "kolom colour: purple kan niet. Het kan zijn: red, green, blue."),
        ({"born": ["long ago"]}, "kolom born: long ago kan niet"),
        ({"tests": [1, 2]}, "kolom tests: Int64 kan niet"),
        ({"shoe": [1]}, "heeft geen kolom met een rechtsfeit"),
    ],
)
def test_people_that_cannot_be_read_are_named(tmp_path: Path, told: dict, said: str) -> None:
    pl.DataFrame(told).write_parquet(tmp_path / "people.parquet")
    with pytest.raises(BadRequest) as refused:
        from_file(tmp_path / "people.parquet", every_word.book())
    assert said in str(refused.value)


def test_what_is_no_parquet_is_named(tmp_path: Path) -> None:
    (tmp_path / "people.parquet").write_text("hello")
    with pytest.raises(BadRequest, match="geen Parquet-bestand"):
        from_file(tmp_path / "people.parquet", every_word.book())


def test_groups_of_people() -> None:
    rows = pl.DataFrame(
        {
            "birth_date": [date(2008, 10, 31), date(2008, 11, 1), None],
            "birth_year": pl.Series([2008, 2008, 1961], dtype=pl.Int32),
            "a2_on": [date(2026, 10, 31), date(2026, 11, 1), None],
            "b1_oral_on": [None, None, date(2020, 1, 1)],
            "sex": ["female", "male", None],
        }
    )
    found, dimensions = grouped(rows, the_book(), ON)
    assert found["age_group"].to_list() == ["18-24", "0-17", "65+"]
    assert found["language_level"].to_list() == ["a2", "none", "b1"]
    names = [dimension.name for dimension in dimensions]
    assert names == ["target_group", "sex", "age_group", "language_level"]


def test_a_study_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("label: x")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "file").write_text("mine")
    with pytest.raises(LawError, match=r"bad.yaml: A reform needs"):
        publish(tmp_path / "bad.yaml", ON, tmp_path / "out", population=tmp_path / "none.parquet")
    with pytest.raises(NoPlace):
        publish(tmp_path / "bad.yaml", ON, tmp_path / "mine")
    assert not (tmp_path / "out").exists()


def test_the_languages_say_the_same_things() -> None:
    def keys(node: object, path: str = "") -> set[str]:
        if isinstance(node, dict):
            return {key for name, below in node.items() for key in keys(below, f"{path}.{name}")}
        return {f"{path}:{len(node)}" if isinstance(node, list) else path}

    assert keys(words("nl", TEXTS).texts) == keys(words("en", TEXTS).texts)
