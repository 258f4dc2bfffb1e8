"""What people do with their own workplace."""

from baken.accounts.standing import Standing
from baken.foundation import clock
from baken.workplace.models import Seen


def note_seen(standing: Standing, append: int) -> None:
    """Remember up to where somebody looked at what changed."""
    if standing.user is not None:
        Seen.objects.update_or_create(user=standing.user, defaults={"append": append, "at": clock.now()})
