"""Small random caseloads: a handful of people over some years, with doubles, moves, corrections and odd offices."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from types import SimpleNamespace
from typing import Any

from hypothesis import strategies as st

from baken.dutch import facts as dutch
from baken.enforcement import facts as enforcement
from baken.figures.tests.reference import EIGHT, World
from baken.ledger.append import append
from baken.ledger.facts import content_fields
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
days = st.sampled_from(
    [
        date(year, month, day)
        for year in (2014, 2017, 2018, 2019, 2020)
        for month, day in ((1, 1), (5, 3), (5, 4), (12, 31))
    ]
)
dossiers = st.integers(1, 9)
offices = st.sampled_from([None, *range(1, 12)])


def told(model: type, **columns: st.SearchStrategy) -> st.SearchStrategy[Any]:
    """A fact about a dossier, told by any office."""
    return st.builds(model, dossier=dossiers, occurred_on=days, office_id=offices, **columns)


groups = st.sampled_from(["obliged", "entitled", "entitled_obliged", "undetermined", "minor", "none"])
FACTS = st.one_of(
    told(people.DossierOpened, person=st.integers(1, 7)),
    told(people.ResidenceRegistered, municipality=st.sampled_from(MUNICIPALITIES)),
    told(programme.InflowSeen, target_group=groups, age=st.sampled_from([None, 1, 2, 5, 6, 11, 12, 17, 18])),
    told(programme.TargetGroupDetermined, target_group=st.none() | groups, until=st.none() | days),
    told(programme.Registered, kind=st.sampled_from(["first", "first", "renewed", None])),
    told(programme.ContractSigned, contract=st.just(0)),
    told(programme.ContractEnded, contract=st.integers(1, 6), reason=st.just("completed")),
    told(programme.DiplomaGuided),
    told(programme.ExemptionCertified),
    told(programme.CertificateIssued, certificate=st.sampled_from(["civic_integration", "evc"])),
    told(programme.SuspensionCertified),
    told(programme.RegularParticipationProven),
    told(programme.MinorGuided),
    told(enforcement.InfringementForwarded, infringement=st.just(1)),
    told(orientation.ExemptionTestTaken, outcome=st.sampled_from(["absent", "passed", "failed", "undetermined"])),
    st.builds(
        orientation.CourseStarted,
        course=st.integers(1, 5),
        occurred_on=days,
        office_id=offices,
        language=st.sampled_from(LANGUAGES),
        municipality=st.sampled_from(MUNICIPALITIES),
        with_interpreter=st.booleans(),
    ),
    told(orientation.CourseJoined, course=st.integers(1, 5)),
    told(orientation.MoDecided, decision=st.sampled_from(["passed", "failed", "fulfilled"])),
    told(dutch.InterviewHeld, kind=st.sampled_from(["nt2_interview", "nt2_interview", "level_test"])),
    told(
        dutch.TestTaken,
        test=st.just(1),
        test_type=st.sampled_from(["covaar", "taalgarage", "certifying_a1_2", "other_civil_test", "kbi:7", None]),
    ),
    told(dutch.AdviceGiven, advice=st.sampled_from(["cbe", "cvo_standard", None])),
    told(dutch.Enrolled, enrolment=st.just(1), provider_type=st.sampled_from(["cbe", "cvo", "utc", None])),
)
openings = st.lists(
    st.builds(people.DossierOpened, dossier=dossiers, person=st.integers(1, 7), occurred_on=st.just(date(2013, 1, 1))),
    max_size=9,
    unique_by=lambda fact: fact.dossier,
)
homes = st.lists(told(people.ResidenceRegistered, municipality=st.sampled_from(MUNICIPALITIES)), max_size=9)
appends = st.lists(
    st.tuples(st.lists(FACTS, min_size=1, max_size=30), st.lists(st.integers(0, 200), max_size=4)), max_size=4
)


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
    caseload, contracts = Caseload(), count(1)
    for facts, retractions in [(first, []), *later]:
        standing = [row for row in caseload.rows if row.retracted_in is None]
        going = {index % len(standing): standing[index % len(standing)] for index in retractions if standing}
        for fact in facts:
            if isinstance(fact, programme.ContractSigned):
                fact.contract = next(contracts)
            if isinstance(fact, programme.TargetGroupDetermined) and fact.until and fact.until < fact.occurred_on:
                fact.until = None
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
