"""Who may open what. Every view says so: `@public`, `@own`, `@opens(page)` or `@of_dossier(place, group)`.

One that says nothing is refused to everybody. What a page or dossier asks for is decided in `accounts.standing`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core import checks
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django_htmx.http import HttpResponseClientRefresh

from baken.accounts import looks
from baken.accounts.models import Look
from baken.accounts.roles import POLICY, Group
from baken.accounts.standing import Standing
from baken.ui.signing_in import lacks_second_factor

View = Callable[..., HttpResponseBase]
REQUEST_NUMBER = "baken.request"
"""Where a request keeps the number that the log gives it."""


@dataclass(frozen=True, slots=True)
class Door:
    """What a view asks of who opens it. kind: public, own, page or dossier; groups: any of these must be read."""

    kind: str
    name: str = ""
    groups: tuple[Group, ...] = ()


class DossierRefused(PermissionDenied):
    """A dossier outside reach; it may be one of which the glass can be broken."""

    def __init__(self, dossier: int, *, breakable: bool) -> None:
        super().__init__()
        self.dossier, self.breakable = dossier, breakable


def public(view: View) -> View:
    """A page for everyone, signed in or not."""

    @wraps(view)
    def open_to_all(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    return _declare(open_to_all, Door("public"))


def own(view: View) -> View:
    """A page about one's own account, for everyone who is signed in; also before a second factor is set up."""

    @wraps(view)
    def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    return _declare(entered, Door("own"))


def opens(page: str) -> Callable[[View], View]:
    """A page without a dossier, for the roles that list it (`accounts.roles`)."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            standing: Standing = request.standing  # type: ignore[attr-defined]
            if not standing.opens(page):
                look(request, Look.Kind.REFUSED, page)
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return _declare(_entered(guarded), Door("page", page))

    return decorate


def of_dossier(
    place: str, *groups: Group, kind: Look.Kind = Look.Kind.PAGE, every: bool = False
) -> Callable[[View], View]:
    """A page about the dossier in its address: within reach, with one of the groups readable (`every`: all of them).

    The look is written first.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, dossier: int, *args: Any, **kwargs: Any) -> HttpResponseBase:
            require_dossier(request, dossier, place, groups, every=every)
            look(request, kind, place, dossier=dossier)
            return view(request, dossier, *args, **kwargs)

        return _declare(_entered(guarded), Door("dossier", place, groups))

    return decorate


def require_dossier(
    request: HttpRequest, dossier: int, place: str, groups: Iterable[Group], *, every: bool = False
) -> None:
    """Raises DossierRefused, after writing it in the read log."""
    standing: Standing = request.standing  # type: ignore[attr-defined]
    readable = (all if every else any)(standing.reads(group) for group in groups)
    if readable and standing.sees(dossier):
        return
    look(request, Look.Kind.REFUSED, place, dossier=dossier)
    raise DossierRefused(dossier, breakable=readable and standing.entitlement.breaks_glass)


def look(request: HttpRequest, kind: Look.Kind, place: str, *, dossier: int | None = None, note: str = "") -> None:
    """Write a line of the read log for this request."""
    number = request.META.get(REQUEST_NUMBER, "")
    looks.write(request.standing, kind, place, dossier=dossier, note=note, request=number)  # type: ignore[attr-defined]


def _entered(view: View) -> View:
    """Only for who is signed in, with a second factor where that is asked."""

    @wraps(view)
    def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            if "HX-Request" in request.headers:  # a part of a page that stood open: let the whole page ask again
                return HttpResponseClientRefresh()
            return redirect_to_login(request.get_full_path())
        if lacks_second_factor(request):
            return redirect(reverse("mfa_index"))
        return view(request, *args, **kwargs)

    return entered


def _declare(view: View, door: Door) -> View:
    view.door = door  # type: ignore[attr-defined]
    return view


def declared(view: Callable[..., Any]) -> Door | None:
    """What a view asks, or None when it says nothing."""
    return getattr(view, "door", None)


class DenyUndeclared:
    """Middleware: a view that declares nothing is refused to everyone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, *_: Any) -> None:
        """Raises PermissionDenied."""
        if declared(view) is None:
            raise PermissionDenied


def all_views(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every route of the site with its view."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from all_views(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield route, pattern.callback


def known_pages() -> set[str]:
    """The pages that some role may open."""
    return {page for entitlement in POLICY.values() for page in entitlement.pages}


def register_check() -> None:
    """Let `baken check` fail when a page asks nothing, or something that no role has."""

    @checks.register(checks.Tags.urls)
    def every_page_has_a_door(app_configs: Any, **_: Any) -> list[checks.CheckMessage]:
        return [
            checks.Error(
                f"The page /{route} declares {'nothing' if door is None else f'{door.name}, which no role opens'}.",
                hint="Decorate its view, see baken.ui.permissions.",
                id="ui.E001",
            )
            for route, door in ((route, declared(view)) for route, view in all_views())
            if door is None or (door.kind == "page" and door.name not in known_pages())
        ]
