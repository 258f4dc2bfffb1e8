"""The snapshot: the ledger as known at an instant, as sorted Parquet files of which everything statistical is counted.

BAKEN_VAR/snapshots/<append>-<digest12>/ holds a file per fact type, sorted by day then number, the offices, and
manifest.json. It appears whole or not at all, and is used again as long as it stands.
"""

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings

from baken.ledger.facts import fact_types
from baken.ledger.known import KnownAt, known_at
from baken.ledger.models import Append, Office

FORMAT = 2
"""Grows when the files get other columns, so that older snapshots are made anew."""
KEPT = 8
"""How many snapshots stay; older ones are removed when a new one is made."""
MANIFEST = "manifest.json"


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
    known, offices = known_at(instant), list(Office.objects.order_by("id").values("id", "code", "agency", "region"))
    folder = root() / f"{known.append}-{known.digest[:12]}"
    return _standing(folder, known, offices) or _make(folder, known, offices)


def root() -> Path:
    """The folder in which snapshots stand."""
    return Path(settings.VAR) / "snapshots"


def prune(keep: int = KEPT) -> list[Path]:
    """Remove all but the `keep` snapshots made last; returns what was removed."""
    standing = [path for path in root().iterdir() if (path / MANIFEST).exists()]
    standing.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in standing[keep:]:
        shutil.rmtree(path, ignore_errors=True)
    return standing[keep:]


def _make(folder: Path, known: KnownAt, offices: Sequence[Mapping[str, Any]]) -> Snapshot:
    """Write a snapshot beside its place and move it there when it is whole."""
    from baken.figures.writing import write_facts, write_offices

    folder.parent.mkdir(parents=True, exist_ok=True)
    effective = Append.objects.filter(id=known.append).values_list("recorded_at", flat=True).first()
    with TemporaryDirectory(prefix=".making-", dir=folder.parent) as name:
        building = Path(name) / "snapshot"
        building.mkdir()
        write_offices(building, offices)
        counts = write_facts(building, known)
        made = Snapshot(folder, known.append, known.digest, known.instant, effective, counts)
        _write_manifest(building, made, offices)
        # Somebody else may have made the same one meanwhile: theirs may be in use by now, so it stays.
        standing = _standing(folder, known, offices)
        if not standing:
            if folder.exists():
                folder.rename(Path(name) / "replaced")
            building.rename(folder)
    prune()
    return standing or made


def _standing(folder: Path, known: KnownAt, offices: Sequence[Mapping[str, Any]]) -> Snapshot | None:
    """The snapshot in a folder, when it is whole, of this form, and its offices are still as they were."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        right = (manifest["format"], manifest["digest"], manifest["offices"])
        whole = right == (FORMAT, known.digest, _digest(offices)) and set(manifest["counts"]) == set(fact_types())
        if not whole or any((folder / name).stat().st_size != size for name, size in manifest["files"].items()):
            return None
        effective = manifest["known_at"]["effective"]
    except (OSError, ValueError, KeyError):
        return None
    return Snapshot(
        folder=folder,
        append=known.append,
        digest=known.digest,
        known_at=known.instant,
        effective=datetime.fromisoformat(effective) if effective else None,
        counts=manifest["counts"],
    )


def _write_manifest(folder: Path, snapshot: Snapshot, offices: Sequence[Mapping[str, Any]]) -> None:
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
        "offices": _digest(offices),
        "files": {path.name: path.stat().st_size for path in sorted(folder.glob("*.parquet"))},
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def _digest(offices: Sequence[Mapping[str, Any]]) -> str:
    return hashlib.sha256(json.dumps(offices, sort_keys=True).encode()).hexdigest()
