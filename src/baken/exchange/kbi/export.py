"""Dossiers as the register writes them: messages of GeefDossierKBI 01.00."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from lxml import etree

from baken.exchange.kbi.mapping import DOSSIER
from baken.exchange.kbi.message import NAMESPACE, ROOT, complaints_of
from baken.exchange.kbi.shape import Told
from baken.exchange.kbi.standing import known_then, standing
from baken.foundation.clock import BRUSSELS
from baken.foundation.errors import BadRequest, BakenError
from baken.ledger.interchange.places import new_folder, require_new, writing
from baken.ledger.interchange.readers import ExportRequest
from baken.ledger.known import KnownAt
from baken.ledger.models import Append
from baken.ledger.wording import number
from baken.people.facts import DossierOpened
from baken.people.models import Identity

AT_A_TIME = 200
LENGTH_OF_INSZ = 11


class NotWritable(BakenError):
    """A dossier cannot be written as KBI 01.00."""

    code = "not_writable"


def export_kbi(request: ExportRequest) -> str:
    """Write every dossier as a message of its own into a new folder or zip, or one into a new file.

    Raises BadRequest, or NotWritable where a dossier does not fit.
    """
    last = Append.objects.filter(pk=request.append).first()
    if last is None:
        raise BadRequest(_("Er was toen nog niets geregistreerd."))
    known = KnownAt(last.recorded_at, last.pk, last.digest)
    if request.dossier:
        _write_one(_number_of(request.dossier), request.path, known)
        return " ".join(_told(1, 0, request.path))
    opened = DossierOpened.objects.filter(known_then(last.pk))
    numbered = Identity.objects.filter(national_number__isnull=False).values("person")
    dossiers = list(opened.filter(person__in=numbered).order_by("dossier").values_list("dossier", flat=True))
    with new_folder(request.path) as folder:
        for dossier, content in messages(dossiers, known):
            (folder / f"dossier-{dossier}.xml").write_bytes(content)
    return " ".join(_told(len(dossiers), opened.count() - len(dossiers), request.path))


def _write_one(dossier: int, path: Path, known: KnownAt) -> None:
    require_new(path, _("Kies een nieuwe naam."))
    [(_same, content)] = messages([dossier], known)
    with writing(path):
        path.write_bytes(content + b"\n")


def _number_of(text: str) -> int:
    """The dossier meant by its number or by its person's national number. Raises BadRequest."""
    if len(text) == LENGTH_OF_INSZ:
        person = Identity.objects.filter(national_number=text).values("person")
        opened = DossierOpened.objects.filter(person__in=person, retracted_in__isnull=True)
    else:
        opened = DossierOpened.objects.filter(dossier=int(text) if text.isdecimal() else 0)
    first = opened.order_by("dossier").first()
    if first is None:
        raise BadRequest(_("Dit dossier is er niet."), _("Geef zijn nummer, of het rijksregisternummer."))
    return int(first.dossier)


def _told(written: int, erased: int, path: Path) -> Iterator[str]:
    done = ngettext(
        "%(count)s dossier uitgevoerd naar %(path)s.", "%(count)s dossiers uitgevoerd naar %(path)s.", written
    )
    yield done % {"count": number(written), "path": path}
    if erased:
        skipped = ngettext(
            "%(count)s dossier zonder rijksregisternummer is overgeslagen.",
            "%(count)s dossiers zonder rijksregisternummer zijn overgeslagen.",
            erased,
        )
        yield skipped % {"count": number(erased)}
    yield _("Let op: met persoonsgegevens.")


def messages(dossiers: list[int], known: KnownAt) -> Iterator[tuple[int, bytes]]:
    """Each dossier as a message, as it was known then. Raises NotWritable."""
    for start in range(0, len(dossiers), AT_A_TIME):
        some = dossiers[start : start + AT_A_TIME]
        opened = set(
            DossierOpened.objects.filter(known_then(known.append), dossier__in=some).values_list("dossier", flat=True)
        )
        for dossier, told in standing(some, known.append).items():
            if dossier not in opened:
                raise NotWritable(_("Dossier %(number)s was op dat moment niet bekend.") % {"number": dossier})
            if not told.national_number:
                unnumbered = _("Dossier %(number)s heeft geen rijksregisternummer.") % {"number": dossier}
                raise NotWritable(unnumbered, _("Is het gewist?"))
            _keep_latest(told)
            yield dossier, _message(told, dossier, known)


def _keep_latest(told: Told) -> None:
    """Where the register has room for one (the target group), the latest stays."""
    single = {path for path, part in told.part.parts() if not part.many}
    for path, tolds in told.below.items():
        if path in single and len(tolds) > 1:
            told.below[path] = [max(tolds, key=_moment)]
        for below in told.below[path]:
            _keep_latest(below)


def _moment(told: Told) -> tuple[date, int]:
    return (told.fact.occurred_on, told.fact.pk) if told.fact else (date.min, 0)


def _message(told: Told, dossier: int, known: KnownAt) -> bytes:
    root = etree.Element(ROOT, nsmap={"web": NAMESPACE})
    reply = etree.SubElement(root, "Repliek")
    reference = str(uuid5(NAMESPACE_URL, f"baken:{known.digest}:{dossier}"))
    reply.append(_context(known.instant.astimezone(BRUSSELS), reference))
    answer = _put(_put(reply, "Antwoorden"), "Antwoord")
    _put(answer, "Referte", reference)
    _put(answer, "Inhoud").append(DOSSIER.write_one(told))
    if found := list(complaints_of(root)):
        why = found[0].en if get_language() == "en" else found[0].nl
        misfit = _("Dossier %(number)s past niet in KBI 01.00 (%(element)s: %(why)s).")
        raise NotWritable(misfit % {"number": dossier, "element": found[0].element, "why": why})
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _context(moment: datetime, reference: str) -> etree._Element:
    context = etree.Element("Context")
    _put(context, "Naam", "GeefDossierKBI")
    _put(context, "Versie", "01.00.0000")
    message = _put(context, "Bericht")
    _put(message, "Type", "ANTWOORD")
    when = _put(message, "Tijdstip")
    _put(when, "Datum", moment.date().isoformat())
    _put(when, "Tijd", moment.strftime("%H:%M:%S"))
    sender = _put(message, "Afzender")
    _put(sender, "Identificatie", "baken")
    _put(sender, "Referte", reference)
    return context


def _put(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, name)
    child.text = text
    return child
