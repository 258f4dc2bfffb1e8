"""Finding people. What is typed travels in the body of a POST, so that no address and no log keeps it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.accounts.models import Look
from baken.foundation.errors import BakenError
from baken.people.question import KINDS
from baken.ui.permissions import look, opens
from baken.workplace.finding import Findings, find

LONGEST = 200


@opens("search")
@require_http_methods(["GET", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """One box: name, birth date, national number, dossier number."""
    typed = request.POST.get("q", "").strip()[:LONGEST]
    context: dict[str, Any] = {"typed": typed}
    if typed:
        try:
            found = find(request.standing, typed)  # type: ignore[attr-defined]
        except BakenError as error:
            context["fault"] = error
        else:
            look(request, Look.Kind.SEARCH, "search", note=said(found))
            context["found"] = found
    only_results = request.headers.get("HX-Request") == "true"
    return render(request, "workplace/parts/found.html" if only_results else "workplace/search.html", context)


def said(found: Findings) -> str:
    """What the read log keeps of a search: of which kind, and how many were found."""
    kinds = ", ".join(str(KINDS[kind]) for kind in found.asked.kinds) or "?"
    more = "+" if found.more else ""
    told = {"kinds": kinds, "n": f"{len(found.within)}{more}", "elsewhere": len(found.elsewhere)}
    return _("op %(kinds)s: %(n)s gevonden, %(elsewhere)s elders") % told
