"""`baken study REFORM.yaml --on DATE --out DIR`: what a reform would change, for whom, and what it would cost."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from baken.foundation.errors import BadRequest
from baken.law.faults import LawError
from baken.ledger.management.arguments import add_known_at, place
from baken.statistics.study.publish import publish


class Command(BaseCommand):
    """The command; `publish` does the work."""

    help = gettext_noop("Een hervorming doorrekenen op de caseload: wie wint, wie verliest, en wat het kost.")
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which reform, over whom, on which day, where to."""
        parser.add_argument("reform", type=_file, metavar=_("HERVORMING.yaml"), help=_("het voorstel"))
        on = _("de dag waarop beslist wordt")
        parser.add_argument("--on", type=_day, required=True, metavar=_("DAG"), help=on)
        out = _("de map waarin geschreven wordt")
        parser.add_argument("--out", type=place, required=True, metavar=_("MAP"), help=out)
        people = _("een rij per mens en een kolom per rechtsfeit, in plaats van de caseload")
        parser.add_argument("--population", type=_file, metavar=_("BESTAND.parquet"), help=people)
        since = _("de begindag van het voorstel, in plaats van zijn eigen")
        parser.add_argument("--from", dest="since", type=_day, metavar=_("DAG"), help=since)
        add_known_at(parser)

    def handle(self, *, reform: Path, on: date, out: Path, **options: Any) -> None:
        """Publish, and say where to look."""
        asked = {name: options[name] for name in ("population", "since", "known_at")}
        try:
            made = publish(reform, on, out, **asked)
        except LawError as error:
            raise BadRequest(*error.said["en" if get_language() == "en" else "nl"]) from None
        self.stdout.write(_("%(number)s rijen, %(outcomes)s uitkomsten") % _counted(made))
        self.stdout.write(_("Open %(page)s") % {"page": out / "index.html"})


def _counted(made: Any) -> dict[str, int]:
    return {"number": made.study.people, "outcomes": len(made.touched)}


def _file(text: str) -> Path:
    if not Path(text).is_file():
        raise ArgumentTypeError(_("“%(text)s” is geen bestand") % {"text": text})
    return Path(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(_("“%(text)s” is geen dag (2026-10-31)") % {"text": text}) from None
