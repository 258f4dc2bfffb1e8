"""Which of the register's codes mean what: every code that the schema or its published answers make clear.

All others are kept as given, with the prefix `kbi:`.
"""

from baken.exchange.kbi.kinds import coded, language, listed

_DAYS = {"MAA": "mon", "DIN": "tue", "WOE": "wed", "DON": "thu", "VRIJ": "fri", "ZAT": "sat", "ZON": "sun"}
_PARTS_OF_DAY = {"OCHTEND": "morning", "MIDDAG": "afternoon", "AVOND": "evening"}

SEX = coded("sex", {"1": "m", "2": "f"}, closed=True)
LANGUAGE = language()
LANGUAGE_KNOWLEDGE = coded("language_knowledge", {"MOEDERTAAL": "mother_tongue", "GOED": "good"})
LITERACY = coded("literacy", {"GEALFABETISEERD": "literate"})
CEFR = coded("cefr", {level.upper(): level for level in ("a1", "a2", "b1", "b2", "c1", "c2")})

IN_TARGET_GROUP = listed("in_target_group", {"JA": "yes", "NEE": "no", "NADER_TE_BEPALEN": "undetermined"})
TARGET_GROUP = listed(
    "target_group",
    {
        "PLICHT": "obliged",
        "RECHT": "entitled",
        "RECHT_PLICHT": "entitled_obliged",
        "MINDERJARIG": "minor",
        "NADER_TE_BEPALEN": "undetermined",
        "GEEN": "none",
    },
)
TARGET_GROUP_SUBTYPE = coded(
    "target_group_subtype",
    {
        "RECHT": "entitled",
        "PRI_RECHT": "priority_entitled",
        "VOL_PROG": "full_programme",
        "NT2": "nt2",
        "MO": "mo",
        "RECHT_PLICHT": "entitled_obliged",
        "MINDERJARIG": "minor",
        "DOELGROEP": "target_group",
        "RECHTHEBBEND": "right_holder",
    },
    closed=True,
)
REGISTRATION_KIND = listed("registration_kind", {"EA": "first", "HA": "renewed"})
CONTRACT_FORM = coded("contract_form", closed=True)
DOCUMENT_KIND = coded("document_kind", {"ATTEST": "certificate"}, closed=True)
CERTIFICATE = coded("certificate", {"AI023": "civic_integration", "AEVC05": "evc"}, closed=True)

TRAJECTORY_KIND = coded(
    "trajectory_kind",
    {
        "TT_IBVP": "obliged",
        "TT_IBRH": "entitled",
        "TT_IB-18": "minor",
        "TT_NT2": "nt2",
        "TT_NIV_BEPALING": "level_assessment",
    },
    closed=True,
)
TRAJECTORY_PART = coded(
    "trajectory_part",
    {
        "TO_OB_MO": "mo",
        "TO_A1": "nt2_a1",
        "TO_A2": "nt2_a2",
        "TO_B1/1": "nt2_b1_1",
        "TO_B1/2": "nt2_b1_2",
        "TO_B1/3": "nt2_b1_3",
        "TO_B1/4": "nt2_b1_4",
        "TO_B2": "nt2_b2",
        "TO_C1": "nt2_c1",
        "TO_C2": "nt2_c2",
    },
    closed=True,
)
TRAJECTORY_DECISION = coded(
    "trajectory_decision",
    {"JA_IB": "certificate", "JA_EVC": "evc", "NEE": "no", "NEE_ANALFA": "no_illiterate"},
    closed=True,
)
PART_DECISION = coded(
    "part_decision", {"VO": "fulfilled", "NVO": "not_fulfilled", "NVT": "not_applicable"}, closed=True
)
PRESENCE = listed("presence", {"AANWEZIG": "present", "AFWEZIG": "absent", "VERANTW_AFWE": "excused"})
ENROLMENT_STATUS = coded(
    "enrolment_status",
    {
        "TOEGEWEZEN": "assigned",
        "INGESCHREVEN": "enrolled",
        "GERESERVEERD": "reserved",
        "NT_INGESCHREVEN": "not_enrolled",
        "NT_TOEGEWEZEN": "not_assigned",
        "UITGESCHREVEN": "withdrawn",
    },
    closed=True,
)
MODULE_RESULT = listed(
    "module_result", {"GESLAAGD": "passed", "NT_GESLAAGD": "failed", "NT_DEELGENOMEN": "not_participated"}
)
REFERRAL_REASON = coded(
    "referral_reason",
    {
        "INT_HVN": "nt2_intake",
        "NIV_TEST": "level_test",
        "INB_OPV": "integration_follow_up",
        "DIPL_GEL": "diploma_recognition",
    },
    closed=True,
)
DIPLOMA_STATUS = coded("diploma_guidance_status", closed=True)
HOUSING_FOLLOW_UP = coded(
    "housing_follow_up", {"Onthaalbureau": "reception_office", "Huis van het Nederlands": "house_of_dutch"}
)
INFRINGEMENT_KIND = coded("infringement_kind", closed=True)
AUTHORITY = listed("sanctioning_authority", {"VDAB": "vdab", "OCMW": "ocmw", "VMSW": "vmsw", "HH": "hh"})
CASE_ACTIVITY = coded(
    "case_activity",
    {
        "A_BRIEF": "letter",
        "A_KC_TELEF": "phone_call",
        "A_KC_HUISB": "home_visit",
        "A_EM_EMAIL": "email",
        "A_SM_SMS": "text_message",
        "A_KC_PersGespr": "conversation",
        "A_CONTACT": "contact",
        "A_CURS_MO": "mo_course",
        "A_CURS_LES_MO": "mo_lesson",
        "A_TEST_MO": "mo_test",
        "A_CURS_MO_IND": "individual_mo_course",
        "A_TL_VDAB": "referral_vdab",
        "A_TL_DPL_GELIJK": "diploma_recognition",
        "A_INBREUK": "infringement",
    },
    closed=True,
)
TIME_SLOT = listed(
    "time_slot",
    {
        f"{day}_{part}": f"{our_day}_{our_part}"
        for day, our_day in _DAYS.items()
        for part, our_part in _PARTS_OF_DAY.items()
    },
)
UNPUBLISHED = coded("unpublished")
CLOSED = coded("unpublished", closed=True)

NO_TARGET_REASON = coded("no_target_reason")
DUTY_EXEMPTION = coded("duty_exemption")
REGISTRATION_REASON = coded("registration_reason")
POSTPONEMENT_REASON = coded("postponement_reason")
SUSPENSION_REASON = coded("suspension_reason")
LANGUAGE_TEST = coded("language_test")
TEST_RESULT = coded("test_result", {"GESLAAGD": "passed", "NT_GESLAAGD": "failed"})
NT2_ADVICE = coded("nt2_advice")
