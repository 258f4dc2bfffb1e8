"""A small ledger with a story that can be told by heart."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from baken.conftest import LedgerDatabase
from baken.dutch.facts import InterviewHeld, TestTaken
from baken.ledger.append import append
from baken.ledger.models import Append, Office
from baken.orientation.facts import CourseJoined, CoursePlanned, CourseStarted, MoDecided
from baken.people.facts import DossierOpened, ResidenceRegistered
from baken.programme.facts import ContractSigned, InflowSeen, Registered

GENK, ANTWERP = "71016", "11001"


@pytest.fixture
def small_ledger(ledger_db: LedgerDatabase, settings: Any, tmp_path: Path) -> list[Append]:
    """Three people: two of Limburg in 2018 and 2019, one with two dossiers; a registration is put right later.

    Returns the appends: what was told first, and the correction.
    """
    settings.VAR = tmp_path / "var"
    settings.VAR.mkdir()
    hasselt = Office.objects.create(id=1, code="hasselt", region="limburg", agency="agii")
    brussels = Office.objects.create(id=2, code="brussels", region="brussels", agency="hvn_brussel")
    wrong = Registered(dossier=3, occurred_on=date(2019, 3, 1), office=brussels, kind="first")
    facts = [
        *(
            DossierOpened(dossier=n, person=min(n, 3), occurred_on=date(2018, 1, 1), office=hasselt)
            for n in (1, 2, 3, 4)
        ),
        *(ResidenceRegistered(dossier=n, occurred_on=date(2018, 1, 1), municipality=GENK) for n in (1, 2, 3)),
        ResidenceRegistered(dossier=3, occurred_on=date(2019, 2, 1), municipality=ANTWERP),
        InflowSeen(dossier=1, occurred_on=date(2018, 2, 1), target_group="obliged"),
        InflowSeen(dossier=2, occurred_on=date(2019, 2, 1), target_group="entitled"),
        InflowSeen(dossier=3, occurred_on=date(2019, 2, 1), target_group="entitled"),
        Registered(dossier=1, occurred_on=date(2018, 3, 1), office=hasselt, kind="first"),
        Registered(dossier=2, occurred_on=date(2019, 3, 1), office=hasselt, kind="first"),
        wrong,
        Registered(dossier=4, occurred_on=date(2019, 4, 1), office=hasselt, kind="first"),
        ContractSigned(dossier=2, occurred_on=date(2019, 4, 1), office=hasselt, contract=1),
        *(
            InterviewHeld(dossier=3, occurred_on=date(2019, 5, 1), office=o, kind="nt2_interview")
            for o in (hasselt, brussels)
        ),
        InterviewHeld(dossier=4, occurred_on=date(2019, 6, 1), office=brussels, kind="nt2_interview"),
        *(CoursePlanned(course=n, occurred_on=date(2019, 8, 1)) for n in (1, 2)),
        CourseStarted(course=1, occurred_on=date(2019, 9, 1), office=hasselt, language="ara", municipality=GENK),
        CourseStarted(course=2, occurred_on=date(2019, 9, 2), office=hasselt, language="ara", municipality=GENK),
        *(CourseJoined(dossier=n, occurred_on=date(2019, 9, 1), course=1) for n in (1, 2, 3)),
        CourseJoined(dossier=1, occurred_on=date(2019, 9, 2), course=2),
        *(CourseJoined(dossier=n, occurred_on=date(2019, 9, 3), course=2) for n in (2,)),
        MoDecided(dossier=1, occurred_on=date(2019, 10, 1), decision="failed"),
        MoDecided(dossier=1, occurred_on=date(2019, 11, 1), decision="passed"),
        MoDecided(dossier=2, occurred_on=date(2019, 11, 1), decision="passed"),
        MoDecided(dossier=3, occurred_on=date(2019, 11, 1), decision="failed"),
        *(
            TestTaken(dossier=1, occurred_on=date(2019, 7, 1), office=hasselt, test=n, test_type="covaar")
            for n in (1, 2)
        ),
        TestTaken(dossier=2, occurred_on=date(2019, 7, 1), office=brussels, test=3, test_type="certifying_a1_2"),
    ]
    first = append(facts, by="test", source="test")
    right = Registered(dossier=3, occurred_on=date(2019, 3, 1), office=hasselt, kind="first")
    return [first, append([right], by="test", source="test", retract=[wrong])]
