"""People who only learn Dutch: no programme, a light file."""

import numpy as np

from baken.demo.days import Days
from baken.demo.draw import Ints, Rng, between, choose, codes, some
from baken.demo.nt2_learners import STEPS_TO, TRACK, Dutch, likely_track
from baken.demo.origins import languages
from baken.demo.people import new_people, tell_who

RHYTHM = 20
"""People enrol up to so many days after the first ones when a round of courses opens."""
WALK_IN = (11, 25, 9, 11, 13, 9, 16, 6)
"""Where people live who go straight to a provider, in proportion, by region."""
TRACKS_AT = (
    {"cbe_alfa": 3, "cbe_nt2": 7},
    {"cvo_extended": 2, "cvo_standard": 6, "cvo_shortened_or_utc": 3},
)
"""By provider the tracks of those who went straight to it."""


def admit(dutch: Dutch, since: Days, region: Ints, office: Ints | int) -> Ints:
    """New people who learn Dutch, with their facts; returns their places among the learners."""
    frames, rng, learners = dutch
    people = new_people(frames, rng, since, region)
    tell_who(frames, rng, people, office=office)
    when = {"dossier": people.dossier, "occurred_on": since, "office": office}
    frames.add("people.language_known", when | {"language": codes(languages(), people.language), "contact": True})
    latin = people.literacy
    told = np.flatnonzero((latin > 0) | some(rng, len(people), 0.3))
    columns = {name: np.broadcast_to(values, len(people))[told] for name, values in when.items()}
    names = ("literate", "low_literate", "illiterate")
    frames.add("people.literacy_assessed", columns | {"latin_script": codes(names, latin[told])})
    ability = learning_ability(rng, latin)
    places = learners.add(
        len(people),
        dossier=people.dossier,
        region=region,
        since=since,
        ability=ability,
        rhythm=between(rng, np.zeros(len(people)), RHYTHM),
        ready_on=since,
    )
    learners.steer(rng, places, likely_track(rng, ability))
    return places


def learning_ability(rng: Rng, latin: Ints) -> np.ndarray:
    """From 0 to 1, by literacy in Latin script (0 literate, 1 low literate, 2 illiterate)."""
    low, high = np.array([[0.12, 1.0], [0.04, 0.3], [0.0, 0.12]])[latin].T
    return (low + (high - low) * rng.random(len(latin))).astype(np.float32)


def walk_in(dutch: Dutch, provider: int, since: Days) -> Ints:
    """New people who went straight to a provider; returns their places."""
    places = admit(dutch, since, choose(dutch.rng, WALK_IN, len(since)), -1)
    tracks = np.array([TRACK[code] for code in TRACKS_AT[provider]])
    drawn = choose(dutch.rng, list(TRACKS_AT[provider].values()), len(since))
    dutch.learners.steer(dutch.rng, places, tracks[drawn])
    return places


def in_course_already(dutch: Dutch, provider: int, on: np.datetime64, n: int) -> Ints:
    """People who began in the years before `on`, somewhere on their way; returns their places."""
    _, rng, learners = dutch
    places = walk_in(dutch, provider, on - between(rng, np.full(n, 30), 1100))
    first = learners.step[places]
    learners.step[places] = np.minimum(between(rng, first, first + 8), 9)
    learners.level[places] = (learners.step[places, None] >= STEPS_TO[provider]).sum(axis=1) - 1
    learners.begun[places] = True
    return places
