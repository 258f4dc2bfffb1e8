"""Facts of social orientation (MO): courses, seats, lessons, tests, decisions."""

from django.db import models

from baken.ledger.facts import CourseFact, DossierFact, RegisterFact
from baken.ledger.fields import CodeField, SubjectField
from baken.ledger.situation.feeds import Days, First, Highest, Latest, Share

GOALS_REACHED = {"passed": True, "fulfilled": True, "failed": False, "not_fulfilled": False}
"""What each decision on social orientation says about its goals; `not_applicable` says nothing."""


class CoursePlanned(CourseFact):
    """An MO course is planned: in which language, where, for how many."""

    opens = "course"
    not_before = {"ends_on": "starts_on"}
    number = models.CharField("cursusnummer", max_length=40, null=True, blank=True)
    language = CodeField("taal", codelist="language", as_given=True, null=True, blank=True)
    municipality = CodeField("lesplaats", codelist="municipality", null=True, blank=True)
    time_slot = CodeField("lesmoment", codelist="time_slot", null=True, blank=True)
    seats = models.SmallIntegerField("plaatsen", null=True, blank=True)
    starts_on = models.DateField("begint op", null=True, blank=True)
    ends_on = models.DateField("eindigt op", null=True, blank=True)

    class Meta:
        verbose_name = "cursus MO gepland"


class CourseStarted(CourseFact):
    """The first lesson of an MO course was given."""

    language = CodeField("taal", codelist="language")
    municipality = CodeField("lesplaats", codelist="municipality")
    with_interpreter = models.BooleanField("met tolk", default=False)

    class Meta:
        verbose_name = "cursus MO gestart"


class CourseCancelled(CourseFact):
    """A planned MO course will not be given."""

    reason = CodeField("reden", codelist="course_cancel_reason")

    class Meta:
        verbose_name = "cursus MO geannuleerd"


class CourseWished(DossierFact):
    """The person wishes an MO course: language, time of day, place, and what it takes to come."""

    language = CodeField("taal", codelist="language", as_given=True, null=True, blank=True)
    time_slot = CodeField("lesmoment", codelist="time_slot", null=True, blank=True)
    municipality = CodeField("gewenste lesplaats", codelist="municipality", null=True, blank=True)
    childcare = models.BooleanField("heeft kinderopvang nodig", null=True, blank=True)
    transport = models.BooleanField("heeft vervoer nodig", null=True, blank=True)

    class Meta:
        verbose_name = "wens cursus MO"


class SeatOffered(DossierFact):
    """A seat in a course was offered."""

    course = SubjectField("cursus", kind="course")

    class Meta:
        verbose_name = "plaats aangeboden"


class SeatAnswered(DossierFact):
    """The offered seat was accepted or refused."""

    course = SubjectField("cursus", kind="course")
    accepted = models.BooleanField("aanvaard")

    class Meta:
        verbose_name = "antwoord op plaats"


class CourseJoined(DossierFact):
    """The person started in an MO course: one participation."""

    feeds = (First("mo_course_started_on"),)
    course = SubjectField("cursus", kind="course")

    class Meta:
        verbose_name = "gestart in cursus MO"


class CourseEnrolled(RegisterFact):
    """Enrolment in an MO course, in a group or alone (KBI: MOCursus, IndividueleMOCursus)."""

    feeds = (First("mo_course_started_on", day="starts_on"),)
    opens = "course_enrolment"
    not_before = {"ends_on": "starts_on"}
    course_enrolment = SubjectField("inschrijving in cursus", kind="course_enrolment")
    individual = models.BooleanField("individueel", default=False)
    kbi_id = models.CharField("KBI-nummer van de cursus", max_length=36, null=True, blank=True)
    number = models.TextField("cursusnummer", null=True, blank=True)
    name = models.TextField("naam van de cursus", null=True, blank=True)
    language = CodeField("taal", codelist="language", as_given=True, null=True, blank=True)
    lesson_place = models.TextField("lesplaats", null=True, blank=True)
    starts_on = models.DateField("begint op", null=True, blank=True)
    ends_on = models.DateField("eindigt op", null=True, blank=True)
    left_on = models.DateField("uitgeschreven op", null=True, blank=True)

    class Meta:
        verbose_name = "inschrijving in cursus MO"


class LessonFollowed(RegisterFact):
    """Presence at one MO lesson (KBI: LesMoment)."""

    feeds = (Share("mo_attendance", of="presence", codes=("present",), among=("present", "absent")),)
    course = SubjectField("cursus", kind="course", null=True, blank=True)
    course_enrolment = SubjectField("inschrijving in cursus", kind="course_enrolment", null=True, blank=True)
    presence = CodeField("aanwezigheid", codelist="presence", null=True, blank=True)
    starts_at = models.SmallIntegerField("begint om (minuten na middernacht)", null=True, blank=True)
    ends_at = models.SmallIntegerField("eindigt om (minuten na middernacht)", null=True, blank=True)
    minutes_present = models.SmallIntegerField("minuten aanwezig", null=True, blank=True)

    class Meta:
        verbose_name = "les MO"


class CourseLeft(DossierFact):
    """The person stopped before the end of the course."""

    course = SubjectField("cursus", kind="course")
    reason = CodeField("reden", codelist="course_leave_reason", null=True, blank=True)

    class Meta:
        verbose_name = "uitschrijving uit cursus MO"


class ExemptionTestTaken(DossierFact):
    """MO exemption test with its outcome, absence included."""

    feeds = (
        First("mo_exemption_test_on", where={"outcome": ("passed", "failed", "undetermined")}),
        First("mo_exemption_test_passed_on", where={"outcome": "passed"}),
    )
    outcome = CodeField("resultaat", codelist="exemption_outcome")

    class Meta:
        verbose_name = "vrijstellingstoets MO"


class CourseTestTaken(DossierFact):
    """The MO test at the end of the course (since 2022), score out of 100."""

    feeds = (
        Days("mo_tests"),
        Days("mo_tests_failed", where={"passed": False}),
        Highest("mo_score", of="score"),
        Latest("mo_practice_correct", of="practice_correct"),
        Latest("mo_values_correct", of="values_correct"),
    )
    course = SubjectField("cursus", kind="course", null=True, blank=True)
    score = models.SmallIntegerField("score", null=True, blank=True)
    practice_correct = models.SmallIntegerField("juist op het praktische deel", null=True, blank=True)
    values_correct = models.SmallIntegerField("juist op het deel waarden", null=True, blank=True)
    passed = models.BooleanField("geslaagd")

    class Meta:
        verbose_name = "test MO"


class MoDecided(DossierFact):
    """The decision on social orientation."""

    feeds = (
        Latest("mo_goals_reached", of="decision", through=GOALS_REACHED),
        First("mo_fulfilled_on", where={"decision": "fulfilled"}),
    )
    decision = CodeField("besluit MO", codelist="mo_decision")

    class Meta:
        verbose_name = "besluit MO"
