"""Error pages: what happened, in a sentence, and the way out."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from baken.foundation.errors import BakenError, Conflict, NotAllowed
from baken.ui.api.problems import problem, wants_problem
from baken.ui.permissions import REQUEST_NUMBER, DossierRefused

STATUS = {Conflict: 409, NotAllowed: 403}
NAMES = {400: "bad_request", 403: "forbidden", 404: "not_found", 409: "conflict", 500: "our_fault"}
"""What a program is told of an error that it meets outside the API's own operations."""


def _page(request: HttpRequest, status: int, title: str, sentence: str, way_out: str, **more: Any) -> HttpResponse:
    if wants_problem(request):
        return problem(status, NAMES.get(status, "error"), sentence, way_out)
    context = {"status": status, "title": title, "sentence": sentence, "way_out": way_out, **more}
    return render(request, "ui/error.html", context, status=status)


def refused(request: HttpRequest, error: BakenError) -> HttpResponse:
    """What a user did wrong, or what collided with someone else's work."""
    status = next((status for kind, status in STATUS.items() if isinstance(error, kind)), 400)
    way_out = error.way_out or _("Ga terug en probeer het anders.")
    return _page(request, status, _("Dat kan niet"), error.sentence, way_out)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request itself makes no sense."""
    return _plain(
        request,
        400,
        _("Deze vraag begrijpen we niet"),
        _("Uw browser stuurde iets wat Baken niet kan lezen."),
        _("Ga naar de startpagina en begin daar opnieuw."),
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: signed in, but without the permission; where a dossier may be opened with a reason, the way to it."""
    if isinstance(exception, DossierRefused) and exception.breakable:
        return _page(
            request,
            403,
            _("Dit dossier is niet van uw team"),
            _("U ziet de dossiers die bij uw functie horen. Dit hoort er niet bij."),
            _("Hebt u het nu nodig? Open het dan uitzonderlijk, met de reden erbij."),
            glass=exception.dossier,
        )
    return _page(
        request,
        403,
        _("Geen toegang"),
        _("U hebt niet het recht om deze pagina te openen."),
        _("Hebt u dat recht nodig voor uw werk? Vraag het aan de beheerder van uw dienst."),
    )


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form that was sent from elsewhere, or from a page that stood open too long."""
    return _page(
        request,
        403,
        _("Dit formulier is verlopen"),
        _("De pagina stond te lang open, of het formulier kwam van een andere site. Er is niets gewijzigd."),
        _("Ga terug, laad de pagina opnieuw en verstuur het formulier nog eens."),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return _page(
        request,
        404,
        _("Deze pagina bestaat niet"),
        _("Het adres klopt niet, of wat er stond, is er niet meer."),
        _("Controleer het adres, of ga naar de startpagina."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. The page asks nothing of the database, which may be what failed."""
    return _plain(
        request,
        500,
        _("Er ging iets mis bij ons"),
        _("Baken kon deze pagina niet maken. De fout is genoteerd."),
        _("Probeer het over enkele minuten opnieuw. Blijft het misgaan, geef dan dit nummer door:"),
        number=request.META.get(REQUEST_NUMBER, ""),
    )


def _plain(request: HttpRequest, status: int, title: str, sentence: str, way_out: str, **more: Any) -> HttpResponse:
    """Without navigation or user: rendered also when these cannot be known."""
    if wants_problem(request):
        return problem(status, NAMES.get(status, "error"), sentence, way_out)
    context = {"status": status, "title": title, "sentence": sentence, "way_out": way_out, "plain": True, **more}
    return HttpResponse(render_to_string("ui/error.html", context), status=status)
