"""The manifest of a delivery: what it is, from whom, and at what moment of knowledge."""

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from baken.foundation.clock import parse_instant
from baken.ledger.interchange.layout import FORMAT, LARGEST_NUMBER

NAME = "manifest.json"
LARGEST = 1 << 20
SEAL = re.compile("[0-9a-f]{64}")


class BadManifest(ValueError):
    """Says in a few words, Dutch and English, what is wrong."""

    def __init__(self, nl: str, en: str) -> None:
        super().__init__(en)
        self.nl, self.en = nl, en


@dataclass(frozen=True, slots=True)
class Manifest:
    """`head`: the exporting ledger's last append and its digest. `today`: the demo's own day."""

    source: str
    known_at: datetime | None = None
    code_lists: str | None = None
    today: date | None = None
    head: tuple[int, str] | None = None
    note: str = ""

    def text(self) -> str:
        """The manifest as it is written."""
        content: dict[str, Any] = {"format": FORMAT, "source": self.source}
        content["known_at"] = self.known_at.isoformat().replace("+00:00", "Z") if self.known_at else None
        if self.code_lists:
            content["code_lists"] = self.code_lists
        if self.today:
            content["today"] = self.today.isoformat()
        if self.note:
            content["note"] = self.note
        if self.head:
            content["head"] = {"append": self.head[0], "digest": self.head[1]}
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def read_manifest(path: Path) -> Manifest:
    """Read a manifest. Raises BadManifest."""
    if not path.is_file():
        raise BadManifest(f"{NAME} ontbreekt", f"{NAME} is missing")
    if path.stat().st_size > LARGEST:
        raise BadManifest("het bestand is te groot", "the file is too large")
    try:
        content = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        raise BadManifest("geen leesbare JSON in UTF-8", "not readable JSON in UTF-8") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise BadManifest(f"format moet {FORMAT} zijn", f"format must be {FORMAT}")
    return Manifest(
        source=_text(content, "source", 120) or "",
        known_at=_moment(content, "known_at"),
        code_lists=_text(content, "code_lists", 200),
        today=_day(content),
        head=_head(content),
        note=_text(content, "note", 500) or "",
    )


def _text(content: dict[str, Any], key: str, longest: int) -> str | None:
    value = content.get(key)
    if value is not None and not (isinstance(value, str) and len(value) <= longest and "\0" not in value):
        raise BadManifest(f"{key} moet tekst zijn", f"{key} must be text")
    return value


def _moment(content: dict[str, Any], key: str) -> datetime | None:
    value = content.get(key)
    try:
        return None if value is None else parse_instant(value)
    except (ValueError, AttributeError, OverflowError):
        raise BadManifest(f"{key} is geen tijdstip", f"{key} is not an instant") from None


def _day(content: dict[str, Any]) -> date | None:
    value = content.get("today")
    try:
        return None if value is None else date.fromisoformat(value)
    except (ValueError, TypeError):
        raise BadManifest("today is geen datum", "today is not a day") from None


def _head(content: dict[str, Any]) -> tuple[int, str] | None:
    value = content.get("head")
    if value is None:
        return None
    append, digest = (value.get("append"), value.get("digest")) if isinstance(value, dict) else (None, None)
    if type(append) is int and 0 <= append <= LARGEST_NUMBER and SEAL.fullmatch(str(digest)):
        return append, str(digest)
    raise BadManifest(
        "head is geen append met zijn zegel van 64 tekens", "head is not an append with its digest of 64 characters"
    )
