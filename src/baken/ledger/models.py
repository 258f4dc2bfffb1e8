"""What the ledger keeps besides facts: appends, offices, names given elsewhere, traces, number counters."""

from django.db import models

from baken.ledger.fields import CodeField
from baken.ledger.reference import reference


class Append(models.Model):
    """One transaction of facts, like a commit: who recorded it, when, from which source, and why.

    `digest` = SHA-256(previous digest ‖ header ‖ content digest); see `ledger.digest`.
    """

    id = models.BigAutoField("nummer", primary_key=True)
    recorded_at = models.DateTimeField("geregistreerd op")
    recorded_by = models.CharField("geregistreerd door", max_length=120)
    source = models.CharField("bron", max_length=120)
    note = models.CharField("toelichting", max_length=500, blank=True, default="")
    imported = models.BooleanField("ingeladen", default=False)
    first_fact = models.BigIntegerField("eerste feit")
    fact_count = models.BigIntegerField("aantal feiten")
    content = models.CharField("inhoudszegel", max_length=64)
    digest = models.CharField("zegel", max_length=64)

    class Meta:
        verbose_name = "registratie"
        verbose_name_plural = "registraties"
        indexes = [models.Index(fields=["recorded_at"], name="append_recorded_at")]


@reference(key="code", lasting=("agency", "region"))
class Office(models.Model):
    """A site of an agency or partner where acts take place (KBI: vestiging).

    One that moves to another agency or region gets a code of its own, so that what was counted stays so (ADR 6).
    """

    id = models.BigAutoField("nummer", primary_key=True)
    code = models.CharField("code", max_length=80, unique=True)
    name = models.CharField("naam", max_length=200, blank=True, default="")
    agency = CodeField("agentschap of partner", codelist="agency", null=True, blank=True)
    region = CodeField("werkingsgebied", codelist="region", null=True, blank=True)
    kbo_number = models.CharField("KBO-nummer", max_length=10, null=True, blank=True)
    kbi_number = models.CharField("KBI-nummer", max_length=64, null=True, blank=True)

    class Meta:
        verbose_name = "vestiging"
        verbose_name_plural = "vestigingen"


@reference(once=True)
class PartnerCode(models.Model):
    """A code as a partner wrote it, with the names the partner gave it; each combination is kept once."""

    id = models.BigAutoField("nummer", primary_key=True)
    code = models.CharField("code", max_length=50, blank=True, default="")
    short_name = models.CharField("korte naam", max_length=25, null=True, blank=True)
    name = models.CharField("naam", max_length=255, null=True, blank=True)
    description = models.CharField("omschrijving", max_length=255, null=True, blank=True)
    description_origin = models.CharField("oorsprong van de omschrijving", max_length=10, null=True, blank=True)
    description_language = models.CharField("taal van de omschrijving", max_length=2, null=True, blank=True)

    class Meta:
        verbose_name = "code van een partner"
        verbose_name_plural = "codes van partners"


class KnownAs(models.Model):
    """The name under which a delivering source knows a fact or a subject that has a number here."""

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField("soort", max_length=40)
    ref = models.CharField("naam bij de bron", max_length=200)
    number = models.BigIntegerField("nummer")

    class Meta:
        verbose_name = "naam bij de bron"
        verbose_name_plural = "namen bij de bron"
        constraints = [models.UniqueConstraint(fields=["kind", "ref"], name="known_as_once")]
        indexes = [models.Index(fields=["kind", "number"], name="known_as_number")]


class DossierHead(models.Model):
    """Derived: the last append that touched a dossier, so that two people acting at once are noticed."""

    dossier = models.BigAutoField("dossier", primary_key=True)
    last_append = models.BigIntegerField("laatste registratie")

    class Meta:
        verbose_name = "stand van een dossier"
        verbose_name_plural = "standen van dossiers"


class DerivedStamp(models.Model):
    """Derived: up to which append a derived table stands (`ledger.keeping`)."""

    name = models.CharField("tabel", max_length=40, primary_key=True)
    append = models.BigIntegerField("registratie")

    class Meta:
        verbose_name = "stand van een afgeleide tabel"
        verbose_name_plural = "standen van afgeleide tabellen"


@reference(key="digest")
class Trace(models.Model):
    """How a decision was reached, kept once under its own digest."""

    digest = models.CharField("zegel", max_length=64, primary_key=True)
    body = models.TextField("motivering")

    class Meta:
        verbose_name = "motivering"
        verbose_name_plural = "motiveringen"


class Counter(models.Model):
    """The next free number of a kind of subject."""

    kind = models.CharField("soort", max_length=40, primary_key=True)
    next_number = models.BigIntegerField("volgend nummer", default=1)

    class Meta:
        verbose_name = "teller"
        verbose_name_plural = "tellers"
