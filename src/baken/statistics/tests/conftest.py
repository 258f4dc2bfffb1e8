"""A small report of printed numbers, written once for all tests."""

from pathlib import Path

import pytest

from baken.figures.model import FigureResult
from baken.statistics.report.source import source_of
from baken.statistics.report.write import write
from baken.statistics.tests import printed

SHOWN = ("1", "2", "3", "10", "11", "12", "23", "25", "26", "27", "28", "30", "34", "36", "key-figures")
"""A figure of each kind: series, several dimensions, shares, averages, distinct persons, chart only, key figures."""


@pytest.fixture(scope="session")
def results() -> list[FigureResult]:
    """The figures of the small report, one of them empty."""
    found = [result for result in printed.results() if result.figure.number in SHOWN]
    return [*found, next(result for result in printed.nothing(printed.YEAR) if result.figure.number == "37")]


@pytest.fixture(scope="session")
def report(results: list[FigureResult], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small report."""
    folder = tmp_path_factory.mktemp("report")
    write(results, printed.before(), source_of(results), folder)
    return folder
