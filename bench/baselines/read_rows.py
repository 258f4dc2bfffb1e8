"""Baselines that read the whole ledger over ADBC: with SHA-256 of the bytes (of `verify`), or with an unsorted Parquet
write (of `snapshot`).

Arguments: hash | parquet FOLDER. The ledger is the one BAKEN_DATABASE names. Prints {cpu, wall, rows}.
"""

import hashlib
import json
import os
import sys
import time
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
django.setup()

import pyarrow as pa  # noqa: E402
import pyarrow.parquet as pq  # noqa: E402

from baken.ledger.bulk import adbc_connection  # noqa: E402
from baken.ledger.facts import fact_types  # noqa: E402


def batches(connection, model):
    """The table as the driver gives it."""
    columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT {columns} FROM "{model._meta.db_table}"')
        yield from cursor.fetch_record_batch()


def hash_all(connection) -> int:
    """SHA-256 over every buffer of every column."""
    rows, hasher = 0, hashlib.sha256()
    for model in fact_types().values():
        for batch in batches(connection, model):
            rows += batch.num_rows
            for column in batch.columns:
                for buffer in column.buffers():
                    if buffer is not None:
                        hasher.update(buffer)
    return rows


def write_all(connection, folder: Path) -> int:
    """Each table to a Parquet file, as it comes."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = 0
    for label, model in fact_types().items():
        found = list(batches(connection, model))
        if any(batch.num_rows for batch in found):
            # ADBC infers a type per result from its first rows; one table per result keeps that harmless here.
            table = pa.Table.from_batches(found)
            pq.write_table(table, folder / f"{label}.parquet", compression="zstd")
            rows += table.num_rows
    return rows


if __name__ == "__main__":
    cpu, wall = time.process_time(), time.perf_counter()
    with adbc_connection() as connection:
        rows = hash_all(connection) if sys.argv[1] == "hash" else write_all(connection, Path(sys.argv[2]))
    spent = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall, "rows": rows}
    print(json.dumps(spent))
