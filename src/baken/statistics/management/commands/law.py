"""`baken law --out DIR`: the rule book as a website and a PDF; `baken law --diff DAY DAY`: what changed in between."""

import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.foundation.errors import BadRequest
from baken.law.content import the_book
from baken.law.speech import LANGUAGES
from baken.ledger.management.arguments import place
from baken.statistics.lawbook.diff import as_data, as_text
from baken.statistics.lawbook.publish import publish


class Command(BaseCommand):
    """The command; `publish` and `diff` do the work."""

    help = gettext_noop("Het regelboek uitschrijven voor de jurist, of tonen wat tussen twee dagen veranderde.")
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to write the book, or between which days to compare; how, and in which language."""
        asked = parser.add_mutually_exclusive_group(required=True)
        asked.add_argument("--out", type=place, metavar=_("MAP"), help=_("de map voor het regelboek (website en PDF)"))
        days = (_("DAG"), _("DAG"))
        asked.add_argument(
            "--diff", nargs=2, metavar=days, help=_("wat na de eerste dag en tot en met de tweede inging")
        )
        parser.add_argument("--format", choices=("text", "json"), default="text", help=_("hoe (text)"))
        parser.add_argument("--lang", choices=LANGUAGES, default="nl", help=_("de taal van --diff (nl)"))

    def handle(self, *, out: Path | None, diff: list[str] | None, **options: Any) -> None:
        """Publish and say where to look, or print what changed."""
        if diff is not None:
            start, end = map(_day, diff)
            if end <= start:
                raise BadRequest(
                    _("%(end)s komt niet na %(start)s.") % {"start": start, "end": end},
                    _("Geef eerst de vroegste dag."),
                )
            say = as_text if options["format"] == "text" else _json
            self.stdout.write(say(the_book(), start, end, options["lang"]))
        elif out is not None:
            digest = publish(out)
            self.stdout.write(_("Regelboek %(digest)s") % {"digest": digest})
            self.stdout.write(_("Open %(page)s") % {"page": out / "index.html"})


def _json(*asked: Any) -> str:
    return json.dumps(as_data(*asked), ensure_ascii=False, indent=1)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadRequest(_("“%(text)s” is geen dag.") % {"text": text}, _("Schrijf hem als 2026-10-31.")) from None
