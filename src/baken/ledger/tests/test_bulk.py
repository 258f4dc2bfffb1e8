"""What the ORM writes, the wide road reads alike, and the other way round."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pyarrow as pa

from baken.conftest import LedgerDatabase
from baken.fees.facts import FeeCharged
from baken.ledger import bulk
from baken.ledger.append import append
from baken.ledger.models import Append
from baken.ledger.reading import Reading, as_batch
from baken.ledger.schema import row_schema
from baken.ledger.verify import verify
from baken.people.facts import DossierOpened

DAY = date(2024, 5, 6)


def test_amounts_keep_their_cents_both_ways(ledger_db: LedgerDatabase) -> None:
    fee = FeeCharged(dossier=1, fee=1, item="mo_course", amount=Decimal("90"), occurred_on=DAY)
    opened = DossierOpened(dossier=1, person=1, occurred_on=DAY)
    append([opened, fee], by="tester", source="agii")
    assert verify().fault is None
    schema = row_schema(FeeCharged)
    with bulk.adbc_connection() as connection:
        [batch] = Reading(connection, FeeCharged, schema, as_batch)
        row = batch.to_pylist()[0]
        assert row["amount"] == "90.00"
        copy = pa.RecordBatch.from_pylist([row | {"id": 3, "amount": "12.50"}], schema=schema)
        assert bulk.write(connection, FeeCharged, [copy], schema) == 1
    assert FeeCharged.objects.get(pk=3).amount == Decimal("12.50")


def test_instants_are_stored_as_django_does(ledger_db: LedgerDatabase) -> None:
    """SQLite compares instants as text: a whole second must not get a fraction."""
    instants = [datetime(2019, 12, 31, 23, 0, 0, tzinfo=UTC), datetime(2019, 12, 31, 23, 0, 0, 5, tzinfo=UTC)]
    schema = bulk.model_schema(Append)
    plain = dict.fromkeys(("recorded_by", "source", "note", "content", "digest"), "x")
    rows = [
        plain | {"id": number, "recorded_at": instant, "imported": True, "first_fact": 1, "fact_count": 0}
        for number, instant in enumerate(instants, 1)
    ]
    with bulk.adbc_connection() as connection:
        bulk.write(connection, Append, [pa.RecordBatch.from_pylist(rows, schema=schema)], schema)
    assert [a.recorded_at for a in Append.objects.order_by("id")] == instants
    assert [a.id for a in Append.objects.filter(recorded_at__lte=instants[0])] == [1]
