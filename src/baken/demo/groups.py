"""Who is obliged and who is entitled: exactly as Figuur 11 says of the contracts running on 31 December 2019."""

import numpy as np

from baken.demo.days import day, year_of
from baken.demo.draw import Ints, shares, stream
from baken.demo.origins import of_the_obliged
from baken.demo.paths import Paths
from baken.demo.places import BRUSSELS, REGIONS
from baken.demo.targets import GROUPS, running_2019

UNDETERMINED, ENTITLED, OBLIGED = range(3)
"""Numbers in `targets.GROUPS`."""
END_OF_2019 = day(2019, 12, 31)
OBLIGED_AMONG_SIGNERS = 0.64
"""Obliged share among those who ever sign, against those with a running contract in 2019; with what befalls
obliged people only, 40% of the first contracts of 2019 (annual report), when half of the running ones were."""
OBLIGED_AMONG_OTHERS = 0.3
"""And among those who register and never sign."""
OBLIGED_SINCE_2022 = 0.75
"""Since 2022: 52% of the first contracts in the Flemish Region in 2023 (policy note 2024-2029)."""
BRUSSELS_OBLIGES = day(2022, 6, 1)
OBLIGED_IN_BRUSSELS = 0.45


def groups(paths: Paths) -> Ints:
    """For each person the target group, as a number in GROUPS."""
    rng = stream(paths.seed, "groups")
    # Who speaks a language of the EU alone comes last; the others make up for it.
    fits = (paths.language < 0) | of_the_obliged()[paths.language]
    chance = rng.random(len(paths.cohort)) * fits.mean() + ~fits
    found = np.where(chance < _obliged_share(paths), OBLIGED, ENTITLED)
    found[paths.must_be_obliged] = OBLIGED
    running = np.flatnonzero((paths.signed_on <= END_OF_2019) & ~(paths.ended_on <= END_OF_2019))
    of_2019 = np.array([running_2019(group) for group in GROUPS])
    for region in range(len(REGIONS)):
        here = running[paths.region[running] == region]
        people = paths.holder[here]
        if of_2019[:, region].any():
            lately = 0.4 * (paths.signed_on[here] >= day(2019))
            obliged_first = people[np.lexsort((chance[people] + lately, ~paths.must_be_obliged[people]))]
            counts = shares(of_2019[:, region], len(people))
            found[obliged_first] = np.repeat(
                [OBLIGED, ENTITLED, UNDETERMINED], counts[[OBLIGED, ENTITLED, UNDETERMINED]]
            )
    return found


def _obliged_share(paths: Paths) -> np.ndarray:
    """By region, whether they ever sign, and period."""
    cohort = paths.cohort
    entitled, obliged = running_2019("entitled"), running_2019("obliged")
    share = obliged / np.maximum(entitled + obliged, 1)
    share[6:] = 0.55
    found = share[cohort.desk] * np.where(paths.contract >= 0, OBLIGED_AMONG_SIGNERS, OBLIGED_AMONG_OTHERS)
    found *= np.where(year_of(cohort.registered_on) >= 2022, OBLIGED_SINCE_2022 / OBLIGED_AMONG_SIGNERS, 1.0)
    in_brussels = (cohort.desk == BRUSSELS) & (cohort.registered_on >= BRUSSELS_OBLIGES)
    return np.where(in_brussels, OBLIGED_IN_BRUSSELS, found)
