"""The law as it is and as proposed in one book: what a reform cannot change stands there, and is judged, only once."""

from dataclasses import replace

from baken.law.book import Book, ReadRule, Text
from baken.law.expression import Arithmetic, Const, Dated, Decide, Expr, Kind, Ref, Value, names, rewrite
from baken.law.reforms import AS_IT_STANDS

AFTER = "__after"
Range = tuple[Value, Value]


def affected(before: Book, after: Book) -> list[str]:
    """The rules whose outcome the reform can change, and those it adds, in an order in which they can be judged."""
    found: dict[str, None] = {}
    for name, rule in after.rules.items():
        if {*names(rule.whole), *names(rule.pick)} & found.keys() or says_otherwise(before, after, name):
            found[name] = None
    return list(found)


def says_otherwise(before: Book, after: Book, name: str) -> bool:
    """Whether a rule is new, or its own text or the values of its parameters are others."""
    return name not in before.rules or _says(before.rules[name]) != _says(after.rules[name])


def _says(rule: ReadRule) -> str:
    return repr((rule.whole, rule.before))


def outcomes(before: Book, after: Book) -> list[str]:
    """The affected rules that somebody would ask: not those kept only because a changed rule asks them."""
    return [name for name in affected(before, after) if not name.endswith(AS_IT_STANDS)]


def side_by_side(before: Book, after: Book) -> Book:
    """One book in which each affected rule stands as it is, and under its name with AFTER as proposed."""
    changed = frozenset(affected(before, after))

    def renamed(node: Expr) -> Expr:
        return replace(node, name=node.name + AFTER) if isinstance(node, Ref) and node.name in changed else node

    both = object.__new__(Book)
    both.__dict__.update(
        {key: value for key, value in after.__dict__.items() if key in ("facts", "parameters", "chapters")}
    )
    both.rules = dict(before.rules)
    for name, rule in after.rules.items():
        if name not in changed:
            continue
        texts = tuple(Text(text.version, rewrite(text.expr, renamed)) for text in rule.texts)
        both.rules[name + AFTER] = replace(rule, texts=texts, pick=rewrite(rule.pick, renamed))
    return both


def possible(book: Book, rule: str) -> Range | None:
    """The least and the most that a rule on money or numbers can yield; None where a fact sets no bounds."""
    return _range(book, book.rules[rule].whole, {})


def _range(book: Book, node: Expr, known: dict[str, Range | None]) -> Range | None:
    if isinstance(node, Const):
        return (node.value, node.value) if node.kind in (Kind.MONEY, Kind.NUMBER) else None
    if isinstance(node, Dated):
        return _around([_range(book, value, known) for _, value in node.values])
    if isinstance(node, Decide):
        parts = [outcome for _, outcome in node.clauses]
        return _around([_range(book, part, known) for part in (*parts, node.otherwise)])
    if isinstance(node, Arithmetic):
        return _computed(node.op, _range(book, node.left, known), _range(book, node.right, known))
    if isinstance(node, Ref) and node.name in book.rules:
        if node.name not in known:
            known[node.name] = _range(book, book.rules[node.name].whole, known)
        return known[node.name]
    return None


def _around(ranges: list[Range | None]) -> Range | None:
    bounded = [found for found in ranges if found is not None]
    if len(bounded) < len(ranges) or not bounded:
        return None
    return min(low for low, _ in bounded), max(high for _, high in bounded)


def _computed(op: str, left: Range | None, right: Range | None) -> Range | None:
    if left is None or right is None:
        return None
    if op == "-":
        return left[0] - right[1], left[1] - right[0]
    if op == "+":
        return left[0] + right[0], left[1] + right[1]
    corners = [a * b for a in left for b in right]
    return min(corners), max(corners)
