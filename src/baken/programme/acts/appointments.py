"""Appointments: made, and cancelled; a conversation held closes one (`counselling`)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.accounts.roles import Group
from baken.foundation.errors import BadRequest
from baken.ledger.facts import Fact
from baken.ledger.file import Row
from baken.programme.facts import AppointmentCancelled, AppointmentMade
from baken.programme.queries import open_appointments
from baken.ui.acting import Act, Ask, Case, act, ask, asked_of

HOURS = range(8 * 60, 20 * 60, 15)
"""The minutes of a day at which an appointment can begin: each quarter of an hour from eight to eight."""


def hour(minute: int) -> str:
    """570 as `09:30`."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def when(made: Row | AppointmentMade) -> str:
    """`03/12/2026 om 09:30`, or the day alone."""
    day, minute = (made["day"], made["minute"]) if isinstance(made, Mapping) else (made.day, made.minute)
    told: date = day
    text = f"{told:%d/%m/%Y}"
    return text if minute is None else _("%(day)s om %(hour)s") % {"day": text, "hour": hour(minute)}


def which(*, required: bool) -> Ask:
    """The question which of the open appointments of the dossier."""

    def choices(case: Case) -> Iterable[tuple[int, str]]:
        return [(row["appointment"], when(row)) for row in open_appointments(case.file.rows, case.dossier)]

    return Ask("appointment", "choice", gettext_lazy("Afspraak"), required=required, choices=choices)


@act
class MakeAppointment(Act):
    """Counsellor and participant will meet."""

    name = "programme.make_appointment"
    label = gettext_lazy("Afspraak maken")
    group = Group.PATH
    heading = "counselling"
    tells = AppointmentMade
    asks = (
        ask(AppointmentMade, "day", required=True),
        Ask(
            "minute",
            "choice",
            gettext_lazy("Uur"),
            required=False,
            choices=lambda _case: [(minute, hour(minute)) for minute in HOURS],
        ),
        *asked_of(AppointmentMade, "channel"),
    )

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Not in the past."""
        if given["day"] < case.on:
            raise BadRequest(
                _("Een afspraak ligt vandaag of later."), _("Is het gesprek al geweest? Noteer dan het gesprek.")
            )

    def fact(self, model: type[Fact], case: Case, given: Mapping[str, Any], **more: Any) -> Fact:
        """With whoever makes it."""
        user = case.standing.user
        counsellor = (user.staff_number or f"user-{user.pk}") if user else ""
        return super().fact(model, case, given, counsellor=counsellor, **more)


@act
class CancelAppointment(Act):
    """An appointment does not take place, or nobody came."""

    name = "programme.cancel_appointment"
    label = gettext_lazy("Afspraak afzeggen")
    group = Group.PATH
    heading = "counselling"
    tells = AppointmentCancelled
    asks = (which(required=True), *asked_of(AppointmentCancelled, "reason"))

    def offered(self, case: Case) -> bool:
        """When there is one."""
        return bool(open_appointments(case.file.rows, case.dossier))
