"""The one append function: whole, chained, refused when somebody else came first."""

import threading
from datetime import date

import pytest
from django.db import connection

from baken.conftest import LedgerDatabase
from baken.foundation.errors import BadRequest, Conflict
from baken.ledger import subjects
from baken.ledger.append import append
from baken.ledger.models import Append, DossierHead
from baken.ledger.verify import verify
from baken.people.facts import DossierOpened
from baken.programme.facts import InflowSeen, Registered, RegistrationPostponed

DAY = date(2024, 5, 6)


def opened(dossier: int) -> DossierOpened:
    return DossierOpened(dossier=dossier, person=dossier, occurred_on=DAY)


def record(*facts, **more) -> Append:
    return append(facts, by="tester", source="agii", **more)


def test_facts_get_consecutive_numbers_in_order_of_label(ledger_db: LedgerDatabase) -> None:
    first = record(InflowSeen(dossier=1, occurred_on=DAY, target_group="obliged"), opened(1))
    second = record(opened(2))
    assert (first.first_fact, first.fact_count, second.first_fact) == (1, 2, 3)
    assert DossierOpened.objects.get(dossier=1).pk == 1
    assert InflowSeen.objects.get().pk == 2


def test_the_chain_holds_and_an_earlier_head_is_found_again(ledger_db: LedgerDatabase) -> None:
    first = record(opened(1))
    second = record(opened(2), retract=list(DossierOpened.objects.filter(dossier=1)))
    verdict = verify(expect=(first.id, first.digest))
    assert (verdict.fault, verdict.append, verdict.digest, verdict.facts) == (None, second.id, second.digest, 2)
    assert "not in this ledger" in str(verify(expect=(7, first.digest)).fault)


def test_a_retracted_fact_stays_and_cannot_be_retracted_again(ledger_db: LedgerDatabase) -> None:
    record(opened(1))
    fact = DossierOpened.objects.get()
    second = record(opened(2), retract=[fact])
    assert DossierOpened.objects.get(pk=fact.pk).retracted_in == second.id
    with pytest.raises(Conflict, match="already retracted"):
        record(opened(3), retract=[fact])
    assert Append.objects.count() == 2
    assert not DossierOpened.objects.filter(dossier=3).exists()


def test_who_saw_an_older_state_is_told_so(ledger_db: LedgerDatabase) -> None:
    seen = record(opened(1)).id
    later = record(Registered(dossier=1, occurred_on=DAY, kind="first"), seen=seen)
    with pytest.raises(Conflict, match=f"registration {later.id}"):
        record(Registered(dossier=1, occurred_on=DAY, kind="renewed"), seen=seen)
    record(opened(2), seen=seen)
    assert DossierHead.objects.get(dossier=1).last_append == later.id


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        (InflowSeen(dossier=1, occurred_on=DAY, target_group="nobody"), "not a code of target_group"),
        (InflowSeen(dossier=1, target_group="obliged"), "occurred_on"),
        (RegistrationPostponed(dossier=1, occurred_on=DAY, until=date(2024, 5, 5)), "until .* lies before"),
    ],
)
def test_a_malformed_fact_is_refused_with_its_column(ledger_db: LedgerDatabase, fact, sentence) -> None:
    with pytest.raises(BadRequest, match=sentence):
        record(opened(1), fact)
    assert not Append.objects.exists()


def test_an_empty_append_is_refused(ledger_db: LedgerDatabase) -> None:
    with pytest.raises(BadRequest, match="nothing to record"):
        record()


def test_two_writers_at_once_leave_one_chain(ledger_db: LedgerDatabase) -> None:
    def write_ten() -> None:
        for _ in range(10):
            number = subjects.reserve("dossier")[0]
            record(opened(number))
        connection.close()

    writers = [threading.Thread(target=write_ten) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    dossiers = list(DossierOpened.objects.values_list("dossier", flat=True))
    assert len(dossiers) == len(set(dossiers)) == 40
    times = list(Append.objects.order_by("id").values_list("recorded_at", flat=True))
    assert times == sorted(times)
    assert verify().fault is None
