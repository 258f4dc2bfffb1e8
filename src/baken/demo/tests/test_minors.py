from functools import cache

import polars as pl
import pytest

from baken.demo.frames import Frames
from baken.demo.minors import AGE_GROUPS, ELSEWHERE, guided, inflow, tell_minors
from baken.demo.places import FLEMISH, REGIONS, offices
from baken.demo.tests.nt2_cases import facts_of
from baken.figures.published import table
from baken.foundation.codelists import codelist

SCALE = 0.5
REGION_OF = {row.code: row.extra["region"] for row in codelist("municipality")}
OFFICE = {office.code: office.region for office in offices()}


@cache
def told(scale: float = SCALE, seed: int = 1) -> dict[str, pl.DataFrame]:
    frames = Frames(seed)
    tell_minors(frames, last_year=2022, scale=scale)
    return facts_of(frames)


def inflow_by_residence(facts: dict[str, pl.DataFrame]) -> dict[tuple[str, str, int], int]:
    lived = facts["people.residence_registered"].select("dossier", "municipality", since="occurred_on")
    seen = facts["programme.inflow_seen"].join(lived, on="dossier").filter(pl.col("since") <= pl.col("occurred_on"))
    last = seen.sort("since").group_by("dossier", maintain_order=True).last()
    group = (pl.col("age") > 5).cast(int) + (pl.col("age") > 11).cast(int)
    rows = last.with_columns(
        group=group.replace_strict(range(3), AGE_GROUPS), region=pl.col("municipality").replace_strict(REGION_OF)
    )
    return {tuple(key): count for *key, count in rows.group_by("region", "group", "year").len().iter_rows()}


def persons_guided(facts: dict[str, pl.DataFrame]) -> tuple[dict[tuple[str, int], int], dict[int, int]]:
    rows = facts["programme.minor_guided"].with_columns(region=pl.col("office").replace_strict(OFFICE))
    by_region = rows.group_by("region", "year").agg(pl.col("dossier").n_unique())
    return (
        {(region, year): count for region, year, count in by_region.iter_rows()},
        dict(rows.group_by("year").agg(pl.col("dossier").n_unique()).iter_rows()),
    )


@pytest.mark.parametrize("year", [2015, 2019, 2022])
def test_inflow_by_residence_and_age_is_as_wanted(year):
    found = inflow_by_residence(told())
    wanted = inflow(year, SCALE)
    assert [[found[region, group, year] for group in AGE_GROUPS] for region in REGIONS] == wanted.tolist()


@pytest.mark.parametrize("year", [2015, 2017, 2019, 2022])
def test_guided_minors_count_once_in_the_total(year):
    by_region, totals = persons_guided(told())
    wanted, twice = guided(year, SCALE)
    assert [by_region.get((region, year), 0) for region in REGIONS] == wanted.tolist()
    assert totals[year] == wanted.sum() - twice


def test_a_minor_is_between_two_and_a_half_and_eighteen_and_was_born_accordingly():
    born = told()["people.person_described"].select("dossier", "birth_year")
    seen = told()["programme.inflow_seen"].join(born, on="dossier")
    assert set(seen["target_group"]) == {"minor"}
    assert seen["age"].is_between(2, 17).all()
    assert (seen["year"] - seen["birth_year"] - seen["age"]).is_between(0, 1).all()
    two_on_new_year = seen.filter((pl.col("age") == 2) & (pl.col("occurred_on").dt.month() <= 6))
    assert (two_on_new_year["year"] - two_on_new_year["birth_year"] == 3).all()


def test_guidance_follows_inflow_in_the_same_year_and_fits_the_age():
    seen = told()["programme.inflow_seen"].select("dossier", "age", "year", seen_on="occurred_on")
    rows = told()["programme.minor_guided"].join(seen, on=["dossier", "year"], how="left")
    assert rows["seen_on"].null_count() == 0
    assert (rows["occurred_on"] >= rows["seen_on"]).all()
    nursery = rows.filter(pl.col("education") == "nursery")
    assert nursery["age"].max() == 5


def test_the_same_seed_tells_the_same():
    again = told.__wrapped__(SCALE, 1)
    assert all(again[label].equals(told()[label]) for label in told())
    assert not told(seed=2)["programme.inflow_seen"].equals(told()["programme.inflow_seen"])


def test_antwerp_has_as_many_minors_as_it_guided():
    for year in range(2015, 2027):
        assert (inflow(year).sum(axis=1) >= guided(year)[0]).all()
    assert set(ELSEWHERE) | set(FLEMISH) == set(range(len(REGIONS)))


@pytest.mark.soak
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_at_true_size_every_printed_cell_of_figure_35_and_37_is_met(seed):
    facts = told(1.0, seed)
    found = inflow_by_residence(facts)
    for row in table("35"):
        if not row.total:
            assert found[row.dims["region"], row.dims["age_group"], 2019] == int(row.value), row
    by_region, totals = persons_guided(facts)
    for row in table("37"):
        region = row.dims["region"]
        count = totals[row.year] if region == "total" else by_region.get((region, row.year), 0)
        assert count == int(row.value or 0), row
