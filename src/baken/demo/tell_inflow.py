"""People who came into sight and never registered: a light file each."""

import numpy as np

from baken.demo.cohorts import Cohort, only_seen
from baken.demo.draw import between, choose, codes, some, stream
from baken.demo.frames import Frames
from baken.demo.groups import ENTITLED, OBLIGED, UNDETERMINED
from baken.demo.people import new_people, tell_light, tell_residence
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
    outside = np.flatnonzero(some(rng, n, NO_TARGET))
    none = {
        "dossier": people.dossier[outside],
        "occurred_on": seen_on[outside] + between(rng, 3, np.full(len(outside), 50)),
        "target_group": codes(("none",), 0),
        "in_target_group": codes(("no",), 0),
        "no_target_reason": codes(("temporary", "excluded", "other"), choose(rng, [60, 20, 20], len(outside))),
    }
    frames.add("programme.target_group_determined", none)
    again = np.flatnonzero(some(rng, n, SEEN_AGAIN))
    back_on = seen_on[again] + between(rng, 300, np.full(len(again), 900))
    tell_residence(frames, rng, people.dossier[again], back_on, region[again])
    columns = {"dossier": people.dossier[again], "occurred_on": back_on, "target_group": codes(GROUPS, group[again])}
    frames.add("programme.inflow_seen", columns, lag=2)
