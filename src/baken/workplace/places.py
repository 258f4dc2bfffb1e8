"""Derived: where each dossier is followed, by whom, and whether it has an infringement or an appeal."""

from collections.abc import Collection

from django.db import connection, transaction

from baken.accounts.models import DossierPlace
from baken.dutch.facts import AppealLodged
from baken.enforcement.facts import InfringementFound
from baken.ledger import keeping
from baken.ledger.append import head, hold_lock
from baken.ledger.facts import DossierFact
from baken.ledger.models import Office
from baken.people.facts import DossierOpened
from baken.programme.facts import ContractSigned, CounsellorAssigned, Registered

PLACING = (Registered, ContractSigned, CounsellorAssigned)
"""Facts by which an office takes a dossier on; the last one says where it is."""


def refresh(dossiers: Collection[int]) -> None:
    """Compute the places of some dossiers anew, in the transaction of what changed them."""
    if dossiers:
        DossierPlace.objects.filter(dossier__in=dossiers).delete()
        _insert(f"AND dossier IN ({', '.join(str(int(one)) for one in dossiers)})")


def rebuild() -> int:
    """Compute all places anew; returns the number of dossiers."""
    with transaction.atomic():
        hold_lock()
        DossierPlace.objects.all().delete()
        rows, last = _insert(""), head()
        keeping.stamp("places", last.id if last else 0)
    return rows


def _insert(among: str) -> int:
    offices = " UNION ALL ".join(_rows(model, "office_id", among, "AND office_id IS NOT NULL") for model in PLACING)
    columns = "dossier, person, office_id, agency, counsellor, infringement, appealed"
    query = f"""
        INSERT INTO {DossierPlace._meta.db_table} ({columns})
        SELECT o.dossier, o.value, f.value, coalesce(office.agency, ''), coalesce(c.value, ''),
               i.dossier IS NOT NULL, a.dossier IS NOT NULL
        FROM ({_last(_rows(DossierOpened, "person", among))}) o
        LEFT JOIN ({_last(offices)}) f ON f.dossier = o.dossier
        LEFT JOIN {Office._meta.db_table} office ON office.id = f.value
        LEFT JOIN ({_last(_rows(CounsellorAssigned, "counsellor", among))}) c ON c.dossier = o.dossier
        LEFT JOIN ({_any(InfringementFound, among)}) i ON i.dossier = o.dossier
        LEFT JOIN ({_any(AppealLodged, among)}) a ON a.dossier = o.dossier
    """
    with connection.cursor() as cursor:
        cursor.execute(query)
        return int(cursor.rowcount)


def _rows(model: type[DossierFact], column: str, among: str, more: str = "") -> str:
    """Standing facts of a type: dossier, value, day, number."""
    table = model._meta.db_table
    standing = f"retracted_in IS NULL {among} {more}"
    return f"SELECT dossier, {column} AS value, occurred_on, id FROM {table} WHERE {standing}"


def _last(rows: str) -> str:
    """The last told of each dossier."""
    ranked = "SELECT dossier, value, row_number() OVER (PARTITION BY dossier ORDER BY occurred_on DESC, id DESC) AS n"
    return f"SELECT dossier, value FROM ({ranked} FROM ({rows}) told) ranked WHERE n = 1"


def _any(model: type[DossierFact], among: str) -> str:
    return f"SELECT DISTINCT dossier FROM {model._meta.db_table} WHERE retracted_in IS NULL {among}"
