"""Facts of the participation and network trajectory of at least 40 hours (since 1 January 2023)."""

from django.db import models

from baken.ledger.facts import DossierFact
from baken.ledger.fields import CodeField
from baken.ledger.situation.feeds import First, Total


class PathAgreed(DossierFact):
    """What the person will do, with whom, and for how many hours."""

    activity = CodeField("soort activiteit", codelist="participation_activity")
    hours = models.SmallIntegerField("uren")

    class Meta:
        verbose_name = "participatietraject afgesproken"


class HoursLogged(DossierFact):
    """Hours done on a day, or over the days before it."""

    feeds = (Total("participation_hours", of="hours"),)
    hours = models.SmallIntegerField("uren")

    class Meta:
        verbose_name = "uren participatie gepresteerd"


class PathCompleted(DossierFact):
    """The agreed hours were reached."""

    feeds = (First("participation_completed_on"),)
    hours = models.SmallIntegerField("uren")

    class Meta:
        verbose_name = "participatietraject voltooid"


class PathWaived(DossierFact):
    """The person works or studies, so the part need not be followed."""

    feeds = (First("participation_waived_on"),)
    ground = CodeField("grond", codelist="participation_waiver")

    class Meta:
        verbose_name = "vrijgesteld van participatietraject"
