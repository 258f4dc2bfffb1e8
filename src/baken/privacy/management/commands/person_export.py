"""`baken person-export DOSSIER --out DIR`"""

import getpass
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.accounts import looks
from baken.accounts.models import Look
from baken.accounts.standing import Standing
from baken.foundation.errors import BadRequest
from baken.foundation.identifiers import shown_number
from baken.ledger.management.arguments import place
from baken.ledger.situation.one import person_file
from baken.privacy.everything import everything
from baken.privacy.readable import as_json, readable
from baken.programme.management.arguments import dossier as dossier_number


class Command(BaseCommand):
    """Thin: see `privacy.everything`."""

    help = gettext_noop("Alles over een persoon geven: een leesbare PDF en een bestand voor computers.")
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Of whom, and where to."""
        parser.add_argument(
            "dossier", type=dossier_number, metavar=_("DOSSIER"), help=_("het dossier, zoals 12 of D-12-3")
        )
        parser.add_argument("--out", type=place, required=True, metavar=_("MAP"), help=_("de map waarin het komt"))

    def handle(self, *, dossier: int, out: Path, **options: Any) -> None:
        """Write both files, after writing it in the read log."""
        name = shown_number("D", dossier)
        person_file(dossier)
        files = [out / f"{name}.json", out / f"{name}.pdf"]
        if any(file.exists() for file in files) or (out.exists() and not out.is_dir()):
            raise BadRequest(_("In %(out)s staat al iets met die naam.") % {"out": out}, _("Kies een andere map."))
        by = _("opdracht door %(who)s") % {"who": getpass.getuser()}
        looks.write(Standing(None, None), Look.Kind.EXPORT, "person-export", dossier=dossier, note=by)
        told = everything(dossier)
        body = readable(told)
        out.mkdir(parents=True, exist_ok=True)
        files[0].write_text(as_json(told), encoding="utf-8")
        files[1].write_bytes(body)
        self.stdout.write(_("Geschreven: %(files)s.") % {"files": ", ".join(str(file) for file in files)})
