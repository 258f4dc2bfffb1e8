"""`baken retention [--on DAY]`"""

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from rich.console import Console
from rich.table import Table

from baken.foundation import clock
from baken.privacy.due import due
from baken.privacy.rules import ERASED
from baken.programme.management.arguments import day


class Command(BaseCommand):
    """Thin: see `privacy.due`. Nothing is erased here: that takes a report that two people signed."""

    help = gettext_noop("Tonen wat op een dag over zijn bewaartermijn is; er wordt niets gewist.")
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """On which day, in which form."""
        parser.add_argument("--on", type=day, metavar=_("DAG"), help=_("de dag, zoals 2026-10-31 (vandaag)"))
        form = _("leesbaar of als JSON (%(default)s)")
        parser.add_argument("--format", choices=["text", "json"], default="text", help=form)

    def handle(self, *, on: date | None, format: str, **options: Any) -> None:  # noqa: A002
        """Count, and show."""
        today = on or clock.today()
        found = due(today)
        if format == "json":
            told = {"on": today.isoformat(), "persons": {name: len(some) for name, some in found.items()}}
            self.stdout.write(json.dumps(told, indent=1))
            return
        table = Table(title=_("Over hun termijn op %(on)s") % {"on": f"{today:%d/%m/%Y}"}, title_justify="left")
        for column in (_("soort"), _("termijn"), _("zekerheid"), _("personen")):
            table.add_column(column)
        for rule in ERASED:
            sure = _("zeker") if rule.confirmed else _("te bevestigen")
            years = _("%(years)s jaar") % {"years": rule.term}
            table.add_row(str(rule.label), years, sure, str(len(found[rule.name])))
        Console().print(table)
        self.stdout.write(_("Er is niets gewist. Wissen gebeurt met een verslag dat twee mensen tekenen."))
