"""Facts of the path: inflow, target group, registration, contract, suspension, certificates, guidance."""

from django.db import models

from baken.ledger.facts import DossierFact, RegisterFact
from baken.ledger.fields import CodeField, GivenCodeField, ReferenceField, SubjectField
from baken.ledger.situation.feeds import First, Latest, Periods

NOT_EXEMPT = dict.fromkeys(("obliged", "entitled", "entitled_obliged"), "none")
"""Whoever is seen or determined to be in the target group is not exempt as long as no ground was told."""


class InflowSeen(DossierFact):
    """The person came into sight (from the National Register) as somebody the programme may be for."""

    feeds = (
        First("seen_on"),
        Latest("exemption_ground", of="target_group", through=NOT_EXEMPT, where={"target_group": tuple(NOT_EXEMPT)}),
    )
    target_group = CodeField("doelgroep", codelist="target_group")
    age = models.SmallIntegerField("leeftijd", null=True, blank=True)
    """Completed years on that day; told for minors, because facts hold no exact birth date."""

    class Meta:
        verbose_name = "instroom"


class TargetGroupDetermined(RegisterFact):
    """The target group the person belongs to from this day (KBI: Doelgroep)."""

    not_before = {"until": "occurred_on"}
    feeds = (
        Latest(
            "exemption_ground",
            of="duty_exemption_ground",
            empty="none",
            where={"target_group": tuple(NOT_EXEMPT)},
        ),
    )
    target_group = CodeField("doelgroep", codelist="target_group", null=True, blank=True)
    in_target_group = CodeField("behoort tot doelgroep", codelist="in_target_group", null=True, blank=True)
    subtype = CodeField("subtype", codelist="target_group_subtype", as_given=True, null=True, blank=True)
    until = models.DateField("tot", null=True, blank=True)
    no_target_reason = CodeField(
        "reden geen doelgroep", codelist="no_target_reason", as_given=True, null=True, blank=True
    )
    no_target_reason_given = GivenCodeField()
    duty_exemption_ground = CodeField(
        "reden vrijstelling van de verplichting", codelist="duty_exemption", as_given=True, null=True, blank=True
    )
    duty_exemption_ground_given = GivenCodeField()
    motivation = ReferenceField("motivering", to="people.Note")
    """Why, where the law proposed another target group."""

    class Meta:
        verbose_name = "doelgroepbepaling"


class Registered(RegisterFact):
    """First or renewed registration at an agency (KBI: Aanmelding EA or HA)."""

    feeds = (First("reported_on"),)
    kind = CodeField("type aanmelding", codelist="registration_kind", null=True, blank=True)
    reason = CodeField("reden", codelist="registration_reason", as_given=True, null=True, blank=True)
    reason_given = GivenCodeField()

    class Meta:
        verbose_name = "aanmelding"


class RegistrationPostponed(RegisterFact):
    """Registration may wait until a day, for a reason (KBI: UitstelVanAanmelding)."""

    feeds = (Latest("report_postponed_until", of="until"), Latest("postponement_ground", of="reason"))
    not_before = {"until": "occurred_on"}
    until = models.DateField("tot", null=True, blank=True)
    reason = CodeField("reden", codelist="postponement_reason", as_given=True, null=True, blank=True)
    reason_given = GivenCodeField()

    class Meta:
        verbose_name = "uitstel van aanmelding"


class SigningPostponed(RegisterFact):
    """Signing of the contract may wait until a day, for a reason (KBI: UitstelVanOndertekening)."""

    feeds = (Latest("sign_postponed_until", of="until"), Latest("postponement_ground", of="reason"))
    not_before = {"until": "occurred_on"}
    until = models.DateField("tot", null=True, blank=True)
    reason = CodeField("reden", codelist="postponement_reason", as_given=True, null=True, blank=True)
    reason_given = GivenCodeField()

    class Meta:
        verbose_name = "uitstel van ondertekening"


class ContractTerms(RegisterFact):
    """What a contract or an addendum says about the parts of the programme."""

    contract = SubjectField("inburgeringscontract", kind="contract")
    form = CodeField("type contract", codelist="contract_form", as_given=True, null=True, blank=True)
    with_mo = models.BooleanField("met maatschappelijke oriëntatie", null=True, blank=True)
    with_nt2 = models.BooleanField("met Nederlands als tweede taal", null=True, blank=True)
    with_career = models.BooleanField("met loopbaanoriëntatie", null=True, blank=True)
    with_work = models.BooleanField("met inschrijving bij VDAB of Actiris", null=True, blank=True)
    with_participation = models.BooleanField("met participatietraject", null=True, blank=True)
    goals = ReferenceField("doelen", to="people.Note")

    class Meta:
        abstract = True


class ContractSigned(ContractTerms):
    """A civic integration contract was signed (KBI: Contract)."""

    feeds = (First("signed_on"),)
    opens = "contract"

    class Meta:
        verbose_name = "inburgeringscontract ondertekend"


class ContractAmended(ContractTerms):
    """An addendum to a contract (KBI: Addendum)."""

    class Meta:
        verbose_name = "addendum bij inburgeringscontract"


class ContractEnded(DossierFact):
    """A contract no longer runs from this day."""

    feeds = (First("contract_ended_on", case="contract"),)
    contract = SubjectField("inburgeringscontract", kind="contract")
    reason = CodeField("reden", codelist="contract_end_reason")

    class Meta:
        verbose_name = "inburgeringscontract beëindigd"


class ContractSuspended(RegisterFact):
    """A contract is suspended from this day, until another day where one is given (KBI: Opschorting)."""

    feeds = (
        Periods("suspensions", closed_by="programme.contract_resumed"),
        Latest("suspension_ground", of="reason"),
    )
    not_before = {"until": "occurred_on"}
    contract = SubjectField("inburgeringscontract", kind="contract")
    until = models.DateField("tot", null=True, blank=True)
    reason = CodeField("reden", codelist="suspension_reason", as_given=True, null=True, blank=True)
    reason_given = GivenCodeField()
    evidence = ReferenceField("bewijsstukken", to="people.Note")

    class Meta:
        verbose_name = "opschorting van contract"


class ContractResumed(DossierFact):
    """A suspended contract runs again."""

    contract = SubjectField("inburgeringscontract", kind="contract")

    class Meta:
        verbose_name = "hervatting van contract"


class ComponentExempted(DossierFact):
    """One part of the programme need not be followed."""

    feeds = (
        First("mo_exempted_on", where={"component": "mo"}),
        First("nt2_exempted_on", where={"component": "nt2"}),
        First("work_exempted_on", where={"component": "work"}),
        First("participation_waived_on", where={"component": "participation"}),
    )
    component = CodeField("onderdeel", codelist="component")
    ground = CodeField("grond", codelist="component_exemption", as_given=True, null=True, blank=True)
    evidence = ReferenceField("bewijsstukken", to="people.Note")

    class Meta:
        verbose_name = "vrijstelling van een onderdeel"


class CertificateIssued(RegisterFact):
    """The civic integration certificate, or one of earlier acquired competences (KBI: BehaaldeAttesten)."""

    feeds = (First("certificate_on", where={"certificate": "civic_integration"}),)
    certificate = CodeField("attest", codelist="certificate", as_given=True, null=True, blank=True)
    document_kind = CodeField("soort document", codelist="document_kind", as_given=True, null=True, blank=True)
    drawn_up_on = models.DateField("opgemaakt op", null=True, blank=True)
    kbi_id = models.CharField("KBI-nummer van het document", max_length=36, null=True, blank=True)

    class Meta:
        verbose_name = "inburgeringsattest uitgereikt"


class ExemptionCertified(DossierFact):
    """Certificate of exemption from the duty."""

    feeds = (First("exempted_on"), Latest("exemption_ground", of="ground"))
    ground = CodeField("grond", codelist="duty_exemption", as_given=True, null=True, blank=True)
    evidence = ReferenceField("bewijsstukken", to="people.Note")

    class Meta:
        verbose_name = "attest van vrijstelling"


class SuspensionCertified(DossierFact):
    """Certificate of suspension of the duty."""

    feeds = (
        Periods("suspensions", closed_by="programme.contract_resumed"),
        Latest("suspension_ground", of="ground"),
    )
    not_before = {"until": "occurred_on"}
    until = models.DateField("tot", null=True, blank=True)
    ground = CodeField("grond", codelist="suspension_reason", as_given=True, null=True, blank=True)
    evidence = ReferenceField("bewijsstukken", to="people.Note")

    class Meta:
        verbose_name = "attest van opschorting"


class AdmittedBesideSchool(DossierFact):
    """Someone still in compulsory education may follow the programme beside it."""

    feeds = (First("programme_beside_school_on"),)

    class Meta:
        verbose_name = "toegelaten naast de leerplicht"


class TermAgreed(DossierFact):
    """The day by which a part is to be finished, as the contract or an addendum agrees."""

    feeds = (
        Latest("mo_agreed_until", of="until", where={"component": "mo"}),
        Latest("nt2_agreed_until", of="until", where={"component": "nt2"}),
        Latest("participation_agreed_until", of="until", where={"component": "participation"}),
    )
    not_before = {"until": "occurred_on"}
    component = CodeField("onderdeel", codelist="component")
    until = models.DateField("uiterlijk op")

    class Meta:
        verbose_name = "termijn afgesproken"


class FileReviewed(DossierFact):
    """Whether a file was found to stand still without a lasting solution in sight."""

    feeds = (Latest("passive_file", of="passive"),)
    passive = models.BooleanField("passief dossier")

    class Meta:
        verbose_name = "dossier nagezien"


class BrusselsStepTaken(DossierFact):
    """A step of the obligation in Brussels that is taken outside the Flemish agencies."""

    feeds = (
        First("brussels_obligation_on", where={"step": "obligation"}),
        First("bapa_reported_on", where={"step": "reported"}),
        First("bapa_completed_on", where={"step": "completed"}),
        First("brussels_notice_on", where={"step": "notice"}),
    )
    step = CodeField("stap", codelist="brussels_step")

    class Meta:
        verbose_name = "stap in Brussel"


class EarlierCertificateShown(DossierFact):
    """The person showed a civic integration certificate of an earlier path, or of another region."""

    feeds = (First("earlier_certificate_on"),)

    class Meta:
        verbose_name = "eerder inburgeringsattest voorgelegd"


class LetterSent(DossierFact):
    """A letter went to the person; some terms begin with the sending of a registered one."""

    feeds = (First("letter_sent_on", where={"letter": "invitation", "registered": True}),)
    letter = CodeField("soort brief", codelist="letter_kind")
    registered = models.BooleanField("aangetekend", default=False)

    class Meta:
        verbose_name = "brief verzonden"


class DecisionTaken(DossierFact):
    """What the law said about the person on a day; why stands in `ledger.Trace`, and only there."""

    corrected = "withdrawn"
    rule = models.CharField("regel", max_length=80)
    outcome = models.CharField("uitkomst", max_length=80)
    """As in JSON: true, "2026-11-03", 12, "obliged"."""
    rule_book = models.CharField("zegel van het regelboek", max_length=64)
    trace = models.CharField("zegel van de motivering", max_length=64)
    confirmed = models.BooleanField("bevestigd door een mens", default=False)
    """Asked where a rule or value behind the decision is not certain."""

    class Meta:
        verbose_name = "beslissing"


class RegularParticipationProven(DossierFact):
    """Proof of regular participation, for those obliged who took part but did not reach the result."""

    feeds = (First("regular_participation_proven_on"),)

    class Meta:
        verbose_name = "bewijs van regelmatige deelname"


class EffortsDeclared(DossierFact):
    """Declaration of efforts made (since 2022)."""

    feeds = (First("efforts_declared_on"),)

    class Meta:
        verbose_name = "verklaring van geleverde inspanningen"


class LongPathAdvised(DossierFact):
    """Advice of the commission for long paths."""

    feeds = (First("long_path_closed_on", where={"advice": ("efforts", "stop")}),)
    advice = CodeField("advies", codelist="long_path_advice")

    class Meta:
        verbose_name = "advies van de commissie lange trajecten"


class DiplomaGuided(RegisterFact):
    """The person was guided to diploma recognition (KBI: ToeleidingDiplomaGelijkschakeling)."""

    status = CodeField("status", codelist="diploma_guidance_status", as_given=True, null=True, blank=True)
    diploma = ReferenceField("diploma", to="people.Note")
    school = ReferenceField("onderwijsinstelling", to="people.Note")
    recognition_body = ReferenceField("erkenningsinstantie", to="people.PartnerOrganisation")
    reason = CodeField("reden", codelist="unpublished", as_given=True, null=True, blank=True)
    reason_given = GivenCodeField()
    kind = CodeField("type", codelist="unpublished", as_given=True, null=True, blank=True)
    kind_given = GivenCodeField()
    submitted_on = models.DateField("ingediend bij partner op", null=True, blank=True)
    answered_on = models.DateField("antwoord van partner op", null=True, blank=True)
    answer = CodeField("antwoord van partner", codelist="unpublished", as_given=True, null=True, blank=True)
    answer_given = GivenCodeField()
    commissioned_by = ReferenceField("opdrachtgever", to="people.Note")
    partner_file = ReferenceField("dossiernummer bij partner", to="people.Note")

    class Meta:
        verbose_name = "toeleiding diplomagelijkschakeling"


class MinorGuided(DossierFact):
    """A minor newcomer was guided to education."""

    feeds = (First("guided_to_school_on"),)
    education = CodeField("onderwijsniveau", codelist="education_level", null=True, blank=True)

    class Meta:
        verbose_name = "toeleiding naar onderwijs"


class CounsellorAssigned(DossierFact):
    """From this day this counsellor follows the dossier (staff number, not a name)."""

    counsellor = models.CharField("trajectbegeleider", max_length=40)
    note = ReferenceField("boodschap bij de overdracht", to="people.Note")

    class Meta:
        verbose_name = "trajectbegeleider toegewezen"


class AppointmentMade(DossierFact):
    """Counsellor and participant will meet on a day; a conversation held or a cancellation closes it."""

    opens = "appointment"
    not_before = {"day": "occurred_on"}
    appointment = SubjectField("afspraak", kind="appointment")
    day = models.DateField("dag")
    minute = models.SmallIntegerField("minuut van de dag", null=True, blank=True)
    """From midnight: 570 is half past nine. Null where only the day is agreed."""
    counsellor = models.CharField("trajectbegeleider", max_length=40)
    channel = CodeField("hoe", codelist="appointment_channel")

    class Meta:
        verbose_name = "afspraak gemaakt"
        indexes = [models.Index(fields=["counsellor", "day"], name="appointment_day")]


class AppointmentCancelled(DossierFact):
    """An appointment does not take place, or did not."""

    appointment = SubjectField("afspraak", kind="appointment")
    reason = CodeField("reden", codelist="appointment_cancellation")

    class Meta:
        verbose_name = "afspraak afgezegd"


class ConversationHeld(RegisterFact):
    """A conversation between counsellor and participant (KBI: Gesprek)."""

    report = ReferenceField("verslag", to="people.Note")
    referral_kbi_id = models.CharField("KBI-nummer van de toeleiding", max_length=36, null=True, blank=True)
    appointment = SubjectField("afspraak", kind="appointment", null=True, blank=True)
    """The appointment that it closes."""

    class Meta:
        verbose_name = "gesprek"


class TrajectoryFollowed(RegisterFact):
    """A trajectory: its kind and period, who manages it, its status and its decision (KBI: Traject)."""

    opens = "trajectory"
    not_before = {"until": "occurred_on", "managed_until": "managed_from", "status_until": "status_since"}
    trajectory = SubjectField("traject", kind="trajectory")
    kind = CodeField("type traject", codelist="trajectory_kind", as_given=True, null=True, blank=True)
    until = models.DateField("tot", null=True, blank=True)
    managed_from = models.DateField("beheerd vanaf", null=True, blank=True)
    managed_until = models.DateField("beheerd tot", null=True, blank=True)
    contact = ReferenceField("contactpersoon", to="people.ContactDetails")
    status = CodeField("status", codelist="unpublished", as_given=True, null=True, blank=True)
    status_since = models.DateField("status sinds", null=True, blank=True)
    status_until = models.DateField("status tot", null=True, blank=True)
    decision = CodeField("besluit", codelist="trajectory_decision", as_given=True, null=True, blank=True)
    decision_reason = CodeField("reden besluit", codelist="unpublished", as_given=True, null=True, blank=True)
    decision_reason_given = GivenCodeField()
    decided_on = models.DateField("besluit toegekend op", null=True, blank=True)

    class Meta:
        verbose_name = "traject"


class TrajectoryPartFollowed(RegisterFact):
    """A part of a trajectory, with its status and its decision (KBI: TrajectOnderdeel)."""

    not_before = {"until": "occurred_on", "status_until": "status_since"}
    trajectory = SubjectField("traject", kind="trajectory")
    part = CodeField("onderdeel", codelist="trajectory_part", as_given=True, null=True, blank=True)
    until = models.DateField("tot", null=True, blank=True)
    status = CodeField("status", codelist="unpublished", as_given=True, null=True, blank=True)
    status_since = models.DateField("status sinds", null=True, blank=True)
    status_until = models.DateField("status tot", null=True, blank=True)
    undecided_until = models.DateField("onbepaald tot", null=True, blank=True)
    decision = CodeField("besluit", codelist="part_decision", as_given=True, null=True, blank=True)
    decision_reason = CodeField("reden besluit", codelist="unpublished", as_given=True, null=True, blank=True)
    decision_reason_given = GivenCodeField()
    decided_on = models.DateField("besluit toegekend op", null=True, blank=True)

    class Meta:
        verbose_name = "trajectonderdeel"


class CareerCourseFollowed(RegisterFact):
    """A course of personal career orientation and its decision (KBI: PLOCursus)."""

    not_before = {"until": "occurred_on"}
    kbi_id = models.CharField("KBI-nummer van de cursus", max_length=36, null=True, blank=True)
    name = models.TextField("naam", null=True, blank=True)
    until = models.DateField("tot", null=True, blank=True)
    fulfilled = models.BooleanField("voldaan", null=True, blank=True)
    decision_reason = CodeField("reden besluit", codelist="unpublished", as_given=True, null=True, blank=True)
    decision_reason_given = GivenCodeField()
    decided_on = models.DateField("besluit toegekend op", null=True, blank=True)

    class Meta:
        verbose_name = "cursus persoonlijke loopbaanoriëntatie"


class PartnerReferred(RegisterFact):
    """A partner referred the person to an office (KBI: ToeleidingPartner)."""

    kbi_id = models.CharField("KBI-nummer van de toeleiding", max_length=36, null=True, blank=True)
    partner = ReferenceField("partner", to="people.PartnerOrganisation")
    status = CodeField("status", codelist="unpublished", as_given=True, null=True, blank=True)
    reason = CodeField("reden", codelist="referral_reason", as_given=True, null=True, blank=True)
    explanation = ReferenceField("omschrijving van de reden", to="people.Note")

    class Meta:
        verbose_name = "toeleiding door partner"


class PerspectiveNoted(RegisterFact):
    """The perspective of the participant, for NT2 and for the programme (KBI: Perspectieven)."""

    nt2 = CodeField("perspectief NT2", codelist="unpublished", as_given=True, null=True, blank=True)
    nt2_given = GivenCodeField()
    programme = CodeField("perspectief inburgering", codelist="unpublished", as_given=True, null=True, blank=True)
    programme_given = GivenCodeField()

    class Meta:
        verbose_name = "perspectief"


class LabourMarketAdvised(RegisterFact):
    """Advice on the way to the labour market (KBI: Adviezen/Arbeidsmarkt)."""

    advice = CodeField("advies", codelist="unpublished", as_given=True, null=True, blank=True)

    class Meta:
        verbose_name = "advies arbeidsmarkt"


class HousingConditionsNoted(RegisterFact):
    """Whether a social tenant must be, and is, willing to integrate and to learn Dutch (KBI: Wooncode)."""

    must_integrate = models.BooleanField("moet voldoen aan inburgeringsbereidheid", null=True, blank=True)
    integrates = models.BooleanField("voldoet aan inburgeringsbereidheid", null=True, blank=True)
    must_learn_dutch = models.BooleanField("moet voldoen aan taalbereidheid", null=True, blank=True)
    learns_dutch = models.BooleanField("voldoet aan taalbereidheid", null=True, blank=True)
    followed_by = CodeField("opvolging door", codelist="housing_follow_up", as_given=True, null=True, blank=True)

    class Meta:
        verbose_name = "wooncode"
