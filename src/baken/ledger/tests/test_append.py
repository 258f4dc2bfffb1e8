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
from baken.programme.facts import ContractSigned, ContractSuspended, InflowSeen, Registered, RegistrationPostponed

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
    assert "niet in dit grootboek" in str(verify(expect=(7, first.digest)).fault)


def test_a_retracted_fact_stays_and_cannot_be_retracted_again(ledger_db: LedgerDatabase) -> None:
    record(opened(1))
    fact = DossierOpened.objects.get()
    second = record(opened(2), retract=[fact])
    assert DossierOpened.objects.get(pk=fact.pk).retracted_in == second.id
    with pytest.raises(Conflict, match="al ingetrokken"):
        record(opened(3), retract=[fact])
    assert Append.objects.count() == 2
    assert not DossierOpened.objects.filter(dossier=3).exists()


def test_a_fact_named_twice_is_retracted_once(ledger_db: LedgerDatabase) -> None:
    record(opened(1))
    fact = DossierOpened.objects.get()
    record(opened(2), retract=[fact, DossierOpened.objects.get()])
    assert verify().fault is None


def test_who_saw_an_older_state_is_told_so(ledger_db: LedgerDatabase) -> None:
    seen = record(opened(1)).id
    later = record(Registered(dossier=1, occurred_on=DAY, kind="first"), seen=seen)
    with pytest.raises(Conflict, match=f"registratie {later.id}"):
        record(Registered(dossier=1, occurred_on=DAY, kind="renewed"), seen=seen)
    record(opened(2), seen=seen)
    assert DossierHead.objects.get(dossier=1).last_append == later.id


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        (InflowSeen(dossier=1, occurred_on=DAY, target_group="nobody"), "target_group"),
        (InflowSeen(dossier=1, target_group="obliged"), "occurred_on"),
        (RegistrationPostponed(dossier=1, occurred_on=DAY, until=date(2024, 5, 5)), "until .*2024-05-05"),
        (InflowSeen(dossier=1, occurred_on=date(1019, 5, 6), target_group="obliged"), "occurred_on: 1019-05-06"),
        (InflowSeen(dossier=1, occurred_on=date(2190, 5, 6), target_group="obliged"), "occurred_on: 2190-05-06"),
        (RegistrationPostponed(dossier=1, occurred_on=DAY, until=date(1899, 1, 1)), "1899-01-01"),
        (InflowSeen(dossier=1, occurred_on=DAY, target_group="minor", age=40_000), r"\.age: "),
        (InflowSeen(dossier=1, occurred_on=DAY, target_group="obliged", office_id=55), "55"),
        (InflowSeen(dossier=777, occurred_on=DAY, target_group="obliged"), "dossier: 777"),
        (ContractSuspended(dossier=1, occurred_on=DAY, contract=9), "contract: 9"),
        (DossierOpened(dossier=2**60, person=1, occurred_on=DAY), f"dossier: {2**60}"),
    ],
)
def test_what_no_delivery_may_hold_is_refused_with_its_column(ledger_db: LedgerDatabase, fact, sentence) -> None:
    with pytest.raises(BadRequest, match=sentence):
        record(opened(1), fact)
    assert not Append.objects.exists()


@pytest.mark.parametrize("header", [{"by": ""}, {"by": "x" * 121}, {"source": "x" * 121}, {"note": "x" * 501}])
def test_a_header_that_would_not_come_back_is_refused(ledger_db: LedgerDatabase, header: dict[str, str]) -> None:
    [name] = header
    with pytest.raises(BadRequest, match=name):
        append([opened(1)], **{"by": "tester", "source": "agii"} | header)
    assert not Append.objects.exists()


def test_one_fact_told_twice_is_refused(ledger_db: LedgerDatabase) -> None:
    fact = opened(1)
    with pytest.raises(BadRequest, match=r"people\.dossier_opened"):
        record(fact, fact)


def test_a_subject_may_have_been_opened_in_another_dossier(ledger_db: LedgerDatabase) -> None:
    record(opened(1), opened(2), ContractSigned(dossier=1, contract=1, occurred_on=DAY))
    record(ContractSuspended(dossier=2, contract=1, occurred_on=DAY))
    record(ContractSuspended(dossier=1, contract=1, occurred_on=DAY), retract=list(ContractSigned.objects.all()))
    record(ContractSuspended(dossier=1, contract=1, occurred_on=DAY, until=DAY))
    assert verify().fault is None


def test_an_empty_append_is_refused(ledger_db: LedgerDatabase) -> None:
    with pytest.raises(BadRequest, match="niets te registreren"):
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
