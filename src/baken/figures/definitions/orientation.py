"""Social orientation (MO): exemption tests (19-21), courses (22, 23, 26), participants (24, 25), decisions (27)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from baken.figures.counting import (
    AGII,
    facts_by_office,
    first_of,
    in_years,
    last_of,
    of_persons,
    with_printed_language,
)
from baken.figures.definitions.words import EVERYWHERE, OURS, SIX, SIX_REGIONS
from baken.figures.lazily import ibis
from baken.figures.model import Dimension, Figure, Footnote, Measure
from baken.figures.tables import Tables, shared

if TYPE_CHECKING:
    import ibis.expr.types as ir

STARTED, JOINED = "orientation.course_started", "orientation.course_joined"


def exemption_tests(tables: Tables) -> ir.Table:
    """MO exemption tests with any outcome, by the office that asked."""
    taken = facts_by_office(tables, "orientation.exemption_test_taken", AGII, "outcome")
    return taken.rename(result="outcome")


@shared
def courses(tables: Tables) -> ir.Table:
    """Each course's first lesson in the AgII's regions, with the region of the site and the printed language."""
    started = tables[STARTED].select("id", "occurred_on", "course", "language", "municipality", "with_interpreter")
    sites = tables["municipality"].select(municipality="code", region="region")
    placed = first_of(started, "course").join(sites.filter(sites.region.isin(AGII)), "municipality")
    return with_printed_language(tables, placed.drop("municipality"))


@shared
def participants(tables: Tables) -> ir.Table:
    """Persons who started MO for the first time, with the region and language of that course."""
    first = in_years(tables, first_of(of_persons(tables, JOINED, "course")))
    return first.join(courses(tables).select("course", "region", "language"), "course")


def courses_started(tables: Tables) -> ir.Table:
    """Courses of which the first lesson was given."""
    return in_years(tables, courses(tables))


def courses_with_interpreter(tables: Tables) -> ir.Table:
    """Of these the courses given with an interpreter."""
    started = courses_started(tables)
    return started.filter(started.with_interpreter)


def participations_and_courses(tables: Tables) -> ir.Table:
    """Courses started, and every participation in them."""
    started = courses_started(tables).select("id", "course", "year", "region", "language")
    joined = tables[JOINED].select("id", "course").join(started.drop("id"), "course")
    joined = joined.select("id", "course", "year", "region", "language")
    return joined.mutate(part=ibis.literal("numerator")).union(started.mutate(part=ibis.literal("denominator")))


def decisions(tables: Tables) -> ir.Table:
    """Each person's last MO decision in each year."""
    taken = in_years(tables, of_persons(tables, "orientation.mo_decided", "decision"))
    return last_of(taken, "person", "year")


LANGUAGE = Dimension("language", "language")
TESTS = Figure(
    number="19",
    title_nl="Afgelegde vrijstellingstoetsen MO in {years}",
    title_en="MO exemption tests taken, {years}",
    definition_nl=(
        "Vrijstellingstoetsen maatschappelijke oriëntatie met eender welk resultaat, afwezigheid inbegrepen, naar de "
        "regio van de vestiging die de toets aanvroeg."
    ),
    definition_en=(
        "Exemption tests of social orientation with any outcome, absence included, by the region of the office that "
        "asked for the test."
    ),
    **SIX_REGIONS.words,
    dimensions=(SIX,),
    sources=("orientation.exemption_test_taken",),
    unit="tests",
    events=exemption_tests,
)
PARTICIPANTS = Figure(
    number="24",
    title_nl="Gestarte cursisten MO in {years}",
    title_en="MO participants started, {years}",
    definition_nl=(
        "Personen die in dat jaar voor het eerst in een cursus MO startten, naar de regio waar die cursus doorging. "
        "Een tweede cursus van dezelfde persoon telt niet mee."
    ),
    definition_en=(
        "Persons who started in an MO course for the first time in that year, by the region where that course was "
        "held. A second course of the same person does not count."
    ),
    **SIX_REGIONS.words,
    dimensions=(SIX,),
    sources=(JOINED, STARTED, "people.dossier_opened"),
    unit="persons",
    events=participants,
    years=2,
)
COURSES = Figure(
    number="22",
    title_nl="Gestarte cursussen MO in {years}",
    title_en="MO courses started, {years}",
    definition_nl="Cursussen MO waarvan de eerste les in dat jaar werd gegeven, naar de regio van de lesplaats.",
    definition_en="MO courses of which the first lesson was given in that year, by the region of the site.",
    **SIX_REGIONS.words,
    dimensions=(SIX,),
    sources=(STARTED,),
    unit="courses",
    events=courses_started,
)

FIGURES = (
    TESTS,
    replace(TESTS, number="20", years=2, chart="bar", same_as="19"),
    replace(
        TESTS,
        number="21",
        title_nl="Resultaten van de vrijstellingstoetsen MO in {years}",
        title_en="Results of MO exemption tests, {years}",
        dimensions=(
            SIX,
            Dimension("result", "exemption_outcome", ("absent", "passed", "failed", "undetermined")),
        ),
        years=1,
    ),
    COURSES,
    replace(
        COURSES,
        number="23",
        title_nl="Gestarte cursussen MO met een tolk, naar taal, in {years}",
        title_en="MO courses started with an interpreter, by language, {years}",
        definition_nl="Cursussen MO met een tolk waarvan de eerste les in dat jaar werd gegeven, naar taal.",
        definition_en=("MO courses with an interpreter of which the first lesson was given in that year, by language."),
        dimensions=(LANGUAGE,),
        events=courses_with_interpreter,
        years=2,
    ),
    PARTICIPANTS,
    replace(
        PARTICIPANTS,
        number="25",
        title_nl="Gestarte cursisten MO naar taal en regio in {years}",
        title_en="MO participants started by language and region, {years}",
        definition_nl=PARTICIPANTS.definition_nl + " Taal: die van die cursus.",
        definition_en=PARTICIPANTS.definition_en + " Language: that of this course.",
        dimensions=(replace(LANGUAGE, by_size=True), SIX),
        years=1,
    ),
    replace(
        COURSES,
        number="26",
        title_nl="Gemiddeld aantal cursisten per cursus MO naar taal en regio in {years}",
        title_en="Average participants per MO course by language and region, {years}",
        definition_nl=(
            "Alle deelnames in de cursussen die in dat jaar startten, gedeeld door het aantal van die cursussen, naar "
            "taal en lesplaats; op één decimaal, half naar boven afgerond."
        ),
        definition_en=(
            "All participations in the courses that started in that year, divided by the number of these courses, by "
            "language and site; to one decimal, half up."
        ),
        dimensions=(replace(LANGUAGE, by_size=True), replace(SIX, additive=None)),
        sources=(STARTED, JOINED),
        unit="persons per course",
        events=participations_and_courses,
        measure=Measure.RATIO,
        years=1,
        ratio_digits=1,
        notes=(OURS,),
    ),
    Figure(
        number="27",
        title_nl="Personen met een besluit MO, naar besluit, in {years}",
        title_en="Persons with an MO decision by decision, {years}",
        definition_nl=(
            "Personen met een besluit over maatschappelijke oriëntatie in dat jaar. Wie er meer dan één kreeg, telt "
            "met het laatste besluit van dat jaar."
        ),
        definition_en=(
            "Persons with a decision on social orientation in that year. Somebody who got more than one counts with "
            "the last decision of that year."
        ),
        **EVERYWHERE.words,
        dimensions=(
            Dimension("decision", "mo_decision", ("not_fulfilled", "fulfilled", "passed", "failed", "not_applicable")),
        ),
        sources=("orientation.mo_decided", "people.dossier_opened"),
        unit="persons",
        events=decisions,
        years=3,
        share_of={"decision": "total"},
        notes=(
            OURS,
            Footnote(
                "Niet van toepassing: contracten van vóór de resultaatsverbintenis.",
                "Not applicable: contracts signed before the duty of result came into force.",
                at=("not_applicable",),
                until=2021,
            ),
            Footnote(
                "Sinds november 2022 sluit een test de cursus MO af.",
                "Since November 2022 a test ends the MO course.",
                since=2022,
            ),
        ),
    ),
)
