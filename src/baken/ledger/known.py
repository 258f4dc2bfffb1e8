"""What was known when: an instant is turned into the last append recorded on or before it."""

from dataclasses import dataclass
from datetime import datetime

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


def known_at(instant: datetime | None = None) -> KnownAt:
    """The ledger's knowledge at `instant` (UTC); without one, or with one in the future, as of now."""
    from baken.ledger.append import wait_for_open_appends
    from baken.ledger.digest import GENESIS

    present = clock.now()
    instant = present if instant is None else min(instant, present)
    # Recording times never decrease, so an append that is still open can only matter beyond the newest one seen.
    if not Append.objects.filter(recorded_at__gt=instant).exists():
        wait_for_open_appends()
    last = Append.objects.filter(recorded_at__lte=instant).order_by("-id").first()
    return KnownAt(instant, last.id if last else 0, last.digest if last else GENESIS)
