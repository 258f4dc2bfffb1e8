"""Laying the files out in the stage: every table with its row numbers, typed values, and what could not be typed.

A staged table has `row`, the table's columns and `bad` (names of columns whose value could not be read). Names that
are no numbers get a number below zero here; `names` says which, and `numbering` gives them their own.
A fact's own `ref` stays text beside it, in `ref_text`, because each occurs only once.
"""

import duckdb

from baken.ledger.interchange.delivery import DeliveredFile, Delivery
from baken.ledger.interchange.faults import Faults
from baken.ledger.interchange.layout import Column, Kind, Table
from baken.ledger.interchange.stage import Stage, literal, quoted
from baken.ledger.interchange.values import TYPES, foreign_name, raw_column, text_of, typed

STRAY = ("MISSING COLUMNS", "TOO MANY COLUMNS")
LONGEST_LINE = 2 << 20
"""Bytes; the longest text column is far shorter."""
REJECTED = {
    "UNQUOTED VALUE": ("een aanhalingsteken wordt niet gesloten", "a quotation mark is not closed"),
    "LINE SIZE OVER MAXIMUM": (
        f"een regel is langer dan {LONGEST_LINE >> 20} MiB",
        f"a line is longer than {LONGEST_LINE >> 20} MiB",
    ),
}
UNREADABLE = ("de inhoud is niet te lezen", "its content cannot be read")


Types = dict[str, dict[str, str]]
"""The DuckDB type of each column as its file gives it: {table name: {column: type}}."""


def lay_out(stage: Stage, delivery: Delivery, faults: Faults, *, restore: bool) -> Types:
    """Stage every file of the delivery; what cannot be read at all becomes a fault.

    Expects `names` (kind, name, key, known) with the names that have a number in the ledger already.
    restore: the numbers of names that the delivery brings along are kept.
    """
    stage.make_empty("append_numbers", APPEND_NUMBERS)
    types: Types = {}
    for file in delivery.files.values():
        try:
            given = types[file.table.name] = _raw(stage, file, faults)
            _intern(stage, file, given)
            stage.make(file.table.name, _staging(stage, file.table, given))
        except duckdb.Error:
            faults.add("unreadable", file.name, detail=UNREADABLE[0], detail_en=UNREADABLE[1])
        stage.drop("raw_rows")
        if file.table.name == "appends" and stage.has("appends"):
            _number_appends(stage)
        if file.table.name == "known_as" and stage.has("known_as") and restore:
            stage.run("INSERT INTO names SELECT kind, ref, number, false FROM known_as WHERE number > 0")
    return types


APPEND_NUMBERS = "row BIGINT, key BIGINT, number BIGINT, recorded_at TIMESTAMP, day DATE"
"""The delivery's appends with their numbers and their day in Brussels."""


def _number_appends(stage: Stage) -> None:
    """An append that is a whole number keeps it; one with a name takes the number after the append above it."""
    stage.run(
        "INSERT INTO append_numbers SELECT row, id, coalesce(last_number, 0) + row - coalesce(last_row, 0), "
        "recorded_at, CAST(timezone('Europe/Brussels', timezone('UTC', recorded_at)) AS DATE) "
        "FROM (SELECT *, max(CASE WHEN id > 0 THEN id END) OVER above AS last_number, "
        "max(CASE WHEN id > 0 THEN row END) OVER above AS last_row FROM appends WINDOW above AS (ORDER BY row))"
    )
    stage.run(
        "UPDATE names SET key = numbered.number FROM append_numbers numbered "
        "WHERE names.kind = 'append' AND names.key = numbered.key"
    )


def raw_source(stage: Stage, file: DeliveredFile) -> str:
    """SQL that reads a file as it stands, with its row numbers."""
    path = stage.alias(file.path)
    if file.parquet:
        return (
            "SELECT file_row_number + 1 AS row, * EXCLUDE (file_row_number) "
            f"FROM read_parquet({path}, file_row_number = true)"
        )
    columns = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in file.columns)
    return (
        f"SELECT row_number() OVER () AS row, * FROM read_csv({path}, header = true, auto_detect = false, "
        f"all_varchar = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false, "
        f"columns = {{{columns}}}, store_rejects = true, strict_mode = true, "
        f"max_line_size = {LONGEST_LINE})"
    )


def _raw(stage: Stage, file: DeliveredFile, faults: Faults) -> dict[str, str]:
    """Make `raw` of a file; returns the DuckDB type of each of its columns."""
    if file.parquet:
        stage.run(f"CREATE OR REPLACE VIEW raw AS {raw_source(stage, file)}")
    else:
        stage.make("raw_rows", raw_source(stage, file))
        stage.run("CREATE OR REPLACE VIEW raw AS SELECT * FROM raw_rows")
        if stage.value("SELECT count(*) FROM reject_errors"):
            _note_rejects(stage, file, faults)
            _number_anew(stage)
        stage.run("DROP TABLE IF EXISTS reject_errors")
        stage.run("DROP TABLE IF EXISTS reject_scans")
    return dict(row[:2] for row in stage.rows("DESCRIBE raw") if row[0] != "row")


def _note_rejects(stage: Stage, file: DeliveredFile, faults: Faults) -> None:
    for line, kind in stage.rows("SELECT DISTINCT line, error_type FROM reject_errors ORDER BY line LIMIT 10000"):
        if kind in STRAY:
            faults.add("ragged_row", file.name, row=line - 1)
        else:
            nl, en = REJECTED.get(kind, UNREADABLE)
            faults.add("unreadable", file.name, row=line - 1, detail=nl, detail_en=en)


def _number_anew(stage: Stage) -> None:
    """Rows below one that was rejected keep the place that they have in the file."""
    left = stage.value("SELECT count(*) FROM raw_rows")
    lost = stage.value("SELECT count(DISTINCT line) FROM reject_errors")
    stage.run(
        "UPDATE raw_rows SET row = kept.place FROM ("
        "SELECT place, row_number() OVER (ORDER BY place) AS row FROM range(1, ? + 1) AS places(place) "
        "WHERE place NOT IN (SELECT line - 1 FROM reject_errors)) AS kept WHERE raw_rows.row = kept.row",
        left + lost,
    )


def _intern(stage: Stage, file: DeliveredFile, given: dict[str, str]) -> None:
    """Give each new name that is not a number a number below zero, in order of appearance."""
    for column in _interned(file.table, given):
        stage.run(
            "INSERT INTO names "
            "SELECT ?, name, -(row_number() OVER (ORDER BY first) + (SELECT count(*) FROM names)), false "
            f"FROM (SELECT {foreign_name(column, given[column.name])} AS name, min(raw.row) AS first "
            "FROM raw GROUP BY 1) "
            "WHERE name IS NOT NULL AND name NOT IN (SELECT name FROM names WHERE kind = ?)",
            column.names,
            column.names,
        )


def _interned(table: Table, given: dict[str, str]) -> list[Column]:
    return [c for c in table.of_kind(Kind.NAME, Kind.LINK) if c.name in given and c.names]


def _staging(stage: Stage, table: Table, given: dict[str, str]) -> str:
    """SQL for the rows of a staged table, out of `raw`."""
    joined = {
        column.name: f"names_{place}"
        for place, column in enumerate(_interned(table, given))
        if stage.value("SELECT count(*) FROM names WHERE kind = ?", column.names)
    }
    chosen = [_selected(column, given, joined) for column in table.columns]
    if table.fact and "ref" in given:
        chosen.append(f"{foreign_name(table.column('ref'), given['ref'])} AS ref_text")
    joins = [
        f"LEFT JOIN names {alias} ON {alias}.kind = {literal(table.column(name).names)} "
        f"AND {alias}.name = {foreign_name(table.column(name), given[name])}"
        for name, alias in joined.items()
    ]
    return f"SELECT raw.row, {', '.join(chosen)}, {_bad(table, given)} AS bad FROM raw {' '.join(joins)}"


def _selected(column: Column, given: dict[str, str], joined: dict[str, str]) -> str:
    if column.name not in given:
        value = f"CAST(NULL AS {TYPES.get(column.kind, 'VARCHAR')})"
    else:
        value = f"({typed(column, given[column.name])})"
        value = f"coalesce({value}, {joined[column.name]}.key)" if column.name in joined else value
    default = column.default
    if default is not None:
        value = f"coalesce({value}, {literal(default) if isinstance(default, str) else default})"
    return f"{value} AS {quoted(column.name)}"


def _bad(table: Table, given: dict[str, str]) -> str:
    """The columns with something in them that is no value of their kind; null in a row where all is well."""
    broken = {
        column.name: f"({text_of(column, given[column.name])} IS NOT NULL AND {_nothing(column, given[column.name])})"
        for column in table.columns
        if column.name in given and typed(column, given[column.name]) != raw_column(column)
    }
    if not broken:
        return "CAST(NULL AS VARCHAR[])"
    named = ", ".join(f"CASE WHEN {test} THEN {literal(name)} END" for name, test in broken.items())
    return f"CASE WHEN {' OR '.join(broken.values())} THEN list_filter([{named}], lambda name: name IS NOT NULL) END"


def _nothing(column: Column, given: str) -> str:
    nothing = f"({typed(column, given)}) IS NULL"
    return f"{nothing} AND {foreign_name(column, given)} IS NULL" if column.kind in (Kind.NAME, Kind.LINK) else nothing
