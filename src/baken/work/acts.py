"""The verbs of work: registered with the employment service; spells of work, training and study."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.accounts.roles import Group
from baken.foundation.errors import BadRequest
from baken.ledger.facts import Fact, content_fields, label_of
from baken.ui.acting import Act, Ask, Case, Told, act, asked_of, plain
from baken.work.facts import (
    Employed,
    JobseekerRegistered,
    RightToWorkNoted,
    Spell,
    Studied,
    Trained,
    WelfareProjectAgreed,
)

WORK: dict[str, Any] = {"group": Group.WORK, "heading": "services"}
SPELLS: dict[str, type[Spell]] = {"work": Employed, "training": Trained, "study": Studied}
NAMES = {"work": gettext_lazy("werk"), "training": gettext_lazy("opleiding"), "study": gettext_lazy("studie")}

plain(
    "work.register_jobseeker",
    gettext_lazy("Inschrijving bij VDAB of Actiris noteren"),
    JobseekerRegistered,
    "service",
    **WORK,
)
plain(
    "work.note_right_to_work",
    gettext_lazy("Recht om te werken noteren"),
    RightToWorkNoted,
    "may_work",
    last=True,
    **WORK,
)
plain("work.agree_welfare_project", gettext_lazy("Project met het OCMW (GPMI) noteren"), WelfareProjectAgreed, **WORK)


@act
class BeginSpell(Act):
    """A spell of work, training or study."""

    name = "work.begin_spell"
    label = gettext_lazy("Werk, opleiding of studie noteren")
    group = Group.WORK
    heading = "services"
    tells = Employed
    tells_too = (Trained, Studied)
    asks = (
        Ask("kind", "choice", gettext_lazy("Wat"), choices=lambda _case: NAMES.items()),
        *asked_of(Employed, "occurred_on", "until"),
    )

    def told(self, case: Case, given: Mapping[str, Any]) -> Told:
        """A fact of the kind chosen."""
        return Told([self.fact(SPELLS[given["kind"]], case, given)])


@act
class EndSpell(Act):
    """A running spell ends: it is told anew with its last day."""

    name = "work.end_spell"
    label = gettext_lazy("Einde van werk, opleiding of studie noteren")
    group = Group.WORK
    heading = "services"
    tells = Employed
    tells_too = (Trained, Studied)
    asks = (
        Ask("spell", "choice", gettext_lazy("Wat is gedaan"), choices=lambda case: _running(case)),
        Ask("until", "day", gettext_lazy("Gedaan op")),
    )

    def offered(self, case: Case) -> bool:
        """While one runs."""
        return bool(_running(case))

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Not before it began."""
        if given["until"] < _row(case, given["spell"])[1]["occurred_on"]:
            raise BadRequest(_("Het einde ligt vóór het begin."))

    def told(self, case: Case, given: Mapping[str, Any]) -> Told:
        """The same spell with an end; the open one is taken back."""
        kind, row = _row(case, given["spell"])
        model = SPELLS[kind]
        columns = {told.attname: row[told.attname] for told in content_fields(model)}
        ended: Fact = model(**{**columns, "until": given["until"]})
        return Told([ended], [(label_of(model), row["id"])], note=str(_("Beëindigd")))


def _running(case: Case) -> list[tuple[str, str]]:
    """(kind and number, in words) of spells that have no end yet."""
    return [
        (
            f"{kind}-{row['id']}",
            _("%(what)s sinds %(day)s") % {"what": NAMES[kind], "day": f"{row['occurred_on']:%d/%m/%Y}"},
        )
        for kind, model in SPELLS.items()
        for row in case.rows(model)
        if (row["until"] is None or row["until"] > case.on) and row["dossier"] == case.dossier
    ]


def _row(case: Case, chosen: str) -> tuple[str, Mapping[str, Any]]:
    kind, _sep, number = chosen.partition("-")
    return kind, next(row for row in case.rows(SPELLS[kind]) if row["id"] == int(number))
