"""Loading a delivery: everything is checked first; then all of it is written in one transaction, or nothing."""

from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from adbc_driver_manager import Error as DriverError
from django.conf import settings
from django.utils.translation import gettext as _

from baken.foundation import clock
from baken.foundation.codelists import version as code_lists_version
from baken.foundation.errors import BadRequest, Conflict
from baken.ledger.bulk import adbc_connection
from baken.ledger.interchange.aside import write_aside
from baken.ledger.interchange.delivery import Delivery, open_delivery
from baken.ledger.interchange.faults import Faults, Refused
from baken.ledger.interchange.ledgerside import read_state
from baken.ledger.interchange.manifest import Manifest
from baken.ledger.interchange.places import require_new_aside, tentative
from baken.ledger.interchange.preparing import Plan, Preparation
from baken.ledger.interchange.sealing import Origin
from baken.ledger.interchange.stage import Stage, open_stage, scratch_folder
from baken.ledger.interchange.storing import holding_lock, store, tables_written
from baken.ledger.progress import Steps, counted_facts
from baken.ledger.wording import number

TRIES = 3
"""How often a delivery is prepared anew because others wrote meanwhile; the last time with the lock held."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did. `head` is None when nothing had to be written; `aside` counts rows set aside."""

    manifest: Manifest
    head: tuple[int, str] | None
    restored: bool
    facts: dict[str, int]
    retracted: int
    left_out: int
    aside: int
    faults: Faults
    warnings: list[str]


def load_delivery(
    path: Path, *, by: str = "baken load", set_aside: Path | None = None, steps: Steps | None = None
) -> Loaded:
    """Load a folder or zip. set_aside: a new folder for the dossiers that have a fault; the others are loaded.

    Into an empty ledger a delivery with history is a restore; otherwise it becomes one append recorded now.
    Raises Refused with every fault, BadRequest, or Conflict when others keep writing; nothing is written then.
    """
    steps = steps or Steps()
    if set_aside:
        require_new_aside(set_aside)
    with scratch_folder() as scratch:
        faults = Faults()
        delivery = open_delivery(path, scratch, faults)
        if delivery is None:
            raise Refused(faults)
        if not any(file.table.fact or file.table.reference for file in delivery.files.values()) and not faults:
            raise BadRequest(_("De levering is leeg: er zijn geen bestanden met feiten in."))
        for last in range(1, TRIES + 1):
            job = _Job(scratch, delivery, faults.copy(), steps, by, set_aside)
            if (loaded := job.run(hold=last == TRIES)) is not None:
                _live_on(delivery.manifest.today)
                return loaded
            steps.say(_("Het grootboek is intussen gegroeid; de levering wordt er opnieuw tegen gelegd."))
    raise AssertionError("the last try holds the lock")


def _live_on(today: date | None) -> None:
    """In demo mode, processes that start from now on live on the day that the delivery brings along."""
    if settings.DEMO and today:
        (settings.VAR / clock.TODAY).write_text(today.isoformat(), encoding="utf-8")


@dataclass(frozen=True)
class _Job:
    """One try to load a delivery."""

    scratch: Path
    delivery: Delivery
    faults: Faults
    steps: Steps
    by: str
    set_aside: Path | None

    def run(self, *, hold: bool) -> Loaded | None:
        """Prepare and write; None when the ledger moved on meanwhile. hold: keep the lock all the while."""
        try:
            with open_stage(self.scratch) as stage, adbc_connection() as connection:
                locked = holding_lock(connection, tables_written(self.delivery)) if hold else nullcontext()
                with locked:
                    plan = self._prepare(stage, connection)
                    return self._write(stage, connection, plan, locked=hold)
        except DriverError as error:
            if any(word in str(error).lower() for word in ("locked", "busy", "deadlock")):
                busy = _("Iemand anders schrijft in het grootboek.")
                raise Conflict(busy, _("Laad opnieuw; er is niets geschreven.")) from None
            raise

    def _prepare(self, stage: Stage, connection: Any) -> Plan:
        preparation = Preparation(stage, connection, self.delivery, self.faults, self.steps)
        origin = Origin(clock.now(), self.by, self.delivery.manifest.source or self.by, self.delivery.manifest.note)
        return preparation.plan(origin, set_aside=self.set_aside is not None)

    def _write(self, stage: Stage, connection: Any, plan: Plan, *, locked: bool) -> Loaded | None:
        folder = self.set_aside if plan.faults and not plan.warnings else None
        try:
            # What is set aside is written before the rest is recorded, and goes when that fails.
            with tentative(folder) if folder else nullcontext():
                aside = write_aside(stage, self.delivery, plan.faults, folder) if folder else None
                written = self._store(stage, connection, plan, locked=locked)
        except _MovedOn:
            return None
        return self._loaded(plan, aside, written=written)

    def _store(self, stage: Stage, connection: Any, plan: Plan, *, locked: bool) -> bool:
        """Raises _MovedOn."""
        for table in plan.fact_tables:
            stage.drop(table.name)
        with self.steps.step(_("Schrijven")) as step:
            step.told = counted_facts(sum(plan.facts.values()))
            with nullcontext() if locked else holding_lock(connection, tables_written(self.delivery)):
                if read_state(connection) != plan.state:
                    raise _MovedOn
                return store(stage, connection, plan)

    def _loaded(self, plan: Plan, aside: int | None, *, written: bool) -> Loaded:
        warnings = list(plan.warnings)
        stated = self.delivery.manifest.head
        if plan.restore and stated and aside is None and stated != (plan.head, plan.digest):
            warnings.append(
                _("De levering is veranderd sinds ze uitgevoerd werd: het zegel van het manifest klopt niet.")
            )
        if self.delivery.manifest.code_lists not in (None, code_lists_version()):
            warnings.append(_("De levering is gemaakt met andere codelijsten dan deze."))
        if plan.renewed:
            told = _("Deze vestigingen staan nu in het grootboek zoals de levering ze noemt: %(offices)s.")
            warnings.append(told % {"offices": shortened(plan.renewed)})
        return Loaded(
            manifest=self.delivery.manifest,
            head=(plan.head, plan.digest) if written else None,
            restored=plan.restore,
            facts=plan.facts,
            retracted=plan.retracted,
            left_out=plan.left_out,
            aside=aside or 0,
            faults=plan.faults,
            warnings=warnings,
        )


def shortened(names: list[str], most: int = 10) -> str:
    """The first names of a list, and how many more there are."""
    more = [_("en nog %(count)s") % {"count": number(len(names) - most)}] if len(names) > most else []
    return ", ".join([*names[:most], *more])


class _MovedOn(Exception):
    """The ledger is no longer what the plan was made for."""
