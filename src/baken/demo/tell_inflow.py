"""People who came into sight and never registered: a light file each."""

import numpy as np

from baken.demo.cohorts import Cohort, only_seen
from baken.demo.draw import Rng, between, choose, codes, some, stream
from baken.demo.frames import Frames
from baken.demo.groups import ENTITLED, OBLIGED, UNDETERMINED
from baken.demo.people import People, new_people, tell_light, tell_nationality, tell_residence
from baken.demo.targets import GROUPS, Year

NO_TARGET = 0.05
"""Of the inflow of 2019 so many turned out to be outside the target group (annual report, beside Figuur 3)."""
SEEN_AGAIN = 0.012
"""People who left and came into sight a second time; only the first time counts."""


def tell_inflow(frames: Frames, year: Year, cohort: Cohort) -> None:
    """Add the people of a year's inflow who are not in the cohort. Groups: 79% entitled, 15% obliged, 1% unknown."""
    rng = stream(frames.seed, "tell inflow", year.year)
    region, seen_on = only_seen(frames.seed, year, cohort)
    n = len(region)
    group = np.array([ENTITLED, OBLIGED, UNDETERMINED])[choose(rng, [89, 10, 1], n)]
    people = new_people(frames, rng, seen_on, region, group=group)
    tell_light(frames, rng, people)
    seen = {"dossier": people.dossier, "occurred_on": seen_on, "target_group": codes(GROUPS, group)}
    frames.add("programme.inflow_seen", seen, lag=2)
    _tell_outside(frames, rng, people[some(rng, n, NO_TARGET)])
    again = np.flatnonzero(some(rng, n, SEEN_AGAIN))
    back_on = seen_on[again] + between(rng, 300, np.full(len(again), 900))
    tell_residence(frames, rng, people.dossier[again], back_on, region[again])
    columns = {"dossier": people.dossier[again], "occurred_on": back_on, "target_group": codes(GROUPS, group[again])}
    frames.add("programme.inflow_seen", columns, lag=2)


def _tell_outside(frames: Frames, rng: Rng, people: People) -> None:
    """Found to be outside the target group, and of those here for a while what their title says of that."""
    n = len(people)
    reason = choose(rng, [60, 20, 20], n)
    when = {"dossier": people.dossier, "occurred_on": people.since + between(rng, 3, np.full(n, 50))}
    none = {
        "target_group": codes(("none",), 0),
        "in_target_group": codes(("no",), 0),
        "no_target_reason": codes(("temporary", "excluded", "other"), reason),
    }
    frames.add("programme.target_group_determined", when | none)
    here = {name: values[reason == 0] for name, values in when.items()}
    frames.add("people.residence_title_described", here | {"temporary_purpose": True})
    tell_nationality(frames, people[reason == 0])
