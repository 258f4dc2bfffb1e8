"""Template words shared by all rooms."""

from datetime import datetime, timedelta

from django import template

from baken.accounts.models import Post
from baken.accounts.standing import Standing
from baken.foundation.clock import BRUSSELS
from baken.ledger.wording import number
from baken.ui import navigation, queries
from baken.ui.models import Attempt, Job, State

register = template.Library()

TONES: dict[str, str] = {
    State.RUNNING: "info",
    State.STOPPING: "warn",
    State.DONE: "good",
    State.FAILED: "bad",
    Attempt.Outcome.LOST: "bad",
}


@register.filter
def instant(moment: datetime | None) -> str:
    """`31/10/2026 14:05` in Brussels time; empty for None."""
    return moment.astimezone(BRUSSELS).strftime("%d/%m/%Y %H:%M") if moment else ""


@register.filter
def tone(state: str) -> str:
    """The tone of a state's badge."""
    return TONES.get(state, "")


@register.filter
def took(run: Attempt) -> str:
    """How long an attempt took, `4,2 s` or `3 min 12 s`; empty while it runs."""
    return span(run.ended_at - run.started_at) if run.ended_at else ""


def span(length: timedelta) -> str:
    """A length of time in the words of the page's language."""
    seconds = length.total_seconds()
    if seconds >= 60:
        return f"{int(seconds // 60)} min {int(seconds % 60)} s"
    return f"{number(seconds, 1)} s"


@register.filter
def job_title(job: Job) -> str:
    """What people call the job."""
    return queries.title(job)


@register.filter
def opens(standing: Standing, page: str) -> bool:
    """Whether a page without a dossier may be opened."""
    return standing.opens(page)


@register.simple_tag
def demo_posts() -> list[Post]:
    """The posts into which one signs in with one click, in the demo."""
    return queries.demo_posts()


@register.simple_tag
def menu(standing: Standing) -> list[navigation.Entry]:
    """The main menu of somebody."""
    return navigation.entries(standing)
