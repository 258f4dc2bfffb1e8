"""What people do to jobs."""

from django.db import transaction
from django.utils.translation import gettext as _

from baken.foundation import clock
from baken.foundation.errors import BakenError, Conflict
from baken.ui.models import Job, State
from baken.ui.queue import definition


def retry(job_id: int) -> Job:
    """Let a failed or cancelled job run again, with a fresh number of tries. Raises Conflict when it moved on."""
    with transaction.atomic():
        job = Job.objects.select_for_update().get(pk=job_id)
        _move(job, State.WAITING, _("Deze taak kan nu niet opnieuw gestart worden."))
        job.run_after, job.finished_at, job.tries_left = clock.now(), None, _tries(job)
        job.save(update_fields=["state", "run_after", "finished_at", "tries_left"])
    return job


def cancel(job_id: int) -> Job:
    """Cancel a waiting job, or have a running one stopped by its worker. Raises Conflict when it moved on."""
    with transaction.atomic():
        job = Job.objects.select_for_update().get(pk=job_id)
        runs = job.state == State.RUNNING
        _move(job, State.STOPPING if runs else State.CANCELLED, _("Deze taak kan nu niet geannuleerd worden."))
        job.finished_at = None if runs else clock.now()
        job.save(update_fields=["state", "finished_at"])
    return job


def _move(job: Job, aim: State, refusal: str) -> None:
    if not job.may_become(aim):
        raise Conflict(refusal, _("Ze is intussen: %(state)s.") % {"state": job.get_state_display()})
    job.state = aim


def _tries(job: Job) -> int:
    try:
        return definition(job.name).tries
    except BakenError:
        return 1
