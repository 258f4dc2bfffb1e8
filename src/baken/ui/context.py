"""What every template knows besides its own context."""

from django.conf import settings
from django.http import HttpRequest

from baken.foundation import clock


def frame(request: HttpRequest) -> dict[str, object]:
    """Whether this is the demo, and its day."""
    return {"demo": settings.DEMO, "today": clock.today()}
