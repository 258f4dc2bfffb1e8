"""Background work of this room."""

from django.utils.translation import gettext_lazy as _

from baken.ui.queue import job
from baken.workplace import tasks


@job(title=_("Taken van vandaag"), every="day at 03:15")
def nightly_tasks() -> str:
    """Compute every task anew: on another day the law may say something else. A second run finds the same."""
    return str(tasks.rebuild())
