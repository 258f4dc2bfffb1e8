"""Derived tables: what can be computed anew from the facts at any time, and never is a source."""

from django.db import connection, transaction

from baken.ledger import keeping
from baken.ledger.append import head, hold_lock
from baken.ledger.facts import DossierFact, fact_types
from baken.ledger.models import DerivedStamp, DossierHead


def rebuild_heads() -> int:
    """Compute every dossier's head anew from its facts; returns the number of dossiers."""
    touched = " UNION ALL ".join(
        f'SELECT dossier, {column} AS append FROM "{model._meta.db_table}"'
        for model in fact_types().values()
        if issubclass(model, DossierFact)
        for column in ("appended_in", "retracted_in")
    )
    with transaction.atomic():
        hold_lock()
        DossierHead.objects.all().delete()
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {DossierHead._meta.db_table} (dossier, last_append) "
                f"SELECT dossier, max(append) FROM ({touched}) AS touched GROUP BY dossier"
            )
        return DossierHead.objects.count()


AT_ONCE = 2_000
"""Dossiers that are refreshed after a load; for more, `baken rebuild` is faster."""


def catch_up() -> tuple[str, ...]:
    """Refresh the tables that lag a few dossiers behind; returns those that only a rebuild brings back."""
    left = []
    with transaction.atomic():
        hold_lock()
        last = head()
        for name in keeping.lagging(last.id if last else 0):
            since = DerivedStamp.objects.filter(name=name).values_list("append", flat=True).first() or 0
            heads = DossierHead.objects.filter(last_append__gt=since).values_list("dossier", flat=True)
            touched = list(heads[: AT_ONCE + 1])
            if len(touched) > AT_ONCE or last is None:
                left.append(name)
            else:
                keeping.refresh_one(name, touched, last.id)
    return tuple(left)
