"""`baken snapshot [--known-at T]`: the ledger as known at an instant, as sorted Parquet files."""

from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.figures.snapshot import take
from baken.ledger.management.arguments import add_known_at
from baken.ledger.progress import counted_facts


class Command(BaseCommand):
    """The command; `snapshot.take` does the work."""

    help = gettext_noop("Een momentopname van het grootboek maken, waaruit alle cijfers geteld worden.")
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """As known when."""
        add_known_at(parser)

    def handle(self, *, known_at: datetime | None, **options: Any) -> None:
        """Take it, or find that it stands, and say where."""
        snapshot = take(known_at)
        facts = counted_facts(sum(snapshot.counts.values()))
        self.stdout.write(_("%(facts)s, zegel %(seal)s") % {"facts": facts, "seal": snapshot.name})
        self.stdout.write(str(snapshot.folder))
