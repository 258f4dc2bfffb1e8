"""How one signs in: what django-allauth is told about our accounts, and whether a second factor is still asked."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

ENOUGH = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
FOUND = "second_factor"


class Adapter(DefaultAccountAdapter):
    """Accounts are made by administrators, or by a first sign-in through ACM/IDM; nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No."""
        return False


def lacks_second_factor(request: HttpRequest) -> bool:
    """Whether a signed-in user must first set up a second factor: not in the demo, nor after a sign-in elsewhere."""
    if settings.DEMO or request.session.get(FOUND):
        return False
    elsewhere = any(record["method"] == "socialaccount" for record in get_authentication_records(request))
    own: Any = request.user
    if elsewhere or Authenticator.objects.filter(user=own, type__in=ENOUGH).exists():
        request.session[FOUND] = True
        return False
    return True
