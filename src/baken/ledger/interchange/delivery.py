"""Opening a delivery, folder or zip: which files it holds and which columns these have. Nothing is trusted."""

import codecs
import csv
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from django.utils.translation import gettext as _

from baken.foundation.errors import BadRequest
from baken.ledger.interchange import manifest as manifests
from baken.ledger.interchange.faults import Faults
from baken.ledger.interchange.layout import Table, tables
from baken.ledger.interchange.zips import unpack

IGNORED = ("faults.json",)
"""Stands beside what was set aside."""
BLOCK = 1 << 20
LONGEST_HEADER = 1 << 16
NUMBER_OF_SOMEBODY = re.compile(r"[0-9](?:[-. ]?[0-9]){8,}")
BROKEN_HEADER = (
    "de kop met kolomnamen is geen CSV; een regel eindigt op LF of CRLF, niet op CR alleen",
    "the header is not CSV; a line ends in LF or CRLF, not in CR alone",
)


@dataclass(frozen=True, slots=True)
class DeliveredFile:
    """One table as delivered. `name` is the file's name in the delivery; `columns` in the file's own order."""

    table: Table
    name: str
    path: Path
    columns: tuple[str, ...]

    @property
    def parquet(self) -> bool:
        """Whether it is Parquet; CSV otherwise."""
        return self.name.endswith(".parquet")


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery whose files are readable and have the columns they should have."""

    name: str
    manifest: manifests.Manifest
    files: dict[str, DeliveredFile]
    """By table name, in the order of `layout.tables()`."""

    @property
    def history(self) -> bool:
        """Whether it tells in which appends its facts were recorded."""
        return "appends" in self.files


def open_delivery(path: Path, scratch: Path, faults: Faults) -> Delivery | None:
    """Open a folder or zip; unpacks into `scratch`. Returns None when it cannot be read at all.

    Raises BadRequest when there is nothing at `path`, or a file that is no zip.
    """
    if not path.exists():
        nothing = _("Er is niets op %(path)s.") % {"path": path}
        raise BadRequest(nothing, _("Geef een map of een zip met een levering."))
    root = _folder(path, scratch, faults)
    if faults:
        return None
    found = {name: member for name, member in _members(root).items() if name not in IGNORED}
    manifest = _manifest(found.pop(manifests.NAME, root / manifests.NAME), faults)
    files = _recognise(found, root, faults)
    return None if manifest is None else Delivery(path.name, manifest, files)


def _folder(path: Path, scratch: Path, faults: Faults) -> Path:
    if path.is_dir():
        return path
    if path.suffix.lower() != ".zip" and not zipfile.is_zipfile(path):
        loose = _("%(path)s is geen map en geen zip.") % {"path": path}
        raise BadRequest(loose, _("Zet het bestand in een map, met manifest.json ernaast; zie docs/interchange.md."))
    into = scratch / "unpacked"
    into.mkdir()
    unpack(path, into, faults)
    inner = list(into.iterdir())
    # Who zips a folder often gets that folder inside the zip.
    return inner[0] if len(inner) == 1 and inner[0].is_dir() and (inner[0] / manifests.NAME).exists() else into


def _members(root: Path) -> dict[str, Path]:
    """Everything in the folder that is no folder itself, by its path with slashes."""
    return {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*")) if not path.is_dir()}


def _manifest(path: Path, faults: Faults) -> manifests.Manifest | None:
    try:
        return manifests.read_manifest(path)
    except manifests.BadManifest as bad:
        faults.add("bad_manifest", manifests.NAME, detail=bad.nl, detail_en=bad.en)
        return None


def _recognise(found: dict[str, Path], root: Path, faults: Faults) -> dict[str, DeliveredFile]:
    """The files that can be read, in the order of `layout.tables()`; a fault for every other."""
    known = tables()
    files: dict[str, DeliveredFile] = {}
    seen: dict[str, str] = {}
    for name, path in found.items():
        stem, _dot, suffix = name.rpartition(".")
        inside = path.is_file() and path.resolve().is_relative_to(root.resolve())
        if stem not in known or suffix not in ("csv", "parquet") or not inside:
            # What does not belong here may be a partner's file, named after a national number.
            faults.add("unknown_file", NUMBER_OF_SOMEBODY.sub("…", name))
        elif stem in seen:
            faults.add("double_file", name, detail=seen[stem])
        else:
            seen[stem] = name
            before = len(faults)
            file = DeliveredFile(known[stem], name, path, _columns_of(path, name, faults))
            _compare_columns(file, faults)
            files |= {stem: file} if len(faults) == before else {}
    return {name: files[name] for name in known if name in files}


def _columns_of(path: Path, name: str, faults: Faults) -> tuple[str, ...]:
    return (_parquet_columns if path.suffix == ".parquet" else _csv_columns)(path, name, faults)


def _parquet_columns(path: Path, name: str, faults: Faults) -> tuple[str, ...]:
    try:
        return tuple(pq.read_schema(path).names)
    except (pa.ArrowException, OSError):
        faults.add("unreadable", name, detail="geen leesbare Parquet", detail_en="not readable as Parquet")
        return ()


def _csv_columns(path: Path, name: str, faults: Faults) -> tuple[str, ...]:
    if not _is_utf8(path, name, faults):
        return ()
    with path.open("rb") as file:
        line = file.readline(LONGEST_HEADER).decode("utf-8-sig", errors="replace")
    try:
        header = tuple(next(csv.reader([line]), []))
    except csv.Error:
        faults.add("unreadable", name, detail=BROKEN_HEADER[0], detail_en=BROKEN_HEADER[1])
        return ()
    if not header:
        faults.add("unreadable", name, detail="er is geen kop met kolomnamen", detail_en="there is no header")
    return header


def _is_utf8(path: Path, name: str, faults: Faults) -> bool:
    """Whether the bytes are UTF-8 text; otherwise the fault names the first byte that is not, and its row."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    rows = place = 0
    with path.open("rb") as file:
        while True:
            block = file.read(BLOCK)
            bad = _first_bad_byte(decoder, block)
            if bad is not None:
                row = rows + block.count(b"\n", 0, max(bad, 0))
                faults.add("wrong_encoding", name, row=row or None, detail=f"byte {place + bad + 1}")
                return False
            if not block:
                return True
            rows, place = rows + block.count(b"\n"), place + len(block)


def _first_bad_byte(decoder: codecs.IncrementalDecoder, block: bytes) -> int | None:
    """Where the block stops being text (negative: in a character begun before it); None when it does not."""
    begun = len(decoder.getstate()[0])
    nul = block.find(0)
    try:
        decoder.decode(block, final=not block)
    except UnicodeDecodeError as error:
        return error.start - begun
    return None if nul < 0 else nul


def _compare_columns(file: DeliveredFile, faults: Faults) -> None:
    if not file.columns:
        return
    known = [column.name for column in file.table.columns]
    for name in dict.fromkeys(file.columns):
        if file.columns.count(name) > 1:
            faults.add("double_column", file.name, _shown(name, file))
        if name not in known:
            hint = _separator_hint(name)
            faults.add("unknown_column", file.name, _shown(name, file), detail=hint[0], detail_en=hint[1])
    for column in file.table.columns:
        if not column.optional and column.name not in file.columns:
            faults.add("missing_column", file.name, column.name)


def _shown(name: str, file: DeliveredFile) -> str:
    """A column's name; its place where a forgotten header may have made a person's name of it."""
    return name if re.fullmatch("[a-z]+(_[a-z]+)*", name) else f"#{file.columns.index(name) + 1}"


def _separator_hint(name: str) -> tuple[str, str]:
    if any(separator in name for separator in ";\t|"):
        return ": kolommen worden met een komma gescheiden", ": columns are separated by commas"
    return "", ""
