"""The case at hand: a dossier as it stands, and what the law says of it."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from baken.accounts.standing import Standing
from baken.foundation import clock
from baken.foundation.errors import BadRequest
from baken.law.book import Book
from baken.law.content import the_book
from baken.law.expression import Value
from baken.law.person import Person
from baken.ledger.facts import Fact, label_of
from baken.ledger.file import Row
from baken.ledger.situation.one import PersonFile, Situation, person_file
from baken.ledger.subjects import reserve
from baken.people.models import Identity, Note


class Case:
    """A dossier as somebody sees it who is about to act. rehearsal: nothing is numbered or written yet."""

    def __init__(self, dossier: int, standing: Standing, file: PersonFile | None = None, *, rehearsal: bool) -> None:
        self.dossier, self.standing, self.rehearsal = dossier, standing, rehearsal
        self.file = file or person_file(dossier)
        self.on: date = clock.today()
        self._numbers: dict[str, int] = {}

    @classmethod
    def of(cls, dossier: int, standing: Standing) -> "Case":
        """The case of a dossier, to look at or to rehearse on. Raises BadRequest when there is no such dossier."""
        return cls(dossier, standing, rehearsal=True)

    @property
    def seen(self) -> int:
        """The append as of which the file was read."""
        return self.file.append

    def rows(self, model: type[Fact]) -> list[Row]:
        """The standing facts of a type, in order of number."""
        return self.file.rows.get(label_of(model), [])

    def last(self, model: type[Fact]) -> Row | None:
        """The standing fact of a type that lies latest, told last."""
        return max(self.rows(model), key=lambda row: (row["occurred_on"], row["id"]), default=None)

    @cached_property
    def book(self) -> Book:
        """The law."""
        return the_book()

    @cached_property
    def situation(self) -> Situation:
        """The law facts of today."""
        return self.file.situation(self.book.facts, self.on)

    @cached_property
    def person(self) -> Person:
        """The law's reading of today, with the exact birth date where it is known."""
        return Person(self.book, {**self.situation.facts, **self.birth_date}, self.on)

    def value(self, name: str) -> Value:
        """A law fact or the outcome of a rule today; None when it is not known yet."""
        return self.person.value(name)

    def new(self, kind: str) -> int:
        """A number for a new subject; in a rehearsal one that stands for it."""
        self._numbers[kind] = self._numbers.get(kind, 0) - 1
        return self._numbers[kind] if self.rehearsal else reserve(kind)[0]

    def note(self, text: str) -> int | None:
        """Keep free text where it can be erased; its number, None for nothing."""
        if not text.strip():
            return None
        return -1 if self.rehearsal else Note.objects.create(body=text.strip()).pk

    def running(self, model: type[Fact], kind: str, *closed_by: type[Fact]) -> list[int]:
        """The subjects of a kind opened by facts of one type and not closed by one of others, the last first."""
        closed = {row[kind] for other in closed_by for row in self.rows(other)}
        opened = sorted(self.rows(model), key=lambda row: (row["occurred_on"], row["id"]), reverse=True)
        return [row[kind] for row in opened if row[kind] not in closed]

    def with_facts(self, facts: Iterable[Fact], retracted: Iterable[tuple[str, int]] = ()) -> "Case":
        """The case as it would be with these facts told, and others taken back."""
        gone = set(retracted)
        rows = {
            label: [row for row in told if (label, row["id"]) not in gone] for label, told in self.file.rows.items()
        }
        for number, fact in enumerate(facts, start=1):
            rows.setdefault(label_of(type(fact)), []).append(_row(fact, number))
        file = PersonFile(self.file.person, self.file.dossiers, self.file.append, rows)
        return Case(self.dossier, self.standing, file, rehearsal=True)

    @cached_property
    def birth_date(self) -> dict[str, Any]:
        """The exact birth date as the law fact, where the identity still has a complete one."""
        text = Identity.objects.filter(person=self.file.person).values_list("birth_date", flat=True).first()
        try:
            return {"birth_date": date.fromisoformat(text)} if text else {}
        except ValueError:
            return {}

    def one_of(self, numbers: list[int], missing: str) -> int:
        """The last of some subjects. Raises BadRequest with the sentence when there is none."""
        if not numbers:
            raise BadRequest(missing or _("Dat kan hier niet."))
        return numbers[0]


def _row(fact: Fact, number: int) -> Row:
    """A fact that is not written yet, as a row; numbered beyond all others."""
    row = {told.attname: getattr(fact, told.attname) for told in fact._meta.concrete_fields}
    return {**row, "id": 2**53 + number, "retracted_in": None}
