"""Small random caseloads: a handful of people over some years, with doubles, moves, corrections and odd offices."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from random import Random
from types import SimpleNamespace
from typing import Any

from hypothesis import strategies as st

from baken.dutch import facts as dutch
from baken.enforcement import facts as enforcement
from baken.figures.tests.reference import EIGHT, World
from baken.ledger.append import append
from baken.ledger.facts import DossierFact, Fact, content_fields
from baken.ledger.models import Office
from baken.orientation import facts as orientation
from baken.people import facts as people
from baken.programme import facts as programme

AGENCIES = ("agii", "hvn_brussel", "atlas", "in_gent", None, "cvo")
OFFICES = [
    *(
        {"id": number, "code": region, "region": region, "agency": AGENCIES[number % 4]}
        for number, region in enumerate(EIGHT, 1)
    ),
    {"id": 9, "code": "charleroi", "region": "wallonia", "agency": "agii"},
    {"id": 10, "code": "nowhere", "region": None, "agency": None},
    {"id": 11, "code": "school", "region": "limburg", "agency": "cvo"},
]
MUNICIPALITIES = ("71016", "44021", "11002", "11001", "23062", "52011", "21004", "35013", "73001")
LANGUAGES = ("ara", "ary", "eng", "swa")
DAYS = [date(y, m, d) for y in (2014, 2017, 2018, 2019, 2020) for m, d in ((1, 1), (5, 3), (5, 4), (12, 31))]
GROUPS = ["obliged", "entitled", "entitled_obliged", "undetermined", "minor", "none"]
TESTS = ["covaar", "taalgarage", "certifying_a1_2", "other_civil_test", "kbi:7", None]
Columns = Mapping[str, Sequence[Any]]
"""What a column may hold."""
KINDS: list[tuple[type[Fact], Columns]] = [
    (people.DossierOpened, {"person": range(1, 8)}),
    (people.ResidenceRegistered, {"municipality": MUNICIPALITIES}),
    (people.ResidenceRegistered, {"municipality": MUNICIPALITIES}),
    (programme.InflowSeen, {"target_group": GROUPS}),
    (programme.InflowSeen, {"target_group": ["minor"], "age": [None, 1, 2, 5, 6, 11, 12, 17, 18]}),
    (programme.TargetGroupDetermined, {"target_group": [None, *GROUPS], "until": [None, *DAYS]}),
    (programme.TargetGroupDetermined, {"target_group": GROUPS}),
    (programme.Registered, {"kind": ["first", "first", "renewed", None]}),
    (programme.ContractSigned, {"contract": [0]}),
    (programme.ContractEnded, {"contract": range(1, 12), "reason": ["completed"]}),
    (programme.DiplomaGuided, {}),
    (programme.ExemptionCertified, {}),
    (programme.CertificateIssued, {"certificate": ["civic_integration", "evc"]}),
    (programme.SuspensionCertified, {}),
    (programme.RegularParticipationProven, {}),
    (programme.MinorGuided, {}),
    (enforcement.InfringementForwarded, {"infringement": [1]}),
    (orientation.ExemptionTestTaken, {"outcome": ["absent", "passed", "failed", "undetermined"]}),
    (
        orientation.CourseStarted,
        {
            "course": range(1, 6),
            "language": LANGUAGES,
            "municipality": MUNICIPALITIES,
            "with_interpreter": [True, False],
        },
    ),
    (orientation.CourseJoined, {"course": range(1, 6)}),
    (orientation.MoDecided, {"decision": ["passed", "failed", "fulfilled"]}),
    (dutch.InterviewHeld, {"kind": ["nt2_interview", "nt2_interview", "level_test"]}),
    (dutch.TestTaken, {"test": [1], "test_type": TESTS}),
    (dutch.AdviceGiven, {"advice": ["cbe", "cvo_standard", None]}),
    (dutch.Enrolled, {"enrolment": [1], "provider_type": ["cbe", "cvo", "utc", None]}),
]


def _fact(chance: Random) -> Fact:
    """Any fact, on any day, told by any office or by none."""
    kind, columns = chance.choice(KINDS)
    values = {name: chance.choice(allowed) for name, allowed in columns.items()}
    if issubclass(kind, DossierFact):
        values["dossier"] = chance.randint(1, 9)
    return kind(occurred_on=chance.choice(DAYS), office_id=chance.choice([None, *range(1, 12)]), **values)


def _openings(chance: Random) -> list[Fact]:
    """Every subject that is spoken of; a retraction may leave one without its opening."""
    on = date(2013, 1, 1)
    return [
        *(people.DossierOpened(dossier=n, person=chance.randint(1, 7), occurred_on=on) for n in range(1, 10)),
        *(orientation.CoursePlanned(course=n, occurred_on=on) for n in range(1, 6)),
        enforcement.InfringementFound(dossier=1, infringement=1, occurred_on=on),
    ]


def _homes(chance: Random) -> list[Fact]:
    told = [(n, chance.choice(DAYS[:8]), chance.choice(MUNICIPALITIES)) for n in range(1, 10)]
    return [people.ResidenceRegistered(dossier=n, occurred_on=on, municipality=place) for n, on, place in told]


def _appends(chance: Random) -> list[tuple[list[Fact], list[int]]]:
    return [
        ([_fact(chance) for _ in range(chance.randint(1, 150))], [chance.randint(0, 300) for _ in range(8)])
        for _ in range(chance.randint(0, 4))
    ]


# Dense from the first example on, which lists that grow from nothing are not.
_chances = st.integers(0, 2**64).map(Random)
openings, homes, appends = _chances.map(_openings), _chances.map(_homes), _chances.map(_appends)


@dataclass
class Caseload:
    """What was appended, remembered apart from the ledger: rows with their append and retraction."""

    rows: list[Any] = field(default_factory=list)
    instants: list[datetime] = field(default_factory=list)

    def known_in(self, number: int) -> World:
        """The world as of append `number`."""
        facts: Mapping[str, list[Any]] = defaultdict(list)
        for row in self.rows:
            if row.appended_in <= number and (row.retracted_in is None or row.retracted_in > number):
                facts[row.told].append(row)
        return World(facts, {row["id"]: SimpleNamespace(**row) for row in OFFICES})


def record(first: list[Any], later: list[tuple[list[Any], list[int]]]) -> Caseload:
    """Append the facts to the ledger that stands, retracting some of those told before."""
    Office.objects.bulk_create(Office(**row) for row in OFFICES)
    caseload, contracts, signed = Caseload(), count(1), 0
    for facts, retractions in [(first, []), *later]:
        standing = [row for row in caseload.rows if row.retracted_in is None]
        going = {index % len(standing): standing[index % len(standing)] for index in retractions if standing}
        for fact in facts:
            if isinstance(fact, programme.ContractSigned):
                fact.contract = signed = next(contracts)
            if isinstance(fact, programme.TargetGroupDetermined) and fact.until and fact.until < fact.occurred_on:
                fact.until = None
        facts = [fact for fact in facts if not isinstance(fact, programme.ContractEnded) or fact.contract <= signed]
        if not facts and not going:
            continue
        made = append(facts, by="test", source="test", retract=[row.fact for row in going.values()])
        for row in going.values():
            row.retracted_in = made.id
        caseload.rows += [_remembered(fact, made.id) for fact in facts]
        caseload.instants.append(made.recorded_at)
    return caseload


def _remembered(fact: Any, appended_in: int) -> Any:
    columns = {name.attname: getattr(fact, name.attname) for name in content_fields(type(fact))}
    return SimpleNamespace(
        **columns, pk=fact.pk, told=type(fact).__name__, appended_in=appended_in, retracted_in=None, fact=fact
    )
