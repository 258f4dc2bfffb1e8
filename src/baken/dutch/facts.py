"""Facts of Dutch as a second language (NT2): interviews, tests, advice, enrolments, results, levels."""

from django.db import models

from baken.ledger.facts import DossierFact
from baken.ledger.fields import CodeField, SubjectField


class InterviewHeld(DossierFact):
    """An interview: for NT2 lessons, a level test, or the housing code."""

    kind = CodeField("soort gesprek", codelist="interview_kind")

    class Meta:
        verbose_name = "gesprek NT2"


class TestTaken(DossierFact):
    """A placement or civil language test (KBI: AfgelegdeTest)."""

    opens = "test"
    test = SubjectField("test", kind="test")
    test_type = CodeField("soort test", codelist="language_test", as_given=True, null=True, blank=True)
    result = CodeField("resultaat", codelist="test_result", as_given=True, null=True, blank=True)

    class Meta:
        verbose_name = "taaltest afgelegd"


class TestPartTaken(DossierFact):
    """One part of a certifying test: listening, reading, speaking or writing."""

    test = SubjectField("test", kind="test")
    part = CodeField("testdeel", codelist="test_part")
    passed = models.BooleanField("geslaagd")

    class Meta:
        verbose_name = "testdeel afgelegd"


class AdviceGiven(DossierFact):
    """Advice on provider and track."""

    advice = CodeField("advies", codelist="nt2_advice", as_given=True, null=True, blank=True)

    class Meta:
        verbose_name = "advies NT2"


class Enrolled(DossierFact):
    """Enrolment in an NT2 module with a provider (KBI: NT2Cursus)."""

    opens = "enrolment"
    not_before = {"ends_on": "starts_on"}
    enrolment = SubjectField("inschrijving", kind="enrolment")
    provider_type = CodeField("soort aanbodverstrekker", codelist="provider_type", null=True, blank=True)
    level = CodeField("niveau", codelist="cefr", null=True, blank=True)
    starts_on = models.DateField("begint op", null=True, blank=True)
    ends_on = models.DateField("eindigt op", null=True, blank=True)

    class Meta:
        verbose_name = "inschrijving NT2"


class ModuleDecided(DossierFact):
    """The result of an enrolment in a module."""

    enrolment = SubjectField("inschrijving", kind="enrolment")
    result = CodeField("resultaat", codelist="module_result")

    class Meta:
        verbose_name = "resultaat module NT2"


class LevelCertified(DossierFact):
    """A level of Dutch was certified; `oral` for the spoken skills only."""

    level = CodeField("niveau", codelist="cefr")
    oral = models.BooleanField("enkel mondeling", default=False)

    class Meta:
        verbose_name = "niveau Nederlands behaald"


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
