"""The main menu: each room adds its own entries; one sees those that one may open."""

from dataclasses import dataclass
from typing import Any

from baken.accounts.standing import Standing


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry. name: of the address; page: what a role must open (`accounts.roles`); near: addresses beneath it."""

    name: str
    label: Any
    page: str
    near: tuple[str, ...] = ()


_entries: list[tuple[int, Entry]] = []


def add(place: int, entry: Entry) -> None:
    """Add an entry; places order the menu."""
    _entries.append((place, entry))


def entries(standing: Standing) -> list[Entry]:
    """The menu of somebody, in order."""
    return [entry for _place, entry in sorted(_entries, key=lambda pair: pair[0]) if standing.opens(entry.page)]
