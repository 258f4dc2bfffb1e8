"""My day: what others changed since one last looked, and whom one meets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from baken.accounts.roles import group_of
from baken.accounts.standing import Standing
from baken.foundation import clock
from baken.ledger.facts import fact_type
from baken.ledger.file import Row, facts_of
from baken.ledger.models import Append, DossierHead
from baken.programme.acts.appointments import hour
from baken.programme.queries import appointments
from baken.workplace.finding import counsellor_names
from baken.workplace.models import Seen
from baken.workplace.queries import my_places, names_of

SHOWN = 10
WEEK = timedelta(days=6)
UNCLOSED = timedelta(days=30)
"""How long an appointment that nobody closed is asked about."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A dossier that somebody else changed since one last looked: what, by whom, when."""

    dossier: int
    name: str
    what: tuple[str, ...]
    by: str
    append: Append


@dataclass(frozen=True, slots=True)
class Meeting:
    """An appointment. late: its day is past and nobody said whether it took place."""

    dossier: int
    name: str
    day: date
    hour: str
    channel: str
    late: bool


def changed(standing: Standing) -> list[Changed]:
    """The dossiers that one follows and that others changed since one last looked, the latest first."""
    if standing.user is None:
        return []
    since = Seen.objects.filter(user=standing.user).values_list("append", flat=True).first() or 0
    mine = my_places(standing).values("dossier")
    heads = DossierHead.objects.filter(dossier__in=mine, last_append__gt=since).order_by("-last_append")[:SHOWN]
    dossiers = [head.dossier for head in heads]
    told = _since(facts_of(dossiers), since, standing)
    appends = Append.objects.in_bulk({number for facts in told.values() for number, _title in facts})
    own = standing.user.staff_number or ""
    return _changed(dossiers, told, appends, own, standing)


def _since(rows: Mapping[str, list[Row]], since: int, standing: Standing) -> dict[int, list[tuple[int, str]]]:
    """{dossier: (append, title)} of what was told or taken back since, as far as one may read it."""
    found: dict[int, list[tuple[int, str]]] = {}
    for label, facts in rows.items():
        if not standing.reads(group_of(label)):
            continue
        title = str(fact_type(label)._meta.verbose_name)
        for row in facts:
            last = max(row["appended_in"], row["retracted_in"] or 0)
            if last > since:
                found.setdefault(row["dossier"], []).append((last, title))
    return found


def _changed(
    dossiers: list[int],
    told: Mapping[int, list[tuple[int, str]]],
    appends: Mapping[int, Append],
    own: str,
    standing: Standing,
) -> list[Changed]:
    names = names_of(dossiers, standing)
    who = counsellor_names(append.recorded_by for append in appends.values())
    found = []
    for dossier in dossiers:
        others = sorted(
            ((n, title) for n, title in told.get(dossier, ()) if appends[n].recorded_by != own), reverse=True
        )
        if others:
            last = appends[others[0][0]]
            what = tuple(dict.fromkeys(title for _n, title in others))
            by = who.get(last.recorded_by, last.recorded_by)
            found.append(Changed(dossier, names.get(dossier, ""), what[:3], by, last))
    return found


def meetings(standing: Standing) -> list[Meeting]:
    """One's appointments of today and the six days after, and those of the last month that nobody closed."""
    number = standing.user.staff_number if standing.user else None
    if not number:
        return []
    today = clock.today()
    listed = appointments(number, today - UNCLOSED, today + WEEK)
    seen = set(
        my_places(standing).filter(dossier__in={one.dossier for one in listed}).values_list("dossier", flat=True)
    )
    names = names_of(seen, standing)
    return [
        Meeting(
            one.dossier,
            names.get(one.dossier, ""),
            one.day,
            hour(one.minute) if one.minute is not None else "",
            one.channel,
            one.day < today,
        )
        for one in listed
        if one.dossier in seen
    ]
