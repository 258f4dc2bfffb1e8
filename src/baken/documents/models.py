"""The papers that were made: what each was made from, and, erasable beside that, the paper itself."""

from django.db import models

from baken.foundation import clock


class IssuedDocument(models.Model):
    """A paper that was made from a fact. It never changes; whether it still stands follows from the fact."""

    kept = True
    """Under guard of the database, like facts (`ledger.guards`)."""

    id = models.BigAutoField("nummer", primary_key=True)
    dossier = models.BigIntegerField("dossier", db_index=True)
    kind = models.CharField("soort document", max_length=20)
    fact_label = models.CharField("soort feit", max_length=80)
    fact = models.BigIntegerField("feit")
    issuer = models.CharField("uitgereikt door", max_length=300, blank=True, default="")
    day = models.DateField("datum")
    until = models.DateField("geldig tot", null=True, blank=True)
    code = models.CharField("controlecode", max_length=30, unique=True)
    language = models.CharField("taal ernaast", max_length=3)
    """`nl` where no translation stands beside the Dutch."""
    digest = models.CharField("zegel", max_length=64)
    """SHA-256 of the sealed PDF."""
    made_at = models.DateTimeField("gemaakt op", default=clock.now)
    made_by = models.CharField("gemaakt door", max_length=120)

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        default_permissions = ()


class Paper(models.Model):
    """The sealed PDF of a document, with names on it: erasable. It is kept, for a seal cannot be made twice."""

    document = models.OneToOneField(
        IssuedDocument, models.DO_NOTHING, verbose_name="document", primary_key=True, db_constraint=False
    )
    body = models.BinaryField("PDF")

    class Meta:
        verbose_name = "papier"
        verbose_name_plural = "papieren"
        default_permissions = ()
