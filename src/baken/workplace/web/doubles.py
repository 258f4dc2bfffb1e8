"""Suspected doubles: the list, two dossiers side by side, and saying that these are two people."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.models import Look
from baken.accounts.roles import Group
from baken.people import doubles
from baken.ui.acting import Case, acts
from baken.ui.acting.doing import actor, require
from baken.ui.permissions import look, of_dossier, opens, require_dossier
from baken.workplace import merging
from baken.workplace.dossier.path import path
from baken.workplace.dossier.story import story
from baken.workplace.dossier.who import who

PER_PAGE = 25
LATEST = 5


@opens("doubles")
@require_safe
def suspected(request: HttpRequest) -> HttpResponse:
    """Pairs of dossiers that may be of one person."""
    standing = request.standing  # type: ignore[attr-defined]
    page = Paginator(merging.suspicions(standing), PER_PAGE).get_page(request.GET.get("page"))
    look(request, Look.Kind.PAGE, "doubles")
    return render(request, "workplace/doubles.html", {"page": page, "pairs": merging.pairs(page.object_list, standing)})


@of_dossier("dossier.double", Group.PATH)
@require_safe
def side_by_side(request: HttpRequest, dossier: int, other: int) -> HttpResponse:
    """Two dossiers beside each other, and merging them."""
    require_dossier(request, other, "dossier.double", (Group.PATH,))
    look(request, Look.Kind.PAGE, "dossier.double", dossier=other)
    cases = [Case.of(one, request.standing) for one in (dossier, other)]  # type: ignore[attr-defined]
    one = acts()[merging.MERGE]
    context = {
        "dossier": dossier,
        "other": other,
        "sides": [_side(case) for case in cases],
        "same": cases[0].file.person == cases[1].file.person,
        "reasons": next((s.reasons for s in _suspects(cases[0]) if s.person == cases[1].file.person), ()),
        "may_merge": one.allowed(request.standing),  # type: ignore[attr-defined]
        "seen": cases[0].seen,
    }
    return render(request, "workplace/side_by_side.html", context)


def _side(case: Case) -> dict[str, Any]:
    told = story(case)
    return {"dossier": case.dossier, "who": who(case), "path": path(case), "latest": told[:LATEST], "facts": len(told)}


def _suspects(case: Case) -> list[doubles.Suspect]:
    return doubles.suspected([case.file.person]).get(case.file.person, [])


@of_dossier("dossier.double.apart", Group.PATH, kind=Look.Kind.ACT)
@require_POST
def say_apart(request: HttpRequest, dossier: int, other: int) -> HttpResponse:
    """These are two people: they are proposed no more."""
    standing = request.standing  # type: ignore[attr-defined]
    require_dossier(request, other, "dossier.double.apart", (Group.PATH,))
    for one in (dossier, other):
        require(standing, acts()[merging.MERGE], one)
    one_person, other_person = (Case.of(one, standing).file.person for one in (dossier, other))
    doubles.say_apart(one_person, other_person, actor(standing))
    messages.success(request, _("Genoteerd: dit zijn twee personen."))
    return redirect("doubles" if standing.opens("doubles") else "my-day")
