"""Which way each outcome is good for the person; a reform may say otherwise. Those not named here are just changes."""

from baken.law.gains import LESS, MORE, Gain

BETTER_WHEN_TRUE = (
    *("entitled", "counselling_due", "diploma_guidance_due", "nt2_orientation", "duty_exempt", "duty_fulfilled"),
    *("mo_course_exempt", "mo_test_passed", "mo_result", "mo_reached", "nt2_result", "nt2_reached", "work_reached"),
    *("participation_reached", "taught_parts_reached", "other_parts_reached", "programme_reached", "certificate_due"),
    *("regular_participation_due", "efforts_declaration_due", "programme_completed", "integration_duty_met"),
    *("b1_shown", "fee_exempt", "programme_free", "expenses_refunded", "helpdesk_access", "residence_unbroken"),
)
WORSE_WHEN_TRUE = (
    *("newcomer_obliges", "foreign_newcomer_obliges", "belgian_newcomer_obliges", "minister_obliges", "obliged"),
    *("brussels_obliged", "brussels_in_default", "new_duty", "participation_required", "b1_required", "b1_overdue"),
    *("infringement_possible", "infringement_grounded", "goals_missed", "programme_breached", "reported_late"),
    *("job_service_late", "irregular_participation", "sanctionable", "notice_due", "forwarding_possible"),
    *("fine_possible", "fee_contract", "fee_due", "fee_in_advance", "level_test_paid"),
)
LATER_IS_BETTER = (
    "report_by",
    "sign_by",
    "mo_by",
    "nt2_by",
    "job_service_by",
    "b1_by",
    "defence_by",
    "pay_fine_by",
    "pay_fee_by",
)
SMALLER_IS_BETTER = ("fee", "fine_minimum", "fine_maximum", "brussels_fine_minimum", "brussels_fine_maximum")
GAINS: dict[str, Gain] = {
    **dict.fromkeys(BETTER_WHEN_TRUE, MORE),
    **dict.fromkeys(WORSE_WHEN_TRUE, LESS),
    **dict.fromkeys(LATER_IS_BETTER, MORE),
    **dict.fromkeys(SMALLER_IS_BETTER, LESS),
    "mo_decision": ("passed", "fulfilled", "not_applicable"),
    "residence_condition": ("met", "none"),
}
