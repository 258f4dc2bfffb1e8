"""Facts of Dutch as a second language (NT2): interviews, tests, advice, enrolments, results, levels."""

from django.db import models

from baken.ledger.facts import DossierFact, RegisterFact
from baken.ledger.fields import CodeField, GivenCodeField, ReferenceField, SubjectField
from baken.ledger.situation.feeds import Complete, First, Latest, Share

LEVELS = ("a1", "a2", "b1", "b2", "c1", "c2")
FAILED = {"test_type": ("certifying_a1_2", "certifying_b1_2"), "result": "failed"}
"""A certifying test that was not passed."""
PARTS = ("listening", "reading", "speaking", "writing")


def _reached(level: str) -> tuple[str, ...]:
    """The level and all above it."""
    return LEVELS[LEVELS.index(level) :]


class InterviewHeld(DossierFact):
    """An interview: for NT2 lessons, a level test, or the housing code."""

    kind = CodeField("soort gesprek", codelist="interview_kind")

    class Meta:
        verbose_name = "gesprek NT2"


class TestTaken(RegisterFact):
    """A placement or civil language test (KBI: AfgelegdeTest)."""

    feeds = (Latest("certifying_test_failed_on", of="occurred_on", where=FAILED),)
    opens = "test"
    test = SubjectField("test", kind="test")
    test_type = CodeField("soort test", codelist="language_test", as_given=True, null=True, blank=True)
    test_type_given = GivenCodeField()
    result = CodeField("resultaat", codelist="test_result", as_given=True, null=True, blank=True)
    result_given = GivenCodeField()
    kbi_id = models.CharField("KBI-nummer van de test", max_length=36, null=True, blank=True)
    number = models.TextField("testnummer", null=True, blank=True)
    referral_kbi_id = models.CharField("KBI-nummer van de toeleiding", max_length=36, null=True, blank=True)
    edition = models.TextField("versie", null=True, blank=True)
    language = CodeField("taal", codelist="language", as_given=True, null=True, blank=True)

    class Meta:
        verbose_name = "taaltest afgelegd"


class TestPartTaken(DossierFact):
    """One part of a certifying test: listening, reading, speaking or writing."""

    feeds = (Complete("four_test_parts_on", of="part", codes=PARTS, where={"passed": True}),)
    test = SubjectField("test", kind="test")
    part = CodeField("testdeel", codelist="test_part")
    passed = models.BooleanField("geslaagd")

    class Meta:
        verbose_name = "testdeel afgelegd"


class AdviceGiven(RegisterFact):
    """Advice on provider and track (KBI: Adviezen/HvN)."""

    advice = CodeField("advies", codelist="nt2_advice", as_given=True, null=True, blank=True)
    advice_given = GivenCodeField()

    class Meta:
        verbose_name = "advies NT2"


class Enrolled(RegisterFact):
    """Enrolment in an NT2 module with a provider (KBI: NT2Cursus); site, training and module are DAVINCI codes."""

    feeds = (First("nt2_course_started_on", day="starts_on"),)
    opens = "enrolment"
    not_before = {"ends_on": "starts_on"}
    enrolment = SubjectField("inschrijving", kind="enrolment")
    provider_type = CodeField("soort aanbodverstrekker", codelist="provider_type", null=True, blank=True)
    level = CodeField("niveau", codelist="cefr", null=True, blank=True)
    starts_on = models.DateField("begint op", null=True, blank=True)
    ends_on = models.DateField("eindigt op", null=True, blank=True)

    kbi_id = models.CharField("KBI-nummer van de inschrijving", max_length=36, null=True, blank=True)
    provider = ReferenceField("aanbodverstrekker", to="people.PartnerOrganisation")
    site = CodeField("vestiging", codelist="unpublished", as_given=True, null=True, blank=True)
    site_given = GivenCodeField()
    training = CodeField("opleiding", codelist="unpublished", as_given=True, null=True, blank=True)
    training_given = GivenCodeField()
    module = CodeField("module", codelist="unpublished", as_given=True, null=True, blank=True)
    module_given = GivenCodeField()
    left_on = models.DateField("uitgeschreven op", null=True, blank=True)
    status = CodeField("status", codelist="enrolment_status", as_given=True, null=True, blank=True)

    class Meta:
        verbose_name = "inschrijving NT2"


class LessonFollowed(RegisterFact):
    """Presence at one NT2 lesson (KBI: LesMoment)."""

    feeds = (Share("nt2_attendance", of="presence", codes=("present",), among=("present", "absent")),)
    enrolment = SubjectField("inschrijving", kind="enrolment")
    presence = CodeField("aanwezigheid", codelist="presence", null=True, blank=True)
    starts_at = models.SmallIntegerField("begint om (minuten na middernacht)", null=True, blank=True)
    ends_at = models.SmallIntegerField("eindigt om (minuten na middernacht)", null=True, blank=True)
    minutes_present = models.SmallIntegerField("minuten aanwezig", null=True, blank=True)

    class Meta:
        verbose_name = "les NT2"


class ModuleDecided(RegisterFact):
    """The result of an enrolment in a module (KBI: NT2Cursus/Besluit)."""

    enrolment = SubjectField("inschrijving", kind="enrolment")
    result = CodeField("resultaat", codelist="module_result")

    class Meta:
        verbose_name = "resultaat module NT2"


class LevelCertified(DossierFact):
    """A level of Dutch was certified; `oral` for the spoken skills only."""

    feeds = (
        First("a1_on", where={"level": _reached("a1"), "oral": False}),
        First("a1_oral_on", where={"level": _reached("a1")}),
        First("a2_on", where={"level": _reached("a2"), "oral": False}),
        First("a2_oral_on", where={"level": _reached("a2")}),
        First("b1_oral_on", where={"level": _reached("b1")}),
    )
    level = CodeField("niveau", codelist="cefr")
    oral = models.BooleanField("enkel mondeling", default=False)

    class Meta:
        verbose_name = "niveau Nederlands behaald"


class AlfaModulePassed(DossierFact):
    """A module for those learning to read and write, by which the goal of Dutch can be reached."""

    feeds = (
        First("alfa_oral_8_on", where={"module": "oral_8"}),
        First("alfa_written_2_on", where={"module": "written_2"}),
    )
    module = CodeField("module", codelist="alfa_module")

    class Meta:
        verbose_name = "alfamodule behaald"


class LearningAbilityAssessed(DossierFact):
    """Whether the ability to learn was found to be limited."""

    feeds = (Latest("limited_learning_ability", of="limited"),)
    limited = models.BooleanField("beperkte leervaardigheid")

    class Meta:
        verbose_name = "leervaardigheid bepaald"


class AppealLodged(DossierFact):
    """An appeal against a test result."""

    opens = "appeal"
    appeal = SubjectField("beroep", kind="appeal")
    test = SubjectField("test", kind="test", null=True, blank=True)

    class Meta:
        verbose_name = "beroep ingediend"


class AppealDecided(DossierFact):
    """The appeal committee's decision."""

    appeal = SubjectField("beroep", kind="appeal")
    upheld = models.BooleanField("gegrond")

    class Meta:
        verbose_name = "beroep beslist"


class LevelNoted(RegisterFact):
    """The highest and the latest level of Dutch reached, as the register knows them (KBI: BehaaldNT2Niveau)."""

    highest = CodeField("hoogst behaald", codelist="cefr", as_given=True, null=True, blank=True)
    highest_given = GivenCodeField()
    latest = CodeField("recentst behaald", codelist="cefr", as_given=True, null=True, blank=True)
    latest_given = GivenCodeField()

    class Meta:
        verbose_name = "behaald niveau NT2"


class WaitingListed(RegisterFact):
    """Put on a waiting list for a module (KBI: Wachtlijst/Aanmelding)."""

    waiting_list = CodeField("wachtlijst", codelist="unpublished", as_given=True, null=True, blank=True)
    waiting_list_given = GivenCodeField()
    module = CodeField("module", codelist="unpublished", as_given=True, null=True, blank=True)
    module_given = GivenCodeField()

    class Meta:
        verbose_name = "aanmelding op wachtlijst"


class PreferencesStated(RegisterFact):
    """When the person would like to start, why then, and how intensively (KBI: VoorkeurenKlant)."""

    wished_start = models.DateField("gewenste start", null=True, blank=True)
    wished_start_reason = CodeField(
        "reden gewenste start", codelist="unpublished", as_given=True, null=True, blank=True
    )
    wished_start_reason_given = GivenCodeField()
    intensity = models.IntegerField("intensiteit", null=True, blank=True)
    childcare = models.BooleanField("heeft kinderopvang nodig", null=True, blank=True)
    transport = models.BooleanField("heeft vervoer nodig", null=True, blank=True)

    class Meta:
        verbose_name = "voorkeuren"


class ProviderPreferred(RegisterFact):
    """A provider where the person would like to learn (KBI: VoorkeurenKlant/Centrum)."""

    provider = ReferenceField("aanbodverstrekker", to="people.PartnerOrganisation")

    class Meta:
        verbose_name = "voorkeur voor een centrum"


class PostcodePreferred(RegisterFact):
    """A postal area where the person would like to learn (KBI: PostkantonCode)."""

    postcode = models.CharField("postcode", max_length=6, null=True, blank=True)

    class Meta:
        verbose_name = "voorkeur voor een postkanton"


class AvailabilityStated(RegisterFact):
    """When the time slots that follow suit the person, and why no others do (KBI: VoorkeurLesMoment)."""

    opens = "availability"
    not_before = {"until": "occurred_on"}
    availability = SubjectField("beschikbaarheid", kind="availability")
    until = models.DateField("tot", null=True, blank=True)
    restriction = CodeField("reden van beperking", codelist="unpublished", as_given=True, null=True, blank=True)
    restriction_given = GivenCodeField()

    class Meta:
        verbose_name = "beschikbaarheid"


class TimeSlotPreferred(RegisterFact):
    """A time slot in which the person can follow lessons (KBI: LesVoorkeurLesMoment)."""

    availability = SubjectField("beschikbaarheid", kind="availability")
    time_slot = CodeField("lesmoment", codelist="time_slot", null=True, blank=True)

    class Meta:
        verbose_name = "voorkeur voor een lesmoment"
