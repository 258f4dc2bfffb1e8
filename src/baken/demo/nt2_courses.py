"""NT2 courses: in each round so many people enrol, take a module, and pass or not; passing opens the next module."""

from dataclasses import dataclass

import numpy as np

from baken.demo.days import Days, day, working
from baken.demo.draw import Bools, Ints, Rng, between, codes, some
from baken.demo.nt2_learners import A2, CBE, CVO, LAST_STEP, LEVEL_AT, LEVELS, NEVER, STEPS_TO, Dutch, Learners
from baken.demo.nt2_people import RHYTHM, walk_in
from baken.demo.nt2_targets import PROVIDERS
from baken.demo.places import CBE as CBE_OFFICES
from baken.demo.places import CVO as CVO_OFFICES

ROUNDS = ((1, 6), (3, 28), (8, 26), (11, 3))
"""When courses open."""
WEIGHT = np.array([0.28, 0.19, 0.33, 0.20])
"""How much of a year's enrolments each round takes."""
IN_A_ROW = 62
"""A short module is decided within so many days after the opening of its round and the learner's own rhythm. It is
less than the time between any two rounds, so that modules can be taken in a row."""
LATEST = RHYTHM + 6
"""Nobody enrols later than so many days after the opening."""
RESULTS = ("passed", "failed", "not_participated")
PASSED, FAILED, ABSENT, NO_RESULT = range(4)
KEEN = np.array([0.9, 0.8, 0.3, 0.42])
"""The chance to enrol in the next round after each result."""
GOING_ON = 0.8
"""Providers let who is this keen go on before they take in others."""
FADING = 0.6
"""Who lets a round pass is so much less likely to come to the next."""
RETURN, GIVEN_UP = 0.05, 0.15
"""Below this keenness somebody has given up, and returns in a round with that chance."""


@dataclass(slots=True)
class Round:
    """Modules taken in one round, one row per enrolment; office: the provider's; level: of the module; ends_level: it
    was the last one of that; result: in RESULTS, or NO_RESULT; decided_on: when it was over, also without a result.
    """

    rows: Ints
    office: Ints
    level: Ints
    ends_level: Bools
    result: Ints
    decided_on: Days


def openings(first_year: int, last_year: int) -> Days:
    """The days on which rounds of courses open."""
    return np.array([day(year, *when) for year in range(first_year, last_year + 1) for when in ROUNDS])


def rounds_left(learners: Learners, rows: Ints, opens: Days, number: Ints | int) -> Ints:
    """How many modules in a row these could still take before the day of their certificate, from a round on."""
    last = learners.due_on[rows] - learners.rhythm[rows] - IN_A_ROW
    return np.searchsorted(opens, last, side="right") - number


def catch_up(learners: Learners, opens: Days) -> None:
    """Who must reach a level sooner than courses can teach it starts further on: not everybody begins at zero."""
    rows = np.flatnonzero((learners.goal >= 0) & ~learners.begun)
    first = np.searchsorted(opens, learners.ready_on[rows] - learners.rhythm[rows])
    too_far = learners.to_go(rows) - np.maximum(rounds_left(learners, rows, opens, first), 0)
    learners.step[rows] += np.maximum(too_far, 0)


def hold_round(dutch: Dutch, opens: Days, number: int, wanted: Ints, walk_ins: bool) -> Round:
    """Hold the round that opens on `opens[number]`, with so many enrolments by provider.

    People pressed by their certificate go first, then who was in the round before, then others who are keen, then some
    who had given up; where they are too few, others may walk in who never saw an agency.
    """
    rng, learners = dutch.rng, dutch.learners
    rows, on, left, to_go = _able(rng, learners, opens, number)
    keenness = learners.keen[rows]
    pressed = (to_go > 0) & (left <= to_go)
    keen = rng.random(len(rows)) < keenness
    going_on = keen & learners.begun[rows] & (keenness >= GOING_ON)
    back = (keenness < GIVEN_UP) & some(rng, len(rows), RETURN)
    hasty = (left < to_go + 2) & (learners.due_on[rows] < NEVER)
    here = _exactly(rng, learners.provider[rows], wanted, pressed, going_on, keen, back)
    learners.keen[rows] *= FADING
    seats_left = wanted - np.bincount(learners.provider[rows[here]], minlength=len(PROVIDERS))
    taken = [(rows[here], on[here], pressed[here], hasty[here])]
    for provider, missing in enumerate(seats_left if walk_ins else []):
        new = walk_in(dutch, provider, opens[number] - between(rng, np.zeros(missing), 9))
        no = np.zeros(len(new), np.bool_)
        taken.append((new, working(opens[number] + learners.rhythm[new] + 1), no, no))
    return _take_modules(dutch, *(np.concatenate(columns) for columns in zip(*taken, strict=True)))


def _able(rng: Rng, learners: Learners, opens: Days, number: int) -> tuple[Ints, Days, Ints, Ints]:
    """Who can enrol in a round: their places, the day, and rounds left and modules to go before the certificate.

    Not who can reach the level needed by a proof only: that comes first.
    """
    soon = (learners.ready_on <= opens[number] + LATEST) & (learners.stops_on > opens[number])
    rows = np.flatnonzero(soon & (learners.step < LAST_STEP[learners.provider]))
    on = working(opens[number] + learners.rhythm[rows] + rng.integers(0, 2, len(rows)))
    left, to_go = rounds_left(learners, rows, opens, number), learners.to_go(rows)
    must_prove = (learners.level[rows] < learners.goal[rows]) & ((to_go == 0) | (left <= 0))
    able = (learners.ready_on[rows] <= on) & (on < learners.stops_on[rows]) & ~must_prove
    return rows[able], on[able], left[able], to_go[able]


def _exactly(rng: Rng, provider: Ints, wanted: Ints, *tiers: Bools) -> Ints:
    """So many rows by provider (or all there are), those of the first tier first, at random within a tier."""
    rank = np.full(len(provider), len(tiers), np.float32)
    for order, tier in reversed(list(enumerate(tiers))):
        rank[tier] = order
    chosen = []
    for number, count in enumerate(wanted):
        found = np.flatnonzero((provider == number) & (rank < len(tiers)))
        if len(found) > count:
            keys = rank[found] + rng.random(len(found), np.float32)
            found = found[np.argpartition(keys, int(count))[: int(count)]]
        chosen.append(found)
    return np.concatenate(chosen)


def _take_modules(dutch: Dutch, rows: Ints, on: Days, must_pass: Bools, hasty: Bools) -> Round:
    frames, rng, learners = dutch
    n = len(rows)
    provider, step = learners.provider[rows], learners.step[rows]
    level = LEVEL_AT[provider, step]
    starts_on = working(on + between(rng, np.ones(n), 3))
    ends_on = starts_on + np.where(
        learners.slow[rows] & ~hasty, between(rng, np.full(n, 105), 112), between(rng, np.full(n, 43), 47)
    )
    numbers = frames.numbers("enrolment", n)
    office = np.where(provider == CBE, CBE_OFFICES, CVO_OFFICES) + learners.region[rows]
    about = {"dossier": learners.dossier[rows], "enrolment": numbers, "office": office}
    frames.add(
        "dutch.enrolled",
        about
        | {"occurred_on": on, "starts_on": starts_on, "ends_on": ends_on}
        | {"provider_type": codes(PROVIDERS, provider), "level": codes(LEVELS, level)},
        lag=6,
    )
    result = np.where(must_pass, PASSED, _results(rng, learners.ability[rows]))
    decided_on = np.maximum(working(ends_on + between(rng, np.zeros(n), 1)), ends_on)
    told = np.flatnonzero(result != NO_RESULT)
    decided = {name: values[told] for name, values in about.items()}
    outcome = codes(RESULTS, result[told])
    frames.add("dutch.module_decided", decided | {"occurred_on": decided_on[told], "result": outcome}, lag=8)
    ends_level = STEPS_TO[provider, level] == step + 1
    _go_on(learners, rows, result, decided_on)
    return Round(rows, office, level, ends_level, result, decided_on)


def _results(rng: Rng, ability: np.ndarray) -> Ints:
    """Passed more often by those who learn with ease; the rest failed, did not take part, or left without a word."""
    passed = 0.62 + 0.18 * ability
    drawn = rng.random(len(ability))
    rest = (drawn - passed) / (1 - passed)
    return np.where(drawn < passed, PASSED, FAILED + np.digitize(rest, [0.4, 0.5]))


def _go_on(learners: Learners, rows: Ints, result: Ints, decided_on: Days) -> None:
    """Where a module leaves its learners; basic education hands over to the CVO at the end of A2."""
    learners.begun[rows] = True
    learners.ready_on[rows] = decided_on + 1
    learners.keen[rows] = KEEN[result]
    learners.step[rows] += result == PASSED
    through = rows[(learners.provider[rows] == CBE) & (learners.step[rows] == LAST_STEP[CBE])]
    learners.provider[through] = CVO
    learners.step[through] = STEPS_TO[CVO, A2]
    learners.keen[through] *= 0.5
