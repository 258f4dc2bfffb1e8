"""Each figure's expression compiled to DuckDB's SQL: what the default engine runs, and what a reviewer reads.

The files in `sql/` are made from the declarations by scripts/compile_figures.py, one per figure and one per shared
part; a test compares them with a fresh compilation. `$first` and `$last` stand for the years asked. So counting
needs no Ibis, whose import and compilation take longer than the counting itself. (Nor bound parameters: at the first
one DuckDB imports pandas.)
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from baken.figures.model import Figure, Years
from baken.figures.snapshot import Snapshot
from baken.figures.tables import CODE_TABLES, PARTS, code_rows

FOLDER = Path(__file__).parent / "sql"
_READ = re.compile(r'\b(?:FROM|JOIN) "([^"]+)" AS')


@cache
def sql(name: str) -> str:
    """The SQL of a figure (`figure-04`) or of a shared part (`persons`)."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


class CompiledFigures:
    """Counts figures over some years of a snapshot, on a DuckDB connection.

    Each table and shared part is made at its first use.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, snapshot: Snapshot, years: Years) -> None:
        self._connection, self._snapshot, self._years = connection, snapshot, years
        self._ready: set[str] = set()

    def count(self, figure: Figure) -> list[dict[str, Any]]:
        """What the figure's expression yields."""
        query = self._sql(f"figure-{int(figure.number):02}")
        self._provide_for(query)
        found = self._connection.execute(query)
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def _provide_for(self, query: str) -> None:
        """Make the tables that a query reads; names that are no tables are its own subqueries."""
        for name in sorted(set(_READ.findall(query))):
            if name in self._ready:
                continue
            if name in CODE_TABLES:
                self._create_codes(name)
            elif name in PARTS:
                part = self._sql(name)
                self._provide_for(part)
                self._connection.execute(f'CREATE TEMP TABLE "{name}" AS {part}')
            elif self._snapshot.file(name).exists():
                file = _text(self._snapshot.file(name))
                self._connection.execute(f'CREATE TEMP VIEW "{name}" AS FROM read_parquet({file})')
            self._ready.add(name)

    def _sql(self, name: str) -> str:
        return sql(name).replace("$first", f"{self._years.first:d}").replace("$last", f"{self._years.last:d}")

    def _create_codes(self, name: str) -> None:
        columns = code_rows(name)
        values = ", ".join(f"({', '.join(map(_text, row))})" for row in zip(*columns.values(), strict=True))
        self._connection.execute(
            f'CREATE TEMP TABLE "{name}" AS FROM (VALUES {values}) AS codes ({", ".join(columns)})'
        )


def _text(value: object) -> str:
    """A value as SQL text."""
    return "'" + str(value).replace("'", "''") + "'"
