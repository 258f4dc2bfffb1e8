"""Numbers for new subjects: dossiers, courses, contracts …"""

from django.db import transaction
from django.db.models import F

from baken.ledger.models import Counter


def reserve(kind: str, count: int = 1) -> range:
    """Reserve `count` fresh numbers for a kind of subject; a gap left by a failed append does no harm."""
    with transaction.atomic():
        Counter.objects.get_or_create(kind=kind)
        Counter.objects.filter(kind=kind).update(next_number=F("next_number") + count)
        stop = Counter.objects.get(kind=kind).next_number
    return range(stop - count, stop)
