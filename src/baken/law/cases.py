"""Worked cases of the rules, in the layout of OpenFisca's tests: what is known on a day, and what must follow.

    - name: Report within three months
      period: 2026-10-31
      input: {seen_on: 2026-08-03, birth_year: 1990}
      output: {report_by: 2026-11-03}

A null in `output` means that it must not be known. They test the rules, and stand as examples in the sheet.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from baken.law.book import Book
from baken.law.expression import Value
from baken.law.facts import LawFact
from baken.law.faults import LawError
from baken.law.person import Person, read_facts


@dataclass(frozen=True, slots=True)
class Case:
    """One worked case; `input` and `output` as they are written."""

    file: str
    name: str
    on: date
    input: Mapping[str, Any]
    output: Mapping[str, Any]

    def person(self, book: Book) -> Person:
        """The case's person under a rule book."""
        return Person(book, read_facts(book, self.input), self.on)

    def differences(self, book: Book) -> dict[str, tuple[Value, Value]]:
        """{rule: (expected, found)} where the book says something else."""
        person = self.person(book)
        expected = {rule: self.expected(book, rule) for rule in self.output}
        return {rule: (value, person.value(rule)) for rule, value in expected.items() if value != person.value(rule)}

    def expected(self, book: Book, rule: str) -> Value:
        """What a rule must yield, as a law value. Raises LawError when it could never yield that."""
        if rule not in book.rules:
            raise LawError(f"{self.file}, {self.name}: there is no rule {rule}.")
        told = self.output[rule]
        read = book.rules[rule]
        return None if told is None else LawFact(rule, read.kind, "", "", codes=read.codes).read(told)


def load_cases(folder: Path) -> list[Case]:
    """All cases of a folder's YAML files. Raises LawError that names file and case."""
    return [case for path in sorted(folder.glob("*.yaml")) for case in _cases(path)]


def _cases(path: Path) -> Iterator[Case]:
    for number, told in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")) or [], 1):
        if not isinstance(told, dict) or set(told) != {"name", "period", "input", "output"}:
            raise LawError(f"{path.name}: case {number} takes name, period, input and output.")
        if type(told["period"]) is not date:
            raise LawError(f"{path.name}: {told['name']} needs a day as its period.")
        yield Case(path.stem, told["name"], told["period"], told["input"] or {}, told["output"])
