"""The frame's own jobs."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from baken.foundation import clock
from baken.ui.models import FINISHED, Job, Worker
from baken.ui.queue import job

KEPT = timedelta(days=60)
"""Long enough to look back on; also the time during which a key is remembered."""
WORKER_GONE = timedelta(days=1)


@job(title=_("Oude taken opruimen"), every="day at 04:15")
def prune_jobs() -> None:
    """Delete jobs that ended long ago, with their attempts, and workers that were never signed off."""
    now = clock.now()
    Job.objects.filter(state__in=FINISHED, finished_at__lt=now - KEPT).delete()
    Worker.objects.filter(seen_at__lt=now - WORKER_GONE).delete()
