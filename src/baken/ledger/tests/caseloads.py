"""Random small caseloads that touch every fact type and every kind of column, sound by construction."""

import random
from datetime import date, timedelta
from typing import Any

from baken.foundation.codelists import codelist
from baken.ledger.facts import fact_types, opening_types
from baken.ledger.interchange.layout import Column, Kind, Table, facts, reference_table
from baken.ledger.reference import references
from baken.ledger.tests.deliveries import Rows

FIRST = date(2024, 1, 1)
TEXTS = ["plain", "with, comma", 'with "quotes"', "two\nlines", "ünïcödé ✓", " spaces ", "'; DROP TABLE", "#1", "0"]


class Caseload:
    """One random caseload; `tables()` gives it as a delivery. names: texts instead of numbers for subjects and refs."""

    def __init__(self, rng: random.Random, *, names: bool, appends: int) -> None:
        self.rng, self.names, self.appends = rng, names, appends
        self.subjects: dict[str, list[Any]] = {
            kind: [f"{kind} {n}" if names and rng.random() < 0.7 else n for n in range(1, 4)]
            for kind in opening_types()
        }

    def tables(self) -> dict[str, Rows]:
        """Appends, reference models, facts."""
        recorded = [
            f"2024-02-{day:02d}T10:00:00{self._one('', '.000001', '.5')}Z" for day in range(1, self.appends + 1)
        ]
        plain = {"recorded_by": "ann", "source": "agii", "note": ""}
        made: dict[str, Rows] = {
            "appends": [
                {"id": n, "recorded_at": at, "imported": self.rng.random() < 0.5} | plain
                for n, at in enumerate(recorded, 1)
            ]
        }
        for name in references():
            made |= {f"reference/{name}": [self._reference(reference_table(name), n) for n in (1, 2)]}
        for label in sorted(fact_types(), key=lambda label: self.rng.random()):
            made |= {f"facts/{label}": rows} if (rows := self._facts(facts(label))) else {}
        return made

    def _one(self, *choices: Any) -> Any:
        return self.rng.choice(choices)

    def _reference(self, table: Table, number: int) -> dict[str, Any]:
        row = {column.name: self._value(column, number, unique=number) for column in table.columns}
        reference = table.reference
        assert reference is not None
        row[reference.key] = self.subjects[reference.subject][number - 1] if reference.subject else number
        if table.label in ("office", "trace"):
            row[reference.key] = f"{table.label}-{number}"
        for name in reference.checks:
            row[name] = None
        return row | ({"id": number} if "id" in row else {})

    def _facts(self, table: Table) -> Rows:
        fact = table.fact
        assert fact is not None
        opened = self.subjects[fact.opens] if fact.opens else []
        rows = []
        for number in range(len(opened) or self.rng.randrange(4)):
            row = {column.name: self._value(column, number) for column in table.columns}
            since = 1 if opened else self.rng.randint(1, self.appends)
            gone = self.rng.randint(since + 1, self.appends + 1) if since < self.appends and not opened else None
            row |= {"ref": f"{table.label} {number}" if self.names else number + 1, "appended_in": since}
            row |= {"occurred_on": FIRST + timedelta(days=0 if opened else 5 + number)}
            row |= {"retracted_in": gone if gone and gone <= self.appends and self.rng.random() < 0.5 else None}
            opens = [kind for kind, label in opening_types().items() if label == table.label]
            rows.append(row | {kind: self.subjects[kind][number] for kind in opens})
        return rows

    def _value(self, column: Column, number: int, unique: int | None = None) -> Any:
        if not column.required and self.rng.random() < 0.4:
            return None
        field = column.field
        if column.kind is Kind.NAME:
            return self._one(*self.subjects.get(column.names, [1]))
        if column.kind is Kind.CODE:
            valid = [
                code.code
                for code in codelist(field.codelist)
                if code.valid_on(FIRST) and code.valid_on(FIRST + timedelta(days=20))
            ]
            return self._one(*(valid + (["kbi:X9"] if field.as_given else []) or [None]))
        simple = {
            Kind.LINK: lambda: self._one(1, 2),
            Kind.OFFICE: lambda: self._one("office-1", "office-2"),
            Kind.NUMBER: lambda: self.rng.randint(0, 1000),
            Kind.DAY: lambda: FIRST + timedelta(days=300 + number),
            Kind.TRUTH: lambda: self._one(True, False),
            Kind.AMOUNT: lambda: f"{self.rng.randint(0, 99999)}.{self.rng.randint(0, 99):02d}",
        }
        if column.kind in simple:
            return simple[column.kind]()
        longest = field.max_length or 50
        return f"{unique}" if unique and field.unique else self._one(*TEXTS)[:longest]
