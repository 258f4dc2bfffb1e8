"""Dutch as a second language in the demo: interview, test, advice, courses, levels.

Until 2019 for everybody who learned Dutch in Flanders and Brussels, in the numbers of Figuur 28-34; after that for the
people of the programme only.
"""

import numpy as np

from baken.demo.days import day, year_of
from baken.demo.draw import Ints, Rng, between, stream
from baken.demo.frames import Frames
from baken.demo.nt2_civil_tests import civil_tests
from baken.demo.nt2_courses import ROUNDS, WEIGHT, catch_up, hold_round, openings
from baken.demo.nt2_interviews import interview, planned_interviews
from baken.demo.nt2_learners import A1, A2, NEVER, NO_LEVEL, Learners, likely_track
from baken.demo.nt2_levels import certify_courses, prove, prove_b1
from baken.demo.nt2_people import RHYTHM, in_course_already, learning_ability
from baken.demo.nt2_standard_test import standard_tests
from baken.demo.nt2_targets import PRINTED_YEARS, PROVIDERS, YearOfNt2, shares, year_of_nt2, year_of_programme
from baken.demo.nt2_tests import advise, place
from baken.demo.participants import Participants
from baken.demo.places import REGIONS

A2_SINCE = day(2016, 2, 29)
"""Contracts from this day on ask A2 for the certificate, those before A1 (law and practice, A1)."""
STAY = 0.3
"""Of those who leave the programme early so many go on learning Dutch."""
HEAD_START = 1.15
"""People in courses before the first year, for each enrolment in its first round."""


def tell_dutch(
    frames: Frames, participants: Participants, *, first_year: int = 2015, last_year: int = 2026, scale: float = 1.0
) -> None:
    """Add the NT2 facts of these years: of the participants, and until 2019 of as many others as were printed.

    Years before 2015 have no numbers; the first one told is 2015 or `first_year`, whichever is later.
    """
    rng = stream(frames.seed, "dutch")
    learners = Learners()
    planned_on = _enter(rng, learners, participants)
    years = range(max(first_year, PRINTED_YEARS[0]), last_year + 1)
    opens = openings(years.start, years.stop + 2)
    for year in years:
        planned = np.flatnonzero(year_of(planned_on) == year)
        if year in PRINTED_YEARS:
            target = year_of_nt2(year, scale)
        else:
            target = year_of_programme(np.bincount(learners.region[planned], minlength=len(REGIONS)))
            learners.stops_on[~learners.programme] = day(2020)
        if year == years.start and target.everybody:
            _already_there(frames, rng, learners, year, target)
        _year(frames, rng, learners, year, target, planned, planned_on[planned], opens, len(ROUNDS) * (year - years.start))
    prove_b1(frames, rng, participants, learners.level[: len(participants)])


def _enter(rng: Rng, learners: Learners, people: Participants) -> np.ndarray:
    """Give participants their place among the learners; returns the days on which they are to be interviewed."""
    n = len(people)
    certificate = np.where(np.isnat(people.certificate_on), NEVER, people.certificate_on)
    signed = np.where(np.isnat(people.contract_on), people.registered_on, people.contract_on)
    leaves = np.isnat(people.certificate_on) & ~np.isnat(people.stopped_on) & (rng.random(n) > STAY)
    planned_on = planned_interviews(rng, people.registered_on, certificate)
    ability = learning_ability(rng, people.literacy)
    places = learners.add(
        n,
        dossier=people.dossier,
        region=people.region,
        since=people.registered_on,
        programme=True,
        ability=ability,
        keen=0.9,
        rhythm=between(rng, np.zeros(n), RHYTHM),
        ready_on=planned_on,
        goal=np.where(certificate == NEVER, NO_LEVEL, np.where(signed < A2_SINCE, A1, A2)),
        due_on=certificate,
        stops_on=np.where(leaves, people.stopped_on, NEVER),
    )
    learners.steer(rng, places, likely_track(rng, ability))
    return planned_on


def _already_there(frames: Frames, rng: Rng, learners: Learners, year: int, target: YearOfNt2) -> None:
    for provider in range(len(PROVIDERS)):
        count = round(target.enrolments[provider] * WEIGHT[0] * HEAD_START)
        in_course_already(frames, rng, learners, provider, day(year), count)


def _year(
    frames: Frames,
    rng: Rng,
    learners: Learners,
    year: int,
    target: YearOfNt2,
    planned: Ints,
    planned_on: np.ndarray,
    opens: np.ndarray,
    number: int,
) -> None:
    """One year: interviews with what follows, four rounds of courses, civil tests, and the proofs still missing."""
    seen = interview(frames, rng, learners, year, target, planned, planned_on)
    place(frames, rng, learners, target, seen)
    advise(frames, rng, learners, target, seen)
    learners.ready_on[seen.place] = np.maximum(learners.ready_on[seen.place], seen.told_on + 1)
    learners.keen[seen.place] = np.maximum(learners.keen[seen.place], 0.7)
    catch_up(learners, opens)
    by_round = np.stack([shares(WEIGHT, int(count)) for count in target.enrolments], axis=1)
    for turn, wanted in enumerate(by_round):
        held = hold_round(frames, rng, learners, opens, number + turn, wanted, target.everybody)
        standard_tests(frames, rng, learners, held)
        certify_courses(frames, learners, held)
    civil_tests(frames, rng, learners, year, target)
    prove(frames, rng, learners, year)
