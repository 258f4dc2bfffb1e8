"""The situation: one declaration per law fact, and two readings that say the same."""

from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from baken.conftest import LedgerDatabase
from baken.figures import snapshot
from baken.law.content.facts import FACTS, INTERPRETING
from baken.law.expression import NEVER
from baken.ledger.append import append
from baken.ledger.situation.everybody import CASE, DOSSIER, PERSON, situations
from baken.ledger.situation.one import situation
from baken.ledger.situation.sources import faults, sources
from baken.ledger.tests.random_lives import DAYS, live
from baken.people.facts import DossierOpened, ResidenceGranted
from baken.work.facts import Employed

LAW_FACTS = {fact.name: fact for fact in FACTS}
ASKED = {"birth_date", "asker", "channel", "family_law", "benefit"} | {fact.name for fact in INTERPRETING}
"""The exact birth date is erasable and read apart; a question at a desk and an interpreter's path are no dossier's."""


@pytest.fixture
def ledger(ledger_db: LedgerDatabase, settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path / "var"
    settings.VAR.mkdir()


def test_every_declaration_fits_its_law_fact_and_its_columns() -> None:
    assert list(faults(LAW_FACTS)) == []


def test_every_law_fact_is_told_by_some_fact_or_asked_on_the_spot() -> None:
    assert LAW_FACTS.keys() - sources().keys() == ASKED


@pytest.mark.parametrize("seed", range(4))
def test_one_dossier_and_everybody_are_read_the_same(ledger: None, seed: int) -> None:
    rng = Random(seed)
    for made in live(rng, 2):
        taken = snapshot.take(made.recorded_at)
        for on in rng.sample(DAYS, 2):
            frame = situations(taken.folder, LAW_FACTS, on)
            assert frame[PERSON].is_unique().all()
            for row in frame.iter_rows(named=True):
                read = situation(row[DOSSIER], LAW_FACTS, on, append=made.id)
                assert (read.person, _differences(row, read.facts)) == (row[PERSON], {})
        _compare_cases(taken.folder, on, made.id)


def test_periods_that_touch_are_one_for_everybody_too(ledger: None) -> None:
    opened = DossierOpened(dossier=1, person=1, occurred_on=DAYS[0])
    spells = [(0, 3), (3, 5), (4, 4), (6, 8), (7, 7), (9, None)]
    worked = [
        Employed(dossier=1, occurred_on=DAYS[start], until=None if end is None else DAYS[end]) for start, end in spells
    ]
    append([opened, *worked], by="test", source="test")
    (row,) = situations(snapshot.take().folder, LAW_FACTS, DAYS[-1], names=["work_spells"]).iter_rows(named=True)
    found = ((DAYS[0], DAYS[5]), (DAYS[6], DAYS[8]), (DAYS[9], NEVER))
    assert _plain("work_spells", row["work_spells"]) == found
    assert situation(1, LAW_FACTS, DAYS[-1]).facts["work_spells"] == found


def test_a_title_renewed_on_the_same_ground_was_granted_when_that_ground_began(ledger: None) -> None:
    grounds = ["refugee", "labour", "labour", "refugee", "refugee", "refugee"]
    granted = [ResidenceGranted(dossier=1, occurred_on=DAYS[i], ground=ground) for i, ground in enumerate(grounds)]
    append([DossierOpened(dossier=1, person=1, occurred_on=DAYS[0]), *granted], by="test", source="test")
    for on, since in ((DAYS[0], DAYS[0]), (DAYS[2], DAYS[1]), (DAYS[5], DAYS[3])):
        assert _both_read("residence_granted_on", on) == [since, since]


def _both_read(name: str, on: date) -> list[Any]:
    (row,) = situations(snapshot.take().folder, LAW_FACTS, on, names=[name]).iter_rows(named=True)
    return [row[name], situation(1, LAW_FACTS, on).facts[name]]


def _compare_cases(folder: Path, on: date, append: int) -> None:
    for kind in ("infringement", "contract", "fee"):
        frame = situations(folder, LAW_FACTS, on, per=kind)
        for row in frame.iter_rows(named=True):
            read = situation(row[DOSSIER], LAW_FACTS, on, append=append, cases={kind: row[CASE]})
            assert _differences(row, read.facts) == {}


def _differences(row: dict[str, Any], read: dict[str, Any]) -> dict[str, Any]:
    """{law fact: (of everybody, of one)} where they differ."""
    both = {name: (_plain(name, row[name]), read.get(name, LAW_FACTS[name].absent)) for name in sources()}
    return {name: values for name, values in both.items() if values[0] != values[1]}


def _plain(name: str, value: Any) -> Any:
    if value is None:
        return LAW_FACTS[name].absent
    if isinstance(value, list):
        return tuple((one["start"], one["end"]) if isinstance(one, dict) else one for one in value)
    return value
