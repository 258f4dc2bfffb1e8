"""What was opened exceptionally, and who looked."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from baken.accounts import acts as accounts
from baken.accounts.models import Look
from baken.accounts.roles import Group
from baken.foundation.errors import BakenError
from baken.foundation.identifiers import shown_number
from baken.ui.permissions import look, of_dossier, opens, own
from baken.ui.signing_in import lacks_second_factor
from baken.workplace import watching

PER_PAGE = 25


@opens("glass")
@require_safe
def glass(request: HttpRequest) -> HttpResponse:
    """What was opened exceptionally; what nobody looked at yet comes first."""
    found = accounts.overseen(request.standing).select_related("user", "seen_by")  # type: ignore[attr-defined]
    page = Paginator(found.order_by(F("seen_at").asc(nulls_first=True), "-id"), PER_PAGE).get_page(
        request.GET.get("page")
    )
    look(request, Look.Kind.PAGE, "glass")
    return render(request, "workplace/glass.html", {"page": page})


@opens("glass")
@require_POST
def review(request: HttpRequest, number: int) -> HttpResponse:
    """Say whether it was right."""
    accounts.review_glass(request.standing, number, approved=request.POST.get("approved") == "1")  # type: ignore[attr-defined]
    return redirect("glass")


@opens("looks")
@require_safe
def looks(request: HttpRequest) -> HttpResponse:
    """The read log, by person, day, dossier or kind; that somebody read it is written too."""
    context: dict[str, Any] = {"users": watching.users(), "kinds": Look.Kind.choices, "chosen": request.GET}
    try:
        asked = watching.read(request.GET)
    except BakenError as error:
        return render(request, "workplace/all_looks.html", {**context, "fault": error}, status=400)
    look(request, Look.Kind.PAGE, "looks", dossier=asked.dossier)
    context |= {"lines": watching.lines(asked, request.GET.get("before")), "query": asked.query}
    return render(request, "workplace/all_looks.html", context)


@of_dossier("dossier.looks.file", Group.LOOKS, kind=Look.Kind.EXPORT)
@require_safe
def looks_file(request: HttpRequest, dossier: int) -> HttpResponse:
    """The read log of a dossier as a file for the person concerned."""
    name = f"{_('wie-keek')}-{shown_number('D', dossier)}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(watching.as_csv(dossier), content_type="text/csv; charset=utf-8", headers=headers)


@own
@require_safe
def own_looks(request: HttpRequest) -> HttpResponse:
    """What one looked at oneself."""
    if lacks_second_factor(request):
        return redirect("mfa_index")
    lines = watching.own(request.standing, request.GET.get("before"))  # type: ignore[attr-defined]
    return render(request, "workplace/own_looks.html", {"lines": lines})
