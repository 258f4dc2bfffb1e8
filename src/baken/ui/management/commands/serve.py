"""`baken serve`: the web pages."""

import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.ledger.management.arguments import whole
from baken.ui.serving import require_place, require_secret_key

APPLICATION = "baken.config.wsgi:application"


class Command(BaseCommand):
    """The web server."""

    help = gettext_noop("De schermen openen (Ctrl-C of SIGTERM stopt).")
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen, and with how many processes."""
        count = _("AANTAL")
        parser.add_argument("--host", default="127.0.0.1", metavar=_("ADRES"), help=_("het adres (%(default)s)"))
        parser.add_argument(
            "--port", type=whole(1, 65_535), default=8000, metavar=_("POORT"), help=_("de poort (%(default)s)")
        )
        parser.add_argument(
            "--processes", type=whole(1, 256), default=1, metavar=count, help=_("processen (%(default)s)")
        )
        parser.add_argument(
            "--threads", type=whole(1, 1_024), default=4, metavar=count, help=_("draden per proces (%(default)s)")
        )

    def handle(self, *, host: str, port: int, processes: int, threads: int, **options: Any) -> None:
        """Check what must be so, then become the web server: a fresh process, so that nothing here is forked."""
        require_secret_key()
        require_place(host, port)
        self.stdout.write(_("Baken: %(address)s (Ctrl-C stopt)") % {"address": f"http://{host}:{port}/"})
        self.stdout.flush()
        place = ("--interface", "wsgi", "--host", host, "--port", str(port), "--workers", str(processes))
        habits = ("--blocking-threads", str(threads), "--log-level", "warning", "--workers-kill-timeout", "10")
        server = (sys.executable, "-m", "granian", *place, *habits, "--respawn-failed-workers", APPLICATION)
        os.execv(sys.executable, server)  # noqa: S606
