"""The queue's moves in the database: enqueue, claim, beat, finish, release, reclaim.

Every move names the state it starts from and, for a held job, the attempt; a worker that lost its lease can
therefore change nothing any more. On PostgreSQL a claim skips rows that another worker has locked; on SQLite a
transaction begins immediate (see settings), so that only one worker at a time can claim.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_noop

from baken.foundation import clock
from baken.ui.models import FINISHED, HELD, Attempt, Job, State, Worker

LOST = gettext_noop("De werker viel weg terwijl de taak liep.")
ANY = Q()


def enqueue(
    *,
    name: str,
    arguments: dict[str, object],
    key: str | None,
    priority: int,
    run_after: datetime | None,
    tries: int,
) -> Job:
    """Write a job's row in the present transaction, or give back the one that holds the key."""
    fresh = Job(name=name, arguments=arguments, key=key, priority=priority, tries_left=tries)
    fresh.run_after = run_after or fresh.created_at
    if key is None:
        fresh.save(force_insert=True)
        return fresh
    Job.objects.bulk_create([fresh], ignore_conflicts=True)
    return Job.objects.get(key=key)


def due(now: datetime) -> QuerySet[Job]:
    """Jobs that may start now, in the order in which they are taken."""
    return Job.objects.filter(state=State.WAITING, run_after__lte=now).order_by("-priority", "run_after", "id")


def claim(worker: str, lease: timedelta) -> Attempt | None:
    """Take the next due job for `worker`, or None when there is none."""
    now = clock.now()
    if not due(now).exists():  # a plain read first: an idle worker does not ask for SQLite's one write lock
        return None
    with transaction.atomic():
        job = due(now).select_for_update(skip_locked=True).first()
        if job is None:
            return None
        job.state, job.worker, job.lease_until = State.RUNNING, worker, clock.now() + lease
        job.attempts, job.tries_left = job.attempts + 1, max(job.tries_left - 1, 0)
        job.save(update_fields=["state", "worker", "lease_until", "attempts", "tries_left"])
        return Attempt.objects.create(job=job, number=job.attempts, worker=worker, started_at=clock.now())


def _held(attempt: Attempt) -> QuerySet[Job]:
    return Job.objects.filter(pk=attempt.job_id, attempts=attempt.number, state__in=HELD)


def beat(attempt: Attempt, lease: timedelta) -> State | None:
    """Extend the lease; say where the job stands (stopping: a person asked so), or None when it was lost."""
    _held(attempt).update(lease_until=clock.now() + lease)
    job = _held(attempt).only("state").first()
    return State(job.state) if job else None


def succeed(attempt: Attempt) -> bool:
    """Record that the work was done; False when the attempt had been lost in the meantime."""
    return _end(attempt, Attempt.Outcome.DONE, state=State.DONE)


def fail(attempt: Attempt, error: str, place: str, delay: timedelta) -> bool:
    """Record an error: the job waits for its next try, or has failed when none is left."""
    return _end(attempt, Attempt.Outcome.FAILED, error=error, place=place, **_next_try(attempt, delay))


def stop(attempt: Attempt) -> bool:
    """Record that a running job was stopped because a person asked for it."""
    return _end(attempt, Attempt.Outcome.STOPPED, state=State.CANCELLED)


def release(attempt: Attempt) -> bool:
    """Give a job back untried, because the worker itself has to stop."""
    return _end(attempt, Attempt.Outcome.RELEASED, state=State.WAITING, tries_left=F("tries_left") + 1)


def reclaim() -> int:
    """Take back the jobs whose lease ran out: their worker is dead. Returns how many."""
    expired = Q(lease_until__lt=clock.now())
    lost = Attempt.objects.filter(job__in=Job.objects.filter(expired, state__in=HELD), number=F("job__attempts"))
    return sum(
        _end(attempt, Attempt.Outcome.LOST, where=expired, error=LOST, **_next_try(attempt, timedelta(0)))
        for attempt in lost.select_related("job")
    )


def _next_try(attempt: Attempt, delay: timedelta) -> dict[str, Any]:
    if attempt.job.tries_left:
        return {"state": State.WAITING, "run_after": clock.now() + delay}
    return {"state": State.FAILED}


def _end(
    attempt: Attempt,
    outcome: str,
    *,
    state: State,
    where: Q = ANY,
    error: str = "",
    place: str = "",
    **fields: Any,
) -> bool:
    """Move a held job on and close its attempt, together. A job that is being stopped ends, whatever came of it."""
    now = clock.now()
    with transaction.atomic():
        job = _held(attempt).filter(where).select_for_update().first()
        if job is None:
            return False
        state = state if job.may_become(state) else State.CANCELLED
        fields |= {"state": state, "worker": "", "lease_until": None, "error": error[:1000] or job.error}
        _held(attempt).update(finished_at=now if state in FINISHED else None, **fields)
        Attempt.objects.filter(pk=attempt.pk).update(
            outcome=outcome, ended_at=now, error=error[:1000], place=place[:300]
        )
    return True


def sign_on(worker: str) -> None:
    """A worker says that it lives."""
    now = clock.now()
    if not Worker.objects.filter(name=worker).update(seen_at=now):
        Worker.objects.create(name=worker, started_at=now, seen_at=now)


def sign_off(worker: str) -> None:
    """A worker ends cleanly."""
    Worker.objects.filter(name=worker).delete()
