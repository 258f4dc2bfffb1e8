"""What must be so before pages are served."""

from django.conf import settings
from django.utils.translation import gettext as _

from baken.foundation.errors import BakenError


class NoSecretKey(BakenError):
    """Sessions would be signed with a key that anyone can know."""

    code = "no_secret_key"


def require_secret_key() -> None:
    """Raises NoSecretKey when pages would be served outside the demo without a key of one's own."""
    if not (settings.SECRET_KEY_GIVEN or settings.DEMO):
        raise NoSecretKey(
            _("BAKEN_SECRET_KEY is niet ingesteld; zonder zijn de schermen niet veilig."),
            _("Zet er een lange willekeurige tekst in die dezelfde blijft, of kijk rond in de demo met BAKEN_DEMO=1."),
        )
