"""Certificates and infringements that lie beside the path: guidance to diploma recognition, exemption, suspension."""

import numpy as np

from baken.demo.days import Days, day, working
from baken.demo.draw import Bools, Ints, Rng, between, stream
from baken.demo.paths import Paths, by_region, some_of
from baken.demo.places import BRUSSELS
from baken.demo.targets import Year

SUSPENSIONS_WITHOUT_CERTIFICATE = 0.02
"""Contracts suspended in a year without a certificate, for each first contract."""
LAST = np.datetime64("2999-12-31", "D")


def hand_out(paths: Paths, year: Year) -> None:
    """Draw and note what Figuur 13, 14, 16 and 18 count in one year, and suspensions beyond the certificates."""
    _guide_to_diploma(paths, year)
    _exempt(paths, year)
    _suspend(paths, year)
    _find_infringements(paths, year)


def _on_some_day(
    rng: Rng, year: int, low: Days, high: Days, region: Ints, counts: Ints, weight: np.ndarray | float = 1.0
) -> tuple[Ints, Days]:
    """Rows whose period low..high touches the year, `counts` for each region, and a working day in that period."""
    first, last = np.maximum(low, day(year, 1, 2)), np.minimum(high, day(year, 12, 30))
    possible = np.flatnonzero(first <= last)
    weights = np.broadcast_to(weight, len(low))[possible]
    chosen = [
        some_of(rng, possible[here], counts[number], weights[here])
        for number, here in enumerate(by_region(region[possible]))
    ]
    rows = np.concatenate(chosen)
    return rows, working(between(rng, first[rows].astype(np.int64), last[rows].astype(np.int64)).astype(first.dtype))


def _guide_to_diploma(paths: Paths, year: Year) -> None:
    """Figuur 13: people with a contract, from signing until two years after."""
    rng = stream(paths.seed, "diploma", year.year)
    until = np.fmin(paths.ended_on, paths.signed_on + 730)
    rows, on = _on_some_day(rng, year.year, paths.signed_on + 3, until, paths.region, year.diploma_guidance)
    paths.note("diploma", person=paths.holder[rows], region=paths.region[rows], on=on)


def _exempt(paths: Paths, year: Year) -> None:
    """Figuur 14: obliged people who registered and need not sign."""
    rng = stream(paths.seed, "exempt", year.year)
    cohort = paths.cohort
    never = np.flatnonzero((paths.contract < 0) & ~paths.must_be_obliged)
    registered = cohort.registered_on[never]
    rows, on = _on_some_day(rng, year.year, registered + 7, registered + 400, cohort.desk[never], year.exemptions)
    paths.must_be_obliged[never[rows]] = True
    paths.note("exempted", person=never[rows], region=cohort.desk[never[rows]], on=on)


def _suspend(paths: Paths, year: Year) -> None:
    """Figuur 16, and suspensions without a certificate; a contract is suspended at most once."""
    rng = stream(paths.seed, "suspend", year.year)
    free = np.ones(len(paths.holder), bool)
    free[paths.noted("suspended").get("contract", np.zeros(0, int))] = False
    until = np.where(np.isnat(paths.ended_on), LAST, paths.ended_on - 15)
    until = np.where(free, until, paths.signed_on)
    low = paths.signed_on + 20
    certified, on = _on_some_day(rng, year.year, low, until, paths.region, year.suspensions)
    obliged = certified[paths.region[certified] != BRUSSELS]
    paths.must_be_obliged[paths.holder[obliged]] = True
    _note_suspended(paths, rng, certified, on, certified=True)
    until[certified] = paths.signed_on[certified]
    more = np.round(year.contracts * SUSPENSIONS_WITHOUT_CERTIFICATE).astype(np.int64)
    plain, on = _on_some_day(rng, year.year, low, until, paths.region, more)
    _note_suspended(paths, rng, plain, on, certified=False)


def _note_suspended(paths: Paths, rng: Rng, contracts: Ints, on: Days, *, certified: bool) -> None:
    n = len(contracts)
    until = on + between(rng, 45, np.full(n, 330))
    paths.note("suspended", contract=contracts, on=on, until=until, certified=np.full(n, certified))


def _find_infringements(paths: Paths, year: Year) -> None:
    """Figuur 18: obliged people who always lived in one region, from registration for as long as they are followed."""
    rng = stream(paths.seed, "infringements", year.year)
    cohort = paths.cohort
    rows = np.flatnonzero(_never_moved(paths))
    ended_on = np.where(
        paths.contract[rows] >= 0, paths.ended_on[paths.contract[rows]], cohort.registered_on[rows] + 500
    )
    low = cohort.registered_on[rows] + 25
    until = np.minimum(np.where(np.isnat(ended_on), LAST, ended_on), low + 900)
    weight = np.where(paths.must_be_obliged[rows], 0.3, 1.0)
    chosen, on = _on_some_day(rng, year.year, low, until, cohort.home[rows], year.infringements, weight)
    people = rows[chosen]
    paths.must_be_obliged[people] = True
    found_on = working(np.maximum(on - between(rng, 6, np.full(len(on), 60)), cohort.registered_on[people] + 5))
    paths.note("infringement", person=people, region=cohort.home[people], found_on=np.minimum(found_on, on), on=on)


def _never_moved(paths: Paths) -> Bools:
    cohort = paths.cohort
    found = (cohort.home == cohort.desk) & (cohort.desk == cohort.contract_desk)
    found[paths.noted("again").get("person", np.zeros(0, int))] = False
    return found
