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
from typing import Any

from baken.law.expression import Expr, LawError, arithmetic, compare, lift
from baken.law.words import WORDS

LONGEST = 20_000
ALLOWED = f"Use {', '.join(WORDS)}, comparisons, + - *, codes in quotes, whole numbers and date(2027, 1, 1)."
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
    ast.And: "Write all_of(…, …) instead of `and`.",
    ast.Or: "Write any_of(…, …) instead of `or`.",
    ast.Not: "Write not_(…) instead of `not`.",
    ast.In: "Write one_of(value, code, …) instead of `in`.",
    ast.NotIn: "Write not_(one_of(value, code, …)) instead of `not in`.",
    ast.IfExp: "Write decide((condition, outcome), otherwise=…) instead of `if`.",
    ast.Div: "Divide nothing: state the outcome as a parameter.",
}


class Misplaced(LawError):
    """Something in a written rule that it cannot hold, with its line and column."""

    def __init__(self, node: Any, sentence: str, way_out: str = "") -> None:
        super().__init__(f"line {node.lineno}, column {node.col_offset + 1}: {sentence}", way_out)


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
        raise LawError(f"A rule is a text of at most {LONGEST} signs.")
    try:
        return ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        place = f"line {error.lineno}, column {error.offset}"
        raise LawError(
            f"{place}: this cannot be read ({error.msg}).", "A rule is one expression in the law's words."
        ) from None
    except (ValueError, RecursionError, MemoryError):
        raise LawError("This cannot be read as a rule.") from None


def _names(tree: ast.expr, known: Collection[str]) -> Iterator[str]:
    words = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and id(node) not in words:
            if node.id not in known:
                near = get_close_matches(node.id, known, 3)
                hint = f"Is it {' or '.join(near)}?" if near else "Declare it under `facts`, `rules` or `parameters`."
                raise Misplaced(node, f"{node.id} is no fact, rule or parameter.", hint)
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
        raise Misplaced(node, error.sentence, error.way_out) from None
    except RecursionError:
        raise LawError("This rule is nested too deeply.") from None


def _refused(node: ast.expr, what: ast.AST) -> Misplaced:
    shown = ast.unparse(node)
    shown = shown if len(shown) < 60 else f"{shown[:57]}…"
    return Misplaced(node, f"`{shown}` cannot stand in a rule.", _INSTEAD.get(type(what), ALLOWED))


def _constant(node: ast.Constant, _: Mapping[str, Expr]) -> Any:
    if isinstance(node.value, bool | int | str):
        return node.value
    way_out = "Write a whole number, or state it as a parameter." if isinstance(node.value, float) else ""
    raise Misplaced(node, f"A rule cannot state {node.value!r}.", way_out)


def _compare(node: ast.Compare, symbols: Mapping[str, Expr]) -> Expr:
    if len(node.ops) > 1:
        raise Misplaced(node, "A comparison has two sides.", "Write all_of(a <= b, b <= c).")
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
        raise Misplaced(node, f"{name} is no word of the law.", f"Is it {near[0]}?" if near else ALLOWED)
    arguments = [_argument(argument, name, symbols) for argument in node.args]
    named = {str(keyword.arg): _value(keyword.value, symbols) for keyword in node.keywords}
    word: Callable[..., Any] = WORDS[name]
    try:
        return word(*arguments, **named)
    except (TypeError, AttributeError, ValueError):
        raise Misplaced(node, f"{name} is not used so.", _usage(word)) from None


def _usage(word: Callable[..., Any]) -> str:
    taken = ", ".join(str(each).partition(":")[0] for each in signature(word).parameters.values())
    return f"It is {word.__name__}({taken}): {(word.__doc__ or '').partition(chr(10))[0]}"


def _argument(node: ast.expr, word: str, symbols: Mapping[str, Expr]) -> Any:
    """A word's argument; those of decide are clauses."""
    if word != "decide":
        return _value(node, symbols)
    if not isinstance(node, ast.Tuple) or len(node.elts) != 2:
        raise Misplaced(node, "A clause of decide is a pair.", "Write decide((condition, outcome), …, otherwise=…).")
    return tuple(_value(part, symbols) for part in node.elts)


def _date(node: ast.Call) -> date:
    try:
        return date(*(ast.literal_eval(argument) for argument in node.args))
    except (TypeError, ValueError):
        raise Misplaced(node, "This is no day.", "Write it as date(2027, 1, 1).") from None


_READ: dict[type[ast.expr], Callable[[Any, Mapping[str, Expr]], Any]] = {
    ast.Name: lambda node, symbols: symbols[node.id],
    ast.Constant: _constant,
    ast.Compare: _compare,
    ast.BinOp: _arithmetic,
    ast.UnaryOp: _unary,
    ast.Call: _call,
}
