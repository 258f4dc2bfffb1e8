"""Reforms beside the law: what each would change, in words, the text in force next to the text proposed."""

from collections.abc import Iterator
from dataclasses import dataclass

from baken.law.book import Book
from baken.law.chronicle import amount
from baken.law.content.codes import code_name
from baken.law.expression import Kind
from baken.law.reforms import Reform
from baken.law.sheet import Block, read_version
from baken.law.speech import Speech
from baken.statistics.report.wording import Words


@dataclass(frozen=True, slots=True)
class ParameterChange:
    """A parameter's values now and as proposed, in words; before is "" when it is new."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule's text now (None: it is new) and as proposed; since: from when, in words."""

    label: str
    since: str
    before: Block | None
    after: Block
    truth: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """A reform in one language."""

    name: str
    title: str
    state: str
    confidence: str
    note: str
    sources: tuple[str, ...]
    parameters: tuple[ParameterChange, ...]
    rules: tuple[RuleChange, ...]

    @property
    def anchor(self) -> str:
        """Its place on its page."""
        return f"h-{self.name}"


def proposal(reform: Reform, before: Book, after: Book, words: Words) -> Proposal:
    """What a reform would change. words: know `labels.from_then`."""
    dutch = words.language == "nl"
    return Proposal(
        reform.name,
        reform.nl if dutch else reform.en,
        reform.state,
        reform.confidence,
        reform.note_nl if dutch else reform.note_en,
        tuple(str(source) for source in reform.sources),
        tuple(_parameters(reform, before, after, words)),
        tuple(_rules(reform, before, after, words)),
    )


def capital(text: str) -> str:
    """With a capital."""
    return text[:1].upper() + text[1:]


def _parameters(reform: Reform, before: Book, after: Book, words: Words) -> Iterator[ParameterChange]:
    for name in reform.parameters:
        old, new = (_values(book, name, words) for book in (before, after))
        if old != new:
            yield ParameterChange(capital(Speech(after, words.language).label(name)), old, new)


def _values(book: Book, name: str, words: Words) -> str:
    """A parameter's values in words, the later ones with their day."""
    if name not in book.parameters:
        return ""
    speech = Speech(book, words.language, code_name)
    first, *later = book.parameters[name].values
    told = [amount(name, first, speech)]
    for value in later:
        told.append(f"{words('labels.from_then', day=speech.day(value.since))} {amount(name, value, speech)}")
    return ", ".join(told)


def _rules(reform: Reform, before: Book, after: Book, words: Words) -> Iterator[RuleChange]:
    now, then = (Speech(book, words.language, code_name) for book in (before, after))
    for change in reform.changes:
        old, new = before.rules.get(change.name), after.rules[change.name]
        yield RuleChange(
            capital(then.label(change.name)),
            words("labels.from_then", day=then.day(change.since)) if change.since else "",
            None if old is None else read_version(now, change.name, len(old.texts) - 1),
            read_version(then, change.name, len(new.texts) - 1),
            new.kind is Kind.TRUTH,
        )
