"""Reads of the workplace: my day, the team, what changed, people found."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from baken.accounts.models import DossierPlace, Post, User
from baken.accounts.roles import Group
from baken.accounts.standing import Standing
from baken.foundation import clock
from baken.ledger.models import Append, DossierHead
from baken.people.models import Identity
from baken.workplace.models import Seen, Task


@dataclass(frozen=True, slots=True)
class Duty:
    """A task as a list shows it. days: until the last day, negative when it is past; None where the day is not known."""

    dossier: int
    name: str
    term: str
    due: date | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Changed:
    """A dossier that somebody else changed since one last looked."""

    dossier: int
    name: str
    append: Append


@dataclass(frozen=True, slots=True)
class Load:
    """A member of the team: dossiers with tasks, overdue and within a month."""

    user: User | None
    staff_number: str
    dossiers: int
    overdue: int
    soon: int


def my_places(standing: Standing) -> QuerySet[DossierPlace]:
    """The dossiers that one follows oneself."""
    number = standing.user.staff_number if standing.user else None
    return DossierPlace.objects.filter(counsellor=number) if number else DossierPlace.objects.none()


def duties(places: QuerySet[DossierPlace], chosen: dict[str, str], limit: int = 50) -> tuple[list[Task], int]:
    """Tasks of these dossiers, the most urgent first; and how many there are. chosen: term, within (days), open."""
    found = Task.objects.filter(dossier__in=places.values("dossier"))
    if chosen.get("term"):
        found = found.filter(term=chosen["term"])
    if chosen.get("when") == "late":
        found = found.filter(due__lt=clock.today())
    elif chosen.get("when") == "month":
        found = found.filter(due__range=(clock.today(), date.fromordinal(clock.today().toordinal() + 31)))
    elif chosen.get("when") == "open":
        found = found.filter(due__isnull=True)
    ordered = found.order_by(F("due").asc(nulls_last=True), "dossier", "id")
    return list(ordered[:limit]), found.count()


def shown(tasks: Iterable[Task], standing: Standing) -> list[Duty]:
    """Tasks with the names of whom they are about, as far as these may be read."""
    listed, today = list(tasks), clock.today()
    names = names_of([task.dossier for task in listed], standing)
    return [
        Duty(
            task.dossier,
            names.get(task.dossier, ""),
            task.term,
            task.due,
            (task.due - today).days if task.due else None,
        )
        for task in listed
    ]


def names_of(dossiers: Iterable[int], standing: Standing) -> dict[int, str]:
    """{dossier: name}; empty where identity may not be read."""
    if not standing.reads(Group.IDENTITY):
        return {}
    persons = dict(DossierPlace.objects.filter(dossier__in=set(dossiers)).values_list("dossier", "person"))
    names = {one.person: one for one in Identity.objects.filter(person__in=persons.values())}
    return {
        dossier: f"{names[person].family_name}, {names[person].given_names}".strip(", ")
        for dossier, person in persons.items()
        if person in names
    }


def changed(standing: Standing, limit: int = 10) -> list[Changed]:
    """The dossiers that one follows and that others changed since one last looked, the latest first."""
    if standing.user is None:
        return []
    since = Seen.objects.filter(user=standing.user).values_list("append", flat=True).first() or 0
    places = my_places(standing).values("dossier")
    heads = list(DossierHead.objects.filter(dossier__in=places, last_append__gt=since).order_by("-last_append")[:limit])
    own = standing.user.staff_number or ""
    appends = Append.objects.in_bulk({head.last_append for head in heads})
    names = names_of([head.dossier for head in heads], standing)
    told = [Changed(head.dossier, names.get(head.dossier, ""), appends[head.last_append]) for head in heads]
    return [one for one in told if one.append.recorded_by != own]


def team_load(standing: Standing) -> list[Load]:
    """How much everybody of one's team or agency follows."""
    if standing.post is None:
        return []
    places = DossierPlace.objects.filter(standing.within()).exclude(counsellor="")
    if standing.post.team is not None:
        places = places.filter(office=standing.post.team.office_id)
    today = clock.today()
    soon = date.fromordinal(today.toordinal() + 31)
    tasks = (
        Task.objects.filter(dossier__in=places.values("dossier"))
        .values("dossier")
        .annotate(late=Count("id", filter=Q(due__lt=today)), near=Count("id", filter=Q(due__range=(today, soon))))
    )
    counsellor = dict(places.values_list("dossier", "counsellor"))
    totals: dict[str, list[int]] = {}
    for row in tasks:
        total = totals.setdefault(counsellor[row["dossier"]], [0, 0, 0])
        for place, count in enumerate((1, row["late"], row["near"])):
            total[place] += count
    users = {user.staff_number: user for user in User.objects.filter(staff_number__in=totals)}
    return [Load(users.get(number), number, *totals[number]) for number in sorted(totals)]


def colleagues(standing: Standing) -> list[Post]:
    """The posts of one's team today, to hand cases over to."""
    if standing.post is None or standing.post.team is None:
        return []
    today = clock.today()
    posts = Post.objects.filter(team=standing.post.team, since__lte=today).select_related("user")
    return list(
        posts.filter(Q(until__isnull=True) | Q(until__gt=today)).order_by("user__last_name", "user__first_name")
    )
