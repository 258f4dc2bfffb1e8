"""A site whose pages go wrong in every way, for the tests."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from baken.config import urls
from baken.foundation.errors import Conflict
from baken.ui.permissions import opens, public


@public
def fails(request: HttpRequest) -> HttpResponse:
    raise ValueError("a message that names Jan Peeters")


@public
def collides(request: HttpRequest) -> HttpResponse:
    raise Conflict("Iemand anders was u voor.", "Kijk opnieuw.")


def says_nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse("a secret")


@opens("no_such_page")
def mistyped(request: HttpRequest) -> HttpResponse:
    return HttpResponse("a secret")


urlpatterns = [
    *urls.urlpatterns,
    path("fails/", fails),
    path("collides/", collides),
    path("undeclared/", says_nothing),
    path("mistyped/", mistyped),
]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
