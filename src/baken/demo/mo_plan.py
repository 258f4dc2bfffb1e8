"""The MO courses of a year: how many in which language and region, for how many people, with or without interpreter."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from baken.demo.draw import Bools, Ints, Rng, shares, stream
from baken.demo.mo_courses_2019 import mo_courses_2019
from baken.demo.origins import languages
from baken.demo.places import AGII, REGION, REGIONS
from baken.demo.targets import Year, iso_of
from baken.figures.published import table

WITH_INTERPRETER_PER_YEAR = {"farsi": 4, "dari": 1, "hindi": 1, "somali": 1}
"""Where nothing is printed (before 2018, after 2019)."""
INTERPRETERS_WORK_IN = (REGION["west_flanders"], REGION["east_flanders"], *(int(r) for r in AGII if r not in (3, 5)))
"""In 2019 all courses with an interpreter were held in West and East Flanders."""


@dataclass(slots=True)
class Courses:
    """One row per course, in the order of REGIONS. language: a number in `origins.languages()`; starters: people who
    never started MO before; seats_taken: participations begun."""

    region: Ints
    language: Ints
    starters: Ints
    seats_taken: Ints
    with_interpreter: Bools

    def __len__(self) -> int:
        return len(self.region)


def courses_of(seed: int, year: Year, scale: float) -> Courses:
    """The courses of a year. In 2019 at scale 1 every cell of Figuur 22 to 26 is met."""
    rng = stream(seed, "courses", year.year)
    cells = _printed_cells(seed, year) if year.year == 2019 and scale == 1 else _like_2019(year)
    found = Courses(*(np.concatenate(part) for part in zip(*(_cell(*cell) for cell in cells), strict=True)))
    _with_interpreters(rng, found, year.year, scale)
    return found


Cell = tuple[int, int, int, int, int]
"""Region, language, courses, starters, participations."""


def _cell(region: int, language: int, courses: int, starters: int, participations: int) -> tuple[np.ndarray, ...]:
    sizes = shares(np.ones(courses), participations)
    firsts = shares(sizes, min(starters, participations))
    return np.full(courses, region), np.full(courses, language), firsts, sizes, np.zeros(courses, bool)


@cache
def _starters_2019() -> dict[tuple[str, str], int]:
    """First starters by printed language and region (Figuur 25)."""
    return {(row.dims["language"], row.dims["region"]): int(row.value or 0) for row in table("25") if not row.total}


def _number(language: str) -> int:
    return languages().index(iso_of()[language])


def _printed_cells(seed: int, year: Year) -> list[Cell]:
    found: list[Cell] = []
    solved = mo_courses_2019(seed % 2**31)
    for region, code in enumerate(REGIONS):
        for (language, where), (courses, participations) in sorted(solved.items()):
            if where == code:
                starters = _starters_2019()[language, code]
                found.append((region, _number(language), courses, starters, participations))
    return found + [cell for cell in _like_2019(year) if cell[0] not in AGII]


def _like_2019(year: Year) -> list[Cell]:
    """A region's courses over the languages in the proportions of 2019, all courses of about the same size."""
    found: list[Cell] = []
    for region in range(len(REGIONS)):
        weights = _language_weights(region)
        courses = shares(weights, int(year.courses[region]))
        taken = shares(courses, int(year.participations[region]))
        starters = shares(taken, int(year.starters[region]))
        used = np.flatnonzero(courses)
        found += [(region, int(i), int(courses[i]), int(starters[i]), int(taken[i])) for i in used]
    return found


@cache
def _language_weights(region: int) -> np.ndarray:
    """Starters of 2019 by language in a region (Figuur 25); in the cities as in all regions together."""
    found = np.zeros(len(languages()))
    for (language, where), starters in _starters_2019().items():
        if where == REGIONS[region] or region not in AGII:
            found[_number(language)] += starters
    return found


def _with_interpreters(rng: Rng, courses: Courses, year: int, scale: float) -> None:
    """Figuur 23: mark courses in each language; where a language has too few, another course is held in it."""
    printed = {row.dims["language"]: int(row.value or 0) for row in table("23") if row.year == year and not row.total}
    for language, count in (printed or WITH_INTERPRETER_PER_YEAR).items():
        wanted = int(np.floor(count * scale + 0.5))
        in_order = _by_preference(rng, courses, courses.language == _number(language))
        if len(in_order) < wanted:
            largest = np.bincount(courses.language[np.isin(courses.region, AGII)]).argmax()
            more = _by_preference(rng, courses, courses.language == largest)[: wanted - len(in_order)]
            courses.language[more] = _number(language)
            in_order = np.append(in_order, more)
        courses.with_interpreter[in_order[:wanted]] = True


def _by_preference(rng: Rng, courses: Courses, fitting: Bools) -> Ints:
    """AgII's fitting courses without interpreter, those of West and East Flanders first, else at random."""
    place = {region: rank for rank, region in enumerate(INTERPRETERS_WORK_IN)}
    among = np.flatnonzero(fitting & ~courses.with_interpreter & np.isin(courses.region, AGII))
    rank = np.array([place[int(region)] for region in courses.region[among]])
    return among[np.argsort(rank + rng.random(len(among)), kind="stable")]
