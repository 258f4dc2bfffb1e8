"""Single steps of the path that are only noted."""

from typing import Any

from django.utils.translation import gettext_lazy

from baken.accounts.roles import Group
from baken.programme.facts import (
    AdmittedBesideSchool,
    BrusselsStepTaken,
    EarlierCertificateShown,
    HousingConditionsNoted,
)
from baken.ui.acting import plain

PATH: dict[str, Any] = {"group": Group.PATH, "heading": "counselling"}

plain(
    "programme.show_earlier_certificate",
    gettext_lazy("Eerder inburgeringsattest noteren"),
    EarlierCertificateShown,
    **PATH,
)
plain("programme.admit_beside_school", gettext_lazy("Toelaten naast de leerplicht"), AdmittedBesideSchool, **PATH)
plain("programme.take_brussels_step", gettext_lazy("Stap in Brussel noteren"), BrusselsStepTaken, "step", **PATH)
plain(
    "programme.note_housing_conditions",
    gettext_lazy("Wooncode noteren"),
    HousingConditionsNoted,
    "must_integrate",
    "integrates",
    "must_learn_dutch",
    "learns_dutch",
    last=True,
    **PATH,
)
