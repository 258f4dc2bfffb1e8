"""Preparing a delivery for the ledger, without its lock: lay out, check, number, seal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from baken.foundation import clock
from baken.ledger.facts import opening_types
from baken.ledger.interchange import aside, sealing
from baken.ledger.interchange.checks import Check, run_checks
from baken.ledger.interchange.companions import kept_numbers, number_companions, number_offices
from baken.ledger.interchange.crosschecks import fact_checks
from baken.ledger.interchange.delivery import Delivery
from baken.ledger.interchange.faults import Faults, Refused, counted_faults
from baken.ledger.interchange.forms import form_checks, keep_codes
from baken.ledger.interchange.known import VERDICTS, part_from_known
from baken.ledger.interchange.lasting import lasting_checks, renewed
from baken.ledger.interchange.laying import lay_out
from baken.ledger.interchange.layout import Kind, Table, appends, known_as
from baken.ledger.interchange.ledgerside import NAMES, LedgerState, names_of, offices, read_state
from baken.ledger.interchange.numbering import highest_used, number_facts, number_subjects
from baken.ledger.interchange.openings import note_openings, opening_checks, read_openings
from baken.ledger.interchange.rowchecks import append_checks, link_checks, reference_checks
from baken.ledger.interchange.sealing import Origin
from baken.ledger.interchange.stage import Stage, quoted
from baken.ledger.progress import Steps, counted_facts
from baken.ledger.reference import references
from baken.ledger.wording import number

ALONE = (appends(), known_as())
"""Tables of which no row can be set aside: others depend on all of them."""
POINTING = ("dangling_reference", "dangling_link")


@dataclass(frozen=True)
class Plan:
    """What will be written, staged and sealed against one state of the ledger."""

    state: LedgerState
    restore: bool
    """The delivery's own appends are kept; otherwise it becomes one append recorded now."""
    delivery: Delivery
    head: int
    digest: str
    facts: dict[str, int]
    """Facts added per label."""
    retracted: int
    left_out: int
    """Rows that their source withdrew before this ledger knew them."""
    highest: dict[str, int]
    """The highest number used per kind of subject, and per reference model whose numbers are kept."""
    warnings: list[str]
    faults: Faults
    """What was set aside, and why."""
    renewed: list[str]
    """Offices that the delivery tells otherwise than the ledger has them."""

    @property
    def tables(self) -> list[Table]:
        """The delivered tables."""
        return [file.table for file in self.delivery.files.values()]

    @property
    def fact_tables(self) -> list[Table]:
        """The delivered tables of facts."""
        return [table for table in self.tables if table.fact]


class Preparation:
    """One delivery being prepared against the ledger as it stands now."""

    def __init__(self, stage: Stage, connection: Any, delivery: Delivery, faults: Faults, steps: Steps) -> None:
        self.stage, self.connection, self.delivery = stage, connection, delivery
        self.faults, self.steps = faults, steps
        self.state = read_state(connection)
        self.restore = self.state.empty and delivery.history
        self.tables = [file.table for file in delivery.files.values()]
        self.fact_tables = [table for table in self.tables if table.fact]
        self.names = {table.name: delivery.files[table.name].name for table in self.tables}
        self.left_out = 0

    def plan(self, origin: Origin, *, set_aside: bool) -> Plan:
        """Check everything and seal what is sound. set_aside: take out dossiers with faults instead of refusing.

        Raises Refused with every fault.
        """
        with self.steps.step(_("Levering lezen")) as step:
            self._lay_out()
            laid_out = [table for table in self.fact_tables if self.stage.has(table.name)]
            step.told = counted_facts(sum(map(self._count, laid_out)))
        with self.steps.step(_("Controleren")) as step:
            found = self._check()
            step.told = counted_faults(len(self.faults))
        if found and (proven := self._proven(origin)):
            return proven
        while self.faults.whole or found:
            if self.faults.whole or not set_aside or any(check.table in ALONE for check in found):
                raise Refused(self.faults)
            aside.take_out(self.stage, self.tables, found)
            found = self._check_again()
        return self._sealed(origin, [])

    def _count(self, table: Table) -> int:
        return int(self.stage.value(f"SELECT count(*) FROM {quoted(table.name)}"))

    def _lay_out(self) -> None:
        kinds = () if self.state.empty else opening_types()
        self.stage.keep("names", names_of(self.connection, kinds), NAMES)
        self.stage.run("ALTER TABLE names ADD COLUMN known BOOLEAN DEFAULT true")
        self.types = lay_out(self.stage, self.delivery, self.faults, restore=self.restore)
        self.stage.keep("offices", *offices(self.connection))
        keep_codes(self.stage, self.tables)

    def _check(self) -> list[Check]:
        """Everything that can be checked; with files missing or unreadable only the rows by themselves."""
        if self.faults.whole:
            return self._run(
                check for table in self.tables if self.stage.has(table.name) for check in self._form(table)
            )
        number_offices(self.stage, self.state)
        if not self.restore:
            for table in self.fact_tables:
                self.left_out += part_from_known(self.stage, self.connection, self.state, table)
        read_openings(self.stage, self.connection, self.tables)
        return self._check_rows()

    def _check_rows(self) -> list[Check]:
        return self._run(self._row_checks())

    def _row_checks(self) -> Iterator[Check]:
        note_openings(self.stage, self.fact_tables)
        for table in self.tables:
            yield from self._checks_of(table)

    def _check_again(self) -> list[Check]:
        """What points at something that was taken out goes with it, and is told so: it was there."""
        return self._run(
            replace(check, kind="goes_along") if check.kind in POINTING else check for check in self._row_checks()
        )

    def _run(self, checks: Iterable[Check]) -> list[Check]:
        return run_checks(self.stage, checks, self.names, self.faults)

    def _form(self, table: Table) -> Iterator[Check]:
        return form_checks(table, self.types[table.name])

    def _checks_of(self, table: Table) -> Iterator[Check]:
        yield from self._form(table)
        if table.fact:
            yield from self._fact_checks(table)
        elif table.reference:
            yield from reference_checks(self.stage, self.connection, table)
            yield from lasting_checks(self.stage, self.connection, self.delivery.files[table.name])
        elif table.name == "appends":
            before = None if self.state.empty else self.state.recorded_at
            yield from append_checks(table, latest=self._latest(), not_before=before)
        yield from link_checks(self.stage, table, kept_numbers(self.state))

    def _fact_checks(self, table: Table) -> Iterator[Check]:
        yield from fact_checks(table, history=self.delivery.history, today=clock.today())
        name = quoted(table.name)
        if self.restore:
            missing = "appended_in IS NULL AND NOT coalesce(list_contains(bad, 'appended_in'), false)"
            yield Check("missing_value", table, "appended_in", f"SELECT row, NULL AS value FROM {name} WHERE {missing}")
            return
        yield from opening_checks(self.state, table)
        for verdict in VERDICTS:
            known = f"SELECT row FROM {quoted(f'known/{table.label}')} WHERE verdict = '{verdict}'"
            yield Check(verdict, table, "ref", f"SELECT row, NULL AS value FROM {name} WHERE row IN ({known})")

    def _latest(self) -> datetime:
        """Nothing is recorded after now; a demo lives on its own day, which may lie ahead."""
        ahead = self.delivery.manifest.today if settings.DEMO else None
        return max(clock.now(), clock.end_of_day(ahead)) if ahead else clock.now()

    def _proven(self, origin: Origin) -> Plan | None:
        """The plan, where this is a ledger's own untouched export: its digest is the one its manifest states.

        What a ledger held must be restorable, also where rules on what makes sense have become stricter since.
        """
        stated = self.delivery.manifest.head
        if not (self.restore and stated and self.faults.only_sense):
            return None
        warning = _("%(count)s feiten zijn ongewoon, maar stonden zo in het grootboek.")
        plan = self._sealed(origin, [warning % {"count": number(len(self.faults))}])
        return plan if (plan.head, plan.digest) == stated else None

    def _sealed(self, origin: Origin, warnings: list[str]) -> Plan:
        with self.steps.step(_("Nummeren en verzegelen")) as step:
            self._number()
            contents = sealing.contents_of(self.stage, self.fact_tables, self.state.head + 1)
            if self.restore:
                headers = sealing.headers_of_history(self.stage, contents)
            else:
                headers = iter([sealing.header_of(self.state, contents, origin)])
            head, digest = sealing.seal(self.stage, self.state, headers, contents)
            facts = {table.label: self._count_final(table) for table in self.fact_tables}
            step.told = counted_facts(sum(facts.values()))
        return Plan(
            state=self.state,
            restore=self.restore,
            delivery=self.delivery,
            head=head,
            digest=digest,
            facts=facts,
            retracted=sum(len(part.retracted) for parts in contents.values() for part in parts.values()),
            left_out=self.left_out,
            highest=self._highest(),
            warnings=warnings,
            faults=self.faults,
            renewed=[
                key
                for table in self.tables
                if table.reference
                for key in renewed(self.stage, self.connection, self.delivery.files[table.name])
            ],
        )

    def _highest(self) -> dict[str, int]:
        subjects = {kind: highest_used(self.stage, self.tables, Kind.NAME, kind) for kind in opening_types()}
        given = dict(self.stage.rows("SELECT kind, max(number) FROM numbers GROUP BY kind"))
        rows = {name: highest_used(self.stage, self.tables, Kind.LINK, name) for name in references()}
        kept = {name: rows[name] for name, keeps in kept_numbers(self.state).items() if keeps}
        return {kind: max(number, given.get(kind, 0)) for kind, number in (subjects | kept).items()}

    def _count_final(self, table: Table) -> int:
        return int(self.stage.value(f"SELECT count(*) FROM {quoted(f'final/{table.label}')}"))

    def _number(self) -> None:
        number_subjects(self.stage, self.state, self.tables)
        number_companions(self.stage, self.connection, self.state, self.tables)
        appended_in = "t.appended_in" if self.restore else str(self.state.head + 1)
        number_facts(self.stage, self.fact_tables, appended_in=appended_in, first_fact=self.state.next_fact)
