"""Baseline of `load`: the same rows, unvalidated, into the same tables with their keys and indexes.

SQLite: `executemany` in one transaction, rows ready in memory, guards dropped. PostgreSQL: `COPY` of ready text.
Arguments: SOURCE (a loaded SQLite ledger), TARGET (an empty migrated ledger as BAKEN_DATABASE names it).
Prints {cpu, wall, rows}.
"""

import io
import json
import sqlite3
import sys
import time
from urllib.parse import urlsplit


def tables(connection: sqlite3.Connection) -> list[str]:
    """Every table with facts, and the appends."""
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    has = {name: [c[1] for c in connection.execute(f'PRAGMA table_info("{name}")')] for name in names}
    return [name for name in names if "appended_in" in has[name] or name == "ledger_append"]


def rows_of(source: str) -> dict[str, tuple[list[str], list[tuple]]]:
    """All rows of the source ledger, per table: columns and tuples."""
    with sqlite3.connect(source) as connection:
        out = {}
        for name in tables(connection):
            cursor = connection.execute(f'SELECT * FROM "{name}" ORDER BY id')
            out[name] = ([c[0] for c in cursor.description], cursor.fetchall())
        return out


def into_sqlite(target: str, rows: dict[str, tuple[list[str], list[tuple]]]) -> tuple[float, float]:
    """Write all rows; (cpu, wall)."""
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA cache_size=-200000")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    cpu, wall = time.process_time(), time.perf_counter()
    connection.execute("BEGIN")
    for name, (columns, tuples) in rows.items():
        marks = ", ".join("?" * len(columns))
        names = ", ".join(f'"{column}"' for column in columns)
        connection.executemany(f'INSERT INTO "{name}" ({names}) VALUES ({marks})', tuples)
    connection.execute("COMMIT")
    return time.process_time() - cpu, time.perf_counter() - wall


def into_postgres(target: str, rows: dict[str, tuple[list[str], list[tuple]]]) -> tuple[float, float]:
    """Write all rows with COPY; (client cpu, wall)."""
    import psycopg

    with psycopg.connect(target) as connection, connection.cursor() as cursor:
        truths = _truths(cursor)
        texts = {name: (columns, _copy_text(name, columns, tuples, truths)) for name, (columns, tuples) in rows.items()}
        cpu, wall = time.process_time(), time.perf_counter()
        for name, (columns, text) in texts.items():
            names = ", ".join(f'"{column}"' for column in columns)
            with cursor.copy(f'COPY "{name}" ({names}) FROM STDIN') as copy:
                copy.write(text)
        connection.commit()
        return time.process_time() - cpu, time.perf_counter() - wall


def _truths(cursor) -> set[tuple[str, str]]:
    cursor.execute("SELECT table_name, column_name FROM information_schema.columns WHERE data_type = 'boolean'")
    return set(cursor.fetchall())


def _copy_text(name: str, columns: list[str], tuples: list[tuple], truths: set[tuple[str, str]]) -> bytes:
    text = io.StringIO()
    boolean = [(name, column) in truths for column in columns]
    for row in tuples:
        cells = ("\\N" if v is None else "ft"[v] if b else str(v) for v, b in zip(row, boolean, strict=True))
        text.write("\t".join(cells) + "\n")
    return text.getvalue().encode()


if __name__ == "__main__":
    source, target = sys.argv[1:]
    ready = rows_of(source)
    write = into_sqlite if target.startswith("sqlite:") else into_postgres
    cpu, wall = write(urlsplit(target).path if target.startswith("sqlite:") else target, ready)
    print(json.dumps({"cpu": cpu, "wall": wall, "rows": sum(len(tuples) for _, tuples in ready.values())}))
