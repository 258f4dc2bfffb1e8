"""Facts of the work part (since 1 March 2022), and of work, training and study besides."""

from django.db import models

from baken.ledger.facts import DossierFact
from baken.ledger.fields import CodeField
from baken.ledger.situation.feeds import First, Latest, Periods


class JobseekerRegistered(DossierFact):
    """Registered with the employment service (VDAB, in Brussels Actiris)."""

    feeds = (First("job_service_on"),)
    service = CodeField("dienst", codelist="employment_service")

    class Meta:
        verbose_name = "inschrijving bij VDAB of Actiris"


class WelfareProjectAgreed(DossierFact):
    """An individual project of social integration (GPMI) with the public welfare centre."""

    feeds = (First("welfare_project_on"),)

    class Meta:
        verbose_name = "geïndividualiseerd project (GPMI)"


class RightToWorkNoted(DossierFact):
    """Whether the person may work from this day."""

    feeds = (Latest("may_work", of="may_work"),)
    may_work = models.BooleanField("mag werken")

    class Meta:
        verbose_name = "recht om te werken"


class Spell(DossierFact):
    """Something done from this day until another, which is not in it (empty: still)."""

    not_before = {"until": "occurred_on"}
    until = models.DateField("tot", null=True, blank=True)

    class Meta:
        abstract = True


class Employed(Spell):
    """A spell of work."""

    feeds = (Periods("work_spells"), Periods("active_spells"))

    class Meta:
        verbose_name = "tewerkstelling"


class Trained(Spell):
    """A spell of training."""

    feeds = (Periods("training_spells"), Periods("active_spells"))

    class Meta:
        verbose_name = "opleiding"


class Studied(Spell):
    """A spell of study."""

    feeds = (Periods("study_spells"), Periods("active_spells"))

    class Meta:
        verbose_name = "studie"
