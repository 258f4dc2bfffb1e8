"""The shared fixture gives every test a ledger of its own, guards included."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import Error

from baken.conftest import LedgerDatabase
from baken.ledger import append, guards
from baken.ledger.models import Append
from baken.ledger.verify import verify
from baken.people.facts import DossierOpened


def _open(dossier: int) -> Append:
    fact = DossierOpened(dossier=dossier, person=dossier, occurred_on=date(2026, 1, 1))
    return append.append([fact], by="test", source="test")


@pytest.mark.parametrize("turn", [1, 2])
def test_each_test_starts_empty(ledger_db: LedgerDatabase, turn: int) -> None:
    assert append.head() is None
    assert _open(turn).id == 1
    assert verify().facts == 1


def test_the_guards_stand(ledger_db: LedgerDatabase) -> None:
    _open(1)
    assert guards.missing() == []
    with pytest.raises(Error, match=guards.REFUSAL):
        Append.objects.all().delete()


def test_a_second_ledger_stands_beside_the_first(ledger_db: LedgerDatabase, another_ledger: Callable[[], Any]) -> None:
    _open(1)
    with another_ledger():
        assert append.head() is None
        _open(1), _open(2)
    assert Append.objects.count() == 1
