"""Reads for the frame's own pages."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Count, QuerySet

from baken.foundation import clock
from baken.ledger.models import Append
from baken.ui.models import Job, State, Worker
from baken.ui.queue import Definition, definition, definitions
from baken.ui.queue.worker import BEAT
from baken.foundation.errors import BakenError

SHOWN = 5
SEEN_WITHIN = timedelta(seconds=6 * BEAT)


@dataclass(frozen=True, slots=True)
class LedgerStatus:
    """How far the ledger stands; `head` is None when nothing was recorded yet."""

    head: Append | None
    facts: int


@dataclass(frozen=True, slots=True)
class Folder:
    """A report or snapshot among Baken's files, as its own manifest tells of it."""

    name: str
    made_at: datetime
    manifest: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Recurring:
    """A recurring job, when it is next due, and how its last occurrence went."""

    definition: Definition
    following: datetime
    last: Job | None


def ledger_status() -> LedgerStatus:
    """Read from the head alone: facts are numbered on without gaps."""
    last = Append.objects.order_by("-id").first()
    return LedgerStatus(last, last.first_fact + last.fact_count - 1 if last else 0)


def reports() -> list[Folder]:
    """The newest reports under `reports/`: folders with an `index.html`."""
    return _folders("reports", "index.html")


def last_snapshot() -> Folder | None:
    """The newest snapshot under `snapshots/`: a folder with a `manifest.json`."""
    return next(iter(_folders("snapshots", "manifest.json")), None)


def _folders(kind: str, mark: str) -> list[Folder]:
    found = sorted((settings.VAR / kind).glob(f"*/{mark}"), key=lambda file: file.stat().st_mtime, reverse=True)
    return [
        Folder(file.parent.name, datetime.fromtimestamp(file.stat().st_mtime, clock.BRUSSELS), _manifest(file.parent))
        for file in found[:SHOWN]
    ]


def _manifest(folder: Path) -> dict[str, Any]:
    file = folder / "manifest.json"
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError):
        return {}


def jobs(state: State | None = None) -> QuerySet[Job]:
    """Jobs, the newest first, all or those in one state."""
    found = Job.objects.order_by("-id")
    return found.filter(state=state) if state else found


def jobs_by_state() -> dict[str, int]:
    """How many jobs stand in each state that occurs."""
    return dict(Job.objects.order_by().values_list("state").annotate(Count("id")))


def workers() -> QuerySet[Worker]:
    """Workers heard of lately."""
    return Worker.objects.filter(seen_at__gte=clock.now() - SEEN_WITHIN)


def recurring() -> list[Recurring]:
    """Recurring jobs in the order in which they are next due."""
    now = clock.now()
    found = [
        Recurring(each, each.every.following(now), Job.objects.filter(key__startswith=f"{each.name}@").last())
        for each in definitions()
        if each.every
    ]
    return sorted(found, key=lambda each: each.following)


def title(job: Job) -> str:
    """What people call a job; one that the present code no longer knows goes by its name."""
    try:
        return str(definition(job.name).title)
    except BakenError:
        return job.name
