"""How contracts end within a year: certificate, proof of participation, declaration of efforts, or otherwise."""

import numpy as np

from baken.demo import sizes
from baken.demo.days import Days, day, working
from baken.demo.draw import Ints, Rng, choose, stream
from baken.demo.paths import (
    COMPLETED,
    DROPPED_OUT,
    EFFORTS,
    EXEMPTED,
    EXPIRED,
    FAILED,
    FULFILLED,
    MOVED,
    NOT_APPLICABLE,
    PASSED,
    REGULAR,
    RESULT_COUNTS,
    Paths,
    by_region,
    some_of,
)
from baken.demo.places import AGII
from baken.demo.targets import Year


def issue_certificates(paths: Paths, year: Year) -> None:
    """Certificates by office, to people who are done with MO; most after one to two years."""
    rng = stream(paths.seed, "certificates", year.year)
    contracts = paths.running(day(year.year, 9, 1))
    people = paths.holder[contracts]
    done = np.isin(paths.decision[people], (PASSED, FULFILLED, NOT_APPLICABLE)) | ~np.isnat(paths.exempt_on[people])
    done |= paths.without_mo[contracts]
    if year.year <= RESULT_COUNTS.astype(object).year:
        done |= paths.free_on[people] < day(year.year, 11, 1)
    contracts = contracts[done & (paths.last_act(contracts) <= day(year.year, 12, 18))]
    for region, here in enumerate(by_region(paths.region[contracts])):
        among = contracts[here]
        weight = _ripeness(paths.signed_on[among], year.year) * _room(paths, among, year.year)
        chosen = some_of(rng, among, year.certificates[region], weight)
        on = _day_after(rng, paths, chosen, year.year, 130)
        paths.note("certificate", person=paths.holder[chosen], region=np.full(len(chosen), region), on=on)
        paths.end(chosen, on, COMPLETED)


def _ripeness(signed_on: Days, year: int) -> np.ndarray:
    """How likely a contract of this age ends with a certificate this year: highest around a year and a half."""
    months = (day(year, 10) - signed_on).astype(np.int64) / 30.4
    return np.exp(-0.5 * (np.log(np.maximum(months, 1) / 18) / 0.55) ** 2) + 1e-4


def _room(paths: Paths, contracts: Ints, year: int) -> np.ndarray:
    """The part of the year that is left after all that happened under a contract."""
    return np.clip((day(year, 12, 31) - paths.last_act(contracts)).astype(np.int64) / 365, 0.05, 1)


def _day_after(rng: Rng, paths: Paths, contracts: Ints, year: int, least: int) -> Days:
    """A working day of the year after all that happened under the contract, at least so many days after signing
    where the year allows it."""
    low = np.maximum(paths.last_act(contracts) + 3, day(year, 1, 3))
    low = np.minimum(np.maximum(low, paths.signed_on[contracts] + least), day(year, 12, 24))
    low = np.maximum(low, paths.last_act(contracts))
    room = (day(year, 12, 30) - low).astype(np.int64)
    return working(low + np.floor(room * rng.random(len(low)) ** 1.3).astype(np.int64))


def prove_participation(paths: Paths, year: Year) -> None:
    """Proofs of regular participation, to obliged people with a contract that did not ask for a result yet."""
    rng = stream(paths.seed, "proofs", year.year)
    contracts = paths.running(RESULT_COUNTS - 1)
    contracts = contracts[paths.last_act(contracts) <= day(year.year, 12, 10)]
    followed = 0.1 + (paths.times[paths.holder[contracts]] > 0)
    for region, here in enumerate(by_region(paths.region[contracts])):
        chosen = some_of(rng, contracts[here], year.participation_proofs[region], followed[here])
        on = _day_after(rng, paths, chosen, year.year, 130)
        paths.note("proof", person=paths.holder[chosen], region=np.full(len(chosen), region), on=on)
        paths.must_be_obliged[paths.holder[chosen]] = True
        paths.end(chosen, on, REGULAR)


def declare_efforts(paths: Paths, year: Year, scale: float) -> None:
    """Declarations of efforts (since 2022), to people who tried MO and could not pass."""
    rng = stream(paths.seed, "efforts", year.year)
    contracts = paths.running(day(year.year - 1, 6, 30))
    tried = (paths.decision[paths.holder[contracts]] == FAILED) & (paths.last_act(contracts) <= day(year.year, 12, 1))
    contracts = contracts[tried & np.isin(paths.region[contracts], AGII)]
    chosen = some_of(rng, contracts, round(sizes.EFFORTS_DECLARED.get(year.year, 0) * scale))
    on = _day_after(rng, paths, chosen, year.year, 365)
    paths.note("efforts", person=paths.holder[chosen], region=paths.region[chosen], on=on)
    paths.must_be_obliged[paths.holder[chosen]] = True
    paths.end(chosen, on, EFFORTS)


def end_others(paths: Paths, year: Year) -> None:
    """End so many other contracts that as many run at the year's end as there should."""
    rng = stream(paths.seed, "ends", year.year)
    running = paths.running(day(year.year, 12, 31))
    possible = paths.last_act(running) <= day(year.year, 12, 18)
    for region, here in enumerate(by_region(paths.region[running])):
        among = running[here[possible[here]]]
        weight = _weariness(paths, among, year.year) * _room(paths, among, year.year)
        chosen = some_of(rng, among, max(len(here) - year.running[region], 0), weight)
        on = _day_after(rng, paths, chosen, year.year, 75)
        why = np.array([DROPPED_OUT, MOVED, EXPIRED, EXEMPTED])[choose(rng, [46, 24, 24, 6], len(chosen))]
        paths.end(chosen, on, why)


def _weariness(paths: Paths, contracts: Ints, year: int) -> np.ndarray:
    """How likely a contract ends without result: longer running ones, who never began MO, after a refusal."""
    people = paths.holder[contracts]
    age = np.maximum((day(year, 12, 31) - paths.signed_on[contracts]).astype(np.int64) / 365, 0.05)
    refused = np.where(paths.decision[people] == FAILED, 2.5, 1.0)
    passed = np.where(np.isin(paths.decision[people], (PASSED, FULFILLED)), 0.35, 1.0)
    never_began = np.where((paths.times[people] == 0) & np.isnat(paths.exempt_on[people]), 7.0, 1.0)
    return age**1.5 * refused * passed * never_began
