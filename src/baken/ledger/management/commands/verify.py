"""`baken verify`"""

from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand

from baken.foundation.errors import BakenError
from baken.ledger.verify import verify


class ChainBroken(BakenError):
    """The ledger is not what was recorded."""

    code = "chain_broken"


def noted(text: str) -> tuple[int, str]:
    """Read `ID:DIGEST`. Raises ArgumentTypeError."""
    number, _, digest = text.partition(":")
    if not (number.isdecimal() and len(digest) == 64):
        raise ArgumentTypeError("expected ID:DIGEST, as printed by `baken load` or on a report")
    return int(number), digest.lower()


class Command(BaseCommand):
    """Thin: see `ledger.verify`."""

    help = "Recompute the digest chain; name the first append that does not fit."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What was noted earlier."""
        parser.add_argument(
            "--expect", type=noted, metavar="ID:DIGEST", help="a head noted earlier, which must be there"
        )

    def handle(self, *, expect: tuple[int, str] | None, **_: Any) -> None:
        """Say what the chain's head is, or refuse."""
        verdict = verify(expect)
        if verdict.fault:
            raise ChainBroken(verdict.fault)
        self.stdout.write(f"Het grootboek klopt: {verdict.append} registraties, {verdict.facts} feiten.")
        self.stdout.write(f"Zegel: {verdict.append}:{verdict.digest}")
