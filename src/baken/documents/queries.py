"""Reads: which papers a case can have, which were made, and whether one still stands."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
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

ISSUE = "documents.issue"
"""What a role must have among its acts to make papers."""


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


def papers_to_make(case: Case, limit: int = 4) -> list[Offer]:
    """The papers that were not made yet, the latest first; none for who may not make them."""
    found = offers(case) if case.standing.may_act(ISSUE) else []
    return [one for one in found if one.made is None][:limit]


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


def states(documents: Iterable[IssuedDocument], on: date | None = None) -> dict[int, State]:
    """How papers stand (today), by number of the paper; one query a kind of fact."""
    today, by_label = on or clock.today(), defaultdict[str, list[IssuedDocument]](list)
    for document in documents:
        by_label[document.fact_label].append(document)
    found = {}
    for label, papers in by_label.items():
        facts = fact_type(label)._default_manager.filter(pk__in=[one.fact for one in papers])
        standing = set(facts.filter(retracted_in__isnull=True).values_list("pk", flat=True))
        for one in papers:
            past = one.until is not None and one.until < today
            found[one.pk] = State.WITHDRAWN if one.fact not in standing else State.ENDED if past else State.STANDS
    return found


def state_of(document: IssuedDocument) -> State:
    """How a paper stands today."""
    return states([document])[document.pk]


def language_of(case: Case) -> str:
    """In which of our languages somebody reads best: the contact language, then the mother tongue."""
    told = sorted(case.rows(LanguageKnown), key=lambda row: (not row["contact"], row["level"] != "mother_tongue"))
    known = (OF_CODE.get(row["language"] or "") for row in told)
    return next((language for language in known if language), DUTCH)


def choices(kind: Kind) -> list[tuple[str, str]]:
    """The languages that may stand beside the Dutch of a kind of paper, Dutch alone first."""
    beside = [one for one in translations() if kind.translated and one.has(kind.name)]
    return [(one.language, one.name) for one in (texts(DUTCH), *beside)]
