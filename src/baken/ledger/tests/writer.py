"""A process that appends without end and says each append it saw acknowledged; the kill test ends it."""

import os
import sys
from datetime import date
from itertools import count

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
django.setup()

from baken.ledger import subjects  # noqa: E402
from baken.ledger.append import append  # noqa: E402
from baken.people.facts import DossierOpened  # noqa: E402
from baken.programme.facts import InflowSeen, Registered  # noqa: E402

DAY = date(2024, 5, 6)


def write_on() -> None:
    """Append a dossier, then register and correct it; every acknowledged append is one line `id digest`."""
    for turn in count():
        dossier, person = subjects.reserve("dossier")[0], subjects.reserve("person")[0]
        opened = DossierOpened(dossier=dossier, person=person, occurred_on=DAY)
        seen = [InflowSeen(dossier=dossier, occurred_on=DAY, target_group="obliged") for _ in range(turn % 40)]
        acknowledge(append([opened, *seen], by="writer", source="agii"))
        right = Registered(dossier=dossier, occurred_on=DAY, kind="first")
        acknowledge(append([right], retract=seen[:1], by="writer", source="agii"))


def acknowledge(record: object) -> None:
    """Tell the parent, unbuffered, that this append was acknowledged."""
    os.write(sys.stdout.fileno(), f"{record.id} {record.digest}\n".encode())


if __name__ == "__main__":
    write_on()
