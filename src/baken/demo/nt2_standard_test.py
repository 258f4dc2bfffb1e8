"""The standard NT2 test at the end of level A2 in courses, since November 2023 (law and practice, A3)."""

import numpy as np

from baken.demo.days import day, working
from baken.demo.draw import between
from baken.demo.nt2_civil_tests import tell_parts
from baken.demo.nt2_courses import FAILED as MODULE_FAILED
from baken.demo.nt2_courses import PASSED as MODULE_PASSED
from baken.demo.nt2_courses import Round
from baken.demo.nt2_learners import A2, Dutch
from baken.demo.nt2_targets import TESTS
from baken.demo.nt2_tests import FAILED, PASSED, tell_tests

SINCE = day(2023, 11, 1)
PARTS = ("reading", "writing")
"""Listening and speaking were planned for September 2025; whether they came is not known."""


def standard_tests(dutch: Dutch, held: Round) -> None:
    """Tests in the last week of the modules that end A2: who passes the module passes the test."""
    frames, rng, learners = dutch
    at_end = held.ends_level & (held.level == A2) & np.isin(held.result, [MODULE_PASSED, MODULE_FAILED])
    here = np.flatnonzero(at_end & (held.decided_on >= SINCE + 8) & ~learners.oral(held.rows))
    passed = held.result[here] == MODULE_PASSED
    when = working(held.decided_on[here] - between(rng, np.full(len(here), 3), 8))
    dossier, kind = learners.dossier[held.rows[here]], np.full(len(here), TESTS.index("nt2_standard_test"))
    numbers = tell_tests(frames, dossier, held.office[here], when, kind, np.where(passed, PASSED, FAILED))
    tell_parts(frames, rng, dossier, numbers, when, passed, PARTS)
