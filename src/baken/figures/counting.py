"""The phrases in which figures are defined: who, where, first ever, in force, in which year.

All of them yield Ibis tables of events: one row per thing counted, with `id`, `occurred_on` and what else was asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from baken.figures.lazily import ibis
from baken.figures.model import Years
from baken.figures.tables import OFFICE, Tables, shared

if TYPE_CHECKING:
    import ibis.expr.types as ir

AGII = ("antwerp_province", "brussels", "limburg", "east_flanders", "flemish_brabant", "west_flanders")
AGII_WITHOUT_BRUSSELS = tuple(region for region in AGII if region != "brussels")
EIGHT_AREAS = (*AGII, "city_antwerp", "city_ghent")

IDS = 2**40
"""More than there will ever be facts: day * IDS + id orders facts by day, then by number, in one whole number."""


def moment(facts: ir.Table) -> ir.IntegerColumn:
    """A fact's place in time: later days are larger, on one day the later recorded fact is."""
    return facts.occurred_on.epoch_days().cast("int64") * IDS + facts.id


def in_years(events: ir.Table, years: Years) -> ir.Table:
    """The events of these calendar years, with their `year`."""
    first, last = ibis.date(years.first, 1, 1), ibis.date(years.last, 12, 31)
    return events.filter(events.occurred_on.between(first, last)).mutate(year=events.occurred_on.year().cast("int64"))


@shared
def persons(tables: Tables) -> ir.Table:
    """dossier → person, as known then; where a dossier was opened twice, as told last."""
    opened = tables["people.dossier_opened"]
    return opened.group_by("dossier").agg(person=opened.person.argmax(opened.id))


def of_persons(tables: Tables, label: str, *columns: str) -> ir.Table:
    """Facts of a type with the `person` they concern: id, occurred_on, person and the columns asked."""
    facts = tables[label].select("id", "occurred_on", "dossier", *columns)
    return facts.join(persons(tables), "dossier").drop("dossier")


def first_of(events: ir.Table, *by: str) -> ir.Table:
    """Of each person (or of each `by`) the first of these events: by day, then by number."""
    events = events.mutate(moment=moment(events))
    first = events.group_by(by or ("person",)).agg(moment=events.moment.min())
    return events.semi_join(first, "moment").drop("moment")


def last_of(events: ir.Table, *by: str) -> ir.Table:
    """Of each `by` the last of these events: by day, then by number."""
    events = events.mutate(moment=moment(events))
    last = events.group_by(by).agg(moment=events.moment.max())
    return events.semi_join(last, "moment").drop("moment")


def by_office(tables: Tables, events: ir.Table, regions: Iterable[str]) -> ir.Table:
    """The events at an office in these regions, with the office's `region`."""
    offices = tables[OFFICE].select(office_id="id", region="region")
    return events.join(offices.filter(offices.region.isin(tuple(regions))), "office_id").drop("office_id")


def facts_by_office(tables: Tables, label: str, years: Years, regions: Iterable[str], *columns: str) -> ir.Table:
    """Facts of a type in these years, by the region of the office where the act took place."""
    facts = in_years(tables[label].select("id", "occurred_on", "office_id", *columns), years)
    return by_office(tables, facts, regions)


def as_of(events: ir.Table, history: ir.Table, column: str) -> ir.Table:
    """`id` and `column` of the events whose person has a history: what held on the event's day.

    history: person, since (a day), moment and `column`, never null; on one day the later recorded row holds.
    """
    held = events.select("id", "person", "occurred_on").join(history, "person")
    held = held.filter(held.since <= held.occurred_on)
    return held.group_by("id").agg(held[column].argmax(held.moment).name(column))


@shared
def residences(tables: Tables) -> ir.Table:
    """Since when each person lived in which region (empty for a municipality that is on no list)."""
    facts = of_persons(tables, "people.residence_registered", "municipality")
    places = tables["municipality"].select(municipality="code", region="region")
    facts = facts.left_join(places, "municipality").mutate(moment=moment(facts))
    return facts.select("person", "moment", since="occurred_on", region=facts.region.fill_null(""))


def by_residence(tables: Tables, events: ir.Table, regions: Iterable[str]) -> ir.Table:
    """The events of persons who lived in these regions on that day, with their `region`."""
    regional = events.join(as_of(events, residences(tables), "region"), "id")
    return regional.filter(regional.region.isin(tuple(regions)))


@shared
def target_groups(tables: Tables) -> ir.Table:
    """Since when, and until which day (not included), each person belonged to which target group."""
    facts = of_persons(tables, "programme.target_group_determined", "target_group", "until")
    return facts.select(
        "person",
        "until",
        since="occurred_on",
        moment=moment(facts),
        target_group=facts.target_group.fill_null("undetermined"),
    )


def with_target_group(tables: Tables, events: ir.Table) -> ir.Table:
    """The events with the target group in force on their day; `undetermined` where none is."""
    history = target_groups(tables)
    held = events.select("id", "person", "occurred_on").join(history, "person")
    held = held.filter(held.since <= held.occurred_on, held.until.isnull() | (held.until > held.occurred_on))
    in_force = held.group_by("id").agg(target_group=held.target_group.argmax(held.moment))
    events = events.left_join(in_force, "id").drop("id_right")
    return events.mutate(target_group=events.target_group.fill_null("undetermined"))


def with_printed_language(tables: Tables, events: ir.Table) -> ir.Table:
    """The events with `language` as the printed tables name it; a language they do not print keeps its code."""
    names = tables["language"].select(language="code", printed="figure")
    names = names.filter(names.printed != "")
    events = events.left_join(names, "language").drop("language_right")
    return events.mutate(language=ibis.coalesce(events.printed, events.language)).drop("printed")
