"""What is held back from erasing, and reports that decide it: made, signed by two people, carried out."""

from django.conf import settings
from django.db import models

from baken.foundation import clock


class LegalHold(models.Model):
    """As long as it stands nothing of the person of this dossier is erased (a court case, an inspection)."""

    id = models.BigAutoField("nummer", primary_key=True)
    dossier = models.BigIntegerField("dossier", db_index=True)
    reason = models.CharField("reden", max_length=500)
    placed_at = models.DateTimeField("ingesteld op", default=clock.now)
    placed_by = models.CharField("ingesteld door", max_length=120)
    lifted_at = models.DateTimeField("opgeheven op", null=True, blank=True)
    lifted_by = models.CharField("opgeheven door", max_length=120, blank=True, default="")

    class Meta:
        verbose_name = "bewaring op bevel"
        verbose_name_plural = "bewaringen op bevel"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=models.Q(lifted_at__isnull=True), name="hold_once_at_a_time"
            )
        ]


class RetentionReport(models.Model):
    """Whose records were past their term on a day: numbers only. Carried out once two people signed it."""

    id = models.BigAutoField("nummer", primary_key=True)
    on = models.DateField("op")
    made_at = models.DateTimeField("gemaakt op", default=clock.now)
    made_by = models.CharField("gemaakt door", max_length=120)
    body = models.TextField("inhoud")
    """JSON: {kind of record: [numbers of persons]}, in order."""
    digest = models.CharField("zegel", max_length=64)
    """SHA-256 of the body: what one signs."""
    done_at = models.DateTimeField("uitgevoerd op", null=True, blank=True)
    done_by = models.CharField("uitgevoerd door", max_length=120, blank=True, default="")
    outcome = models.TextField("uitkomst", blank=True, default="")
    """JSON: {kind of record: rows erased}."""

    class Meta:
        verbose_name = "verslag van bewaartermijnen"
        verbose_name_plural = "verslagen van bewaartermijnen"
        default_permissions = ()


class RetentionSignature(models.Model):
    """Somebody agreed to a report as it stands."""

    id = models.BigAutoField("nummer", primary_key=True)
    report = models.ForeignKey(
        RetentionReport, models.PROTECT, verbose_name="verslag", related_name="signatures", db_constraint=False
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="wie", related_name="+", db_constraint=False
    )
    digest = models.CharField("zegel", max_length=64)
    at = models.DateTimeField("getekend op", default=clock.now)

    class Meta:
        verbose_name = "handtekening"
        verbose_name_plural = "handtekeningen"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["report", "user"], name="signed_once")]
