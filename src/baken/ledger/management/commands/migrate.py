"""`baken migrate`: Django's own, in our words."""

from typing import Any

from django.core.management.commands import migrate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop


class Command(migrate.Command):
    """The tables of this version; with `--verbosity 2` Django tells of every step, in English."""

    help = gettext_noop("De databank aanmaken, of bijwerken tot deze versie.")

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        """Migrate, and say that it is done."""
        super().handle(*args, verbosity=verbosity if verbosity > 1 else 0, **options)
        plain = not (options["plan"] or options["check_unapplied"] or options["app_label"])
        if verbosity and plain:
            self.stdout.write(_("De databank heeft de tabellen van deze versie."))
