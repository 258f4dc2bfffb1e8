"""One page for every act: the form, what will follow, and the doing."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.accounts.roles import Group
from baken.accounts.standing import Standing
from baken.foundation.errors import BakenError, Conflict
from baken.programme.acts.opening import OpenDossier
from baken.ui.acting import Act, Case, acts, perform, preview
from baken.ui.acting.asks import form_of
from baken.ui.acting.correction import correction
from baken.ui.acting.doing import require
from baken.ui.permissions import REQUEST_NUMBER, of_dossier, opens
from baken.workplace.dossier.law import in_words
from baken.workplace.dossier.story import story
from baken.workplace.dossier.who import who

CONFIRM = "confirm"


@of_dossier("act", *Group)
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, dossier: int, name: str) -> HttpResponse:
    """Ask; show what follows; do it. What somebody else recorded meanwhile is shown first."""
    one = acts().get(name)
    if one is None:
        raise Http404
    return _of_dossier(request, one, dossier)


@of_dossier("act", *Group)
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, dossier: int, name: str, number: int) -> HttpResponse:
    """Mend a fact of a type (`programme.registered`) that stands."""
    try:
        one = correction(name, number)
    except KeyError:
        raise Http404 from None
    return _of_dossier(request, one, dossier)


@opens("new_dossier")
@require_http_methods(["GET", "POST"])
def new_dossier(request: HttpRequest) -> HttpResponse:
    """A dossier for somebody who has none."""
    standing: Standing = request.standing  # type: ignore[attr-defined]
    one = acts()[OpenDossier.name]
    require(standing, one, None)
    return _page(request, one, Case.fresh(standing, rehearsal=True), "workplace/new_dossier.html")


def _of_dossier(request: HttpRequest, one: Act, dossier: int) -> HttpResponse:
    standing: Standing = request.standing  # type: ignore[attr-defined]
    require(standing, one, dossier)
    case = Case.of(dossier, standing)
    return _page(request, one, case, "workplace/act.html", {"dossier": dossier, "who": who(case)})


def _page(
    request: HttpRequest, one: Act, case: Case, template: str, more: dict[str, Any] | None = None
) -> HttpResponse:
    form = form_of(one.questions(case), case, request.POST or None)
    context: dict[str, Any] = {"act": one, "form": form, "seen": case.seen, "back": _back(one, case), **(more or {})}
    if one.opens_dossier == bool(case.file.dossiers) or not one.offered(case):
        context["refused"] = _("Dat kan nu niet in dit dossier. Kijk na waar het traject staat.")
    elif request.method == "POST" and form.is_valid():
        try:
            if CONFIRM in request.POST:
                return _done(request, one, case, form.cleaned_data)
            context["follows"] = list(in_words(preview(case, one, form.cleaned_data)))
            context["confirming"] = True
        except Conflict as conflict:
            context |= {"conflict": conflict, "since": _since(case, request), "confirming": False}
        except BakenError as refusal:
            form.add_error(None, str(refusal))
    return render(request, template, context, status=409 if context.get("conflict") else 200)


def _back(one: Act, case: Case) -> str:
    """Where to go without doing it."""
    return reverse("my-day") if one.opens_dossier else reverse("dossier", args=[case.dossier])


def _done(request: HttpRequest, one: Act, case: Case, given: dict[str, Any]) -> HttpResponse:
    seen, number = request.POST.get("seen", ""), request.META.get(REQUEST_NUMBER, "")
    dossier = None if one.opens_dossier else case.dossier
    done = perform(case.standing, one, dossier, given, seen=int(seen) if seen.isdecimal() else 0, request=number)
    messages.success(request, _("Genoteerd: %(act)s.") % {"act": str(one.label).lower()})
    if one.repeats and _asks_more(one, case):
        return redirect("act", done.dossier, one.name)
    return redirect("dossier", done.dossier)


def _asks_more(one: Act, before: Case) -> bool:
    """Whether what was told brings questions that were not asked yet."""
    asked = {ask.name for ask in one.questions(before)}
    after = Case.of(before.dossier, before.standing)
    return one.offered(after) and any(ask.name not in asked for ask in one.questions(after))


def _since(case: Case, request: HttpRequest) -> list[Any]:
    """What was told since the actor looked."""
    seen = request.POST.get("seen", "")
    before = int(seen) if seen.isdecimal() else 0
    return [entry for entry in story(case) if entry.recorded.pk > before]
