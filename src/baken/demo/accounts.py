"""The people who work in the demo: one of each role, in the post of somebody whom the caseload tells of."""

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from baken.accounts import acts
from baken.accounts.models import DossierPlace, Post, Team, User
from baken.accounts.roles import POLICY, Reach, Role
from baken.foundation.errors import NotAllowed
from baken.ledger.models import Office
from baken.workplace.models import Task

BY = "demo"
NAMES = {
    Role.COUNSELLOR: ("Noor", "Baert"),
    Role.NT2_CONSULTANT: ("Tom", "Jacobs"),
    Role.MO_TEACHER: ("Amira", "Haddad"),
    Role.PLANNER: ("Wout", "Claes"),
    Role.TEAM_LEAD: ("Els", "Vermeulen"),
    Role.ENFORCEMENT: ("Jan", "De Smet"),
    Role.APPEAL: ("Lieve", "Goossens"),
    Role.REPORTING: ("Dries", "Maes"),
    Role.AUDITOR: ("Fatma", "Yilmaz"),
    Role.ADMINISTRATOR: ("Koen", "Wouters"),
}
"""Invented."""


def make_accounts(*, demo: bool) -> list[Post]:
    """Make them where they are not there yet. Raises NotAllowed outside demo mode."""
    if not demo:
        raise NotAllowed(_("Verzonnen gebruikers horen alleen in de demo."), _("Zet BAKEN_DEMO=1."))
    with transaction.atomic():
        staff_number, office = _busiest()
        team = (
            Team.objects.get_or_create(office=office, name=f"Team {office.name or office.code}")[0] if office else None
        )
        return [_post(role, team, staff_number) for role in Role]


def _busiest() -> tuple[str, Office | None]:
    """The counsellor with the most dossiers that have a task, and the office of these."""
    waiting = DossierPlace.objects.filter(dossier__in=Task.objects.values("dossier")).exclude(counsellor="")
    found = waiting.values("counsellor", "office").annotate(n=Count("dossier")).order_by("-n", "counsellor").first()
    return (found["counsellor"], Office.objects.get(pk=found["office"])) if found else ("", None)


def _post(role: Role, team: Team | None, staff_number: str) -> Post:
    first, last = NAMES[role]
    number = staff_number if role is Role.COUNSELLOR else f"demo-{role.value}"
    user = User.objects.filter(username=role.value).first()
    if user is None:
        user = acts.make_user(role.value, first_name=first, last_name=last, staff_number=number)
    held = user.posts.filter(role=role, given_by=BY).first()
    placed = POLICY[role].reach in (Reach.TEAM, Reach.AGENCY, Reach.CASELOAD)
    if held is None:
        agency = team.office.agency or "" if team else "agii"
        held = acts.give_post(user, role, agency=agency if placed else "", team=team if placed else None, by=BY)
    return held
