"""Writes the caseload as a delivery in the interchange format (docs/interchange.md), in Parquet."""

from datetime import date
from pathlib import Path

import polars as pl
import polars.selectors as cs
from django.utils.translation import gettext as _

from baken.demo.appends import Numbering
from baken.demo.identities import identities
from baken.demo.places import offices
from baken.foundation.errors import BadRequest
from baken.ledger.interchange.manifest import NAME, Manifest
from baken.ledger.interchange.places import writing

ROWS = 100_000
"""Rows in a group of a Parquet file."""


def write_delivery(
    folder: Path, numbering: Numbering, people: pl.DataFrame, today: date, source: str
) -> dict[str, int]:
    """Write manifest, appends, reference models and facts; returns the number of facts by label."""
    for part in (folder / "facts", folder / "reference"):
        part.mkdir(parents=True, exist_ok=True)
    appends = numbering.appends()
    _write(folder / "appends.parquet", appends)
    counts: dict[str, int] = {}
    for label in numbering.labels():
        facts = numbering.take(label)
        if label == "people.dossier_opened":
            people = people.join(facts.select("person").unique(), on="person", how="semi")
        counts[label] = len(facts)
        _write(folder / "facts" / f"{label}.parquet", facts)
    _write(folder / "reference" / "identity.parquet", identities(numbering.seed, people))
    _write(folder / "reference" / "office.parquet", pl.DataFrame(offices()))
    manifest = Manifest(source=source, code_lists=None, today=today)
    (folder / NAME).write_text(manifest.text(), encoding="utf-8")
    return counts


def make_room(folder: Path) -> None:
    """Make the folder, before the work. Raises BadRequest when it holds something, or cannot be made."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        used = _("%(folder)s is geen lege map.") % {"folder": folder}
        raise BadRequest(used, _("Kies een andere map met --out, of maak ze eerst leeg."))
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)


def _write(path: Path, frame: pl.DataFrame) -> None:
    """Codes as text and whole numbers in 64 bits, as the interchange has them."""
    frame = frame.with_columns(cs.enum().cast(pl.String), cs.integer().cast(pl.Int64))
    frame.write_parquet(path, compression="zstd", compression_level=1, row_group_size=ROWS)
