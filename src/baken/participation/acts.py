"""The verbs of the participation path: agreed, hours logged, completed, waived."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.accounts.roles import Group
from baken.foundation.errors import NotAllowed
from baken.ledger.facts import Fact
from baken.participation.facts import HoursLogged, PathAgreed, PathCompleted, PathWaived
from baken.ui.acting import Act, Case, act, ask, asked_of, plain

SERVICES: dict[str, Any] = {"group": Group.WORK, "heading": "services"}
LONGEST = 1000
"""Hours that nobody does in one go: beyond it is a slip."""


class OfPath(Act):
    """An act of the participation path, until it is completed or waived."""

    group = Group.WORK
    heading = "services"

    def offered(self, case: Case) -> bool:
        """Until it is done."""
        return not case.rows(PathCompleted) and not case.rows(PathWaived)


@act
class Agree(OfPath):
    """What the person will do, and for how many hours."""

    name = "participation.agree"
    label = gettext_lazy("Participatietraject afspreken")
    tells = PathAgreed
    asks = (
        *asked_of(PathAgreed, "occurred_on", "activity"),
        ask(PathAgreed, "hours", low=1, high=LONGEST, initial=lambda case: least(case)),
    )


@act
class LogHours(OfPath):
    """Hours done."""

    name = "participation.log_hours"
    label = gettext_lazy("Uren participatie noteren")
    tells = HoursLogged
    asks = (*asked_of(HoursLogged, "occurred_on"), ask(HoursLogged, "hours", low=1, high=LONGEST))

    def offered(self, case: Case) -> bool:
        """Once a path was agreed."""
        return super().offered(case) and bool(case.rows(PathAgreed))


@act
class Complete(OfPath):
    """The hours that the law asks were done."""

    name = "participation.complete"
    label = gettext_lazy("Participatietraject voltooien")
    tells = PathCompleted
    asks = asked_of(PathCompleted, "occurred_on")

    def offered(self, case: Case) -> bool:
        """Once a path was agreed."""
        return super().offered(case) and bool(case.rows(PathAgreed))

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Not before the hours were done."""
        if case.value("participation_reached") is not True:
            raise NotAllowed(
                _("Er zijn %(done)s van de %(asked)s uren genoteerd.") % {"done": done(case), "asked": least(case)},
                _("Noteer eerst de andere uren."),
            )

    def fact(self, model: type[Fact], case: Case, given: Mapping[str, Any], **more: Any) -> Fact:
        """With all hours done."""
        return super().fact(model, case, given, hours=done(case), **more)


def done(case: Case) -> int:
    """Hours logged so far."""
    return sum(row["hours"] for row in case.rows(HoursLogged))


def least(case: Case) -> int:
    """Hours that the law asks today."""
    return int(case.book.parameters["participation_minimum"].on(case.on).value)


plain("participation.waive", gettext_lazy("Participatietraject kwijtschelden"), PathWaived, "ground", **SERVICES)
