"""Derived: the terms of every dossier that are not met, as the law says today.

Kept by an append for the dossiers that it touched; computed for all by `baken rebuild`, every night, for the law may
say something else on another day.
"""

from collections.abc import Collection, Iterator
from datetime import date
from functools import cache

from django.db import transaction

from baken.figures.deadlines import CASES, case_of, deadlines
from baken.figures.snapshot import take
from baken.foundation import clock
from baken.foundation.errors import BadRequest
from baken.law.book import Book
from baken.law.content import the_book
from baken.law.content.terms import TERMS
from baken.law.expression import NEVER
from baken.law.person import Person
from baken.law.terms import Standing, Status, Term, standings
from baken.ledger import keeping
from baken.ledger.append import head, hold_lock
from baken.ledger.models import DossierHead
from baken.ledger.situation.one import PersonFile, person_file
from baken.people.facts import DossierOpened
from baken.workplace.models import Task

WAITING = (Status.OVERDUE, Status.RUNNING, Status.OPEN)
AT_ONCE = 2000
"""Rows written in one statement."""


def refresh(dossiers: Collection[int]) -> None:
    """Compute the tasks of some dossiers anew, in the transaction of what changed them."""
    touched = {*dossiers, *_of_the_same_persons(dossiers)}
    Task.objects.filter(dossier__in=touched).delete()
    Task.objects.bulk_create([task for dossier in sorted(touched) for task in of_dossier(dossier)])


def _of_the_same_persons(dossiers: Collection[int]) -> Iterator[int]:
    """All dossiers of whom these concern, or concerned until merged or separated: the law reads them together."""
    persons = DossierOpened.objects.filter(dossier__in=dossiers).values("person")
    yield from DossierOpened.objects.filter(person__in=persons).values_list("dossier", flat=True)


def of_dossier(dossier: int) -> Iterator[Task]:
    """The tasks of one dossier, read from its facts; none for one whose opening was taken back."""
    try:
        read = person_file(dossier)
    except BadRequest:
        return
    for kind, terms in _by_case(the_book()).items():
        for case in read.cases(kind) if kind else (None,):
            yield from _tasks(read, dossier, kind, case, terms)


def _tasks(read: PersonFile, dossier: int, kind: str, case: int | None, terms: list[Term]) -> Iterator[Task]:
    book, on = the_book(), clock.today()
    facts = read.situation(book.facts, on, cases={kind: case} if case is not None else {}).facts
    for standing in standings(Person(book, facts, on), terms):
        if standing.status in WAITING:
            yield Task(dossier=dossier, case_kind=kind, case=case, term=standing.term.name, due=_due(standing))


def _due(standing: Standing) -> date | None:
    return standing.due if standing.status is not Status.OPEN and standing.due != NEVER else None


@cache
def _by_case(book: Book) -> dict[str, list[Term]]:
    grouped: dict[str, list[Term]] = {"": [], **{kind: [] for kind in CASES}}
    for term in TERMS:
        grouped[case_of(book, term)].append(term)
    return grouped


def rebuild() -> int:
    """Compute all tasks anew from a snapshot; returns how many there are."""
    snapshot = take(None)
    found = deadlines(snapshot.folder, the_book(), TERMS, clock.today())
    waiting = found.filter(found["status"].cast(str).is_in([status.value for status in WAITING]))
    with transaction.atomic():
        hold_lock()
        Task.objects.all().delete()
        for part in waiting.iter_slices(AT_ONCE):
            Task.objects.bulk_create(_row(row) for row in part.iter_rows(named=True))
        later = DossierHead.objects.filter(last_append__gt=snapshot.append).values_list("dossier", flat=True)
        refresh(list(later))
        last = head()
        keeping.stamp("tasks", last.id if last else 0)
        return Task.objects.count()


def _row(row: dict) -> Task:
    due = row["due"] if row["status"] != Status.OPEN.value else None
    return Task(dossier=row["dossier"], case_kind=row["case_kind"] or "", case=row["case"], term=row["term"], due=due)
