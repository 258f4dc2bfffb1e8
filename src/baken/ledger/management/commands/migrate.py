"""`baken migrate`: Django's own, in our words."""

from typing import Any

from django.apps import apps
from django.core.management.commands import migrate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.foundation.errors import BadRequest
from baken.ledger.migrated import require_answer


class Command(migrate.Command):
    """The tables of this version; with `--verbosity 2` Django tells of every step, in English."""

    help = gettext_noop("De databank aanmaken, of bijwerken tot deze versie.")

    def execute(self, *args: Any, **options: Any) -> Any:
        """As Django does, once it is sure that a database answers. Raises DatabaseNotReady."""
        require_answer()
        return super().execute(*args, **options)

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        """Migrate, and say that it is done. Raises BadRequest for a room that is none."""
        room = options["app_label"]
        if room and room not in apps.app_configs:
            raise BadRequest(_("Er is geen kamer %(room)s.") % {"room": room})
        super().handle(*args, verbosity=verbosity if verbosity > 1 else 0, **options)
        plain = not (options["plan"] or options["check_unapplied"] or options["app_label"])
        if verbosity and plain:
            self.stdout.write(_("De databank heeft de tabellen van deze versie."))
