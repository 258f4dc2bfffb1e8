"""The project's own copy of the published tables, and the strictness of its reader."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from baken.figures.published import folder, key_figures, publication, table, tables
from baken.figures.published.lines import UnusableTables
from baken.figures.published.reader import read_publication


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(folder(), tmp_path / "tables"))


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _faults(path: Path) -> list[tuple[str, int | None, str | None]]:
    with pytest.raises(UnusableTables) as caught:
        read_publication(path)
    return [(fault.file, fault.row, fault.column) for fault in caught.value.faults]


def test_every_printed_table_is_there_with_as_many_cells_as_the_index_says():
    assert len(tables()) == 37
    for one in tables().values():
        assert len(one.rows) == one.declared["cells"]
        filled = [row for row in one.rows if row.value is not None or row.share is not None]
        assert len(filled) == one.declared["cells_with_value"]
        assert sorted({row.year for row in one.rows}) == one.declared["years"]
    assert len(key_figures()) == 95


def test_values_stand_as_printed():
    cell = next(row for row in table("4") if row.dims == {"region": "total"} and row.year == 2015)
    assert (cell.value, cell.share, cell.total) == (Decimal(15913), None, True)
    share = next(row for row in table("47") if row.dims["caller_region"] == "west_flanders")
    assert (share.value, share.share) == (Decimal(1415), Decimal(13))
    assert next(row for row in table("26") if row.dims["language"] == "greek").value is None
    assert next(fact.value for fact in key_figures() if fact.indicator == "first_contracts") == 16510


def test_an_unknown_edition_or_figure_has_no_table():
    with pytest.raises(KeyError):
        table("2")
    with pytest.raises(KeyError):
        table("4", edition=1830)


def test_columns_beyond_the_form_are_left_alone(copy: Path):
    path = copy / "figure-17.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0] + ",note", *(line + ',"a note, ignored"' for line in lines[1:])]) + "\n")
    assert read_publication(copy).tables["17"].rows == publication().tables["17"].rows


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("figure-04.csv", "limburg,2015,2359", "limburg,2015,2.359.000", ("figure-04.csv", 4, "value")),
        ("figure-04.csv", "limburg,2015,2359", "limburg,2015,veel", ("figure-04.csv", 4, "value")),
        ("figure-04.csv", "limburg,2015,2359", "limburg,2015,-2359", ("figure-04.csv", 4, "value")),
        ("figure-04.csv", "limburg,2015,2359", "limburg,2015,²", ("figure-04.csv", 4, "value")),
        ("figure-04.csv", "limburg,2015,2359", "limburg,2015," + 40 * "9", ("figure-04.csv", 4, "value")),
        ("figure-04.csv", "limburg,2015,2359", "limburg,15,2359", ("figure-04.csv", 4, "year")),
        ("figure-04.csv", "limburg,2015,2359,false", "limburg,2015,2359,no", ("figure-04.csv", 4, "total")),
        ("figure-04.csv", "limburg,2015,2359,false", "limburg,2015,2359", ("figure-04.csv", 4, None)),
        ("figure-04.csv", "limburg,2015", ",2015", ("figure-04.csv", 4, "region")),
        ("figure-04.csv", "limburg,2016", "limburg,2015", ("figure-04.csv", 11, None)),
        ("figure-04.csv", "region,year", "area,year", ("figure-04.csv", 1, "region")),
        ("figure-04.csv", "year,value", "value,value", ("figure-04.csv", 1, "year")),
        ("figure-47.csv", "1415,13", "1415,13%", ("figure-47.csv", 5, "share")),
        ("key-figures.csv", "first_contracts,2019,16510", "first_contracts,2019,n/a", ("key-figures.csv", 3, "value")),
        ("key-figures.csv", "first_contracts,2018", "first_contracts,2019", ("key-figures.csv", 9, None)),
        ("index.yaml", "file: figure-04.csv", "file: figure-03.csv", ("figure-03.csv", None, None)),
        ("index.yaml", "file: figure-04.csv", "file: ../secret.csv", ("index.yaml", None, "figures[4]")),
        ("index.yaml", "- number: 5\n", "- number: 4\n", ("index.yaml", None, "figures[5]")),
        ("index.yaml", "\nfigures:", "\nfigures: [", ("index.yaml", 7, None)),
        ("index.yaml", "\nfigures:", "\npictures:", ("index.yaml", None, "figures")),
    ],
)
def test_faults_name_file_row_and_column(copy: Path, file: str, old: str, new: str, expected: tuple):
    _edit(copy / file, old, new)
    assert expected in _faults(copy)


def test_missing_files_and_wrong_bytes(copy: Path):
    (copy / "figure-04.csv").unlink()
    (copy / "figure-07.csv").write_bytes(b"region,year,value,total\nli\xe8ge,2019,1,false\n")
    (copy / "figure-11.csv").write_bytes(b"")
    (copy / "figure-99.csv").write_text("region,year,value,total\n")
    (copy / "key-figures.csv").unlink()
    files = [file for file, _, _ in _faults(copy)]
    assert files == ["figure-04.csv", "figure-07.csv", "figure-11.csv", "figure-99.csv", "key-figures.csv"]


def test_without_an_index_nothing_is_read(copy: Path):
    (copy / "index.yaml").unlink()
    assert _faults(copy) == [("index.yaml", None, None)]
