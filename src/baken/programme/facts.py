"""Facts of the path: inflow, target group, registration, contract, suspension, certificates, guidance."""

from django.db import models

from baken.ledger.facts import DossierFact
from baken.ledger.fields import CodeField, SubjectField


class InflowSeen(DossierFact):
    """The person came into sight (from the National Register) as somebody the programme may be for."""

    target_group = CodeField("doelgroep", codelist="target_group")
    age = models.SmallIntegerField("leeftijd", null=True, blank=True)
    """Completed years on that day; told for minors, because facts hold no exact birth date."""

    class Meta:
        verbose_name = "instroom"


class TargetGroupDetermined(DossierFact):
    """The target group the person belongs to from this day (KBI: Doelgroep)."""

    not_before = {"until": "occurred_on"}
    target_group = CodeField("doelgroep", codelist="target_group", null=True, blank=True)
    in_target_group = CodeField("behoort tot doelgroep", codelist="in_target_group", null=True, blank=True)
    subtype = CodeField("subtype", codelist="target_group_subtype", as_given=True, null=True, blank=True)
    until = models.DateField("tot", null=True, blank=True)
    no_target_reason = CodeField(
        "reden geen doelgroep", codelist="no_target_reason", as_given=True, null=True, blank=True
    )
    duty_exemption_ground = CodeField(
        "reden vrijstelling van de verplichting", codelist="duty_exemption", as_given=True, null=True, blank=True
    )

    class Meta:
        verbose_name = "doelgroepbepaling"


class Registered(DossierFact):
    """First or renewed registration at an agency (KBI: Aanmelding EA or HA)."""

    kind = CodeField("type aanmelding", codelist="registration_kind", null=True, blank=True)
    reason = CodeField("reden", codelist="registration_reason", as_given=True, null=True, blank=True)

    class Meta:
        verbose_name = "aanmelding"


class RegistrationPostponed(DossierFact):
    """Registration may wait until a day, for a reason."""

    not_before = {"until": "occurred_on"}
    until = models.DateField("tot", null=True, blank=True)
    reason = CodeField("reden", codelist="postponement_reason", as_given=True, null=True, blank=True)

    class Meta:
        verbose_name = "uitstel van aanmelding"


class SigningPostponed(DossierFact):
    """Signing of the contract may wait until a day, for a reason."""

    not_before = {"until": "occurred_on"}
    until = models.DateField("tot", null=True, blank=True)
    reason = CodeField("reden", codelist="postponement_reason", as_given=True, null=True, blank=True)

    class Meta:
        verbose_name = "uitstel van ondertekening"


class ContractTerms(DossierFact):
    """What a contract or an addendum says about the parts of the programme."""

    contract = SubjectField("inburgeringscontract", kind="contract")
    form = CodeField("type contract", codelist="contract_form", as_given=True, null=True, blank=True)
    with_mo = models.BooleanField("met maatschappelijke oriëntatie", null=True, blank=True)
    with_nt2 = models.BooleanField("met Nederlands als tweede taal", null=True, blank=True)
    with_career = models.BooleanField("met loopbaanoriëntatie", null=True, blank=True)
    with_work = models.BooleanField("met inschrijving bij VDAB of Actiris", null=True, blank=True)
    with_participation = models.BooleanField("met participatietraject", null=True, blank=True)

    class Meta:
        abstract = True


class ContractSigned(ContractTerms):
    """A civic integration contract was signed."""

    opens = "contract"

    class Meta:
        verbose_name = "inburgeringscontract ondertekend"


class ContractAmended(ContractTerms):
    """An addendum to a contract (KBI: Addendum)."""

    class Meta:
        verbose_name = "addendum bij inburgeringscontract"


class ContractEnded(DossierFact):
    """A contract no longer runs from this day."""

    contract = SubjectField("inburgeringscontract", kind="contract")
    reason = CodeField("reden", codelist="contract_end_reason")

    class Meta:
        verbose_name = "inburgeringscontract beëindigd"


class ContractSuspended(DossierFact):
    """A contract is suspended from this day, until another day where one is given (KBI: Opschorting)."""

    not_before = {"until": "occurred_on"}
    contract = SubjectField("inburgeringscontract", kind="contract")
    until = models.DateField("tot", null=True, blank=True)
    reason = CodeField("reden", codelist="suspension_reason", as_given=True, null=True, blank=True)

    class Meta:
        verbose_name = "opschorting van contract"


class ContractResumed(DossierFact):
    """A suspended contract runs again."""

    contract = SubjectField("inburgeringscontract", kind="contract")

    class Meta:
        verbose_name = "hervatting van contract"


class ComponentExempted(DossierFact):
    """One part of the programme need not be followed."""

    component = CodeField("onderdeel", codelist="component")
    ground = CodeField("grond", codelist="component_exemption", as_given=True, null=True, blank=True)

    class Meta:
        verbose_name = "vrijstelling van een onderdeel"


class CertificateIssued(DossierFact):
    """The civic integration certificate, or one of earlier acquired competences (KBI: BehaaldeAttesten)."""

    certificate = CodeField("attest", codelist="certificate", as_given=True)

    class Meta:
        verbose_name = "inburgeringsattest uitgereikt"


class ExemptionCertified(DossierFact):
    """Certificate of exemption from the duty."""

    ground = CodeField("grond", codelist="duty_exemption", as_given=True, null=True, blank=True)

    class Meta:
        verbose_name = "attest van vrijstelling"


class SuspensionCertified(DossierFact):
    """Certificate of suspension of the duty."""

    not_before = {"until": "occurred_on"}
    until = models.DateField("tot", null=True, blank=True)
    ground = CodeField("grond", codelist="suspension_reason", as_given=True, null=True, blank=True)

    class Meta:
        verbose_name = "attest van opschorting"


class RegularParticipationProven(DossierFact):
    """Proof of regular participation, for those obliged who took part but did not reach the result."""

    class Meta:
        verbose_name = "bewijs van regelmatige deelname"


class EffortsDeclared(DossierFact):
    """Declaration of efforts made (since 2022)."""

    class Meta:
        verbose_name = "verklaring van geleverde inspanningen"


class LongPathAdvised(DossierFact):
    """Advice of the commission for long paths."""

    advice = CodeField("advies", codelist="long_path_advice")

    class Meta:
        verbose_name = "advies van de commissie lange trajecten"


class DiplomaGuided(DossierFact):
    """The person was guided to diploma recognition (KBI: ToeleidingDiplomaGelijkschakeling)."""

    status = CodeField("status", codelist="diploma_guidance_status", null=True, blank=True)

    class Meta:
        verbose_name = "toeleiding diplomagelijkschakeling"


class MinorGuided(DossierFact):
    """A minor newcomer was guided to education."""

    education = CodeField("onderwijsniveau", codelist="education_level", null=True, blank=True)

    class Meta:
        verbose_name = "toeleiding naar onderwijs"


class CounsellorAssigned(DossierFact):
    """From this day this counsellor follows the dossier (staff number, not a name)."""

    counsellor = models.CharField("trajectbegeleider", max_length=40)

    class Meta:
        verbose_name = "trajectbegeleider toegewezen"


class ConversationHeld(DossierFact):
    """A conversation between counsellor and participant (KBI: Gesprek)."""

    class Meta:
        verbose_name = "gesprek"
