"""The path at a glance: the four parts and the certificate on a time line, with what is due."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.law.content.terms import TERMS
from baken.law.expression import NEVER
from baken.law.terms import Standing, Status, standings
from baken.programme.facts import (
    CertificateIssued,
    ComponentExempted,
    ContractSigned,
    EffortsDeclared,
    InflowSeen,
    Registered,
)
from baken.ui.acting import Case

PARTS = (
    ("mo", gettext_lazy("Maatschappelijke oriëntatie"), "with_mo_part", "mo_reached"),
    ("nt2", gettext_lazy("Nederlands"), "with_nt2_part", "nt2_reached"),
    ("work", gettext_lazy("Werk"), "with_work_part", "work_reached"),
    ("participation", gettext_lazy("Participatie"), "with_participation_part", "participation_reached"),
)
TERM_OF = {"mo": "mo", "nt2": "nt2", "work": "job_service", "participation": "participation"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the programme. state: reached, exempt, busy, late, absent (not in the contract) or open."""

    name: str
    label: str
    state: str
    words: str
    due: date | None
    start: float
    end: float
    """Where the bar begins and ends, in percent of the line; 0 to 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on the line: seen, registered, signed, certificate; today."""

    label: str
    day: date
    at: float


@dataclass(frozen=True, slots=True)
class Path:
    """The line and what stands on it. phase: where the path stands, in words."""

    phase: str
    tone: str
    parts: tuple[Part, ...]
    marks: tuple[Mark, ...]
    today: float
    terms: tuple[Standing, ...]


def path(case: Case) -> Path:
    """Draw it from the facts and the law of today."""
    terms = {one.term.name: one for one in standings(case.person, TERMS)}
    days = _days(case)
    first = min([day for _, day in days], default=case.on - timedelta(days=90))
    dues = [one.due for one in terms.values() if one.due and one.due != NEVER]
    last = max([case.on + timedelta(days=60), *(day for day in dues if day < case.on + timedelta(days=1500))])
    line = _Line(first, last)
    parts = tuple(_part(case, part, terms.get(TERM_OF[part[0]]), line) for part in PARTS)
    marks = tuple(Mark(str(label), day, line.at(day)) for label, day in days)
    phase, tone = _phase(case)
    shown = tuple(sorted(terms.values(), key=_urgency))
    return Path(phase, tone, parts, marks, line.at(case.on), shown)


class _Line:
    def __init__(self, first: date, last: date) -> None:
        self.first, self.length = first, max((last - first).days, 1)

    def at(self, day: date) -> float:
        return round(min(max((day - self.first).days / self.length, 0), 1) * 100, 2)


def _days(case: Case) -> list[tuple[str, date]]:
    told = (
        (_("in beeld"), InflowSeen),
        (_("aangemeld"), Registered),
        (_("contract"), ContractSigned),
        (_("attest"), CertificateIssued),
    )
    found = []
    for label, model in told:
        rows = case.rows(model)
        if rows:
            found.append((label, min(row["occurred_on"] for row in rows)))
    return found


def _part(case: Case, part: tuple, term: Standing | None, line: _Line) -> Part:
    name, label, within, reached = part
    has, done = case.value(within), case.value(reached)
    exempt = next((row for row in case.rows(ComponentExempted) if row["component"] == name), None)
    signed = case.last(ContractSigned)
    due = term.due if term and term.due != NEVER else None
    state, words = _state(case, has, done, exempt is not None, due, signed is not None)
    start = line.at(signed["occurred_on"]) if signed and state not in ("absent", "exempt") else 0.0
    stop = term.done if term and term.done else due if due else case.on
    end = line.at(stop) if start or signed else 0.0
    return Part(name, str(label), state, words, due, start, max(end, start + 1) if end else 0.0)


def _state(case: Case, has: object, done: object, exempt: bool, due: date | None, signed: bool) -> tuple[str, str]:
    if exempt:
        return "exempt", _("vrijgesteld")
    if done is True:
        return "reached", _("bereikt")
    if has is False:
        return "absent", _("niet in het traject")
    if not signed:
        return "open", _("nog geen contract")
    if due and due < case.on:
        return "late", _("termijn verstreken")
    return "busy", _("bezig")


def _phase(case: Case) -> tuple[str, str]:
    if case.rows(CertificateIssued):
        return _("attest behaald"), "good"
    if case.rows(EffortsDeclared):
        return _("verklaring van inspanningen"), "good"
    if case.value("contract_ended_on") not in (None, NEVER):
        return _("contract beëindigd"), ""
    if case.rows(ContractSigned):
        suspended = any(start <= case.on < end for start, end in case.value("suspensions") or ())
        return (_("opgeschort"), "warn") if suspended else (_("contract loopt"), "info")
    return (_("aangemeld"), "info") if case.rows(Registered) else (_("nog niet aangemeld"), "warn")


def _urgency(one: Standing) -> tuple[int, date]:
    return list(Status).index(one.status), one.due or NEVER
