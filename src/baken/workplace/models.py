"""What the workplace keeps: tasks (derived), saved filters, and what somebody has seen."""

from django.conf import settings
from django.db import models

from baken.foundation import clock


class Task(models.Model):
    """Derived: a term of a dossier that is not met yet. Its last day is kept; how it stands follows from today."""

    id = models.BigAutoField("nummer", primary_key=True)
    dossier = models.BigIntegerField("dossier", db_index=True)
    case_kind = models.CharField("soort zaak", max_length=40, blank=True, default="")
    case = models.BigIntegerField("zaak", null=True, blank=True)
    term = models.CharField("termijn", max_length=40)
    due = models.DateField("uiterlijk op", null=True, blank=True)
    """Null where something that decides about it is not known."""

    class Meta:
        verbose_name = "taak"
        verbose_name_plural = "taken"
        default_permissions = ()
        indexes = [models.Index(fields=["due", "dossier"], name="task_due")]


class SavedFilter(models.Model):
    """A filter of a list under a name of one's own; its query is what stands in the address."""

    id = models.BigAutoField("nummer", primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="gebruiker", related_name="+")
    page = models.CharField("bladzijde", max_length=40)
    name = models.CharField("naam", max_length=60)
    query = models.CharField("filter", max_length=500)

    class Meta:
        verbose_name = "bewaarde filter"
        verbose_name_plural = "bewaarde filters"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "page", "name"], name="filter_once")]


class Seen(models.Model):
    """Up to which append somebody has looked at what changed in their caseload."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="gebruiker", primary_key=True, related_name="+"
    )
    append = models.BigIntegerField("registratie", default=0)
    at = models.DateTimeField("wanneer", default=clock.now)

    class Meta:
        verbose_name = "gezien"
        verbose_name_plural = "gezien"
        default_permissions = ()
