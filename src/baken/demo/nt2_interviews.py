"""A year of NT2 interviews: exactly so many different persons per region, so many of them in two regions."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from baken.demo.days import Days, day, working
from baken.demo.draw import Bools, Ints, Rng, between, choose, codes, pick, shares, some
from baken.demo.frames import Frames
from baken.demo.nt2_learners import Dutch
from baken.demo.nt2_people import admit
from baken.demo.nt2_targets import INTERVIEWS, YearOfNt2
from baken.demo.people import tell_residence
from baken.demo.places import BRUSSELS, CITY_ANTWERP, CITY_GHENT, HVN_BRUSSELS, REGION, REGIONS

DESK = np.where(np.arange(len(REGIONS)) == BRUSSELS, HVN_BRUSSELS, np.arange(len(REGIONS)))
"""By region the office that holds NT2 interviews."""
BUSY = np.array([1.25, 0.95, 0.95, 0.85, 0.85, 0.9, 0.6, 1.5, 1.75, 1.0, 0.85, 0.55])
"""How busy the desks are from month to month: courses start in September and in February."""
BACK = 0.55
"""How many of a year's interviewed persons without a programme are old acquaintances."""
MOVED = 0.75
"""Of those with interviews in two regions so many moved between them; the others only went elsewhere."""
LAST_FIRST = (12, 1)
"""From this day on nobody begins who will come back in the same year."""


@dataclass(slots=True)
class Seen:
    """Interviews of one year in columns. first: the person's first one of the year in that region;
    told_on: the last day of what came of it (test, advice), from which the person can enrol.
    """

    place: Ints
    region: Ints
    day: Days
    first: Bools
    told_on: Days


def desk_days(rng: Rng, year: int, n: int) -> Days:
    """n working days in a year, busier in some months."""
    days = np.arange(day(year, 1, 2), day(year, 12, 21))
    months = days.astype("M8[M]").astype(np.int64) % 12
    return working(days[choose(rng, BUSY[months], n)])


def interview(dutch: Dutch, year: int, target: YearOfNt2, planned: Ints, planned_on: Days) -> Seen:
    """Hold a year's NT2 interviews: first with programme people (places and days planned), then with others."""
    elsewhere = shares(target.persons, target.in_several)
    first = _at_home(dutch, year, target.persons - elsewhere, planned, planned_on)
    second = _in_second_region(dutch, year, elsewhere, first)
    pairs = [np.concatenate(columns) for columns in zip(first, second, strict=True)]
    again = _again(dutch.rng, year, target.interviews[:, 0] - target.persons, *pairs)
    place, region, when = (np.concatenate(columns) for columns in zip(pairs, again, strict=True))
    tell_interviews(dutch.frames, dutch.learners.dossier[place], region, when, kind=0)
    is_first = np.arange(len(place)) < len(pairs[0])
    return Seen(place, region, when, is_first, when.copy())


def tell_interviews(frames: Frames, dossier: Ints, region: Ints, when: Days, kind: int) -> None:
    """Interviews of a kind (its number in INTERVIEWS) at the desks of these regions."""
    kinds = codes(INTERVIEWS, np.full(len(dossier), kind))
    columns = {"dossier": dossier, "occurred_on": when, "office": DESK[region], "kind": kinds}
    frames.add("dutch.interview_held", columns, lag=1)


Columns = tuple[Ints, Ints, Days]


def _at_home(dutch: Dutch, year: int, wanted: Ints, planned: Ints, planned_on: Days) -> Columns:
    """So many persons per region: those planned, old acquaintances, and newcomers."""
    _, rng, learners = dutch
    old = (learners.since < day(year)) & ~learners.programme & (learners.keen < 0.4)
    acquaintances = np.flatnonzero(old)
    found: list[Columns] = []
    fresh = np.zeros(len(REGIONS), np.int64)
    for number, count in enumerate(wanted):
        here = np.flatnonzero(learners.region[planned] == number)
        here = pick(rng, here, min(len(here), count))
        rest = count - len(here)
        known = acquaintances[learners.region[acquaintances] == number]
        back = pick(rng, known, min(round(rest * BACK), len(known)))
        fresh[number] = rest - len(back)
        found.append((planned[here], np.full(len(here), number), planned_on[here]))
        found.append((back, np.full(len(back), number), desk_days(rng, year, len(back))))
    region = np.repeat(np.arange(len(REGIONS)), fresh)
    when = desk_days(rng, year, len(region))
    found.append((admit(dutch, when, region, DESK[region]), region, when))
    place, region, when = (np.concatenate(columns) for columns in zip(*found, strict=True))
    return place, region, when


def _neighbours() -> NDArray[np.float64]:
    """[region of the second interview, home]: how likely; between a city and what lies around it most."""
    near = np.ones((len(REGIONS), len(REGIONS))) - np.eye(len(REGIONS))
    around = {CITY_ANTWERP: "antwerp_province", CITY_GHENT: "east_flanders", BRUSSELS: "flemish_brabant"}
    for city, region in around.items():
        near[city, REGION[region]] = near[REGION[region], city] = 12
    return near


def _in_second_region(dutch: Dutch, year: int, wanted: Ints, first: Columns) -> Columns:
    """So many persons per region who had their first interview of the year in another one; most of them moved."""
    frames, rng, learners = dutch
    place, home, when = first
    free = ~learners.programme[place] & (when < day(year, *LAST_FIRST))
    chosen, regions = [], []
    for number, near in enumerate(_neighbours()):
        able = np.flatnonzero(free & (home != number))
        some_here = pick(rng, able, min(int(wanted[number]), len(able)), near[home[able]])
        free[some_here] = False
        chosen.append(some_here)
        regions.append(np.full(len(some_here), number))
    rows, region = np.concatenate(chosen), np.concatenate(regions)
    last = np.minimum(when[rows] + 220, day(year, 12, 21))
    second = working(when[rows] + between(rng, 10, (last - when[rows]).astype(np.int64)))
    moved = np.flatnonzero(some(rng, len(rows), MOVED))
    movers = place[rows[moved]]
    moved_on = when[rows] + between(rng, 1, (second - when[rows]).astype(np.int64))
    tell_residence(frames, rng, learners.dossier[movers], moved_on[moved], region[moved])
    learners.region[movers] = region[moved]
    return place[rows], region, second


def _again(rng: Rng, year: int, wanted: Ints, place: Ints, region: Ints, when: Days) -> Columns:
    """A further interview in the same year and region with some of these persons."""
    early = when < day(year, *LAST_FIRST)
    by_region = [np.flatnonzero(early & (region == number)) for number in range(len(REGIONS))]
    chosen = [pick(rng, here, min(int(count), len(here))) for here, count in zip(by_region, wanted, strict=True)]
    rows = np.concatenate(chosen)
    left = (day(year, 12, 21) - when[rows]).astype(np.int64)
    return place[rows], region[rows], working(when[rows] + between(rng, 10, np.minimum(left, 150)))


def planned_interviews(rng: Rng, registered_on: Days, before: Days) -> Days:
    """When programme people have their NT2 interview: at registration or in the weeks after it, and `before` a day."""
    limit = np.clip((before - registered_on).astype(np.int64) - 1, 0, 28)
    return np.maximum(working(registered_on + between(rng, 0, limit)), registered_on)
