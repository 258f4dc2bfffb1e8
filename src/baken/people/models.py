"""Erasable identity: what says who a person is. Facts point here; after erasure they still count."""

from django.db import models


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


class Note(models.Model):
    """Free text that a fact points to (a motivation, a remark); erasable, outside the digest."""

    id = models.BigAutoField("nummer", primary_key=True)
    body = models.TextField("tekst")

    class Meta:
        verbose_name = "notitie"
        verbose_name_plural = "notities"
