"""Levels of Dutch certified: after a course, by a test, or proven from elsewhere before the certificate."""

import numpy as np

from baken.demo.days import Days, day
from baken.demo.draw import Bools, Ints, between, codes, some
from baken.demo.nt2_courses import PASSED, Round
from baken.demo.nt2_interviews import DESK
from baken.demo.nt2_learners import A1, B1, LEVELS, STEPS_TO, Dutch, Learners
from baken.demo.participants import Participants

B1_DUTY_SINCE = day(2022, 3, 1)
"""Who is obliged from this day on proves B1 orally within 24 months after the certificate."""


def certify(dutch: Dutch, rows: Ints, when: Days, level: Ints, office: Ints) -> None:
    """Levels certified for these learners: spoken only for who learned Dutch without reading."""
    frames, _, learners = dutch
    columns = {"dossier": learners.dossier[rows], "occurred_on": when, "office": office, "oral": learners.oral(rows)}
    frames.add("dutch.level_certified", columns | {"level": codes(LEVELS, level)})
    learners.level[rows] = level
    learners.step[rows] = np.maximum(learners.step[rows], STEPS_TO[learners.provider[rows], level])


def certify_courses(dutch: Dutch, held: Round) -> None:
    """The levels reached in a round of courses."""
    higher = (held.level >= A1) & (held.level > dutch.learners.level[held.rows])
    reached = np.flatnonzero((held.result == PASSED) & held.ends_level & higher)
    certify(dutch, held.rows[reached], held.decided_on[reached], held.level[reached], held.office[reached])


def unproven(learners: Learners, year: int) -> Bools:
    """Who gets the certificate this year, and has not shown the level yet."""
    return (learners.level < learners.goal) & (learners.due_on < day(year + 1))


def prove(dutch: Dutch, year: int) -> None:
    """Who still has to show a level brings a proof from elsewhere, in the weeks before the certificate."""
    _, rng, learners = dutch
    rows = np.flatnonzero(unproven(learners, year))
    when = np.maximum(learners.due_on[rows] - between(rng, np.full(len(rows), 2), 60), learners.since[rows])
    certify(dutch, rows, when, learners.goal[rows], DESK[learners.region[rows]])


def prove_b1(dutch: Dutch, participants: Participants) -> None:
    """B1 spoken, after the certificate, by part of those whose duty began since 1 March 2022 and who are not there yet.

    The participants have the first places among the learners.
    """
    frames, rng, learners = dutch
    level = learners.level[: len(participants)]
    duty = participants.obliged & (participants.registered_on >= B1_DUTY_SINCE) & (level < B1)
    rows = np.flatnonzero(duty & ~np.isnat(participants.certificate_on) & some(rng, len(participants), 0.45))
    when = participants.certificate_on[rows] + between(rng, np.full(len(rows), 60), 700)
    columns = {"dossier": participants.dossier[rows], "occurred_on": when, "office": DESK[participants.region[rows]]}
    frames.add("dutch.level_certified", columns | {"level": codes(LEVELS, np.full(len(rows), B1)), "oral": True})
