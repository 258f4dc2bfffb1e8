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

import pyarrow.parquet as pq  # noqa: E402

from baken.ledger.bulk import adbc_connection, model_schema, read  # noqa: E402
from baken.ledger.facts import fact_types  # noqa: E402


def batches(connection, model):
    """The whole table, typed: ADBC takes a SQLite column's type from its first row, hence the ledger's own reader."""
    schema = model_schema(model)
    names = ", ".join(f'"{name}"' for name in schema.names)
    yield from read(connection, f'SELECT {names} FROM "{model._meta.db_table}"', schema)


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
        with pq.ParquetWriter(folder / f"{label}.parquet", model_schema(model), compression="zstd") as writer:
            for batch in batches(connection, model):
                writer.write_batch(batch)
                rows += batch.num_rows
    return rows


if __name__ == "__main__":
    cpu, wall = time.process_time(), time.perf_counter()
    with adbc_connection() as connection:
        rows = hash_all(connection) if sys.argv[1] == "hash" else write_all(connection, Path(sys.argv[2]))
    spent = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall, "rows": rows}
    print(json.dumps(spent))
