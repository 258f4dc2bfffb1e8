"""Registration: reporting to an agency, its postponement, the target group."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.accounts.roles import Group
from baken.foundation.errors import NotAllowed
from baken.ledger.facts import Fact
from baken.programme.facts import (
    ContractSigned,
    Registered,
    RegistrationPostponed,
    SigningPostponed,
    TargetGroupDetermined,
)
from baken.ui.acting import Act, Case, act, ask, asked_of


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


@act
class DetermineTargetGroup(Act):
    """The law proposes a target group; a counsellor determines it."""

    name = "programme.determine_target_group"
    label = gettext_lazy("Doelgroep bepalen")
    intro = gettext_lazy("Baken stelt voor wat de wet zegt. Wijkt u ervan af, dan zegt u waarom.")
    group = Group.PATH
    tells = TargetGroupDetermined
    asks = (
        *asked_of(TargetGroupDetermined, "occurred_on"),
        ask(TargetGroupDetermined, "target_group", required=True, initial=lambda case: case.value("target_group")),
        *asked_of(TargetGroupDetermined, "duty_exemption_ground"),
    )

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """An exemption ground belongs to a duty."""
        exempt = given.get("duty_exemption_ground")
        if exempt and given["target_group"] not in ("obliged", "entitled_obliged"):
            raise NotAllowed(
                _("Alleen wie verplicht is, kan van de verplichting vrijgesteld worden."),
                _("Laat de vrijstelling leeg, of kies een verplichte doelgroep."),
            )
