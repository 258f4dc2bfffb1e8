"""Facts of the participation and network trajectory of at least 40 hours (since 1 January 2023)."""

from django.db import models

from baken.ledger.facts import DossierFact
from baken.ledger.fields import CodeField


class PathAgreed(DossierFact):
    """What the person will do, with whom, and for how many hours."""

    activity = CodeField("soort activiteit", codelist="participation_activity")
    hours = models.SmallIntegerField("uren")

    class Meta:
        verbose_name = "participatietraject afgesproken"


class PathCompleted(DossierFact):
    """The agreed hours were reached."""

    hours = models.SmallIntegerField("uren")

    class Meta:
        verbose_name = "participatietraject voltooid"


class PathWaived(DossierFact):
    """The person works or studies, so the part need not be followed."""

    ground = CodeField("grond", codelist="participation_waiver")

    class Meta:
        verbose_name = "vrijgesteld van participatietraject"
