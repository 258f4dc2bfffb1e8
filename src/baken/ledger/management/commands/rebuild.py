"""`baken rebuild`"""

from typing import Any

from django.core.management.base import BaseCommand

from baken.ledger.derived import rebuild_heads


class Command(BaseCommand):
    """Thin: see `ledger.derived`."""

    help = "Compute the derived tables anew from the facts."
    requires_system_checks = ()

    def handle(self, **_: Any) -> None:
        """Rebuild, and say how much."""
        self.stdout.write(f"De stand van {rebuild_heads()} dossiers is opnieuw berekend.")
