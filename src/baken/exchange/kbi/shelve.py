"""From `Told` to facts: the facts' side of the mapping, written."""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from baken.exchange.kbi.rows import Keeper
from baken.exchange.kbi.shape import Told, Values
from baken.exchange.kbi.standing import records_of, stored
from baken.ledger.facts import RegisterFact
from baken.ledger.subjects import reserve


def facts_of(told: Told, dossier: int, told_on: date, keeper: Keeper) -> list[RegisterFact]:
    """Facts, not yet saved, for everything in a dossier's tree that does not stand yet.

    told: compared with what stands, its subjects numbered. told_on: the day of the message.
    """
    return [_fact(below, above, dossier, told_on, keeper) for below, above in _family(told) if below.fact is None]


def _family(told: Told, above: Told | None = None) -> Iterator[tuple[Told, Told | None]]:
    """Everything in the tree, in order, each with what it hangs below."""
    yield told, above
    for tolds in told.below.values():
        for below in tolds:
            yield from _family(below, told)


def number_subjects(tolds: list[Told]) -> None:
    """Give every new subject in these dossiers (a contract, an enrolment …) its number."""
    unnumbered: dict[str, list[Told]] = defaultdict(list)
    for told in tolds:
        for below, _ in _family(told):
            if below.part.fact.opens and below.subject is None:
                unnumbered[below.part.fact.opens].append(below)
    for kind, tolds in unnumbered.items():
        for below, number in zip(tolds, reserve(kind, len(tolds)), strict=True):
            below.subject = number


def _fact(told: Told, above: Told | None, dossier: int, told_on: date, keeper: Keeper) -> RegisterFact:
    fact_type = told.part.fact
    values = dict(told.values)
    for record in records_of(told.part):
        if record.column in values:
            values[record.column] = keeper.keep(record, values[record.column])
    columns = {stored(column): value for column, value in values.items()}
    columns |= dict(told.part.fixed) | told.part.derive(told.values) | _day(told, above, told_on)
    for opener in (told, above):
        if opener is not None and opener.part.fact.opens:
            columns[opener.part.fact.opens] = opener.subject
    written = json.dumps(told.written, ensure_ascii=False, sort_keys=True) if told.written else None
    return fact_type(dossier=dossier, place=told.place, as_written=written, **columns)


def _day(told: Told, above: Told | None, told_on: date) -> Values:
    """The day of a fact whose element gives none: the nearest that is told, not after a day that must follow it."""
    if "occurred_on" in told.values:
        return {}
    around = above.values if above is not None else {}
    near = [source[column] for column in told.part.fallbacks for source in (told.values, around) if column in source]
    if "occurred_on" in around:
        near.append(around["occurred_on"])
    follow = [
        told.values[later]
        for later, earlier in told.part.fact.not_before.items()
        if earlier == "occurred_on" and later in told.values
    ]
    nearest = near[0] if near else told_on
    return {"occurred_on": min([nearest, *follow]), "undated": True}
