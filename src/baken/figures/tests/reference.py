"""The figures once more, in plain Python and without Ibis: written from data/annual-report-2019/definitions.yaml.

Slow and literal on purpose: each figure is a loop over facts. It knows the facts as objects, never the snapshot.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from baken.foundation.codelists import codelist

FIVE = ("antwerp_province", "limburg", "east_flanders", "flemish_brabant", "west_flanders")
SIX = (*FIVE, "brussels")
EIGHT = (*SIX, "city_antwerp", "city_ghent")
Cells = Mapping[tuple, int]
"""{(code of each dimension …, year): value}; totals of distinct persons under code `total`."""


@dataclass
class World:
    """What is known: facts by type, each with `pk`, `occurred_on` and its columns; offices by number."""

    facts: Mapping[str, list[Any]]
    offices: Mapping[int, Any]
    person: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for fact in sorted(self.facts["DossierOpened"], key=lambda fact: fact.pk):
            self.person[fact.dossier] = fact.person

    def of(self, kind: str) -> list[Any]:
        """Facts of a type in order of day and number."""
        return sorted(self.facts[kind], key=lambda fact: (fact.occurred_on, fact.pk))

    def office_region(self, fact: Any) -> str | None:
        return self.offices[fact.office_id].region if fact.office_id else None

    def residence(self, person: int | None, day: date) -> str | None:
        held = None
        for fact in self.of("ResidenceRegistered"):
            if person is not None and self.person.get(fact.dossier) == person and fact.occurred_on <= day:
                held = codelist("municipality")[fact.municipality].extra["region"]
        return held

    def target_group(self, person: int | None, day: date) -> str:
        held = "undetermined"
        for fact in self.of("TargetGroupDetermined"):
            mine = person is not None and self.person.get(fact.dossier) == person
            if mine and fact.occurred_on <= day and (fact.until is None or day < fact.until):
                held = fact.target_group or "undetermined"
        return held

    def first_per_person(self, facts: Iterable[Any]) -> dict[int, Any]:
        first: dict[int, Any] = {}
        for fact in facts:
            if fact.dossier in self.person:
                first.setdefault(self.person[fact.dossier], fact)
        return first


def _site(fact: Any) -> str:
    return codelist("municipality")[fact.municipality].extra["region"]


def _language(fact: Any) -> str:
    return codelist("language")[fact.language].extra["figure"] or fact.language


def figure_1(world: World) -> Cells:
    return _summed_over_last(figure_3(world))


def figure_3(world: World) -> Cells:
    cells: Counter = Counter()
    for person, fact in _first_inflow(world).items():
        region = world.residence(person, fact.occurred_on)
        if region in FIVE:
            cells[region, fact.target_group, fact.occurred_on.year] += 1
    return cells


def _first_inflow(world: World) -> dict[int, Any]:
    targets = ("obliged", "entitled", "entitled_obliged", "undetermined")
    return world.first_per_person(fact for fact in world.of("InflowSeen") if fact.target_group in targets)


def figure_4(world: World) -> Cells:
    return _summed_over_last(figure_6(world))


def figure_6(world: World) -> Cells:
    firsts = world.first_per_person(fact for fact in world.of("Registered") if fact.kind == "first")
    return _by_office_and_target_group(world, firsts)


def figure_7(world: World) -> Cells:
    return _summed_over_last(figure_9(world))


def figure_9(world: World) -> Cells:
    return _by_office_and_target_group(world, world.first_per_person(world.of("ContractSigned")))


def _by_office_and_target_group(world: World, firsts: Mapping[int, Any]) -> Cells:
    cells: Counter = Counter()
    for person, fact in firsts.items():
        region = world.office_region(fact)
        if region in SIX:
            cells[region, world.target_group(person, fact.occurred_on), fact.occurred_on.year] += 1
    return cells


def figure_10(world: World) -> Cells:
    cells: Counter = Counter()
    contracts = world.first_per_person(world.of("ContractSigned"))
    for person, fact in _first_inflow(world).items():
        region, year = world.residence(person, fact.occurred_on), fact.occurred_on.year
        if region in FIVE:
            cells[region, f"first_inflow_{year}", year] += 1
            if person in contracts and contracts[person].occurred_on.year == year:
                cells[region, f"first_contract_and_first_inflow_{year}", year] += 1
    return cells


def figure_11(world: World) -> Cells:
    cells: Counter = Counter()
    for year in range(2013, 2026):
        day = date(year, 12, 31)
        ended = {fact.contract for fact in world.of("ContractEnded") if fact.occurred_on <= day}
        for fact in world.of("ContractSigned"):
            region = world.office_region(fact)
            if region in SIX and fact.occurred_on <= day and fact.contract not in ended:
                cells[region, world.target_group(world.person.get(fact.dossier), day), year] += 1
    return cells


def _facts_by_office(world: World, kind: str, regions: Iterable[str], *columns: str) -> Cells:
    cells: Counter = Counter()
    for fact in world.of(kind):
        region = world.office_region(fact)
        if region in regions:
            cells[region, *(getattr(fact, name) for name in columns), fact.occurred_on.year] += 1
    return cells


def figure_13(world: World) -> Cells:
    return _facts_by_office(world, "DiplomaGuided", SIX)


def figure_14(world: World) -> Cells:
    return _facts_by_office(world, "ExemptionCertified", SIX)


def figure_15(world: World) -> Cells:
    kinds = _facts_by_office(world, "CertificateIssued", SIX, "certificate")
    return {(region, year): n for (region, kind, year), n in kinds.items() if kind == "civic_integration"}


def figure_16(world: World) -> Cells:
    return _facts_by_office(world, "SuspensionCertified", SIX)


def figure_17(world: World) -> Cells:
    return _facts_by_office(world, "RegularParticipationProven", SIX)


def figure_18(world: World) -> Cells:
    cells: Counter = Counter()
    for fact in world.of("InfringementForwarded"):
        region = world.residence(world.person.get(fact.dossier), fact.occurred_on)
        if region in FIVE:
            cells[region, fact.occurred_on.year] += 1
    return cells


def figure_19(world: World) -> Cells:
    return _facts_by_office(world, "ExemptionTestTaken", SIX)


def figure_21(world: World) -> Cells:
    return _facts_by_office(world, "ExemptionTestTaken", SIX, "outcome")


def _courses(world: World) -> dict[int, Any]:
    started: dict[int, Any] = {}
    for fact in world.of("CourseStarted"):
        started.setdefault(fact.course, fact)
    return {course: fact for course, fact in started.items() if _site(fact) in SIX}


def figure_22(world: World) -> Cells:
    return Counter((_site(fact), fact.occurred_on.year) for fact in _courses(world).values())


def figure_23(world: World) -> Cells:
    with_interpreter = [fact for fact in _courses(world).values() if fact.with_interpreter]
    return Counter((_language(fact), fact.occurred_on.year) for fact in with_interpreter)


def figure_24(world: World) -> Cells:
    cells: Counter = Counter()
    for (_, region, year), n in figure_25(world).items():
        cells[region, year] += n
    return cells


def figure_25(world: World) -> Cells:
    cells: Counter = Counter()
    courses = _courses(world)
    for fact in world.first_per_person(world.of("CourseJoined")).values():
        if fact.course in courses:
            course = courses[fact.course]
            cells[_language(course), _site(course), fact.occurred_on.year] += 1
    return cells


def figure_26(world: World) -> Mapping[tuple, tuple[int, int]]:
    participations, courses = Counter(), Counter()
    for course, fact in _courses(world).items():
        cell = (_language(fact), _site(fact), fact.occurred_on.year)
        courses[cell] += 1
        participations[cell] += sum(1 for joined in world.of("CourseJoined") if joined.course == course)
    return {cell: (participations[cell], courses[cell]) for cell in courses}


def figure_27(world: World) -> Cells:
    last: dict[tuple[int, int], str] = {}
    for fact in world.of("MoDecided"):
        if fact.dossier in world.person:
            last[world.person[fact.dossier], fact.occurred_on.year] = fact.decision
    return Counter((decision, year) for (_, year), decision in last.items())


def _distinct_persons(world: World, facts: Iterable[Any]) -> Cells:
    seen: dict[tuple, set[int]] = defaultdict(set)
    for fact in facts:
        region, person = world.office_region(fact), world.person.get(fact.dossier)
        if region in EIGHT and person is not None:
            seen[region, fact.occurred_on.year].add(person)
            seen["total", fact.occurred_on.year].add(person)
    return {cell: len(persons) for cell, persons in seen.items()}


def figure_28(world: World) -> Cells:
    return _distinct_persons(world, (fact for fact in world.of("InterviewHeld") if fact.kind == "nt2_interview"))


def figure_29(world: World) -> Cells:
    return _facts_by_office(world, "InterviewHeld", FIVE, "kind")


def figure_30(world: World) -> Cells:
    cells: Counter = Counter()
    for (_, test_type, year), n in figure_31(world).items():
        cells[test_type, year] += n
    return cells


def figure_31(world: World) -> Cells:
    cells: Counter = Counter()
    for fact in world.of("TestTaken"):
        known = fact.test_type in codelist("language_test")
        told = codelist("language_test")[fact.test_type].extra if known else {"kind": ""}
        if told["kind"] in ("placement", "civil"):
            agency = world.offices[fact.office_id].agency if fact.office_id else None
            printed = told["printed_as"]
            cells[agency or "unknown", printed, fact.occurred_on.year] += 1
    return cells


def figure_32(world: World) -> Cells:
    cells = _facts_by_office(world, "AdviceGiven", FIVE, "advice")
    return {(region, advice or "unknown", year): n for (region, advice, year), n in cells.items()}


def figure_33(world: World) -> Cells:
    enrolled = [fact for fact in world.of("Enrolled") if fact.provider_type in ("cbe", "cvo")]
    return Counter((fact.provider_type, fact.occurred_on.year) for fact in enrolled)


def figure_34(world: World) -> Cells:
    kinds = {row.code: row.extra["kind"] for row in codelist("language_test")}
    taken = [fact for fact in world.of("TestTaken") if kinds.get(fact.test_type) == "civil"]
    return Counter((fact.test_type, fact.occurred_on.year) for fact in taken)


def figure_35(world: World) -> Cells:
    first: dict[tuple[int, int], Any] = {}
    for fact in world.of("InflowSeen"):
        minor = fact.target_group == "minor" and fact.age is not None and 2 <= fact.age <= 18
        if minor and fact.dossier in world.person:
            first.setdefault((world.person[fact.dossier], fact.occurred_on.year), fact)
    cells: Counter = Counter()
    for (person, year), fact in first.items():
        region = world.residence(person, fact.occurred_on)
        group = "age_2_5" if fact.age <= 5 else "age_6_11" if fact.age <= 11 else "age_12_18"
        if region in FIVE:
            cells[region, group, year] += 1
    return cells


def figure_37(world: World) -> Cells:
    return _distinct_persons(world, world.of("MinorGuided"))


def _summed_over_last(cells: Cells) -> Cells:
    """Cells without their last dimension."""
    summed: Counter = Counter()
    for (*codes, _, year), n in cells.items():
        summed[*codes, year] += n
    return summed


NUMBERS = (1, 3, 4, 6, 7, 9, 10, 11, *range(13, 20), *range(21, 36), 37)
REFERENCE = {str(number): globals()[f"figure_{number}"] for number in NUMBERS}
