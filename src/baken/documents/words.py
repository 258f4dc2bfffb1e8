"""What a paper of a kind says, paragraph by paragraph, in one language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date

from baken.documents.texts import DUTCH, Texts
from baken.foundation.codelists import codelist
from baken.law.content.terms import TERMS
from baken.law.expression import NEVER
from baken.law.terms import standings
from baken.ledger.file import Row
from baken.programme.facts import ContractAmended, TermAgreed
from baken.ui.acting import Case

Block = dict[str, Any]
"""{"p": text}, or {"list": [texts]}."""
PARTS = ("mo", "nt2", "work", "career", "participation")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a paper is made from: the case and the fact."""

    case: Case
    row: Row


def day(value: date, texts: Texts) -> str:
    """31 oktober 2026 in Dutch, 31/10/2026 elsewhere: digits read the same in every script."""
    return format_date(value, "d MMMM y", locale="nl") if texts.language == DUTCH else f"{value:%d/%m/%Y}"


def blocks(kind: str, subject: Subject, texts: Texts) -> list[Block]:
    """What stands between the particulars and the seal."""
    return _BODIES.get(kind, _plain(kind))(subject, texts)


def _contract(subject: Subject, texts: Texts) -> list[Block]:
    terms = {row["component"]: row["until"] for row in _of_contract(subject, TermAgreed)}
    lines = []
    for part in _parts(subject):
        by = texts.say("contract", "by", day=day(terms[part], texts)) if part in terms else ""
        lines.append(f"{texts.say('contract', part)} {by}".strip())
    signed = day(subject.row["occurred_on"], texts)
    return [
        {"p": texts.say("contract", "intro", day=signed)},
        {"p": texts.say("contract", "parts")},
        {"list": lines},
        {"p": texts.say("contract", "duty")},
        {"p": texts.say("contract", "help")},
    ]


def _parts(subject: Subject) -> list[str]:
    """The parts that the contract has, its addenda included."""
    told = dict.fromkeys(PARTS)
    for row in (subject.row, *_of_contract(subject, ContractAmended)):
        told |= {part: row[f"with_{part}"] for part in PARTS if row[f"with_{part}"] is not None}
    return [part for part, within in told.items() if within]


def _of_contract(subject: Subject, model: Any) -> list[Row]:
    """What was agreed from the signing on, in order of day."""
    rows = [row for row in subject.case.rows(model) if row["occurred_on"] >= subject.row["occurred_on"]]
    contract = subject.row["contract"]
    return sorted((row for row in rows if row.get("contract", contract) == contract), key=_order)


def _order(row: Row) -> tuple[date, int]:
    return row["occurred_on"], row["id"]


def _invitation(subject: Subject, texts: Texts) -> list[Block]:
    obliged = subject.case.value("target_group") in ("obliged", "entitled_obliged")
    said = [texts.say("invitation", "obliged" if obliged else "entitled"), texts.say("invitation", "ask")]
    if obliged:
        said.append(_to_report(subject.case, texts))
    said.append(texts.say("invitation", "bring"))
    return [{"p": text} for text in (*said, *([texts.say("invitation", "duty")] if obliged else []))]


def _to_report(case: Case, texts: Texts) -> str:
    """Until when to register: as long as no letter was sent the term is still to begin with this one."""
    due = next((one.due for one in standings(case.person, TERMS) if one.term.name == "report"), None)
    if isinstance(due, date) and case.on <= due < NEVER:
        return texts.say("invitation", "by", day=day(due, texts))
    return texts.say("invitation", "within", months=str(case.book.parameters["report_months"].on(case.on).value))


def _notice(subject: Subject, texts: Texts) -> list[Block]:
    found = texts.say("notice", "found", day=day(subject.row["occurred_on"], texts))
    return [{"p": found}, *({"p": texts.say("notice", name)} for name in ("ask", "follow", "explain"))]


def _plain(kind: str) -> Callable[[Subject, Texts], list[Block]]:
    """A certificate: what it certifies, and what else belongs to it."""

    def say(subject: Subject, texts: Texts) -> list[Block]:
        names = [name for name in texts.sentences[kind] if name != "title"]
        return [{"p": texts.say(kind, name, day=day(subject.row["occurred_on"], texts))} for name in names]

    return say


_BODIES: Mapping[str, Callable[[Subject, Texts], list[Block]]] = {
    "contract": _contract,
    "invitation": _invitation,
    "notice": _notice,
}


def particulars(kind: str, subject: Subject) -> list[tuple[str, str]]:
    """(label, value) of what only some kinds show."""
    row = subject.row
    if kind == "suspension" and row["until"]:
        return [("until", f"{row['until']:%d/%m/%Y}")]
    if kind == "notice" and row["kind"]:
        return [("infringement", codelist("infringement_kind").label(row["kind"], "nl"))]
    return []
