"""The pages of one dossier."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from baken.accounts import acts as accounts
from baken.accounts.models import Look
from baken.accounts.roles import Group
from baken.documents.queries import papers_to_make
from baken.ui.acting import Case
from baken.ui.acting.declare import offered
from baken.ui.permissions import REQUEST_NUMBER, of_dossier, own
from baken.workplace import merging
from baken.workplace.dossier import law as said
from baken.workplace.dossier.path import path
from baken.workplace.dossier.story import story
from baken.workplace.dossier.who import who

FILE = (Group.PATH, Group.MO, Group.NT2, Group.ENFORCEMENT)
"""The groups of which one at least must be readable to open a dossier."""
LATEST = 8


def _case(request: HttpRequest, dossier: int) -> Case:
    return Case.of(dossier, request.standing)  # type: ignore[attr-defined]


@of_dossier("dossier", *FILE)
@require_safe
def overview(request: HttpRequest, dossier: int) -> HttpResponse:
    """Who, where in the path, what is due, what next."""
    case = _case(request, dossier)
    drawn = path(case)
    context = {
        "case": case,
        "dossier": dossier,
        "who": who(case),
        "path": drawn,
        "terms": said.terms_in_words(one for one in drawn.terms if one.status.value in ("overdue", "running", "open")),
        "acts": offered(case),
        "papers": papers_to_make(case),
        "latest": story(case)[:LATEST],
        "doubles": merging.hints(case),
        "section": "overview",
    }
    return render(request, "workplace/dossier.html", context)


@of_dossier("dossier.facts", *FILE)
@require_safe
def facts(request: HttpRequest, dossier: int) -> HttpResponse:
    """Everything that was told, the latest first."""
    case, retracted = _case(request, dossier), "retracted" in request.GET
    page = Paginator(story(case, retracted=retracted), 50).get_page(request.GET.get("page"))
    context = {"dossier": dossier, "who": who(case), "page": page, "retracted": retracted, "section": "facts"}
    return render(request, "workplace/facts.html", context)


@of_dossier("dossier.law", Group.PATH)
@require_safe
def law(request: HttpRequest, dossier: int) -> HttpResponse:
    """What the law says today."""
    case = _case(request, dossier)
    context = {
        "dossier": dossier,
        "who": who(case),
        "chapters": list(said.outcomes(case)),
        "undecided": said.undecided(case),
        "section": "law",
    }
    return render(request, "workplace/law.html", context)


@of_dossier("dossier.why", Group.PATH)
@require_safe
def why(request: HttpRequest, dossier: int, rule: str) -> HttpResponse:
    """The motivation of one outcome."""
    case = _case(request, dossier)
    try:
        decision, reasons = said.why(case, rule)
    except KeyError:
        raise Http404 from None
    context = {
        "dossier": dossier,
        "who": who(case),
        "reasons": reasons,
        "missing": said.missing(decision),
        "decision": decision,
        "section": "law",
    }
    return render(request, "workplace/why.html", context)


@of_dossier("dossier.looks", Group.LOOKS)
@require_safe
def looks(request: HttpRequest, dossier: int) -> HttpResponse:
    """Who looked at this dossier, the latest first."""
    found = Look.objects.filter(dossier=dossier).select_related("user").order_by("-id")
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    context = {"dossier": dossier, "who": who(_case(request, dossier)), "page": page, "section": "looks"}
    return render(request, "workplace/looks.html", context)


@own
@require_http_methods(["GET", "POST"])
def break_glass(request: HttpRequest, dossier: int) -> HttpResponse:
    """Open a dossier outside one's reach, with a reason."""
    if request.method == "POST":
        number = request.META.get(REQUEST_NUMBER, "")
        accounts.break_glass(request.standing, dossier, request.POST.get("reason", ""), number)  # type: ignore[attr-defined]
        return redirect("dossier", dossier)
    return render(request, "workplace/break_glass.html", {"dossier": dossier})
