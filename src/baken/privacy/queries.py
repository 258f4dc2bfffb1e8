"""Reads: holds and reports."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from baken.privacy.models import LegalHold, RetentionReport
from baken.privacy.rules import ERASED, Rule


@dataclass(frozen=True, slots=True)
class Line:
    """A kind of record in a report: how many persons, and how many rows were erased (None before)."""

    rule: Rule
    persons: int
    erased: int | None


def held(dossier: int) -> LegalHold | None:
    """The legal hold that stands on a dossier."""
    return LegalHold.objects.filter(dossier=dossier, lifted_at__isnull=True).first()


def holds(dossiers: Iterable[int]) -> list[LegalHold]:
    """Every hold that stood or stands, the latest first."""
    return list(LegalHold.objects.filter(dossier__in=list(dossiers)).order_by("-id"))


def lines(report: RetentionReport) -> list[Line]:
    """A report by kind of record."""
    persons = json.loads(report.body)
    done = json.loads(report.outcome) if report.outcome else {}
    return [Line(rule, len(persons.get(rule.name, ())), done.get(rule.name)) for rule in ERASED]
