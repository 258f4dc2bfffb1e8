"""The paths of everybody who registers: where each person stands, and what was noted along the way.

The steps in `orientation_paths` and `endings` move all people on, year by year; no person is handled alone.
"""

from collections.abc import Mapping

import numpy as np

from baken.demo.cohorts import Cohort, days_in
from baken.demo.days import NONE, Days, day, working
from baken.demo.draw import Ints, Rng, between, choose, pick, some, stream
from baken.demo.places import REGIONS
from baken.demo.sizes import SECOND_CONTRACTS
from baken.demo.targets import Year

UNDECIDED = -1
NOT_FULFILLED, FULFILLED, PASSED, FAILED, NOT_APPLICABLE = range(5)
"""MO decisions, as numbers in `targets.DECISIONS`."""
END_REASONS = ("completed", "efforts", "regular_participation", "dropped_out", "moved", "exempted", "expired")
COMPLETED, EFFORTS, REGULAR, DROPPED_OUT, MOVED, EXEMPTED, EXPIRED = range(7)
RESULT_COUNTS = day(2016, 2, 29)
"""Contracts signed from this day must reach a result; the older ones asked for regular attendance."""
COMES_BACK_WITHIN = 1500
"""Days between the end of a contract and the year in which somebody may sign again."""
MOVED_ON = 0.35
"""Second contracts that are signed in another region than the first."""


class Paths:
    """Arrays over contracts (`holder` … `without_mo`) and over people, in the order of the cohort.

    holder: the person; ended_on, why: NaT and -1 while the contract runs; without_mo: it asks for Dutch only.
    contract: a person's latest contract, -1 without; times: MO participations begun; language: of the MO course, -1
    before; free_on: end of the last participation; stayed: it was followed to its end; exempt_on: from MO; decision,
    decided_on: the latest on MO. must_be_obliged: what happened to them happens to obliged people only.
    """

    def __init__(self, seed: int, cohort: Cohort) -> None:
        n = len(cohort)
        self.seed, self.cohort = seed, cohort
        self.holder = np.flatnonzero(~np.isnat(cohort.signed_on))
        self.region = cohort.contract_desk[self.holder]
        self.signed_on = cohort.signed_on[self.holder]
        self.ended_on = np.full(len(self.holder), NONE)
        self.why = np.full(len(self.holder), -1)
        self.without_mo = np.zeros(len(self.holder), bool)
        self.contract = np.full(n, -1)
        self.contract[self.holder] = np.arange(len(self.holder))
        self.times, self.language, self.decision = np.zeros(n, np.int64), np.full(n, -1), np.full(n, UNDECIDED)
        self.free_on, self.exempt_on, self.decided_on = np.full((3, n), NONE)
        self.stayed, self.must_be_obliged = np.zeros((2, n), bool)
        self._notes: dict[str, list[Mapping[str, np.ndarray]]] = {}

    def note(self, what: str, **columns: np.ndarray) -> None:
        """Keep rows of something that happened."""
        self._notes.setdefault(what, []).append(columns)

    def noted(self, what: str) -> dict[str, np.ndarray]:
        """All rows of something that happened, as columns; empty when it never did."""
        parts = self._notes.get(what, [])
        return {name: np.concatenate([part[name] for part in parts]) for name in (parts[0] if parts else ())}

    def running(self, signed_by: np.datetime64) -> Ints:
        """Contracts signed on or before a day that have not ended."""
        return np.flatnonzero(np.isnat(self.ended_on) & (self.signed_on <= signed_by))

    def last_act(self, contracts: Ints) -> Days:
        """The latest day on which something happened under these contracts, as far as the walk has come."""
        people = self.holder[contracts]
        found = self.signed_on[contracts]
        for days in (self.free_on, self.exempt_on, self.decided_on):
            found = np.fmax(found, days[people])
        return found

    def end(self, contracts: Ints, on: Days, why: Ints | int) -> None:
        """End contracts."""
        self.ended_on[contracts], self.why[contracts] = on, why

    def sign_again(self, year: Year) -> None:
        """Second contracts of people whose first one ended before this year without success; some elsewhere."""
        rng, start = stream(self.seed, "again", year.year), day(year.year)
        lately = (self.ended_on < start - 20) & (self.ended_on > start - COMES_BACK_WITHIN)
        stopped = np.flatnonzero(np.isin(self.why, (DROPPED_OUT, MOVED, EXPIRED)) & lately)
        stopped = stopped[self.contract[self.holder[stopped]] == stopped]
        wanted = round(year.contracts.sum() * SECOND_CONTRACTS)
        chosen = np.sort(pick(rng, stopped, min(wanted, len(stopped))))
        holder, n = self.holder[chosen], len(chosen)
        moved = np.where(self.why[chosen] == MOVED, True, some(rng, n, MOVED_ON / 3))
        region = np.where(moved, choose(rng, year.contracts, n), self.region[chosen])
        signed = working(days_in(rng, year.year, n, first=15))
        registered = working(np.maximum(signed - between(rng, 2, np.full(n, 40)), self.ended_on[chosen] + 5))
        self.note("again", person=holder, region=region, on=registered)
        self.contract[holder] = np.arange(len(self.holder), len(self.holder) + n)
        self.holder, self.region = np.append(self.holder, holder), np.append(self.region, region)
        self.signed_on = np.append(self.signed_on, np.maximum(signed, registered))
        self.ended_on = np.append(self.ended_on, np.full(n, NONE))
        self.why = np.append(self.why, np.full(n, -1))
        self.without_mo = np.append(self.without_mo, np.isin(self.decision[holder], (PASSED, FULFILLED)))

    def desk_on(self, people: Ints, on: Days) -> Ints:
        """The region whose office follows each of these people on a day."""
        again = self.noted("again")
        if not again:
            return self.cohort.contract_desk[people]
        order = np.lexsort((again["on"], again["person"]))
        person, region = again["person"][order], again["region"][order]
        keys = _in_time(person, again["on"][order])
        place = np.searchsorted(keys, _in_time(people, on), side="right") - 1
        came_back = (place >= 0) & (person[place] == people)
        return np.where(came_back, region[place], self.cohort.contract_desk[people])


def _in_time(people: Ints, on: Days) -> Ints:
    """One number for a person and a day, growing with both."""
    return people * 1_000_000 + on.astype("datetime64[D]").astype(np.int64)


def by_region(regions: Ints) -> list[Ints]:
    """For each region the places in `regions` where it stands."""
    order = np.argsort(regions, kind="stable")
    return np.split(order, np.searchsorted(regions[order], np.arange(1, len(REGIONS))))


def some_of(rng: Rng, among: Ints, count: int, weights: np.ndarray | None = None) -> Ints:
    """Up to `count` of `among` (a small caseload may not hold as many)."""
    return pick(rng, among, min(int(count), len(among)), weights)
