"""Checks on the form of single rows: readable values, values that must be there, codes, days."""

from collections.abc import Iterator, Mapping
from datetime import date

import pyarrow as pa
from django.db import models

from baken.foundation.codelists import codelist
from baken.ledger.fields import AS_GIVEN
from baken.ledger.interchange.checks import Check
from baken.ledger.interchange.layout import Column, Kind, Table
from baken.ledger.interchange.stage import Stage, literal, quoted
from baken.ledger.interchange.values import EXPECTED

SMALL = 32_767
MIDDLE = 2_147_483_647
PLAIN = "VARCHAR"
EARLIEST, LATEST = "1900-01-01", "9999-12-31"


def form_checks(table: Table, given: Mapping[str, str]) -> Iterator[Check]:
    """Every check that looks at one row of a staged table. given: the types of its columns in the file."""
    for column in table.columns:
        yield from _column_checks(table, column, given.get(column.name, PLAIN))
    for later, earlier in (table.fact.not_before if table.fact else {}).items():
        found = f"SELECT row, NULL AS value FROM {quoted(table.name)} WHERE {quoted(later)} < {quoted(earlier)}"
        yield Check("before_other_column", table, later, found, earlier)


def _column_checks(table: Table, column: Column, given: str) -> Iterator[Check]:
    name, nl_en = quoted(column.name), _expected(column, given)
    bad = f"list_contains(bad, {literal(column.name)})"
    yield _check(table, column, "wrong_value", f"bad IS NOT NULL AND {bad}", *nl_en)
    if column.required:
        absent = f"{name} IS NULL" + (" AND ref_text IS NULL" if table.fact and column.name == "ref" else "")
        yield _check(table, column, "missing_value", f"{absent} AND (bad IS NULL OR NOT {bad})")
    if column.kind is Kind.TEXT:
        yield from _text_checks(table, column)
    if column.kind is Kind.NAME and column.names != "append":
        yield Check("national_number", table, column.name, _national_numbers(table, column))
    if column.kind is Kind.NUMBER and not isinstance(column.field, models.BigIntegerField | models.BigAutoField):
        most = SMALL if isinstance(column.field, models.SmallIntegerField) else MIDDLE
        yield _check(
            table, column, "out_of_range", f"abs({name}) > {most}", f"-{most} en {most}", f"-{most} and {most}"
        )
    if column.kind is Kind.DAY:
        yield _check(table, column, "implausible_year", f"{name} NOT BETWEEN '{EARLIEST}' AND '{LATEST}'")
    if column.kind is Kind.CODE:
        yield from _code_checks(table, column)


def _expected(column: Column, given: str) -> tuple[str, str]:
    """What a value should have been, and in which type it came where that is not plain text."""
    nl, en = EXPECTED[column.kind]
    if given == PLAIN:
        return nl, en
    # Only what the type begins with: a structure's type holds names of its sender's.
    kind = given.partition("(")[0]
    return f"{nl}, in een kolom van het type {kind}", f"{en}, in a column of type {kind}"


def _check(
    table: Table, column: Column, kind: str, where: str, detail: str = "", detail_en: str | None = None
) -> Check:
    value = quoted(column.name) if column.kind is Kind.CODE else "NULL"
    rows = f"SELECT row, {value} AS value FROM {quoted(table.name)} WHERE {where}"
    return Check(kind, table, column.name, rows, detail, detail_en)


def _national_numbers(table: Table, column: Column) -> str:
    """Rows whose name is, or hides, a national number."""
    name = quoted(column.name)
    texts = f"SELECT key FROM names WHERE key < 0 AND {_is_national(_digits('name'))}"
    found = f"({_is_national(name)}) OR {name} IN ({texts})"
    if table.fact and column.name == "ref":
        found = f"({_is_national(name)}) OR ({_is_national(_digits('ref_text'))})"
    return f"SELECT row, NULL AS value FROM {quoted(table.name)} WHERE {found}"


def _digits(text: str) -> str:
    """The eleven digits in a text that begins with one; null otherwise."""
    digits = f"regexp_replace({text}, '[^0-9]', '', 'g')"
    return f"CASE WHEN {text} ~ '[0-9].*' AND length({digits}) = 11 THEN CAST({digits} AS BIGINT) END"


def _is_national(number: str) -> str:
    """Month (also of bis and test numbers), day and check digits are those of a national number."""
    body = f"({number}) // 100"
    checks = " OR ".join(f"97 - ({born} + {body}) % 97 = ({number}) % 100" for born in (0, 2_000_000_000))
    month, day = f"({number}) // 10000000 % 100", f"({number}) // 100000 % 100"
    months = f"({month} <= 12 OR {month} BETWEEN 20 AND 32 OR {month} BETWEEN 40 AND 52 OR {month} BETWEEN 61 AND 72)"
    return f"({number}) BETWEEN 100000000 AND 99999999999 AND {day} <= 31 AND {months} AND ({checks})"


def _text_checks(table: Table, column: Column) -> Iterator[Check]:
    longest = column.field.max_length if column.field is not None else None
    if longest:
        yield _check(table, column, "too_long", f"length({quoted(column.name)}) > {longest}", str(longest))
    if column.required:
        yield _check(table, column, "missing_value", f"{quoted(column.name)} = ''")


def _code_checks(table: Table, column: Column) -> Iterator[Check]:
    field = column.field
    codes = codelist(field.codelist)
    name = quoted(column.name)
    known = f"{name} IN (SELECT code FROM codes WHERE list = {literal(codes.name)})"
    given = f" AND NOT starts_with({name}, '{AS_GIVEN}')" if field.as_given else ""
    yield _check(table, column, "unknown_code", f"{name} IS NOT NULL AND NOT {known}{given}", codes.name)
    longest = field.max_length
    yield _check(table, column, "too_long", f"length({name}) > {longest}", str(longest))
    if table.fact and any(code.valid_from or code.valid_to for code in codes):
        yield Check("code_not_valid_then", table, column.name, _out_of_use(table, column, known), codes.name)


def _out_of_use(table: Table, column: Column, known: str) -> str:
    """In use on none of the row's days: a course may be planned today in a municipality of next year."""
    name = quoted(column.name)
    days = " OR ".join(f"t.{quoted(day.name)} BETWEEN c.since AND c.until" for day in table.of_kind(Kind.DAY))
    in_use = f"SELECT 1 FROM codes c WHERE c.list = {literal(column.field.codelist)} AND c.code = t.{name} AND ({days})"
    return (
        f"SELECT t.row, t.{name} AS value FROM {quoted(table.name)} t "
        f"WHERE NOT coalesce(t.undated, false) AND {known} AND NOT EXISTS ({in_use})"
    )


def keep_codes(stage: Stage, tables: list[Table]) -> None:
    """Make `codes` (list, code, since, until) of every code list that these tables use."""
    lists = sorted({column.field.codelist for table in tables for column in table.of_kind(Kind.CODE)})
    first, last = date.fromisoformat(EARLIEST), date.fromisoformat(LATEST)
    rows = [
        {"list": name, "code": code.code, "since": code.valid_from or first, "until": code.valid_to or last}
        for name in lists
        for code in codelist(name)
    ]
    schema = pa.schema([("list", pa.string()), ("code", pa.string()), ("since", pa.date32()), ("until", pa.date32())])
    stage.keep("codes", [pa.RecordBatch.from_pylist(rows, schema)], schema)
