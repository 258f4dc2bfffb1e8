"""Run `figures.sql` on a SQLite ledger. Arguments: LEDGER. Prints each cell, then {cpu, wall, cells}."""

import json
import sqlite3
import sys
import time
from pathlib import Path

from baken.foundation.codelists import codelist

SQL = Path(__file__).with_name("figures.sql")
CODES = {
    "m": ("municipality", ("region",)),
    "lang": ("language", ("figure",)),
    "lt": ("language_test", ("kind", "printed_as")),
}


def statements() -> list[tuple[str, str]]:
    """(name, SQL) in order."""
    parts = SQL.read_text().split("-- name: ")[1:]
    return [tuple(part.split("\n", 1)) for part in parts]


def code_tables(connection: sqlite3.Connection) -> None:
    """The code lists that the statements join."""
    for table, (name, extra) in CODES.items():
        connection.execute(f"CREATE TEMP TABLE {table}(code TEXT PRIMARY KEY, {', '.join(extra)})")
        rows = [(code, *(codelist(name)[code].extra[key] for key in extra)) for code in codelist(name).codes()]
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * (1 + len(extra)))})", rows)


def cells(ledger: str) -> list[tuple[str, str, int, str]]:
    """All cells: figure, dimensions, year, value."""
    connection = sqlite3.connect(ledger)
    for pragma in ("cache_size=-500000", "temp_store=MEMORY", "mmap_size=8000000000"):
        connection.execute(f"PRAGMA {pragma}")
    code_tables(connection)
    out = []
    for name, sql in statements():
        if name == "preparation":
            connection.executescript(sql)
            connection.execute("ANALYZE temp")
        else:
            out += [(name, dims, int(year), str(value)) for dims, year, value in connection.execute(sql)]
    return out


if __name__ == "__main__":
    cpu, wall = time.process_time(), time.perf_counter()
    found = cells(sys.argv[1])
    spent = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall, "cells": len(found)}
    for cell in found:
        print(*cell, sep="\t")
    print(json.dumps(spent))
