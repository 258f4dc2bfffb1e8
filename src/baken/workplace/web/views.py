"""My day, the team, whose dossiers, and handing these over."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.models import Look
from baken.accounts.standing import Standing
from baken.law.content.terms import TERMS
from baken.ledger.append import head
from baken.ui.permissions import REQUEST_NUMBER, look, opens
from baken.workplace import acts, day, queries, team
from baken.workplace.finding import counsellor_names
from baken.workplace.models import SavedFilter

PER_PAGE = 25


def _standing(request: HttpRequest) -> Standing:
    return request.standing  # type: ignore[attr-defined]


@opens("my_day")
@require_safe
def my_day(request: HttpRequest) -> HttpResponse:
    """Whom one meets, what others changed, and what is due in one's caseload, the most urgent first."""
    standing, mine = _standing(request), queries.my_places(_standing(request))
    context = _due(request, mine, "my-day")
    context |= {"changed": day.changed(standing), "meetings": day.meetings(standing), "caseload": mine.count()}
    return render(request, "workplace/my_day.html", context)


def _due(request: HttpRequest, places: Any, page: str) -> dict[str, Any]:
    """What a list of tasks shows: a page of dossiers with what is due, and the filter by which it was chosen."""
    standing = _standing(request)
    chosen = {name: request.GET[name] for name in (*queries.FILTERS, "counsellor") if name in request.GET}
    found = queries.tasks(places, standing, chosen)
    shown = Paginator(queries.by_dossier(found), PER_PAGE).get_page(request.GET.get("page"))
    return {
        "page": shown,
        "due": queries.due([row["dossier"] for row in shown.object_list], found, standing),
        "terms": TERMS,
        "chosen": chosen,
        "query": urlencode(chosen),
        "filter_page": page,
        "filters": SavedFilter.objects.filter(user=standing.user, page=page).order_by("name"),
    }


@opens("my_day")
@require_POST
def seen(request: HttpRequest) -> HttpResponse:
    """From now on only what changes later is new."""
    upto, last = request.POST.get("upto", ""), head()
    newest = last.id if last else 0
    acts.note_seen(_standing(request), min(int(upto), newest) if upto.isdecimal() else newest)
    return redirect("my-day")


@opens("my_day")
@require_POST
def keep_filter(request: HttpRequest) -> HttpResponse:
    """Keep the filter of a list under a name."""
    page, query = request.POST.get("page", ""), request.POST.get("query", "")
    made = acts.keep_filter(_standing(request), page, request.POST.get("name", ""), query)
    messages.success(request, _("Bewaard als “%(name)s”.") % {"name": made.name})
    return redirect(f"{reverse(made.page)}?{made.query}")


@opens("my_day")
@require_POST
def forget_filter(request: HttpRequest, number: int) -> HttpResponse:
    """Forget a filter."""
    acts.forget_filter(_standing(request), number)
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    """To the list from which one came."""
    address = request.POST.get("next", "")
    own = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return redirect(address if own else "my-day")


@opens("team")
@require_safe
def team_page(request: HttpRequest) -> HttpResponse:
    """The load of everybody in the team."""
    return render(request, "workplace/team.html", {"loads": team.loads(_standing(request))})


@opens("my_day")
@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """The dossiers that somebody follows, with what is due; to be handed over, several at once."""
    standing, last = _standing(request), head()
    counsellor = request.GET.get("counsellor") if standing.opens("team") else None
    places = team.cases(standing, counsellor)
    chosen = {name: request.GET[name] for name in (*queries.FILTERS, "counsellor") if name in request.GET}
    if any(chosen.get(name) for name in queries.FILTERS):
        places = places.filter(dossier__in=queries.tasks(places, standing, chosen).values("dossier"))
    shown = Paginator(places.order_by("dossier"), PER_PAGE * 2).get_page(request.GET.get("page"))
    look(request, Look.Kind.PAGE, "cases")
    context = {
        "page": shown,
        "due": queries.due([place.dossier for place in shown], queries.tasks(places, standing, chosen), standing),
        "terms": TERMS,
        "chosen": chosen,
        "query": urlencode(chosen),
        "filter_page": "cases",
        "filters": SavedFilter.objects.filter(user=standing.user, page="cases").order_by("name"),
        "counsellor": counsellor,
        "whose": counsellor_names([counsellor]).get(counsellor, "") if counsellor else "",
        "colleagues": team.colleagues(standing) if standing.may_act(team.ASSIGN) else [],
        "seen": last.id if last else 0,
    }
    return render(request, "workplace/cases.html", context)


@opens("my_day")
@require_POST
def hand_over(request: HttpRequest) -> HttpResponse:
    """Hand over the dossiers that were ticked."""
    chosen = [int(one) for one in request.POST.getlist("dossier") if one.isdecimal()]
    number, told = request.META.get(REQUEST_NUMBER, ""), request.POST.get("seen", "")
    count = team.hand_over(
        _standing(request),
        chosen,
        request.POST.get("to", ""),
        note=request.POST.get("note", ""),
        seen=int(told) if told.isdecimal() else 0,
        request=number,
    )
    said = ngettext("%(n)s dossier overgedragen.", "%(n)s dossiers overgedragen.", count)
    messages.success(request, said % {"n": count})
    return _back(request)
