"""A file of five million rows is loaded in less than 1 GiB of memory."""

import os
import sys
from pathlib import Path

import polars as pl
import pytest

from baken.conftest import LedgerDatabase
from baken.ledger.tests import deliveries
from baken.ledger.verify import verify

ROWS = 5_000_000
DOSSIERS = 500_000
GIB = 1 << 30


def caseload(folder: Path, rows: int, dossiers: int) -> Path:
    """Dossiers, and one file with a row for each of their sightings: every month somebody is seen once."""
    deliveries.write(folder, {})
    (folder / "facts").mkdir()
    day = pl.lit("2010-01-01").str.to_date()
    every = pl.LazyFrame({"dossier": range(1, dossiers + 1)}).with_columns(
        ref=pl.col("dossier"), person=pl.col("dossier"), occurred_on=day
    )
    every.sink_csv(folder / "facts/people.dossier_opened.csv")
    at = pl.int_range(rows, eager=False)
    seen = pl.LazyFrame({}).select(
        ref=at + dossiers + 1,
        dossier=at % dossiers + 1,
        occurred_on=day.dt.offset_by(pl.format("{}mo", at // dossiers)),
        target_group=pl.lit("obliged"),
        age=20 + at // dossiers % 40,
    )
    seen.sink_csv(folder / "facts/programme.inflow_seen.csv")
    return folder


@pytest.mark.soak
def test_five_million_rows_fit_in_a_gibibyte(ledger_db: LedgerDatabase, tmp_path: Path) -> None:
    folder = caseload(tmp_path / "in", ROWS, DOSSIERS)
    environment = os.environ | {"BAKEN_DATABASE": ledger_db.url, "BAKEN_VAR": str(tmp_path)}
    command = [sys.executable, "-m", "baken.config.cli", "load", str(folder)]
    process = os.posix_spawn(sys.executable, command, environment)
    _, status, usage = os.wait4(process, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    assert usage.ru_maxrss * 1024 < GIB
    assert verify().facts == ROWS + DOSSIERS
