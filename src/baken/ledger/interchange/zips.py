"""Unpacking a zip that nobody vouches for: bombs, climbing paths, links and riddles are refused."""

import shutil
import stat
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from baken.ledger.interchange.faults import Faults

BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a zip may hold: members, bytes unpacked, and times its packed size once that is more than `small`."""

    members: int = 1_000
    unpacked: int = 64 << 30
    ratio: int = 200
    small: int = 64 << 20


def unpack(path: Path, into: Path, faults: Faults, limits: Limits = Limits()) -> None:
    """Unpack all members into a folder, or add `unsafe_zip` faults and leave the folder as far as it came."""
    try:
        with zipfile.ZipFile(path) as archive:
            if refusal := _refusal(archive, path, into, limits):
                faults.add("unsafe_zip", path.name, detail=refusal[0], detail_en=refusal[1])
                return
            _extract(archive, into)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
        faults.add("unreadable", path.name, detail="geen leesbare zip", detail_en="not a readable zip")


def _refusal(archive: zipfile.ZipFile, path: Path, into: Path, limits: Limits) -> tuple[str, str] | None:
    """Why the zip is not unpacked, in Dutch and English; None when it is."""
    members = archive.infolist()
    if len(members) > limits.members:
        return f"meer dan {limits.members} bestanden", f"more than {limits.members} files"
    names = [member.filename for member in members]
    if len(set(names)) < len(names):
        return "twee bestanden met dezelfde naam", "two files of the same name"
    if any(_climbs(name) for name in names):
        return "een pad dat uit de zip klimt", "a path that climbs out of the zip"
    if any(stat.S_ISLNK(member.external_attr >> 16) for member in members):
        return "een koppeling (symlink)", "a symbolic link"
    if any(member.flag_bits & 0x1 for member in members):
        return "versleutelde bestanden", "encrypted files"
    return _too_large(members, path, into, limits)


def _climbs(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return not parts or name.startswith("/") or "\\" in name or ":" in name or ".." in parts or "\0" in name


def _too_large(members: list[zipfile.ZipInfo], path: Path, into: Path, limits: Limits) -> tuple[str, str] | None:
    # Python's zipfile never yields more bytes of a member than its header declares, so these sums can be trusted.
    unpacked = sum(member.file_size for member in members)
    packed = path.stat().st_size
    if unpacked > limits.unpacked or (unpacked > limits.small and unpacked > packed * limits.ratio):
        return "uitgepakt te groot voor zijn inpakmaat (zipbom)", "unpacked out of proportion (a zip bomb)"
    if unpacked > shutil.disk_usage(into).free:
        return "uitgepakt groter dan de vrije schijf", "unpacked larger than the free disk"
    return None


def _extract(archive: zipfile.ZipFile, into: Path) -> None:
    for member in archive.infolist():
        target = into / member.filename
        if member.is_dir():
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(member) as packed, target.open("xb") as plain:
            shutil.copyfileobj(packed, plain, BLOCK)
