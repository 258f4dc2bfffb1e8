"""How what stands in a file becomes a typed value: one SQL expression per kind of column, null when it cannot."""

from baken.ledger.interchange.layout import LARGEST_NUMBER, Column, Kind
from baken.ledger.interchange.stage import literal, quoted

LONGEST_NAME = 200
WHOLE_NUMBERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT")
FRACTIONS = ("FLOAT", "DOUBLE")
"""Types in which whole numbers often come, because their table also had empty places."""
NUMBERED = (Kind.NAME, Kind.LINK, Kind.NUMBER)
AS_TEXT = ("VARCHAR", "UUID", *WHOLE_NUMBERS)
SUITABLE = {
    Kind.NAME: (*AS_TEXT, *FRACTIONS),
    Kind.LINK: (*AS_TEXT, *FRACTIONS),
    Kind.NUMBER: (*AS_TEXT, *FRACTIONS),
    Kind.DAY: ("VARCHAR", "DATE"),
    Kind.TRUTH: ("VARCHAR", "BOOLEAN"),
    Kind.AMOUNT: (*AS_TEXT, *FRACTIONS, "DECIMAL"),
    Kind.INSTANT: ("VARCHAR", "TIMESTAMP"),
    Kind.TEXT: AS_TEXT,
    Kind.CODE: AS_TEXT,
    Kind.OFFICE: AS_TEXT,
}
"""The types of a column in a file from which values of a kind are read, as they begin in DuckDB."""
EXPECTED = {
    Kind.NAME: ("nummer of naam van ten hoogste 200 tekens", "number or name of at most 200 characters"),
    Kind.LINK: ("nummer of naam van ten hoogste 200 tekens", "number or name of at most 200 characters"),
    Kind.NUMBER: (f"geheel getal (tot {LARGEST_NUMBER})", f"whole number (up to {LARGEST_NUMBER})"),
    Kind.DAY: ("datum JJJJ-MM-DD", "day YYYY-MM-DD"),
    Kind.TRUTH: ("true of false", "true or false"),
    Kind.AMOUNT: ("bedrag zoals 90.00", "amount such as 90.00"),
    Kind.INSTANT: ("tijdstip zoals 2026-10-31T23:59:59Z", "instant such as 2026-10-31T23:59:59Z"),
    Kind.TEXT: ("tekst", "text"),
    Kind.CODE: ("code", "code"),
    Kind.OFFICE: ("code van een vestiging", "code of an office"),
}
"""What a value should have been, in Dutch and English."""

TYPES = {
    Kind.NAME: "BIGINT",
    Kind.LINK: "BIGINT",
    Kind.NUMBER: "BIGINT",
    Kind.DAY: "DATE",
    Kind.TRUTH: "BOOLEAN",
    Kind.INSTANT: "TIMESTAMP",
}
"""DuckDB types of staged columns; all others are VARCHAR."""


def raw_column(column: Column) -> str:
    """The column in the view `raw`, as the file gives it."""
    return f"raw.{quoted(column.name)}"


def text_of(column: Column, given: str) -> str:
    """The value as text; empty text is no value, but in columns of text that may be null."""
    raw = raw_column(column)
    raw = raw if given == "VARCHAR" else f"CAST({raw} AS VARCHAR)"
    return raw if column.kind is Kind.TEXT else f"nullif({raw}, '')"


def typed(column: Column, given: str) -> str:
    """The typed value of a column that the file gives as DuckDB type `given`; of a name only a number."""
    raw = raw_column(column)
    if not suitable(column, given):
        return f"CAST(NULL AS {TYPES.get(column.kind, 'VARCHAR')})"
    if given == TYPES.get(column.kind) and column.kind in (Kind.DAY, Kind.TRUTH):
        return raw
    if given in (*WHOLE_NUMBERS, *FRACTIONS) and column.kind in NUMBERED:
        whole = f" AND {raw} = trunc({raw})" if given in FRACTIONS else ""
        return f"CASE WHEN {raw} BETWEEN {_least(column)} AND {LARGEST_NUMBER}{whole} THEN CAST({raw} AS BIGINT) END"
    if column.kind is Kind.INSTANT and given.startswith("TIMESTAMP"):
        return f"timezone('UTC', {raw})" if "TIME ZONE" in given else f"CAST({raw} AS TIMESTAMP)"
    return _from_text(column, text_of(column, given))


def suitable(column: Column, given: str) -> bool:
    """Whether values of the column's kind can stand in a file's column of this type."""
    return given.startswith(SUITABLE[column.kind]) and not given.endswith("]")


def _least(column: Column) -> int:
    """The smallest number: what is called by a number is called by one above zero."""
    return -LARGEST_NUMBER if column.kind is Kind.NUMBER else 1


def _from_text(column: Column, text: str) -> str:
    if column.kind in NUMBERED:
        whole = f"TRY_CAST({text} AS BIGINT)"
        fits = f"{whole} BETWEEN {_least(column)} AND {LARGEST_NUMBER}"
        return f"CASE WHEN CAST({whole} AS VARCHAR) = {text} AND {fits} THEN {whole} END"
    if column.kind is Kind.DAY:
        return f"CASE WHEN length({text}) = 10 THEN TRY_CAST({text} AS DATE) END"
    if column.kind is Kind.TRUTH:
        return f"CASE lower({text}) WHEN 'true' THEN true WHEN 'false' THEN false END"
    if column.kind is Kind.INSTANT:
        return f"CASE WHEN length({text}) >= 16 THEN timezone('UTC', TRY_CAST({text} AS TIMESTAMPTZ)) END"
    if column.kind is Kind.AMOUNT and column.field is not None:
        digits, places = column.field.max_digits, column.field.decimal_places
        pattern = rf"-?[0-9]{{1,{digits - places}}}(\.[0-9]{{1,{places}}})?"
        cast = f"CAST(TRY_CAST({text} AS DECIMAL({digits}, {places})) AS VARCHAR)"
        return f"CASE WHEN regexp_full_match({text}, {literal(pattern)}) THEN {cast} END"
    return f"CASE WHEN NOT contains({text}, chr(0)) THEN {text} END"


def foreign_name(column: Column, given: str) -> str:
    """The text of a name that is no number of ours; null when it is one, or too long for a name."""
    if not suitable(column, given) or given in FRACTIONS:
        return "CAST(NULL AS VARCHAR)"
    text = text_of(column, given)
    usable = f"length({text}) <= {LONGEST_NAME} AND NOT contains({text}, chr(0))"
    return f"CASE WHEN ({typed(column, given)}) IS NULL AND {usable} THEN {text} END"
