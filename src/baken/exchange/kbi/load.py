"""`baken load` of KBI 01.00 dossiers: one append per dossier that is new or changed; the delivery all or nothing."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import transaction

from baken.exchange.kbi.compare import compare
from baken.exchange.kbi.mapping import DOSSIER
from baken.exchange.kbi.message import Message, read_message
from baken.exchange.kbi.rows import Keeper
from baken.exchange.kbi.shape import Row, Told
from baken.exchange.kbi.shelve import facts_of, number_subjects
from baken.exchange.kbi.standing import standing
from baken.foundation import clock
from baken.foundation.errors import BadRequest
from baken.ledger.append import append, hold_lock
from baken.ledger.interchange.faults import KINDS, FaultKind, Faults, Refused
from baken.ledger.interchange.readers import LEFT_ASIDE, LoadRequest
from baken.ledger.interchange.stage import scratch_folder
from baken.ledger.interchange.zips import unpack
from baken.ledger.subjects import reserve
from baken.people.facts import DossierOpened
from baken.people.models import Identity

SOURCE = "kbi"
"""Source of the appends that dossiers of the register become."""
AT_A_TIME = 200
"""Dossiers compared together."""

KINDS |= {
    "bad_xml": FaultKind("Geen leesbare XML: {detail}.", "Not readable as XML: {detail}."),
    "not_kbi": FaultKind(
        "Geen antwoord van GeefDossierKBI 01.00, maar {detail}.", "No KBI 01.00 answer, but {detail}."
    ),
    "not_in_schema": FaultKind("Past niet in het schema: {detail}.", "Does not fit the schema: {detail}."),
    "register_error": FaultKind(
        "Het register antwoordt met een fout. {detail}", "The register answers an error. {detail}"
    ),
    "no_dossier": FaultKind("Het antwoord bevat geen dossier.", "The answer holds no dossier."),
    "nobodys_dossier": FaultKind(
        "Zonder INSZ is niet te zeggen wiens dossier dit is.", "Without INSZ nobody can say whose dossier this is."
    ),
    "test_number": FaultKind(
        "Een testnummer (maand 61 tot 72) hoort alleen in demo en test (BAKEN_DEMO=1).",
        "A test number (month 61 to 72) belongs only in demo and test (BAKEN_DEMO=1).",
    ),
    "bad_national_number": FaultKind(
        "Geen geldig rijksregisternummer: {detail}.", "Not a valid national number: {detail}."
    ),
    "dossier_twice": FaultKind(
        "Het dossier van deze persoon staat ook in {detail}.", "This person's dossier is also in {detail}."
    ),
}


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
        parts = [f"{told} dossier{'' if told == 1 else 's'} van KBI: {self.new} nieuw, {self.changed} gewijzigd"]
        parts.append(f"{self.same} ongewijzigd ({self.added} feiten erbij, {self.retracted} ingetrokken)")
        aside = [f"{self.set_aside} opzijgezet."] if self.set_aside else []
        return "\n".join([" ".join([", ".join(parts) + ".", *aside]), *self.warnings])


@dataclass(frozen=True, slots=True)
class Delivered:
    """One dossier of the delivery."""

    told: Told
    told_on: date

    @property
    def number(self) -> str:
        """The national number of its person."""
        return self.told.national_number or ""


def load_kbi(request: LoadRequest) -> str:
    """Load a file, or every XML file in a folder. Returns what it came to; raises Refused with every fault."""
    faults = Faults()
    with scratch_folder() as scratch:
        return str(_load(_paths(request.path, scratch, faults), faults, request))


def _load(paths: list[Path], faults: Faults, request: LoadRequest) -> Outcome:
    sound = _check(paths, faults)
    if faults and (request.set_aside is None or not paths):
        raise Refused(faults)
    outcome = Outcome(set_aside=len(paths) - len(sound))
    with transaction.atomic():
        hold_lock()
        keeper = Keeper()
        for start in range(0, len(sound), AT_A_TIME):
            delivered = list(_delivered(sound[start : start + AT_A_TIME], outcome))
            _record(delivered, request.by, keeper, outcome)
    if faults and request.set_aside is not None:
        _set_aside([path for path in paths if path not in sound], faults, request.set_aside)
    return outcome


def _paths(path: Path, scratch: Path, faults: Faults) -> list[Path]:
    """The XML files at a path; a zip is unpacked into `scratch` with the interchange's caution."""
    if not path.exists():
        raise BadRequest(f"Er is niets op {path}.", "Geef een KBI-dossier (.xml), of een map of zip ervan.")
    if path.suffix.lower() == ".zip":
        unpack(path, scratch, faults)
        path = scratch
    return [path] if path.is_file() else sorted(member for member in path.rglob("*") if _is_xml(member))


def _is_xml(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() == ".xml"


def _read(path: Path) -> Message:
    return read_message(path.read_bytes(), test_numbers=settings.DEMO)


def _check(paths: list[Path], faults: Faults) -> list[Path]:
    """The files without faults; two dossiers of one person are a fault of the second."""
    sound: list[Path] = []
    whose: dict[str, Path] = {}
    for path in paths:
        message = _read(path)
        for complaint in message.complaints:
            faults.add(
                complaint.kind,
                path.name,
                complaint.element or None,
                complaint.line,
                detail=complaint.nl,
                detail_en=complaint.en,
            )
        if message.complaints or message.dossier is None:
            continue
        first = whose.setdefault(message.dossier.findtext("Personalia/INSZ") or "", path)
        if first != path:
            faults.add("dossier_twice", path.name, "Personalia/INSZ", detail=first.name)
        else:
            sound.append(path)
    return sound


def _delivered(paths: list[Path], outcome: Outcome) -> Iterator[Delivered]:
    for path in paths:
        message = _read(path)
        if message.dossier is None or message.complaints:
            raise BadRequest(f"{path.name} veranderde tijdens het inladen.", "Probeer het opnieuw.")
        outcome.warnings += [f"{path.name}: {warning}" for warning in message.warnings]
        yield Delivered(DOSSIER.read_one(message.dossier), message.told_on or clock.today())


def _set_aside(paths: list[Path], faults: Faults, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in paths:
        shutil.copyfile(path, folder / path.name)
    faults.write(folder / LEFT_ASIDE)


# ---------------------------------------------------------------------------------------------- into the ledger


def _record(delivered: list[Delivered], by: str, keeper: Keeper, outcome: Outcome) -> None:
    """One append for each dossier that is new or changed."""
    dossiers = _known_dossiers([item.number for item in delivered])
    stands = standing(dossiers.values())
    old = {number: stands[dossier] for number, dossier in dossiers.items()}
    differs = [item for item in delivered if item.number not in old or old[item.number].content != item.told.content]
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
