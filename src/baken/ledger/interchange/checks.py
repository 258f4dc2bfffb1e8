"""A check: a query that yields the rows at fault."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from baken.ledger.interchange.faults import Faults
from baken.ledger.interchange.layout import Table
from baken.ledger.interchange.stage import Stage


@dataclass(frozen=True, slots=True)
class Check:
    """`rows` yields (row, value) of the rows at fault in one staged table; a value is null when it may be personal."""

    kind: str
    table: Table
    column: str | None
    rows: str
    detail: str = ""
    detail_en: str | None = None


def run_checks(stage: Stage, checks: Iterable[Check], names: dict[str, str], faults: Faults) -> list[Check]:
    """Run checks and note what they find; returns those that found something. names: {table name: file name}."""
    return [check for check in checks if _found(stage, check, names[check.table.name], faults)]


def _found(stage: Stage, check: Check, file: str, faults: Faults) -> bool:
    room = faults.room(check.kind)
    found = stage.rows(f"SELECT row, value FROM ({check.rows}) ORDER BY row LIMIT {room + 1}")
    told = partial(faults.add, check.kind, file, check.column, code=check.table.fact is not None)
    for row, value in found[:room]:
        told(row, value=value, detail=check.detail, detail_en=check.detail_en)
    if len(found) > room:
        beyond = stage.value(f"SELECT count(*) FROM ({check.rows})") - room
        faults.count(check.kind, file, check.column, beyond)
    return bool(found)
