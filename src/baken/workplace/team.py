"""The team: how much everybody follows, whose dossiers, and handing these over."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from baken.accounts import looks
from baken.accounts.models import DossierPlace, Look, Post, User
from baken.accounts.roles import Role
from baken.accounts.standing import Standing
from baken.foundation import clock
from baken.foundation.errors import BadRequest, NotAllowed
from baken.ledger.append import append
from baken.people.models import Note
from baken.programme.facts import CounsellorAssigned
from baken.ui.acting import acts
from baken.ui.acting.doing import actor, require, source
from baken.workplace.finding import counsellor_names
from baken.workplace.models import Task
from baken.workplace.queries import SOON, my_places

ASSIGN = "programme.assign_counsellor"
FOLLOWING = (Role.COUNSELLOR, Role.TEAM_LEAD)
"""Who can follow dossiers."""
MOST = 200
"""Dossiers handed over at once."""


@dataclass(frozen=True, slots=True)
class Load:
    """What somebody follows: dossiers, those with tasks, tasks that are late and due within a month.

    staff_number: "" for the dossiers that nobody follows.
    """

    staff_number: str
    name: str
    dossiers: int
    waiting: int
    late: int
    soon: int


def places(standing: Standing) -> QuerySet[DossierPlace]:
    """The dossiers of one's team; of the agency for who has no team."""
    found = DossierPlace.objects.filter(standing.within())
    team = standing.post.team if standing.post else None
    return found.filter(office=team.office_id) if team else found


def loads(standing: Standing) -> list[Load]:
    """How much everybody of the team follows, who has most that is late first."""
    mine = places(standing)
    total: dict[str, int] = dict(mine.values_list("counsellor").annotate(n=Count("dossier")).order_by())
    waiting = _waiting(mine)
    names = counsellor_names(total)
    found = [
        Load(number, names.get(number, number), count, *waiting.get(number, (0, 0, 0)))
        for number, count in total.items()
    ]
    return sorted(found, key=lambda load: (-load.late, -load.soon, load.name))


def _waiting(mine: QuerySet[DossierPlace]) -> dict[str, tuple[int, int, int]]:
    today = clock.today()
    near = Count("id", filter=Q(due__range=(today, today + SOON)))
    found = Task.objects.filter(dossier__in=mine.values("dossier")).values_list("dossier").order_by()
    counted = list(found.annotate(late=Count("id", filter=Q(due__lt=today)), near=near))
    of = dict(mine.filter(dossier__in=Task.objects.values("dossier")).values_list("dossier", "counsellor"))
    sums: dict[str, list[int]] = {}
    for dossier, late, soon in counted:
        sum_ = sums.setdefault(of[dossier], [0, 0, 0])
        sum_[0], sum_[1], sum_[2] = sum_[0] + 1, sum_[1] + late, sum_[2] + soon
    return {number: (told[0], told[1], told[2]) for number, told in sums.items()}


def cases(standing: Standing, counsellor: str | None) -> QuerySet[DossierPlace]:
    """The dossiers of a counsellor ("": of nobody) in one's team; None, or without that page: one's own."""
    if counsellor is None or not standing.opens("team"):
        return my_places(standing)
    return places(standing).filter(counsellor=counsellor)


def colleagues(standing: Standing) -> Sequence[User]:
    """Who can follow dossiers in one's team, or in the agency for who has no team."""
    post, today = standing.post, clock.today()
    if post is None:
        return []
    held = Post.objects.filter(role__in=FOLLOWING, since__lte=today).filter(Q(until__isnull=True) | Q(until__gt=today))
    held = held.filter(team=post.team) if post.team else held.filter(agency=post.agency)
    known = User.objects.filter(posts__in=held, is_active=True, staff_number__isnull=False).distinct()
    return list(known.order_by("last_name", "first_name"))


def hand_over(
    standing: Standing, dossiers: Collection[int], to: str, *, note: str, seen: int, request: str = ""
) -> int:
    """From today a colleague follows these dossiers, in one append; returns how many. All, or none.

    to: a staff number; note: what the next should know, kept for each dossier apart so that it can be erased;
    seen: the append as of which the list was read. Raises BadRequest, NotAllowed, Conflict.
    """
    if not dossiers:
        raise BadRequest(_("U koos geen dossier."), _("Vink aan wat u overdraagt."))
    if len(set(dossiers)) > MOST:
        raise BadRequest(_("Dat zijn er te veel tegelijk."), _("Draag er hoogstens %(n)s tegelijk over.") % {"n": MOST})
    if to not in {user.staff_number for user in colleagues(standing)}:
        raise NotAllowed(_("Aan die persoon kunt u geen dossiers overdragen."), _("Kies iemand van uw team."))
    for dossier in sorted(set(dossiers)):
        require(standing, acts()[ASSIGN], dossier)
    with transaction.atomic():
        facts = [_assigned(dossier, to, note) for dossier in sorted(set(dossiers))]
        append(facts, by=actor(standing), source=source(standing), seen=seen)
        for fact in facts:
            looks.write(standing, Look.Kind.ACT, ASSIGN, dossier=fact.dossier, request=request)
    return len(facts)


def _assigned(dossier: int, to: str, note: str) -> CounsellorAssigned:
    fact = CounsellorAssigned(dossier=dossier, occurred_on=clock.today(), counsellor=to)
    if note.strip():
        fact.note = Note.objects.create(body=note.strip()[:4000]).pk
    return fact
