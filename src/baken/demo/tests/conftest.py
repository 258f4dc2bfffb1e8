"""One small caseload that the tests look at together."""

from datetime import date
from pathlib import Path

import pytest

from baken.demo.caseload import make_caseload
from baken.demo.tests.recount import Recount

SCALE, SEED = 0.01, 11


@pytest.fixture(scope="session")
def small_caseload(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The delivery of a caseload at a hundredth of true size, 2015 to October 2026."""
    folder = tmp_path_factory.mktemp("demo") / "caseload"
    make_caseload(folder, date(2015, 1, 1), date(2026, 10, 31), SEED, SCALE)
    return folder


@pytest.fixture(scope="session")
def small(small_caseload: Path) -> Recount:
    """The same, opened for counting."""
    return Recount(small_caseload)
