"""The wide road in and out of the database: whole tables as Arrow batches over ADBC."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from django.db import connections, models

from baken.foundation.errors import BadRequest
from baken.ledger.facts import Fact
from baken.ledger.schema import arrow_type, row_schema

DEFAULT = "default"

BATCH = 32_768
"""Rows that SQLite's driver gives at once; its own 1,024 make every later step per batch dear."""


def is_sqlite() -> bool:
    """Whether the ledger lives in SQLite (otherwise it lives in PostgreSQL)."""
    return connections[DEFAULT].vendor == "sqlite"


@contextmanager
def _alone_with_file() -> Iterator[None]:
    """Keep Django off a SQLite file while ADBC's own copy of the SQLite library has it open.

    Two copies of the library in one process undo each other's file locks, and the one that closes first throws away
    the other's write-ahead log (sqlite.org/howtocorrupt.html, 2.2.1). So: not in the web process, nor beside threads
    that query; other processes are no problem.
    """
    connection = connections[DEFAULT]
    if connection.in_atomic_block:
        raise BadRequest("The wide road to SQLite cannot be taken inside a transaction.")

    def refuse() -> None:
        raise BadRequest("Django may not query SQLite while the wide road is open.")

    connection.close()
    connection.ensure_connection = refuse  # type: ignore[method-assign]
    try:
        yield
    finally:
        del connection.ensure_connection


@contextmanager
def adbc_connection() -> Iterator[Any]:
    """An ADBC connection of its own to the ledger's database, in autocommit: say BEGIN and COMMIT yourself.

    On SQLite nothing else in this process may query meanwhile (see `_alone_with_file`).
    """
    with ExitStack() as stack:
        if is_sqlite():
            stack.enter_context(_alone_with_file())
        yield stack.enter_context(closing(_open_adbc()))


def _open_adbc() -> Any:
    settings = connections[DEFAULT].settings_dict
    if is_sqlite():
        from adbc_driver_sqlite import dbapi as sqlite

        connection = sqlite.connect(f"file:{settings['NAME']}", autocommit=True)
        with connection.cursor() as cursor:
            for pragma in ("busy_timeout=60000", "cache_size=-200000", "synchronous=FULL", "foreign_keys=OFF"):
                cursor.execute(f"PRAGMA {pragma}")
    elif connections[DEFAULT].vendor == "postgresql":
        from adbc_driver_postgresql import dbapi as postgresql
        from psycopg.conninfo import make_conninfo

        given = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
        parts = {key: settings[name] for key, name in given.items() if settings.get(name)}
        connection = postgresql.connect(make_conninfo(**parts), autocommit=True)
    else:
        raise BadRequest(f"Baken has no wide road to a {connections[DEFAULT].vendor} database.")
    return connection


def _typed_seed(schema: pa.Schema) -> str:
    """A first row with a value in every column: ADBC's SQLite driver infers types from what it meets first."""
    seeds = {pa.string(): "''", pa.date32(): "''", pa.timestamp("us", tz="UTC"): "''"}
    return "SELECT " + ", ".join(f'{seeds.get(f.type, "0")} AS "{f.name}"' for f in schema)


def cast_batch(batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    """A batch as the drivers give it (SQLite: days as text, truth as number), in its declared types.

    Raises ArrowInvalid on a value that is not of its column's type.
    """
    columns = []
    for field, column in zip(schema, batch.columns, strict=True):
        if pa.types.is_date32(field.type) and pa.types.is_string(column.type):
            column = pc.cast(column, pa.date32())
        elif pa.types.is_timestamp(field.type) and pa.types.is_string(column.type):
            column = pc.assume_timezone(pc.cast(column, pa.timestamp("us")), "UTC")
        elif pa.types.is_boolean(field.type) and not pa.types.is_boolean(column.type):
            column = column.cast(pa.uint8())
            if (pc.max(column).as_py() or 0) > 1:
                raise pa.ArrowInvalid(f"neither true nor false in {field.name}")
        columns.append(column.cast(field.type))
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def read(connection: Any, query: str, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Run a query that yields exactly the columns of `schema`, as typed batches.

    The query must not end in ORDER BY of its own on SQLite; give the order inside a subquery.
    """
    seeded = is_sqlite()
    if seeded:
        query = f"{_typed_seed(schema)} UNION ALL SELECT * FROM ({query})"
    with connection.cursor() as cursor:
        if seeded:
            cursor.adbc_statement.set_options(**{"adbc.sqlite.query.batch_rows": str(BATCH)})
        cursor.execute(query)
        for batch in cursor.fetch_record_batch():
            if seeded:
                batch, seeded = batch.slice(1), False
            if batch.num_rows:
                yield cast_batch(batch, schema)


def select_rows(model: type[Fact], where: str = "TRUE") -> str:
    """SQL for the rows of a fact type in the order of `row_schema`."""
    return f'SELECT {columns(model, row_schema(model).names)} FROM "{model._meta.db_table}" WHERE {where}'


def columns(model: type[models.Model], names: list[str]) -> str:
    """The SQL list of a model's columns by attribute name; SQLite forgets the cents of 90.00, so these are added."""
    places = {field.attname: field.decimal_places for field in _amounts(model)} if is_sqlite() else {}
    amount = 'CASE WHEN "{0}" IS NOT NULL THEN printf(\'%.{1}f\', "{0}") END AS "{0}"'
    return ", ".join(amount.format(name, places[name]) if name in places else f'"{name}"' for name in names)


def _amounts(model: type[models.Model]) -> list[models.DecimalField]:
    return [field for field in model._meta.concrete_fields if isinstance(field, models.DecimalField)]


def model_schema(model: type[models.Model]) -> pa.Schema:
    """The Arrow schema of any model, in the order of its fields."""
    return pa.schema([pa.field(f.attname, arrow_type(f), nullable=f.null) for f in model._meta.concrete_fields])


def _stored_types(model: type[models.Model], schema: pa.Schema) -> dict[str, pa.DataType]:
    """The columns whose Arrow type the database's driver does not store as Django would, and the one it does."""
    if is_sqlite():
        return {field.name: pa.string() for field in schema if pa.types.is_timestamp(field.type)}
    stored = {field.attname: pa.decimal128(field.max_digits, field.decimal_places) for field in _amounts(model)}
    for field in model._meta.concrete_fields:
        if field.get_internal_type() in _NARROW:
            stored[field.attname] = _NARROW[field.get_internal_type()]
    return {name: kind for name, kind in stored.items() if name in schema.names}


_NARROW = {"SmallIntegerField": pa.int16(), "IntegerField": pa.int32()}
"""PostgreSQL's binary COPY takes whole numbers in exactly the width of their column."""


def _for_database(batch: pa.RecordBatch, stored: dict[str, pa.DataType]) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays(
        [
            _as_stored(column, stored[name]) if name in stored else column
            for name, column in zip(batch.schema.names, batch.columns, strict=True)
        ],
        names=batch.schema.names,
    )


def _as_stored(column: pa.Array, kind: pa.DataType) -> pa.Array:
    if pa.types.is_timestamp(column.type):
        # Django leaves a fraction of zero out, and SQLite compares text.
        return pc.replace_substring_regex(pc.strftime(column, "%Y-%m-%d %H:%M:%S"), r"\.000000$", "")
    return column.cast(kind)


def write(
    connection: Any,
    model: type[models.Model],
    batches: Iterable[pa.RecordBatch],
    schema: pa.Schema,
    temporary: str | None = None,
) -> int:
    """Write batches into a model's table within the connection's open transaction; returns the rows written.

    temporary: makes a temporary table of that name and writes there instead.
    """
    stored = _stored_types(model, schema)
    written = pa.schema([pa.field(field.name, stored.get(field.name, field.type)) for field in schema])
    reader = pa.RecordBatchReader.from_batches(written, (_for_database(batch, stored) for batch in batches))
    with connection.cursor() as cursor:
        if temporary:
            return cursor.adbc_ingest(temporary, reader, mode="create", temporary=True)
        return cursor.adbc_ingest(model._meta.db_table, reader, mode="append")
