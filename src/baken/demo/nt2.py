"""Dutch as a second language in the demo: interview, test, advice, courses, levels.

Until 2019 for everybody who learned Dutch in Flanders and Brussels, in the numbers of Figuur 28-34; after that for the
people of the programme only.
"""

import numpy as np

from baken.demo.days import Days, day, year_of
from baken.demo.draw import Ints, between, shares, stream
from baken.demo.frames import Frames
from baken.demo.nt2_civil_tests import civil_tests
from baken.demo.nt2_courses import WEIGHT, catch_up, hold_round, openings
from baken.demo.nt2_interviews import interview, planned_interviews
from baken.demo.nt2_learners import A1, A2, NEVER, NO_LEVEL, Dutch, Learners, likely_track
from baken.demo.nt2_levels import certify_courses, prove, prove_b1
from baken.demo.nt2_people import RHYTHM, in_course_already, learning_ability
from baken.demo.nt2_standard_test import standard_tests
from baken.demo.nt2_targets import PRINTED_YEARS, YearOfNt2, year_of_nt2, year_of_programme
from baken.demo.nt2_tests import advise, place
from baken.demo.participants import Participants
from baken.demo.places import REGIONS

A2_SINCE = day(2016, 2, 29)
"""Contracts from this day on ask A2 for the certificate, those before A1 (law and practice, A1)."""
STAY = 0.6
"""Of those who leave the programme early so many go on learning Dutch."""
HEAD_START = 1.15
"""People in courses before the first year, for each enrolment in its first round."""
INTERESTED = 0.7
"""Who had an interview enrols in the next round with at least this chance."""


def tell_dutch(
    frames: Frames, participants: Participants, *, first_year: int = 2015, last_year: int = 2026, scale: float = 1.0
) -> None:
    """Add the NT2 facts of these years: of the participants, and until 2019 of as many others as were printed.

    Years before 2015 have no numbers; the first one told is 2015 or `first_year`, whichever is later.
    """
    dutch = Dutch(frames, stream(frames.seed, "dutch"), Learners())
    planned_on = _enter(dutch, participants)
    years = range(max(first_year, PRINTED_YEARS.start), last_year + 1)
    opens = openings(years.start, years.stop + 2)
    for year in years:
        planned = np.flatnonzero(year_of(planned_on) == year)
        if year in PRINTED_YEARS:
            target = year_of_nt2(year, scale)
            if year == years.start:
                _already_there(dutch, year, target)
        else:
            target = year_of_programme(np.bincount(dutch.learners.region[planned], minlength=len(REGIONS)))
            dutch.learners.stops_on[~dutch.learners.programme] = day(PRINTED_YEARS.stop)
        _interviews(dutch, year, target, planned, planned_on[planned])
        _courses(dutch, year, target, opens)
        civil_tests(dutch, year, target)
        prove(dutch, year)
    prove_b1(dutch, participants)


def _enter(dutch: Dutch, people: Participants) -> Days:
    """Give participants the first places among the learners; returns when they are to be interviewed."""
    _, rng, learners = dutch
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


def _already_there(dutch: Dutch, year: int, target: YearOfNt2) -> None:
    """Everybody who is in a course when the first year begins."""
    for provider, count in enumerate(target.enrolments):
        in_course_already(dutch, provider, day(year), round(int(count) * WEIGHT[0] * HEAD_START))


def _interviews(dutch: Dutch, year: int, target: YearOfNt2, planned: Ints, planned_on: Days) -> None:
    """A year's interviews with the tests and advice that follow; who came wants to learn."""
    learners = dutch.learners
    seen = interview(dutch, year, target, planned, planned_on)
    place(dutch, target, seen)
    advise(dutch, target, seen)
    learners.ready_on[seen.place] = np.maximum(learners.ready_on[seen.place], seen.told_on + 1)
    learners.keen[seen.place] = np.maximum(learners.keen[seen.place], INTERESTED)


def _courses(dutch: Dutch, year: int, target: YearOfNt2, opens: Days) -> None:
    """A year's rounds of courses, and the levels reached in them."""
    catch_up(dutch.learners, opens)
    by_round = np.stack([shares(WEIGHT, int(count)) for count in target.enrolments], axis=1)
    for number, wanted in enumerate(by_round, int(np.searchsorted(opens, day(year)))):
        held = hold_round(dutch, opens, number, wanted, walk_ins=target.everybody)
        standard_tests(dutch, held)
        certify_courses(dutch, held)
