"""Keeping derived tables in step: an append refreshes the dossiers that it touched, in its own transaction.

A load of a few dossiers catches up afterwards (`ledger.derived`), a large one leaves that to `baken rebuild`. Each
table's stamp says up to which append it stands, so that one can see when it lags behind.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from baken.ledger.models import DerivedStamp


@dataclass(frozen=True, slots=True)
class Derived:
    """How a table is kept: for some dossiers, and for all of them (returning how many rows)."""

    refresh: Callable[[Collection[int]], None]
    rebuild: Callable[[], int]


_kept: dict[str, Derived] = {}


def keep(name: str, *, refresh: Callable[[Collection[int]], None], rebuild: Callable[[], int]) -> None:
    """Keep a room's derived table in step with the facts from now on."""
    _kept[name] = Derived(refresh, rebuild)


def refresh(dossiers: Collection[int], before: int, append: int) -> None:
    """Refresh what is derived of these dossiers; a table that lagged behind before still does."""
    for name, derived in _kept.items():
        derived.refresh(dossiers)
        if not before:
            stamp(name, append)
    DerivedStamp.objects.filter(append=before).update(append=append)


def refresh_one(name: str, dossiers: Collection[int], append: int) -> None:
    """Refresh one table that lagged behind, for all dossiers that were touched since."""
    _kept[name].refresh(dossiers)
    stamp(name, append)


def rebuild(name: str) -> int:
    """Compute one table anew; returns how many rows."""
    return _kept[name].rebuild()


def stamp(name: str, append: int) -> None:
    """Say up to which append a table stands, in the transaction that rebuilt it."""
    DerivedStamp.objects.update_or_create(name=name, defaults={"append": append})


def kept() -> tuple[str, ...]:
    """The names of the tables kept."""
    return tuple(_kept)


def lagging(append: int) -> tuple[str, ...]:
    """The tables that do not stand at this append."""
    standing = set(DerivedStamp.objects.filter(append=append).values_list("name", flat=True))
    return tuple(name for name in _kept if name not in standing) if append else ()
