"""What must be so before pages are served."""

from django.conf import settings

from baken.foundation.errors import BakenError


class NoSecretKey(BakenError):
    """Sessions would be signed with a key that anyone can know."""

    code = "no_secret_key"


def require_secret_key() -> None:
    """Raises NoSecretKey when pages would be served outside the demo without a key of one's own."""
    if not (settings.SECRET_KEY_GIVEN or settings.DEMO):
        raise NoSecretKey(
            "BAKEN_SECRET_KEY is not set, so pages cannot be served safely.",
            "Set it to a long random text that stays the same, or set BAKEN_DEMO=1 to look around in the demo.",
        )
