"""Facts about who someone is, as far as a figure or a rule may read it. Names and numbers are in `models`."""

from django.db import models

from baken.ledger.facts import DossierFact, RegisterFact
from baken.ledger.fields import CodeField, GivenCodeField, ReferenceField, SubjectField


class DossierOpened(DossierFact):
    """A dossier exists and concerns this person. Merging doubles retracts one and tells it anew."""

    opens = "dossier"
    person = SubjectField("persoon", kind="person")

    class Meta:
        verbose_name = "dossier geopend"


class PersonDescribed(RegisterFact):
    """Year of birth, sex and country of birth (KBI: Personalia); name and exact day of birth are erasable."""

    birth_year = models.SmallIntegerField("geboortejaar", null=True, blank=True)
    sex = CodeField("geslacht", codelist="sex", as_given=True, null=True, blank=True)
    sex_given = GivenCodeField()
    birth_country = CodeField("geboorteland", codelist="country", as_given=True, null=True, blank=True)

    particulars = ReferenceField("personalia", to="people.Particulars")

    class Meta:
        verbose_name = "persoonsgegevens"


class NationalityHeld(DossierFact):
    """From this day the person holds this nationality (National Register code)."""

    country = CodeField("nationaliteit", codelist="country", as_given=True)

    class Meta:
        verbose_name = "nationaliteit"


class ResidenceRegistered(DossierFact):
    """From this day the person is registered in this municipality (NIS code of that day)."""

    municipality = CodeField("gemeente", codelist="municipality")

    class Meta:
        verbose_name = "inschrijving in een gemeente"


class ResidenceGranted(DossierFact):
    """The ground on which the person may stay, and until when (empty: without limit)."""

    not_before = {"until": "occurred_on"}
    ground = CodeField("verblijfsgrond", codelist="residence_ground", as_given=True)
    until = models.DateField("tot", null=True, blank=True)

    class Meta:
        verbose_name = "verblijfsgrond"


class HouseholdDescribed(DossierFact):
    """With whom the person lives, and how many children under 18."""

    household = CodeField("gezinssituatie", codelist="household")
    children = models.SmallIntegerField("kinderen", null=True, blank=True)

    class Meta:
        verbose_name = "gezinssituatie"


class LanguageKnown(RegisterFact):
    """A language the person knows, how well, and whether it serves as contact language (KBI: Talenkennis)."""

    language = CodeField("taal", codelist="language", as_given=True, null=True, blank=True)
    level = CodeField("kennisniveau", codelist="language_knowledge", as_given=True, null=True, blank=True)
    level_given = GivenCodeField()
    contact = models.BooleanField("contacttaal", null=True, blank=True)

    class Meta:
        verbose_name = "talenkennis"


class LiteracyAssessed(RegisterFact):
    """Degree of literacy in Latin script and in another one (KBI: Alfabetiseringsgraad)."""

    latin_script = CodeField("Latijns schrift", codelist="literacy", as_given=True, null=True, blank=True)
    latin_script_given = GivenCodeField()
    other_script = CodeField("ander schrift", codelist="literacy", as_given=True, null=True, blank=True)
    other_script_given = GivenCodeField()
    other_script_language = CodeField(
        "taal van het andere schrift", codelist="language", as_given=True, null=True, blank=True
    )

    class Meta:
        verbose_name = "alfabetiseringsgraad"
