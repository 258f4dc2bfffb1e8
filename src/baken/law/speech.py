"""How a language says what stands in a rule book: labels, days, money, codes, and the phrases of `texts/`."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from baken.law.book import Book
from baken.law.expression import NEVER, Const, Dated, Expr, Kind, Ref, Value
from baken.law.facts import ON

LANGUAGES = ("nl", "en")
CodeName = Callable[[str, str, str], str]
"""(fact or rule, code, language) → the code's name."""
_PLACES = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Mention:
    """A fact, rule, parameter, code or value named in a phrase. name: of what is mentioned; text: as it is said."""

    kind: str
    name: str
    text: str


Phrase = tuple[str | Mention, ...]


def as_given(_: str, code: str, __: str) -> str:
    """A code is its own name."""
    return code


@dataclass(frozen=True, slots=True)
class Speech:
    """One language over one book. since, until: between which days a version holds, None where it has no such end."""

    book: Book
    language: str
    code_name: CodeName = as_given
    since: date | None = None
    until: date | None = None
    texts: Mapping[str, Any] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", texts(self.language))

    def say(self, key: str, **places: Phrase) -> Phrase:
        """The phrase at a dotted key, its places filled."""
        found: Phrase = ()
        for number, part in enumerate(_PLACES.split(self.at(key))):
            found += places[part] if number % 2 else (part,)
        return tuple(part for part in found if part != "")

    def at(self, key: str) -> Any:
        """What stands at a dotted key. Raises KeyError."""
        found: Any = self.texts
        for part in key.split("."):
            found = found[part]
        return found

    def mention(self, name: str) -> Mention:
        """A fact, rule or parameter by its label."""
        if name in self.book.rules:
            return Mention("rule", name, self.label(name))
        return Mention("fact" if name in self.book.facts else "parameter", name, self.label(name))

    def label(self, name: str) -> str:
        """What a fact, rule or parameter is called."""
        if name == ON:
            return str(self.at("the_day"))
        if name in self.book.rules:
            return str(getattr(self.book.rules[name].rule, self.language))
        return str(getattr(self.book.facts.get(name) or self.book.parameters[name], self.language))

    def value(self, value: Value, kind: Kind, of: str = "") -> str:
        """A value in words; `of`: the fact or rule whose value it is. Not known: a dash."""
        if value is None:
            return "–"
        if kind is Kind.TRUTH:
            return str(self.at(f"truth.{'holds' if value else 'fails'}"))
        if kind is Kind.CODE:
            return self.code_name(of, value, self.language)
        if kind in (Kind.DAYS, Kind.PERIODS):
            return self.listed(value) if value else str(self.at("empty"))
        return self.day(value) if kind is Kind.DAY else self.amount(value, "euro" if kind is Kind.MONEY else "count")

    def listed(self, values: tuple[Any, ...]) -> str:
        """Days, or periods from their start until their end."""
        return "; ".join(self.day(v) if isinstance(v, date) else f"{self.day(v[0])} → {self.day(v[1])}" for v in values)

    def day(self, day: date) -> str:
        """1 maart 2022."""
        return str(self.at("never")) if day == NEVER else format_date(day, "d MMMM y", locale=self.language)

    def amount(self, value: int, unit: str) -> str:
        """A number with its unit: 3 maanden, 97,50 euro."""
        number = Decimal(value) / 100 if unit == "euro" else Decimal(value)
        pattern = "#,##0" if number == int(number) else "#,##0.00"
        told = format_decimal(number, pattern if unit == "euro" else "0", locale=self.language)
        return str(self.at(f"units.{unit}.{'one' if number == 1 else 'many'}")).format(n=told)

    def codes(self, codes: tuple[str, ...], of: str) -> Phrase:
        """Codes by their names: a, b of c."""
        names = [self.code_name(of, code, self.language) for code in codes]
        return (Mention("code", of, format_list(names, style="or", locale=self.language)),)

    def constant(self, node: Const, of: str = "") -> Phrase:
        """A value that the rule states."""
        return (Mention("code" if node.kind is Kind.CODE else "value", of, self.value(node.value, node.kind, of)),)

    def parameter(self, node: Dated) -> Phrase:
        """A parameter's value, and the later ones that a version meets while it is in force."""
        unit = self.book.parameters[node.name].unit if node.name in self.book.parameters else "count"
        (_, first), *others = self._met(node)
        later = [
            str(self.at("later")).format(day=self.day(day), value=self._dated(value.value, unit, node.name))
            for day, value in others
        ]
        text = self._dated(first.value, unit, node.name) + (f" ({'; '.join(later)})" if later else "")
        return (Mention("parameter", node.name, text),)

    def _dated(self, value: Value, unit: str, name: str) -> str:
        return self.code_name(name, value, self.language) if unit == "code" else self.amount(value, unit)

    def _met(self, node: Dated) -> list[tuple[date, Const]]:
        """The values that the version can meet while it is in force."""
        ends = [since for since, _ in node.values[1:]] + [NEVER]
        met = [
            dated
            for dated, end in zip(node.values, ends, strict=True)
            if (self.until is None or dated[0] < self.until or dated is node.values[0])
            and (self.since is None or end > self.since)
        ]
        return met or [node.values[-1]]


@cache
def texts(language: str) -> Mapping[str, Any]:
    """The phrases of a language. Raises KeyError when the sheet does not speak it."""
    if language not in LANGUAGES:
        raise KeyError(f"the law is not written in {language}")
    path = Path(__file__).parent / "texts" / f"{language}.yaml"
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def subject(node: Expr) -> str:
    """Whose codes a value's codes are."""
    return node.name if isinstance(node, Ref | Dated) else ""


def text_of(phrase: Phrase) -> str:
    """A phrase as plain text, labels between quotes."""
    return "".join(_quoted(part) for part in phrase)


def _quoted(part: str | Mention) -> str:
    if isinstance(part, str):
        return part
    return f"‘{part.text}’" if part.kind in ("fact", "rule") and part.name != ON else part.text
