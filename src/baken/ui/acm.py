"""Signing in through ACM/IDM of the Flemish government, or another OpenID Connect provider.

Claims and role codes: authenticatie.vlaanderen.be/docs. A role comes as `NAME:ORGANISATION` in the claim that
`BAKEN_OIDC_ROLE_CLAIM` names; the posts that it gives replace those of an earlier sign-in.
"""

from typing import Any

from allauth.account.utils import user_username
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render
from django.utils.translation import gettext as _

from baken.accounts import acts
from baken.accounts.models import Post, Team, User
from baken.accounts.roles import Role
from baken.accounts.standing import running_posts
from baken.foundation.codelists import codelist

GIVEN_BY = "acm"
ROLES = {f"Baken{role.value.title().replace('_', '')}": role for role in Role}
"""`BakenTrajectbegeleider` in WebIDM is to be configured as `BakenCounsellor`."""


class Adapter(DefaultSocialAccountAdapter):
    """Lets in who has a role with us, and gives the posts that the claims tell."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Who has a role gets an account at the first sign-in."""
        return bool(posts_told(_claims(sociallogin)))

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        """A new account, named by the provider's own number, which never changes."""
        user: User = super().populate_user(request, sociallogin, data)
        user_username(user, f"acm-{sociallogin.account.uid}"[:150])
        user.staff_number = _claims(sociallogin).get("vo_id") or None
        return user

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Refuse who has no role with us (any more)."""
        told = posts_told(_claims(sociallogin))
        if sociallogin.is_existing:
            take_over(sociallogin.user, told)
        if not told:
            raise ImmediateHttpResponse(_refusal(request))

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> User:
        """Keep the new account with its posts."""
        user: User = super().save_user(request, sociallogin, form)
        take_over(user, posts_told(_claims(sociallogin)))
        return user


def posts_told(claims: dict[str, Any]) -> list[tuple[Role, str, str]]:
    """(role, agency, team) of each role code that we know, in the order given; others mean nothing to us."""
    told = claims.get(settings.ACM_ROLE_CLAIM) or []
    codes = [told] if isinstance(told, str) else list(told)
    found = []
    for code in codes:
        name, _colon, place = str(code).partition(":")
        agency, _slash, team = place.partition("/")
        if name in ROLES and (not agency or agency in codelist("agency").codes()):
            found.append((ROLES[name], agency, team))
    return found


def take_over(user: User, told: list[tuple[Role, str, str]]) -> None:
    """End the posts that came from the provider and are no longer told; give the new ones."""
    held = {(post.role, post.agency, post.team.name if post.team else ""): post for post in _from_acm(user)}
    wanted = {(role.value, agency, team): (role, agency, team) for role, agency, team in told}
    for key, post in held.items():
        if key not in wanted:
            acts.end_post(post.pk)
    for key, (role, agency, name) in wanted.items():
        if key not in held:
            team = Team.objects.filter(name=name, office__agency=agency).first() if name else None
            acts.give_post(user, role, agency=agency, team=team, by=GIVEN_BY)


def _from_acm(user: User) -> list[Post]:
    return [post for post in running_posts(user) if post.given_by == GIVEN_BY]


def _claims(sociallogin: SocialLogin) -> dict[str, Any]:
    told = sociallogin.account.extra_data
    return {**told.get("id_token", {}), **told.get("userinfo", {})} or told


def _refusal(request: HttpRequest) -> Any:
    context = {
        "status": 403,
        "title": _("U hebt geen functie in Baken"),
        "sentence": _("U bent wel bekend bij ACM/IDM, maar hebt er geen rol voor Baken."),
        "way_out": _("Vraag de lokale beheerder van uw organisatie om een rol."),
    }
    return render(request, "ui/error.html", context, status=403)
