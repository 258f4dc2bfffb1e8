"""A study as tables: the outcomes, the groups, and who went from what to what. Codes stay codes, amounts are euros."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from baken.law.expression import Kind
from baken.law.study import ALL, CLASSES, Tally
from baken.statistics.study.run import Run

Row = dict[str, Any]


def outcomes(run: Run) -> list[Row]:
    """A row per outcome that the reform can change, for everybody."""
    return [_row(run, run.tally(rule)) for rule in run.asked]


def groups(run: Run) -> list[Row]:
    """A row per outcome, grouping and group; an empty group: not known."""
    return [_row(run, tally) for rule in run.asked for tally in run.study.tallies if of_group(tally, rule)]


def of_group(tally: Tally, rule: str) -> bool:
    """Whether it is about part of the people."""
    return tally.rule == rule and tally.dimension != ALL


def moves(run: Run) -> list[Row]:
    """How many go from one outcome to another; empty: not known."""
    return [
        {"rule": move.rule, "before": move.before, "after": move.after, "people": move.people}
        for move in run.study.moves
    ]


def _row(run: Run, tally: Tally) -> Row:
    kind = run.after.rules[tally.rule].kind
    named = {} if tally.dimension == ALL else {"dimension": tally.dimension, "group": tally.group}
    counts = {name: tally.counts[name] for name in CLASSES}
    share = None if not tally.people else round(Decimal(100 * tally.changed) / tally.people, 2)
    bounds = {"changed": tally.changed, "changed_at_most": tally.at_most, "changed_percent": share}
    return {"rule": tally.rule, **named, "people": tally.people, **counts, **bounds, **dict(_sums(tally, kind))}


def _sums(tally: Tally, kind: Kind) -> Iterator[tuple[str, Any]]:
    """Sums of what is known before and after, their difference, and what it can still become."""
    difference = None if tally.before is None or tally.after is None else tally.after - tally.before
    sums = (tally.before, tally.after, difference, tally.low, tally.high)
    for name, amount in zip(("before", "after", "difference", "difference_low", "difference_high"), sums, strict=True):
        yield name, Decimal(amount) / 100 if kind is Kind.MONEY and amount is not None else amount


def as_data(run: Run) -> dict[str, Any]:
    """The whole study as data."""
    reform = run.reform
    return {
        "reform": reform.name,
        "label": reform.nl,
        "description": reform.en,
        "state": reform.state,
        "sources": [str(source) for source in reform.sources],
        "from": reform.since.isoformat() if reform.since else None,
        "on": run.on.isoformat(),
        "rows": run.study.people,
        "population": run.people.source,
        "snapshot": run.people.seal or None,
        "drawn": list(run.people.drawn),
        "missing": dict(run.missing),
        "digests": {"reform": reform.digest, "law": run.before.digest, "law_as_proposed": run.after.digest},
        "outcomes": outcomes(run),
        "groups": groups(run),
        "moves": moves(run),
    }
