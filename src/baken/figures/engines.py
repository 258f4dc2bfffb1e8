"""Where figures are computed: one thin interface over Ibis, three engines behind it.

An engine opens a snapshot and counts figures; the same figure yields the same rows on each (tested). DuckDB is
embedded and needs nothing; PostgreSQL and Spark are for who has them.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache, cached_property
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from baken.figures.expression import expression
from baken.figures.lazily import ibis
from baken.figures.model import Figure, Years
from baken.figures.snapshot import Snapshot
from baken.figures.tables import CODE_TABLES, Tables
from baken.foundation.errors import BadRequest

if TYPE_CHECKING:
    import duckdb
    import ibis.expr.types as ir

MEMORY = "512MB"
THREADS = 1
"""A second thread takes a third more work to save half the time, which is a second or two."""
SPARK_VARIABLE = "BAKEN_SPARK"
SPARK_DEFAULT = "sc://127.0.0.1:15002"

Rows = list[dict[str, Any]]


class Engine(Protocol):
    """A snapshot opened by an engine, for counting over some years."""

    @property
    def tables(self) -> Tables:
        """The snapshot's tables, as Ibis sees them."""

    def rows(self, asked: ir.Table) -> Rows:
        """The rows of an expression over these tables."""

    def count(self, figure: Figure) -> Rows:
        """What a figure's expression yields."""


def open_engine(name: str, snapshot: Snapshot, years: Years) -> AbstractContextManager[Engine]:
    """Open a snapshot with the engine of that name, for counting over these years.

    Raises BadRequest when there is no such engine or it cannot be reached.
    """
    if name not in ENGINES:
        unknown = _("Er is geen motor %(name)s.") % {"name": name}
        raise BadRequest(unknown, _("Kies %(choices)s.") % {"choices": ", ".join(ENGINES)})
    return ENGINES[name](snapshot, years)


class _Connected:
    """An Ibis connection with a way to read a table and to store a shared part while it is open."""

    def __init__(
        self, connection: Any, years: Years, read: Callable[[str], ir.Table], keep: Callable[[str, ir.Table], ir.Table]
    ) -> None:
        self._connection = connection
        self.tables = Tables(years, cache(read), keep)

    def rows(self, asked: ir.Table) -> Rows:
        return self._connection.to_pyarrow(asked).to_pylist()

    def count(self, figure: Figure) -> Rows:
        return self.rows(expression(figure, self.tables))


class _Embedded:
    """DuckDB in this process: counts with the compiled SQL, and turns to Ibis for anything else."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, snapshot: Snapshot, years: Years) -> None:
        from baken.figures.compiled import CompiledFigures

        self._connection, self._snapshot, self._years = connection, snapshot, years
        self.count = CompiledFigures(connection, snapshot, years).count

    @cached_property
    def _ibis(self) -> _Connected:
        from baken.figures.layout import code_table

        # A cursor of its own: names that counting has made do not stand in the way.
        connection = ibis.duckdb.from_connection(self._connection.cursor())

        def read(name: str) -> ir.Table:
            if name in CODE_TABLES:
                return ibis.memtable(code_table(name))
            return connection.read_parquet(self._snapshot.file(name))

        return _Connected(connection, self._years, read, lambda name, part: part)

    @property
    def tables(self) -> Tables:
        return self._ibis.tables

    def rows(self, asked: ir.Table) -> Rows:
        return self._ibis.rows(asked)


@contextmanager
def _duckdb(snapshot: Snapshot, years: Years) -> Iterator[Engine]:
    """Embedded: reads the Parquet files in place, spills to disk beyond MEMORY."""
    import duckdb

    with TemporaryDirectory(dir=settings.VAR) as spill:
        options: dict[str, Any] = {"threads": THREADS, "memory_limit": MEMORY, "temp_directory": spill}
        with duckdb.connect(config=options) as connection:
            yield _Embedded(connection, snapshot, years)


@contextmanager
def _postgres(snapshot: Snapshot, years: Years) -> Iterator[Engine]:
    """PostgreSQL: loads the tables it needs into a schema of the snapshot's own, which stays for the next time."""
    from baken.figures import scratch

    connection = scratch.connect()
    try:
        schema = scratch.prepare(connection, snapshot)

        def read(name: str) -> ir.Table:
            scratch.load(connection, schema, name, snapshot)
            return connection.table(name, database=schema)

        yield _Connected(connection, years, read, lambda name, part: connection.create_table(name, part, temp=True))
    finally:
        connection.disconnect()


@contextmanager
def _spark(snapshot: Snapshot, years: Years) -> Iterator[Engine]:
    """Spark over Spark Connect; the server must see the snapshot's folder under the same path."""
    from baken.figures.layout import code_table

    session = _spark_session(os.environ.get(SPARK_VARIABLE, SPARK_DEFAULT))

    def view(name: str, frame: Any) -> ir.Table:
        frame.createOrReplaceTempView(name.replace(".", "_"))
        return connection.table(name.replace(".", "_"))

    def keep(name: str, part: ir.Table) -> ir.Table:
        return view(name, session.sql(connection.compile(part)).cache())

    def read(name: str) -> ir.Table:
        if name in CODE_TABLES:
            return view(name, session.createDataFrame(code_table(name)))
        return view(name, session.read.parquet(str(snapshot.file(name))))

    try:
        connection = ibis.pyspark.connect(session)
        yield _Connected(connection, years, read, keep)
    finally:
        session.stop()


def _spark_session(url: str) -> Any:
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        absent = _("De motor spark is niet geïnstalleerd.")
        raise BadRequest(absent, _("Installeer Baken met de extra `spark`.")) from None
    server = urlsplit(url)
    try:
        # Spark Connect itself would try for minutes.
        socket.create_connection((server.hostname or "", server.port or 15002), timeout=5).close()
        return SparkSession.builder.remote(url).create()
    except Exception as error:
        silent = _("Op %(url)s antwoordt geen Spark Connect (%(error)s).")
        way_out = _("Start er een (scripts/spark_server.py), of noem hem in %(variable)s.")
        raise BadRequest(
            silent % {"url": url, "error": type(error).__name__}, way_out % {"variable": SPARK_VARIABLE}
        ) from error


ENGINES: dict[str, Callable[[Snapshot, Years], AbstractContextManager[Engine]]] = {
    "duckdb": _duckdb,
    "postgres": _postgres,
    "spark": _spark,
}
