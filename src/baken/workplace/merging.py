"""Two dossiers of one person: what may be so, merging them, and undoing that. Never by itself, and nothing is lost.

Merging tells anew whom a dossier concerns (`people.facts.DossierOpened`); the identity that is not kept stays beside
it, so that undoing gives everything back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.accounts.models import DossierPlace
from baken.accounts.roles import Group
from baken.accounts.standing import Standing
from baken.foundation.errors import BadRequest, NotAllowed
from baken.foundation.identifiers import read_shown_number, shown_number
from baken.ledger.append import hold_lock
from baken.ledger.facts import content_fields, label_of
from baken.ledger.file import facts_of
from baken.ledger.situation.one import PersonFile, person_file
from baken.people import doubles
from baken.people.facts import DossierOpened
from baken.people.models import Identity, Suspicion
from baken.ui.acting import Act, Ask, Case, Told, act
from baken.workplace.finding import shown_name

OPENED = label_of(DossierOpened)
MERGE = "people.merge"


@dataclass(frozen=True, slots=True)
class Side:
    """A dossier of a suspected double; without name or birth date where it is out of reach."""

    dossier: int
    agency: str
    name: str
    born: str
    seen: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two dossiers that may be of one person, and the codes of the reasons."""

    one: Side
    other: Side
    reasons: tuple[str, ...]


def suspicions(standing: Standing) -> QuerySet[Suspicion]:
    """Pairs of persons of whom both have a dossier, one of them within reach."""

    def place(person: str, within: Q) -> Exists:
        return Exists(DossierPlace.objects.filter(within, person=OuterRef(person)))

    mine, anywhere = standing.within(), Q()
    both = Suspicion.objects.filter(place("one", anywhere), place("other", anywhere))
    return both.filter(place("one", mine) | place("other", mine)).order_by("id")


def pairs(found: Iterable[Suspicion], standing: Standing) -> list[Pair]:
    """Suspicions as a list shows them."""
    listed = list(found)
    sides = _sides({person for row in listed for person in (row.one, row.other)}, standing)
    return [Pair(sides[row.one], sides[row.other], tuple(row.reasons.split())) for row in listed]


def hints(case: Case) -> list[tuple[Side, tuple[str, ...]]]:
    """Dossiers that may be of the same person as this one, for who may merge."""
    if not (case.standing.may_act(MERGE) and case.standing.writes(Group.IDENTITY)):
        return []
    found = doubles.suspected([case.file.person]).get(case.file.person, [])
    sides = _sides({one.person for one in found}, case.standing) if found else {}
    return [(sides[one.person], one.reasons) for one in found if one.person in sides]


def _sides(persons: set[int], standing: Standing) -> dict[int, Side]:
    """A dossier of each of these persons who have one."""
    within = set(DossierPlace.objects.filter(standing.within(), person__in=persons).values_list("dossier", flat=True))
    names = Identity.objects.in_bulk(persons) if standing.reads(Group.IDENTITY) else {}
    sides: dict[int, Side] = {}
    for place in DossierPlace.objects.filter(person__in=persons).order_by("-dossier"):
        seen = place.dossier in within
        identity = names.get(place.person) if seen else None
        born = (identity.birth_date or "") if identity else ""
        if seen or place.person not in sides:
            sides[place.person] = Side(place.dossier, place.agency, shown_name(identity), born, seen)
    return sides


def other_dossier(text: str, standing: Standing) -> int:
    """The number of a dossier as it is shown, where it may be seen. Raises BadRequest, NotAllowed."""
    try:
        number = read_shown_number(text)[1]
    except ValueError:
        raise BadRequest(_("Dat dossiernummer klopt niet."), _("Schrijf het zoals op de brief: D-12-0.")) from None
    if not standing.sees(number):
        raise NotAllowed(
            _("Dat dossier ziet u niet."), _("Open het eerst uitzonderlijk, of vraag het aan wie het volgt.")
        )
    return number


def _first_suspect(case: Case) -> str:
    return next((shown_number("D", side.dossier) for side, _reasons in hints(case) if side.seen), "")


def _identities(case: Case) -> list[tuple[str, str]]:
    own = Identity.objects.filter(person=case.file.person).first()
    name = shown_name(own) or shown_number("D", case.dossier)
    return [("this", _("die van dit dossier: %(name)s") % {"name": name}), ("other", _("die van het andere dossier"))]


@act
class Merge(Act):
    """This dossier and another concern the same person."""

    name = MERGE
    label = gettext_lazy("Samenvoegen met een dubbel dossier")
    intro = gettext_lazy(
        "Beide dossiers gaan voortaan over één persoon; de wet leest ze samen. Er gaat niets verloren en u kunt het "
        "ongedaan maken."
    )
    group = Group.IDENTITY
    heading = "person"
    tells = DossierOpened
    asks = (
        Ask("other", "text", gettext_lazy("Nummer van het andere dossier"), initial=_first_suspect),
        Ask("kept", "choice", gettext_lazy("Welke naam en welk rijksregisternummer blijven?"), choices=_identities),
    )

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Two persons, whose dossiers are all seen."""
        other = person_file(other_dossier(given["other"], case.standing))
        if other.person == case.file.person:
            raise BadRequest(_("Deze dossiers gaan al over dezelfde persoon."))
        unseen = [one for one in (*other.dossiers, *case.file.dossiers) if not case.standing.sees(one)]
        if unseen:
            told = {"dossier": shown_number("D", unseen[0])}
            raise NotAllowed(_("Deze persoon heeft nog een dossier dat u niet ziet: %(dossier)s.") % told)

    def told(self, case: Case, given: Mapping[str, Any]) -> Told:
        """The dossiers of whom is not kept are told anew."""
        if not case.rehearsal:
            hold_lock()
        other = person_file(other_dossier(given["other"], case.standing))
        leaving, staying = (other, case.file) if given["kept"] == "this" else (case.file, other)
        return _moved(DossierOpened.objects.filter(person=leaving.person, retracted_in__isnull=True), staying.person)

    def after(self, case: Case, told: Told) -> Case:
        """With everything that was told in either dossier."""
        return _read_together(case, told)


@act
class UndoMerge(Act):
    """This dossier again concerns the person for whom it was opened."""

    name = "people.undo_merge"
    label = gettext_lazy("Samenvoegen ongedaan maken")
    intro = gettext_lazy("Dit dossier gaat weer over de persoon voor wie het geopend werd, met diens naam en nummer.")
    group = Group.IDENTITY
    heading = "person"
    tells = DossierOpened

    def offered(self, case: Case) -> bool:
        """For a dossier that was merged."""
        return _opened_for(case) not in (None, case.file.person)

    def told(self, case: Case, given: Mapping[str, Any]) -> Told:
        """As it was opened first."""
        standing = DossierOpened.objects.filter(dossier=case.dossier, retracted_in__isnull=True)
        return _moved(standing, _opened_for(case) or case.file.person)

    def after(self, case: Case, told: Told) -> Case:
        """With only what was told in the dossiers of that person."""
        return _read_together(case, told)


def _opened_for(case: Case) -> int | None:
    """For whom the dossier was opened at first."""
    opened = DossierOpened.objects.filter(dossier=case.dossier).order_by("id")
    return opened.values_list("person", flat=True).first()


def _moved(opened: Iterable[DossierOpened], person: int) -> Told:
    """These dossiers concern another person from now on."""
    columns = [told.attname for told in content_fields(DossierOpened)]
    facts, gone = [], []
    for old in opened:
        facts.append(DossierOpened(**{**{name: getattr(old, name) for name in columns}, "person": person}))
        gone.append((OPENED, old.pk))
    return Told(list(facts), gone)


def _read_together(case: Case, told: Told) -> Case:
    """The case of the dossier's person once the dossiers told lie with whom they are told for."""
    moved = {fact.dossier: fact.person for fact in told.facts if isinstance(fact, DossierOpened)}
    person = moved.get(case.dossier, case.file.person)
    kin = set(DossierOpened.objects.filter(person=person, retracted_in__isnull=True).values_list("dossier", flat=True))
    dossiers = sorted(
        {one for one in kin if moved.get(one, person) == person} | {d for d, to in moved.items() if to == person}
    )
    rows = facts_of(dossiers, case.seen)
    return Case(case.dossier, case.standing, PersonFile(person, tuple(dossiers), case.seen, rows), rehearsal=True)
