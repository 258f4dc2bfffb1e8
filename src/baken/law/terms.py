"""Terms: a day by which something must be done, and how that stands for somebody on a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.law.expression import NEVER, Value
from baken.law.person import Person


@dataclass(frozen=True, slots=True)
class Term:
    """due: the rule that yields the last day; applies: the rule that says whether the term runs for this person at all;
    done: with what it is met: an event, or a rule that yields its day or only whether it is so.
    """

    name: str
    nl: str
    en: str
    applies: str
    due: str
    done: str


class Status(StrEnum):
    """How a term stands, the most urgent first."""

    OVERDUE = "overdue"
    RUNNING = "running"
    """Not known to be met, and its last day has not passed."""
    OPEN = "open"
    """Whether it runs, until when, or whether it was met in time, is not known."""
    MET_LATE = "met_late"
    MET = "met"


@dataclass(frozen=True, slots=True)
class Standing:
    """A term of somebody. due: its last day, None where not known; done: the day on which it was met, where it was."""

    term: Term
    status: Status
    due: date | None
    done: date | None


def standings(person: Person, terms: Iterable[Term]) -> Iterator[Standing]:
    """The terms that stand for a person on the person's day; those that do not run for this person are left out."""
    for term in terms:
        applies, due, done = (person.value(name) for name in (term.applies, term.due, term.done))
        if applies is not False and due != NEVER:
            yield Standing(term, _status(applies, due, done, person.on), due, _day(done))


def _status(applies: Value, due: Value, done: Value, on: date) -> Status:
    if applies is None or due is None or (done is None and due < on):
        return Status.OPEN
    if done is not None and _is_done(done, on):
        return Status.MET_LATE if _day(done) is not None and done > due else Status.MET
    return Status.OVERDUE if due < on else Status.RUNNING


def _is_done(done: Value, on: date) -> bool:
    return done if isinstance(done, bool) else done <= on


def _day(done: Value) -> date | None:
    return None if done is None or isinstance(done, bool) or done == NEVER else done
