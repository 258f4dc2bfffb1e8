"""What `baken figures --format csv` writes, `baken check-tables` finds nothing wrong with."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from baken.figures.checks import check_folder
from baken.figures.compute import compute
from baken.figures.output import write
from baken.figures.tests.caseloads import appends, homes, openings, record


@settings(
    max_examples=3, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(openings=openings, homes=homes, later=appends)
def test_our_own_tables_do_not_contradict_themselves(
    another_ledger: Callable[[], Any],
    tmp_path_factory: pytest.TempPathFactory,
    openings: list,
    homes: list,
    later: list,
) -> None:
    with another_ledger():
        record([*openings, *homes], later)
        folder: Path = tmp_path_factory.mktemp("own")
        write(compute(2019), "csv", folder)
    assert check_folder(folder) == []
