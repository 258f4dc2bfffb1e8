"""What facts must meet before an act records them; a load asks the same of its rows (see `interchange`)."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from baken.foundation import clock
from baken.foundation.errors import BadRequest
from baken.ledger.facts import DossierFact, Fact, fact_type, label_of, opening_types, subject_fields
from baken.ledger.fields import CodeField, SubjectField
from baken.ledger.models import Append, Office

EARLIEST = date(1900, 1, 1)
"""No day lies before it; earlier ones are slips of the keyboard."""
HIGHEST = 2**53
"""The highest number that any file can carry exactly, so that what stands in a ledger can be delivered anew."""
AT_A_TIME = 500
"""Numbers asked for in one query."""
SPANS = {"SmallIntegerField": (-32_767, 32_767), "IntegerField": (-2_147_483_647, 2_147_483_647)}
"""Whole numbers that fit on every database; SQLite itself takes any."""


def check_header(by: str, source: str, note: str) -> None:
    """Raises BadRequest when who, whence or why is missing or too long."""
    append = Append(recorded_by=by, source=source, note=note)
    others = [field.name for field in Append._meta.fields if field.name not in ("recorded_by", "source", "note")]
    _clean(append, others, _("registratie"))


def check_facts(by_type: dict[type[Fact], list[Fact]], *, imported: bool) -> None:
    """Raises BadRequest, naming the type of fact and the column, when one could not come back from an export.

    imported: days are kept as a partner told them, also one to come or long ago; an act records what happened.
    """
    days = (date.min, date.max) if imported else (EARLIEST, clock.today())
    for model, facts in by_type.items():
        if len({id(fact) for fact in facts}) < len(facts) or any(fact.pk is not None for fact in facts):
            raise BadRequest(_("%(fact)s: hetzelfde feit wordt twee keer geregistreerd.") % {"fact": label_of(model)})
        spans = [(field.attname, *span) for field in model._meta.concrete_fields if (span := _span(field, *days))]
        for fact in facts:
            _check_form(fact)
            _check_spans(fact, spans)
    _check_offices(fact for facts in by_type.values() for fact in facts)
    for kind, mentioned in _mentioned(by_type).items():
        _check_opened(kind, mentioned, by_type)


def _clean(row: models.Model, others: Collection[str], name: str) -> None:
    try:
        row.clean_fields(exclude=others)
    except ValidationError as error:
        field, sentences = next(iter(error.message_dict.items()))
        raise BadRequest(f"{name}.{field}: {' '.join(sentences)}") from error


def _check_form(fact: Fact) -> None:
    label = label_of(type(fact))
    _clean(fact, ("id", "appended_in", "retracted_in", "office"), label)
    if any(isinstance(field, CodeField) and getattr(fact, field.name) == "" for field in fact._meta.fields):
        sentence = _("%(fact)s: een code die niet bekend is, wordt weggelaten, niet leeg gegeven.")
        raise BadRequest(sentence % {"fact": label})
    for later, earlier in type(fact).not_before.items():
        first, last = getattr(fact, earlier), getattr(fact, later)
        if first is not None and last is not None and last < first:
            sentence = _("%(fact)s: %(later)s (%(last)s) ligt vóór %(earlier)s (%(first)s).")
            names = {"fact": label, "later": later, "earlier": earlier}
            raise BadRequest(sentence % {**names, "last": last, "first": first})


def _span(field: models.Field, earliest: date, today: date) -> tuple[Any, Any] | None:
    """The lowest and highest value that may stand in a column; None where any may."""
    if isinstance(field, models.DateField):
        return earliest, today if field.name == "occurred_on" else date.max
    if isinstance(field, SubjectField):
        return 1, HIGHEST
    return SPANS.get(field.get_internal_type())


def _check_spans(fact: Fact, spans: list[tuple[str, Any, Any]]) -> None:
    for column, low, high in spans:
        value = getattr(fact, column)
        if value is not None and not low <= value <= high:
            sentence = _("%(fact)s.%(column)s: %(value)s ligt niet tussen %(low)s en %(high)s.")
            told = {"fact": label_of(type(fact)), "column": column, "value": value, "low": low, "high": high}
            raise BadRequest(sentence % told)


def _check_offices(facts: Iterable[Fact]) -> None:
    used = {fact.office_id: fact for fact in facts if fact.office_id is not None}
    for office in used.keys() - _found(Office.objects.all(), "id", used):
        sentence = _("%(fact)s: vestiging %(office)s bestaat niet.")
        raise BadRequest(sentence % {"fact": label_of(type(used[office])), "office": office})


def _mentioned(by_type: dict[type[Fact], list[Fact]]) -> dict[str, dict[int, Fact]]:
    """Per kind of subject the numbers that these facts name, each with a fact that does."""
    mentioned: dict[str, dict[int, Fact]] = {}
    for model, facts in by_type.items():
        for field in subject_fields(model):
            named = {getattr(fact, field.attname): fact for fact in facts}
            mentioned.setdefault(field.kind, {}).update(named)
    return {kind: {n: fact for n, fact in named.items() if n is not None} for kind, named in mentioned.items()}


def _check_opened(kind: str, mentioned: dict[int, Fact], by_type: dict[type[Fact], list[Fact]]) -> None:
    """Every subject was opened by some fact, standing or retracted, or is opened by one of these."""
    opener = fact_type(opening_types()[kind])
    missing = mentioned.keys() - {getattr(fact, kind) for fact in by_type.get(opener, ())}
    rows = opener._default_manager.all()
    dossiers = {getattr(mentioned[number], "dossier", 0) for number in missing}
    if issubclass(opener, DossierFact) and kind != "dossier" and len(dossiers) <= AT_A_TIME:
        # Among the dossiers concerned first: only by these can every table be searched fast.
        missing -= _found(opener._default_manager.filter(dossier__in=dossiers), kind, missing)
    for number in missing - _found(rows, kind, missing):
        sentence = _("%(fact)s.%(kind)s: %(number)s is door geen feit geopend.")
        raise BadRequest(sentence % {"fact": label_of(type(mentioned[number])), "kind": kind, "number": number})


def _found(rows: models.QuerySet, column: str, numbers: Iterable[int]) -> set[int]:
    """Those of these numbers that stand in a column."""
    left, found = list(numbers), set[int]()
    while left:
        some, left = left[:AT_A_TIME], left[AT_A_TIME:]
        found.update(rows.filter(**{f"{column}__in": some}).values_list(column, flat=True))
    return found
