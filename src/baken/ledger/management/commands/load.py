"""`baken load PATH`"""

import getpass
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from rich.console import Console

from baken.foundation.errors import BakenError
from baken.ledger.derived import catch_up
from baken.ledger.interchange.faults import Faults, Refused
from baken.ledger.interchange.loading import Loaded, load_delivery
from baken.ledger.interchange.places import require_writable, writing
from baken.ledger.interchange.readers import LoadRequest, reader_for
from baken.ledger.management.arguments import place
from baken.ledger.progress import Steps
from baken.ledger.wording import number

WIDTH_IN_A_FILE = 140


class AllSetAside(BakenError):
    """Of a delivery nothing was sound."""

    code = "all_set_aside"
    exit_code = 1


class Command(BaseCommand):
    """Thin: see `ledger.interchange.loading`."""

    help = gettext_noop("Een levering van feiten inladen (map, zip of KBI-dossier): alles, of niets.")
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The path, and what to do with faults."""
        parser.add_argument("path", type=place, metavar=_("PAD"), help=_("een map, een zip of een KBI-dossier (.xml)"))
        parser.add_argument(
            "--set-aside", type=place, metavar=_("MAP"), help=_("laad wat klopt, en zet de rest opzij in deze map")
        )
        parser.add_argument("--report", type=place, metavar="JSON", help=_("schrijf alle fouten naar dit bestand"))
        parser.add_argument(
            "--by", default=getpass.getuser(), metavar=_("NAAM"), help=_("wie het registreert (%(default)s)")
        )

    def handle(self, *, path: Path, set_aside: Path | None, report: Path | None, by: str, **options: Any) -> None:
        """Load, and tell what was done or what is wrong."""
        if report:
            require_writable(report)
        try:
            faults, nothing = self._load(path, set_aside, by)
        except Refused as refused:
            show(refused.faults)
            _report(refused.faults, report)
            raise
        _report(faults, report)
        if catch_up():
            self.stdout.write(_("Lijsten en zoeken lopen achter: voer baken rebuild uit."))
        if nothing:
            raise AllSetAside(_("Er is niets ingeladen: alles is opzij gezet."), _("Verbeter het, en laad het dan."))

    def _load(self, path: Path, set_aside: Path | None, by: str) -> tuple[Faults, bool]:
        """The faults of what was set aside, and whether that is all there was."""
        if reader := reader_for(path):
            taken = reader(LoadRequest(path, by, set_aside))
            if taken.faults:
                show(taken.faults)
            self.stdout.write(taken.told)
            return taken.faults, taken.nothing
        loaded = load_delivery(path, by=by, set_aside=set_aside, steps=Steps(Console()))
        self._tell(loaded, set_aside)
        return loaded.faults, bool(loaded.aside and not sum(loaded.facts.values()))

    def _tell(self, loaded: Loaded, set_aside: Path | None) -> None:
        for label, count in loaded.facts.items():
            self.stdout.write(f"  {label:<44} {number(count):>12}")
        self._tell_recorded(loaded)
        if loaded.left_out:
            left_out = _("%(count)s rijen waren bij de bron al ingetrokken en zijn overgeslagen.")
            self.stdout.write(left_out % {"count": number(loaded.left_out)})
        if loaded.aside and set_aside:
            show(loaded.faults)
            aside = _("%(count)s feiten zijn opzij gezet in %(folder)s.")
            self.stdout.write(aside % {"count": number(loaded.aside), "folder": set_aside})
        for warning in loaded.warnings:
            self.stderr.write(_("Let op: %(warning)s") % {"warning": warning})

    def _tell_recorded(self, loaded: Loaded) -> None:
        if not loaded.head:
            self.stdout.write(_("Er was niets te registreren."))
            return
        told = (
            _("%(count)s feiten hersteld, met alle registraties; %(retracted)s ingetrokken.")
            if loaded.restored
            else _("%(count)s feiten ingeladen als één registratie; %(retracted)s ingetrokken.")
        )
        self.stdout.write(told % {"count": number(sum(loaded.facts.values())), "retracted": number(loaded.retracted)})
        self.stdout.write(_("Zegel: %(seal)s") % {"seal": f"{loaded.head[0]}:{loaded.head[1]}"})


def show(faults: Faults) -> None:
    """Print faults on stderr, in columns wide enough to read where that is no terminal."""
    faults.show(Console(stderr=True, width=None if sys.stderr.isatty() else WIDTH_IN_A_FILE))


def _report(faults: Faults, report: Path | None) -> None:
    if report:
        with writing(report):
            faults.write(report)
