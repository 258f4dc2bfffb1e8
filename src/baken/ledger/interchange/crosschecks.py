"""Checks that look at rows together: references, order in time, doubles. They need the tables below in the stage.

append_numbers (key, number, recorded_at, day) · offices (code, id) · opened_<kind> (subject, day, known)
"""

from collections.abc import Iterator
from datetime import date

from baken.ledger.facts import opening_types
from baken.ledger.interchange.checks import Check
from baken.ledger.interchange.layout import Column, Kind, Table, facts
from baken.ledger.interchange.stage import quoted

WITHOUT_ORDER = ("dossier", "person")
"""Kinds of subject whose facts may be older than their opening: what is known of somebody is often older."""
FOREVER = "9223372036854775807"


def opened(kind: str) -> str:
    """The stage's table of opened subjects of a kind."""
    return quoted(f"opened_{kind}")


def opening_column(kind: str) -> tuple[Table, str]:
    """The table that opens a kind of subject, and its column."""
    return facts(opening_types()[kind]), kind


def fact_checks(table: Table, *, history: bool, today: date) -> Iterator[Check]:
    """Every check of one staged table of facts against the rest."""
    yield from _append_checks(table, history=history, today=today)
    offices = "office IS NOT NULL AND office NOT IN (SELECT code FROM offices)"
    yield Check("unknown_office", table, "office", _where(table, offices))
    for column in table.of_kind(Kind.NAME):
        if column.field is not None:
            yield from _subject_checks(table, column)
    yield Check("duplicate_ref", table, "ref", _same_ref(table))
    yield Check("duplicate_row", table, None, _same_content(table))
    if table.fact and table.fact.opens:
        yield Check("opened_twice", table, table.fact.opens, _standing_twice(table, [table.fact.opens]))


def _where(table: Table, condition: str) -> str:
    return f"SELECT row, NULL AS value FROM {quoted(table.name)} WHERE {condition}"


def _append_checks(table: Table, *, history: bool, today: date) -> Iterator[Check]:
    for column in ("appended_in", "retracted_in") if history else ("appended_in",):
        unknown = f"{column} IS NOT NULL AND {column} NOT IN (SELECT number FROM append_numbers)"
        yield Check("unknown_append", table, column, _where(table, unknown))
    if history:
        yield Check("retracted_too_early", table, "retracted_in", _where(table, "retracted_in <= appended_in"))
    after = (
        f"SELECT t.row, NULL AS value FROM {quoted(table.name)} t "
        "LEFT JOIN append_numbers a ON a.number = t.appended_in "
        f"WHERE t.occurred_on > coalesce(a.day, DATE '{today}')"
    )
    yield Check("after_recording", table, "occurred_on", after)


def _subject_checks(table: Table, column: Column) -> Iterator[Check]:
    kind, name = column.names, quoted(column.name)
    opener, opening = opening_column(kind)
    if (opener, opening) == (table, column.name):
        return
    dangling = (
        f"SELECT t.row, NULL AS value FROM {quoted(table.name)} t ANTI JOIN {opened(kind)} o ON o.subject = t.{name} "
        f"WHERE t.{name} IS NOT NULL"
    )
    yield Check("dangling_reference", table, column.name, dangling, opener.label)
    if kind not in WITHOUT_ORDER and table.fact and table.fact.opens != kind:
        before = (
            f"SELECT t.row, NULL AS value FROM {quoted(table.name)} t JOIN {opened(kind)} o ON o.subject = t.{name} "
            "WHERE t.occurred_on < o.day AND NOT coalesce(t.undated, false)"
        )
        yield Check("before_opening", table, "occurred_on", before, opener.label)


def _same_ref(table: Table) -> str:
    name = quoted(table.name)
    by_number = f"SELECT ref FROM {name} WHERE ref IS NOT NULL GROUP BY ref HAVING count(*) > 1"
    by_text = f"SELECT ref_text FROM {name} WHERE ref_text IS NOT NULL GROUP BY ref_text HAVING count(*) > 1"
    return _where(table, f"ref IN ({by_number}) OR ref_text IN ({by_text})")


def _same_content(table: Table) -> str:
    return _standing_twice(table, [column.name for column in table.columns if column.field is not None])


def _standing_twice(table: Table, columns: list[str]) -> str:
    """Rows that tell the same while another row that does still stands; retracting and telling anew is no double."""
    same = ", ".join(map(quoted, columns))
    name = quoted(table.name)
    doubles = f"SELECT hash({same}) FROM {name} GROUP BY 1 HAVING count(*) > 1"
    until = (
        f"max(coalesce(retracted_in, {FOREVER})) OVER (PARTITION BY {same} ORDER BY appended_in, row "
        "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)"
    )
    return (
        f"SELECT row, NULL AS value FROM (SELECT row, coalesce(appended_in, 0) AS since, {until} AS until "
        f"FROM {name} WHERE hash({same}) IN ({doubles})) WHERE until > since"
    )
