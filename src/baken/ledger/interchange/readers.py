"""Other forms of delivery: a higher room registers how it reads a kind of file, or writes a format.

The room does so in its `AppConfig.ready`; `baken load` and `baken export` then find it here.
"""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from baken.ledger.interchange.faults import Faults

LEFT_ASIDE = "faults.json"
"""The report that stands beside files that were set aside; it is no part of them."""


@dataclass(frozen=True, slots=True)
class LoadRequest:
    """What `baken load` was asked: a file (or a folder or zip with files of one kind), on whose behalf."""

    path: Path
    by: str
    set_aside: Path | None


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What `baken export` was asked: where to, and as known in which append (see `known.known_at`).

    dossier: only this one, by its number or by its person's national number.
    """

    path: Path
    append: int
    dossier: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What a reader loaded, in a sentence for the user, and the faults of what it set aside.

    nothing: all that came was set aside.
    """

    told: str
    faults: Faults
    nothing: bool = False


Reader = Callable[[LoadRequest], Taken]
"""Loads; raises `faults.Refused` with every fault, nothing being written."""
Writer = Callable[[ExportRequest], str]
"""Exports and returns a sentence for the user."""

_readers: dict[str, Reader] = {}
_writers: dict[str, Writer] = {}


def register_reader(suffix: str, reader: Reader) -> None:
    """Let `baken load` hand files that end in `suffix` (such as `.xml`), or a folder or zip of them, to `reader`."""
    _readers[suffix] = reader


def register_writer(format_name: str, writer: Writer) -> None:
    """Let `baken export --format NAME` be done by `writer`."""
    _writers[format_name] = writer


def reader_for(path: Path) -> Reader | None:
    """Who reads this file, or this folder or zip when all its files are of one registered kind."""
    if path.is_dir() or path.suffix.lower() == ".zip":
        suffixes = {PurePosixPath(name).suffix.lower() for name in _members(path)}
        return _readers.get(suffixes.pop()) if len(suffixes) == 1 else None
    return _readers.get(path.suffix.lower())


def _members(path: Path) -> Iterator[str]:
    """The names of the files in a folder or zip; none where it is no readable zip."""
    if path.is_dir():
        names = [member.relative_to(path).as_posix() for member in path.rglob("*") if member.is_file()]
    else:
        try:
            with zipfile.ZipFile(path) as archive:
                names = [member.filename for member in archive.infolist() if not member.is_dir()]
        except (OSError, zipfile.BadZipFile):
            names = []
    return (name for name in names if PurePosixPath(name).name != LEFT_ASIDE)


def writer_for(format_name: str) -> Writer | None:
    """Who writes this format, where it is not the interchange's own."""
    return _writers.get(format_name)


def formats() -> list[str]:
    """The names of the registered formats."""
    return sorted(_writers)
