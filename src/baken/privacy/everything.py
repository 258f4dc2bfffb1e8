"""Gathers everything kept about one person: facts, also retracted ones, texts, decisions, papers, who looked."""

import json
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import get_language

from baken.accounts.models import Look
from baken.documents.kinds import KINDS
from baken.documents.queries import documents_of, states
from baken.foundation import clock
from baken.foundation.identifiers import shown_number
from baken.law.content import the_book
from baken.law.content.codes import code_name
from baken.law.content.terms import TERMS
from baken.law.person import Person
from baken.law.speech import Speech
from baken.law.terms import standings
from baken.ledger.facts import content_fields, fact_type
from baken.ledger.fields import ReferenceField
from baken.ledger.file import Row, facts_of
from baken.ledger.models import Append, Office, Trace
from baken.ledger.situation.one import PersonFile, person_file
from baken.people.models import Identity, NamePart
from baken.privacy import shape
from baken.privacy.queries import holds
from baken.ui.telling import in_words

TECHNICAL = ("dossier", "occurred_on", "office_id", "place", "as_written")
DECISION = "programme.decision_taken"


def everything(dossier: int) -> shape.Everything:
    """All of it, over every dossier of the person. Raises BadRequest when there is no such dossier."""
    file = person_file(dossier)
    rows = [(label, row) for label, told in facts_of(file.dossiers).items() for row in told]
    rows.sort(key=lambda pair: (pair[1]["occurred_on"], pair[1]["id"]))
    identity = Identity.objects.filter(person=file.person).first()
    return shape.Everything(
        made_at=clock.now(),
        known_in=file.append,
        dossiers=[shown_number("D", number) for number in file.dossiers],
        identity=_identity(identity) if identity else None,
        facts=list(_facts(rows)),
        decisions=[_decision(row) for label, row in rows if label == DECISION and row["retracted_in"] is None],
        terms=list(_terms(file)),
        documents=list(_documents(file.dossiers)),
        reads=list(_reads(file.dossiers)),
        holds=[_hold(one) for one in holds(file.dossiers)],
    )


def _identity(one: Identity) -> shape.Identity:
    return shape.Identity(
        national_number=one.national_number,
        family_name=one.family_name,
        given_names=one.given_names,
        birth_date=one.birth_date,
    )


def _facts(rows: list[tuple[str, Row]]) -> Iterator[shape.Told]:
    appends = Append.objects.in_bulk({row[key] for _l, row in rows for key in ("appended_in", "retracted_in")} - {None})
    offices = {office.pk: office.name or office.code for office in Office.objects.all()}
    for label, row in rows:
        model = fact_type(label)
        yield shape.Told(
            kind=label,
            title=str(model._meta.verbose_name),
            number=row["id"],
            dossier=shown_number("D", row["dossier"]),
            occurred_on=row["occurred_on"],
            office=offices.get(row["office_id"] or 0, ""),
            values=list(_values(model, row)),
            texts={told.attname: text for told, text in _texts(model, row)},
            recorded=_recorded(appends[row["appended_in"]]),
            retracted=_recorded(appends[row["retracted_in"]]) if row["retracted_in"] else None,
        )


def _recorded(append: Append) -> shape.Recorded:
    return shape.Recorded(
        append=append.pk, at=append.recorded_at, by=append.recorded_by, source=append.source, note=append.note
    )


def _values(model: Any, row: Row) -> Iterator[shape.Value]:
    for told in content_fields(model):
        value = row[told.attname]
        if told.attname in TECHNICAL or isinstance(told, ReferenceField) or value is None or value == "":
            continue
        words = in_words(told, value)
        plain = value if isinstance(value, (bool, int, str)) else str(value)
        yield shape.Value(column=told.attname, label=str(told.verbose_name), value=plain, words=words)


def _texts(model: Any, row: Row) -> Iterator[tuple[ReferenceField, dict[str, Any]]]:
    """The rows to which a fact points, as they stand now."""
    for told in content_fields(model):
        if isinstance(told, ReferenceField) and row[told.attname] is not None:
            kept: Any = apps.get_model(told.to)
            found = kept._default_manager.filter(pk=row[told.attname]).first()
            if found is not None:
                yield told, _content(found)


def _content(row: models.Model) -> dict[str, Any]:
    """The columns of a row, with what it leads to."""
    found: dict[str, Any] = {}
    for told in row._meta.concrete_fields:
        value = getattr(row, told.name)
        if told.primary_key or value in (None, ""):
            continue
        found[told.name] = _content(value) if isinstance(value, models.Model) else value
    if row._meta.label == "people.PersonName":
        found["parts"] = [part.text for part in NamePart.objects.filter(person_name=row.pk).order_by("pk")]
    return found


def _decision(row: Row) -> shape.Decision:
    body = Trace.objects.filter(digest=row["trace"]).values_list("body", flat=True).first()
    trace, said = json.loads(body) if body else None, _speech()
    return shape.Decision(
        rule=row["rule"],
        label=said.label(row["rule"]) if row["rule"] in the_book().rules else row["rule"],
        outcome=json.loads(row["outcome"]),
        on=row["occurred_on"],
        confirmed=bool(row["confirmed"]),
        why=list(_why(trace, said)) if trace else [],
        trace=trace,
    )


def _why(trace: dict[str, Any], said: Speech) -> Iterator[str]:
    """Each step of a kept motivation: what came out, by which text, from which facts."""
    book = the_book()
    for step in reversed(trace["steps"]):
        label = said.label(step["rule"]) if step["rule"] in book.rules else step["rule"]
        sources = "; ".join(step["version"]["sources"]) if step["version"] else ""
        grounds = [
            f"{said.label(name) if name in book.facts else name}: {_plain(trace['facts'].get(name, {}).get('value'))}"
            for name in step["facts"]
            if name in trace["facts"]
        ]
        yield " · ".join(part for part in (f"{label}: {_plain(step['value'])}", "; ".join(grounds), sources) if part)


def _plain(value: Any) -> str:
    """A value of the law's JSON, as people read it."""
    if isinstance(value, bool):
        return in_words(models.BooleanField(), value)
    if isinstance(value, list):
        return ", ".join(_plain(one) for one in value)
    if isinstance(value, dict):
        return " – ".join(_plain(one) for one in value.values() if one is not None)
    return "?" if value is None else str(value)


def _terms(file: PersonFile) -> Iterator[shape.Task]:
    book, on, said = the_book(), clock.today(), _speech()
    person = Person(book, file.situation(book.facts, on).facts, on)
    for one in standings(person, TERMS):
        label = getattr(one.term, said.language)
        due = one.due if one.due and one.due.year < 9000 else None
        yield shape.Task(term=one.term.name, label=label, due=due, status=one.status.value)


def _documents(dossiers: tuple[int, ...]) -> Iterator[shape.Document]:
    made = documents_of(dossiers)
    standing = states(made)
    for one in made:
        yield shape.Document(
            kind=one.kind,
            title=str(KINDS[one.kind].title),
            day=one.day,
            language=one.language,
            made_at=one.made_at,
            made_by=one.made_by,
            code=one.code,
            state=standing[one.pk].value,
            sha256=one.digest,
        )


def _reads(dossiers: tuple[int, ...]) -> Iterator[shape.Read]:
    for one in Look.objects.filter(dossier__in=dossiers).select_related("user").order_by("id"):
        yield shape.Read(
            at=one.at,
            what=str(one.get_kind_display()),
            who=one.user.shown if one.user else "",
            role=str(one.get_role_display()),
            place=one.place,
            note=one.note,
        )


def _hold(one: Any) -> shape.Hold:
    number = shown_number("D", one.dossier)
    return shape.Hold(dossier=number, reason=one.reason, since=one.placed_at, until=one.lifted_at)


def _speech() -> Speech:
    return Speech(the_book(), "en" if get_language() == "en" else "nl", code_name)
