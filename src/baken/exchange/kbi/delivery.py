"""A delivery of KBI dossiers: which files it holds, what is wrong with them, what they tell; nothing is trusted."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from baken.exchange.kbi.mapping import DOSSIER
from baken.exchange.kbi.message import Message, read_message
from baken.exchange.kbi.shape import Told
from baken.foundation import clock
from baken.foundation.errors import BadRequest
from baken.ledger.interchange.faults import KINDS, FaultKind, Faults
from baken.ledger.interchange.readers import LEFT_ASIDE
from baken.ledger.interchange.zips import unpack

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
    "implausible_day": FaultKind("Deze dag ligt niet tussen {detail}.", "This day does not lie between {detail}."),
    "dossier_twice": FaultKind(
        "Het dossier van deze persoon staat ook in {detail}.", "This person's dossier is also in {detail}."
    ),
}


@dataclass(frozen=True, slots=True)
class File:
    """One file of the delivery: its place in order of name, where it lies, and its path within the delivery."""

    place: int
    path: Path
    within: Path

    @property
    def name(self) -> str:
        """What it is called in faults and sentences: files of the register often bear a national number."""
        return f"#{self.place}"


@dataclass(frozen=True, slots=True)
class Delivered:
    """One dossier of the delivery."""

    told: Told
    told_on: date

    @property
    def number(self) -> str:
        """The national number of its person."""
        return self.told.national_number or ""


def files_at(path: Path, scratch: Path, faults: Faults) -> list[File]:
    """The XML files at a path, in order of name; a zip is unpacked into `scratch` with the interchange's caution."""
    if not path.exists():
        nothing = _("Er is niets op %(path)s.") % {"path": path}
        raise BadRequest(nothing, _("Geef een KBI-dossier (.xml), of een map of zip ervan."))
    if path.is_file() and path.suffix.lower() != ".zip":
        return [File(1, path, Path(path.name))]
    root = path
    if path.is_file():
        root = scratch
        unpack(path, scratch, faults)
    found = sorted(member for member in root.rglob("*") if _is_xml(member))
    return [File(place, member, member.relative_to(root)) for place, member in enumerate(found, start=1)]


def _is_xml(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() == ".xml"


def _read(file: File) -> Message:
    return read_message(file.path.read_bytes(), test_numbers=settings.DEMO)


def check(files: list[File], faults: Faults) -> tuple[list[File], list[str]]:
    """The files without faults, and warnings; two dossiers of one person are a fault of the second."""
    sound: list[File] = []
    warnings: list[str] = []
    whose: dict[str, File] = {}
    for file in files:
        message = _read(file)
        for complaint in message.complaints:
            place = (file.name, complaint.element or None, complaint.line)
            faults.add(complaint.kind, *place, detail=complaint.nl, detail_en=complaint.en)
        if message.complaints or message.dossier is None:
            continue
        first = whose.setdefault(message.dossier.findtext("Personalia/INSZ") or "", file)
        if first is not file:
            faults.add("dossier_twice", file.name, "Personalia/INSZ", detail=first.name)
            continue
        sound.append(file)
        warnings += [f"{file.name}: {warning}" for warning in message.warnings]
    return sound, warnings


def told_in(files: list[File]) -> Iterator[Delivered]:
    """What sound files tell. Raises BadRequest where one is no longer what was checked."""
    for file in files:
        message = _read(file)
        if message.dossier is None or message.complaints:
            changed = _("Bestand %(file)s veranderde tijdens het inladen.") % {"file": file.name}
            raise BadRequest(changed, _("Probeer het opnieuw."))
        yield Delivered(DOSSIER.read_one(message.dossier), message.told_on or clock.today())


def set_aside(files: list[File], sound: list[File], faults: Faults, folder: Path) -> int:
    """Copy the files at fault under their own names, and write what is wrong beside them; returns their number."""
    loaded = {file.place for file in sound}
    aside = [file for file in files if file.place not in loaded]
    for file in aside:
        target = folder / file.within
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file.path, target)
    faults.write(folder / LEFT_ASIDE)
    return len(aside)
