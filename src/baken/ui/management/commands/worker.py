"""`baken worker`: do background work."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from baken.ledger.management.arguments import seconds
from baken.ledger.wording import number
from baken.ui.queue.worker import GRACE, LEASE, Until, Worker


class Command(BaseCommand):
    """A worker."""

    help = gettext_noop("Achtergrondtaken uitvoeren (Ctrl-C of SIGTERM stopt; een taak die loopt, mag eerst eindigen).")
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The ways to end, and the two spans of patience."""
        end = parser.add_mutually_exclusive_group()
        end.add_argument(
            "--once", action="store_const", dest="until", const=Until.ONE, help=_("één taak, en dan stoppen")
        )
        end.add_argument(
            "--until-empty",
            action="store_const",
            dest="until",
            const=Until.EMPTY,
            help=_("stoppen als er geen taak meer wacht"),
        )
        parser.add_argument(
            "--lease",
            type=seconds,
            default=LEASE.total_seconds(),
            metavar=_("SECONDEN"),
            help=_("wie zo lang niets laat horen, is weggevallen; een ander neemt de taak over (%(default)g)"),
        )
        parser.add_argument(
            "--grace",
            type=seconds,
            default=GRACE,
            metavar=_("SECONDEN"),
            help=_("zo lang mag een taak na het stoppen nog lopen; dan gaat ze terug in de wachtrij (%(default)g)"),
        )
        parser.add_argument(
            "--no-clock",
            action="store_true",
            help=_("laat taken die terugkeren aan anderen over (zo ook met --once en --until-empty)"),
        )
        parser.set_defaults(until=Until.STOPPED)

    def handle(self, *, until: Until, lease: float, grace: float, no_clock: bool, **options: Any) -> None:
        """Work, and say how much was done."""
        minds_clock = until is Until.STOPPED and not no_clock
        worker = Worker(lease=timedelta(seconds=lease), grace=grace, minds_clock=minds_clock)
        self.stdout.write(_("Werker %(name)s: klaar voor werk.") % {"name": worker.name})
        self.stdout.flush()
        count = worker.work(until)
        stopped = ngettext(
            "Werker %(name)s: gestopt na %(count)s taak.", "Werker %(name)s: gestopt na %(count)s taken.", count
        )
        self.stdout.write(stopped % {"name": worker.name, "count": number(count)})
