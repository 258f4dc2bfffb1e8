"""Minor newcomers from 2.5 to 17: their inflow (Figuur 35) and who was guided to a school (Figuur 37)."""

from functools import cache

import numpy as np

from baken.demo.cohorts import days_in
from baken.demo.days import Days, day, working, year_of
from baken.demo.draw import Ints, Rng, between, choose, codes, pick, shares, stream
from baken.demo.frames import Frames
from baken.demo.people import People, new_people, tell_residence, tell_who
from baken.demo.places import BRUSSELS, CITY_ANTWERP, CITY_GHENT, FLEMISH, REGIONS
from baken.demo.targets import PRINTED, printed
from baken.demo.targets import year_of as numbers_of

AGE_GROUPS = ("age_2_5", "age_6_11", "age_12_18")
AGES = ((2, 3, 4, 5), (6, 7, 8, 9, 10, 11), (12, 13, 14, 15, 16, 17))
WEIGHTS = ((1, 2, 2, 2), (1,) * 6, (1,) * 6)
"""Half of the two-year-olds are too young: school begins at two and a half."""
ELSEWHERE = {BRUSSELS: 1_200, CITY_ANTWERP: 3_500, CITY_GHENT: 950}
"""Inflow of 2019 that the report does not print; in Antwerp at least as many as were guided to a school."""
SCHOOLS = ("nursery", "primary", "secondary", "reception_class")
RECEPTION = 0.85
"""Of those of secondary school age so many start in a reception class."""
LAST_INFLOW = (11, 30)
"""Who comes into sight after this day is not guided in the same year."""


def tell_minors(frames: Frames, *, first_year: int = 2015, last_year: int = 2026, scale: float = 1.0) -> None:
    """Add the minors who came into sight in these years, and those guided to a school."""
    for year in range(first_year, last_year + 1):
        rng = stream(frames.seed, "minors", year)
        region, age = _who(rng, year, scale)
        since = working(days_in(rng, year, len(region)))
        people = new_people(frames, rng, since, region, age=year - _birth_years(rng, since, age))
        tell_who(frames, rng, people)
        inflow = {"dossier": people.dossier, "occurred_on": since, "target_group": "minor", "age": age}
        frames.add("programme.inflow_seen", inflow, lag=1)
        _guide(frames, rng, year, people, age, scale)


def inflow(year: int, scale: float = 1.0) -> Ints:
    """[region, age group]: as printed in 2019; other years grow and shrink with the inflow of adults (Figuur 1)."""
    found = np.zeros((len(REGIONS), len(AGE_GROUPS)))
    for region in FLEMISH:
        found[region] = printed("35", 2019, "age_group", AGE_GROUPS, region=REGIONS[region])
    for region, count in ELSEWHERE.items():
        found[region] = shares(found[FLEMISH].sum(axis=0), count)
    adults, of_2019 = numbers_of(year).inflow[FLEMISH], numbers_of(2019).inflow[FLEMISH]
    growth = np.full(len(REGIONS), adults.sum() / of_2019.sum())
    growth[FLEMISH] = adults / of_2019
    return np.floor(found * growth[:, None] * scale + 0.5).astype(np.int64)


@cache
def guided(year: int, scale: float = 1.0) -> tuple[Ints, int]:
    """By region the different minors guided to a school, and how many of them in a second region (Figuur 37)."""
    nearest = min(max(year, PRINTED[0]), PRINTED[-1])
    persons = printed("37", nearest, "region", REGIONS)
    total = printed("37", nearest, "region", ["total"])[0]
    factor = scale * (inflow(year).sum() / inflow(nearest).sum())
    found = np.floor(persons * factor + 0.5).astype(np.int64)
    return found, round((int(persons.sum()) - int(total)) * factor)


def _who(rng: Rng, year: int, scale: float) -> tuple[Ints, Ints]:
    """Region and completed years of age of everybody who comes into sight in a year."""
    counts = inflow(year, scale)
    region = np.repeat(np.arange(len(REGIONS)), counts.sum(axis=1))
    ages = [
        np.array(years)[choose(rng, weights, int(count))]
        for row in counts
        for years, weights, count in zip(AGES, WEIGHTS, row, strict=True)
    ]
    return region, np.concatenate(ages)


def _birth_years(rng: Rng, on: Days, age: Ints) -> Ints:
    """Years of birth of people who have these completed years of age on these days (two-year-olds at least 2.5)."""
    since_birthday = between(rng, np.where(age == 2, 183, 0), np.full(len(age), 364))
    return year_of(on - since_birthday) - age


def _guide(frames: Frames, rng: Rng, year: int, people: People, age: Ints, scale: float) -> None:
    """Guide so many of this year's minors per region; a few move out of a city and are guided again."""
    wanted, twice = guided(year, scale)
    outside = np.where(np.isin(np.arange(len(REGIONS)), [CITY_ANTWERP, CITY_GHENT]), 0, wanted)
    second = np.minimum(shares(outside, twice), wanted) if outside.any() else np.zeros_like(wanted)
    early = people.since <= day(year, *LAST_INFLOW)
    rows = np.concatenate([_some_in(rng, people.region, early, r, n) for r, n in enumerate(wanted - second)])
    on = _weeks_later(rng, year, people.since[rows])
    _tell_guided(frames, rng, people.dossier[rows], people.region[rows], on, age[rows])
    movers = rng.permutation(np.flatnonzero(people.region[rows] == CITY_ANTWERP))[: int(second.sum())]
    region = np.repeat(np.arange(len(REGIONS)), second)[: len(movers)]
    moved_on = np.minimum(on[movers] + between(rng, np.ones(len(movers)), 10), day(year, 12, 31))
    tell_residence(frames, rng, people.dossier[rows[movers]], moved_on, region)
    again_on = working(np.minimum(moved_on + between(rng, 0, np.full(len(movers), 20)), day(year, 12, 31)))
    _tell_guided(frames, rng, people.dossier[rows[movers]], region, again_on, age[rows[movers]])


def _some_in(rng: Rng, regions: Ints, able: np.ndarray, region: int, count: int) -> Ints:
    """So many of the able in a region; the others there when they are too few."""
    here = np.flatnonzero(regions == region)
    return pick(rng, here, min(int(count), len(here)), np.where(able[here], 1.0, 1e-9))


def _weeks_later(rng: Rng, year: int, since: Days) -> Days:
    left = (day(year, 12, 31) - since).astype(np.int64)
    return working(since + between(rng, np.minimum(left, 4), np.minimum(left, 70)))


def _tell_guided(frames: Frames, rng: Rng, dossier: Ints, region: Ints, on: Days, age: Ints) -> None:
    group = np.digitize(age, [6, 12])
    school = np.where((group == 2) & (rng.random(len(age)) < RECEPTION), SCHOOLS.index("reception_class"), group)
    columns = {"dossier": dossier, "occurred_on": on, "office": region, "education": codes(SCHOOLS, school)}
    frames.add("programme.minor_guided", columns)
