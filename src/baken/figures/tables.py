"""The tables from which figures are counted, by name, and the parts that several figures share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

from baken.figures.model import Years
from baken.foundation.codelists import codelist

if TYPE_CHECKING:
    import ibis.expr.types as ir

OFFICE = "office"
CODE_TABLES = {"municipality": ("region",), "language": ("figure",), "language_test": ("kind", "printed_as")}
"""The code lists that figures read, with the columns they need beside the code."""

Part = Callable[["Tables"], "ir.Table"]
PARTS: dict[str, Part] = {}
"""Every shared part by name."""


class Tables:
    """Tables by name, as Ibis sees them, and the years for which figures are asked.

    read: gives a table by name; keep: may store a shared part for later use.
    """

    def __init__(
        self,
        years: Years,
        read: Callable[[str], ir.Table],
        keep: Callable[[str, ir.Table], ir.Table] = lambda _, expression: expression,
    ) -> None:
        self.years, self._read, self._keep = years, read, keep
        self._parts: dict[str, ir.Table] = {}

    def __getitem__(self, name: str) -> ir.Table:
        return self._read(name)

    def part(self, name: str, build: Part) -> ir.Table:
        """A shared part, made at its first use."""
        if name not in self._parts:
            self._parts[name] = self._keep(name, build(self))
        return self._parts[name]


def shared(build: Part) -> Part:
    """Declare a part that several figures count from, so that it is made once for all of them."""

    @wraps(build)
    def part(tables: Tables) -> ir.Table:
        return tables.part(build.__name__, build)

    PARTS[build.__name__] = build
    return part


def code_rows(name: str) -> dict[str, list[str]]:
    """A code list by column: the code, and what figures need of it; every code once, in the list's own order."""
    # A code may return with another validity: its latest row says where it belongs.
    rows = [codelist(name)[code] for code in codelist(name).codes()]
    return {"code": [row.code for row in rows]} | {key: [row.extra[key] for row in rows] for key in CODE_TABLES[name]}
