"""How one signs in: what django-allauth is told about our accounts, the second factor, and the one-time link."""

from pathlib import PurePath
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.accounts.models import User
from baken.foundation.errors import BadRequest

ENOUGH = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


SAID = {
    "logged_out": gettext_lazy("U bent afgemeld."),
    "password_changed": gettext_lazy("Uw wachtwoord is gewijzigd."),
    "password_set": gettext_lazy("Uw wachtwoord is bewaard."),
    "recovery_codes_generated": gettext_lazy("Er zijn herstelcodes gemaakt. Bewaar ze op een veilige plaats."),
    "totp_activated": gettext_lazy("De app is ingesteld."),
    "totp_deactivated": gettext_lazy("De app is verwijderd."),
    "webauthn_added": gettext_lazy("De sleutel is toegevoegd."),
    "webauthn_removed": gettext_lazy("De sleutel is verwijderd."),
    "sessions_logged_out": gettext_lazy("De andere toestellen zijn afgemeld."),
}
"""What we say where allauth has a message, by the name of its template; of others nothing."""
WRONG_LOGIN = gettext_lazy("De gebruikersnaam of het wachtwoord klopt niet.")
WRONG_CODE = gettext_lazy("Deze code klopt niet, of is al gebruikt. Wacht op de volgende en probeer opnieuw.")


class Adapter(DefaultAccountAdapter):
    """Accounts are made by administrators, or by a first sign-in through ACM/IDM; nobody signs up."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "invalid_login": WRONG_LOGIN,
        "username_password_mismatch": WRONG_LOGIN,
        "incorrect_password": gettext_lazy("Dit wachtwoord klopt niet."),
        "enter_current_password": gettext_lazy("Dit is niet uw huidige wachtwoord."),
        "incorrect_code": WRONG_CODE,
        "too_many_login_attempts": gettext_lazy("Te veel mislukte pogingen. Probeer het over een kwartier opnieuw."),
        "rate_limited": gettext_lazy("Te veel pogingen na elkaar. Wacht even."),
    }

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **options: Any
    ) -> None:
        """Say it in our own words."""
        said = SAID.get(PurePath(message_template or "").stem)
        if said:
            messages.add_message(request, level, said)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No."""
        return False


class FactorAdapter(DefaultMFAAdapter):
    """Second factors, in our own words."""

    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": WRONG_CODE}


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
