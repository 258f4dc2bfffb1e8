"""Reads for the frame's own pages."""

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path

from django.conf import settings
from django.db.models import Count, QuerySet
from django.utils.translation import get_language

from baken.accounts.models import Post
from baken.accounts.roles import Role
from baken.foundation import clock
from baken.foundation.errors import BakenError
from baken.ledger.models import Append
from baken.ui.models import Job, State, Worker
from baken.ui.queue import Definition, definition, recurrences
from baken.ui.queue.worker import BEAT

SHOWN = 5
SEEN_WITHIN = timedelta(seconds=6 * BEAT)


@dataclass(frozen=True, slots=True)
class LedgerStatus:
    """How far the ledger stands; `head` is None when nothing was recorded yet."""

    head: Append | None
    facts: int


@dataclass(frozen=True, slots=True)
class Report:
    """A report among Baken's files: the name of its folder, the title of its first page."""

    name: str
    title: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class SnapshotMade:
    """The newest snapshot: when it was made, and the last append in it (None when it does not say)."""

    made_at: datetime
    append: int | None


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


def reports() -> list[Report]:
    """The newest reports: folders of `reports/` with an `index.html`, in the reader's language where they have it."""
    found = []
    for page in _newest("reports/*/index.html")[:SHOWN]:
        own = page.parent / (get_language() or "") / page.name
        shown = own if own.is_file() else page
        name = shown.parent.relative_to(settings.VAR / "reports").as_posix()
        with suppress(OSError):
            found.append(Report(name, _title(shown) or name, _made_at(page)))
    return found


def last_snapshot() -> SnapshotMade | None:
    """The newest snapshot: a folder of `snapshots/` with a `manifest.json`."""
    for manifest in _newest("snapshots/*/manifest.json"):
        with suppress(OSError, ValueError):
            return SnapshotMade(_made_at(manifest), json.loads(manifest.read_text(encoding="utf-8")).get("append"))
    return None


def _newest(pattern: str) -> list[Path]:
    """Files by when they were made; one that is removed meanwhile is left out."""
    made: dict[Path, float] = {}
    for file in settings.VAR.glob(pattern):
        with suppress(OSError):
            made[file] = file.stat().st_mtime
    return sorted(made, key=lambda file: made[file], reverse=True)


def _made_at(file: Path) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime, clock.BRUSSELS)


def _title(page: Path) -> str:
    found = re.search(r"<title>\s*(.+?)\s*</title>", page.read_text(encoding="utf-8", errors="replace"), re.DOTALL)
    return unescape(found[1]) if found else ""


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
        Recurring(each, every.following(now), Job.objects.filter(key__startswith=f"{each.name}@").last())
        for each, every in recurrences()
    ]
    return sorted(found, key=lambda each: each.following)


def title(job: Job) -> str:
    """What people call a job; one that the present code no longer knows goes by its name."""
    try:
        return str(definition(job.name).title)
    except BakenError:
        return job.name


def demo_posts() -> list[Post]:
    """The posts of the demo, in the order of roles; none outside demo mode."""
    if not settings.DEMO:
        return []
    order = list(Role)
    posts = Post.objects.filter(given_by="demo").select_related("user", "team")
    return sorted(posts, key=lambda post: (order.index(Role(post.role)), post.pk))
