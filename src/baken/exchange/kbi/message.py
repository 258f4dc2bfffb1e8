"""A message of the register: opened safely, checked against its schemas, answered errors told in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _
from lxml import etree

from baken.exchange.kbi.words import in_words, unreadable
from baken.foundation import clock
from baken.foundation.identifiers import TEST_MONTHS, national_number_fault

SCHEMA = Path(__file__).parent / "xsd/Inburgering.GeefDossierKBIDienst-01.00/WebService/GeefDossierKBIResponse.xsd"
NAMESPACE = "http://webservice.GeefDossierKBI-01.00.kbi-01.00.vip.vlaanderen.be"
ROOT = f"{{{NAMESPACE}}}GeefDossierKBIResponse"
INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"
LOCATIONS = (f"{INSTANCE}schemaLocation", f"{INSTANCE}noNamespaceSchemaLocation")
LARGEST = 64 * 1024 * 1024
"""Bytes; the largest real dossier is a few hundred thousand."""

NO_DOCTYPE = (
    "een DOCTYPE (en dus entiteiten) hoort niet in een bericht",
    "a DOCTYPE (and so entities) does not belong in a message",
)

STAND_IN = "00010100137"
"""A number that fits the schema's pattern, in the place of a test number while the rest is validated."""

FULL_DAY = re.compile(r"\s*(\d{4})-\d\d-\d\d\s*")
EARLIEST, AHEAD, OPEN_END = 1900, 30, 9999
"""A day lies in or after the first of these years and at most so many years ahead; 9999 says that there is no end."""

ADVICE = {
    "30001": ("Controleer het rijksregisternummer van de vraag.", "Check the national number asked for."),
    "99996": ("Wacht even en stel de vraag opnieuw.", "Wait a moment and ask again."),
}


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a message: a kind of fault, the line, the element, and why in Dutch and English.

    Never with personal data in it.
    """

    kind: str
    line: int | None
    element: str
    nl: str = ""
    en: str = ""


@dataclass(slots=True)
class Message:
    """A message that was read: its dossier (None where it answers an error), complaints and warnings."""

    dossier: etree._Element | None = None
    told_on: date | None = None
    complaints: list[Complaint] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@cache
def schema() -> etree.XMLSchema:
    """The schema of GeefDossierKBI 01.00, from the files beside this module."""
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    return etree.XMLSchema(etree.parse(SCHEMA, parser))


def read_message(content: bytes, *, test_numbers: bool) -> Message:
    """Open and check a message. test_numbers: whether fictitious national numbers are welcome here."""
    message = Message()
    root = _open(content, message)
    if root is None:
        return message
    if root.tag != ROOT:
        name = etree.QName(root).localname
        message.complaints.append(Complaint("not_kbi", root.sourceline, name, f"een {name}", f"a {name}"))
        return message
    message.complaints.extend(complaints_of(root))
    if message.complaints:
        return message
    _exceptions(root, message)
    message.told_on = _day(root.findtext("Repliek/Context/Bericht/Tijdstip/Datum"))
    dossier = root.find("Repliek/Antwoorden/Antwoord/Inhoud/KBIDossier")
    if dossier is not None:
        message.complaints.extend(_whose(dossier, test_numbers=test_numbers))
        message.complaints.extend(_implausible_days(dossier))
        message.dossier = dossier
    elif not message.complaints:
        message.complaints.append(Complaint("no_dossier", root.sourceline, "Antwoord"))
    return message


def _open(content: bytes, message: Message) -> etree._Element | None:
    """Parse without entities, document type or network; what cannot be read is a complaint."""
    if len(content) > LARGEST:
        size = f"{LARGEST // 1024 // 1024} MiB"
        message.complaints.append(Complaint("bad_xml", None, "", f"groter dan {size}", f"larger than {size}"))
        return None
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        why = NO_DOCTYPE if b"<!DOCTYPE" in content else unreadable(error)
        message.complaints.append(Complaint("bad_xml", error.lineno, "", *why))
        return None
    if root.getroottree().docinfo.doctype:
        message.complaints.append(Complaint("bad_xml", 1, "", *NO_DOCTYPE))
        return None
    return root


def complaints_of(root: etree._Element) -> Iterator[Complaint]:
    """What the schema refuses; a test number stands aside for this, `_whose` judges it."""
    for element in root.iter():
        for name in element.attrib:
            if str(name).startswith(INSTANCE) and name not in LOCATIONS:
                told = f"xsi:{etree.QName(name).localname}"
                line, where = element.sourceline, _where(element)
                yield Complaint("not_in_schema", line, where, f"{told} wordt niet gelezen", f"{told} is not read")
    number = root.find("Repliek/Antwoorden/Antwoord/Inhoud/KBIDossier/Personalia/INSZ")
    given = number.text if number is not None else None
    if number is not None and given and _is_test_number(given):
        number.text = STAND_IN
    try:
        if not schema().validate(root):
            for error in schema().error_log:
                yield Complaint("not_in_schema", error.line, _element_of(error.path), *in_words(error))
    finally:
        if number is not None:
            number.text = given


def _is_test_number(number: str) -> bool:
    return len(number) == 11 and number.isascii() and number.isdigit() and int(number[2:4]) in TEST_MONTHS


def _whose(dossier: etree._Element, *, test_numbers: bool) -> Iterator[Complaint]:
    """A dossier must say whose it is, with a national number that can exist."""
    number = dossier.find("Personalia/INSZ")
    if number is None:
        yield Complaint("nobodys_dossier", dossier.sourceline, "Personalia/INSZ")
    elif not test_numbers and _is_test_number(number.text or ""):
        yield Complaint("test_number", number.sourceline, "Personalia/INSZ")
    elif fault := national_number_fault(number.text or "", allow_test=test_numbers):
        yield Complaint("bad_national_number", number.sourceline, "Personalia/INSZ", *fault)


def _implausible_days(dossier: etree._Element) -> Iterator[Complaint]:
    """Days that nobody in the programme can have lived, or that no decision reaches."""
    latest = clock.today().year + AHEAD
    for element in dossier.iter():
        found = FULL_DAY.fullmatch(element.text or "")
        if found and not (EARLIEST <= int(found[1]) <= latest or int(found[1]) == OPEN_END):
            nl, en = f"{EARLIEST} en {latest}", f"{EARLIEST} and {latest}"
            yield Complaint("implausible_day", element.sourceline, _where(element), nl, en)


def _exceptions(root: etree._Element, message: Message) -> None:
    """Errors that MAGDA answered are complaints, lesser exceptions warnings."""
    for exception in root.iter("Uitzondering"):
        code, diagnosis = exception.findtext("Identificatie", ""), exception.findtext("Diagnose", "")
        origin, kind = exception.findtext("Oorsprong", ""), exception.findtext("Type", "")
        if kind == "FOUT":
            nl, en = ADVICE.get(code, ("", ""))
            told = f"{origin} {code}: {diagnosis.rstrip('.')}."
            line = exception.sourceline
            message.complaints.append(
                Complaint("register_error", line, "Uitzondering", f"{told} {nl}".strip(), f"{told} {en}".strip())
            )
        else:
            parts = {"origin": origin, "code": code, "kind": kind.lower(), "diagnosis": diagnosis}
            message.warnings.append(_("%(origin)s meldt %(code)s (%(kind)s): %(diagnosis)s") % parts)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _where(element: etree._Element) -> str:
    return _element_of(element.getroottree().getpath(element))


def _element_of(path: str | None) -> str:
    """`Contracten/Contract[2]/Type`: the path below the dossier, or the whole path outside one."""
    inside = (path or "").partition("/KBIDossier/")[2]
    return inside or (path or "").rpartition("/")[2].rpartition(":")[2]
