"""Erasable identity: what says who a person is. Facts point here; after erasure they still count."""

from django.conf import settings
from django.db import models

from baken.foundation import clock
from baken.foundation.identifiers import national_number_fault
from baken.ledger.reference import reference


def _national_number_fault(number: str) -> tuple[str, str] | None:
    return national_number_fault(number, allow_test=settings.DEMO)


@reference(key="person", subject="person", personal=True, checks={"national_number": _national_number_fault})
class Identity(models.Model):
    """Name, national number and exact birth date of one person."""

    person = models.BigAutoField("persoon", primary_key=True)
    national_number = models.CharField("rijksregisternummer", max_length=11, null=True, blank=True, unique=True)
    family_name = models.CharField("achternaam", max_length=200, blank=True, default="")
    given_names = models.CharField("voornamen", max_length=200, blank=True, default="")
    birth_date = models.CharField("geboortedatum", max_length=10, null=True, blank=True)

    class Meta:
        verbose_name = "identiteit"
        verbose_name_plural = "identiteiten"
        indexes = [models.Index(fields=["birth_date"], name="identity_birth_date")]


class NameKey(models.Model):
    """Derived: a word of a person's name, as it is written and as it sounds; how people are found."""

    id = models.BigAutoField("nummer", primary_key=True)
    person = models.BigIntegerField("persoon", db_index=True)
    word = models.CharField("woord", max_length=24)
    sound = models.CharField("klank", max_length=24)

    class Meta:
        verbose_name = "naamsleutel"
        verbose_name_plural = "naamsleutels"
        default_permissions = ()
        indexes = [
            models.Index(fields=["word", "person"], name="name_key_word"),
            models.Index(fields=["sound", "person"], name="name_key_sound"),
        ]


class Suspicion(models.Model):
    """Derived: two persons (the lower number first) who may be one, and why (`people.doubles`)."""

    id = models.BigAutoField("nummer", primary_key=True)
    one = models.BigIntegerField("persoon")
    other = models.BigIntegerField("andere persoon", db_index=True)
    reasons = models.CharField("redenen", max_length=80)

    class Meta:
        verbose_name = "vermoeden van dubbel"
        verbose_name_plural = "vermoedens van dubbels"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="suspicion_once")]


class Apart(models.Model):
    """Somebody looked and said that two persons (the lower number first) are not one; they are proposed no more."""

    id = models.BigAutoField("nummer", primary_key=True)
    one = models.BigIntegerField("persoon")
    other = models.BigIntegerField("andere persoon")
    said_by = models.CharField("gezegd door", max_length=120)
    said_at = models.DateTimeField("gezegd op", default=clock.now)

    class Meta:
        verbose_name = "geen dubbel"
        verbose_name_plural = "geen dubbels"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="apart_once")]


@reference(personal=True)
class Note(models.Model):
    """Free text that a fact points to (a motivation, a remark); erasable, outside the digest."""

    id = models.BigAutoField("nummer", primary_key=True)
    body = models.TextField("tekst", blank=True, default="")
    """Empty once it was erased."""

    class Meta:
        verbose_name = "notitie"
        verbose_name_plural = "notities"


@reference(personal=True)
class PersonName(models.Model):
    """A person's name as a register writes it (KBI: NaamPersoonType); its parts are `NamePart`."""

    id = models.BigAutoField("nummer", primary_key=True)
    valid_from = models.CharField("geldig vanaf", max_length=10, null=True, blank=True)
    """Text, because registers give incomplete days (1980-00-00)."""
    valid_until = models.CharField("geldig tot", max_length=10, null=True, blank=True)

    class Meta:
        verbose_name = "naam"
        verbose_name_plural = "namen"


@reference(personal=True)
class NamePart(models.Model):
    """One family name or one given name; in order of number."""

    id = models.BigAutoField("nummer", primary_key=True)
    person_name = models.ForeignKey(PersonName, models.CASCADE, verbose_name="naam", db_constraint=False)
    family = models.BooleanField("achternaam")
    text = models.CharField("tekst", max_length=48, blank=True, default="")
    usual = models.BooleanField("gebruikelijke voornaam", null=True, blank=True)

    class Meta:
        verbose_name = "deel van een naam"
        verbose_name_plural = "delen van een naam"


@reference(personal=True)
class Particulars(models.Model):
    """Name and exact birth date as a fact told them; a later telling has a row of its own."""

    id = models.BigAutoField("nummer", primary_key=True)
    person_name = models.ForeignKey(PersonName, models.CASCADE, verbose_name="naam", null=True, db_constraint=False)
    birth_date = models.CharField("geboortedatum", max_length=10, null=True, blank=True)

    class Meta:
        verbose_name = "personalia"
        verbose_name_plural = "personalia"


@reference(personal=True)
class ContactDetails(models.Model):
    """How to reach a counsellor or partner (KBI: ContactGegevens)."""

    id = models.BigAutoField("nummer", primary_key=True)
    person_name = models.ForeignKey(PersonName, models.CASCADE, verbose_name="naam", null=True, db_constraint=False)
    email = models.CharField("e-mail", max_length=120, null=True, blank=True)
    phone = models.CharField("telefoon", max_length=20, null=True, blank=True)
    mobile = models.CharField("gsm", max_length=20, null=True, blank=True)
    fax = models.CharField("fax", max_length=20, null=True, blank=True)

    class Meta:
        verbose_name = "contactgegevens"
        verbose_name_plural = "contactgegevens"


@reference(personal=True)
class PartnerOrganisation(models.Model):
    """A school, recognition body or other partner as a message describes it (KBI: PartnerOrganisatie)."""

    id = models.BigAutoField("nummer", primary_key=True)
    external_id = models.TextField("nummer bij de partner", null=True, blank=True)
    davinci_number = models.TextField("DAVINCI-instellingsnummer", null=True, blank=True)
    name = models.TextField("naam", null=True, blank=True)
    street_code = models.CharField("straatcode", max_length=4, null=True, blank=True)
    street = models.TextField("straat", null=True, blank=True)
    house_number = models.TextField("huisnummer", null=True, blank=True)
    box_number = models.TextField("busnummer", null=True, blank=True)
    municipality_code = models.CharField("NIS-code van de gemeente", max_length=5, null=True, blank=True)
    postcode = models.CharField("postcode", max_length=6, null=True, blank=True)
    municipality = models.TextField("gemeente", null=True, blank=True)
    country_iso = models.CharField("ISO-code van het land", max_length=3, null=True, blank=True)
    country_code = models.CharField("NIS-code van het land", max_length=3, null=True, blank=True)
    country = models.TextField("land", null=True, blank=True)
    address_changed_on = models.CharField("adres gewijzigd op", max_length=10, null=True, blank=True)
    address_source = models.CharField("authentieke bron van het adres", max_length=8, null=True, blank=True)
    contact = models.ForeignKey(
        ContactDetails, models.SET_NULL, verbose_name="contactgegevens", null=True, db_constraint=False
    )

    class Meta:
        verbose_name = "partnerorganisatie"
        verbose_name_plural = "partnerorganisaties"
