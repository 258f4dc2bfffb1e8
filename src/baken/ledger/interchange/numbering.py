"""Giving everything its number: subjects, rows of reference models, facts.

Makes `numbers` (kind, key, number) for what is not already called by its own number, and per fact type
`final/<label>`: rows as the ledger stores them in order of number, with `known_ref` where a source's name differs.
"""

from baken.ledger.facts import content_fields
from baken.ledger.interchange.layout import Column, Kind, Table
from baken.ledger.interchange.ledgerside import LedgerState
from baken.ledger.interchange.stage import Stage, literal, quoted


def number_subjects(stage: Stage, state: LedgerState, tables: list[Table]) -> None:
    """Number the subjects that the delivery calls by new names, above every number in use."""
    stage.make_empty("numbers", "kind VARCHAR, key BIGINT, number BIGINT")
    kinds = {column.names for table in tables for column in table.of_kind(Kind.NAME) if column.field is not None}
    for kind in sorted(kinds):
        highest = max([state.counters.get(kind, 1) - 1, highest_used(stage, tables, Kind.NAME, kind)])
        stage.run(
            "INSERT INTO numbers SELECT kind, key, ? + row_number() OVER (ORDER BY key DESC) "
            "FROM names WHERE kind = ? AND key < 0",
            highest,
            kind,
        )


def highest_used(stage: Stage, tables: list[Table], column_kind: Kind, names: str) -> int:
    """The highest number by which the delivery (or a name it was given) calls a subject or row of this kind."""
    spans = [
        f"SELECT max({quoted(column.name)}) FROM {quoted(prefix + table.name)}"
        for prefix in ("", "aside/")
        for table in tables
        if stage.has(prefix + table.name)
        for column in table.of_kind(column_kind)
        if column.names == names
    ]
    spans.append(f"SELECT max(key) FROM names WHERE kind = {literal(names)}")
    return int(
        stage.value(f"SELECT greatest(0, coalesce(max(number), 0)) FROM ({' UNION ALL '.join(spans)}) AS spans(number)")
    )


def number_facts(stage: Stage, tables: list[Table], *, appended_in: str, first_fact: int) -> None:
    """Make every `final/<label>`.

    appended_in: SQL for the append of a staged row. Facts are numbered append by append, label by label, row by row.
    """
    stage.make_empty("counts", "label VARCHAR, append BIGINT, facts BIGINT")
    for table in tables:
        stage.run(
            f"INSERT INTO counts SELECT ?, {appended_in}, count(*) FROM {quoted(table.name)} t GROUP BY 2", table.label
        )
    stage.make(
        "shifts",
        "SELECT label, append, "
        "first - 1 - (sum(facts) OVER (PARTITION BY label ORDER BY append) - facts) AS shift FROM (SELECT *, "
        f"{first_fact} + sum(facts) OVER (ORDER BY append, label ROWS UNBOUNDED PRECEDING) - facts AS first "
        "FROM counts)",
    )
    mapped = {row[0] for row in stage.rows("SELECT DISTINCT kind FROM numbers")}
    for table in tables:
        stage.make(f"final/{table.label}", _final(table, appended_in, mapped))


def _final(table: Table, appended_in: str, mapped: set[str]) -> str:
    """SQL for one fact type's rows as they will stand in the ledger, with `known_ref`."""
    joins, chosen = ["LEFT JOIN offices o ON o.code = t.office"], []
    columns = {column.stored: column for column in table.columns}
    for place, field in enumerate(content_fields(table.model)):  # type: ignore[arg-type]
        column = columns[field.attname]
        chosen.append(f"{_value(column, mapped, place)} AS {quoted(field.attname)}")
        if _is_mapped(column, mapped):
            joins.append(_join(column, place))
    its_number = "ref = id OR ref_text = '#' || id"
    number = f"row_number() OVER (ORDER BY {appended_in}, t.row) + s.shift"
    return (
        "SELECT * EXCLUDE (ref, ref_text), "
        f"CASE WHEN NOT coalesce({its_number}, false) THEN coalesce(ref_text, CAST(ref AS VARCHAR)) END AS known_ref "
        f"FROM (SELECT CAST({number} AS BIGINT) AS id, {', '.join(chosen)}, t.ref, t.ref_text, "
        f"CAST({appended_in} AS BIGINT) AS appended_in, t.retracted_in FROM {quoted(table.name)} t "
        f"JOIN shifts s ON s.label = {literal(table.label)} AND s.append = {appended_in} {' '.join(joins)}) ORDER BY id"
    )


def _is_mapped(column: Column, mapped: set[str]) -> bool:
    return column.kind in (Kind.NAME, Kind.LINK) and column.names in mapped


def _value(column: Column, mapped: set[str], place: int) -> str:
    name = f"t.{quoted(column.name)}"
    if column.kind is Kind.OFFICE:
        return "o.id"
    return f"coalesce(n{place}.number, {name})" if _is_mapped(column, mapped) else name


def _join(column: Column, place: int) -> str:
    kind = literal(column.names)
    return f"LEFT JOIN numbers n{place} ON n{place}.kind = {kind} AND n{place}.key = t.{quoted(column.name)}"
