"""Reads: which papers a case can have, which were made, and whether one still stands."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.documents.kinds import KINDS, Kind
from baken.documents.models import IssuedDocument
from baken.documents.texts import DUTCH, OF_CODE, texts, translations
from baken.foundation import clock
from baken.ledger.facts import fact_type
from baken.ledger.file import Row
from baken.people.facts import LanguageKnown
from baken.programme.facts import Registered
from baken.ui.acting import Case


class State(StrEnum):
    """How a paper stands on a day."""

    STANDS = "stands"
    ENDED = "ended"
    """Its last day is past."""
    WITHDRAWN = "withdrawn"
    """The fact that it was made from was taken back."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper that can be made now. made: the last one made from this fact."""

    kind: Kind
    row: Row
    made: IssuedDocument | None


def offers(case: Case) -> list[Offer]:
    """The papers that can be made of what stands in a case, as far as one may read of it; the latest first."""
    made: dict[tuple[str, int], IssuedDocument] = {}
    for one in documents_of(case.file.dossiers):
        made.setdefault((one.kind, one.fact), one)
    found = [
        Offer(kind, row, made.get((kind.name, row["id"])))
        for kind in KINDS.values()
        if case.standing.reads(kind.group)
        for row in _rows(kind, case)
    ]
    return sorted(found, key=lambda offer: (offer.row["occurred_on"], offer.row["id"]), reverse=True)


def _rows(kind: Kind, case: Case) -> Iterator[Row]:
    """The facts to make it from: of a contract or an infringement each one, of others the last."""
    model = fact_type(kind.made_from)
    if kind.name == "invitation" and not _invited(case):
        return
    rows = sorted(case.rows(model), key=lambda row: (row["occurred_on"], row["id"]))
    if kind.name == "certificate":
        rows = [row for row in rows if row["certificate"] in (None, "civic_integration")]
    yield from rows if model.opens else rows[-1:]


def _invited(case: Case) -> bool:
    """Whether somebody is still to register."""
    group = case.value("target_group")
    return not case.rows(Registered) and group in ("obliged", "entitled", "entitled_obliged")


def documents_of(dossiers: Collection[int]) -> list[IssuedDocument]:
    """The papers made of some dossiers, the latest first."""
    return list(IssuedDocument.objects.filter(dossier__in=dossiers).order_by("-id"))


def state_of(document: IssuedDocument, on: date | None = None) -> State:
    """How a paper stands (today)."""
    fact = fact_type(document.fact_label)._default_manager.filter(pk=document.fact)
    if fact.values_list("retracted_in", flat=True).first() is not None:
        return State.WITHDRAWN
    past = document.until is not None and document.until < (on or clock.today())
    return State.ENDED if past else State.STANDS


def language_of(case: Case) -> str:
    """In which of our languages somebody reads best: the contact language, then the mother tongue."""
    told = sorted(case.rows(LanguageKnown), key=lambda row: (not row["contact"], row["level"] != "mother_tongue"))
    known = (OF_CODE.get(row["language"] or "") for row in told)
    return next((language for language in known if language), DUTCH)


def choices(kind: Kind) -> list[tuple[str, str]]:
    """The languages that may stand beside the Dutch of a kind of paper, Dutch alone first."""
    beside = [one for one in translations() if kind.translated and one.has(kind.name)]
    return [(one.language, one.name) for one in (texts(DUTCH), *beside)]
