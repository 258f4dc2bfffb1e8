"""The root of the API. Rooms add their routers; `config.urls` opens it at /api/v1/."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from baken.foundation.errors import BakenError
from baken.ui.api.asking import BySession, ByToken, Often
from baken.ui.api.problems import of_error, problem
from baken.ui.permissions import Door


class Root(NinjaAPI):
    """Tells in its document too that a refusal is problem+json."""

    def get_openapi_schema(self, *args: Any, **options: Any) -> Any:
        """The document."""
        schema = super().get_openapi_schema(*args, **options)
        for operations in schema["paths"].values():
            for operation in operations.values():
                for status, answer in operation["responses"].items():
                    if int(status) >= 400 and "application/json" in answer.get("content", {}):
                        answer["content"] = {"application/problem+json": answer["content"]["application/json"]}
        return schema


api = Root(
    title="Baken",
    version="1",
    description="Dezelfde handelingen en vragen als op de schermen, met dezelfde rechten en hetzelfde inzagelogboek.",
    urls_namespace="api",
    docs_url=None,
    auth=[ByToken(), BySession()],
    throttle=[Often()],
)


def addresses() -> Any:
    """Its addresses, each with a door of its own: what an operation asks, it says itself (`ui.api.asking`)."""
    patterns, app, namespace = api.urls
    for pattern in patterns:
        pattern.callback.door = Door("api")  # type: ignore[union-attr]
    return patterns, app, namespace


@api.exception_handler(BakenError)
def _refused(request: HttpRequest, error: Any) -> HttpResponse:
    return of_error(error)


@api.exception_handler(PermissionDenied)
def _forbidden(request: HttpRequest, error: Any) -> HttpResponse:
    if getattr(error, "breakable", False):
        way_out = _("Hebt u het nu nodig? Open het dan uitzonderlijk op de schermen, met de reden erbij.")
        return problem(403, "outside_reach", _("Dit dossier is niet van uw team"), way_out)
    return problem(403, "forbidden", _("U hebt het recht niet om dit te vragen."), _("Vraag het aan uw beheerder."))


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(404, "not_found", _("Dat bestaat niet."), _("Controleer het adres."))


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, error: Any) -> HttpResponse:
    sentence = _("We weten niet wie dit vraagt: er is geen token, of het geldt niet meer.")
    answer = problem(401, "unknown_caller", sentence, _("Maak een token in uw account."))
    answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(Throttled)
def _too_often(request: HttpRequest, error: Any) -> HttpResponse:
    answer = problem(429, "too_often", _("Dit zijn te veel vragen na elkaar."), _("Wacht tot de volgende minuut."))
    answer.headers["Retry-After"] = str(int(error.wait or 60) + 1)
    return answer


@api.exception_handler(ValidationError)
def _wrong(request: HttpRequest, error: Any) -> HttpResponse:
    faults = [
        {"field": ".".join(str(part) for part in fault["loc"][1:]) or str(fault["loc"][0]), "sentence": fault["msg"]}
        for fault in error.errors
    ]
    sentence = _("Deze vraag heeft niet de vorm die het API-document beschrijft.")
    return problem(422, "wrong_form", sentence, _("Kijk na wat bij elk veld staat."), faults)


@api.exception_handler(HttpError)
def _http(request: HttpRequest, error: Any) -> HttpResponse:
    if error.status_code == 403:
        sentence = _("Deze vraag kwam zonder bewijs dat ze van deze site komt.")
        return problem(403, "csrf", sentence, _("Stuur X-CSRFToken mee, of gebruik een token."))
    return problem(error.status_code, "wrong_form", _("Deze vraag is niet te lezen."), _("Stuur geldige JSON."))
