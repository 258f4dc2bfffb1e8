"""Civil language tests with the level tests before them, the levels they prove, and appeals."""

from collections.abc import Sequence

import numpy as np

from baken.demo.days import Days, day, working
from baken.demo.draw import Bools, Ints, Rng, between, codes, pick, shares, some
from baken.demo.frames import Frames
from baken.demo.nt2_interviews import DESK, desk_days, tell_interviews
from baken.demo.nt2_learners import A2, B1, NO_LEVEL, Dutch, Learners
from baken.demo.nt2_levels import certify, unproven
from baken.demo.nt2_targets import CIVIL, REGIONS_OF, TESTS, YearOfNt2
from baken.demo.nt2_tests import FAILED, PASSED, tell_tests
from baken.demo.places import REGIONS

PARTS = ("listening", "reading", "speaking", "writing")
CERTIFYING_A2, CERTIFYING_B1 = TESTS.index("certifying_a1_2"), TESTS.index("certifying_b1_2")
PASS_RATES = {"certifying_a1_2": 0.62, "certifying_b1_2": 0.48, "prescreening_certifying_test": 0.71}
PASS_RATE = np.array([PASS_RATES.get(code, 0.8) for code in TESTS])
APPEALS_SINCE = day(2018, 8, 13)
"""The committee for appeals against language tests exists from this day (catalogue LT-06)."""
APPEALS = 0.002
"""Of failed tests: ten appeals of all kinds were lodged in 2019 (catalogue AP-01)."""


def civil_tests(dutch: Dutch, year: int, target: YearOfNt2) -> None:
    """A year's civil tests by agency and type, its level tests and its housing code interviews."""
    frames, rng, learners = dutch
    idle, needy = _idle(learners, year), _needy(learners, year)
    tests = rng.permutation(np.repeat([TESTS.index(code) for code in CIVIL], target.civil_by_type))
    for regions, theirs in zip(REGIONS_OF, _cut(tests, target.civil_by_agency), strict=True):
        level_tests = target.interviews[regions, 1]
        by_region = _cut(theirs, shares(level_tests + 1, len(theirs)))
        for region, count, here in zip(regions, level_tests, by_region, strict=True):
            of_region = [rows[learners.region[rows] == region] for rows in (idle, needy)]
            rows, asked_on, tested_on = _takers(dutch, year, here, max(len(here), count), *of_region)
            asked = rng.permutation(len(rows))[:count]
            dossier = learners.dossier[rows[asked]]
            tell_interviews(frames, dossier, np.full(len(asked), region), asked_on[asked], kind=1)
            take(dutch, rows[: len(here)], here[: len(rows)], tested_on[: len(here)])
    tenants = pick(rng, idle, min(int(target.interviews[:, 2].sum()), len(idle)))
    region = np.repeat(np.arange(len(REGIONS)), target.interviews[:, 2])[: len(tenants)]
    when = np.maximum(desk_days(rng, year, len(tenants)), learners.since[tenants])
    tell_interviews(frames, learners.dossier[tenants], region, when, kind=2)


def _cut(values: Ints, lengths: Ints) -> list[Ints]:
    """Consecutive pieces of these lengths."""
    return np.split(values, np.cumsum(lengths)[:-1])


def _idle(learners: Learners, year: int) -> Ints:
    """Who is in no course for a part of the year, and has nothing to prove."""
    free = np.maximum(learners.ready_on, learners.since) < day(year, 11, 20)
    return np.flatnonzero(free & ~unproven(learners, year) & (learners.stops_on > day(year)))


def _needy(learners: Learners, year: int) -> Ints:
    """Who needs the proof of a level this year, with time for a test before the certificate."""
    rows = np.flatnonzero(unproven(learners, year))
    due_on = learners.due_on[rows]
    return rows[(learners.since[rows] + 30 < due_on) & (due_on > day(year, 2, 10))]


def _takers(dutch: Dutch, year: int, tests: Ints, count: int, idle: Ints, needy: Ints) -> tuple[Ints, Days, Days]:
    """Who takes the tests, when they ask for it, and when it is: the idle, and for A2 up to half of them the needy."""
    _, rng, learners = dutch
    rows = pick(rng, idle, min(count, len(idle)))
    low: Days = np.maximum(np.maximum(learners.ready_on[rows], learners.since[rows]), day(year, 1, 2))
    high = np.full(len(rows), day(year, 12, 20))
    for_a2 = np.flatnonzero(tests[: len(rows)] == CERTIFYING_A2)
    needy = pick(rng, needy, min(len(needy), len(for_a2) // 2))
    places = for_a2[: len(needy)]
    rows[places], low[places] = needy, np.maximum(learners.since[needy], day(year, 1, 2))
    high[places] = np.minimum(learners.due_on[needy] - 4, high[places])
    asked_on = working(low + between(rng, 0, (high - low).astype(np.int64) - 16))
    return rows, asked_on, working(np.minimum(asked_on + between(rng, np.full(len(rows), 2), 14), high))


def take(dutch: Dutch, rows: Ints, tests: Ints, when: Days) -> None:
    """Civil tests taken, the four parts of the certifying ones, the levels proven, and appeals against failures."""
    frames, rng, learners = dutch
    certifying = np.isin(tests, [CERTIFYING_A2, CERTIFYING_B1])
    needed = certifying & (learners.level[rows] < learners.goal[rows]) & (when < learners.due_on[rows])
    passed = (rng.random(len(rows)) < PASS_RATE[tests]) | needed
    dossier, office = learners.dossier[rows], DESK[learners.region[rows]]
    numbers = tell_tests(frames, dossier, office, when, tests, np.where(passed, PASSED, FAILED))
    tell_parts(frames, rng, dossier[certifying], numbers[certifying], when[certifying], passed[certifying], PARTS)
    level = np.where(certifying, np.where(tests == CERTIFYING_B1, B1, A2), NO_LEVEL)
    proven = np.flatnonzero(passed & (level > learners.level[rows]))
    certify(dutch, rows[proven], when[proven], level[proven], office[proven])
    failed = np.flatnonzero(~passed & certifying & (when >= APPEALS_SINCE) & some(rng, len(rows), APPEALS))
    appeal(frames, rng, dossier[failed], numbers[failed], when[failed])


def tell_parts(
    frames: Frames, rng: Rng, dossier: Ints, test: Ints, when: Days, passed: Bools, parts: Sequence[str]
) -> None:
    """The parts of tests: all passed where the test is, else at least one failed."""
    n, k = len(dossier), len(parts)
    part_passed = (rng.random((n, k)) < 0.55) | passed[:, None]
    part_passed[np.arange(n), rng.integers(0, k, n)] &= passed
    part = codes(PARTS, np.tile([PARTS.index(name) for name in parts], n))
    columns = {"dossier": np.repeat(dossier, k), "occurred_on": np.repeat(when, k), "test": np.repeat(test, k)}
    frames.add("dutch.test_part_taken", columns | {"part": part, "passed": part_passed.ravel()})


def appeal(frames: Frames, rng: Rng, dossier: Ints, test: Ints, when: Days) -> None:
    """Appeals against tests, and what the committee decided."""
    numbers = frames.numbers("appeal", len(dossier))
    lodged_on = working(when + between(rng, np.full(len(dossier), 6), 28))
    columns = {"dossier": dossier, "appeal": numbers}
    frames.add("dutch.appeal_lodged", columns | {"occurred_on": lodged_on, "test": test})
    decided_on = working(lodged_on + between(rng, np.full(len(dossier), 15), 60))
    frames.add("dutch.appeal_decided", columns | {"occurred_on": decided_on, "upheld": some(rng, len(dossier), 0.3)})
