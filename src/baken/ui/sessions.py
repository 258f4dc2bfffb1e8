"""How long a sign-in lasts: a working day at most, and an hour after the last thing that somebody did."""

from collections.abc import Callable
from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from baken.foundation import clock

GetResponse = Callable[[HttpRequest], HttpResponse]
TOUCH = timedelta(minutes=1)
"""How exactly the last moment is kept: not every page writes it."""


def session_end(get_response: GetResponse) -> GetResponse:
    """Sign out who signed in too long ago, or did nothing for too long; keep the list of devices up to date."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.session.session_key and request.user.is_authenticated:
            _look_at(request)
        return get_response(request)

    return middleware


def _look_at(request: HttpRequest) -> None:
    device = UserSession.objects.filter(session_key=request.session.session_key).first()
    if device is None or device.user_id != request.user.pk:
        UserSession.objects.create_from_request(request)
        return
    now = clock.now()
    if now - device.last_seen_at > settings.SESSION_IDLE or now - device.created_at > settings.SESSION_LENGTH:
        device.delete()
        logout(request)
        messages.info(request, _("U bent afgemeld omdat u een tijd niets deed, of omdat de werkdag om is."))
    elif now - device.last_seen_at > TOUCH and not _refreshes_itself(request):
        UserSession.objects.filter(pk=device.pk).update(last_seen_at=now)


def _refreshes_itself(request: HttpRequest) -> bool:
    """A list that asks anew by itself says nothing of somebody being there."""
    return "HX-Request" in request.headers and request.method == "GET"
