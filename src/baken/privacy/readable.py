"""The same as a document that one can read: an accessible PDF."""

from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.documents.typeset import typeset
from baken.foundation.clock import BRUSSELS
from baken.privacy import shape

TEMPLATE = Path(__file__).parent / "person.typ"


def readable(told: shape.Everything) -> bytes:
    """The PDF. Raises NotTypeset."""
    return typeset(TEMPLATE, _data(told), {}, told.made_at)


def as_json(told: shape.Everything) -> str:
    """The file for machines."""
    return told.model_dump_json(indent=1) + "\n"


def _data(told: shape.Everything) -> dict[str, Any]:
    made = f"{told.made_at.astimezone(BRUSSELS):%d/%m/%Y %H:%M}"
    return {
        "title": _("Alles wat wij over u bewaren"),
        "author": "Baken",
        "subtitle": _("Dossier %(dossiers)s, gemaakt op %(made)s")
        % {"dossiers": ", ".join(told.dossiers), "made": made},
        "keywords": [],
        "language": get_language() or "nl",
        "footer": ", ".join(told.dossiers),
        "page": _("bladzijde {page} van {pages}"),
        "lead": _(
            "Dit is een afschrift van uw persoonsgegevens (AVG, artikel 15). Hetzelfde staat in een bestand dat een "
            "computer kan lezen (artikel 20). Klopt er iets niet, vraag dan aan uw trajectbegeleider om het te "
            "herstellen."
        ),
        "chapters": [
            _chapter(_("Wie u bent"), _identity(told)),
            _chapter(_("Wat er gebeurde"), [_fact(one) for one in told.facts]),
            _chapter(_("Wat er beslist werd, en waarom"), [_decision(one) for one in told.decisions]),
            _chapter(_("Termijnen"), [_term(one) for one in told.terms]),
            _chapter(_("Documenten"), [_document(one) for one in told.documents]),
            _chapter(_("Bewaring op bevel"), [_hold(one) for one in told.holds]),
            _chapter(_("Wie keek of iets deed in uw dossier"), [_read(one) for one in told.reads]),
        ],
        "none": _("Hierover bewaren wij niets."),
    }


def _chapter(title: str, entries: list[dict[str, Any]]) -> dict[str, Any]:
    return {"title": title, "entries": entries}


def _entry(head: str, *lines: str) -> dict[str, Any]:
    return {"head": head, "lines": [line for line in lines if line]}


def _identity(told: shape.Everything) -> list[dict[str, Any]]:
    if told.identity is None:
        return []
    one = told.identity
    shown = (
        (_("Naam"), f"{one.given_names} {one.family_name}".strip()),
        (_("Rijksregisternummer"), one.national_number or ""),
        (_("Geboren op"), "/".join(reversed((one.birth_date or "").split("-")))),
    )
    return [_entry(label, value) for label, value in shown if value]


def _fact(one: shape.Told) -> dict[str, Any]:
    values = [f"{value.label}: {value.words}" for value in one.values]
    texts = [f"“{text}”" for row in one.texts.values() for text in _flat(row)]
    recorded = _("Genoteerd op %(at)s door %(by)s (%(source)s). %(note)s") % _by(one.recorded)
    retracted = (
        _("Ingetrokken op %(at)s door %(by)s (%(source)s). %(note)s") % _by(one.retracted) if one.retracted else ""
    )
    title = f"{one.occurred_on:%d/%m/%Y} – {one.title}"
    where = " ".join(part for part in (one.dossier, one.office) if part)
    return _entry(title, "; ".join(values), *texts, f"{recorded.strip()} {where}", retracted)


def _by(recorded: shape.Recorded) -> dict[str, str]:
    at = f"{recorded.at.astimezone(BRUSSELS):%d/%m/%Y %H:%M}"
    return {"at": at, "by": recorded.by, "source": recorded.source, "note": recorded.note}


def _flat(row: dict[str, Any]) -> list[str]:
    """The texts in a row and in what it leads to."""
    found: list[str] = []
    for value in row.values():
        if isinstance(value, dict):
            found += _flat(value)
        elif isinstance(value, list):
            found += map(str, value)
        else:
            found.append(str(value))
    return found


def _decision(one: shape.Decision) -> dict[str, Any]:
    return _entry(f"{one.on:%d/%m/%Y} – {one.label}", *one.why)


def _term(one: shape.Task) -> dict[str, Any]:
    return _entry(one.label, f"{one.due:%d/%m/%Y}" if one.due else _("de dag is niet gekend"))


def _document(one: shape.Document) -> dict[str, Any]:
    return _entry(f"{one.day:%d/%m/%Y} – {one.title}", _("Controlecode: %(code)s") % {"code": one.code})


def _hold(one: shape.Hold) -> dict[str, Any]:
    return _entry(f"{one.since.astimezone(BRUSSELS):%d/%m/%Y}", one.reason)


def _read(one: shape.Read) -> dict[str, Any]:
    at = f"{one.at.astimezone(BRUSSELS):%d/%m/%Y %H:%M}"
    return _entry(f"{at} – {one.what}", f"{one.who} ({one.role}): {one.place}", one.note)
