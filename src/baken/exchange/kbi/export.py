"""Dossiers as the register writes them: messages of GeefDossierKBI 01.00."""

import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from baken.exchange.kbi.mapping import DOSSIER
from baken.exchange.kbi.message import NAMESPACE, ROOT, complaints_of
from baken.exchange.kbi.shape import Told
from baken.exchange.kbi.standing import known_then, standing
from baken.foundation.clock import BRUSSELS
from baken.foundation.errors import BadRequest, BakenError
from baken.ledger.interchange.readers import ExportRequest
from baken.ledger.known import KnownAt
from baken.ledger.models import Append
from baken.people.facts import DossierOpened
from baken.people.models import Identity

AT_A_TIME = 200


class NotWritable(BakenError):
    """A dossier cannot be written as KBI 01.00."""

    code = "not_writable"


def export_kbi(request: ExportRequest) -> str:
    """Write every dossier as a message of its own into a new folder or zip."""
    if request.path.exists():
        raise BadRequest(f"{request.path} bestaat al.", "Kies een nieuwe naam.")
    last = Append.objects.filter(pk=request.append).first()
    if last is None:
        raise BadRequest("Er was toen nog niets geregistreerd.")
    opened = DossierOpened.objects.filter(known_then(last.pk))
    numbered = Identity.objects.filter(national_number__isnull=False).values("person")
    dossiers = list(opened.filter(person__in=numbered).order_by("dossier").values_list("dossier", flat=True))
    erased = opened.count() - len(dossiers)
    written = messages(dossiers, KnownAt(last.recorded_at, last.pk, last.digest))
    with _room(request.path) as put:
        for dossier, content in written:
            put(f"dossier-{dossier}.xml", content)
    left_out = f" {erased} dossiers zonder rijksregisternummer zijn overgeslagen." if erased else ""
    return f"{len(dossiers)} dossiers uitgevoerd naar {request.path}.{left_out} Let op: met persoonsgegevens."


@contextmanager
def _room(path: Path) -> Iterator[Callable[[str, bytes], object]]:
    """A new folder or zip to put files in; it is only there once all is written."""
    under_way = path.with_name(f".{path.name}.part")
    try:
        if path.suffix.lower() == ".zip":
            with zipfile.ZipFile(under_way, "w", zipfile.ZIP_DEFLATED) as archive:
                yield lambda name, content: archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        else:
            under_way.mkdir(parents=True)
            yield lambda name, content: (under_way / name).write_bytes(content)
        under_way.rename(path)
    finally:
        if under_way.is_dir():
            shutil.rmtree(under_way)
        under_way.unlink(missing_ok=True)


def messages(dossiers: list[int], known: KnownAt) -> Iterator[tuple[int, bytes]]:
    """Each dossier as a message, as it was known then. Raises NotWritable."""
    for start in range(0, len(dossiers), AT_A_TIME):
        some = dossiers[start : start + AT_A_TIME]
        opened = set(
            DossierOpened.objects.filter(known_then(known.append), dossier__in=some).values_list("dossier", flat=True)
        )
        for dossier, told in standing(some, known.append).items():
            if dossier not in opened:
                raise NotWritable(f"Dossier {dossier} was op dat moment niet bekend.")
            if not told.national_number:
                raise NotWritable(f"Dossier {dossier} heeft geen rijksregisternummer.", "Is het gewist?")
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
        raise NotWritable(f"Dossier {dossier} past niet in KBI 01.00 ({found[0].element}: {found[0].nl}).")
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
