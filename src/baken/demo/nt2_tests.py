"""What follows on interviews: placement tests, and advice on provider and track."""

import numpy as np
from numpy.typing import NDArray

from baken.demo.days import Days, working
from baken.demo.draw import Ints, Rng, between, codes, pick, some
from baken.demo.frames import Frames
from baken.demo.nt2_interviews import DESK, Seen
from baken.demo.nt2_learners import TRACK, Dutch
from baken.demo.nt2_targets import ADVICE, PLACEMENT, REGIONS_OF, TESTS, YearOfNt2

RESULTS = ("low", "middle", "high", "passed", "failed")
PASSED, FAILED = 3, 4
BY_ABILITY = ("cbe_alfa", "cbe", "cbe_nt2", "cvo_extended", "cvo_standard", "cvo_shortened_or_utc")
"""Advice from the least to the greatest learning ability."""
LEANING = {"covaar": -1.0, "cbe_entry_test": -3.0, "cvo_entry_test": 2.0, "latin_script_test": -4.0, "taalgarage": 0.0}
"""Whether a placement test is rather for those who learn with difficulty (below 0) or with ease."""


def tell_tests(
    frames: Frames, dossier: Ints, office: Ints, when: Days, test: NDArray[np.integer], result: Ints
) -> Ints:
    """Tests taken (`test` in TESTS, `result` in RESULTS) with fresh numbers, which are returned."""
    numbers = frames.numbers("test", len(dossier))
    columns = {"dossier": dossier, "office": office, "occurred_on": when, "test": numbers}
    frames.add("dutch.test_taken", columns | {"test_type": codes(TESTS, test), "result": codes(RESULTS, result)})
    return numbers


def place(dutch: Dutch, target: YearOfNt2, seen: Seen) -> None:
    """Placement tests by agency and type, each after an interview, of those whom the type suits most."""
    frames, rng, learners = dutch
    for regions, wanted in zip(REGIONS_OF, target.placement, strict=True):
        here = np.flatnonzero(np.isin(seen.region, regions))
        for test, count in zip(PLACEMENT, wanted, strict=True):
            ability = learners.ability[seen.place[here]]
            rows = pick(rng, here, min(int(count), len(here)), np.exp(LEANING[test] * ability))
            when = _soon(rng, seen.day[rows])
            noisy = learners.ability[seen.place[rows]] + rng.normal(0, 0.12, len(rows))
            dossier, office = learners.dossier[seen.place[rows]], DESK[seen.region[rows]]
            kind = np.full(len(rows), TESTS.index(test))
            tell_tests(frames, dossier, office, when, kind, np.digitize(noisy, [0.3, 0.65]))
            seen.told_on[rows] = np.maximum(seen.told_on[rows], when)


def advise(dutch: Dutch, target: YearOfNt2, seen: Seen) -> None:
    """Advice by region and track: the more learning ability, the faster the track; who is advised follows it."""
    frames, rng, learners = dutch
    for region, wanted in enumerate(target.advice):
        here = np.flatnonzero((seen.region == region) & seen.first)
        rows = pick(rng, here, min(int(wanted.sum()), len(here)))
        tracks = _tracks(rng, learners.ability[seen.place[rows]], wanted)
        after = _soon(rng, seen.told_on[rows])
        columns = {"dossier": learners.dossier[seen.place[rows]], "occurred_on": after, "office": DESK[region]}
        frames.add("dutch.advice_given", columns | {"advice": codes(ADVICE, tracks)})
        seen.told_on[rows] = after
        learners.steer(rng, seen.place[rows], tracks)


def _soon(rng: Rng, days: Days) -> Days:
    """The same day for most, for others within a week, in the same year."""
    later = np.where(some(rng, len(days), 0.7), 0, between(rng, np.ones(len(days)), 6))
    last = (days.astype("M8[Y]") + 1).astype("M8[D]") - 1
    return np.maximum(working(np.minimum(days + later, last)), days)


def _tracks(rng: Rng, ability: NDArray[np.float32], wanted: Ints) -> Ints:
    """A track for each person, exactly as many of each as wanted (the first of the list where there are too few)."""
    others = np.full(wanted[TRACK["other_advice"]], TRACK["other_advice"])
    ranked = np.repeat([TRACK[code] for code in BY_ABILITY], [wanted[TRACK[code]] for code in BY_ABILITY])
    tracks = np.concatenate([others, ranked])[: len(ability)]
    order = np.argsort(ability[len(others) :] + rng.normal(0, 0.08, max(len(ability) - len(others), 0)))
    found = np.empty(len(ability), np.int64)
    found[: len(others)] = tracks[: len(others)]
    found[len(others) + order] = tracks[len(others) :]
    return found
