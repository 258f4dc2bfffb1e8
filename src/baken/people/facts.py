"""Facts about who someone is, as far as a figure or a rule may read it. Names and numbers are in `models`."""

from django.db import models

from baken.ledger.facts import DossierFact, RegisterFact
from baken.ledger.fields import CodeField, GivenCodeField, ReferenceField, SubjectField
from baken.ledger.situation.feeds import Best, First, Latest, Periods, Since
from baken.people.groups import born_in_belgium, law_regions, municipalities, nationality_groups


class DossierOpened(DossierFact):
    """A dossier exists and concerns this person. Merging doubles retracts one and tells it anew."""

    opens = "dossier"
    corrected = "never"
    person = SubjectField("persoon", kind="person", db_index=True)

    class Meta:
        verbose_name = "dossier geopend"


class PersonDescribed(RegisterFact):
    """Year of birth, sex and country of birth (KBI: Personalia); name and exact day of birth are erasable."""

    feeds = (
        Latest("birth_year", of="birth_year", timeless=True),
        Latest("born_in_belgium", of="birth_country", through=born_in_belgium(), timeless=True),
        Latest("sex", of="sex"),
    )
    birth_year = models.SmallIntegerField("geboortejaar", null=True, blank=True)
    sex = CodeField("geslacht", codelist="sex", as_given=True, null=True, blank=True)
    sex_given = GivenCodeField()
    birth_country = CodeField("geboorteland", codelist="country", as_given=True, null=True, blank=True)

    particulars = ReferenceField("personalia", to="people.Particulars")

    class Meta:
        verbose_name = "persoonsgegevens"


class NationalityHeld(DossierFact):
    """From this day the person holds this nationality (National Register code)."""

    feeds = (Best("nationality_group", of="country", through=nationality_groups),)
    country = CodeField("nationaliteit", codelist="country", as_given=True)

    class Meta:
        verbose_name = "nationaliteit"


class ResidenceRegistered(DossierFact):
    """From this day the person is registered in this municipality (NIS code of that day)."""

    feeds = (
        Latest("region", of="municipality", through=law_regions()),
        First("registered_in_flanders_on", where={"municipality": municipalities("flanders")}),
        First("registered_in_brussels_on", where={"municipality": municipalities("brussels")}),
        First("registered_in_wallonia_on", where={"municipality": municipalities("wallonia")}),
    )
    municipality = CodeField("gemeente", codelist="municipality")

    class Meta:
        verbose_name = "inschrijving in een gemeente"


class ResidenceGranted(DossierFact):
    """The ground on which the person may stay, and until when (empty: without limit)."""

    feeds = (
        Latest("residence_ground", of="ground"),
        Since("residence_granted_on", of="ground"),
        Periods("residence_spells"),
    )
    not_before = {"until": "occurred_on"}
    ground = CodeField("verblijfsgrond", codelist="residence_ground", as_given=True)
    until = models.DateField("tot", null=True, blank=True)

    class Meta:
        verbose_name = "verblijfsgrond"


class ResidenceApplied(DossierFact):
    """The person asked for residence (since 2017 with efforts to integrate as a condition)."""

    feeds = (Latest("residence_applied_on", of="occurred_on"),)

    class Meta:
        verbose_name = "verblijf aangevraagd"


class WithdrawalCardIssued(DossierFact):
    """A card M, of those who stay under the agreement on the withdrawal of the United Kingdom from the EU."""

    feeds = (First("withdrawal_card_on"),)

    class Meta:
        verbose_name = "kaart M uitgereikt"


class ResidenceTitleDescribed(DossierFact):
    """What a residence title says beyond its ground."""

    feeds = (
        Latest("temporary_purpose", of="temporary_purpose"),
        Latest("document_over_three_months", of="over_three_months"),
        Latest("employer_abroad", of="employer_abroad"),
        Latest("other_ground", of="other_ground"),
    )
    temporary_purpose = models.BooleanField("kan nooit langer dan een jaar duren", null=True, blank=True)
    over_three_months = models.BooleanField("eerste titel langer dan drie maanden", null=True, blank=True)
    employer_abroad = models.BooleanField("in dienst van een buitenlandse werkgever", null=True, blank=True)
    other_ground = models.BooleanField("nog een andere grond dan het verzoek om bescherming", null=True, blank=True)

    class Meta:
        verbose_name = "kenmerken van de verblijfstitel"


class ParentageDescribed(DossierFact):
    """Whether at least one parent was born abroad (Belgians born abroad, decree of 7 June 2013, art. 26)."""

    feeds = (Latest("parent_born_abroad", of="parent_born_abroad", timeless=True),)
    parent_born_abroad = models.BooleanField("minstens één ouder in het buitenland geboren")

    class Meta:
        verbose_name = "afkomst van de ouders"


class FamilyLinked(DossierFact):
    """The person stays as a family member of someone of this kind."""

    feeds = (Latest("family_of", of="member_of"),)
    member_of = CodeField("gezinslid van", codelist="family_member_of")

    class Meta:
        verbose_name = "gezinsband"


class ReligiousMinistryNoted(DossierFact):
    """Whether the person is a minister of a recognised religion, and of a community recognised before 2007."""

    feeds = (
        Latest("minister_of_religion", of="minister"),
        First("minister_on", where={"minister": True}),
        Latest("recognised_before_2007", of="recognised_before_2007"),
    )
    minister = models.BooleanField("bedienaar van een erkende eredienst")
    recognised_before_2007 = models.BooleanField("gemeenschap erkend vóór 2007", null=True, blank=True)

    class Meta:
        verbose_name = "bediening van een eredienst"


class MinorSituationDescribed(DossierFact):
    """What counts for someone under age: still in compulsory education, without a parent or guardian."""

    feeds = (
        Latest("in_compulsory_education", of="in_compulsory_education"),
        Latest("unaccompanied_minor", of="unaccompanied"),
        Latest("nursery_half_days", of="nursery_half_days"),
    )
    in_compulsory_education = models.BooleanField("nog leerplichtig", null=True, blank=True)
    unaccompanied = models.BooleanField("niet-begeleid", null=True, blank=True)
    nursery_half_days = models.SmallIntegerField("halve dagen kleuteronderwijs", null=True, blank=True)

    class Meta:
        verbose_name = "situatie van de minderjarige"


class CircumstancesDescribed(DossierFact):
    """What an intake asks because a right or a priority hangs on it."""

    feeds = (
        Latest("young_children", of="young_children"),
        Latest("speaks_other_language", of="speaks_other_language"),
        Latest("foreign_diploma", of="foreign_diploma"),
        Latest("social_tenant", of="social_tenant"),
        Latest("schooling", of="schooling"),
    )
    young_children = models.BooleanField("heeft jonge kinderen", null=True, blank=True)
    speaks_other_language = models.BooleanField("anderstalig", null=True, blank=True)
    foreign_diploma = models.BooleanField("heeft een buitenlands diploma", null=True, blank=True)
    social_tenant = models.BooleanField("huurt of zoekt een sociale woning", null=True, blank=True)
    schooling = CodeField("scholingsgraad", codelist="schooling", null=True, blank=True)

    class Meta:
        verbose_name = "omstandigheden"


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

    feeds = (Latest("literacy", of="latin_script"),)
    latin_script = CodeField("Latijns schrift", codelist="literacy", as_given=True, null=True, blank=True)
    latin_script_given = GivenCodeField()
    other_script = CodeField("ander schrift", codelist="literacy", as_given=True, null=True, blank=True)
    other_script_given = GivenCodeField()
    other_script_language = CodeField(
        "taal van het andere schrift", codelist="language", as_given=True, null=True, blank=True
    )

    class Meta:
        verbose_name = "alfabetiseringsgraad"
