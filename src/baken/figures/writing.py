"""Writes a snapshot's files: ADBC reads the ledger, DuckDB sorts out of core, Parquet comes out. Memory stays flat."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from baken.figures.layout import OFFICE_SCHEMA, OPENED, fact_schema, names_person, stored_schema
from baken.figures.tables import OFFICE
from baken.ledger import bulk
from baken.ledger.facts import fact_types
from baken.ledger.known import KnownAt

MEMORY = "384MB"


def write_offices(folder: Path, offices: Sequence[Mapping[str, Any]]) -> None:
    """Write the offices."""
    pq.write_table(
        pa.Table.from_pylist([dict(office) for office in offices], schema=OFFICE_SCHEMA), folder / f"{OFFICE}.parquet"
    )


def write_facts(folder: Path, known: KnownAt) -> dict[str, int]:
    """Write every fact type, as known then, to a file of its own; returns {label: number of facts}."""
    # Dossiers are opened first: the other files say whom they concern.
    labels = sorted(fact_types(), key=lambda label: (label != OPENED, label))
    counts: dict[str, int] = {}
    persons = None
    # One thread: reading is the long part, and a second one only waits for it.
    sorting: dict[str, Any] = {"threads": 1, "memory_limit": MEMORY, "temp_directory": str(folder.parent / "spill")}
    with duckdb.connect(config=sorting) as sorter, bulk.adbc_connection() as ledger:
        for label in labels:
            file = folder / f"{label}.parquet"
            counts[label] = _write_sorted(sorter, _facts(ledger, label, known, persons), file)
            if label == OPENED:
                persons = _Persons(pq.read_table(file, columns=["id", "dossier", "person"]))
    return dict(sorted(counts.items()))


class _Persons:
    """Whom each dossier concerns; where one was opened twice, as told last."""

    def __init__(self, opened: pa.Table) -> None:
        ordered = opened.sort_by([("dossier", "ascending"), ("id", "ascending")])
        dossiers = ordered["dossier"].to_numpy()
        last = np.append(dossiers[1:] != dossiers[:-1], True)[: len(dossiers)]
        self._dossiers, self._persons = dossiers[last], ordered["person"].to_numpy()[last]

    def of(self, dossiers: pa.Array) -> pa.Array:
        """The person of each dossier; null where none is known."""
        if not len(self._dossiers):
            return pa.nulls(len(dossiers), pa.int64())
        asked = dossiers.to_numpy()
        places = np.searchsorted(self._dossiers, asked).clip(max=len(self._dossiers) - 1)
        return pa.array(self._persons[places], mask=self._dossiers[places] != asked)


def _facts(ledger: Any, label: str, known: KnownAt, persons: _Persons | None) -> pa.RecordBatchReader:
    """The facts of one type, as known then, with the person of their dossier."""
    model, stored = fact_types()[label], stored_schema(label)
    columns = bulk.columns(model, stored.names)
    query = f'SELECT {columns} FROM "{model._meta.db_table}" WHERE {known.condition}'
    batches = bulk.read(ledger, query, stored)
    if persons and names_person(label):
        batches = (batch.append_column("person", persons.of(batch.column("dossier"))) for batch in batches)
    return pa.RecordBatchReader.from_batches(fact_schema(label), batches)


def _write_sorted(sorter: duckdb.DuckDBPyConnection, facts: pa.RecordBatchReader, file: Path) -> int:
    """Write facts to a file in order of day and number; returns how many there were."""
    sorter.register("facts", facts)
    target = str(file).replace("'", "''")
    written = sorter.execute(
        f"COPY (SELECT * FROM facts ORDER BY occurred_on, id) TO '{target}'"
        " (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2)"
    ).fetchone()
    sorter.unregister("facts")
    return int(written[0]) if written else 0
