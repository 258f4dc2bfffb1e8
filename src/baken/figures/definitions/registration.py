"""Registrations at an agency (4-6)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from baken.figures.counting import AGII, by_office, first_of, in_years, of_persons, with_target_group
from baken.figures.definitions.words import LATEST_TARGET_GROUP, NEW_DECREE, OURS, SIX, SIX_REGIONS
from baken.figures.model import Dimension, Figure
from baken.figures.tables import Tables, shared

if TYPE_CHECKING:
    import ibis.expr.types as ir

TARGET_GROUP = Dimension("target_group", "target_group", ("entitled", "obliged", "undetermined"))


@shared
def registrations(tables: Tables) -> ir.Table:
    """First registrations of persons (of type `first`), by office."""
    facts = of_persons(tables, "programme.registered", "office_id", "kind")
    return by_office(tables, in_years(tables, first_of(facts.filter(facts.kind == "first"))), AGII)


def registrations_by_target_group(tables: Tables) -> ir.Table:
    """First registrations, by the target group in force on that day."""
    return with_target_group(tables, registrations(tables))


REGISTRATIONS = Figure(
    number="4",
    title_nl="Aanmeldingen inburgeraars in {years}",
    title_en="Registrations of participants, {years}",
    definition_nl=(
        "Personen die zich in dat jaar voor het eerst aanmeldden (eerste aanmelding ooit, geen heraanmelding), naar "
        "de regio van de vestiging waar dat gebeurde. Elke persoon telt één keer, bij welk agentschap ook."
    ),
    definition_en=(
        "Persons who registered in that year for the first time ever (a first, not a renewed registration), by the "
        "region of the office where they did. Each person counts once, at whichever agency."
    ),
    **SIX_REGIONS.words,
    dimensions=(SIX,),
    sources=("programme.registered", "people.dossier_opened"),
    unit="persons",
    events=registrations,
    notes=(OURS, NEW_DECREE),
)

FIGURES = (
    REGISTRATIONS,
    replace(REGISTRATIONS, number="5", years=2, chart="bar", same_as="4"),
    replace(
        REGISTRATIONS,
        number="6",
        title_nl="Aanmeldingen inburgeraars naar doelgroep in {years}",
        title_en="Registrations by target group, {years}",
        dimensions=(SIX, TARGET_GROUP),
        sources=(*REGISTRATIONS.sources, "programme.target_group_determined"),
        events=registrations_by_target_group,
        years=1,
        notes=(OURS, LATEST_TARGET_GROUP, NEW_DECREE),
        chart="stacked",
    ),
)
