"""Where figures are computed: one thin interface over Ibis, three engines behind it.

An engine opens a snapshot and gives its tables and the rows of an expression; the same expression yields the same
rows on each (tested). DuckDB is embedded and needs nothing; PostgreSQL and Spark are for who has them.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cache
from tempfile import TemporaryDirectory
from typing import Any

import ibis
import ibis.expr.types as ir
from django.conf import settings

from baken.figures.snapshot import Snapshot
from baken.figures.tables import Tables, code_tables
from baken.foundation.errors import BadRequest

MEMORY = "512MB"
THREADS = 2
SPARK_VARIABLE = "BAKEN_SPARK"
SPARK_DEFAULT = "sc://127.0.0.1:15002"


@dataclass(frozen=True, slots=True)
class Engine:
    """A snapshot opened by an engine: its tables, and the rows of an expression over them."""

    tables: Tables
    rows: Callable[[ir.Table], list[dict[str, Any]]]


def open_engine(name: str, snapshot: Snapshot) -> AbstractContextManager[Engine]:
    """Open a snapshot with the engine of that name. Raises BadRequest when it is unknown or cannot be reached."""
    if name not in ENGINES:
        raise BadRequest(f"There is no engine {name}.", f"Choose {', '.join(ENGINES)}.")
    return ENGINES[name](snapshot)


def _engine(connection: Any, read: Callable[[str], ir.Table], keep: Callable[[str, ir.Table], ir.Table]) -> Engine:
    return Engine(Tables(cache(read), keep), lambda expression: connection.to_pyarrow(expression).to_pylist())


@contextmanager
def _duckdb(snapshot: Snapshot) -> Iterator[Engine]:
    """Embedded: reads the Parquet files in place, spills to disk beyond MEMORY."""
    with TemporaryDirectory(dir=settings.VAR) as spill:
        connection = ibis.duckdb.connect(threads=THREADS, memory_limit=MEMORY, temp_directory=spill)
        codes = code_tables()

        def read(name: str) -> ir.Table:
            if name in codes:
                return connection.create_table(name, codes[name], temp=True)
            return connection.read_parquet(snapshot.file(name), table_name=name)

        try:
            yield _engine(connection, read, lambda name, part: connection.create_table(name, part, temp=True))
        finally:
            connection.disconnect()


@contextmanager
def _postgres(snapshot: Snapshot) -> Iterator[Engine]:
    """PostgreSQL: loads the tables it needs into a schema of the snapshot's own, which stays for the next time."""
    from baken.figures import scratch

    connection = scratch.connect()
    try:
        schema = scratch.prepare(connection, snapshot)

        def read(name: str) -> ir.Table:
            scratch.load(connection, schema, name, snapshot)
            return connection.table(name, database=schema)

        yield _engine(connection, read, lambda name, part: connection.create_table(name, part, temp=True))
    finally:
        connection.disconnect()


@contextmanager
def _spark(snapshot: Snapshot) -> Iterator[Engine]:
    """Spark over Spark Connect; the server must see the snapshot's folder under the same path."""
    url = os.environ.get(SPARK_VARIABLE, SPARK_DEFAULT)
    session = _spark_session(url)
    codes = code_tables()

    def view(name: str, frame: Any) -> ir.Table:
        frame.createOrReplaceTempView(name.replace(".", "_"))
        return connection.table(name.replace(".", "_"))

    def read(name: str) -> ir.Table:
        if name in codes:
            return view(name, session.createDataFrame(codes[name]))
        return view(name, session.read.parquet(str(snapshot.file(name))))

    try:
        connection = ibis.pyspark.connect(session)
        yield _engine(connection, read, lambda name, part: view(name, session.sql(connection.compile(part)).cache()))
    finally:
        session.stop()


def _spark_session(url: str) -> Any:
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise BadRequest("The engine spark is not installed.", "Install Baken with its extra `spark`.") from None
    try:
        session = SparkSession.builder.remote(url).create()
        session.sql("SELECT 1").collect()
    except Exception as error:
        raise BadRequest(
            f"No Spark Connect server answers at {url} ({type(error).__name__}).",
            f"Start one (scripts/spark_server.py), or name it in {SPARK_VARIABLE}.",
        ) from error
    return session


ENGINES: dict[str, Callable[[Snapshot], AbstractContextManager[Engine]]] = {
    "duckdb": _duckdb,
    "postgres": _postgres,
    "spark": _spark,
}
