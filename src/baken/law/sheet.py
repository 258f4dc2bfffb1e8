"""The reading for the lawyer: a tree as plain Dutch or English, in lists and numbered provisions.

A condition is a sentence, or a list of which all or any must hold; a decision is a row of provisions of which the first
that applies holds. What does not fit in a sentence gets a letter and stands below it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from baken.law.expression import (
    After,
    AllOf,
    AnyOf,
    Arithmetic,
    Compare,
    Const,
    Dated,
    Decide,
    Expr,
    FirstKnown,
    FullYears,
    Happened,
    Kind,
    Not,
    OfList,
    OneOf,
    Ref,
    WorkingDay,
    YearOf,
)
from baken.law.speech import Mention, Phrase, Speech, subject, text_of

INVERSE = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
MIRROR = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A phrase that says it all."""

    words: Phrase


@dataclass(frozen=True, slots=True)
class Listing:
    """A lead and what it is about, point by point."""

    lead: Phrase
    items: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Provision:
    """What holds, and when. lead: how the condition begins; a last one without condition holds in all other cases."""

    outcome: "Block"
    lead: str
    condition: "Block | None"


@dataclass(frozen=True, slots=True)
class Provisions:
    """Provisions of which the first that applies holds."""

    lead: Phrase
    items: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A block in which letters stand for what is too long for a sentence, and what they stand for."""

    block: "Block"
    lead: Phrase
    notes: tuple[tuple[str, "Block"], ...]


Block = Sentence | Listing | Provisions | Explained


@dataclass(slots=True)
class Reader:
    """Reads one tree. of: whose codes its outcomes are; notes: what got a letter."""

    speech: Speech
    of: str = ""
    notes: list[tuple[str, Block]] = field(default_factory=list)

    def whole(self, node: Expr) -> Block:
        """A tree with what stands below it."""
        truth = isinstance(node, Const) and node.kind is Kind.TRUTH
        block = self.condition(node) if truth else self.outcome(node)
        if not self.notes:
            return block
        return Explained(block, self.speech.say("lists.where"), tuple(self.notes))

    def outcome(self, node: Expr) -> Block:
        """What a tree yields: a condition where it is a truth, provisions where it decides, else a term."""
        if isinstance(node, Decide):
            return self._provisions(node)
        if isinstance(node, Const):
            return Sentence(self.speech.constant(node, self.of))
        return self.condition(node) if node.kind is Kind.TRUTH else Sentence(self.term(node))

    def _provisions(self, node: Decide) -> Provisions:
        clauses, last = list(node.clauses), node.otherwise
        while isinstance(last, Decide):
            clauses, last = [*clauses, *last.clauses], last.otherwise
        items = [self._provision(*clause) for clause in clauses]
        lead = self.speech.say("lists.first") if len(clauses) > 1 else ()
        return Provisions(lead, (*items, Provision(self.outcome(last), self.speech.at("lists.otherwise"), None)))

    def _provision(self, condition: Expr, outcome: Expr) -> Provision:
        when = self.condition(condition)
        runs_on = isinstance(when, Listing) or (isinstance(condition, Not) and isinstance(condition.part, Ref))
        return Provision(self.outcome(outcome), self.speech.at("lists.if") + ("" if runs_on else ":"), when)

    # ---- Conditions ----------------------------------------------------------------------------------------------

    def condition(self, node: Expr, holds: bool = True) -> Block:
        """A sentence or list that says that the node holds, or that it does not."""
        if isinstance(node, Not):
            return self.condition(node.part, not holds)
        if isinstance(node, AllOf | AnyOf):
            return self._list(node, holds)
        if isinstance(node, Decide):
            return self._decided(node, holds)
        return Sentence(self._sentence(node, holds))

    def _list(self, node: AllOf | AnyOf, holds: bool) -> Block:
        parts = list(_flat(node, type(node)))
        if len(parts) == 1:
            return self.condition(parts[0], holds)
        if not parts:
            return Sentence(self.speech.say(f"conditions.{_always(isinstance(node, AllOf) is holds)}"))
        word = {(AllOf, True): "all", (AllOf, False): "not_all", (AnyOf, True): "any", (AnyOf, False): "none"}
        items = tuple(self.condition(part) for part in parts)
        return Listing(self.speech.say(f"lists.{word[type(node), holds]}"), items)

    def _decided(self, node: Decide, holds: bool) -> Block:
        block = self._provisions(node)
        return block if holds else Listing(self.speech.say("lists.not_first"), (block,))

    def _sentence(self, node: Expr, holds: bool) -> Phrase:
        if isinstance(node, Compare):
            return self._compare(node, holds)
        said: dict[type[Expr], Callable[[Any, bool], Phrase]] = {
            Happened: self._happened,
            OneOf: self._one_of,
            OfList: self._within_days,
        }
        if type(node) in said:
            return said[type(node)](node, holds)
        if isinstance(node, Const):
            return self.speech.say(f"conditions.{_always(node.value is holds)}")
        part = self.term(node)
        return part if holds else self.speech.say("conditions.not", part=part)

    def _compare(self, node: Compare, holds: bool) -> Phrase:
        op = node.op if holds else INVERSE[node.op]
        left, right = node.left, node.right
        if isinstance(left, Const | Dated) and not isinstance(right, Const | Dated):
            left, right, op = right, left, MIRROR[op]
        kind = {Kind.DAY: "day", Kind.CODE: "code"}.get(left.kind, "number")
        of = subject(left) or subject(right) or self.of
        said = self.speech.say(f"compare.{kind}.{op}", left=self._named(left, of), right=self._named(right, of))
        return self._or_never(said, op, left, right) if kind == "day" else said

    def _or_never(self, said: Phrase, op: str, left: Expr, right: Expr) -> Phrase:
        """What the comparison of two days says of an event that has not happened: it comes after every other day."""
        later, other = (right, left) if op in ("<", "<=") else (left, right)
        if op in ("==", "!=") or not self._is_event(later):
            return said
        if op in ("<", ">") and self._is_event(other):
            return self.speech.say(
                "conditions.or_only_other", condition=said, event=self._event(later), other=self._event(other)
            )
        return self.speech.say("conditions.or_not_happened", condition=said, event=self._event(later))

    def _named(self, node: Expr, of: str) -> Phrase:
        return self.speech.constant(node, of) if isinstance(node, Const) else self.term(node)

    def _happened(self, node: Happened, holds: bool) -> Phrase:
        event = self._event(node.event)
        if node.by is None:
            return self.speech.say(f"conditions.{'' if holds else 'not_'}happened", event=event)
        return self.speech.say(f"conditions.{'' if holds else 'not_'}happened_by", event=event, day=self.term(node.by))

    def _one_of(self, node: OneOf, holds: bool) -> Phrase:
        of = subject(node.value) or self.of
        key = "one_of" if len(node.choices) > 1 else None
        codes, value = self.speech.codes(node.choices, of), self.term(node.value)
        if key is None:
            return self.speech.say(f"compare.code.{'==' if holds else '!='}", left=value, right=codes)
        return self.speech.say(f"conditions.{'' if holds else 'not_'}{key}", value=value, codes=codes)

    def _within_days(self, node: OfList, holds: bool) -> Phrase:
        day, number = node.terms
        return self.speech.say(
            f"conditions.{'' if holds else 'not_'}within_days",
            listed=self.term(node.listed),
            day=self.term(day),
            number=self._count(number, "days"),
        )

    # ---- Terms ---------------------------------------------------------------------------------------------------

    def term(self, node: Expr) -> Phrase:
        """A noun phrase for a value; a letter for what does not fit in one."""
        said: dict[type[Expr], Callable[[Any], Phrase]] = {
            Ref: self._ref,
            Const: lambda const: self.speech.constant(const, self.of),
            Dated: self.speech.parameter,
            Arithmetic: self._arithmetic,
            FullYears: lambda n: self.speech.say("terms.full_years", start=self.term(n.start), end=self.term(n.end)),
            After: self._after,
            WorkingDay: lambda n: self.speech.say("terms.working_day", day=self.term(n.day)),
            YearOf: lambda n: self.speech.say("terms.year_of", day=self.term(n.day)),
            FirstKnown: self._first_known,
            OfList: self._of_list,
        }
        return said.get(type(node), self._noted)(node)

    def _ref(self, node: Ref) -> Phrase:
        mention = (self.speech.mention(node.name),)
        if node.kind is Kind.DAY and self._is_event(node):
            return self.speech.say("terms.event", event=mention)
        return mention

    def _is_event(self, node: Expr) -> bool:
        return isinstance(node, Ref) and node.name in self.speech.book.facts and self.speech.book.facts[node.name].event

    def _event(self, node: Expr) -> Phrase:
        return (self.speech.mention(node.name),) if isinstance(node, Ref) else self.term(node)

    def _arithmetic(self, node: Arithmetic) -> Phrase:
        word = {"+": "plus", "-": "minus", "*": "times"}[node.op]
        left, right = (self._within(node, part) for part in (node.left, node.right))
        return self.speech.say(f"terms.{word}", left=left, right=right)

    def _within(self, node: Arithmetic, part: Expr) -> Phrase:
        term = self.term(part)
        loose = isinstance(part, Arithmetic) and (node.op == "*" or (node.op == "-" and part is node.right))
        return self.speech.say("terms.within", term=term) if loose and part.op != "*" else term  # type: ignore[attr-defined]

    def _after(self, node: After) -> Phrase:
        day = self.term(node.day)
        if isinstance(node.day, FirstKnown | WorkingDay):
            day = self.speech.say("terms.within", term=day)
        return self.speech.say("terms.after", number=self._count(node.number, node.unit), day=day)

    def _count(self, node: Expr, unit: str) -> Phrase:
        """So many days or months; a parameter says its own unit."""
        if isinstance(node, Const):
            return (Mention("value", "", self.speech.amount(node.value, unit)),)
        if isinstance(node, Dated) and self.speech.book.parameters[node.name].unit == unit:
            return self.term(node)
        return self.speech.say(f"of_unit.{unit}", number=self.term(node))

    def _first_known(self, node: FirstKnown) -> Phrase:
        said = self.term(node.parts[-1])
        for part in reversed(node.parts[:-1]):
            said = self.speech.say("terms.or_else", day=self.term(part), other=said)
        return said

    def _of_list(self, node: OfList) -> Phrase:
        if node.word == "within_days":
            return self._noted(node)
        word = node.word + ("_start" if node.word in ("first", "last") and node.listed.kind is Kind.PERIODS else "")
        terms = dict(zip(("start", "end"), map(self.term, node.terms), strict=False))
        return self.speech.say(f"terms.{word}", listed=self.term(node.listed), **terms)

    def _noted(self, node: Expr) -> Phrase:
        """A letter in the sentence; what it stands for below it."""
        letter = f"({chr(ord('a') + len(self.notes))})"
        self.notes.append((letter, Sentence(())))
        place = len(self.notes) - 1
        self.notes[place] = (letter, self.outcome(node))
        return (Mention("note", letter, letter),)


def _flat(node: AllOf | AnyOf, kind: type[Expr]) -> Iterator[Expr]:
    for part in node.parts:
        if isinstance(part, kind):
            yield from _flat(part, kind)  # type: ignore[arg-type]
        else:
            yield part


def _always(holds: bool) -> str:
    return "always" if holds else "never"


def read(node: Expr, speech: Speech, of: str = "") -> Block:
    """Any tree over the book's names, in words. of: the rule whose text it is."""
    return Reader(speech, of).whole(node)


def read_version(speech: Speech, name: str, version: int) -> Block:
    """The text of one version of a rule, its parameters as they can be while it is in force."""
    texts = speech.book.rules[name].texts
    until = texts[version + 1].version.since if version + 1 < len(texts) else None
    return read(texts[version].expr, replace(speech, since=texts[version].version.since, until=until), name)


def lines(block: Block, speech: Speech, depth: int = 0) -> Iterator[str]:
    """A block as lines of plain text, indented."""
    pad = "   " * depth
    if isinstance(block, Sentence):
        yield pad + text_of(block.words)
    elif isinstance(block, Listing):
        yield f"{pad}{text_of(block.lead)}:"
        for item in block.items:
            yield from _marked("–", item, speech, depth)
    elif isinstance(block, Provisions):
        yield from _provisions(block, speech, depth)
    else:
        yield from lines(block.block, speech, depth)
        yield f"{pad}{text_of(block.lead)}:"
        for letter, note in block.notes:
            yield from _marked(letter, note, speech, depth)


def _provisions(block: Provisions, speech: Speech, depth: int) -> Iterator[str]:
    if block.lead:
        yield f"{'   ' * depth}{text_of(block.lead)}:"
    for number, item in enumerate(block.items, 1):
        when, what = list(_when(item, speech, depth + 1)), list(lines(item.outcome, speech, depth + 1))
        then = "   " * (depth + 1) + speech.at("lists.then") + ":"
        first, *others = [*what, *when] if isinstance(item.outcome, Sentence) else [*when, then, *what]
        yield f"{'   ' * depth}{number}. {first.lstrip()}"
        yield from others


def _when(item: Provision, speech: Speech, depth: int) -> Iterator[str]:
    first, *others = lines(item.condition, speech, depth) if item.condition else ("",)
    yield f"{'   ' * depth}{item.lead} {first.lstrip()}".rstrip()
    yield from others


def _marked(mark: str, block: Block, speech: Speech, depth: int) -> Iterator[str]:
    first, *others = lines(block, speech, depth)
    yield f"{'   ' * depth}{mark} {first.lstrip()}"
    yield from ("   " + other for other in others)
