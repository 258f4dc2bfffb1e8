"""What the path ends with: certificate, proof of regular participation, declaration of efforts; exemption, suspension."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.accounts.roles import Group
from baken.foundation.errors import NotAllowed
from baken.ledger.facts import Fact
from baken.programme.facts import (
    CertificateIssued,
    ContractSigned,
    EffortsDeclared,
    ExemptionCertified,
    LongPathAdvised,
    RegularParticipationProven,
    SuspensionCertified,
)
from baken.ui.acting import Act, Case, act, asked_of


def require(case: Case, rule: str, refusal: str) -> None:
    """Raises NotAllowed when the law says no, or cannot say yes yet."""
    outcome = case.value(rule)
    if outcome is False:
        raise NotAllowed(refusal, _("In het dossier staat waarom, bij wat de wet zegt."))
    if outcome is None:
        raise NotAllowed(_("Dit is nog niet te beslissen: er ontbreken gegevens."), _("In het dossier staat welke."))


class OnceSigned(Act):
    """An act that asks for a contract, now or earlier."""

    group = Group.PATH
    heading = "end"

    def offered(self, case: Case) -> bool:
        """Where a contract was signed, and nothing of the kind was issued."""
        return bool(case.rows(ContractSigned)) and not case.rows(self.tells)


@act
class IssueCertificate(OnceSigned):
    """The civic integration certificate."""

    name = "programme.issue_certificate"
    label = gettext_lazy("Inburgeringsattest uitreiken")
    tells = CertificateIssued
    asks = asked_of(CertificateIssued, "occurred_on")

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Only who reached every part."""
        require(case, "certificate_due", _("Niet alle onderdelen zijn bereikt."))

    def fact(self, model: type[Fact], case: Case, given: Mapping[str, Any], **more: Any) -> Fact:
        """Of civic integration; the other kind comes from elsewhere."""
        return super().fact(model, case, given, certificate="civic_integration", **more)


@act
class ProveRegularParticipation(OnceSigned):
    """Proof of regular participation, under contracts of before March 2016."""

    name = "programme.prove_regular_participation"
    label = gettext_lazy("Bewijs van regelmatige deelname geven")
    tells = RegularParticipationProven
    asks = asked_of(RegularParticipationProven, "occurred_on")

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Only who took part regularly under the old contracts."""
        require(case, "regular_participation_due", _("De wet kent hier geen bewijs van regelmatige deelname."))


@act
class AdviseLongPath(OnceSigned):
    """Advice of the commission for long paths."""

    name = "programme.advise_long_path"
    label = gettext_lazy("Advies commissie lange trajecten noteren")
    tells = LongPathAdvised
    asks = asked_of(LongPathAdvised, "occurred_on", "advice")

    def offered(self, case: Case) -> bool:
        """As often as the commission meets on it."""
        return bool(case.rows(ContractSigned)) and not case.rows(CertificateIssued)


@act
class DeclareEfforts(OnceSigned):
    """Declaration of efforts made."""

    name = "programme.declare_efforts"
    label = gettext_lazy("Verklaring van geleverde inspanningen geven")
    tells = EffortsDeclared
    asks = asked_of(EffortsDeclared, "occurred_on")

    def offered(self, case: Case) -> bool:
        """After advice of the commission."""
        return super().offered(case) and any(row["advice"] == "efforts" for row in case.rows(LongPathAdvised))

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Only who did what could be done."""
        require(case, "efforts_declaration_due", _("De voorwaarden voor een verklaring zijn niet vervuld."))


@act
class CertifyExemption(Act):
    """Certificate of exemption from the duty."""

    name = "programme.certify_exemption"
    label = gettext_lazy("Attest van vrijstelling geven")
    group = Group.PATH
    heading = "end"
    tells = ExemptionCertified
    asks = asked_of(ExemptionCertified, "occurred_on", "ground!")

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Only who is exempt by law."""
        require(case, "exemption_certificate_due", _("De wet kent hier geen vrijstelling."))


@act
class CertifySuspension(Act):
    """Certificate of suspension of the duty."""

    name = "programme.certify_suspension"
    label = gettext_lazy("Attest van opschorting geven")
    group = Group.PATH
    heading = "end"
    tells = SuspensionCertified
    asks = asked_of(SuspensionCertified, "occurred_on", "ground!", "until!")
