"""Every engine gives the same cells: DuckDB with its compiled SQL, PostgreSQL, and Spark over Spark Connect."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import ibis
import psycopg
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from baken.figures import scratch
from baken.figures.compute import compute
from baken.figures.engines import SPARK_VARIABLE
from baken.figures.snapshot import take
from baken.figures.tests.caseloads import appends, homes, openings, record
from baken.foundation.errors import BadRequest
from baken.ledger.models import Append

POSTGRES = os.environ.get("BAKEN_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
SERVER = Path(__file__).parents[4] / "scripts" / "spark_server.py"
random_caseloads = settings(
    max_examples=2 if os.environ.get("BAKEN_SOAK") else 1,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def postgres(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A database of its own on the PostgreSQL that listens here; without one the test is skipped, and says so."""
    try:
        server = psycopg.connect(POSTGRES, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError as error:
        pytest.skip(f"no PostgreSQL answers at {POSTGRES}: {error}")
    name = f"baken_figures_{uuid4().hex[:12]}"
    with closing(server):
        server.execute(f'CREATE DATABASE "{name}"')
        url = POSTGRES.rpartition("/")[0] + f"/{name}"
        monkeypatch.setenv(scratch.VARIABLE, url)
        yield url
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def spark() -> Iterator[str]:
    """The address of a Spark Connect server; skipped, and said so, where none can be had."""
    if not shutil.which("java"):
        pytest.skip("Spark needs Java")
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([sys.executable, str(SERVER), "--port", str(port)], stderr=subprocess.DEVNULL)
    try:
        for _ in range(900):
            if server.poll() is not None:
                pytest.skip(f"no Spark Connect server could be started (exit code {server.returncode})")
            with closing(socket.socket()) as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(1)
        yield f"sc://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(60)


def cells(engine: str, **arguments: Any) -> dict[str, Any]:
    return {result.figure.number: result.cells for result in compute(2019, engine=engine, **arguments)}


@random_caseloads
@given(openings=openings, homes=homes, later=appends)
def test_postgres_gives_the_same_cells(another_ledger, postgres: str, openings, homes, later) -> None:
    with another_ledger():
        record([*openings, *homes], later)
        assert cells("postgres") == cells("duckdb")


def test_postgres_loads_a_table_once_and_drops_what_no_longer_stands(small_ledger: list[Append], postgres: str) -> None:
    before, now = take(small_ledger[0].recorded_at), take()
    compute(2019, ["4"], engine="postgres", snapshot=before)
    assert cells("postgres", numbers=["4"], snapshot=now) == cells("duckdb", numbers=["4"], snapshot=now)
    connection = ibis.connect(postgres)
    assert len([name for name in connection.list_databases() if name.startswith(scratch.PREFIX)]) == 2
    now.file("programme.registered").write_bytes(b"no longer read")
    assert len(compute(2019, ["4"], engine="postgres", snapshot=now)) == 1
    shutil.rmtree(before.folder)
    compute(2019, ["4"], engine="postgres", snapshot=now)
    assert len([name for name in connection.list_databases() if name.startswith(scratch.PREFIX)]) == 1
    connection.disconnect()


@pytest.mark.soak
@random_caseloads
@given(openings=openings, homes=homes, later=appends)
def test_spark_gives_the_same_cells(another_ledger, spark: str, openings, homes, later) -> None:
    with pytest.MonkeyPatch.context() as patch, another_ledger():
        patch.setenv(SPARK_VARIABLE, spark)
        record([*openings, *homes], later)
        assert cells("spark") == cells("duckdb")


def test_an_engine_that_cannot_be_reached_is_a_sentence(
    small_ledger: list[Append], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(scratch.VARIABLE, "postgresql://nobody@127.0.0.1:1/nothing")
    with pytest.raises(BadRequest, match="bereikt zijn databank niet"):
        compute(2019, ["4"], engine="postgres")
    monkeypatch.setenv(SPARK_VARIABLE, "sc://127.0.0.1:1/;user_id=test")
    with pytest.raises(BadRequest, match="antwoordt geen Spark Connect"):
        compute(2019, ["4"], engine="spark")
