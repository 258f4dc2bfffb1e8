"""What an administrator does to the accounts of others; every act is written in the read log."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils.translation import gettext as _

from baken.accounts import acts, looks
from baken.accounts.models import Look, Post, Team, User
from baken.accounts.standing import Standing
from baken.foundation.errors import BadRequest, Conflict, NotAllowed
from baken.ledger.models import Office
from baken.ui.signing_in import one_time_link

Given = ParamSpec("Given")
Result = TypeVar("Result")
ByAdministrator = Callable[Concatenate[Standing, User, Given], Result]


def _written(name: str, *, oneself: bool = False) -> Callable[[ByAdministrator], ByAdministrator]:
    """Allowed, and written in the read log with whose account it was. oneself: whether one may do it to oneself."""

    def decorate(act: ByAdministrator) -> ByAdministrator:
        @wraps(act)
        def written(standing: Standing, user: User, *args: Any, **kwargs: Any) -> Any:
            if not standing.may_act(name) or standing.user is None:
                looks.write(standing, Look.Kind.REFUSED, name)
                raise NotAllowed(_("In uw functie kunt u dit niet doen."))
            if standing.user.pk == user.pk and not oneself:
                raise NotAllowed(
                    _("Aan uw eigen account doet u dit niet zelf."), _("Vraag het aan een andere beheerder.")
                )
            with transaction.atomic():
                result = act(standing, user, *args, **kwargs)
                looks.write(standing, Look.Kind.ACT, name, note=user.username)
            return result

        return written

    return decorate


def _by(standing: Standing) -> str:
    return standing.user.username if standing.user else ""


@_written("accounts.make_user")
def make_user(standing: Standing, user: User) -> User:
    """Keep a new account, as a form filled it in. Raises Conflict, BadRequest."""
    return acts.make_user(
        user.username,
        first_name=user.first_name,
        last_name=user.last_name,
        email=user.email,
        staff_number=user.staff_number or "",
    )


@_written("accounts.give_post")
def give_post(standing: Standing, user: User, role: str, *, agency: str = "", team: Team | None = None) -> Post:
    """Give a post from today. Raises BadRequest, Conflict."""
    return acts.give_post(user, role, agency=agency, team=team, by=_by(standing))


@_written("accounts.end_post")
def end_post(standing: Standing, user: User, number: int) -> Post:
    """Take a post away from today. Raises BadRequest, Conflict."""
    if not user.posts.filter(pk=number).exists():
        raise BadRequest(_("Die functie heeft deze gebruiker niet."))
    return acts.end_post(number)


@_written("accounts.reset_factors")
def reset_factors(standing: Standing, user: User) -> None:
    """Forget all second factors, for who lost theirs; at the next sign-in a new one is asked. Ends every session."""
    Authenticator.objects.filter(user=user).delete()
    _end(user)


@_written("accounts.end_sessions")
def end_sessions(standing: Standing, user: User) -> int:
    """Sign somebody out everywhere; returns on how many devices."""
    return _end(user)


@_written("accounts.give_link")
def give_link(standing: Standing, user: User) -> str:
    """A link by which somebody chooses a password. Raises BadRequest."""
    return one_time_link(user)


@_written("accounts.close")
def close(standing: Standing, user: User) -> None:
    """Nobody signs in with this account any more; what it did stays. Raises Conflict."""
    _set_active(user, active=False)
    _end(user)


@_written("accounts.open")
def reopen(standing: Standing, user: User) -> None:
    """Open a closed account. Raises Conflict."""
    _set_active(user, active=True)


def make_team(standing: Standing, name: str, office: Office) -> Team:
    """A team at an office. Raises NotAllowed, BadRequest, Conflict."""
    if not standing.may_act("accounts.make_team"):
        raise NotAllowed(_("In uw functie kunt u dit niet doen."))
    if not name.strip():
        raise BadRequest(_("Geef het team een naam."))
    if Team.objects.filter(office=office, name__iexact=name.strip()).exists():
        raise Conflict(_("Die vestiging heeft al een team met die naam."))
    with transaction.atomic():
        team = Team.objects.create(name=name.strip()[:120], office=office)
        looks.write(standing, Look.Kind.ACT, "accounts.make_team", note=team.name)
    return team


def _set_active(user: User, *, active: bool) -> None:
    if not User.objects.filter(pk=user.pk, is_active=not active).update(is_active=active):
        raise Conflict(_("Dat is intussen al gebeurd."))


def _end(user: User) -> int:
    ended = list(UserSession.objects.filter(user=user))
    for session in ended:
        session.end()
    return len(ended)
