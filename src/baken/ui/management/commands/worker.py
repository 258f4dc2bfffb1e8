"""`baken worker`: do background work."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand

from baken.ui.database import require_migrated
from baken.ui.queue.worker import GRACE, LEASE, Until, Worker


class Command(BaseCommand):
    """A worker."""

    help = "Do background work until told to stop (Ctrl-C or SIGTERM: a running job may end first)."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The ways to end, and the two spans of patience."""
        end = parser.add_mutually_exclusive_group()
        end.add_argument("--once", action="store_const", dest="until", const=Until.ONE, help="one job, then end")
        end.add_argument(
            "--until-empty", action="store_const", dest="until", const=Until.EMPTY, help="end when no job is due"
        )
        parser.add_argument(
            "--lease",
            type=float,
            default=LEASE.total_seconds(),
            metavar="SECONDS",
            help="a worker not heard of for so long is dead; others take its job (%(default)s)",
        )
        parser.add_argument(
            "--grace",
            type=float,
            default=GRACE,
            metavar="SECONDS",
            help="how long a running job may go on after a stop; then it is given back (%(default)s)",
        )
        parser.add_argument(
            "--no-clock",
            action="store_true",
            help="leave recurring jobs to others (also so with --once, --until-empty)",
        )
        parser.set_defaults(until=Until.STOPPED)

    def handle(self, *, until: Until, lease: float, grace: float, no_clock: bool, **_: Any) -> None:
        """Work, and say how much was done."""
        require_migrated()
        minds_clock = until is Until.STOPPED and not no_clock
        worker = Worker(lease=timedelta(seconds=lease), grace=grace, minds_clock=minds_clock)
        self.stdout.write(f"Worker {worker.name}: ready.")
        self.stdout.flush()
        count = worker.work(until)
        self.stdout.write(f"Worker {worker.name}: stopped after {count} {'job' if count == 1 else 'jobs'}.")
