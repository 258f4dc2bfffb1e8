"""One page for every act: the form, what will follow, and the doing."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.accounts.roles import Group
from baken.accounts.standing import Standing
from baken.foundation.errors import BakenError, Conflict
from baken.ui.acting import Act, Case, acts, perform, preview
from baken.ui.acting.asks import form_of
from baken.ui.acting.doing import require
from baken.ui.permissions import REQUEST_NUMBER, of_dossier
from baken.workplace.dossier.law import in_words
from baken.workplace.dossier.story import story
from baken.workplace.dossier.who import who

CONFIRM = "confirm"


@of_dossier("act", *Group)
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, dossier: int, name: str) -> HttpResponse:
    """Ask; show what follows; do it. What somebody else recorded meanwhile is shown first."""
    one, standing = acts().get(name), request.standing  # type: ignore[attr-defined]
    if one is None:
        raise Http404
    require(standing, one, dossier)
    case = Case.of(dossier, standing)
    form = form_of(one.questions(case), case, request.POST or None)
    context: dict[str, Any] = {"act": one, "form": form, "dossier": dossier, "who": who(case), "seen": case.seen}
    if not one.offered(case):
        context["refused"] = _("Dat kan nu niet in dit dossier. Kijk na waar het traject staat.")
    elif request.method == "POST" and form.is_valid():
        try:
            if CONFIRM in request.POST:
                return _done(request, standing, one, dossier, form.cleaned_data)
            context["follows"] = list(in_words(preview(case, one, form.cleaned_data)))
            context["confirming"] = True
        except Conflict as conflict:
            context |= {"conflict": conflict, "since": _since(case, request), "confirming": False}
        except BakenError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "workplace/act.html", context, status=409 if context.get("conflict") else 200)


def _done(request: HttpRequest, standing: Standing, one: Act, dossier: int, given: dict[str, Any]) -> HttpResponse:
    seen = request.POST.get("seen", "")
    number = request.META.get(REQUEST_NUMBER, "")
    perform(standing, one, dossier, given, seen=int(seen) if seen.isdecimal() else 0, request=number)
    messages.success(request, _("Genoteerd: %(act)s.") % {"act": str(one.label).lower()})
    return redirect("dossier", dossier)


def _since(case: Case, request: HttpRequest) -> list[Any]:
    """What was told since the actor looked."""
    seen = request.POST.get("seen", "")
    before = int(seen) if seen.isdecimal() else 0
    return [entry for entry in story(case) if entry.recorded.pk > before]
