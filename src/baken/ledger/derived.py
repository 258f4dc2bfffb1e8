"""Derived tables: what can be computed anew from the facts at any time, and never is a source."""

from django.db import connection, transaction

from baken.ledger.append import hold_lock
from baken.ledger.facts import DossierFact, fact_types
from baken.ledger.models import DossierHead


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
