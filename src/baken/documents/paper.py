"""Makes a paper: gathers what stands on it, typesets it in Dutch and beside it in another language, and seals it."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
from django.conf import settings
from django.urls import reverse

from baken.accounts.models import DossierPlace
from baken.documents import seal
from baken.documents.kinds import Kind
from baken.documents.texts import DUTCH, Texts, texts
from baken.documents.typeset import typeset
from baken.documents.words import Subject, blocks, day, particulars
from baken.foundation.codelists import codelist
from baken.foundation.identifiers import shown_number
from baken.ledger.models import Office
from baken.people.models import Identity

TEMPLATE = Path(__file__).parent / "letter.typ"


def make(kind: Kind, subject: Subject, language: str, code: str, instant: datetime) -> bytes:
    """The sealed PDF. language: `nl`, or that of the translation beside it. Raises NotTypeset, SealMissing."""
    sealer = seal.sealer()
    address = check_address(code)
    data = content(kind, subject, language) | {"check_address": address, "code": shown_code(code)}
    data["seal"] = texts(DUTCH).say("notes", "seal", sealer=sealer.name)
    pdf = typeset(TEMPLATE, data, {"qr.svg": qr(address)}, instant)
    return sealer.seal(pdf)


def content(kind: Kind, subject: Subject, language: str) -> dict[str, Any]:
    """What `letter.typ` reads, but for the seal and the way to check it."""
    dutch = texts(DUTCH)
    other = texts(language) if kind.translated and language != DUTCH else None
    agency = issuer(subject)
    return {
        "title": dutch.say(kind.name, "title"),
        "dossier": shown_number("D", subject.row["dossier"]),
        "agency": agency,
        "rows": [_row(name, value, dutch, other) for name, value in _particulars(kind, subject, agency)],
        "dutch": _side(kind, subject, dutch),
        "other": _side(kind, subject, other) if other else None,
        "demo": dutch.say("notes", "demo") if settings.DEMO else "",
        "check": [one.say("notes", "check") for one in (dutch, other) if one],
        "sign": [_label(f"sign_{who}", kind, dutch, other) for who in ("person", "agency")]
        if kind.name == "contract"
        else [],
    }


def _side(kind: Kind, subject: Subject, said: Texts) -> dict[str, Any]:
    """One column: its language, its title and its paragraphs."""
    notes = [] if said.language == DUTCH else [said.say("notes", "valid")]
    if said.state != "reviewed":
        notes.append(said.say("notes", "draft"))
    return {
        "lang": said.language,
        "rtl": said.rtl,
        "title": said.say(kind.name, "title"),
        "notes": notes,
        "blocks": blocks(kind.name, subject, said),
    }


def _label(name: str, kind: Kind, dutch: Texts, other: Texts | None) -> dict[str, Any]:
    return {
        "dutch": dutch.say(kind.name, name),
        "other": other.say(kind.name, name) if other else "",
        "lang": other.language if other else DUTCH,
    }


def _row(name: str, value: str, dutch: Texts, other: Texts | None) -> dict[str, str]:
    label = other.say("labels", name) if other else ""
    return {
        "label": dutch.say("labels", name),
        "other": label,
        "lang": other.language if other else DUTCH,
        "value": value,
    }


def _particulars(kind: Kind, subject: Subject, agency: str) -> list[tuple[str, str]]:
    """Who it is about, as far as that is still known, and from whom it comes."""
    identity = Identity.objects.filter(person=subject.case.file.person).first()
    shown = [
        ("name", f"{identity.given_names} {identity.family_name}".strip() if identity else ""),
        ("born", _born(identity.birth_date or "") if identity else ""),
        ("number", _national(identity.national_number or "") if identity else ""),
        ("dossier", shown_number("D", subject.row["dossier"])),
        ("agency", agency),
        ("date", day(subject.row["occurred_on"], texts(DUTCH))),
        *particulars(kind.name, subject),
    ]
    return [(name, value) for name, value in shown if value]


def issuer(subject: Subject) -> str:
    """The agency for which the fact was told, with its office."""
    number = subject.row["office_id"]
    if number is None:
        place = DossierPlace.objects.filter(dossier=subject.row["dossier"]).first()
        number = place.office_id if place else None
    office = Office.objects.filter(pk=number).first()
    if office is None:
        return ""
    agency = codelist("agency").label(office.agency, "nl") if office.agency else ""
    name = office.name or office.code
    return agency if agency.startswith(name) else ", ".join(part for part in (agency, name) if part)


def _born(text: str) -> str:
    """`1990-02-03` as 03/02/1990; incomplete days as the register gives them."""
    parts = text.split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 else text


def _national(number: str) -> str:
    return f"{number[:2]}.{number[2:4]}.{number[4:6]}-{number[6:9]}.{number[9:]}" if number else ""


def check_address(code: str) -> str:
    """Where everybody can check a paper."""
    return f"{settings.ADDRESS}{reverse('document-check', args=[shown_code(code)])}"


def shown_code(code: str) -> str:
    """In groups of five, for who types it over."""
    return "-".join(code[at : at + 5] for at in range(0, len(code), 5))


def qr(text: str) -> bytes:
    """The QR code as SVG."""
    out = BytesIO()
    segno.make(text, error="m", micro=False).save(
        out, kind="svg", border=4, xmldecl=True, dark="#1d2129", light="#ffffff"
    )
    return out.getvalue()
