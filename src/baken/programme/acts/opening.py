"""Opening a dossier for somebody who has none: who it is, the first registration, and whoever follows it."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.accounts.models import DossierPlace
from baken.accounts.roles import Group
from baken.foundation.errors import BadRequest, NotAllowed
from baken.foundation.identifiers import shown_number
from baken.people import doubles
from baken.people.facts import DossierOpened, PersonDescribed
from baken.programme.acts.person import NAMED, as_identity, born_in, particulars
from baken.programme.facts import CounsellorAssigned, Registered
from baken.ui.acting import Act, Ask, Case, Told, act, ask, asked_of

SOMEBODY_ELSE = Ask(
    "somebody_else",
    "truth",
    gettext_lazy("Dit is iemand anders dan wie al een dossier heeft"),
    required=False,
    hint=gettext_lazy("Alleen te beantwoorden als Baken zegt dat er al een dossier kan zijn."),
)


@act
class OpenDossier(Act):
    """A person of whom there is no dossier yet, who registers today or did so shortly before."""

    name = "people.open_dossier"
    label = gettext_lazy("Dossier openen")
    intro = gettext_lazy("Voor iemand die nog geen dossier heeft. U wordt trajectbegeleider van dit dossier.")
    group = Group.IDENTITY
    tells = DossierOpened
    tells_too = (PersonDescribed, Registered, CounsellorAssigned)
    opens_dossier = True
    asks = (
        *NAMED,
        *asked_of(PersonDescribed, "sex", "birth_country"),
        ask(Registered, "occurred_on", label=gettext_lazy("Aangemeld op")),
        ask(Registered, "reason", label=gettext_lazy("Reden van aanmelding")),
        SOMEBODY_ELSE,
    )

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Nobody who has a dossier already, as far as can be told; born before the registration."""
        if case.standing.user is None or not case.standing.user.staff_number:
            raise NotAllowed(_("U hebt geen personeelsnummer."), _("Vraag er een aan de beheerder."))
        identity = as_identity(given, 0)
        if given.get("birth_date") and given["birth_date"] > given["occurred_on"]:
            raise BadRequest(_("De aanmelding ligt vóór de geboorte."))
        alike = doubles.suspects(identity)
        if alike and given.get("somebody_else") is not True:
            raise NotAllowed(
                _("Deze persoon heeft misschien al een dossier: %(dossiers)s.") % {"dossiers": _listed(alike)},
                _("Kijk dat eerst na. Is het iemand anders, antwoord dan “ja” op de laatste vraag."),
            )

    def told(self, case: Case, given: Mapping[str, Any]) -> Told:
        """The dossier, the person, the registration and the counsellor; the identity is kept beside them."""
        user = case.standing.user
        identity = as_identity(given, case.new("person"))
        if not case.rehearsal:
            identity.save(force_insert=True)
        day = {"occurred_on": given["occurred_on"]}
        described = {**day, "sex": given.get("sex"), "birth_country": given.get("birth_country")}
        registered = {**day, "reason": given.get("reason")}
        return Told(
            [
                self.fact(DossierOpened, case, day, person=identity.person),
                self.fact(
                    PersonDescribed,
                    case,
                    described,
                    birth_year=born_in(identity),
                    particulars=particulars(case, identity),
                ),
                self.fact(Registered, case, registered, kind="first"),
                self.fact(CounsellorAssigned, case, day, counsellor=user.staff_number if user else ""),
            ]
        )


def _listed(alike: list[doubles.Suspect]) -> str:
    """The dossiers of suspected doubles, each with why, without saying who they are about."""
    places = DossierPlace.objects.filter(person__in=[one.person for one in alike]).order_by("dossier")
    of_person: dict[int, list[str]] = {}
    for place in places:
        of_person.setdefault(place.person, []).append(shown_number("D", place.dossier))
    return "; ".join(
        f"{', '.join(of_person.get(one.person, ['?']))} ({', '.join(str(doubles.REASONS[why]) for why in one.reasons)})"
        for one in alike
    )
