"""A rule written as text, with exactly the words of `words.py`: how a reform says what it changes.

    any_of(obliged, all_of(residence_ground == "labour", not_(temporary_purpose)))

Nothing is executed: the text is parsed, every node must be one of a short list, and the names in it are what the rule
depends on. A day is written date(2027, 1, 1).
"""

import ast
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from inspect import Parameter, Signature, signature
from types import SimpleNamespace
from typing import Any

from baken.law.expression import Expr, arithmetic, compare, lift
from baken.law.faults import Fault, LawError
from baken.law.words import WORDS

LONGEST = 20_000
_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_OPERATIONS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
_INSTEAD: dict[type[ast.AST], str] = {
    ast.And: "instead_and",
    ast.Or: "instead_or",
    ast.Not: "instead_not",
    ast.In: "instead_in",
    ast.NotIn: "instead_not_in",
    ast.IfExp: "instead_if",
    ast.Div: "instead_div",
}


class Misplaced(LawError):
    """Something in a written rule that it cannot hold, with its line and column."""

    def __init__(self, node: Any, fault: LawError) -> None:
        placed = Fault("place", line=node.lineno, column=node.col_offset + 1)
        said = {one: (placed.said[one][0] + told[0], told[1]) for one, told in fault.said.items()}
        super().__init__(*said["en"])
        self.said = said


def written(text: str, known: Collection[str]) -> Callable[..., Expr]:
    """The rule's function; its arguments are the names in the text, each of which must be known.

    Raises LawError with the place of what cannot stand there.
    """
    tree = _parsed(text)
    names = list(dict.fromkeys(_names(tree, known)))

    def function(**symbols: Expr) -> Expr:
        return lift(_value(tree, symbols))

    function.__signature__ = Signature([Parameter(name, Parameter.KEYWORD_ONLY) for name in names])  # type: ignore[attr-defined]
    return function


def _parsed(text: str) -> ast.expr:
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST:
        raise Fault("longest", longest=LONGEST)
    try:
        return ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        fault = Fault("no_text", "one_expression", reason=error.msg)
        raise Misplaced(SimpleNamespace(lineno=error.lineno, col_offset=(error.offset or 1) - 1), fault) from None
    except (ValueError, RecursionError, MemoryError):
        raise Fault("no_rule_text") from None


def _names(tree: ast.expr, known: Collection[str]) -> Iterator[str]:
    words = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and id(node) not in words:
            if node.id not in known:
                near = get_close_matches(node.id, known, 3)
                hint = "meant" if near else "declare"
                raise Misplaced(node, Fault("no_name", hint, name=node.id, near=", ".join(near)))
            yield node.id


def _value(node: ast.expr, symbols: Mapping[str, Expr]) -> Any:
    """What a node says. Raises Misplaced, also for what the words themselves refuse."""
    reading = _READ.get(type(node))
    if reading is None:
        raise _refused(node, node.op if isinstance(node, ast.BoolOp) else node)
    try:
        return reading(node, symbols)
    except Misplaced:
        raise
    except LawError as error:
        raise Misplaced(node, error) from None
    except RecursionError:
        raise Fault("too_deep") from None


def _refused(node: ast.expr, what: ast.AST) -> Misplaced:
    shown = ast.unparse(node)
    shown = shown if len(shown) < 60 else f"{shown[:57]}…"
    way = _INSTEAD.get(type(what), "allowed")
    return Misplaced(node, Fault("cannot_stand", way, shown=shown, words=", ".join(WORDS)))


def _constant(node: ast.Constant, _: Mapping[str, Expr]) -> Any:
    if isinstance(node.value, bool | int | str):
        return node.value
    way = "whole_number" if isinstance(node.value, float) else ""
    raise Misplaced(node, Fault("no_constant", way, given=repr(node.value)))


def _compare(node: ast.Compare, symbols: Mapping[str, Expr]) -> Expr:
    if len(node.ops) > 1:
        raise Misplaced(node, Fault("two_sides", "chain"))
    if type(node.ops[0]) not in _COMPARISONS:
        raise _refused(node, node.ops[0])
    left, right = _value(node.left, symbols), _value(node.comparators[0], symbols)
    op = _COMPARISONS[type(node.ops[0])]
    return compare(op, left, right) if isinstance(left, Expr) else compare(_MIRROR[op], lift(right), left)


_MIRROR = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def _arithmetic(node: ast.BinOp, symbols: Mapping[str, Expr]) -> Any:
    if type(node.op) not in _OPERATIONS:
        raise _refused(node, node.op)
    left, right = _value(node.left, symbols), _value(node.right, symbols)
    if not isinstance(left, Expr) and isinstance(right, Expr) and not isinstance(node.op, ast.Sub):
        left, right = right, left
    like = right if isinstance(node.op, ast.Sub) and isinstance(right, Expr) else None
    return arithmetic(_OPERATIONS[type(node.op)], lift(left, like), right)


def _unary(node: ast.UnaryOp, symbols: Mapping[str, Expr]) -> int:
    if isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant) and type(node.operand.value) is int:
        return -node.operand.value
    raise _refused(node, node.op)


def _call(node: ast.Call, symbols: Mapping[str, Expr]) -> Any:
    if not isinstance(node.func, ast.Name):
        raise _refused(node, node)
    name = node.func.id
    if name == "date":
        return _date(node)
    if name not in WORDS:
        near = get_close_matches(name, WORDS, 1)
        way = "meant" if near else "allowed"
        raise Misplaced(node, Fault("no_word", way, name=name, near=", ".join(near), words=", ".join(WORDS)))
    arguments = [_argument(argument, name, symbols) for argument in node.args]
    named = {str(keyword.arg): _value(keyword.value, symbols) for keyword in node.keywords}
    word: Callable[..., Any] = WORDS[name]
    try:
        return word(*arguments, **named)
    except (TypeError, AttributeError, ValueError):
        taken = ", ".join(str(each).partition(":")[0] for each in signature(word).parameters.values())
        raise Misplaced(node, Fault("misused", "usage", name=name, taken=taken)) from None


def _argument(node: ast.expr, word: str, symbols: Mapping[str, Expr]) -> Any:
    """A word's argument; those of decide are clauses."""
    if word != "decide":
        return _value(node, symbols)
    if not isinstance(node, ast.Tuple) or len(node.elts) != 2:
        raise Misplaced(node, Fault("clause", "clause_so"))
    return tuple(_value(part, symbols) for part in node.elts)


def _date(node: ast.Call) -> date:
    try:
        return date(*(ast.literal_eval(argument) for argument in node.args))
    except (TypeError, ValueError):
        raise Misplaced(node, Fault("not_a_day", "day_so")) from None


_READ: dict[type[ast.expr], Callable[[Any, Mapping[str, Expr]], Any]] = {
    ast.Name: lambda node, symbols: symbols[node.id],
    ast.Constant: _constant,
    ast.Compare: _compare,
    ast.BinOp: _arithmetic,
    ast.UnaryOp: _unary,
    ast.Call: _call,
}
