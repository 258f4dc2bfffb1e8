"""`baken export-kbi`: one dossier as the register writes it."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from baken.exchange.kbi.export import messages
from baken.foundation.clock import parse_instant
from baken.foundation.errors import BadRequest
from baken.ledger.known import known_at
from baken.people.facts import DossierOpened
from baken.people.models import Identity


class Command(BaseCommand):
    """Write one dossier as a message of GeefDossierKBI 01.00."""

    help = "Eén dossier als KBI 01.00 (XML). / One dossier as KBI 01.00 (XML)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose dossier, as known when, and where to."""
        whose = parser.add_mutually_exclusive_group(required=True)
        whose.add_argument("--dossier", type=int, help="nummer van het dossier / number of the dossier")
        whose.add_argument("--insz", help="rijksregisternummer / national number")
        parser.add_argument("--known-at", help="zoals toen bekend / as known then: 2019-12-31, 2020-01-15T08:30Z")
        parser.add_argument("--out", default="-", help="bestand, of - voor de uitvoer / file, or - for standard output")

    def handle(self, **options: Any) -> None:
        """Write the message."""
        dossier = options["dossier"] or _dossier_of(options["insz"])
        if not DossierOpened.objects.filter(dossier=dossier).exists():
            raise BadRequest(f"Er is geen dossier {dossier}.")
        known = known_at(_instant(options["known_at"]))
        _, content = next(messages([dossier], known))
        if options["out"] == "-":
            sys.stdout.buffer.write(content + b"\n")
        else:
            Path(options["out"]).write_bytes(content)


def _instant(text: str | None) -> Any:
    try:
        return parse_instant(text) if text else None
    except ValueError:
        raise BadRequest(f"“{text}” is geen dag of tijdstip.", "Schrijf 2019-12-31 of 2020-01-15T08:30Z.") from None


def _dossier_of(number: str) -> int:
    person = Identity.objects.filter(national_number=number).values("person")
    opened = DossierOpened.objects.filter(person__in=person, retracted_in__isnull=True).order_by("dossier").first()
    if opened is None:
        raise BadRequest("Er is geen dossier met dit rijksregisternummer.")
    return int(opened.dossier)
