"""Who a dossier is about, as far as the reader may know."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from baken.accounts.models import DossierPlace, User
from baken.accounts.roles import Group
from baken.foundation.codelists import codelist
from baken.people.facts import LanguageKnown, NationalityHeld, PersonDescribed, ResidenceRegistered
from baken.people.models import Identity
from baken.ui.acting import Case


@dataclass(frozen=True, slots=True)
class Who:
    """name is empty where identity may not be read or was erased; born: a day or a year; the rest in words."""

    name: str
    national_number: str
    born: str
    age: int | None
    sex: str
    nationality: str
    municipality: str
    languages: str
    office: str
    counsellor: str


def who(case: Case) -> Who:
    """Read it, leaving out what this standing may not read."""
    reads, identity = case.standing.reads, None
    if reads(Group.IDENTITY):
        identity = Identity.objects.filter(person=case.file.person).first()
    place = DossierPlace.objects.select_related("office").filter(dossier=case.dossier).first()
    person, nation, home = case.last(PersonDescribed), case.last(NationalityHeld), case.last(ResidenceRegistered)
    known = reads(Group.PERSON)
    year = person["birth_year"] if person and known else None
    born = identity.birth_date if identity and identity.birth_date else str(year or "")
    return Who(
        name=f"{identity.given_names} {identity.family_name}".strip() if identity else "",
        national_number=_shown(identity.national_number) if identity and identity.national_number else "",
        born=day_in_words(born),
        age=_age(born, case.on),
        sex=label("sex", person["sex"]) if person and known else "",
        nationality=label("country", nation["country"]) if nation and known else "",
        municipality=label("municipality", home["municipality"]) if home and reads(Group.CONTACT) else "",
        languages=_languages(case) if known else "",
        office=(place.office.name or place.office.code) if place and place.office else "",
        counsellor=counsellor_name(place.counsellor) if place else "",
    )


def label(name: str, code: str | None) -> str:
    """The name of a code in the language of the page; empty for none."""
    return codelist(name).label(code, "en" if get_language() == "en" else "nl") if code else ""


def counsellor_name(staff_number: str) -> str:
    """A counsellor's name, or the staff number where there is no account."""
    user = User.objects.filter(staff_number=staff_number).first() if staff_number else None
    return user.shown if user else staff_number


def _languages(case: Case) -> str:
    told = dict.fromkeys(row["language"] for row in case.rows(LanguageKnown) if row["language"])
    return ", ".join(label("language", code) for code in told)


def _age(born: str, on: date) -> int | None:
    try:
        day = date.fromisoformat(born)
    except ValueError:
        return on.year - int(born) if born.isdecimal() else None
    return on.year - day.year - ((on.month, on.day) < (day.month, day.day))


def _shown(number: str) -> str:
    """`85.07.30-033.28`."""
    return f"{number[:2]}.{number[2:4]}.{number[4:6]}-{number[6:9]}.{number[9:]}"


def day_in_words(born: str) -> str:
    """`20/06/1990`; registers give incomplete days too."""
    try:
        return date.fromisoformat(born).strftime("%d/%m/%Y")
    except ValueError:
        return born
