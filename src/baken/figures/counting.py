"""The phrases in which figures are defined: who, where, first ever, in force, in which year.

All of them yield Ibis tables of events: one row per thing counted, with `id`, `occurred_on` and what else was asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from baken.figures.lazily import ibis
from baken.figures.tables import OFFICE, Tables

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


def last_day(tables: Tables) -> ir.DateValue:
    """31 December of the last year asked."""
    return ibis.date(tables.years.last, 12, 31)


def in_years(tables: Tables, events: ir.Table) -> ir.Table:
    """The events of the years asked, with their `year`."""
    asked = events.occurred_on.between(ibis.date(tables.years.first, 1, 1), last_day(tables))
    return events.filter(asked).mutate(year=events.occurred_on.year().cast("int64"))


def of_persons(tables: Tables, label: str, *columns: str) -> ir.Table:
    """Facts of a type about a known person, up to the last year: id, occurred_on, person and the columns asked."""
    facts = tables[label].select("id", "occurred_on", "person", *columns)
    return facts.filter(facts.person.notnull(), facts.occurred_on <= last_day(tables))


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


def facts_by_office(tables: Tables, label: str, regions: Iterable[str], *columns: str) -> ir.Table:
    """Facts of a type in the years asked, by the region of the office where the act took place."""
    facts = in_years(tables, tables[label].select("id", "occurred_on", "office_id", *columns))
    return by_office(tables, facts, regions)


def in_force(events: ir.Table, history: ir.Table, column: str) -> ir.Table:
    """`id` and `column` of the events whose person has a history: what was told last among what held on that day.

    history: person, since (a day), moment and `column`, never null; it may say `until` which day (not included).
    """
    held = events.select("id", "person", "occurred_on").join(history, "person")
    held = held.filter(held.since <= held.occurred_on)
    if "until" in history.columns:
        held = held.filter(held.until.isnull() | (held.until > held.occurred_on))
    return held.group_by("id").agg(held[column].argmax(held.moment).name(column))


def by_residence(tables: Tables, events: ir.Table, regions: Iterable[str]) -> ir.Table:
    """The events of persons who lived in these regions on that day, with their `region`."""
    told = of_persons(tables, "people.residence_registered", "municipality")
    homes = told.select("person", "municipality", since="occurred_on", moment=moment(told))
    places = tables["municipality"].select(municipality="code", region="region")
    home = in_force(events, homes, "municipality").join(
        places.filter(places.region.isin(tuple(regions))), "municipality"
    )
    return events.join(home.select("id", "region"), "id")


def with_target_group(tables: Tables, events: ir.Table) -> ir.Table:
    """The events with the target group in force on their day; `undetermined` where none is."""
    told = of_persons(tables, "programme.target_group_determined", "target_group", "until")
    group = told.target_group.fill_null("undetermined")
    history = told.select("person", "until", since="occurred_on", moment=moment(told), target_group=group)
    events = events.left_join(in_force(events, history, "target_group"), "id").drop("id_right")
    return events.mutate(target_group=events.target_group.fill_null("undetermined"))


def with_printed_language(tables: Tables, events: ir.Table) -> ir.Table:
    """The events with `language` as the printed tables name it; a language they do not print keeps its code."""
    names = tables["language"].select(language="code", printed="figure")
    events = events.left_join(names.filter(names.printed != ""), "language").drop("language_right")
    return events.mutate(language=ibis.coalesce(events.printed, events.language)).drop("printed")
