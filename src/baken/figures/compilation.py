"""Compiles the declarations to the SQL that `compiled` runs."""

import ibis
import ibis.expr.types as ir

from baken.figures.definitions import FIGURES
from baken.figures.expression import expression
from baken.figures.layout import schema
from baken.figures.model import Years
from baken.figures.tables import PARTS, Tables

PLACEHOLDERS = {"1111": "$first", "2222": "$last"}
"""Years that occur nowhere else, and the parameters that take their place."""


def declared_tables(years: Years, *, inline: bool = False) -> Tables:
    """Tables without data behind them; shared parts are tables of their own, or stand in the expression itself."""

    def read(name: str) -> ir.Table:
        return ibis.table(ibis.Schema.from_pyarrow(schema(name)), name=name)

    def keep(name: str, part: ir.Table) -> ir.Table:
        return part if inline else ibis.table(part.schema(), name=name)

    return Tables(years, read, keep)


def compile_all() -> dict[str, str]:
    """{name: SQL} of every shared part and every figure that is counted for itself."""
    years = Years(*map(int, PLACEHOLDERS))
    parts = {name: _sql(build(declared_tables(years))) for name, build in PARTS.items()}
    figures = {
        f"figure-{int(number):02}": _sql(expression(figure, declared_tables(years)))
        for number, figure in FIGURES.items()
        if not figure.same_as
    }
    return parts | figures


def _sql(compiled: ir.Table) -> str:
    text = str(ibis.to_sql(compiled, dialect="duckdb"))
    for year, parameter in PLACEHOLDERS.items():
        text = text.replace(year, parameter)
    return text + "\n"
