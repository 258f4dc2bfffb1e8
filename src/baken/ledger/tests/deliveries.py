"""Small deliveries for the tests of the interchange, written as a source would write them."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import polars as pl

Rows = list[dict[str, Any]]

APPENDS: Rows = [
    {"id": 1, "recorded_at": "2024-01-10T09:00:00Z", "recorded_by": "ann", "source": "agii", "note": "eerste"},
    {"id": 2, "recorded_at": "2024-02-10T09:00:00.250000Z", "recorded_by": "bea", "source": "atlas", "note": ""},
    {"id": 3, "recorded_at": "2024-03-10T09:00:00Z", "recorded_by": "ann", "source": "agii", "note": "correctie"},
]
OFFICES: Rows = [{"code": "agii-antwerpen", "name": "AgII Antwerpen", "agency": "agii", "region": "antwerp_province"}]


def small() -> dict[str, Rows]:
    """Two dossiers with a contract, a course, a fee, and one fact corrected later; refs are the ledger's own."""
    return {
        "appends": [dict(row) for row in APPENDS],
        "reference/office": [dict(row) for row in OFFICES],
        "reference/identity": [
            {"person": 1, "family_name": "Van Test", "given_names": "Mira", "birth_date": "1990-01-02"},
            {"person": 2, "family_name": "", "given_names": "Omar", "birth_date": None},
        ],
        "facts/people.dossier_opened": [
            {"ref": 1, "occurred_on": "2024-01-05", "dossier": 1, "person": 1, "office": "agii-antwerpen", **_in(1)},
            {"ref": 5, "occurred_on": "2024-02-05", "dossier": 2, "person": 2, "office": None, **_in(2)},
        ],
        "facts/people.residence_registered": [
            {"ref": 2, "occurred_on": "2024-01-05", "dossier": 1, "municipality": "11002", **_in(1, 3)},
            {"ref": 9, "occurred_on": "2024-01-06", "dossier": 1, "municipality": "11002", **_in(3)},
        ],
        "facts/programme.contract_signed": [
            {"ref": 3, "occurred_on": "2024-01-08", "dossier": 1, "contract": 1, "with_mo": True, **_in(1)},
            {"ref": 6, "occurred_on": "2024-02-08", "dossier": 2, "contract": 2, "with_mo": None, **_in(2)},
        ],
        "facts/programme.contract_suspended": [
            {"ref": 7, "occurred_on": "2024-02-09", "dossier": 2, "contract": 2, "until": "2024-03-01", **_in(2)},
        ],
        "facts/programme.inflow_seen": [
            {"ref": 4, "occurred_on": "2024-01-02", "dossier": 1, "target_group": "obliged", "age": None, **_in(1)},
            {"ref": 8, "occurred_on": "2024-02-02", "dossier": 2, "target_group": "minor", "age": 17, **_in(2)},
        ],
    }


def _in(append: int, retracted: int | None = None) -> dict[str, int | None]:
    return {"appended_in": append, "retracted_in": retracted}


def write(folder: Path, tables: dict[str, Rows], suffix: str = "csv", **manifest: Any) -> Path:
    """Write tables as a delivery; returns its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "manifest.json").write_text(json.dumps({"format": 1, "source": "test"} | manifest))
    for name, rows in tables.items():
        path = folder / f"{name}.{suffix}"
        path.parent.mkdir(exist_ok=True)
        frame = pl.DataFrame(rows, infer_schema_length=None, strict=False)
        days = [column for column in frame.columns if column.endswith(("_on", "until"))]
        if suffix == "csv":
            frame.write_csv(path)
        else:
            texts = [day for day in days if frame.schema[day] == pl.String]
            frame.with_columns(pl.col(day).str.to_date(strict=False) for day in texts).write_parquet(path)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every file in a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def found(faults: Iterable[Any]) -> set[tuple[str, str, int | None, str | None]]:
    """Faults as (kind, file, row, column)."""
    return {(fault.kind, fault.file, fault.row, fault.column) for fault in faults}
