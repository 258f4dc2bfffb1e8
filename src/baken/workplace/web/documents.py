"""The papers of a dossier: which can be made, which were made, and one of them to take along."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from baken.accounts.models import Look
from baken.accounts.roles import Group
from baken.accounts.standing import Standing
from baken.documents.acts import issue
from baken.documents.kinds import KINDS
from baken.documents.models import IssuedDocument, Paper
from baken.documents.queries import ISSUE, Offer, choices, documents_of, language_of, offers, states
from baken.documents.texts import texts
from baken.foundation.errors import BadRequest
from baken.foundation.identifiers import shown_number
from baken.ui.acting import Case, acts
from baken.ui.permissions import REQUEST_NUMBER, look, of_dossier
from baken.workplace.dossier.who import who

TOLD_IN = (Group.PATH, Group.ENFORCEMENT)
"""The groups that papers tell of."""


@of_dossier("dossier.documents", *TOLD_IN)
@require_http_methods(["GET", "POST"])
def documents(request: HttpRequest, dossier: int) -> HttpResponse:
    """What can be made and what was made; a POST makes one."""
    standing: Standing = request.standing  # type: ignore[attr-defined]
    if request.method == "POST":
        made = _make(request, standing, dossier)
        messages.success(request, _("Gemaakt: %(paper)s.") % {"paper": str(KINDS[made.kind].title).lower()})
        return redirect("dossier-documents", dossier)
    case = Case.of(dossier, standing)
    context = {
        "dossier": dossier,
        "who": who(case),
        "offers": [_offered(offer, case) for offer in offers(case)] if standing.may_act(ISSUE) else [],
        "papers": _papers(case),
        "section": "documents",
    }
    return render(request, "workplace/documents.html", context)


def _make(request: HttpRequest, standing: Standing, dossier: int) -> IssuedDocument:
    fact = request.POST.get("fact", "")
    if not fact.isdecimal():
        raise BadRequest(_("Kies het document dat u wilt maken."))
    number = request.META.get(REQUEST_NUMBER, "")
    return issue(standing, dossier, request.POST.get("kind", ""), int(fact), request.POST.get("language", ""), number)


def _offered(offer: Offer, case: Case) -> dict[str, Any]:
    """An offer with the languages to choose from, the person's own proposed."""
    listed, own = choices(offer.kind), language_of(case)
    return {
        "kind": offer.kind,
        "row": offer.row,
        "made": offer.made,
        "languages": listed,
        "chosen": own if own in dict(listed) else listed[0][0],
    }


def _papers(case: Case) -> list[dict[str, Any]]:
    """The papers made that this standing may read, the latest first."""
    made = [one for one in documents_of(case.file.dossiers) if case.standing.reads(KINDS[one.kind].group)]
    standing = states(made)
    return [
        {
            "document": one,
            "kind": KINDS[one.kind],
            "language": texts(one.language).name,
            "state": standing[one.pk].value,
            "send": _sending(KINDS[one.kind].sent_by, case),
        }
        for one in made
    ]


def _sending(name: str, case: Case) -> str:
    """The act that notes that a letter was sent, where one may do it now."""
    one = acts().get(name)
    allowed = one is not None and case.standing.may_act(name) and case.standing.writes(one.group)
    return name if one is not None and allowed and one.offered(case) else ""


@of_dossier("dossier.document", *TOLD_IN)
@require_safe
def document(request: HttpRequest, dossier: int, number: int) -> HttpResponse:
    """The sealed PDF."""
    standing: Standing = request.standing  # type: ignore[attr-defined]
    case = Case.of(dossier, standing)
    made = get_object_or_404(IssuedDocument, pk=number, dossier__in=case.file.dossiers)
    if not standing.reads(KINDS[made.kind].group):
        look(request, Look.Kind.REFUSED, "dossier.document", dossier=dossier)
        raise PermissionDenied
    body = Paper.objects.filter(document=made).values_list("body", flat=True).first()
    if body is None:
        raise Http404
    answer = HttpResponse(bytes(body), content_type="application/pdf")
    name = f"{shown_number('D', made.dossier)}-{made.kind}-{made.pk}.pdf"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
