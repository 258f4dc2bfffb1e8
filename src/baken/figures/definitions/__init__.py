"""Every official figure, declared once."""

from django.utils.translation import gettext as _

from baken.figures.definitions import certificates, contracts, dutch, inflow, orientation, registration
from baken.figures.model import Figure
from baken.foundation.errors import BadRequest

_ROOMS = (inflow, registration, contracts, certificates, orientation, dutch)
FIGURES = {
    figure.number: figure
    for figure in sorted((figure for room in _ROOMS for figure in room.FIGURES), key=lambda figure: int(figure.number))
}
"""All figures by number, in the order of the report."""


def figure(number: str) -> Figure:
    """The declaration of a figure ("4", also "04"). Raises BadRequest when there is no such figure."""
    try:
        return FIGURES[number.lstrip("0")]
    except KeyError:
        unknown = _("Er is geen figuur %(number)s.") % {"number": number}
        known = _("Er zijn de figuren %(numbers)s, en key-figures.") % {"numbers": ", ".join(FIGURES)}
        raise BadRequest(unknown, known) from None
