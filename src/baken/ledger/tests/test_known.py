"""What was known when; and now, whatever the clock says."""

from datetime import UTC, date, datetime, timedelta

import pytest

from baken.conftest import LedgerDatabase
from baken.foundation import clock
from baken.ledger.append import append
from baken.ledger.known import known_at
from baken.ledger.models import Append
from baken.people.facts import DossierOpened


def record(number: int) -> Append:
    fact = DossierOpened(dossier=number, person=number, occurred_on=date(2024, 5, 6))
    return append([fact], by="tester", source="agii")


def test_an_empty_ledger_knows_nothing(ledger_db: LedgerDatabase) -> None:
    assert known_at().append == known_at(datetime(2020, 1, 1, tzinfo=UTC)).append == 0


def test_an_instant_gives_what_was_known_then(ledger_db: LedgerDatabase) -> None:
    first, second = record(1), record(2)
    assert known_at(first.recorded_at).append == first.id
    assert known_at(first.recorded_at - timedelta(microseconds=1)).append == 0
    assert known_at().append == second.id


def test_a_clock_that_was_set_back_hides_nothing(ledger_db: LedgerDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    last = record(1)
    monkeypatch.setattr(clock, "now", lambda: last.recorded_at - timedelta(days=1))
    now = known_at()
    assert (now.append, now.instant) == (last.id, last.recorded_at)
    assert known_at(last.recorded_at + timedelta(days=9)).append == known_at(now.instant).append == last.id
    assert known_at(last.recorded_at - timedelta(microseconds=1)).append == 0


def test_a_future_instant_is_capped_at_the_present(ledger_db: LedgerDatabase) -> None:
    record(1)
    assert known_at(clock.now() + timedelta(days=9)).instant <= clock.now()
