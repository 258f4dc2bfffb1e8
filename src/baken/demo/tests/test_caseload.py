"""The caseload as a whole, looked at from outside: its files, and what can be counted in them."""

import hashlib
import os
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pytest
from django.core.management import CommandError, call_command

from baken.conftest import LedgerDatabase
from baken.demo.caseload import make_caseload
from baken.demo.places import REGIONS
from baken.demo.targets import CITIES, DECISIONS, year_of
from baken.demo.tests.conftest import SCALE
from baken.demo.tests.recount import COUNTS, Cells, Recount
from baken.figures.published import table
from baken.foundation.errors import BadRequest
from baken.foundation.identifiers import national_number_fault

RECORDED = "CAST(recorded_at AS TIMESTAMP)"


def by_region(cells: Cells, year: int) -> np.ndarray:
    return np.array([cells.get((region, str(year)), 0) for region in REGIONS])


def seals(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*.*")
    }


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_ones(tmp_path: Path) -> None:
    for name, seed in (("once", 3), ("again", 3), ("other", 4)):
        make_caseload(tmp_path / name, date(2015, 1, 1), date(2015, 12, 31), seed, 0.003)
    assert seals(tmp_path / "once") == seals(tmp_path / "again")
    once, other = seals(tmp_path / "once"), seals(tmp_path / "other")
    assert [name for name in once if once[name] == other.get(name)] == ["reference/office.parquet"]


@pytest.mark.parametrize("year", [2015, 2017, 2019, 2023])
def test_a_small_caseload_has_its_share_of_every_region(small: Recount, year: int) -> None:
    target = year_of(year, SCALE)
    wanted = {
        "4": target.registrations,
        "7": target.contracts,
        "15": target.certificates,
        "19": target.exemption_tests.sum(axis=1),
        "22": target.courses,
        "24": target.starters,
    }
    for figure, counts in wanted.items():
        assert by_region(small.cells(figure), year).tolist() == counts.tolist(), figure
    assert (by_region(small.cells("1"), year) >= target.inflow).all()


def test_decisions_of_a_year_count_each_person_once(small: Recount) -> None:
    decided = [small.cells("27").get((decision, "2018"), 0) for decision in DECISIONS]
    assert decided == year_of(2018, SCALE).decisions.tolist()
    again = """SELECT count(*) - count(DISTINCT (person, year(occurred_on)))
        FROM orientation_mo_decided JOIN of_person USING (dossier)"""
    assert small.value(again) > 0


def test_what_was_wrong_was_known_wrong_and_is_retracted(small_caseload: Path, small: Recount) -> None:
    then = Recount(small_caseload, small.value(f"SELECT max(id) FROM append WHERE {RECORDED} < TIMESTAMP '2019-01-01'"))
    now = {figure: {key: n for key, n in small.cells(figure).items() if key[-1] <= "2018"} for figure in COUNTS}
    assert sum(dict(then.cells(figure)) != now[figure] for figure in COUNTS) > 5
    files = f"read_parquet('{small_caseload}/facts/*.parquet', union_by_name = true)"
    told, retracted = duckdb.sql(f"SELECT count(*), count(retracted_in) FROM {files}").fetchone()
    assert 0.002 < retracted / told < 0.01


def test_doubles_are_merged(small_caseload: Path) -> None:
    opened = f"'{small_caseload}/facts/people.dossier_opened.parquet'"
    merged = f"""SELECT count(*) FROM {opened} a JOIN {opened} b USING (dossier)
        WHERE a.retracted_in = b.appended_in AND a.person <> b.person"""
    two = (
        f"SELECT count(*) FROM (SELECT person FROM {opened} WHERE retracted_in IS NULL GROUP BY 1 HAVING count(*) > 1)"
    )
    found, people = (duckdb.sql(query).fetchone()[0] for query in (merged, two))
    assert 0 < found <= people


def test_people_have_names_and_numbers_that_can_only_be_invented(small: Recount) -> None:
    rows = small.sql.execute("SELECT national_number, family_name, given_names, birth_date FROM identity").fetchall()
    assert len({number for number, *_ in rows}) == len(rows)
    for number, family, given, born in rows[:500]:
        assert national_number_fault(number, allow_test=True) is None
        assert national_number_fault(number, allow_test=False) is not None
        assert number[:2] == born[2:4]
        assert family
        assert given
    unborn = """SELECT count(*) FROM identity JOIN people_dossier_opened USING (person)
        JOIN people_person_described USING (dossier) WHERE CAST(birth_date[:4] AS INT) <> birth_year"""
    assert small.value(unborn) == 0


def test_appends_are_working_days_of_one_source(small: Recount) -> None:
    days = small.sql.execute(f"SELECT id, {RECORDED}, source FROM append ORDER BY id").fetchall()
    assert [row[0] for row in days] == list(range(1, len(days) + 1))
    assert all(earlier[1] < later[1] for earlier, later in pairwise(days))
    assert sum(row[1].weekday() > 4 for row in days) <= 7  # the last day is a Saturday
    assert {row[2] for row in days} == {"kbi", "cbe", "cvo", "agii", "atlas", "in_gent", "hvn_brussel"}


def test_a_window_has_its_own_years_and_what_ran_before(tmp_path: Path) -> None:
    folder = tmp_path / "narrow"
    make_caseload(folder, date(2019, 1, 1), date(2019, 12, 31), 5, SCALE)
    narrow, target = Recount(folder), year_of(2019, SCALE)
    for figure, counts in (("4", target.registrations), ("7", target.contracts), ("15", target.certificates)):
        assert by_region(narrow.cells(figure), 2019).tolist() == counts.tolist(), figure
    first = narrow.sql.execute(f"SELECT min({RECORDED}), max({RECORDED}), max(note) FROM append").fetchone()
    assert (first[0].date(), first[1].year, first[2]) == (date(2019, 1, 2), 2019, "Overname van lopende dossiers")
    files = f"read_parquet('{folder}/facts/*.parquet', union_by_name = true)"
    last = f"SELECT max(occurred_on) AS last FROM {files} JOIN of_person p USING (dossier) GROUP BY p.person"
    assert narrow.value(f"SELECT count(*) FROM ({last}) WHERE last < DATE '2019-01-01'") == 0
    assert narrow.value("SELECT count(*) FROM contract WHERE occurred_on < DATE '2019-01-01'") > 100


@pytest.mark.parametrize("last", [date(2026, 9, 15), date(2026, 10, 2), date(2023, 3, 3)])
def test_nothing_is_told_of_a_dossier_that_is_not_opened_yet_on_the_last_day(last: date, tmp_path: Path) -> None:
    make_caseload(tmp_path, date(last.year, 1, 1), last, 2019, 0.1)
    opened = duckdb.sql(f"SELECT DISTINCT dossier FROM '{tmp_path}/facts/people.dossier_opened.parquet'")
    assert opened.fetchone()
    for file in sorted((tmp_path / "facts").glob("*.parquet")):
        columns = duckdb.sql(f"SELECT * FROM '{file}' LIMIT 0").columns
        if "dossier" in columns:
            strays = duckdb.sql(f"SELECT count(*) FROM '{file}' WHERE dossier NOT IN (SELECT dossier FROM opened)")
            assert strays.fetchone() == (0,), file.name


def test_the_delivery_loads_without_a_fault(ledger_db: LedgerDatabase, tmp_path: Path, settings: Any) -> None:
    settings.DEMO, settings.VAR = True, tmp_path
    make_caseload(tmp_path / "caseload", date(2019, 1, 1), date(2019, 6, 30), 2, 0.01)
    call_command("load", tmp_path / "caseload", verbosity=0)
    asked = "import django; django.setup(); from baken.foundation import clock; print(clock.today())"
    environment = {"BAKEN_VAR": str(tmp_path), "BAKEN_DEMO": "1", "DJANGO_SETTINGS_MODULE": "baken.config.settings"}
    command = [sys.executable, "-c", asked]
    lived = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=True)
    assert lived.stdout.strip() == "2019-06-30"


@pytest.mark.parametrize(
    "options",
    [
        {"--from": "2019-02-30"},
        {"--from": "2020-01-01", "--to": "2019-01-01"},
        {"--to": "2031-01-01"},
        {"--scale": "0"},
        {"--seed": "-1"},
    ],
)
def test_what_cannot_be_made_is_refused_in_a_sentence(options: dict[str, str], tmp_path: Path) -> None:
    arguments = [part for pair in options.items() for part in pair]
    with pytest.raises((BadRequest, CommandError)):
        call_command("demo_data", *arguments, "--out", str(tmp_path / "caseload"))
    assert not (tmp_path / "caseload").exists()


def test_a_folder_that_is_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(BadRequest, match="geen lege map"):
        make_caseload(tmp_path, date(2019, 1, 1), date(2019, 1, 31), 1, 0.002)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.soak
@pytest.mark.parametrize("seed", [1, 20, 300])
def test_every_printed_part_is_met_at_true_size(seed: int, tmp_path: Path) -> None:
    make_caseload(tmp_path / "caseload", date(2015, 1, 1), date(2019, 12, 31), seed)
    recount = Recount(tmp_path / "caseload")
    differ = []
    for figure in COUNTS:
        cells = recount.cells(figure)
        for row in table(figure):
            counted = cells.get((*row.dims.values(), str(row.year)), 0)
            if counted != (row.value or 0) and (not row.total or figure in ("26", "28", "37")):
                differ.append((figure, dict(row.dims), row.year, row.value, counted))
    assert differ == []


def test_cities_have_no_printed_numbers_but_people(small: Recount) -> None:
    assert (by_region(small.cells("7"), 2019)[CITIES] > 0).all()
