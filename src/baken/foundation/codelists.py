"""Code lists: small CSV files in `codes/`, each row a code with Dutch and English name, validity and source."""

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "codes"
FIXED_COLUMNS = ("code", "nl", "en", "valid_from", "valid_to")


@dataclass(frozen=True, slots=True)
class Code:
    """One code; `extra` holds the list's own further columns (a region's scope, a language's direction)."""

    code: str
    nl: str
    en: str
    valid_from: date | None
    valid_to: date | None
    extra: dict[str, str] = field(hash=False, default_factory=dict)

    def valid_on(self, day: date) -> bool:
        """Whether the code was in use on `day` (both ends included)."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class CodeList:
    """An ordered list of codes. A code may return with another validity; `get` gives its latest row."""

    def __init__(self, name: str, rows: list[Code]) -> None:
        self.name = name
        self.rows = rows
        self._by_code = {row.code: row for row in rows}

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __iter__(self) -> Iterator[Code]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self._by_code)

    def __getitem__(self, code: str) -> Code:
        return self._by_code[code]

    def codes(self) -> list[str]:
        """Every code once, in the list's own order."""
        return list(self._by_code)

    def label(self, code: str, language: str = "nl") -> str:
        """The name of a code in `nl` or `en`; an unknown code (kept as given) is its own name."""
        row = self._by_code.get(code)
        return code if row is None else getattr(row, language)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def codelist(name: str) -> CodeList:
    """Load a code list by name. Raises KeyError when there is no such list."""
    path = FOLDER / f"{name}.csv"
    if not path.exists():
        raise KeyError(f"no code list named {name}")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            Code(
                code=row["code"],
                nl=row["nl"],
                en=row["en"],
                valid_from=_day(row["valid_from"]),
                valid_to=_day(row["valid_to"]),
                extra={k: v for k, v in row.items() if k not in FIXED_COLUMNS},
            )
            for row in csv.DictReader(file)
        ]
    return CodeList(name, rows)


def codelist_names() -> list[str]:
    """The names of all code lists, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.csv") if path.stem != "index")


@cache
def version() -> str:
    """What all code lists together say, as twelve hexadecimal digits; any change of a list changes it."""
    hasher = hashlib.sha256()
    for name in codelist_names():
        hasher.update(f"{name}\n".encode() + (FOLDER / f"{name}.csv").read_bytes())
    return hasher.hexdigest()[:12]
