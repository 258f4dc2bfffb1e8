"""Random small ledgers, dense enough that facts of one kind meet: several dossiers, same-day ties, retractions."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from django.db import models

from baken.foundation.codelists import codelist
from baken.ledger.append import append
from baken.ledger.facts import DossierFact, Fact, content_fields, fact_type, fact_types, opening_types, subject_fields
from baken.ledger.fields import CodeField, SubjectField
from baken.ledger.models import Append
from baken.ledger.situation.sources import sources

DAYS = [date(2022, 2, 25) + timedelta(days=3 * n) for n in range(16)]
DOSSIERS, PEOPLE, SUBJECTS = range(1, 7), range(1, 5), range(1, 5)


def feeding() -> list[type[Fact]]:
    """The fact types that matter to a situation."""
    told = {source.label for of in sources().values() for source in of}
    closers = {getattr(source.feed, "closed_by", "") for of in sources().values() for source in of} - {""}
    return [fact_types()[label] for label in sorted(told | closers)]


def live(rng: Random, appends: int, *, each: int = 4) -> list[Append]:
    """Record random facts in some appends, each retracting some of what stood before; returns the appends.

    each: in an append there are fewer facts than this of every type.
    """
    numbers = {kind: iter(range(1, 10_000)) for kind in opening_types()}
    facts: list[Fact] = [*_dossiers(rng, 1.0), *_subjects(rng, numbers)]
    made: list[Append] = []
    standing: list[Fact] = []
    for _ in range(appends):
        facts += [_fact(rng, model, numbers) for model in feeding() for _ in range(rng.randrange(each))]
        retract = rng.sample(standing, len(standing) // 5)
        made.append(append(facts, by="test", source="test", retract=retract))
        standing = [fact for fact in standing if fact not in retract] + facts
        facts = list(_dossiers(rng, 0.4))
    return made


def _dossiers(rng: Random, share: float) -> Iterator[Fact]:
    opened = fact_type(opening_types()["person"])
    for dossier in DOSSIERS:
        if rng.random() < share:
            yield opened(dossier=dossier, person=rng.choice(PEOPLE), occurred_on=rng.choice(DAYS))


def _subjects(rng: Random, numbers: dict[str, Iterator[int]]) -> Iterator[Fact]:
    """What the facts are about, besides dossiers: a few subjects of each kind."""
    kinds = {field.kind for model in feeding() for field in subject_fields(model)} - {"dossier", "person"}
    for kind in sorted(kinds):
        yield from (_fact(rng, fact_type(opening_types()[kind]), numbers) for _ in SUBJECTS)


def _fact(rng: Random, model: type[Fact], numbers: dict[str, Iterator[int]]) -> Fact:
    on = rng.choice(DAYS)
    values = {field.attname: _value(rng, model, field, on) for field in content_fields(model)}
    values["occurred_on"] = on
    if issubclass(model, DossierFact):
        values["dossier"] = rng.choice(DOSSIERS)
    for later, earlier in model.not_before.items():
        if values[earlier] and values[later] and values[later] < values[earlier]:
            values[later] = None
    if model.opens:
        values[model.opens] = next(numbers[model.opens])
    return model(**values)


def _value(rng: Random, model: type[Fact], field: models.Field, on: date) -> Any:
    if field.null and rng.random() < 0.2:
        return None
    if isinstance(field, CodeField):
        return rng.choice(_codes(model, field))
    if isinstance(field, SubjectField):
        return rng.choice(SUBJECTS)
    if isinstance(field, models.BooleanField):
        return rng.random() < 0.5
    if isinstance(field, models.DateField):
        return rng.choice([on, *(day for day in DAYS if day >= on)])
    if isinstance(field, models.DecimalField):
        return "90.00"
    if isinstance(field, models.IntegerField) and not isinstance(field, models.BigIntegerField):
        return rng.randint(0, 90)
    return None


def _codes(model: type[Fact], field: CodeField) -> list[str]:
    """Codes that a declaration asks for twice as often as others, and where it may be one of unknown meaning."""
    asked = [
        code
        for feed in model.feeds
        for code in (*feed.conditions.get(field.attname, ()), *getattr(feed, "codes", ()), *getattr(feed, "among", ()))
    ]
    listed = codelist(field.codelist).codes()
    known = [code for code in asked if code in listed][:12]
    return [*known, *known, *listed[:12], *(["150"] if "150" in listed else []), *(["kbi:X"] if field.as_given else [])]
