"""Who came into sight: newcomers the programme may be for (1-3), and minors (35-37)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from baken.figures.counting import (
    AGII_WITHOUT_BRUSSELS,
    EIGHT_AREAS,
    by_office,
    by_residence,
    first_of,
    in_years,
    of_persons,
)
from baken.figures.definitions.words import EIGHT, FIVE, FIVE_REGIONS, NEW_DECREE, OURS, Scope
from baken.figures.lazily import ibis
from baken.figures.model import TOTAL, Dimension, Figure, Footnote, Measure
from baken.figures.tables import Tables, shared

if TYPE_CHECKING:
    import ibis.expr.types as ir

INFLOW_SOURCES = ("programme.inflow_seen", "people.dossier_opened", "people.residence_registered")
TARGET_PERSONS = ("obliged", "entitled", "entitled_obliged", "undetermined")
AGE_GROUPS = ((2, 5), (6, 11), (12, 18))


@shared
def first_inflow(tables: Tables) -> ir.Table:
    """Persons first seen as a target person, or as one to be determined."""
    seen = of_persons(tables, "programme.inflow_seen", "target_group")
    return in_years(tables, first_of(seen.filter(seen.target_group.isin(TARGET_PERSONS))))


@shared
def inflow(tables: Tables) -> ir.Table:
    """First inflow of persons, by residence on that day."""
    return by_residence(tables, first_inflow(tables), AGII_WITHOUT_BRUSSELS)


@shared
def minors_seen(tables: Tables) -> ir.Table:
    """Each minor's first sighting in each year, with the age group on that day."""
    seen = of_persons(tables, "programme.inflow_seen", "target_group", "age")
    groups = [(seen.age.between(low, high), f"age_{low}_{high}") for low, high in AGE_GROUPS]
    minors = seen.filter(seen.target_group == "minor").mutate(age_group=ibis.cases(*groups))
    return first_of(in_years(tables, minors.filter(minors.age_group.notnull())), "person", "year")


def minor_inflow(tables: Tables) -> ir.Table:
    """Minors seen, by residence on that day."""
    return by_residence(tables, minors_seen(tables), AGII_WITHOUT_BRUSSELS)


def minors_guided(tables: Tables) -> ir.Table:
    """Minors guided to education, by office."""
    guided = in_years(tables, of_persons(tables, "programme.minor_guided", "office_id"))
    return by_office(tables, guided, EIGHT_AREAS)


INFLOW = Figure(
    number="1",
    title_nl="Instroom inburgeraars in {years}",
    title_en="Inflow of civic integration participants, {years}",
    definition_nl=(
        "Personen die in dat jaar voor het eerst in beeld kwamen als (mogelijke) inburgeraar: plichtig, "
        "rechthebbend of nog te bepalen. Elke persoon telt één keer, op de dag van zijn eerste instroom, in de regio "
        "waar hij toen woonde."
    ),
    definition_en=(
        "Persons who in that year came into sight for the first time as somebody the programme is or may be for: "
        "obliged, entitled or still to be determined. Each person counts once, on the day of the first inflow, in the "
        "region of residence on that day."
    ),
    **FIVE_REGIONS.words,
    dimensions=(FIVE,),
    sources=INFLOW_SOURCES,
    unit="persons",
    events=inflow,
    notes=(OURS, NEW_DECREE),
)

MINOR_INFLOW = Figure(
    number="35",
    title_nl="Instroom minderjarige nieuwkomers naar leeftijdsgroep in {years}",
    title_en="Inflow of minor newcomers by age group, {years}",
    definition_nl=(
        "Personen die in dat jaar als minderjarige nieuwkomer van 2,5 tot 18 jaar in beeld kwamen, naar hun leeftijd "
        "op die dag. Wie in één jaar meer dan eens in beeld kwam, telt met de eerste keer van dat jaar, in de regio "
        "waar hij toen woonde."
    ),
    definition_en=(
        "Persons who came into sight in that year as a minor newcomer aged 2.5 to 18, by their age on that day. "
        "Somebody seen more than once in a year counts with the first time of that year, in the region of residence "
        "on that day."
    ),
    **FIVE_REGIONS.words,
    dimensions=(
        FIVE,
        Dimension(
            "age_group",
            codes=tuple(f"age_{low}_{high}" for low, high in AGE_GROUPS),
            labels={f"age_{low}_{high}": (f"{low}–{high} jaar", f"{low}–{high} years") for low, high in AGE_GROUPS},
        ),
    ),
    sources=INFLOW_SOURCES,
    unit="persons",
    events=minor_inflow,
    years=1,
    notes=(
        OURS,
        Footnote(
            "De leeftijd is bekend in volle jaren: wie 2 jaar is, telt mee, ook vóór 2,5 jaar.",
            "Age is known in completed years: a child of 2 is counted, also before the age of 2.5.",
            at=(f"age_{AGE_GROUPS[0][0]}_{AGE_GROUPS[0][1]}",),
        ),
        Footnote(
            "Hoeveel kinderen bij instroom al in een school ingeschreven waren, is niet bekend.",
            "How many children were already enrolled in a school at inflow is not known.",
        ),
    ),
)

FIGURES = (
    INFLOW,
    replace(
        INFLOW,
        number="2",
        years=2,
        chart="bar",
        same_as="1",
    ),
    replace(
        INFLOW,
        number="3",
        title_nl="Instroom inburgeraars naar doelgroep in {years}",
        title_en="Inflow of civic integration participants by target group, {years}",
        definition_nl=INFLOW.definition_nl + " Doelgroep: zoals bij die eerste instroom.",
        definition_en=INFLOW.definition_en + " Target group: as told at that first inflow.",
        dimensions=(FIVE, Dimension("target_group", "target_group", ("entitled", "obliged", "undetermined"))),
        years=1,
        chart="stacked",
    ),
    MINOR_INFLOW,
    replace(
        MINOR_INFLOW,
        number="36",
        title_nl="Verdeling naar leeftijd in de instroom minderjarige nieuwkomers in {years}",
        title_en="Age distribution of the inflow of minor newcomers, {years}",
        dimensions=MINOR_INFLOW.dimensions[1:],
        share_of={"age_group": "total"},
        years=2,
        chart="share",
        same_as="35",
    ),
    Figure(
        number="37",
        title_nl="Anderstalige kleuters en minderjarige nieuwkomers toegeleid naar onderwijs in {years}",
        title_en="Preschoolers and minor newcomers guided to education, {years}",
        definition_nl=(
            "Verschillende personen die in dat jaar als minderjarige nieuwkomer of anderstalige kleuter naar onderwijs "
            "werden toegeleid, naar de regio van de vestiging die toeleidde."
        ),
        definition_en=(
            "Distinct persons who were guided to education in that year as a minor newcomer or a preschooler who does "
            "not speak Dutch, by the region of the office that guided them."
        ),
        **Scope(
            "AgII en de steden Antwerpen en Gent",
            "AgII and the cities of Antwerp and Ghent",
        ).words,
        dimensions=(EIGHT,),
        sources=("programme.minor_guided", "people.dossier_opened"),
        unit="persons",
        events=minors_guided,
        measure=Measure.PERSONS,
        notes=(
            Footnote(
                "Het totaal telt elke persoon één keer en kan lager zijn dan de som: wie in meer dan één regio "
                "toegeleid werd, telt in elk van die regio's.",
                "The total counts each person once and may be lower than the sum: who was guided in more than one "
                "region counts in each of these regions.",
                at=(TOTAL,),
            ),
        ),
    ),
)
