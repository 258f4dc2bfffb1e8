"""`baken load` of KBI 01.00 dossiers: one append per dossier that is new or changed; the delivery all or nothing."""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from baken.exchange.kbi.compare import compare
from baken.exchange.kbi.delivery import Delivered, File, check, files_at, set_aside, told_in
from baken.exchange.kbi.mapping import DOSSIER
from baken.exchange.kbi.rows import Keeper
from baken.exchange.kbi.shape import Row, Told
from baken.exchange.kbi.shelve import facts_of, number_subjects
from baken.exchange.kbi.standing import standing
from baken.ledger.append import append, head, hold_lock
from baken.ledger.interchange.faults import Faults, Refused
from baken.ledger.interchange.places import require_new_aside, tentative
from baken.ledger.interchange.readers import LoadRequest, Taken
from baken.ledger.interchange.stage import scratch_folder
from baken.ledger.subjects import reserve
from baken.ledger.wording import number
from baken.people.facts import DossierOpened
from baken.people.models import Identity

SOURCE = "kbi"
"""Source of the appends that dossiers of the register become."""
AT_A_TIME = 200
"""Dossiers compared together."""
TRIES = 3
"""How often dossiers are compared anew because others wrote meanwhile; the last time with the lock held."""


@dataclass(slots=True)
class Outcome:
    """What a delivery came to."""

    new: int = 0
    changed: int = 0
    same: int = 0
    added: int = 0
    retracted: int = 0
    set_aside: int = 0
    warnings: list[str] = field(default_factory=list)

    def count(self, *, new: bool, added: int, retracted: int) -> None:
        """Note one dossier; opening it is told apart, not among the facts added."""
        if new:
            self.new += 1
        elif added or retracted:
            self.changed += 1
        else:
            self.same += 1
        self.added, self.retracted = self.added + added, self.retracted + retracted

    def __str__(self) -> str:
        """One sentence for the user, and the warnings."""
        told = self.new + self.changed + self.same
        sentence = ngettext(
            "%(told)s dossier van KBI: %(new)s nieuw, %(changed)s gewijzigd, %(same)s ongewijzigd "
            "(%(added)s feiten erbij, %(retracted)s ingetrokken).",
            "%(told)s dossiers van KBI: %(new)s nieuw, %(changed)s gewijzigd, %(same)s ongewijzigd "
            "(%(added)s feiten erbij, %(retracted)s ingetrokken).",
            told,
        ) % {name: number(count) for name, count in {"told": told, **self._counts()}.items()}
        aside = [_("%(count)s opzijgezet.") % {"count": number(self.set_aside)}] if self.set_aside else []
        return "\n".join([" ".join([sentence, *aside]), *self.warnings])

    def _counts(self) -> dict[str, int]:
        return {name: getattr(self, name) for name in ("new", "changed", "same", "added", "retracted")}


def load_kbi(request: LoadRequest) -> Taken:
    """Load a file, or every XML file in a folder or zip. Raises Refused with every fault, or BadRequest."""
    if request.set_aside:
        require_new_aside(request.set_aside)
    faults, outcome = Faults(), Outcome()
    with scratch_folder() as scratch:
        files = files_at(request.path, scratch, faults)
        sound, outcome.warnings = check(files, faults)
        if faults and (request.set_aside is None or not files):
            raise Refused(faults)
        folder = request.set_aside if faults else None
        with tentative(folder) if folder else nullcontext():
            if folder:
                outcome.set_aside = set_aside(files, sound, faults, folder)
            _load(sound, request.by, outcome)
    return Taken(str(outcome), faults, nothing=not sound)


def _load(sound: list[File], by: str, outcome: Outcome) -> None:
    """Find out without the lock which dossiers are new or changed, and hold it only to write these.

    Where others wrote meanwhile that is done again, the last time with the lock held.
    """
    for tries_left in reversed(range(TRIES)):
        seen = head()
        differ = _differing(sound) if tries_left else sound
        with transaction.atomic():
            hold_lock()
            if tries_left and head() != seen:
                continue
            outcome.same = len(sound) - len(differ)
            keeper = Keeper()
            for some in _portions(differ):
                _record(list(told_in(some)), by, keeper, outcome)
            return


def _portions(files: list[File]) -> Iterator[list[File]]:
    return (files[start : start + AT_A_TIME] for start in range(0, len(files), AT_A_TIME))


def _differing(sound: list[File]) -> list[File]:
    """The files whose dossier is not in the ledger, or not as it stands there."""
    differ = []
    for some in _portions(sound):
        delivered = list(told_in(some))
        _, old = _standing(delivered)
        pairs = zip(some, delivered, strict=True)
        differ += [file for file, item in pairs if not _stands(item, old)]
    return differ


# ---------------------------------------------------------------------------------------------- into the ledger


def _record(delivered: list[Delivered], by: str, keeper: Keeper, outcome: Outcome) -> None:
    """One append for each dossier that is new or changed."""
    dossiers, old = _standing(delivered)
    differs = [item for item in delivered if not _stands(item, old)]
    outcome.same += len(delivered) - len(differs)
    retract = [compare(old.get(item.number, Told(DOSSIER)), item.told) for item in differs]
    number_subjects([item.told for item in differs])
    opened = _open([item for item in differs if item.number not in dossiers])
    for item, going in zip(differs, retract, strict=True):
        opening = opened.get(item.number)
        dossier = opening.dossier if opening else dossiers[item.number]
        facts = facts_of(item.told, dossier, item.told_on, keeper)
        outcome.count(new=opening is not None, added=len(facts), retracted=len(going))
        if facts or going:
            note = f"KBI 01.00, bericht van {item.told_on.isoformat()}"
            come = [opening, *facts] if opening else facts
            append(come, by=by, source=SOURCE, note=note, retract=going, imported=True)
            _describe(item, dossier)


def _standing(delivered: list[Delivered]) -> tuple[dict[str, int], dict[str, Told]]:
    """The dossier of each national number that is known, and how it stands."""
    dossiers = _known_dossiers([item.number for item in delivered])
    stands = standing(dossiers.values())
    return dossiers, {number: stands[dossier] for number, dossier in dossiers.items()}


def _stands(item: Delivered, old: dict[str, Told]) -> bool:
    return item.number in old and old[item.number].content == item.told.content


def _known_dossiers(numbers: list[str]) -> dict[str, int]:
    """The dossier of each national number that is known."""
    numbered = Identity.objects.filter(national_number__in=numbers)
    persons = {identity.person: str(identity.national_number) for identity in numbered}
    opened = DossierOpened.objects.filter(person__in=persons, retracted_in__isnull=True).order_by("-dossier")
    return {persons[person]: dossier for person, dossier in opened.values_list("person", "dossier")}


def _open(delivered: list[Delivered]) -> dict[str, DossierOpened]:
    """The opening facts of new dossiers, by national number; persons nobody knew get an identity."""
    if not delivered:
        return {}
    numbers = [item.number for item in delivered]
    known = Identity.objects.filter(national_number__in=numbers)
    persons = {str(identity.national_number): identity.person for identity in known}
    unknown = [number for number in numbers if number not in persons]
    persons |= zip(unknown, reserve("person", len(unknown)), strict=True)
    Identity.objects.bulk_create(Identity(person=persons[number], national_number=number) for number in unknown)
    return {
        item.number: DossierOpened(dossier=dossier, person=persons[item.number], occurred_on=item.told_on, undated=True)
        for item, dossier in zip(delivered, reserve("dossier", len(delivered)), strict=True)
    }


def _describe(item: Delivered, dossier: int) -> None:
    """Bring the person's identity up to date with what the register says."""
    particulars = dict(getattr(item.told.values.get("particulars"), "values", ()))
    name = dict(getattr(particulars.get("person_name"), "values", ()))
    told = {
        "family_name": _joined(name.get("family_names", ())),
        "given_names": _joined(name.get("given_names", ())),
        "birth_date": particulars.get("birth_date"),
    }
    if known := {column: value for column, value in told.items() if value}:
        person = DossierOpened.objects.filter(dossier=dossier, retracted_in__isnull=True).values("person")
        Identity.objects.filter(person__in=person).update(**known)


def _joined(parts: tuple[Row, ...]) -> str:
    return " ".join(dict(part.values).get("text", "") for part in parts)[:200]
