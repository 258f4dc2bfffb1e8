"""Lists in pages: each answer carries a cursor to the next, which stays right while facts are added."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

from django.utils.translation import gettext as _

from baken.ui.api.problems import Refusal

PAGE = 50
MOST = 200


def cursor_of(place: list[Any]) -> str:
    """Where a page ended, as text."""
    return urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def place_of(cursor: str, *kinds: type) -> list[Any]:
    """Where a page ended; each part must be of its kind. Raises Refusal for what is no cursor of this list."""
    try:
        place = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if [type(part) for part in place] == list(kinds) and all(
            abs(part) < 2**62 for part in place if type(part) is int
        ):
            return list(place)
    except (ValueError, TypeError):
        pass
    raise wrong_cursor()


def wrong_cursor() -> Refusal:
    """What is said of a text that is no cursor."""
    return Refusal(400, "wrong_cursor", _("Dit is geen cursor van deze lijst."), _("Begin de lijst zonder cursor."))
