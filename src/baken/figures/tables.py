"""The tables from which figures are counted: facts by label, offices, code lists, and parts that figures share."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from baken.foundation.codelists import codelist
from baken.ledger.facts import fact_type
from baken.ledger.schema import content_schema

OFFICE = "office"
OFFICE_SCHEMA = pa.schema([("id", pa.int64()), ("code", pa.string()), ("agency", pa.string()), ("region", pa.string())])

Part = Callable[["Tables"], ir.Table]


def fact_schema(label: str) -> pa.Schema:
    """A fact type's columns in a snapshot: its number, its content, and the append that told it."""
    content = content_schema(fact_type(label))
    return pa.schema([pa.field("id", pa.int64()), *content, pa.field("appended_in", pa.int64())])


def code_tables() -> dict[str, pa.Table]:
    """The code lists that figures read, one text column per attribute; codes and their order as in `foundation`."""
    wanted = {"municipality": ("region",), "language": ("figure",), "language_test": ("kind", "printed_as")}
    return {name: _code_table(name, extra) for name, extra in wanted.items()}


def _code_table(name: str, extra: tuple[str, ...]) -> pa.Table:
    # A code may return with another validity: its latest row says where it belongs.
    rows = [codelist(name)[code] for code in codelist(name).codes()]
    columns = {"code": [row.code for row in rows]} | {key: [row.extra[key] for row in rows] for key in extra}
    return pa.table({key: pa.array(values, pa.string()) for key, values in columns.items()})


class Tables:
    """Tables by name, as Ibis sees them. read: gives a table by name; keep: may store a shared part for later use."""

    def __init__(
        self,
        read: Callable[[str], ir.Table],
        keep: Callable[[str, ir.Table], ir.Table] = lambda _, expression: expression,
    ) -> None:
        self._read, self._keep = read, keep
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

    return part


def declared_tables() -> Tables:
    """Tables without data behind them, for showing and checking the SQL of a figure."""
    schemas: dict[str, pa.Schema] = {name: table.schema for name, table in code_tables().items()}
    schemas[OFFICE] = OFFICE_SCHEMA

    def read(name: str) -> Any:
        schema = schemas.get(name) or fact_schema(name)
        return ibis.table(ibis.Schema.from_pyarrow(schema), name=name)

    return Tables(read)
