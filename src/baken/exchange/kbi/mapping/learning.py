"""Courses with their lessons, tests, advice, the waiting list, and what the person prefers."""

from baken.dutch import facts as dutch
from baken.exchange.kbi import codes
from baken.exchange.kbi.kinds import DAY, TIME, TRUTH, WHOLE
from baken.exchange.kbi.mapping.common import partner, period
from baken.exchange.kbi.shape import HERE, Box, Coded, Leaf, Part
from baken.ledger.facts import RegisterFact
from baken.orientation import facts as orientation
from baken.programme import facts as programme


def _lessons(fact: type[RegisterFact]) -> Box:
    leaves = (
        Leaf("Datum", "occurred_on", DAY),
        Leaf("AanvangUur", "starts_at", TIME),
        Leaf("EindUur", "ends_at", TIME),
        Leaf("Aanwezigheidsduur", "minutes_present", TIME),
        Leaf("Aanwezigheid", "presence", codes.PRESENCE),
    )
    return Box("LesMomenten", (Part("LesMoment", fact, leaves, many=True),))


def _mo_course(name: str, *, individual: bool) -> Part:
    return Part(
        name,
        orientation.CourseEnrolled,
        (
            Leaf("ID", "kbi_id", required=True),
            Leaf("Nummer", "number", required=True),
            Leaf("Naam", "name"),
            Leaf("Taal", "language", codes.LANGUAGE),
            Leaf("LesPlaats", "lesson_place"),
            period("starts_on", "ends_on"),
            Leaf("DatumInschrijving", "occurred_on", DAY),
            Leaf("DatumUitschrijving", "left_on", DAY),
            _lessons(orientation.LessonFollowed),
        ),
        many=True,
        fixed=(("individual", individual),),
        fallbacks=("starts_on",),
    )


NT2_COURSE = Part(
    "NT2Cursus",
    dutch.Enrolled,
    (
        Leaf("ID", "kbi_id", required=True),
        partner("Centrum", "provider"),
        Coded("Vestiging", "site", codes.UNPUBLISHED),
        Coded("Opleiding", "training", codes.UNPUBLISHED),
        Coded("Module", "module", codes.UNPUBLISHED),
        period("starts_on", "ends_on"),
        Leaf("DatumInschrijving", "occurred_on", DAY),
        Leaf("DatumUitschrijving", "left_on", DAY),
        _lessons(dutch.LessonFollowed),
        Leaf("Status", "status", codes.ENROLMENT_STATUS),
        Part("Besluit", dutch.ModuleDecided, (Leaf(HERE, "result", codes.MODULE_RESULT),)),
    ),
    many=True,
    fallbacks=("starts_on",),
)

CAREER_COURSE = Part(
    "PLOCursus",
    programme.CareerCourseFollowed,
    (
        Leaf("ID", "kbi_id", required=True),
        Leaf("Naam", "name"),
        period(),
        Box(
            "Besluit",
            (
                Leaf("Voldaan", "fulfilled", TRUTH),
                Coded("Reden", "decision_reason", codes.UNPUBLISHED),
                Leaf("DatumToekenning", "decided_on", DAY),
            ),
        ),
    ),
    many=True,
    fallbacks=("decided_on",),
)

COURSES = Box(
    "VormingsActiviteiten",
    (
        Box("MOCursussen", (_mo_course("MOCursus", individual=False),)),
        Box("NT2Cursussen", (NT2_COURSE,)),
        Box("IndividueleMOCursussen", (_mo_course("IndividueleMOCursus", individual=True),)),
        Box("PLOCursussen", (CAREER_COURSE,)),
    ),
)

TEST = Part(
    "AfgelegdeTest",
    dutch.TestTaken,
    (
        Leaf("ID", "kbi_id", required=True),
        Leaf("Nummer", "number", required=True),
        Leaf("ToeleidingID", "referral_kbi_id"),
        Coded("Type", "test_type", codes.LANGUAGE_TEST),
        Leaf("Datum", "occurred_on", DAY),
        Leaf("Versie", "edition"),
        Leaf("Taal", "language", codes.LANGUAGE),
        Coded("Resultaat", "result", codes.TEST_RESULT),
    ),
    many=True,
)

ADVICE = Box(
    "Adviezen",
    (
        Part("HvN", dutch.AdviceGiven, (Coded(HERE, "advice", codes.NT2_ADVICE),)),
        Part("Arbeidsmarkt", programme.LabourMarketAdvised, (Leaf(HERE, "advice", codes.CLOSED),)),
    ),
)

WAITING_LIST = Part(
    "Aanmelding",
    dutch.WaitingListed,
    (
        Coded("Code", "waiting_list", codes.UNPUBLISHED),
        Coded("Module", "module", codes.UNPUBLISHED),
        Leaf("Datum", "occurred_on", DAY),
    ),
    many=True,
)

AVAILABILITY = Part(
    "VoorkeurLesMoment",
    dutch.AvailabilityStated,
    (
        Part("LesVoorkeurLesMoment", dutch.TimeSlotPreferred, (Leaf("Code", "time_slot", codes.TIME_SLOT),), many=True),
        period(name="PeriodeGeldigheid"),
        Coded("RedenBeperking", "restriction", codes.UNPUBLISHED),
    ),
    many=True,
)

PREFERENCES = Part(
    "VoorkeurenKlant",
    dutch.PreferencesStated,
    (
        Leaf("DatumGewensteStart", "wished_start", DAY),
        Coded("RedenDatumGewensteStart", "wished_start_reason", codes.UNPUBLISHED),
        Leaf("Intensiteit", "intensity", WHOLE),
        Box("Centra", (Part("Centrum", dutch.ProviderPreferred, (partner(HERE, "provider"),), many=True),)),
        Box(
            "PostkantonCodes", (Part("PostkantonCode", dutch.PostcodePreferred, (Leaf(HERE, "postcode"),), many=True),)
        ),
        Box("VoorkeurLesMomenten", (AVAILABILITY,)),
    ),
)
