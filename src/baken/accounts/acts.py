"""What administrators do to accounts, and what users do about their own reach."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from baken.accounts import looks
from baken.accounts.models import DossierPlace, Glass, Look, Post, Team, User
from baken.accounts.roles import POLICY, Reach, Role
from baken.accounts.standing import Standing, running_posts
from baken.foundation import clock
from baken.foundation.errors import BadRequest, Conflict, NotAllowed

GLASS_STAYS_OPEN = timedelta(hours=8)
"""A working day."""
LEAST_REASON = 10
"""Characters: enough for words, too many for a dot."""


def break_glass(standing: Standing, dossier: int, reason: str, request: str = "") -> Glass:
    """Open a dossier outside one's reach for a working day. Raises NotAllowed, BadRequest."""
    if standing.user is None or not standing.entitlement.breaks_glass:
        looks.write(standing, Look.Kind.REFUSED, "glass", dossier=dossier, request=request)
        raise NotAllowed(_("In uw functie kunt u geen dossier uitzonderlijk openen."))
    if len(reason.strip()) < LEAST_REASON:
        raise BadRequest(_("Zeg in enkele woorden waarom u dit dossier nodig hebt."))
    place = DossierPlace.objects.filter(dossier=dossier).first()
    if place is None:
        raise BadRequest(_("Dat dossier bestaat niet."))
    with transaction.atomic():
        looks.write(standing, Look.Kind.GLASS, "glass", dossier=dossier, note=reason.strip(), request=request)
        return Glass.objects.create(
            user=standing.user,
            agency=standing.post.agency if standing.post else "",
            dossier=dossier,
            reason=reason.strip()[:500],
            until=clock.now() + GLASS_STAYS_OPEN,
        )


def overseen(standing: Standing) -> QuerySet[Glass]:
    """What was opened exceptionally as far as somebody looks at it afterwards: by one's agency, or in its dossiers."""
    if not standing.opens("glass"):
        return Glass.objects.none()
    if standing.entitlement.reach is Reach.ALL:
        return Glass.objects.all()
    agency = standing.post.agency if standing.post else ""
    about = DossierPlace.objects.filter(standing.within()).values("dossier")
    return Glass.objects.filter(Q(agency=agency) | Q(dossier__in=about)) if agency else Glass.objects.none()


def review_glass(standing: Standing, number: int, *, approved: bool) -> Glass:
    """Say afterwards whether it was right. Raises NotAllowed, Conflict when somebody said so already."""
    if standing.user is None or not standing.opens("glass"):
        raise NotAllowed(_("Alleen een teamverantwoordelijke of auditor kijkt dit na."))
    with transaction.atomic():
        glass = overseen(standing).select_for_update().filter(pk=number).first()
        if glass is None:
            raise NotAllowed(_("Dit gaat niet over uw agentschap."))
        if glass.user_id == standing.user.pk:
            raise NotAllowed(_("Wat u zelf opende, kijkt iemand anders na."))
        if glass.seen_at is not None:
            raise Conflict(_("Dit is al nagekeken."))
        glass.seen_by, glass.seen_at, glass.approved = standing.user, clock.now(), approved
        glass.save(update_fields=["seen_by", "seen_at", "approved"])
        note = _("terecht") if approved else _("niet terecht")
        looks.write(standing, Look.Kind.ACT, "glass.review", dossier=glass.dossier, note=note)
    return glass


def choose_post(user: User, number: int) -> Post:
    """Work from now on in another of one's posts. Raises NotAllowed."""
    chosen = next((post for post in running_posts(user) if post.pk == number), None)
    if chosen is None:
        raise NotAllowed(_("Die functie hebt u niet."))
    user.chosen_post = chosen
    user.save(update_fields=["chosen_post"])
    return chosen


def make_user(
    username: str, *, first_name: str = "", last_name: str = "", email: str = "", staff_number: str = ""
) -> User:
    """An account without a password: the person chooses one, or signs in by ACM/IDM. Raises Conflict, BadRequest."""
    if User.objects.filter(username__iexact=username).exists():
        raise Conflict(_("Er is al een gebruiker met die naam."))
    if staff_number and User.objects.filter(staff_number=staff_number).exists():
        raise Conflict(_("Dat personeelsnummer is al van iemand anders."))
    user = User(
        username=username, first_name=first_name, last_name=last_name, email=email, staff_number=staff_number or None
    )
    try:
        user.clean_fields(exclude=["password"])
    except ValidationError as error:
        raise BadRequest(" ".join(error.messages)) from error
    user.set_unusable_password()
    user.save()
    return user


def give_post(user: User, role: str, *, agency: str = "", team: Team | None = None, by: str = "") -> Post:
    """Give somebody a post from today. Raises BadRequest where the role needs a team or an agency, Conflict if held."""
    if role not in Role.values:
        raise BadRequest(_("Er is geen rol “%(role)s”.") % {"role": role}, ", ".join(Role.values))
    reach = POLICY[Role(role)].reach
    agency = agency or (team.office.agency or "" if team else "")
    if reach in (Reach.TEAM, Reach.AGENCY) and not agency:
        raise BadRequest(_("Bij deze rol hoort een team of een agentschap."))
    if any(post.role == role and post.team == team and post.agency == agency for post in running_posts(user)):
        raise Conflict(_("Die functie heeft deze gebruiker al."))
    return Post.objects.create(user=user, role=role, agency=agency, team=team, since=clock.today(), given_by=by)


def end_post(number: int) -> Post:
    """Take a post away from today. Raises Conflict when it ended already."""
    with transaction.atomic():
        post = Post.objects.select_for_update().get(pk=number)
        today = clock.today()
        if post.until is not None and post.until <= today:
            raise Conflict(_("Die functie is al beëindigd."))
        post.until = max(today, post.since)
        post.save(update_fields=["until"])
    return post
