"""The rights of the person of a dossier: everything in two files, and what is held back from erasing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from baken.accounts.models import Look
from baken.accounts.roles import Group
from baken.accounts.standing import Standing
from baken.foundation.identifiers import shown_number
from baken.privacy import acts
from baken.privacy.everything import everything
from baken.privacy.queries import holds
from baken.privacy.readable import as_json, readable
from baken.privacy.rules import ERASED
from baken.ui.acting import Case
from baken.ui.permissions import REQUEST_NUMBER, of_dossier
from baken.workplace.dossier.who import who


@of_dossier("dossier.rights", Group.LOOKS)
@require_http_methods(["GET", "POST"])
def rights(request: HttpRequest, dossier: int) -> HttpResponse:
    """What the person may ask; a POST places or lifts a legal hold."""
    standing: Standing = request.standing  # type: ignore[attr-defined]
    if request.method == "POST":
        number = request.META.get(REQUEST_NUMBER, "")
        if "lift" in request.POST:
            acts.lift_hold(standing, dossier, number)
            messages.success(request, _("De bewaring op bevel is opgeheven."))
        else:
            acts.place_hold(standing, dossier, request.POST.get("reason", ""), number)
            messages.success(request, _("Dit dossier wordt nu bewaard op bevel."))
        return redirect("dossier-rights", dossier)
    case = Case.of(dossier, standing)
    context = {
        "dossier": dossier,
        "who": who(case),
        "section": "rights",
        "exports": all(standing.reads(group) for group in Group),
        "may_hold": standing.may_act(acts.HOLD),
        "holds": holds(case.file.dossiers),
        "held": any(one.lifted_at is None and one.dossier == dossier for one in holds(case.file.dossiers)),
        "terms": ERASED,
    }
    return render(request, "workplace/rights.html", context)


@of_dossier("dossier.export", *Group, kind=Look.Kind.EXPORT, every=True)
@require_safe
def export_pdf(request: HttpRequest, dossier: int) -> HttpResponse:
    """Everything, to read."""
    return _file(readable(everything(dossier)), "application/pdf", dossier, "pdf")


@of_dossier("dossier.export", *Group, kind=Look.Kind.EXPORT, every=True)
@require_safe
def export_json(request: HttpRequest, dossier: int) -> HttpResponse:
    """Everything, for a machine."""
    return _file(as_json(everything(dossier)).encode(), "application/json", dossier, "json")


def _file(body: bytes, kind: str, dossier: int, ending: str) -> HttpResponse:
    answer = HttpResponse(body, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{shown_number("D", dossier)}.{ending}"'
    return answer
