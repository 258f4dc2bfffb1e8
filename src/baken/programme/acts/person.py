"""Describing a person. These acts write the facts of `people`, which stands below the frame of acts."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.accounts.roles import Group
from baken.foundation.errors import BadRequest
from baken.foundation.identifiers import national_number_fault, shown_number
from baken.people import facts
from baken.people.models import Identity, NamePart, Particulars, PersonName
from baken.ui.acting import Act, Ask, Case, Told, act, plain

LONGEST_NAME = 48
"""Characters of one name, as the register keeps it."""
NAMED = (
    Ask("family_name", "text", gettext_lazy("Achternaam"), high=LONGEST_NAME),
    Ask("given_names", "text", gettext_lazy("Voornamen"), high=LONGEST_NAME, required=False),
    Ask(
        "national_number",
        "text",
        gettext_lazy("Rijksregisternummer"),
        high=20,
        required=False,
        hint=gettext_lazy("Of BIS-nummer, elf cijfers. Leeg als er nog geen is."),
    ),
    Ask("birth_date", "day", gettext_lazy("Geboortedatum"), required=False),
    Ask(
        "birth_year",
        "number",
        gettext_lazy("Geboortejaar"),
        required=False,
        low=1900,
        high=2200,
        hint=gettext_lazy("Alleen als de dag niet bekend is."),
    ),
)
"""What says who somebody is."""


def as_identity(given: Mapping[str, Any], person: int) -> Identity:
    """The identity that a form tells, not saved yet. Raises BadRequest for a number that cannot be, or is another's."""
    number = "".join(sign for sign in given.get("national_number") or "" if sign not in " .-")
    born = given.get("birth_date")
    if number:
        _check_number(number, person)
    if born is None and given.get("birth_year") is None:
        raise BadRequest(_("Geef de geboortedatum, of minstens het geboortejaar."))
    return Identity(
        person=person,
        national_number=number or None,
        family_name=given["family_name"].strip(),
        given_names=(given.get("given_names") or "").strip(),
        birth_date=born.isoformat() if born else f"{given['birth_year']}-00-00",
    )


def _check_number(number: str, person: int) -> None:
    fault = national_number_fault(number, allow_test=settings.DEMO)
    if fault:
        raise BadRequest(_("Dat rijksregisternummer kan niet: %(fault)s.") % {"fault": fault[0]}, _("Kijk het na."))
    other = Identity.objects.filter(national_number=number).exclude(person=person).values_list("person", flat=True)
    for one in other:
        opened = facts.DossierOpened.objects.filter(person=one, retracted_in__isnull=True).order_by("-id").first()
        told = shown_number("D", opened.dossier) if opened else "?"
        raise BadRequest(
            _("Er is al een dossier van iemand met dat rijksregisternummer: %(dossier)s.") % {"dossier": told},
            _("Zoek dat dossier op en werk daarin verder."),
        )


def born_in(identity: Identity) -> int:
    """The year of birth."""
    return int((identity.birth_date or "0")[:4])


def particulars(case: Case, identity: Identity) -> int:
    """Keep the name and birth date as told now, where they can be erased; a stand-in number in a rehearsal."""
    if case.rehearsal:
        return -1
    name = PersonName.objects.create()
    for text, family in ((identity.family_name, True), (identity.given_names, False)):
        if text:
            NamePart.objects.create(person_name=name, family=family, text=text[:LONGEST_NAME])
    return Particulars.objects.create(person_name=name, birth_date=identity.birth_date).pk


@act
class Identify(Act):
    """The name, number or birth date was wrong or changed."""

    name = "people.identify"
    label = gettext_lazy("Naam, nummer of geboortedatum verbeteren")
    group = Group.IDENTITY
    heading = "person"
    tells = facts.PersonDescribed

    def questions(self, case: Case) -> tuple[Ask, ...]:
        """Prefilled with what stands."""
        now = Identity.objects.filter(person=case.file.person).first()
        first = _first(now, case)
        return tuple(_beginning(one, first.get(one.name)) for one in NAMED)

    def told(self, case: Case, given: Mapping[str, Any]) -> Told:
        """The identity is brought up to date; a fact says that it was, and the year of birth."""
        identity = as_identity(given, case.file.person)
        if not case.rehearsal:
            identity.save()
        described = facts.PersonDescribed(
            dossier=case.dossier,
            occurred_on=case.on,
            birth_year=born_in(identity),
            particulars=particulars(case, identity),
        )
        return Told([described])


def _first(now: Identity | None, case: Case) -> dict[str, Any]:
    described = case.last(facts.PersonDescribed)
    first: dict[str, Any] = {"birth_year": described["birth_year"] if described else None}
    if now is not None:
        first |= {"family_name": now.family_name, "given_names": now.given_names}
        first |= {"national_number": now.national_number, "birth_date": _day(now.birth_date)}
    return first


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _beginning(one: Ask, value: Any) -> Ask:
    return replace(one, initial=lambda _case: value)


PERSON: dict[str, Any] = {"group": Group.PERSON, "heading": "person"}

plain(
    "people.describe",
    gettext_lazy("Geslacht en geboorteland noteren"),
    facts.PersonDescribed,
    "sex",
    "birth_country",
    last=True,
    **PERSON,
)
plain(
    "people.note_nationality",
    gettext_lazy("Nationaliteit noteren"),
    facts.NationalityHeld,
    "country",
    last=True,
    **PERSON,
)
plain(
    "people.note_residence",
    gettext_lazy("Gemeente van inschrijving noteren"),
    facts.ResidenceRegistered,
    "municipality",
    last=True,
    group=Group.CONTACT,
)
plain(
    "people.grant_residence",
    gettext_lazy("Verblijfsgrond noteren"),
    facts.ResidenceGranted,
    "ground",
    "until",
    last=True,
    **PERSON,
)
plain("people.apply_for_residence", gettext_lazy("Aanvraag van verblijf noteren"), facts.ResidenceApplied, **PERSON)
plain(
    "people.describe_title",
    gettext_lazy("Kenmerken van de verblijfstitel noteren"),
    facts.ResidenceTitleDescribed,
    "temporary_purpose",
    "over_three_months",
    "employer_abroad",
    "other_ground",
    last=True,
    **PERSON,
)
plain("people.note_withdrawal_card", gettext_lazy("Kaart M noteren"), facts.WithdrawalCardIssued, **PERSON)
plain(
    "people.describe_parentage",
    gettext_lazy("Afkomst van de ouders noteren"),
    facts.ParentageDescribed,
    "parent_born_abroad",
    last=True,
    **PERSON,
)
plain("people.link_family", gettext_lazy("Gezinsband noteren"), facts.FamilyLinked, "member_of", last=True, **PERSON)
plain(
    "people.note_ministry",
    gettext_lazy("Bediening van een eredienst noteren"),
    facts.ReligiousMinistryNoted,
    "minister",
    "recognised_before_2007",
    last=True,
    **PERSON,
)
plain(
    "people.describe_minor",
    gettext_lazy("Situatie van de minderjarige noteren"),
    facts.MinorSituationDescribed,
    "in_compulsory_education",
    "unaccompanied",
    "nursery_half_days",
    last=True,
    **PERSON,
)
plain(
    "people.describe_circumstances",
    gettext_lazy("Omstandigheden noteren"),
    facts.CircumstancesDescribed,
    "young_children",
    "speaks_other_language",
    "foreign_diploma",
    "social_tenant",
    "schooling",
    last=True,
    **PERSON,
)
plain(
    "people.describe_household",
    gettext_lazy("Gezinssituatie noteren"),
    facts.HouseholdDescribed,
    "household",
    "children",
    last=True,
    **PERSON,
)
plain(
    "people.note_language",
    gettext_lazy("Taal noteren"),
    facts.LanguageKnown,
    "language!",
    "level",
    "contact",
    **PERSON,
)
plain(
    "people.assess_literacy",
    gettext_lazy("Alfabetiseringsgraad noteren"),
    facts.LiteracyAssessed,
    "latin_script",
    "other_script",
    "other_script_language",
    last=True,
    **PERSON,
)
