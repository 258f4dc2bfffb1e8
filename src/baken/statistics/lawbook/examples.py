"""The worked cases of a rule as examples: what was known on a day, and what followed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from baken.law.book import Book
from baken.law.cases import Case
from baken.law.expression import Value
from baken.law.facts import ON
from baken.law.speech import Speech
from baken.law.trace import Trace, trace


@dataclass(frozen=True, slots=True)
class Example:
    """name: the case's own sentence (English); given: (fact, value) in words, of the facts that bore the outcome.

    outcome: in words; where it is open, what is missing.
    """

    name: str
    day: str
    given: tuple[tuple[str, str], ...]
    outcome: str
    open: bool


def examples(book: Book, cases: Sequence[Case], speech: Speech) -> Mapping[str, tuple[Example, ...]]:
    """{rule: its examples}, in the order of the cases."""
    found: dict[str, list[Example]] = {}
    for case in cases:
        for rule in case.output:
            found.setdefault(rule, []).append(_example(book, case, rule, speech))
    return {rule: tuple(made) for rule, made in found.items()}


def _example(book: Book, case: Case, rule: str, speech: Speech) -> Example:
    person = case.person(book)
    why = trace(person, [rule])
    bore = {name: value for step in why.steps for name, value in step.facts.items() if name != ON}
    ordered = [*(name for name in case.input if name in bore), *(name for name in bore if name not in case.input)]
    given = [(speech.label(name), speech.value(bore[name], book.facts[name].kind, name)) for name in ordered]
    value = case.expected(book, rule)
    return Example(
        case.name, speech.day(case.on), tuple(given), _outcome(book, rule, value, why, speech), value is None
    )


def _outcome(book: Book, rule: str, value: Value, why: Trace, speech: Speech) -> str:
    if value is not None:
        return speech.value(value, book.rules[rule].kind, rule)
    missing = ", ".join(f"‘{speech.label(name)}’" for name in why.missing)
    return str(speech.at("open")).format(missing=missing)


def chosen(made: Sequence[Example], most: int) -> list[Example]:
    """Some of the examples, at least one for each outcome where that fits, in their own order."""
    first = list({example.outcome: example for example in reversed(made)}.values())
    kept = [*first, *(example for example in made if example not in first)][:most]
    return [example for example in made if example in kept]
