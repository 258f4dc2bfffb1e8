"""The case at hand: a dossier as it stands, and what the law says of it."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.accounts.standing import Standing
from baken.foundation import clock
from baken.foundation.errors import BadRequest, NotAllowed
from baken.law.book import Book
from baken.law.content import the_book
from baken.law.expression import Value
from baken.law.person import Person
from baken.law.trace import trace
from baken.ledger.append import head
from baken.ledger.facts import Fact, label_of
from baken.ledger.file import Row
from baken.ledger.situation.one import PersonFile, Situation, person_file
from baken.ledger.subjects import reserve
from baken.people.models import Identity, Note

MOST_NAMED = 6
"""How many missing facts a refusal names."""


class Case:
    """A dossier as somebody sees it who is about to act. rehearsal: nothing is numbered or written yet."""

    def __init__(self, dossier: int, standing: Standing, file: PersonFile | None = None, *, rehearsal: bool) -> None:
        self.dossier, self.standing, self.rehearsal = dossier, standing, rehearsal
        self.file = file or person_file(dossier)
        self.on: date = clock.today()
        self._numbers: dict[str, int] = {}
        self._supposed: dict[str, Value] = {}
        self._about: dict[str, int] = {}

    @classmethod
    def of(cls, dossier: int, standing: Standing) -> "Case":
        """The case of a dossier, to look at or to rehearse on. Raises BadRequest when there is no such dossier."""
        return cls(dossier, standing, rehearsal=True)

    @classmethod
    def fresh(cls, standing: Standing, *, rehearsal: bool) -> "Case":
        """The case of somebody who has no dossier yet."""
        last = head()
        case = cls(0, standing, PersonFile(0, (), last.id if last else 0, {}), rehearsal=rehearsal)
        case.dossier = case.new("dossier")
        return case

    def suppose(self, **facts: Value) -> "Case":
        """The same case, read with these law facts in the place of what was told."""
        return self._other(self.file, {**self._supposed, **facts}, self._about)

    def about(self, kind: str, number: int) -> "Case":
        """The same case, read for this infringement, fee … instead of the one opened last."""
        return self._other(self.file, self._supposed, {**self._about, kind: number})

    def _other(self, file: PersonFile, supposed: dict[str, Value], about: dict[str, int]) -> "Case":
        case = Case(self.dossier, self.standing, file, rehearsal=True)
        case._supposed, case._about = supposed, about
        if file is self.file:
            case.birth_date = self.birth_date
            if about == self._about:
                case.situation = self.situation
        return case

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
        return self.file.situation(self.book.facts, self.on, cases=self._about)

    @cached_property
    def person(self) -> Person:
        """The law's reading of today."""
        return Person(self.book, self.known, self.on)

    @cached_property
    def known(self) -> dict[str, Value]:
        """The law facts of today, with the exact birth date where it is known and what is supposed."""
        return {**self.situation.facts, **self.birth_date, **self._supposed}

    def value(self, name: str) -> Value:
        """A law fact or the outcome of a rule today; None when it is not known yet."""
        return self.person.value(name)

    def require(self, rule: str, refusal: str) -> None:
        """Raises NotAllowed with this sentence when the law says no, or that it cannot say yes yet."""
        outcome = self.value(rule)
        if outcome is False:
            raise NotAllowed(refusal, _("In het dossier staat waarom, bij wat de wet zegt."))
        if outcome is None:
            raise NotAllowed(
                _("Dit is nog niet te beslissen: er ontbreken gegevens."),
                _("Noteer eerst: %(facts)s.") % {"facts": ", ".join(self.missing(rule)[:MOST_NAMED])},
            )

    def missing(self, *rules: str) -> list[str]:
        """What is still to be known to decide these rules, by the names of the law in the language of the page."""
        english = get_language() == "en"
        named = [self.book.facts[name] for name in trace(self.person, list(rules)).missing]
        return [fact.en if english else fact.nl for fact in named]

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
        return self._other(file, self._supposed, self._about)

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
