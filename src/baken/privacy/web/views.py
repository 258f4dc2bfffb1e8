"""What is past its term, and the reports by which two people decide that it is erased."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.foundation import clock
from baken.foundation.errors import BadRequest
from baken.privacy import acts
from baken.privacy.due import due
from baken.privacy.models import RetentionReport
from baken.privacy.queries import lines
from baken.privacy.rules import RULES
from baken.ui.permissions import REQUEST_NUMBER, opens


@opens("retention")
@require_http_methods(["GET", "POST"])
def retention(request: HttpRequest) -> HttpResponse:
    """The rules, what is past its term today, and the reports made; a POST makes one."""
    if request.method == "POST":
        number = request.META.get(REQUEST_NUMBER, "")
        made = acts.make_report(request.standing, _day(request.POST.get("on", "")), number)  # type: ignore[attr-defined]
        return redirect("retention-report", made.pk)
    today = clock.today()
    found = due(today)
    context = {
        "today": today,
        "rules": [(rule, len(found[rule.name]) if rule.name in found else None) for rule in RULES.values()],
        "due": any(found.values()),
        "reports": RetentionReport.objects.order_by("-id")[:50],
    }
    return render(request, "privacy/retention.html", context)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadRequest(_("Kies een dag.")) from None


@opens("retention")
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, number: int) -> HttpResponse:
    """A report; a POST signs it or carries it out."""
    found = get_object_or_404(RetentionReport, pk=number)
    if request.method == "POST":
        asked = request.META.get(REQUEST_NUMBER, "")
        if "carry_out" in request.POST:
            acts.carry_out(request.standing, number, asked)  # type: ignore[attr-defined]
            messages.success(request, _("Uitgevoerd: wat in het verslag staat, is gewist."))
        else:
            acts.sign_report(request.standing, number, request.POST.get("digest", ""), asked)  # type: ignore[attr-defined]
            messages.success(request, _("Getekend."))
        return redirect("retention-report", number)
    signatures = list(found.signatures.select_related("user"))
    context = {
        "report": found,
        "lines": lines(found),
        "signatures": signatures,
        "signed": any(one.user_id == request.user.pk for one in signatures),
        "enough": len(signatures) >= acts.SIGNATURES,
    }
    return render(request, "privacy/report.html", context)
