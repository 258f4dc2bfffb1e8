"""What an expression may not do, because engines differ on it without a word, or because it would not be a count."""

from collections.abc import Iterator

import ibis.expr.operations as ops
import ibis.expr.types as ir

DIVISION = "a division: each engine divides whole numbers its own way; averages are taken afterwards"
REFUSED: dict[type[ops.Node], str] = {
    ops.Divide: DIVISION,
    ops.FloorDivide: DIVISION,
    ops.Mean: "a mean: averages are taken afterwards, from whole numbers",
    ops.ApproxCountDistinct: "an approximate count",
    ops.ApproxMedian: "an approximate median",
    ops.ApproxQuantile: "an approximate quantile",
    ops.Round: "rounding: engines round halves differently",
    ops.Ceil: "rounding",
    ops.Floor: "rounding",
    ops.Arbitrary: "any value: each engine picks another",
    ops.First: "a first value without a full order",
    ops.Last: "a last value without a full order",
    ops.Limit: "a limit: which rows remain is each engine's choice",
    ops.Sample: "a sample",
}
TIE_BREAKERS = ("id", "moment")
"""Columns that differ in every row: an order that ends in one of them is full."""


def faults(expression: ir.Table) -> list[str]:
    """What is wrong with an expression, a sentence each; empty when it will count the same on every engine."""
    return sorted({fault for node in expression.op().find(ops.Node) for fault in _faults(node)})


def _faults(node: ops.Node) -> Iterator[str]:
    for kind, why in REFUSED.items():
        if isinstance(node, kind):
            yield f"{type(node).__name__} is {why}"
    if isinstance(node, ops.Value) and (node.dtype.is_floating() or node.dtype.is_decimal()):
        yield f"{type(node).__name__} yields {node.dtype}; a figure yields whole numbers"
    if isinstance(node, ops.WindowFunction) and not _full_order(node):
        yield "a window whose order does not end in id: rows of one day come in any order"
    if isinstance(node, ops.ArgMin | ops.ArgMax) and getattr(node.key, "name", "") not in TIE_BREAKERS:
        yield f"{type(node).__name__} by {getattr(node.key, 'name', 'an expression')}: equal keys give any value"


def _full_order(node: ops.WindowFunction) -> bool:
    return bool(node.order_by) and getattr(node.order_by[-1].arg, "name", "") in TIE_BREAKERS
