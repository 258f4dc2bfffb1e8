"""Background work of this room."""

from django.utils.translation import gettext_lazy as _

from baken.figures.snapshot import take
from baken.ui.queue import job


@job(title=_("Nachtelijke momentopname"), every="day at 02:30")
def nightly_snapshot() -> str:
    """Take a snapshot of what is known now; a second run finds that it stands."""
    return take().name
