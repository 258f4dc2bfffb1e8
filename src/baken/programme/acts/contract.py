"""The civic integration contract: signed, amended, suspended, resumed, ended; terms and exempted parts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.accounts.roles import Group
from baken.foundation.errors import NotAllowed
from baken.ledger.facts import Fact
from baken.programme.acts.decisions import PROOF, OnGround
from baken.programme.facts import (
    ComponentExempted,
    ContractAmended,
    ContractEnded,
    ContractResumed,
    ContractSigned,
    ContractSuspended,
    DecisionTaken,
    Registered,
    TermAgreed,
)
from baken.ui.acting import Act, Ask, Case, Told, act, ask, asked_of

PARTS = ("with_mo", "with_nt2", "with_work", "with_participation")
TERMS = {"mo": "mo_until", "nt2": "nt2_until", "participation": "participation_until"}


def running(case: Case) -> list[int]:
    """Contracts that were signed and not ended."""
    return case.running(ContractSigned, "contract", ContractEnded)


def suspended(case: Case) -> bool:
    """Whether the law sees the path as suspended today."""
    spells = case.value("suspensions") or ()
    return any(start <= case.on < end for start, end in spells)


def _term(component: str, label: Any) -> Ask:
    return Ask(
        TERMS[component], "day", label, required=False, future=True, initial=lambda case: _proposed(case, component)
    )


def _proposed(case: Case, component: str) -> date | None:
    due = case.value(f"{component}_by") if f"{component}_by" in case.book.rules else None
    return due if isinstance(due, date) and case.on <= due < date(9000, 1, 1) else None


class OfContract(Act):
    """An act on the running contract."""

    group = Group.PATH

    def offered(self, case: Case) -> bool:
        """Where a contract runs."""
        return bool(running(case))

    def fact(self, model: type[Fact], case: Case, given: Mapping[str, Any], **more: Any) -> Fact:
        """On the contract that runs."""
        return super().fact(model, case, given, **{"contract": running(case)[0], **more})


@act
class SignContract(Act):
    """A contract with its parts, and by when each is to be finished."""

    name = "programme.sign_contract"
    label = gettext_lazy("Contract ondertekenen")
    intro = gettext_lazy("Kruis de onderdelen aan die in het contract staan, en spreek af tegen wanneer ze klaar zijn.")
    group = Group.PATH
    tells = ContractSigned
    tells_too = (TermAgreed,)
    asks = (
        *asked_of(ContractSigned, "occurred_on", "form!"),
        *(ask(ContractSigned, part, required=True, initial=lambda case: True) for part in PARTS),
        _term("mo", gettext_lazy("Maatschappelijke oriëntatie afgerond tegen")),
        _term("nt2", gettext_lazy("Nederlands afgerond tegen")),
        _term("participation", gettext_lazy("Participatie afgerond tegen")),
        ask(ContractSigned, "goals", hint=gettext_lazy("Wat de persoon met het traject wil bereiken.")),
    )

    def offered(self, case: Case) -> bool:
        """After registration, when no contract runs."""
        return bool(case.rows(Registered)) and not running(case)

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """At least one part, and no term for a part that is not in it; a contract that the law allows."""
        case.require("contract_possible", _("De wet laat hier geen contract toe."))
        if not any(given[part] for part in PARTS):
            raise NotAllowed(_("Een contract heeft minstens één onderdeel."))
        for component, name in TERMS.items():
            if given.get(name) and given[name] < given["occurred_on"]:
                raise NotAllowed(_("Een termijn ligt na de ondertekening van het contract."))
            if given.get(name) and not given[f"with_{component}"]:
                raise NotAllowed(
                    _("Er staat een termijn bij een onderdeel dat niet in het contract staat."),
                    _("Kruis het onderdeel aan, of laat de termijn leeg."),
                )

    def told(self, case: Case, given: Mapping[str, Any]) -> Told:
        """The contract and the terms agreed."""
        facts = [self.fact(ContractSigned, case, given)]
        for component, name in TERMS.items():
            if given.get(name):
                facts.append(
                    self.fact(
                        TermAgreed, case, {"occurred_on": given["occurred_on"]}, component=component, until=given[name]
                    )
                )
        return Told(facts)


@act
class AmendContract(OfContract):
    """An addendum changes the parts."""

    name = "programme.amend_contract"
    label = gettext_lazy("Contract aanpassen")
    tells = ContractAmended
    asks = (
        *asked_of(ContractAmended, "occurred_on"),
        *(
            ask(ContractAmended, part, required=True, initial=lambda case, part=part: _now(case, part))
            for part in PARTS
        ),
        ask(ContractAmended, "goals"),
    )

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """At least one part stays."""
        if not any(given[part] for part in PARTS):
            raise NotAllowed(_("Een contract heeft minstens één onderdeel."), _("Beëindig anders het contract."))


def _now(case: Case, part: str) -> Any:
    rows = sorted(
        [*case.rows(ContractSigned), *case.rows(ContractAmended)], key=lambda row: (row["occurred_on"], row["id"])
    )
    told = [row[part] for row in rows if row["contract"] in running(case) and row[part] is not None]
    return told[-1] if told else None


@act
class AgreeTerm(OfContract):
    """By when a part is to be finished, agreed anew."""

    name = "programme.agree_term"
    label = gettext_lazy("Termijn afspreken")
    tells = TermAgreed
    asks = (
        *asked_of(TermAgreed, "occurred_on"),
        ask(TermAgreed, "component", only=tuple(TERMS)),
        *asked_of(TermAgreed, "until"),
    )

    def fact(self, model: type[Fact], case: Case, given: Mapping[str, Any], **more: Any) -> Fact:
        """A term has no contract column: it is of the path."""
        return Act.fact(self, model, case, given, **more)


@act
class SuspendContract(OnGround, OfContract):
    """The contract rests, on a ground."""

    name = "programme.suspend_contract"
    label = gettext_lazy("Contract opschorten")
    intro = gettext_lazy("Zolang het contract opgeschort is, lopen de termijnen niet door.")
    tells = ContractSuspended
    tells_too = (DecisionTaken,)
    rule = "suspension_recognised"
    refusal = gettext_lazy("Om die reden kent de wet geen opschorting.")
    asks = (
        *asked_of(ContractSuspended, "occurred_on", "reason!", "until?"),
        ask(ContractSuspended, "evidence", hint=PROOF),
    )

    def offered(self, case: Case) -> bool:
        """Where a contract runs that is not suspended."""
        return super().offered(case) and not suspended(case)


@act
class ResumeContract(OfContract):
    """A suspended contract runs again."""

    name = "programme.resume_contract"
    label = gettext_lazy("Contract hervatten")
    tells = ContractResumed
    asks = asked_of(ContractResumed, "occurred_on")

    def offered(self, case: Case) -> bool:
        """Where it is suspended."""
        return super().offered(case) and suspended(case)


@act
class EndContract(OfContract):
    """The contract no longer runs."""

    name = "programme.end_contract"
    label = gettext_lazy("Contract beëindigen")
    tells = ContractEnded
    asks = asked_of(ContractEnded, "occurred_on", "reason")


@act
class ExemptComponent(Act):
    """A part need not be followed."""

    name = "programme.exempt_component"
    label = gettext_lazy("Onderdeel vrijstellen")
    group = Group.PATH
    tells = ComponentExempted
    asks = (
        *asked_of(ComponentExempted, "occurred_on", "component", "ground!"),
        ask(ComponentExempted, "evidence", required=True, hint=PROOF),
    )

    def offered(self, case: Case) -> bool:
        """After registration."""
        return bool(case.rows(Registered))

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Once is enough."""
        if any(row["component"] == given["component"] for row in case.rows(ComponentExempted)):
            raise NotAllowed(_("Voor dat onderdeel is de persoon al vrijgesteld."))
