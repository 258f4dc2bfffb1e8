"""`baken job NAME [argument=value …]`: ask for a job from the command line."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.foundation.errors import BadRequest
from baken.ui.queue import definition, definitions


class Command(BaseCommand):
    """Ask for a job, or list them."""

    help = gettext_noop("Een achtergrondtaak vragen; een werker voert ze uit.")
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The job's name and arguments, or a list of all jobs."""
        parser.add_argument("name", nargs="?", metavar=_("TAAK"), help=_("de taak, zoals --list ze noemt"))
        parser.add_argument(
            "arguments",
            nargs="*",
            metavar=_("naam=waarde"),
            help=_("haar argumenten; een waarde is JSON, of anders tekst"),
        )
        parser.add_argument(
            "--key", metavar=_("SLEUTEL"), help=_("twee keer gevraagd met dezelfde sleutel loopt ze één keer")
        )
        parser.add_argument("--here", action="store_true", help=_("voer ze hier en nu uit, zonder wachtrij"))
        parser.add_argument("--list", action="store_true", help=_("noem alle taken, en wanneer ze terugkeren"))

    def handle(self, *, name: str | None, arguments: list[str], key: str | None, here: bool, **options: Any) -> None:
        """List, run here, or enqueue."""
        if options["list"]:
            self._list()
        elif not name:
            raise BadRequest(_("Welke taak?"), _("`baken job --list` noemt ze."))
        elif here:
            definition(name).call(**_parse(arguments))
            self.stdout.write(_("Taak %(name)s: klaar.") % {"name": name})
        else:
            job = definition(name).using(key=key).enqueue(**_parse(arguments))
            asked = _("Taak %(number)s (%(name)s): %(state)s. Een werker (`baken worker`) voert ze uit.")
            self.stdout.write(asked % {"number": job.pk, "name": name, "state": job.get_state_display()})

    def _list(self) -> None:
        for each in definitions():
            every = str(each.every) if each.every else _("op vraag")
            self.stdout.write(f"{each.name:<40} {every:<28} {each.title}")


def _parse(arguments: list[str]) -> dict[str, object]:
    return dict(_pair(text) for text in arguments)


def _pair(text: str) -> tuple[str, object]:
    name, equals, value = text.partition("=")
    if not equals:
        raise BadRequest(_("“%(text)s” is geen naam=waarde.") % {"text": text})
    try:
        return name, json.loads(value)
    except json.JSONDecodeError:
        return name, value
