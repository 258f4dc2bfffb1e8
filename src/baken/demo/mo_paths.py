"""A year of MO: exemption tests, who starts in which course, who comes back, and what is decided."""

import numpy as np

from baken.demo.cohorts import days_in
from baken.demo.days import Days, day, working
from baken.demo.draw import Bools, Ints, between, some, stream
from baken.demo.mo_plan import Courses, courses_of
from baken.demo.paths import (
    FAILED,
    FULFILLED,
    NOT_APPLICABLE,
    NOT_FULFILLED,
    PASSED,
    RESULT_COUNTS,
    UNDECIDED,
    Paths,
    by_region,
    some_of,
)
from baken.demo.places import REGIONS
from baken.demo.targets import Year

STAYS = 0.83
"""Share of participations that are followed to the end of the course."""
OWN_REGION = 0.985
"""Share of the starters of a region whose contract was signed there."""
TESTED_AGAIN = 0.05
WAITING = 0.55
"""People waiting for a course at the year's end, for each one who began that year."""


def take_exemption_tests(paths: Paths, year: Year) -> None:
    """Tests by asking office and outcome; who passes need not follow MO."""
    rng = stream(paths.seed, "exemption tests", year.year)
    contracts = paths.running(day(year.year, 12, 1))
    people = paths.holder[contracts]
    free = (paths.times[people] == 0) & np.isnat(paths.exempt_on[people])
    contracts = contracts[free]
    recent = np.where(paths.signed_on[contracts] >= day(year.year) - 60, 1.0, 0.03)
    for region, here in enumerate(by_region(paths.region[contracts])):
        outcome = np.repeat(np.arange(4), year.exemption_tests[region])
        taking = some_of(rng, contracts[here], len(outcome), recent[here])
        earliest = np.maximum(paths.signed_on[taking] + 4, day(year.year, 1, 6))
        on = working(np.minimum(earliest + between(rng, 0, np.full(len(taking), 50)), day(year.year, 12, 20)))
        outcome = rng.permutation(outcome)[: len(taking)]
        people = paths.holder[taking]
        passed = outcome == 1
        paths.exempt_on[people[passed]] = on[passed]
        paths.note("exemption test", person=people, region=np.full(len(people), region), on=on, outcome=outcome)


def follow_courses(paths: Paths, year: Year, scale: float) -> None:
    """Hold the year's courses: first starters in order of waiting, and people who come back for the other seats."""
    courses = courses_of(paths.seed, year, scale)
    starts_on = np.full(len(courses), day(year.year))
    joined: list[tuple[Ints, Ints]] = []
    waiting = _starters(paths, year)
    for region, rows in enumerate(by_region(courses.region)):
        people, ready = waiting[region]
        order, starts = _calendar(paths, year, region, courses, rows, ready)
        starts_on[order] = starts
        joined.append(
            (people, order[np.searchsorted(np.cumsum(courses.starters[order]), np.arange(len(people)), "right")])
        )
    length = 42 + between(stream(paths.seed, "length", year.year), 0, np.full(len(courses), 21))
    numbers = _held(paths, courses, starts_on, working(starts_on + length))
    people, rows = (np.concatenate(part) for part in zip(*joined, strict=True))
    paths.language[people] = courses.language[rows]
    returning, places = _returning(paths, year, courses, np.bincount(rows, minlength=len(courses)))
    _join(paths, year, people, numbers[rows])
    _join(paths, year, returning, numbers[places])


def _starters(paths: Paths, year: Year) -> list[tuple[Ints, Days]]:
    """For each region the people who start MO there this year, with the day they were ready, in that order."""
    rng = stream(paths.seed, "starters", year.year)
    contracts = paths.running(day(year.year, 11, 20))
    contracts = contracts[_without_course(paths, contracts)]
    wait = 12 + np.floor(rng.gamma(1.6, 45, len(contracts))).astype(np.int64)
    ready = paths.signed_on[contracts] + wait
    order = np.argsort(ready, kind="stable")
    contracts, ready = contracts[order], np.clip(ready[order], day(year.year, 1, 5), day(year.year, 12, 4))
    here = by_region(paths.region[contracts])
    chosen = [rows[: round(year.starters[region] * OWN_REGION)] for region, rows in enumerate(here)]
    taken = np.zeros(len(contracts), bool)
    taken[np.concatenate(chosen)] = True
    for region in range(len(REGIONS)):
        left = np.flatnonzero(~taken)
        own = paths.region[contracts[left]] == region
        guests = left[np.argsort(rng.random(len(left)) + own, kind="stable")]
        guests = guests[: int(year.starters[region]) - len(chosen[region])]
        taken[guests] = True
        chosen[region] = np.sort(np.append(chosen[region], guests))
    return [(paths.holder[contracts[rows]], ready[rows]) for rows in chosen]


def _without_course(paths: Paths, contracts: Ints) -> Bools:
    """Under which of these contracts MO is still to be begun."""
    people = paths.holder[contracts]
    return (paths.times[people] == 0) & np.isnat(paths.exempt_on[people]) & ~paths.without_mo[contracts]


def leave_out_mo(paths: Paths, year: Year) -> None:
    """At the year's end only so many people still wait for a course as were placed in about half a year; the others
    who signed before had contracts without MO."""
    waiting = paths.running(day(year.year, 12, 31))
    waiting = waiting[_without_course(paths, waiting)]
    for region, here in enumerate(by_region(paths.region[waiting])):
        latest_first = waiting[here][np.argsort(-paths.signed_on[waiting[here]].astype(np.int64), kind="stable")]
        paths.without_mo[latest_first[round(year.starters[region] * WAITING) :]] = True


def _calendar(paths: Paths, year: Year, region: int, courses: Courses, rows: Ints, ready: Days) -> tuple[Ints, Days]:
    """A region's courses in the order in which they start, and when: not before their last starter is ready."""
    rng = stream(paths.seed, "calendar", year.year, region)
    order = rng.permutation(rows)
    planned = np.sort(days_in(rng, year.year, len(rows), first=8, last=338))
    until = np.minimum(np.cumsum(courses.starters[order]), len(ready))
    latest = np.where(until > 0, np.append(day(year.year), ready)[until], day(year.year))
    return order, working(np.maximum.accumulate(np.maximum(planned, latest)))


def _held(paths: Paths, courses: Courses, starts_on: Days, ends_on: Days) -> Ints:
    """Note the courses; returns their numbers, counted from 0 over all years."""
    first = len(paths.noted("course").get("region", ()))
    paths.note(
        "course",
        region=courses.region,
        language=courses.language,
        starts_on=starts_on,
        ends_on=ends_on,
        taken=courses.seats_taken,
        with_interpreter=courses.with_interpreter,
    )
    return first + np.arange(len(courses))


def _returning(paths: Paths, year: Year, courses: Courses, started: Ints) -> tuple[Ints, Ints]:
    """People who began a course before without success, and the course of this year in which they begin again."""
    rng = stream(paths.seed, "returning", year.year)
    contracts = paths.running(day(year.year))
    people = paths.holder[contracts]
    again = (paths.times[people] > 0) & (paths.decision[people] != PASSED) & (paths.free_on[people] < day(year.year))
    shuffle = rng.permutation(np.flatnonzero(again))
    people, region = people[shuffle], paths.region[contracts[shuffle]]
    seats = np.repeat(np.arange(len(courses)), np.maximum(courses.seats_taken - started, 0))
    found: list[tuple[Ints, Ints]] = []
    for by_language, by_place in ((1, 1), (1, 0), (0, 1), (0, 0)):
        wanted = by_language * courses.language[seats] * 8 + by_place * courses.region[seats]
        offered = by_language * paths.language[people] * 8 + by_place * region
        seat, person = _matched(wanted, offered)
        found.append((people[person], seats[seat]))
        seats, people, region = np.delete(seats, seat), np.delete(people, person), np.delete(region, person)
    return np.concatenate([who for who, _ in found]), np.concatenate([where for _, where in found])


def _matched(wanted: Ints, offered: Ints) -> tuple[Ints, Ints]:
    """Pairs of places in `wanted` and `offered` with equal keys, each place used once, as many as there can be."""
    _, seat, person = np.intersect1d(_ranked(wanted), _ranked(offered), return_indices=True)
    return seat, person


def _ranked(keys: Ints) -> Ints:
    """Keys made unique: each with its rank among its equals."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    rank = np.arange(len(keys)) - np.searchsorted(ordered, ordered)
    found = np.empty(len(keys), np.int64)
    found[order] = ordered * 1_000_000 + rank
    return found


def _join(paths: Paths, year: Year, people: Ints, courses: Ints) -> None:
    """Begin a participation; some leave before the end."""
    rng = stream(paths.seed, "join", year.year, len(people))
    held = paths.noted("course")
    starts_on, ends_on = held["starts_on"][courses], held["ends_on"][courses]
    stays = some(rng, len(people), STAYS)
    part = np.floor((ends_on - starts_on).astype(np.int64) * (0.15 + 0.6 * rng.random(len(people))))
    left_on = working(starts_on + part.astype(np.int64))
    paths.note("participation", person=people, course=courses, left_on=np.where(stays, np.datetime64("NaT"), left_on))
    paths.times[people] += 1
    paths.stayed[people] = stays
    paths.free_on[people] = np.where(stays, ends_on, left_on)


def decide(paths: Paths, year: Year) -> None:
    """MO decisions: so many people with each as their last one of the year."""
    rng = stream(paths.seed, "decisions", year.year)
    people, earliest = _to_be_decided(paths, year, rng)
    decision = _outcomes(paths, rng, people, year.decisions)
    decided = decision != UNDECIDED
    people, earliest, decision = people[decided], earliest[decided], decision[decided]
    fresh = earliest >= day(year.year)
    spread = day(year.year, 1, 8) + between(rng, 0, np.full(len(people), 340))
    on = working(np.clip(np.where(fresh, earliest, spread), earliest, day(year.year, 12, 20)))
    _refused_first(paths, year, rng, people, earliest, decision, on)
    paths.decision[people], paths.decided_on[people] = decision, on
    paths.note("decision", person=people, on=on, decision=decision)


def _to_be_decided(paths: Paths, year: Year, rng: np.random.Generator) -> tuple[Ints, Days]:
    """People on whose MO may be decided this year, the most pressing first, and from which day."""
    start, last = day(year.year), day(year.year, 12, 15)
    done_on = np.fmax(paths.free_on, paths.exempt_on)
    new = np.isnat(paths.decided_on) | (done_on > paths.decided_on)
    earliest = np.where(new, done_on + 6 + np.floor(rng.gamma(1.5, 12, len(done_on))).astype(np.int64), NEVER)
    waits = ~new & (paths.decision != UNDECIDED) & (paths.decided_on < start - 60)
    earliest = np.where(waits, start, earliest)
    ended_on = paths.ended_on[paths.contract]
    open_file = (paths.contract >= 0) & ~(ended_on < start)
    passed = np.isin(paths.decision, (PASSED, FULFILLED, NOT_APPLICABLE))
    pressing = np.select(
        [new & open_file, waits & open_file & ~passed, new, waits & passed & open_file], [3, 2, 1, 0], -1
    )
    possible = np.flatnonzero((earliest <= last) & (pressing >= 0))
    order = np.argsort(rng.random(len(possible)) - pressing[possible], kind="stable")
    return possible[order], earliest[possible[order]]


NEVER = np.datetime64("2999-01-01", "D")


def _outcomes(paths: Paths, rng: np.random.Generator, people: Ints, wanted: Ints) -> Ints:
    """The decision for each of the people, in the numbers wanted; UNDECIDED for who must wait."""
    found = np.full(len(people), UNDECIDED)
    first = paths.signed_on[np.maximum(paths.contract[people], 0)]
    once_passed = np.isin(paths.decision[people], (PASSED, FULFILLED, NOT_APPLICABLE))
    exempt = ~np.isnat(paths.exempt_on[people])
    old = np.flatnonzero((first < RESULT_COUNTS) & ~exempt & ~once_passed)
    old = old[np.argsort(-paths.stayed[people[old]].astype(int) + 0.4 * rng.random(len(old)), kind="stable")]
    found[old[: wanted[FULFILLED]]] = FULFILLED
    found[old[::-1][: min(wanted[NOT_FULFILLED], max(len(old) - wanted[FULFILLED], 0))]] = NOT_FULFILLED
    spared = np.flatnonzero(exempt & (found == UNDECIDED))
    found[some_of(rng, spared, wanted[NOT_APPLICABLE])] = NOT_APPLICABLE
    rest = np.flatnonzero(found == UNDECIDED)[: wanted[PASSED] + wanted[FAILED]]
    merit = 1.0 * paths.stayed[people[rest]] + 2.0 * (exempt | once_passed)[rest] + 0.6 * rng.random(len(rest))
    best = rest[np.argsort(-merit, kind="stable")]
    found[best] = FAILED
    found[best[: wanted[PASSED]]] = PASSED
    return found


def _refused_first(
    paths: Paths, year: Year, rng: np.random.Generator, people: Ints, earliest: Days, decision: Ints, on: Days
) -> None:
    """Some were first refused and passed later in the same year: the last decision is the one that counts."""
    from_day = np.maximum(earliest, day(year.year, 1, 4))
    room = (decision == PASSED) & np.isin(paths.decision[people], (UNDECIDED, FAILED)) & (on > from_day + 25)
    twice = np.flatnonzero(room & some(rng, len(people), TESTED_AGAIN))
    first = working(from_day[twice])
    paths.note("decision", person=people[twice], on=first, decision=np.full(len(twice), FAILED))
