"""Who comes into sight, registers and signs a first contract: when, and in which region."""

from dataclasses import dataclass

import numpy as np

from baken.demo.days import NONE, Days, day, new_years_day, shifted, working, year_of
from baken.demo.draw import Ints, Rng, between, choose, some, stream
from baken.demo.places import FLEMISH, REGIONS
from baken.demo.targets import Year

SIGNED_NEXT_YEAR = 0.15
"""Share of first contracts that are signed in the year after the registration."""
MOVED_BEFORE_SIGNING, MOVED_BEFORE_REGISTRATION = 0.02, 0.03
YEARS_IN_SIGHT = (0.56, 0.2, 0.12, 0.07, 0.05)
"""People who were first seen in an earlier year than they registered: one, two … years before."""
LONGEST_IN_SIGHT = 2009
"""Nobody is said to have come into sight before this year."""
SEEN_SAME_YEAR = 0.62
"""Of those who sign next year or never: first seen in the year of their registration."""
MONTHS = (1.05, 1, 1.1, 0.95, 0.95, 0.95, 0.7, 0.75, 1.15, 1.15, 1.05, 0.8)
CORONA_MONTHS = (1.2, 1.2, 0.7, 0.2, 0.35, 0.8, 0.8, 0.85, 1.2, 1.1, 0.8, 0.8)


@dataclass(slots=True)
class Cohort:
    """People in columns: where they lived when first seen, registered and signed, and when that was (NaT: never).

    Always seen_on ≤ registered_on ≤ signed_on; where the region differs a day lies between.
    """

    home: Ints
    desk: Ints
    contract_desk: Ints
    seen_on: Days
    registered_on: Days
    signed_on: Days

    def __len__(self) -> int:
        return len(self.home)


def cohorts(seed: int, years: list[Year]) -> Cohort:
    """Everybody who registers in these consecutive years; first-time numbers are those of each year."""
    parts = []
    late = np.zeros(len(REGIONS), np.int64)
    for year, following in zip(years, [*years[1:], None], strict=True):
        rng = stream(seed, "cohort", year.year)
        now = np.maximum(year.contracts - late, 0)
        rest = np.maximum(year.registrations - now, 0)
        late = np.round((following.contracts if following else 0 * rest) * SIGNED_NEXT_YEAR).astype(np.int64)
        late = np.minimum(late, rest)
        same_year = np.minimum(year.same_year, now)
        parts += [
            _seen_and_signed(rng, year.year, same_year),
            _seen_before(rng, year.year, now - same_year),
            _signed_next_year(rng, year.year, late),
            _never_signed(rng, year.year, rest - late),
        ]
    return Cohort(*(np.concatenate([getattr(part, name) for part in parts]) for name in Cohort.__slots__))


def only_seen(seed: int, year: Year, cohort: Cohort) -> tuple[Ints, Days]:
    """Region and day of the people seen in a year who never register: the printed inflow less the cohort's."""
    rng = stream(seed, "only seen", year.year)
    seen = cohort.home[year_of(cohort.seen_on) == year.year]
    missing = np.zeros(len(REGIONS), np.int64)
    missing[FLEMISH] = np.maximum(year.inflow - np.bincount(seen, minlength=len(REGIONS)), 0)[FLEMISH]
    return np.repeat(np.arange(len(REGIONS)), missing), working(days_in(rng, year.year, int(missing.sum())))


def days_in(rng: Rng, year: int, n: int, first: int = 1, last: int = 365) -> Days:
    """n days of a year between its first-th and last-th day, more in busy months."""
    span = np.arange(day(year), day(year + 1))[first - 1 : last]
    months = (span.astype("datetime64[M]") - np.datetime64(f"{year}-01", "M")).astype(np.int64)
    return span[choose(rng, np.array(CORONA_MONTHS if year == 2020 else MONTHS)[months], n)]


def _regions(rng: Rng, counts: Ints) -> tuple[Ints, Ints, Ints]:
    """Regions when first seen, registered, signed: each `counts` in number, a few people having moved between."""
    signed = np.repeat(np.arange(len(REGIONS)), counts)
    registered = _some_moved(rng, signed, MOVED_BEFORE_SIGNING)
    return _some_moved(rng, registered, MOVED_BEFORE_REGISTRATION), registered, signed


def _some_moved(rng: Rng, regions: Ints, share: float) -> Ints:
    """The same regions, but a share of the people has changed places with one another."""
    moved = np.flatnonzero(some(rng, len(regions), share))
    found = regions.copy()
    found[moved] = regions[rng.permutation(moved)]
    return found


def _lag(rng: Rng, n: int, least: int, mean: float) -> Ints:
    """Days between two steps: at least `least`, on average `mean` more, with a long tail."""
    return least + np.floor(rng.gamma(1.8, mean / 1.8, n)).astype(np.int64)


def _not_before(rng: Rng, days: Days, first: Days, until: Days) -> Days:
    """Days, where they lie before `first` one at random between `first` and the day before `until`."""
    room = (until - first).astype(np.int64) - 1
    return np.where(days >= first, days, first + between(rng, np.zeros(len(days), np.int64), room))


def _seen_and_signed(rng: Rng, year: int, counts: Ints) -> Cohort:
    """First seen, registered and signed within the year."""
    home, desk, contract_desk = _regions(rng, counts)
    n, start = len(home), np.full(len(home), day(year))
    signed = days_in(rng, year, n, first=36)
    registered = _not_before(rng, signed - _lag(rng, n, 3, 24), start + 12, signed)
    seen = _not_before(rng, registered - _lag(rng, n, 10, 70), start, registered - 6)
    return Cohort(home, desk, contract_desk, working(seen), working(registered), working(signed))


def _seen_before(rng: Rng, year: int, counts: Ints) -> Cohort:
    """Registered and signed within the year, first seen in an earlier one."""
    home, desk, contract_desk = _regions(rng, counts)
    n, start = len(home), np.full(len(home), day(year))
    signed = days_in(rng, year, n, first=12)
    registered = _not_before(rng, signed - _lag(rng, n, 3, 24), start, signed)
    return Cohort(home, desk, contract_desk, _earlier(rng, year, n), working(registered), working(signed))


def _signed_next_year(rng: Rng, year: int, counts: Ints) -> Cohort:
    """Registered in the year, signed in the next."""
    home, desk, contract_desk = _regions(rng, counts)
    n = len(home)
    signed = day(year + 1) + np.minimum(_lag(rng, n, 5, 60), 330)
    registered = np.minimum(signed - _lag(rng, n, 12, 60), day(year, 12, 28))
    registered = _not_before(rng, registered, np.full(n, day(year, 2, 1)), np.full(n, day(year, 12, 1)))
    seen = _seen(rng, year, registered)
    return Cohort(home, desk, contract_desk, seen, working(registered), working(signed))


def _never_signed(rng: Rng, year: int, counts: Ints) -> Cohort:
    """Registered in the year, and signed nothing."""
    home, desk, _ = _regions(rng, counts)
    registered = days_in(rng, year, len(home), first=20)
    never = np.full(len(home), NONE)
    return Cohort(home, desk, desk, _seen(rng, year, registered), working(registered), never)


def _earlier(rng: Rng, year: int, n: int) -> Days:
    """First seen in one of the years before."""
    seen_in = np.maximum(year - 1 - choose(rng, YEARS_IN_SIGHT, n), LONGEST_IN_SIGHT)
    return working(shifted(new_years_day(seen_in), between(rng, 0, np.full(n, 363))))


def _seen(rng: Rng, year: int, registered: Days) -> Days:
    """First seen earlier in the year of registration, or in one of the years before."""
    n = len(registered)
    start = np.full(n, day(year))
    same = _not_before(rng, registered - _lag(rng, n, 10, 70), start, registered - 6)
    return np.where(some(rng, n, SEEN_SAME_YEAR), working(same), _earlier(rng, year, n))
