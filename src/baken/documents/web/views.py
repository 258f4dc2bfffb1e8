"""Everybody who holds a paper can check it: it tells nothing that does not stand on the paper."""

from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baken.documents.kinds import KINDS
from baken.documents.models import IssuedDocument
from baken.documents.queries import State, state_of
from baken.ui.permissions import public

PER_MINUTE = 30
"""Checks from one address; who holds a pile of papers can do them in a few minutes."""


@public
@require_safe
def check(request: HttpRequest, code: str) -> HttpResponse:
    """Whether a paper is genuine and still stands. Codes that are not known get one answer, whatever is wrong."""
    if not _within_rate(request):
        answer = render(request, "documents/too_often.html", status=429)
        answer["Retry-After"] = "60"
        return answer
    found = IssuedDocument.objects.filter(code=code.replace("-", "").replace(" ", "").upper()[:64]).first()
    if found is None:
        return render(request, "documents/unknown.html", status=404)
    context = {"document": found, "kind": KINDS[found.kind].title, "state": state_of(found).value, "State": State}
    answer = render(request, "documents/check.html", context)
    answer["Cache-Control"] = "no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _within_rate(request: HttpRequest) -> bool:
    """Count this check; the address itself is not kept."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    address = forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    key = f"check-{sha256(f'{settings.SECRET_KEY}{address}'.encode()).hexdigest()}"
    if cache.add(key, 1, timeout=60):
        return True
    try:
        return int(cache.incr(key)) <= PER_MINUTE
    except ValueError:  # it ran out between the two
        return True
