"""The snapshot: the ledger as known at an instant, as sorted Parquet files of which everything statistical is counted.

BAKEN_VAR/snapshots/<append>-<digest12>/ holds a file per fact type, sorted by day then number, the offices, and
manifest.json. It appears whole or not at all, and is used again as long as it stands.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from django.conf import settings

from baken.figures.layout import OFFICE_SCHEMA, OPENED, fact_schema, names_person, stored_schema
from baken.figures.tables import OFFICE
from baken.ledger import bulk
from baken.ledger.facts import fact_types
from baken.ledger.known import KnownAt, known_at
from baken.ledger.models import Append, Office

FORMAT = 2
"""Grows when the files get other columns, so that older snapshots are made anew."""
KEPT = 8
"""How many snapshots stay; older ones are removed when a new one is made."""
MEMORY = "384MB"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot that stands. known_at: the instant asked; effective: when its last append was recorded."""

    folder: Path
    append: int
    digest: str
    known_at: datetime
    effective: datetime | None
    counts: dict[str, int]

    @property
    def name(self) -> str:
        """`<append>:<digest>`, as printed beside every figure."""
        return f"{self.append}:{self.digest}"

    def file(self, table: str) -> Path:
        """Where a table stands: a fact type's label, or `office`."""
        return self.folder / f"{table}.parquet"


def take(instant: datetime | None = None) -> Snapshot:
    """The snapshot of the ledger as known at `instant` (UTC; now when none is given), made if it does not stand."""
    known = known_at(instant)
    offices = _offices()
    folder = root() / f"{known.append}-{known.digest[:12]}"
    standing = _standing(folder, known, offices)
    if standing:
        return standing
    with _new_folder(folder) as building:
        pq.write_table(offices, building / f"{OFFICE}.parquet")
        counts = _write_facts(building, known)
        made = Snapshot(folder, known.append, known.digest, known.instant, _recorded_at(known.append), counts)
        _write_manifest(building, made)
    prune()
    return made


def root() -> Path:
    """The folder in which snapshots stand."""
    return Path(settings.VAR) / "snapshots"


def prune(keep: int = KEPT) -> list[Path]:
    """Remove all but the `keep` snapshots made last; returns what was removed."""
    standing = [path for path in root().iterdir() if (path / "manifest.json").exists()]
    standing.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in standing[keep:]:
        shutil.rmtree(path, ignore_errors=True)
    return standing[keep:]


def _offices() -> pa.Table:
    columns = ("id", "code", "agency", "region")
    rows = list(Office.objects.order_by("id").values(*columns))
    return pa.Table.from_pylist(rows, schema=OFFICE_SCHEMA)


def _recorded_at(append: int) -> datetime | None:
    return Append.objects.filter(id=append).values_list("recorded_at", flat=True).first()


def _standing(folder: Path, known: KnownAt, offices: pa.Table) -> Snapshot | None:
    """The snapshot in a folder, when it is whole, of this version, and its offices are still as they were."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        whole = manifest["format"] == FORMAT and manifest["digest"] == known.digest
        whole = whole and set(manifest["counts"]) == set(fact_types())
        whole = whole and all((folder / name).stat().st_size == size for name, size in manifest["files"].items())
        if not whole or pq.read_table(folder / f"{OFFICE}.parquet") != offices:
            return None
    except (OSError, ValueError, KeyError):
        return None
    effective = manifest["known_at"]["effective"]
    return Snapshot(
        folder=folder,
        append=known.append,
        digest=known.digest,
        known_at=known.instant,
        effective=datetime.fromisoformat(effective) if effective else None,
        counts=manifest["counts"],
    )


@contextmanager
def _new_folder(folder: Path) -> Iterator[Path]:
    """A temporary folder beside `folder` that takes its place at the end; what stood there is replaced."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".making-", dir=folder.parent) as name:
        building = Path(name) / "snapshot"
        building.mkdir()
        yield building
        if folder.exists():
            folder.rename(Path(name) / "replaced")
        building.rename(folder)


def _write_facts(folder: Path, known: KnownAt) -> dict[str, int]:
    # Dossiers are opened first: the other files say whom they concern.
    labels = sorted(fact_types(), key=lambda label: (label != OPENED, label))
    counts: dict[str, int] = {}
    persons = None
    # One thread: reading is the long part, and a second one only waits for it.
    sorting = {"threads": 1, "memory_limit": MEMORY, "temp_directory": str(folder.parent / "spill")}
    with duckdb.connect(config=sorting) as sorter, bulk.adbc_connection() as ledger:
        for label in labels:
            file = folder / f"{label}.parquet"
            counts[label] = _write_sorted(sorter, _facts(ledger, label, known, persons), file)
            if label == OPENED:
                persons = Persons(pq.read_table(file, columns=["id", "dossier", "person"]))
    return dict(sorted(counts.items()))


class Persons:
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


def _facts(ledger: Any, label: str, known: KnownAt, persons: Persons | None) -> pa.RecordBatchReader:
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


def _write_manifest(folder: Path, snapshot: Snapshot) -> None:
    files = {path.name: path.stat().st_size for path in sorted(folder.glob("*.parquet"))}
    manifest = {
        "format": FORMAT,
        "append": snapshot.append,
        "digest": snapshot.digest,
        "known_at": {
            "asked": snapshot.known_at.isoformat(),
            "effective": snapshot.effective.isoformat() if snapshot.effective else None,
        },
        "facts": sum(snapshot.counts.values()),
        "counts": snapshot.counts,
        "files": files,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
