"""`baken verify`"""

from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.foundation.errors import BakenError
from baken.ledger.doubt import keep
from baken.ledger.verify import verify
from baken.ledger.wording import number


class ChainBroken(BakenError):
    """The ledger is not what was recorded."""

    code = "chain_broken"
    exit_code = 1


def noted(text: str) -> tuple[int, str]:
    """Read `NUMBER:SEAL`. Raises ArgumentTypeError."""
    append, _sign, digest = text.partition(":")
    if not (append.isdecimal() and len(digest) == 64):
        raise ArgumentTypeError(_("schrijf NUMMER:ZEGEL, zoals `baken load` of een rapport het toont"))
    return int(append), digest.lower()


class Command(BaseCommand):
    """Thin: see `ledger.verify`."""

    help = gettext_noop("Het grootboek bewijzen: herreken de zegels en noem de eerste registratie die niet klopt.")
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What was noted earlier."""
        parser.add_argument(
            "--expect",
            type=noted,
            metavar=_("NUMMER:ZEGEL"),
            help=_("een zegel dat eerder genoteerd is en er nog moet zijn"),
        )

    def handle(self, *, expect: tuple[int, str] | None, **options: Any) -> None:
        """Say what the chain's head is, or refuse."""
        verdict = verify(expect)
        keep(verdict.fault if verdict.broken else None)
        if verdict.fault:
            raise ChainBroken(verdict.fault)
        sound = _("Het grootboek klopt: %(appends)s registraties, %(facts)s feiten (%(retracted)s ervan ingetrokken).")
        counts = {"appends": verdict.append, "facts": verdict.facts, "retracted": verdict.retracted}
        self.stdout.write(sound % {name: number(count) for name, count in counts.items()})
        self.stdout.write(_("Zegel: %(seal)s") % {"seal": f"{verdict.append}:{verdict.digest}"})
