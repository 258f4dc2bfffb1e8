"""Civic integration contracts: first ones (7-10) and running ones (11, 12)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from baken.figures.counting import (
    AGII,
    by_office,
    first_of,
    in_years,
    last_day,
    of_persons,
    with_target_group,
)
from baken.figures.definitions.inflow import INFLOW_SOURCES, inflow
from baken.figures.definitions.registration import TARGET_GROUP
from baken.figures.definitions.words import FIVE, FIVE_REGIONS, LATEST_TARGET_GROUP, NEW_DECREE, OURS, SIX, SIX_REGIONS
from baken.figures.lazily import ibis
from baken.figures.model import Dimension, Figure, Footnote
from baken.figures.tables import Tables, shared

if TYPE_CHECKING:
    import ibis.expr.types as ir

FIRST_INFLOW = "first_inflow"
FIRST_CONTRACT_AND_INFLOW = "first_contract_and_first_inflow"


@shared
def first_contracts(tables: Tables) -> ir.Table:
    """First contracts of persons, wherever they were signed."""
    return in_years(tables, first_of(of_persons(tables, "programme.contract_signed", "office_id")))


def contracts(tables: Tables) -> ir.Table:
    """First contracts, by office."""
    return by_office(tables, first_contracts(tables), AGII)


def contracts_by_target_group(tables: Tables) -> ir.Table:
    """First contracts, by the target group in force on the day of signing."""
    return with_target_group(tables, contracts(tables))


def contracts_and_inflow(tables: Tables) -> ir.Table:
    """First inflow, and those of them who also signed their first contract in that year."""
    seen = inflow(tables).select("id", "person", "region", "year")
    both = seen.semi_join(first_contracts(tables), ["person", "year"])
    return _measured(both, FIRST_CONTRACT_AND_INFLOW).union(_measured(seen, FIRST_INFLOW))


def _measured(events: ir.Table, measure: str) -> ir.Table:
    return events.mutate(measure=ibis.literal(f"{measure}_") + events.year.cast("string"))


def running(tables: Tables) -> ir.Table:
    """Contracts that ran on 31 December of the last year, by office and the target group in force on that day."""
    day = last_day(tables)
    signed = tables["programme.contract_signed"].select("id", "occurred_on", "person", "office_id", "contract")
    signed = by_office(tables, signed.filter(signed.occurred_on <= day), AGII)
    ended = tables["programme.contract_ended"].select("contract", ended_on="occurred_on")
    standing = signed.anti_join(ended.filter(ended.ended_on <= day), "contract")
    return with_target_group(tables, standing.mutate(occurred_on=day, year=ibis.literal(tables.years.last, "int64")))


CONTRACTS = Figure(
    number="7",
    title_nl="Eerste ondertekende inburgeringscontracten in {years}",
    title_en="First signed civic integration contracts, {years}",
    definition_nl=(
        "Allereerste inburgeringscontracten van een persoon die in dat jaar ondertekend werden, naar de regio van de "
        "vestiging waar dat gebeurde. Latere contracten van dezelfde persoon tellen niet mee."
    ),
    definition_en=(
        "Very first civic integration contracts of a person that were signed in that year, by the region of the office "
        "where this was done. Later contracts of the same person do not count."
    ),
    **SIX_REGIONS.words,
    dimensions=(SIX,),
    sources=("programme.contract_signed", "people.dossier_opened"),
    unit="contracts",
    events=contracts,
    notes=(OURS, NEW_DECREE),
)

RUNNING = Figure(
    number="11",
    title_nl="Lopende inburgeringscontracten naar doelgroep op 31 december {years}",
    title_en="Running contracts by target group on 31 December {years}",
    definition_nl=(
        "Contracten die op 31 december liepen: op of vóór die dag ondertekend en niet op of vóór die dag beëindigd; "
        "naar de regio van de vestiging waar getekend werd en de doelgroep die op 31 december gold."
    ),
    definition_en=(
        "Contracts running on 31 December: signed on or before that day and not ended on or before that day; by the "
        "region of the office where they were signed and the target group in force on 31 December."
    ),
    **SIX_REGIONS.words,
    dimensions=(SIX, TARGET_GROUP),
    sources=(
        "programme.contract_signed",
        "programme.contract_ended",
        "programme.target_group_determined",
        "people.dossier_opened",
    ),
    unit="contracts",
    events=running,
    years=1,
    notes=(OURS, LATEST_TARGET_GROUP),
)

FIGURES = (
    CONTRACTS,
    replace(CONTRACTS, number="8", years=2, chart="bar", same_as="7"),
    replace(
        CONTRACTS,
        number="9",
        title_nl="Eerste ondertekende inburgeringscontracten naar doelgroep in {years}",
        title_en="First signed contracts by target group, {years}",
        dimensions=(SIX, TARGET_GROUP),
        sources=(*CONTRACTS.sources, "programme.target_group_determined"),
        events=contracts_by_target_group,
        years=1,
        notes=(OURS, LATEST_TARGET_GROUP, NEW_DECREE),
        chart="stacked",
    ),
    Figure(
        number="10",
        title_nl="Verhouding tussen inburgeringscontracten en instroom in {years}",
        title_en="First contracts in relation to inflow, {years}",
        definition_nl=(
            "Personen die in dat jaar voor het eerst instroomden (zoals in figuur 1), en hoeveel van hen in datzelfde "
            "jaar ook hun eerste contract ondertekenden, waar dan ook. Regio: woonplaats bij de instroom."
        ),
        definition_en=(
            "Persons who came into sight for the first time in that year (as in figure 1), and how many of them also "
            "signed their first contract in the same year, wherever. Region: residence at inflow."
        ),
        **FIVE_REGIONS.words,
        dimensions=(
            FIVE,
            Dimension(
                "measure",
                codes=(f"{FIRST_CONTRACT_AND_INFLOW}_{{year}}", f"{FIRST_INFLOW}_{{year}}"),
                additive=None,
                labels={
                    f"{FIRST_CONTRACT_AND_INFLOW}_{{year}}": (
                        "Eerst ingestroomd en eerste contract in {year}",
                        "First inflow and first contract in {year}",
                    ),
                    f"{FIRST_INFLOW}_{{year}}": ("Eerst ingestroomd in {year}", "First inflow in {year}"),
                },
            ),
        ),
        sources=(*INFLOW_SOURCES, "programme.contract_signed"),
        unit="persons",
        events=contracts_and_inflow,
        years=1,
        share_of={"measure": f"{FIRST_INFLOW}_{{year}}"},
        notes=(
            Footnote(
                "Wie laat in het jaar instroomde, kan het contract nog in het volgende jaar ondertekenen.",
                "Those who came into sight late in the year may still sign in the next.",
            ),
        ),
    ),
    RUNNING,
    replace(
        RUNNING,
        number="12",
        title_nl="Verdeling van de lopende inburgeringscontracten naar doelgroep op 31 december {years}",
        title_en="Distribution of running contracts by target group on 31 December {years}",
        chart="stacked",
        same_as="11",
    ),
)
