"""Dutch as a second language (NT2): interviews (28, 29), tests (30, 31, 34), advice (32), enrolments (33)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from baken.figures.counting import (
    AGII_WITHOUT_BRUSSELS,
    EIGHT_AREAS,
    by_office,
    facts_by_office,
    in_years,
    of_persons,
)
from baken.figures.definitions.words import EVERYWHERE, FIVE, FIVE_REGIONS, regions
from baken.figures.model import TOTAL, Dimension, Figure, Footnote, Measure
from baken.figures.tables import OFFICE, Tables

if TYPE_CHECKING:
    import ibis.expr.types as ir

INTERVIEWS, TESTS = "dutch.interview_held", "dutch.test_taken"
UNKNOWN = "unknown"
UNKNOWN_LABEL = {UNKNOWN: ("Niet bekend", "Not known")}
CIVIL_TEST_LABEL = {"civil_test": ("Civiele test", "Civil test")}


def persons_interviewed(tables: Tables) -> ir.Table:
    """NT2 interviews of persons, by office."""
    held = in_years(tables, of_persons(tables, INTERVIEWS, "office_id", "kind"))
    return by_office(tables, held.filter(held.kind == "nt2_interview"), EIGHT_AREAS)


def interviews(tables: Tables) -> ir.Table:
    """Interviews of every type, by office."""
    held = facts_by_office(tables, INTERVIEWS, AGII_WITHOUT_BRUSSELS, "kind")
    return held.rename(interview_type="kind")


def tests(tables: Tables) -> ir.Table:
    """Placement and civil tests, by the agency (`provider`) of the office and the printed type."""
    taken = in_years(tables, tables[TESTS].select("id", "occurred_on", "office_id", "test_type"))
    types = tables["language_test"]
    types = types.filter(types.kind.isin(("placement", "civil"))).select(test_type="code", printed="printed_as")
    taken = taken.join(types, "test_type").drop("test_type").rename(test_type="printed")
    agencies = tables[OFFICE].select(office_id="id", provider="agency")
    taken = taken.left_join(agencies, "office_id").drop("office_id", "office_id_right")
    return taken.mutate(provider=taken.provider.fill_null(UNKNOWN))


def advices(tables: Tables) -> ir.Table:
    """Advices on provider and track, by office."""
    given = facts_by_office(tables, "dutch.advice_given", AGII_WITHOUT_BRUSSELS, "advice")
    return given.mutate(advice=given.advice.fill_null(UNKNOWN))


def enrolments(tables: Tables) -> ir.Table:
    """Enrolments with a centre for basic education or for adult education."""
    enrolled = in_years(tables, tables["dutch.enrolled"].select("id", "occurred_on", provider="provider_type"))
    return enrolled.filter(enrolled.provider.isin(("cbe", "cvo")))


def civil_tests(tables: Tables) -> ir.Table:
    """Civil language tests by type."""
    taken = in_years(tables, tables[TESTS].select("id", "occurred_on", "test_type"))
    kinds = tables["language_test"].select(test_type="code", kind="kind")
    return taken.semi_join(kinds.filter(kinds.kind == "civil"), "test_type")


TESTS_BY_AGENCY = Figure(
    number="31",
    title_nl="Taaltesten naar type en agentschap in {years}",
    title_en="Tests by type and agency, {years}",
    definition_nl=(
        "Afgelegde taaltesten (niveaubepaling en civiele testen), naar type en naar het agentschap van de vestiging "
        "waar ze werden afgelegd. Elke test telt."
    ),
    definition_en=(
        "Language tests taken (placement and civil tests), by type and by the agency of the office where they were "
        "taken. Each test counts."
    ),
    **EVERYWHERE.words,
    dimensions=(
        Dimension("provider", "agency", ("agii", "hvn_brussel", "atlas", "in_gent"), labels=UNKNOWN_LABEL),
        Dimension(
            "test_type",
            "language_test",
            ("covaar", "cbe_entry_test", "cvo_entry_test", "civil_test", "latin_script_test", "taalgarage"),
            labels=CIVIL_TEST_LABEL,
        ),
    ),
    sources=(TESTS,),
    unit="tests",
    events=tests,
    years=1,
)

FIGURES = (
    Figure(
        number="28",
        title_nl="Unieke personen met een NT2-gesprek in {years}",
        title_en="Unique persons with an NT2 interview, {years}",
        definition_nl=(
            "Verschillende personen met wie in dat jaar een NT2-gesprek werd gevoerd, naar de regio van de vestiging."
        ),
        definition_en="Distinct persons with whom an NT2 interview was held in that year, by the region of the office.",
        **EVERYWHERE.words,
        dimensions=(
            regions(
                (
                    "antwerp_province",
                    "limburg",
                    "east_flanders",
                    "flemish_brabant",
                    "west_flanders",
                    "city_antwerp",
                    "brussels",
                    "city_ghent",
                ),
                additive=False,
            ),
        ),
        sources=(INTERVIEWS, "people.dossier_opened"),
        unit="persons",
        events=persons_interviewed,
        measure=Measure.PERSONS,
        notes=(
            Footnote(
                "Het totaal telt elke persoon één keer en kan lager zijn dan de som: wie in meer dan één regio een "
                "gesprek had, telt in elk van die regio's.",
                "The total counts each person once and may be lower than the sum: who had an interview in more than "
                "one region counts in each of these regions.",
                at=(TOTAL,),
            ),
        ),
    ),
    Figure(
        number="29",
        title_nl="Uitgevoerde gesprekken naar type in {years}",
        title_en="Interviews held by type, {years}",
        definition_nl=(
            "Gesprekken naar type en naar regio van de vestiging: NT2-gesprek (wie Nederlands wil leren), niveautest "
            "(wie een test wil afleggen) en wooncodegesprek (huurders van een sociale woning). Elk gesprek telt."
        ),
        definition_en=(
            "Interviews by type and by the region of the office: NT2 interview (who wants to learn Dutch), level test "
            "(who wants to take a test) and housing code interview (tenants of social housing). Each interview counts."
        ),
        **FIVE_REGIONS.words,
        dimensions=(
            regions(("antwerp_province", "flemish_brabant", "limburg", "east_flanders", "west_flanders")),
            Dimension("interview_type", "interview_kind", ("nt2_interview", "level_test", "housing_code_interview")),
        ),
        sources=(INTERVIEWS,),
        unit="interviews",
        events=interviews,
        years=1,
    ),
    replace(
        TESTS_BY_AGENCY,
        number="30",
        title_nl="Taaltesten naar type en aandeel in {years}",
        title_en="Share of tests by type, {years}",
        definition_nl="Aandeel van de vier grootste types in alle afgelegde taaltesten (figuur 31).",
        definition_en="Share of the four largest types in all language tests taken (figure 31).",
        dimensions=(
            Dimension(
                "test_type",
                "language_test",
                ("covaar", "cbe_entry_test", "cvo_entry_test", "civil_test"),
                additive=None,
                labels=CIVIL_TEST_LABEL,
                others=False,
            ),
        ),
        share_of={"test_type": "total"},
        chart="share",
        same_as="31",
    ),
    TESTS_BY_AGENCY,
    Figure(
        number="32",
        title_nl="Adviezen NT2 naar leervaardigheid in {years}",
        title_en="Advices by learning ability, {years}",
        definition_nl=(
            "Gegeven adviezen over aanbodverstrekker en leertraject, naar de regio van de vestiging. Elk advies telt."
        ),
        definition_en="Advices given on provider and track, by the region of the office. Each advice counts.",
        **FIVE_REGIONS.words,
        dimensions=(
            FIVE,
            Dimension(
                "advice",
                "nt2_advice",
                (
                    "cbe",
                    "cbe_alfa",
                    "cbe_nt2",
                    "cvo_standard",
                    "cvo_shortened_or_utc",
                    "cvo_extended",
                    "other_advice",
                ),
                labels=UNKNOWN_LABEL,
            ),
        ),
        sources=("dutch.advice_given",),
        unit="advices",
        events=advices,
        years=1,
    ),
    Figure(
        number="33",
        title_nl="Inschrijvingen NT2 naar type aanbodverstrekker in {years}",
        title_en="NT2 enrolments by type of provider, {years}",
        definition_nl=(
            "Inschrijvingen voor een NT2-module bij een centrum voor basiseducatie (CBE) of voor volwassenenonderwijs "
            "(CVO), ook van mensen zonder inburgeringstraject. Elke inschrijving telt."
        ),
        definition_en=(
            "Enrolments in an NT2 module with a centre for basic education (CBE) or for adult education (CVO), also of "
            "people without a programme. Each enrolment counts."
        ),
        **EVERYWHERE.words,
        dimensions=(Dimension("provider", "provider_type", ("cbe", "cvo")),),
        sources=("dutch.enrolled",),
        unit="enrolments",
        events=enrolments,
        notes=(Footnote("Niet opgesplitst per regio.", "Not split by region."),),
    ),
    Figure(
        number="34",
        title_nl="Afgelegde civiele testen naar testtype in {years}",
        title_en="Civil language tests taken by test type, {years}",
        definition_nl="Afgelegde civiele taaltesten, naar testtype. Elke test telt.",
        definition_en="Civil language tests taken, by test type. Each test counts.",
        **EVERYWHERE.words,
        dimensions=(
            Dimension(
                "test_type",
                "language_test",
                (
                    "coc_preselection_social_interpreting",
                    "home_language_dutch",
                    "certifying_a1_2",
                    "certifying_b1_2",
                    "prescreening_certifying_test",
                ),
            ),
        ),
        sources=(TESTS,),
        unit="tests",
        events=civil_tests,
        years=2,
        notes=(
            Footnote(
                "Een certificerende taaltest bestaat uit de delen luisteren, lezen, spreken en schrijven.",
                "A certifying language test has the parts listening, reading, speaking and writing.",
                at=("certifying_a1_2", "certifying_b1_2"),
            ),
        ),
    ),
)
