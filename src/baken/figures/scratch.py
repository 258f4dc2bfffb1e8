"""The PostgreSQL engine's own corner: one schema per snapshot, filled from its Parquet files over ADBC."""

import os
import re
from typing import Any
from urllib.parse import quote

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from django.db import connections
from django.utils.translation import gettext as _

from baken.figures.layout import code_table
from baken.figures.snapshot import Snapshot, root
from baken.figures.tables import CODE_TABLES
from baken.foundation.errors import BadRequest

VARIABLE = "BAKEN_FIGURES_POSTGRES"
PREFIX = "snapshot_"


def url() -> str:
    """The database that VARIABLE names, or else the ledger's own. Raises BadRequest when neither is PostgreSQL."""
    given = os.environ.get(VARIABLE)
    if given:
        return given
    ledger = connections["default"]
    if ledger.vendor != "postgresql":
        homeless = _("De motor postgres heeft geen databank om in te werken.")
        raise BadRequest(homeless, _("Noem er een in %(variable)s.") % {"variable": VARIABLE})
    parts = {name: quote(str(ledger.settings_dict.get(name) or ""), safe="") for name in ("USER", "PASSWORD", "NAME")}
    host, port = ledger.settings_dict.get("HOST") or "127.0.0.1", ledger.settings_dict.get("PORT") or 5432
    return f"postgresql://{parts['USER']}:{parts['PASSWORD']}@{host}:{port}/{parts['NAME']}"


def connect() -> Any:
    """An Ibis connection. Raises BadRequest when the database cannot be reached."""
    try:
        return ibis.connect(url())
    except BadRequest:
        raise
    except Exception as error:
        silent = _("De motor postgres bereikt zijn databank niet (%(error)s).") % {"error": type(error).__name__}
        raise BadRequest(silent, _("Kijk %(variable)s na.") % {"variable": VARIABLE}) from error


def prepare(connection: Any, snapshot: Snapshot) -> str:
    """Make the snapshot's schema, with the code lists of today; drop those of snapshots that no longer stand."""
    schema = PREFIX + re.sub(r"\W", "_", snapshot.folder.name)
    standing = {PREFIX + path.name.replace("-", "_") for path in root().iterdir()} | {schema}
    for name in connection.list_databases(like=f"^{PREFIX}"):
        if name not in standing:
            connection.drop_database(name, cascade=True)
    connection.create_database(schema, force=True)
    for name in CODE_TABLES:
        _ingest(schema, name, code_table(name).to_reader(), "replace")
    return schema


def load(connection: Any, schema: str, name: str, snapshot: Snapshot) -> None:
    """Fill a table from its file, unless it is there already."""
    if name in connection.list_tables(database=schema):
        return
    file = pq.ParquetFile(snapshot.file(name))
    _ingest(schema, name, pa.RecordBatchReader.from_batches(file.schema_arrow, file.iter_batches()), "create")
    connection.raw_sql(f'ANALYZE "{schema}"."{name}"').close()


def _ingest(schema: str, name: str, rows: pa.RecordBatchReader, mode: str) -> None:
    from adbc_driver_postgresql import dbapi

    # The table appears with all its rows or not at all.
    with dbapi.connect(url()) as connection, connection.cursor() as cursor:
        cursor.adbc_ingest(name, rows, mode=mode, db_schema_name=schema)
        connection.commit()
