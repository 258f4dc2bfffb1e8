"""`baken account`: the first administrator, and a new way in for who lost theirs; the rest is done on the screens."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.accounts import acts
from baken.accounts.models import User
from baken.accounts.roles import POLICY, Reach, Role
from baken.foundation.codelists import codelist
from baken.foundation.errors import BadRequest
from baken.ui.serving import require_secret_key
from baken.ui.signing_in import one_time_link

BY = "baken account"


class Command(BaseCommand):
    """Thin: see `accounts.acts`."""

    help = gettext_noop("Een account maken, of een nieuwe link geven om een wachtwoord te kiezen.")
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`make` an account, or a `link` for one that there is."""
        name = _("NAAM")
        steps = parser.add_subparsers(dest="step", required=True, metavar="make|link")
        make = steps.add_parser("make", help=_("een account met een functie maken"))
        make.add_argument("username", metavar=name, help=_("waarmee men zich aanmeldt"))
        make.add_argument("--role", default=Role.ADMINISTRATOR, choices=Role.values, help=_("de functie (%(default)s)"))
        make.add_argument("--agency", default="", metavar=_("AGENTSCHAP"), help=_("voor welk agentschap"))
        make.add_argument("--first-name", default="", metavar=name, help=_("voornaam"))
        make.add_argument("--last-name", default="", metavar=name, help=_("familienaam"))
        make.add_argument("--staff-number", default="", metavar=_("NUMMER"), help=_("personeelsnummer"))
        link = steps.add_parser("link", help=_("een nieuwe link geven"))
        link.add_argument("username", metavar=name, help=_("van welk account"))
        for step in (make, link):
            step.add_argument("--site", default="", metavar=_("ADRES"), help=_("het adres van Baken, voor de link"))

    def handle(self, *, step: str, username: str, site: str, **given: Any) -> None:
        """Do it, and print the link; it is signed with the key by which the pages are served."""
        require_secret_key()
        user = _make(username, **given) if step == "make" else _known(username)
        said = _("Met deze link kiest %(name)s een wachtwoord. Hij werkt één keer, tot over drie dagen:")
        self.stdout.write(said % {"name": user.username})
        self.stdout.write(f"{site.rstrip('/')}{one_time_link(user)}")


def _make(username: str, *, role: str, agency: str, staff_number: str, **names: Any) -> User:
    if agency and agency not in codelist("agency").codes():
        raise BadRequest(
            _("Er is geen agentschap “%(code)s”.") % {"code": agency}, ", ".join(codelist("agency").codes())
        )
    if POLICY[Role(role)].reach is Reach.NONE:
        agency = ""
    named = {name: names[name] for name in ("first_name", "last_name")}
    with transaction.atomic():
        user = acts.make_user(username, staff_number=staff_number, **named)
        acts.give_post(user, role, agency=agency, by=BY)
    return user


def _known(username: str) -> User:
    user = User.objects.filter(username=username).first()
    if user is None:
        raise BadRequest(
            _("Er is geen gebruiker “%(name)s”.") % {"name": username}, _("`baken account make` maakt er een.")
        )
    return user
