"""How long each kind of record stays: THE declaration, of every fact type, reference model and other table.

`baken retention` and the acts read it; a test fails when a table is in no rule, or in two.
A term that no source states is marked as to be confirmed: a data protection officer decides before real people come in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Start(StrEnum):
    """From when a term counts."""

    LAST_TOLD = "last_told"
    """The last registration in any dossier of the person."""
    ROW = "row"
    """When the row was made or last used."""
    ENDED = "ended"
    """When what it is about ended: an account, a post, a hold."""
    NONE = "none"


class Action(TextChoices):
    """What happens at the end of the term."""

    ERASE = "erase", _("leeggemaakt na een verslag dat twee mensen tekenen")
    """The row stays, for facts point at it."""
    REMOVE = "remove", _("gewist na een verslag dat twee mensen tekenen")
    PRUNE = "prune", _("vanzelf opgeruimd")
    BY_HAND = "by_hand", _("met de hand gewist door een beheerder")
    """For few rows, about staff."""
    FOLLOWS = "follows", _("verdwijnt mee met waaruit het volgt")
    KEEP = "keep", _("blijft, zonder naam")
    """Without the identity it says of nobody in particular what happened."""


@dataclass(frozen=True, slots=True)
class Rule:
    """For some tables (fact types, or `room.Model`): why they may be kept, from when, how long, and then what.

    term: years, None where there is no end. confirmed: whether a source states the term.
    """

    name: str
    label: Any
    tables: tuple[str, ...]
    basis: str
    start: Start
    term: int | None
    action: Action
    source: str
    confirmed: bool = False


TASK = "AVG art. 6, 1, e: taak van algemeen belang (decreet van 7 juni 2013)"
STATISTICS = "AVG art. 5, 1, b en e, en art. 89: statistiek en archief in het algemeen belang; archiefdecreet"
ACCOUNTABLE = "AVG art. 5, 2 en art. 32: kunnen aantonen wie wat deed en bekeek"
NOT_FOUND = "decreet van 7 juni 2013, hoofdstuk 6, afdeling 10: de termijn staat niet in onze bronnen"
LAW_SILENT = "geen bron met een termijn gevonden"

FACTS = Rule(
    "facts",
    _("feiten van het traject"),
    (
        "dutch.advice_given", "dutch.alfa_module_passed", "dutch.appeal_decided", "dutch.appeal_lodged",
        "dutch.availability_stated", "dutch.enrolled", "dutch.interview_held", "dutch.lesson_followed",
        "dutch.level_certified", "dutch.level_noted", "dutch.module_decided", "dutch.postcode_preferred",
        "dutch.preferences_stated", "dutch.provider_preferred", "dutch.test_part_taken", "dutch.test_taken",
        "dutch.time_slot_preferred", "dutch.waiting_listed",
        "enforcement.case_activity_done", "enforcement.case_letter_made", "enforcement.correction_form_made",
        "enforcement.defence_received", "enforcement.fine_decided", "enforcement.fine_paid",
        "enforcement.infringement_forwarded", "enforcement.infringement_found", "enforcement.notice_sent",
        "fees.fee_charged", "fees.fee_paid", "fees.fee_waived",
        "orientation.course_enrolled", "orientation.course_joined", "orientation.course_left",
        "orientation.course_test_taken", "orientation.course_wished", "orientation.exemption_test_taken",
        "orientation.lesson_followed", "orientation.mo_decided", "orientation.seat_answered",
        "orientation.seat_offered",
        "participation.hours_logged", "participation.path_agreed", "participation.path_completed",
        "participation.path_waived",
        "people.dossier_opened", "people.family_linked", "people.household_described", "people.language_known",
        "people.literacy_assessed", "people.minor_situation_described", "people.nationality_held",
        "people.parentage_described", "people.person_described", "people.religious_ministry_noted",
        "people.residence_applied", "people.residence_granted", "people.residence_registered",
        "people.residence_title_described", "people.withdrawal_card_issued",
        "programme.admitted_beside_school", "programme.appointment_cancelled", "programme.appointment_made",
        "programme.brussels_step_taken", "programme.career_course_followed", "programme.certificate_issued",
        "programme.component_exempted", "programme.contract_amended", "programme.contract_ended",
        "programme.contract_resumed", "programme.contract_signed", "programme.contract_suspended",
        "programme.conversation_held", "programme.counsellor_assigned", "programme.decision_taken",
        "programme.diploma_guided", "programme.earlier_certificate_shown", "programme.efforts_declared",
        "programme.exemption_certified", "programme.file_reviewed", "programme.housing_conditions_noted",
        "programme.inflow_seen", "programme.labour_market_advised", "programme.letter_sent",
        "programme.long_path_advised", "programme.minor_guided", "programme.partner_referred",
        "programme.perspective_noted", "programme.registered", "programme.registration_postponed",
        "programme.regular_participation_proven", "programme.signing_postponed", "programme.suspension_certified",
        "programme.target_group_determined", "programme.term_agreed", "programme.trajectory_followed",
        "programme.trajectory_part_followed",
        "work.employed", "work.jobseeker_registered", "work.right_to_work_noted", "work.studied", "work.trained",
        "work.welfare_project_agreed",
    ),
    f"{TASK}; na het wissen van de identiteit: {STATISTICS}",
    Start.LAST_TOLD, None, Action.KEEP, NOT_FOUND,
)  # fmt: skip
HEALTH = Rule(
    "health",
    _("feiten over gezondheid"),
    ("dutch.learning_ability_assessed", "people.circumstances_described"),
    f"AVG art. 9, 2, g; na het wissen van de identiteit: {STATISTICS}",
    Start.LAST_TOLD,
    None,
    Action.KEEP,
    NOT_FOUND,
)
COURSES = Rule(
    "courses",
    _("cursussen"),
    ("orientation.course_cancelled", "orientation.course_planned", "orientation.course_started"),
    "geen persoonsgegevens van deelnemers",
    Start.NONE,
    None,
    Action.KEEP,
    "niet van toepassing",
    confirmed=True,
)
IDENTITY = Rule(
    "identity",
    _("naam, rijksregisternummer en geboortedatum"),
    ("people.Identity", "people.PersonName", "people.NamePart", "people.Particulars"),
    TASK,
    Start.LAST_TOLD,
    10,
    Action.ERASE,
    NOT_FOUND,
)
NOTES = Rule(
    "notes", _("notities en andere vrije tekst"), ("people.Note",), TASK, Start.LAST_TOLD, 10, Action.ERASE, NOT_FOUND
)
CONTACTS = Rule(
    "contacts",
    _("contactgegevens van partners"),
    ("people.ContactDetails", "people.PartnerOrganisation"),
    f"{TASK}; gegevens van partners die in het dossier genoemd worden",
    Start.LAST_TOLD,
    10,
    Action.ERASE,
    NOT_FOUND,
)
PAPERS = Rule(
    "papers", _("documenten als PDF"), ("documents.Paper",), TASK, Start.LAST_TOLD, 10, Action.REMOVE, NOT_FOUND
)
ISSUED = Rule(
    "issued",
    _("welke documenten er gemaakt zijn"),
    ("documents.IssuedDocument",),
    f"{ACCOUNTABLE}; zonder namen, zodat een attest controleerbaar blijft",
    Start.NONE,
    None,
    Action.KEEP,
    LAW_SILENT,
)
LEDGER = Rule(
    "ledger",
    _("registraties en motiveringen"),
    ("ledger.Append", "ledger.Trace", "ledger.KnownAs"),
    f"{ACCOUNTABLE}; een motivering noemt niemand bij naam (ADR 8)",
    Start.NONE,
    None,
    Action.KEEP,
    LAW_SILENT,
)
READ_LOG = Rule(
    "read_log",
    _("leeslogboek"),
    ("accounts.Look", "accounts.Glass"),
    ACCOUNTABLE,
    Start.ROW,
    None,
    Action.KEEP,
    LAW_SILENT,
)
ACCOUNTS = Rule(
    "accounts",
    _("accounts van medewerkers"),
    (
        "accounts.User", "accounts.Post", "accounts.Team", "account.EmailAddress", "account.EmailConfirmation",
        "mfa.Authenticator", "socialaccount.SocialAccount", "socialaccount.SocialToken", "workplace.SavedFilter",
        "workplace.Seen", "accounts.Token",
    ),
    "AVG art. 6, 1, b en e: wie er werkt; zolang het leeslogboek naar hen verwijst",
    Start.ENDED, 10, Action.BY_HAND, LAW_SILENT,
)  # fmt: skip
SESSIONS = Rule(
    "sessions",
    _("aanmeldingen"),
    ("sessions.Session", "usersessions.UserSession", "accounts.Remembered"),
    "AVG art. 32: beveiliging",
    Start.ROW,
    0,
    Action.PRUNE,
    "eigen keuze: een werkdag",
    confirmed=True,
)
JOBS = Rule(
    "jobs",
    _("achtergrondtaken"),
    ("ui.Job", "ui.Attempt", "ui.Worker"),
    ACCOUNTABLE,
    Start.ROW,
    0,
    Action.PRUNE,
    "eigen keuze: 60 dagen (ui.jobs)",
    confirmed=True,
)
CALLS = Rule(
    "calls",
    _("beantwoorde vragen aan de API"),
    ("ui.Answered",),
    ACCOUNTABLE,
    Start.ROW,
    0,
    Action.PRUNE,
    "eigen keuze: een dag (ui.api.once)",
    confirmed=True,
)
DERIVED = Rule(
    "derived",
    _("afgeleide tabellen"),
    (
        "accounts.DossierPlace", "ledger.DossierHead", "people.NameKey", "people.Suspicion", "workplace.Task",
    ),
    "volgt uit de feiten en de identiteit",
    Start.NONE, None, Action.FOLLOWS, "niet van toepassing", confirmed=True,
)  # fmt: skip
DECISIONS = Rule(
    "retention",
    _("beslissingen over wissen"),
    ("privacy.LegalHold", "privacy.RetentionReport", "privacy.RetentionSignature", "people.Apart"),
    f"{ACCOUNTABLE}; alleen nummers, en een reden zonder namen",
    Start.NONE,
    None,
    Action.KEEP,
    LAW_SILENT,
)
NOBODY = Rule(
    "nobody",
    _("lijsten zonder personen"),
    (
        "auth.Permission", "auth.Group", "auth.Group_permissions", "contenttypes.ContentType", "ledger.Counter",
        "ledger.DerivedStamp", "ledger.Office", "ledger.PartnerCode", "socialaccount.SocialApp",
    ),
    "geen persoonsgegevens",
    Start.NONE, None, Action.KEEP, "niet van toepassing", confirmed=True,
)  # fmt: skip

RULES: Mapping[str, Rule] = {
    rule.name: rule
    for rule in (
        IDENTITY, NOTES, CONTACTS, PAPERS, FACTS, HEALTH, COURSES, ISSUED, LEDGER, READ_LOG, ACCOUNTS, SESSIONS, JOBS,
        CALLS, DERIVED, DECISIONS, NOBODY,
    )
}  # fmt: skip
ERASED = tuple(rule for rule in RULES.values() if rule.action in (Action.ERASE, Action.REMOVE))
"""What a signed report erases."""
