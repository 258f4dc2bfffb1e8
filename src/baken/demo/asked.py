"""What may be asked of the demo; light, so that it is known before anything heavy is imported."""

from django.utils.translation import gettext as _

from baken.foundation.errors import BadRequest

SEED = 2019
"""The chance of the demo, unless another is asked for."""


def require_sensible(scale: float, seed: int) -> None:
    """Raises BadRequest for a size or a chance from which no caseload can be made."""
    if not 0.001 <= scale <= 100:
        small = _("Met grootte %(scale)s is er geen caseload te maken.") % {"scale": f"{scale:g}"}
        raise BadRequest(small, _("Geef --scale tussen 0.001 en 100."))
    if seed < 0:
        raise BadRequest(_("--seed is een geheel getal vanaf nul."), _("Geef een ander getal."))
