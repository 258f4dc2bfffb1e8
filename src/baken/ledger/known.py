"""What was known when: an instant is turned into the last append recorded on or before it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from baken.foundation import clock
from baken.ledger.models import Append


@dataclass(frozen=True, slots=True)
class KnownAt:
    """A moment of knowledge: everything appended up to and including `append`, as it then stood."""

    instant: datetime
    append: int
    digest: str

    @property
    def condition(self) -> str:
        """SQL over a fact table that keeps what was known then."""
        return f"appended_in <= {self.append} AND (retracted_in IS NULL OR retracted_in > {self.append})"


def known_in(append: int) -> Q:
    """The same as a filter on a fact type: what was known as of an append."""
    return Q(appended_in__lte=append) & (Q(retracted_in__isnull=True) | Q(retracted_in__gt=append))


def known_at(instant: datetime | None = None) -> KnownAt:
    """The ledger's knowledge at `instant` (UTC); without one, or with one beyond the present, all it knows now.

    The present is never before the last append, which a clock that was set back would leave out.
    """
    from baken.ledger.append import head, wait_for_open_appends
    from baken.ledger.digest import GENESIS

    present = clock.now()
    # Recording times never decrease, so an append that is still open can only matter beyond the newest one seen.
    if instant is None or not Append.objects.filter(recorded_at__gt=instant).exists():
        wait_for_open_appends()
    last = head()
    present = max(present, last.recorded_at) if last else present
    if instant is not None and instant < present:
        last = Append.objects.filter(recorded_at__lte=instant).order_by("-id").first()
        present = instant
    return KnownAt(present, last.id if last else 0, last.digest if last else GENESIS)
