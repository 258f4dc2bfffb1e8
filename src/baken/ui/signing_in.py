"""How one signs in: what django-allauth is told about our accounts, the second factor, and the one-time link."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from baken.accounts.models import User
from baken.foundation.errors import BadRequest

ENOUGH = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class Adapter(DefaultAccountAdapter):
    """Accounts are made by administrators, or by a first sign-in through ACM/IDM; nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No."""
        return False


def lacks_second_factor(request: HttpRequest) -> bool:
    """Whether a signed-in user must first set up a second factor: not in the demo, nor after a sign-in elsewhere."""
    if settings.DEMO:
        return False
    own: Any = request.user
    elsewhere = any(record["method"] == "socialaccount" for record in get_authentication_records(request, own))
    return not (elsewhere or Authenticator.objects.filter(user=own, type__in=ENOUGH).exists())


def one_time_link(user: User) -> str:
    """The address (a path) at which somebody chooses a password: once, for three days, until a sign-in.

    Raises BadRequest for an account that is closed.
    """
    if not user.is_active:
        raise BadRequest(_("Deze account is gesloten."), _("Open hem eerst opnieuw."))
    key = default_token_generator.make_token(user)
    return reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), key])
