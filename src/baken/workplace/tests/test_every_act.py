"""Every act of every room, done in order on a dossier as a browser does: what was foretold comes, and is told."""

from datetime import timedelta
from typing import Any

import pytest

from baken.accounts.models import DossierPlace
from baken.dutch.facts import Enrolled, TestTaken
from baken.enforcement.facts import InfringementFound
from baken.fees.facts import FeeCharged, FeePaid
from baken.foundation import clock
from baken.ledger.append import append
from baken.ledger.facts import fact_types
from baken.ledger.models import Trace
from baken.orientation.facts import CourseEnrolled, CoursePlanned, CourseWished
from baken.people.facts import CircumstancesDescribed, ResidenceTitleDescribed
from baken.people.models import Note
from baken.programme.facts import ComponentExempted, ConversationHeld, DecisionTaken, TargetGroupDetermined
from baken.ui.acting import acts
from baken.work.facts import Employed, RightToWorkNoted
from baken.workplace.tests.acting import OPEN, ago, do
from baken.workplace.tests.conftest import OWN

NEW = {"family_name": "Okafor", "given_names": "Chidi", "birth_date": "1991-04-05", "sex": "m", "birth_country": "322"}
SOON = clock.today() + timedelta(days=200)


def the(model: Any, column: str) -> Any:
    """A number that is known once it was told."""
    return lambda: getattr(model.objects.order_by("-id").first(), column)


PATHS: dict[str, tuple[tuple[str, dict[str, Any], set[str]], ...]] = {
    "person": (
        ("people.identify", {"family_name": "Hartman", "birth_date": "1990-02-03"}, {"people.person_described"}),
        ("people.describe", {"sex": "f", "birth_country": "261"}, {"people.person_described"}),
        ("people.note_nationality", {"country": "261"}, {"people.nationality_held"}),
        ("people.note_residence", {"municipality": "11002"}, {"people.residence_registered"}),
        ("people.grant_residence", {"ground": "refugee"}, {"people.residence_granted"}),
        ("people.apply_for_residence", {}, {"people.residence_applied"}),
        ("people.describe_title", {"temporary_purpose": False}, {"people.residence_title_described"}),
        ("people.note_withdrawal_card", {}, {"people.withdrawal_card_issued"}),
        ("people.describe_parentage", {"parent_born_abroad": True}, {"people.parentage_described"}),
        ("people.link_family", {"member_of": "third_country"}, {"people.family_linked"}),
        ("people.note_ministry", {"minister": False}, {"people.religious_ministry_noted"}),
        ("people.describe_minor", {"in_compulsory_education": False}, {"people.minor_situation_described"}),
        ("people.describe_circumstances", {"foreign_diploma": True}, {"people.circumstances_described"}),
        ("people.describe_household", {"household": "couple_children", "children": 2}, {"people.household_described"}),
        ("people.note_language", {"language": "ara", "contact": True}, {"people.language_known"}),
        ("people.assess_literacy", {"latin_script": "literate"}, {"people.literacy_assessed"}),
    ),
    "beginning": (
        (
            OPEN,
            NEW,
            {
                "people.dossier_opened",
                "people.person_described",
                "programme.registered",
                "programme.counsellor_assigned",
            },
        ),
        (
            "people.take_intake",
            {
                "people__nationality_held__country": "322",
                "people__residence_registered__municipality": "11002",
                "people__residence_registered__since": ago(30),
                "people__residence_granted__ground": "refugee",
                "people__residence_title_described__temporary_purpose": False,
                "people__religious_ministry_noted__minister": False,
                "work__right_to_work_noted__may_work": True,
            },
            {
                "people.nationality_held",
                "people.residence_registered",
                "people.residence_granted",
                "people.residence_title_described",
                "people.religious_ministry_noted",
                "work.right_to_work_noted",
            },
        ),
        (
            "people.take_intake",
            {"people__residence_title_described__over_three_months": True},
            {"people.residence_title_described"},
        ),
        (
            "programme.determine_target_group",
            {"target_group": "obliged"},
            {"programme.target_group_determined", "programme.decision_taken"},
        ),
        ("programme.register", {"reason": "moved"}, {"programme.registered"}),
        ("programme.postpone_signing", {"until": SOON, "reason": "illness"}, {"programme.signing_postponed"}),
        ("programme.send_letter", {"letter": "invitation", "registered": True}, {"programme.letter_sent"}),
        (
            "programme.assign_counsellor",
            {"counsellor": "s-colleague", "note": "spreekt Igbo"},
            {"programme.counsellor_assigned"},
        ),
        (
            "programme.sign_contract",
            {
                "form": "full",
                "with_mo": True,
                "with_nt2": True,
                "with_work": True,
                "with_participation": True,
                "mo_until": SOON,
                "goals": "verpleger worden",
            },
            {"programme.contract_signed", "programme.term_agreed"},
        ),
    ),
    "contract": (
        ("programme.agree_term", {"component": "nt2", "until": SOON}, {"programme.term_agreed"}),
        (
            "programme.amend_contract",
            {"with_mo": True, "with_nt2": True, "with_work": False, "with_participation": True},
            {"programme.contract_amended"},
        ),
        (
            "programme.suspend_contract",
            {"occurred_on": ago(5), "reason": "work", "evidence": "contract"},
            {"programme.contract_suspended", "programme.decision_taken"},
        ),
        ("programme.resume_contract", {}, {"programme.contract_resumed"}),
        (
            "programme.exempt_component",
            {"component": "mo", "ground": "diploma", "evidence": "diploma"},
            {"programme.component_exempted"},
        ),
        (
            "programme.certify_suspension",
            {"ground": "care", "until": SOON, "evidence": "verklaring"},
            {"programme.suspension_certified", "programme.decision_taken"},
        ),
        (
            "programme.certify_exemption",
            {"ground": "diploma", "evidence": "diploma"},
            {"programme.exemption_certified", "programme.decision_taken"},
        ),
        ("programme.end_contract", {"reason": "moved"}, {"programme.contract_ended"}),
    ),
    "counselling": (
        (
            "programme.make_appointment",
            {"day": SOON, "minute": 570, "channel": "office"},
            {"programme.appointment_made"},
        ),
        ("programme.cancel_appointment", {"appointment": 1, "reason": "absent"}, {"programme.appointment_cancelled"}),
        ("programme.hold_conversation", {"report": "wil graag starten"}, {"programme.conversation_held"}),
        ("programme.guide_diploma", {"status": "busy"}, {"programme.diploma_guided"}),
        ("programme.review_file", {"passive": False}, {"programme.file_reviewed"}),
        ("programme.show_earlier_certificate", {}, {"programme.earlier_certificate_shown"}),
        ("programme.admit_beside_school", {}, {"programme.admitted_beside_school"}),
        ("programme.take_brussels_step", {"step": "reported"}, {"programme.brussels_step_taken"}),
        ("programme.note_housing_conditions", {"must_integrate": True}, {"programme.housing_conditions_noted"}),
        ("programme.advise_long_path", {"advice": "efforts"}, {"programme.long_path_advised"}),
    ),
    "orientation": (
        (
            "orientation.wish",
            {
                "language": "ara",
                "other_language": "fra",
                "time_slots": ["mon_morning", "tue_evening"],
                "municipality": "11002",
                "childcare": True,
            },
            {"orientation.course_wished"},
        ),
        ("orientation.offer_seat", {"course": 9}, {"orientation.seat_offered"}),
        ("orientation.answer_seat", {"course": 9, "accepted": True}, {"orientation.seat_answered"}),
        ("orientation.join", {"course": 9}, {"orientation.course_joined"}),
        ("orientation.attend", {"followed": "course-9", "presence": "present"}, {"orientation.lesson_followed"}),
        (
            "orientation.enrol",
            {"individual": True, "language": "ara", "starts_on": ago(3)},
            {"orientation.course_enrolled"},
        ),
        (
            "orientation.attend",
            {
                "followed": lambda: f"course_enrolment-{CourseEnrolled.objects.get().course_enrolment}",
                "presence": "absent",
            },
            {"orientation.lesson_followed"},
        ),
        ("orientation.record_exemption_test", {"outcome": "failed"}, {"orientation.exemption_test_taken"}),
        ("orientation.record_test", {"course": 9, "score": 80, "passed": True}, {"orientation.course_test_taken"}),
        ("orientation.decide", {"decision": "passed"}, {"orientation.mo_decided"}),
        ("orientation.leave", {"course": 9, "reason": "moved"}, {"orientation.course_left"}),
    ),
    "dutch": (
        ("dutch.hold_interview", {"kind": "nt2_interview"}, {"dutch.interview_held"}),
        (
            "dutch.take_test",
            {"test_type": "nt2_standard_test", "result": "failed", "reading": False, "writing": True},
            {"dutch.test_taken", "dutch.test_part_taken"},
        ),
        ("dutch.advise", {"advice": "cvo_standard"}, {"dutch.advice_given"}),
        (
            "dutch.wish",
            {"intensity": 3, "time_slots": ["mon_morning"], "postcode": "2000", "transport": False},
            {
                "dutch.preferences_stated",
                "dutch.availability_stated",
                "dutch.time_slot_preferred",
                "dutch.postcode_preferred",
            },
        ),
        ("dutch.enrol", {"provider_type": "cvo", "level": "a1", "starts_on": ago(1)}, {"dutch.enrolled"}),
        ("dutch.attend", {"enrolment": the(Enrolled, "enrolment"), "presence": "present"}, {"dutch.lesson_followed"}),
        (
            "dutch.decide_module",
            {"enrolment": the(Enrolled, "enrolment"), "result": "passed"},
            {"dutch.module_decided"},
        ),
        ("dutch.certify_level", {"level": "a1", "oral": False}, {"dutch.level_certified"}),
        ("dutch.pass_alfa_module", {"module": "oral_8"}, {"dutch.alfa_module_passed"}),
        ("dutch.assess_learning", {"limited": False}, {"dutch.learning_ability_assessed"}),
        ("dutch.lodge_appeal", {"test": the(TestTaken, "test")}, {"dutch.appeal_lodged"}),
    ),
    "work and participation": (
        ("work.note_right_to_work", {"may_work": True}, {"work.right_to_work_noted"}),
        ("work.register_jobseeker", {"service": "vdab"}, {"work.jobseeker_registered"}),
        ("work.agree_welfare_project", {}, {"work.welfare_project_agreed"}),
        ("work.begin_spell", {"kind": "work", "occurred_on": ago(20)}, {"work.employed"}),
        ("work.end_spell", {"spell": lambda: f"work-{Employed.objects.get().pk}", "until": ago(2)}, {"work.employed"}),
        ("participation.agree", {"activity": "buddy", "hours": 40}, {"participation.path_agreed"}),
        ("participation.log_hours", {"hours": 40}, {"participation.hours_logged"}),
        ("participation.complete", {}, {"participation.path_completed"}),
    ),
    "waived": (("participation.waive", {"ground": "works"}, {"participation.path_waived"}),),
    "fees": (
        ("fees.charge", {"item": "mo_course"}, {"fees.fee_charged"}),
        ("fees.receive_payment", {"fee": the(FeeCharged, "fee"), "amount": "30.00"}, {"fees.fee_paid"}),
        ("fees.waive", {"fee": the(FeeCharged, "fee"), "ground": "social_welfare"}, {"fees.fee_waived"}),
    ),
    "infringement": (
        (
            "enforcement.find",
            {"occurred_on": ago(9), "kind": "no_cooperation_intake", "authority": "hh", "motivation": "kwam niet"},
            {"enforcement.infringement_found", "programme.decision_taken"},
        ),
        (
            "enforcement.send_notice",
            {"occurred_on": ago(8), "infringement": the(InfringementFound, "infringement")},
            {"enforcement.notice_sent"},
        ),
        (
            "enforcement.forward",
            {"infringement": the(InfringementFound, "infringement")},
            {"enforcement.infringement_forwarded"},
        ),
        (
            "enforcement.remedy",
            {"infringement": the(InfringementFound, "infringement")},
            {"enforcement.correction_form_made"},
        ),
    ),
}
"""Acts in order, what is sent, and what is told. The first path without a dossier opens one."""
ELSEWHERE = {
    "programme.postpone_registration": "test_acts_and_law.py: before a registration",
    "programme.guide_minor": "test_acts_and_law.py: of a minor",
    "programme.issue_certificate": "test_acts_and_law.py: every part reached",
    "programme.prove_regular_participation": "test_acts_and_law.py: under an old contract",
    "programme.declare_efforts": "test_acts_and_law.py: limited ability to learn",
    "dutch.decide_appeal": "test_acts_and_law.py: by the committee",
    "enforcement.receive_defence": "test_acts_and_law.py: by the enforcement officer",
    "enforcement.decide_fine": "test_acts_and_law.py: by the enforcement officer",
    "enforcement.receive_payment": "test_acts_and_law.py: by the enforcement officer",
    "people.merge": "test_merging.py",
    "people.undo_merge": "test_merging.py",
}
NOT_BY_STAFF = {
    "programme.inflow_seen": "the National Register tells it",
    "orientation.course_planned": "of a course, not of a dossier: planning",
    "orientation.course_started": "of a course, not of a dossier: planning",
    "orientation.course_cancelled": "of a course, not of a dossier: planning",
    "dutch.level_noted": "only in the register: levels are certified here",
    "dutch.provider_preferred": "only in the register: it points to its own organisations",
    "dutch.waiting_listed": "only in the register: its lists are not published",
    "enforcement.case_activity_done": "only in the register: here the story itself tells it",
    "enforcement.case_letter_made": "only in the register: here letters are facts of their own",
    "programme.career_course_followed": "only in the register: ended in 2022",
    "programme.labour_market_advised": "only in the register: its codes are not published",
    "programme.partner_referred": "only in the register: partners tell it",
    "programme.perspective_noted": "only in the register: its codes are not published",
    "programme.trajectory_followed": "only in the register: here it follows from the other facts",
    "programme.trajectory_part_followed": "only in the register: here it follows from the other facts",
}


def test_every_act_is_done_in_these_tests_and_every_fact_type_is_told_by_one():
    done = {act for path in PATHS.values() for act, _given, _told in path}
    assert done | ELSEWHERE.keys() >= set(acts())
    assert not done & ELSEWHERE.keys()
    told = {label for one in acts().values() for label in one.fact_labels()}
    assert told | NOT_BY_STAFF.keys() == set(fact_types())
    assert not told & NOT_BY_STAFF.keys()


def settled(dossier: int = OWN) -> None:
    """What an intake would tell of dossier OWN: its person is obliged, and may work."""
    began = ago(60)
    facts = [
        ResidenceTitleDescribed(dossier=dossier, occurred_on=began, temporary_purpose=False, over_three_months=True),
        CircumstancesDescribed(dossier=dossier, occurred_on=began, speaks_other_language=True),
        RightToWorkNoted(dossier=dossier, occurred_on=began, may_work=True),
        TargetGroupDetermined(dossier=dossier, occurred_on=began, target_group="obliged"),
    ]
    append(facts, by="test-1", source="agii")


@pytest.fixture
def course(caseload) -> int:
    """A planned course."""
    append(
        [CoursePlanned(course=9, occurred_on=ago(40), number="MO-9", language="ara", starts_on=ago(3))],
        by="t",
        source="agii",
    )
    return 9


@pytest.mark.parametrize("path", PATHS)
def test_acts_in_order(someone, course, path):
    client, dossier = someone("counsellor"), OWN
    someone("team_lead")  # a colleague to hand over to
    settled()
    for act, given, told in PATHS[path]:
        if act == "programme.assign_counsellor":
            given = {**given, "counsellor": "s-team_lead"}
        dossier, labels = do(client, None if act == OPEN else dossier, act, **given)
        assert labels == told, act
    assert DossierPlace.objects.filter(dossier=dossier).exists()


def test_what_was_told_beside_the_facts(someone, course):
    client = someone("counsellor")
    settled()
    do(client, OWN, "programme.hold_conversation", report="Zoekt werk als kok.")
    assert Note.objects.get(pk=ConversationHeld.objects.get().report).body == "Zoekt werk als kok."
    do(client, OWN, "orientation.wish", language="ara", time_slots=["mon_morning", "tue_morning"], childcare=True)
    assert {(one.language, one.time_slot, one.childcare) for one in CourseWished.objects.all()} == {
        ("ara", "mon_morning", True),
        ("ara", "tue_morning", True),
    }
    do(client, OWN, "programme.exempt_component", component="mo", ground="diploma", evidence="Diploma gezien.")
    assert Note.objects.get(pk=ComponentExempted.objects.get().evidence).body == "Diploma gezien."
    do(client, OWN, "fees.charge", item="mo_course")
    do(client, OWN, "fees.receive_payment", fee=FeeCharged.objects.get().fee, amount="90.00")
    assert (FeeCharged.objects.get().amount, FeePaid.objects.get().amount) == (90, 90)
    page = client.get(f"/dossiers/D-{OWN}-5/facts/").content.decode()
    assert "Zoekt werk als kok." in page and "Diploma gezien." in page


def test_a_decision_is_kept_with_its_why(someone):
    client = someone("counsellor")
    settled()
    do(client, OWN, "programme.determine_target_group", target_group="obliged")
    kept = DecisionTaken.objects.get()
    assert (kept.rule, kept.outcome, kept.confirmed) == ("target_group", '"obliged"', True)
    body = Trace.objects.get(digest=kept.trace).body
    assert "ground_obliges" in body and "birth_date" not in body
