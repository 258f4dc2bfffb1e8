"""`baken rebuild`"""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.ledger import keeping
from baken.ledger.derived import rebuild_heads
from baken.ledger.wording import number


class Command(BaseCommand):
    """Thin: see `ledger.derived`."""

    help = gettext_noop("De afgeleide tabellen opnieuw berekenen uit de feiten.")
    requires_system_checks = ()

    def handle(self, **options: Any) -> None:
        """Rebuild, and say how much."""
        sentence = _("De stand van %(count)s dossiers is opnieuw berekend.")
        self.stdout.write(sentence % {"count": number(rebuild_heads())})
        for name in keeping.kept():
            rows = _("%(name)s: %(count)s rijen.") % {"name": name, "count": number(keeping.rebuild(name))}
            self.stdout.write(rows)
