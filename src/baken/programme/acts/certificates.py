"""What the path ends with: certificate, proof of participation, declaration of efforts; exemption, suspension."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from baken.accounts.roles import Group
from baken.ledger.facts import Fact
from baken.programme.acts.decisions import PROOF, Deciding, OnGround, confirmation, uncertain
from baken.programme.facts import (
    CertificateIssued,
    ContractSigned,
    EffortsDeclared,
    ExemptionCertified,
    LongPathAdvised,
    RegularParticipationProven,
    SuspensionCertified,
)
from baken.ui.acting import Act, Ask, Case, act, ask, asked_of


class OnceSigned(Deciding):
    """A decision that asks for a contract, now or earlier."""

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
    rule = "certificate_due"
    refusal = gettext_lazy("Niet alle onderdelen zijn bereikt.")

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
    rule = "regular_participation_due"
    refusal = gettext_lazy("De wet kent hier geen bewijs van regelmatige deelname.")


@act
class AdviseLongPath(Act):
    """Advice of the commission for long paths."""

    name = "programme.advise_long_path"
    label = gettext_lazy("Advies commissie lange trajecten noteren")
    group = Group.PATH
    heading = "end"
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
    rule = "efforts_declaration_due"
    refusal = gettext_lazy("De voorwaarden voor een verklaring zijn niet vervuld.")

    def offered(self, case: Case) -> bool:
        """After advice of the commission."""
        return super().offered(case) and any(row["advice"] == "efforts" for row in case.rows(LongPathAdvised))


@act
class CertifyExemption(Deciding):
    """Certificate of exemption from the duty."""

    name = "programme.certify_exemption"
    label = gettext_lazy("Attest van vrijstelling geven")
    group = Group.PATH
    heading = "end"
    tells = ExemptionCertified
    asks = (
        *asked_of(ExemptionCertified, "occurred_on", "ground!"),
        ask(ExemptionCertified, "evidence", required=True, hint=PROOF),
    )
    rule = "exemption_certificate_due"
    refusal = gettext_lazy("Op die grond kent de wet hier geen vrijstelling.")

    def offered(self, case: Case) -> bool:
        """Once."""
        return not case.rows(ExemptionCertified)

    def judged(self, case: Case, given: Mapping[str, Any]) -> Case:
        """On the ground given."""
        return case.suppose(exemption_ground=given["ground"])

    def questions(self, case: Case) -> tuple[Ask, ...]:
        """To confirm: most grounds are not certain."""
        return (*self.asks, confirmation(uncertain(case.suppose(exemption_ground="diploma"), self.rule)))


@act
class CertifySuspension(OnGround):
    """Certificate of suspension of the duty."""

    name = "programme.certify_suspension"
    label = gettext_lazy("Attest van opschorting geven")
    group = Group.PATH
    heading = "end"
    tells = SuspensionCertified
    asks = (
        *asked_of(SuspensionCertified, "occurred_on", "ground!", "until!"),
        ask(SuspensionCertified, "evidence", required=True, hint=PROOF),
    )
    rule = "suspension_recognised"
    refusal = gettext_lazy("Om die reden kent de wet geen opschorting.")
