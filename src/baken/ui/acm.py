"""Signing in through ACM/IDM of the Flemish government, or another OpenID Connect provider.

Claims and role codes: authenticatie.vlaanderen.be/docs. A role comes as `NAME:ORGANISATION` in the claim that
`BAKEN_OIDC_ROLE_CLAIM` names; the posts that it gives replace those of an earlier sign-in.
"""

from typing import Any

from allauth.account.utils import user_username
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.openid_connect import views
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from requests import RequestException

from baken.accounts import acts, looks
from baken.accounts.models import Look, Post, Team, User
from baken.accounts.roles import POLICY, Reach, Role
from baken.accounts.standing import Standing, running_posts
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
        """Take over the roles; refuse who has none with us (any more); know an account by its staff number."""
        claims = _claims(sociallogin)
        told = posts_told(claims)
        if sociallogin.is_existing:
            take_over(sociallogin.user, told)
        if not told:
            known = sociallogin.user if sociallogin.is_existing else None
            looks.write(Standing(known, None), Look.Kind.REFUSED, GIVEN_BY)
            raise ImmediateHttpResponse(_refusal(request))
        number = claims.get("vo_id")
        known = User.objects.filter(staff_number=number).first() if number and not sociallogin.is_existing else None
        if known is not None:
            take_over(known, told)
            sociallogin.connect(request, known)

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> User:
        """Keep the new account with its posts."""
        user: User = super().save_user(request, sociallogin, form)
        take_over(user, posts_told(_claims(sociallogin)))
        return user


def login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Lead on to the provider by a page: a form may only lead to ourselves, and providers lead on to others."""
    try:
        response: HttpResponse = views.login(request, provider_id)
    except RequestException:
        return _silent(request)
    if response.status_code != 302 or request.method != "POST":
        return response
    return render(request, "ui/onward.html", {"address": response.headers["Location"]})


def posts_told(claims: dict[str, Any]) -> list[tuple[Role, str, str]]:
    """(role, agency, team) of each role code that we know, in the order given; others mean nothing to us."""
    told = claims.get(settings.ACM_ROLE_CLAIM) or []
    codes = [told] if isinstance(told, str) else list(told)
    found = []
    for code in codes:
        name, _colon, place = str(code).partition(":")
        agency, _slash, team = place.partition("/")
        if name in ROLES and _makes_sense(ROLES[name], agency):
            found.append((ROLES[name], agency, team))
    return found


def _makes_sense(role: Role, agency: str) -> bool:
    """Whether the organisation is one that we know; a role that sees dossiers of an agency must name it."""
    if agency:
        return agency in codelist("agency").codes()
    return POLICY[role].reach not in (Reach.TEAM, Reach.AGENCY)


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


def _silent(request: HttpRequest) -> HttpResponse:
    context = {
        "status": 502,
        "title": _("ACM/IDM antwoordt niet"),
        "sentence": _("Baken kan de dienst niet bereiken waarmee u zich aanmeldt."),
        "way_out": _("Probeer het over enkele minuten opnieuw."),
    }
    return render(request, "ui/error.html", context, status=502)


def _refusal(request: HttpRequest) -> Any:
    context = {
        "status": 403,
        "title": _("U hebt geen functie in Baken"),
        "sentence": _("U bent wel bekend bij ACM/IDM, maar hebt er geen rol voor Baken."),
        "way_out": _("Vraag de lokale beheerder van uw organisatie om een rol."),
    }
    return render(request, "ui/error.html", context, status=403)
