"""A figure's one expression: its events, counted per cell in whole numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from baken.figures.lazily import ibis
from baken.figures.model import TOTAL, Figure, Measure
from baken.figures.tables import Tables

if TYPE_CHECKING:
    import ibis.expr.types as ir


def expression(figure: Figure, tables: Tables) -> ir.Table:
    """An Ibis table with a column per dimension, `year`, and `value` (or `numerator` and `denominator`).

    Totals that are sums are left to `tabulate`; totals of distinct persons are counted here, under code `total`.
    """
    events = figure.events(tables)
    cell = [*(dimension.name for dimension in figure.dimensions), "year"]
    if figure.measure is Measure.EVENTS:
        return events.group_by(cell).agg(value=events.count())
    if figure.measure is Measure.RATIO:
        parts = {part: events.count(where=events.part == part) for part in ("numerator", "denominator")}
        return events.group_by(cell).agg(**parts)
    return _distinct_persons(figure, events, cell)


def _distinct_persons(figure: Figure, events: ir.Table, cell: list[str]) -> ir.Table:
    persons = events.select(*cell, "person").distinct()
    counts = persons.group_by(cell).agg(value=persons.count())
    counted_anew = [dimension.name for dimension in figure.dimensions if dimension.additive is False]
    if not counted_anew:
        return counts
    over = persons.mutate(**{name: ibis.literal(TOTAL) for name in counted_anew}).distinct()
    return counts.union(over.group_by(cell).agg(value=over.count()))
