"""`baken demo-accounts`: the people who work in the demo."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.demo.accounts import make_accounts
from baken.ledger.wording import number


class Command(BaseCommand):
    """Thin: see `demo.accounts`."""

    help = gettext_noop("De verzonnen gebruikers van de demo maken: één voor elke rol.")
    requires_system_checks = ()

    def handle(self, **options: Any) -> None:
        """Make them, and say how many there are."""
        made = make_accounts(demo=settings.DEMO)
        self.stdout.write(_("%(count)s gebruikers, aan te melden met één klik.") % {"count": number(len(made))})
