"""Registration: reporting to an agency, its postponement, the target group."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.accounts.roles import Group
from baken.foundation.errors import NotAllowed
from baken.ledger.facts import Fact
from baken.programme.acts.decisions import confirmation, decided, uncertain
from baken.programme.facts import (
    ContractSigned,
    DecisionTaken,
    Registered,
    RegistrationPostponed,
    SigningPostponed,
    TargetGroupDetermined,
)
from baken.ui.acting import Act, Ask, Case, Told, act, ask, asked_of

IN_TARGET_GROUP = {"undetermined": "undetermined", "none": "no"}
"""Whether somebody belongs to the target group, by which one it is; `yes` for the others."""


@act
class Register(Act):
    """First registration, or a renewed one of somebody who was registered before."""

    name = "programme.register"
    label = gettext_lazy("Aanmelden")
    intro = gettext_lazy(
        "De persoon meldt zich bij het agentschap. Vanaf nu loopt de termijn om een contract te tekenen."
    )
    group = Group.PATH
    tells = Registered
    asks = asked_of(Registered, "occurred_on", "reason")

    def fact(self, model: type[Fact], case: Case, given: Mapping[str, Any], **more: Any) -> Fact:
        """First, unless there was one before."""
        return super().fact(model, case, given, kind="renewed" if case.rows(Registered) else "first", **more)


@act
class PostponeRegistration(Act):
    """Registration may wait until a day."""

    name = "programme.postpone_registration"
    label = gettext_lazy("Aanmelding uitstellen")
    group = Group.PATH
    tells = RegistrationPostponed
    asks = asked_of(RegistrationPostponed, "occurred_on", "until!", "reason!")

    def offered(self, case: Case) -> bool:
        """Before the registration."""
        return not case.rows(Registered)

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """On a recognised ground."""
        _recognised(case, given)


@act
class PostponeSigning(Act):
    """Signing the contract may wait until a day."""

    name = "programme.postpone_signing"
    label = gettext_lazy("Ondertekening uitstellen")
    group = Group.PATH
    tells = SigningPostponed
    asks = asked_of(SigningPostponed, "occurred_on", "until!", "reason!")

    def offered(self, case: Case) -> bool:
        """Between registration and contract."""
        return bool(case.rows(Registered)) and not case.rows(ContractSigned)

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """On a recognised ground."""
        _recognised(case, given)


def _recognised(case: Case, given: Mapping[str, Any]) -> None:
    refusal = _("Om die reden kent de wet geen uitstel.")
    case.suppose(postponement_ground=given["reason"]).require("postponement_recognised", refusal)


@act
class DetermineTargetGroup(Act):
    """The law proposes a target group; a counsellor determines it."""

    name = "programme.determine_target_group"
    label = gettext_lazy("Doelgroep bepalen")
    intro = gettext_lazy("Baken stelt voor wat de wet zegt. Wijkt u ervan af, dan zegt u waarom.")
    group = Group.PATH
    tells = TargetGroupDetermined
    tells_too = (DecisionTaken,)
    rule = "target_group"
    asks = (
        *asked_of(TargetGroupDetermined, "occurred_on"),
        ask(TargetGroupDetermined, "target_group", required=True, initial=lambda case: case.value("target_group")),
        *asked_of(TargetGroupDetermined, "duty_exemption_ground", "no_target_reason"),
        ask(
            TargetGroupDetermined,
            "motivation",
            label=gettext_lazy("Motivering"),
            hint=gettext_lazy("Alleen nodig als u afwijkt van wat de wet zegt, of als de wet het nog niet kan zeggen."),
        ),
    )

    def questions(self, case: Case) -> tuple[Ask, ...]:
        """Also to confirm what the law is not certain of."""
        doubtful = uncertain(case, self.rule)
        return (*self.asks, *((confirmation(doubtful),) if doubtful else ()))

    def told(self, case: Case, given: Mapping[str, Any]) -> Told:
        """What was determined, and what the law said, with its why."""
        told = super().told(case, given)
        told.facts += decided(case, self.rule, confirmed=bool(given.get("confirmed")), keep=not case.rehearsal)
        return told

    def fact(self, model: type[Fact], case: Case, given: Mapping[str, Any], **more: Any) -> Fact:
        """Also whether that is in the target group at all."""
        within = IN_TARGET_GROUP.get(given["target_group"], "yes")
        return super().fact(model, case, given, in_target_group=within, **more)

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Another group than the law's needs a motivation; an exemption ground belongs to a duty."""
        proposed = case.value(self.rule)
        if given["target_group"] != proposed and not (given.get("motivation") or "").strip():
            raise NotAllowed(
                _("De wet kan dit nog niet zeggen.") if proposed is None else _("De wet zegt iets anders."),
                _("Zeg in de motivering waarom u dit bepaalt."),
            )
        if given.get("no_target_reason") and given["target_group"] != "none":
            raise NotAllowed(
                _("Een reden waarom iemand niet tot de doelgroep behoort, hoort alleen daarbij."),
                _("Laat de reden leeg, of kies “Geen doelgroep”."),
            )
        exempt = given.get("duty_exemption_ground")
        if exempt and given["target_group"] not in ("obliged", "entitled_obliged"):
            raise NotAllowed(
                _("Alleen wie verplicht is, kan van de verplichting vrijgesteld worden."),
                _("Laat de vrijstelling leeg, of kies een verplichte doelgroep."),
            )
