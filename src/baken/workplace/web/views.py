"""My day and the team."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.standing import Standing
from baken.law.content.terms import TERMS
from baken.ledger.append import head
from baken.ui.permissions import opens
from baken.workplace import acts, queries

FILTERS = ("term", "when")


@opens("my_day")
@require_safe
def my_day(request: HttpRequest) -> HttpResponse:
    """What is due in one's caseload, the most urgent first, and what others changed."""
    standing: Standing = request.standing  # type: ignore[attr-defined]
    chosen = {name: request.GET[name] for name in FILTERS if request.GET.get(name)}
    tasks, total = queries.duties(queries.my_places(standing), chosen)
    context = {
        "duties": queries.shown(tasks, standing),
        "total": total,
        "changed": queries.changed(standing),
        "terms": TERMS,
        "chosen": chosen,
        "query": urlencode(chosen),
        "caseload": queries.my_places(standing).count(),
    }
    return render(request, "workplace/my_day.html", context)


@opens("my_day")
@require_POST
def seen(request: HttpRequest) -> HttpResponse:
    """From now on only what changes later is new."""
    last = head()
    acts.note_seen(request.standing, last.id if last else 0)  # type: ignore[attr-defined]
    return redirect("my-day")


@opens("team")
@require_safe
def team(request: HttpRequest) -> HttpResponse:
    """The load of everybody in the team."""
    return render(request, "workplace/team.html", {"loads": queries.team_load(request.standing)})  # type: ignore[attr-defined]
