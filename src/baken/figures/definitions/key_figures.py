"""The table of key figures, as far as these rooms feed it: each row is a cell, or a sum of cells, of a figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from baken.figures.counting import AGII
from baken.figures.definitions.words import EVERYWHERE, FIVE_REGIONS, SIX_REGIONS, Scope
from baken.figures.model import TOTAL, Dimension, Figure, Footnote
from baken.figures.tables import Tables
from baken.foundation.errors import BadRequest

if TYPE_CHECKING:
    import ibis.expr.types as ir

NUMBER = "key-figures"


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A row: the sum of the cells of `figure` whose codes are among those given by dimension, and where these count."""

    section: str
    indicator: str
    nl: str
    en: str
    figure: str
    cells: Mapping[str, tuple[str, ...]]
    scope: Scope
    footnote: str = ""

    @property
    def scope_nl(self) -> str:
        """Where it counts, in Dutch."""
        return self.scope.nl

    @property
    def scope_en(self) -> str:
        """Where it counts, in English."""
        return self.scope.en

    def takes(self, codes: Mapping[str, str]) -> bool:
        """Whether a cell of the figure with these codes is part of the row."""
        return all(codes[name] in allowed for name, allowed in self.cells.items())


_ALL_REGIONS = {"region": (TOTAL,)}
_AGII_OFFICES = Scope("Alleen vestigingen van het AgII", "Only offices of the AgII")
_TRACK = "civic_integration"
KEY_FIGURES = (
    KeyFigure(
        _TRACK, "first_registrations", "Eerste aanmeldingen", "First registrations", "4", _ALL_REGIONS, SIX_REGIONS
    ),
    KeyFigure(_TRACK, "first_contracts", "Eerste contracten", "First contracts", "7", _ALL_REGIONS, SIX_REGIONS),
    KeyFigure(
        _TRACK, "mo_courses_started", "Gestarte cursussen MO", "MO courses started", "22", _ALL_REGIONS, SIX_REGIONS
    ),
    KeyFigure(
        _TRACK,
        "mo_participants_started",
        "Gestarte cursisten MO",
        "MO participants started",
        "24",
        _ALL_REGIONS,
        SIX_REGIONS,
    ),
    KeyFigure(
        _TRACK,
        "civic_integration_certificates",
        "Inburgeringsattesten",
        "Civic integration certificates",
        "15",
        _ALL_REGIONS,
        SIX_REGIONS,
    ),
    KeyFigure(
        _TRACK,
        "guidance_of_minors_to_education",
        "Toeleidingen van minderjarigen naar onderwijs",
        "Guidance of minors to education",
        "37",
        {"region": AGII},
        SIX_REGIONS,
        footnote="1",
    ),
    KeyFigure(
        "nt2",
        "interviews",
        "Gesprekken",
        "Interviews",
        "29",
        {"region": (TOTAL,), "interview_type": (TOTAL,)},
        FIVE_REGIONS,
    ),
    KeyFigure(
        "nt2", "tests", "Taaltesten", "Tests", "31", {"provider": ("agii",), "test_type": (TOTAL,)}, _AGII_OFFICES
    ),
    KeyFigure(
        "nt2",
        "nt2_enrolments_flanders_and_brussels",
        "Inschrijvingen NT2",
        "NT2 enrolments",
        "33",
        {"provider": (TOTAL,)},
        EVERYWHERE,
    ),
    KeyFigure(
        "nt2",
        "certifying_language_tests",
        "Civiele en certificerende taaltesten",
        "Civil and certifying language tests",
        "34",
        {"test_type": (TOTAL,)},
        EVERYWHERE,
    ),
)
FOOTNOTES = {
    "1": Footnote(
        "Som van de zes regio's van het AgII: wie in meer dan één regio werd toegeleid, telt meer dan één keer.",
        "Sum of the six regions of the AgII: somebody guided in more than one region counts more than once.",
        at=("guidance_of_minors_to_education",),
    )
}


def _no_events(tables: Tables) -> ir.Table:
    raise BadRequest(_("De kerncijfers zijn cellen van andere figuren."), _("Vraag de figuur achter de rij."))


TABLE = Figure(
    number=NUMBER,
    title_nl="{year} in cijfers",
    title_en="{year} in figures",
    definition_nl="Elke rij herhaalt een getal, of een som van getallen, uit de figuur die erbij staat.",
    definition_en="Each row repeats a number, or a sum of numbers, of the figure named beside it.",
    scope_nl="Het gebied staat bij elke rij",
    scope_en="The area stands beside each row",
    dimensions=(
        Dimension(
            "section",
            codes=("civic_integration", "nt2"),
            additive=None,
            labels={
                "civic_integration": ("Inburgering", "Civic integration"),
                "nt2": ("Nederlands als tweede taal", "Dutch as a second language"),
            },
        ),
        Dimension(
            "indicator",
            codes=tuple(row.indicator for row in KEY_FIGURES),
            additive=None,
            labels={row.indicator: (row.nl, row.en) for row in KEY_FIGURES},
        ),
    ),
    sources=(),
    unit="facts",
    events=_no_events,
    notes=tuple(FOOTNOTES.values()),
)
