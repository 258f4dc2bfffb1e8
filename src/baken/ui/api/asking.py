"""Who asks by the API: a token, or somebody who is signed in and sends the form's own proof (CSRF) along."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer
from ninja.throttling import BaseThrottle

from baken.accounts import tokens
from baken.accounts.models import Look
from baken.accounts.roles import Group
from baken.foundation import clock
from baken.ui.permissions import Door, look, require_dossier
from baken.ui.signing_in import lacks_second_factor

View = Callable[..., Any]
PER_MINUTE = 600
"""Calls of one token or user."""


class ByToken(HttpBearer):
    """`Authorization: Bearer baken_…`."""

    def authenticate(self, request: HttpRequest, token: str) -> str | None:
        """The token's own name among callers."""
        found = tokens.standing_by(token)
        if found is None:
            return None
        made, request.standing = found  # type: ignore[attr-defined]
        request.user = made.user
        return f"token-{made.pk}"


class BySession(APIKeyCookie):
    """Somebody who is signed in, as in the browser; what changes something needs `X-CSRFToken`."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Any:
        """Nobody is asked for a proof who is not even signed in."""
        if not request.user.is_authenticated or "Authorization" in request.headers:
            return None
        return super().__call__(request)

    def authenticate(self, request: HttpRequest, key: str | None) -> str | None:
        """The user's name among callers."""
        return None if lacks_second_factor(request) else f"user-{request.user.pk}"


class Often(BaseThrottle):
    """So many calls a minute of one caller, over all processes."""

    def allow_request(self, request: HttpRequest) -> bool:
        """Count this one."""
        place = f"api:{request.auth}:{int(clock.now().timestamp()) // 60}"  # type: ignore[attr-defined]
        if cache.add(place, 1, 120):
            return True
        return cache.incr(place) <= PER_MINUTE

    def wait(self) -> float:
        """Until the next minute."""
        return 60 - clock.now().timestamp() % 60


def own(view: View) -> View:
    """For everybody who is known."""
    view.door = Door("own")  # type: ignore[attr-defined]
    return view


def opens(page: str) -> Callable[[View], View]:
    """For the roles that open a page of the screens."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if not request.standing.opens(page):  # type: ignore[attr-defined]
                look(request, Look.Kind.REFUSED, page)
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.door = Door("page", page)  # type: ignore[attr-defined]
        return guarded

    return decorate


def of_dossier(place: str, *groups: Group) -> Callable[[View], View]:
    """About the dossier in the address, as on the screens; the look is written first."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, dossier: int, *args: Any, **kwargs: Any) -> Any:
            require_dossier(request, dossier, place, groups)
            look(request, Look.Kind.PAGE, place, dossier=dossier)
            return view(request, dossier, *args, **kwargs)

        guarded.door = Door("dossier", place, groups)  # type: ignore[attr-defined]
        return guarded

    return decorate
