"""`baken serve`: the web pages."""

import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from baken.ui.database import require_migrated
from baken.ui.serving import require_secret_key

APPLICATION = "baken.config.wsgi:application"


class Command(BaseCommand):
    """The web server."""

    help = "Serve the web pages (Ctrl-C or SIGTERM stops)."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen, and with how many processes."""
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on (%(default)s)")
        parser.add_argument("--processes", type=int, default=1, help="worker processes (%(default)s)")
        parser.add_argument("--threads", type=int, default=4, help="threads per process (%(default)s)")

    def handle(self, *, host: str, port: int, processes: int, threads: int, **_: Any) -> None:
        """Check what must be so, then become the web server: a fresh process, so that nothing here is forked."""
        require_secret_key()
        require_migrated()
        self.stdout.write(f"Baken: http://{host}:{port}/ (Ctrl-C stops)")
        self.stdout.flush()
        options = ("--interface", "wsgi", "--host", host, "--port", str(port), "--workers", str(processes))
        habits = ("--blocking-threads", str(threads), "--log-level", "warning", "--workers-kill-timeout", "10")
        server = (sys.executable, "-m", "granian", *options, *habits, "--respawn-failed-workers", APPLICATION)
        os.execv(sys.executable, server)  # noqa: S606
