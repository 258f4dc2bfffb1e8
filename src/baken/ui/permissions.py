"""Who may open what. Every view says so with `@public` or `@needs(...)`; one that says nothing is refused."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.contrib.auth.views import redirect_to_login
from django.core import checks
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, get_resolver
from django_htmx.http import HttpResponseClientRefresh

View = Callable[..., HttpResponseBase]
PUBLIC = ""


def public(view: View) -> View:
    """A page for everyone, signed in or not."""

    @wraps(view)
    def open_to_all(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    return _declare(open_to_all, PUBLIC)


def needs(permission: str) -> Callable[[View], View]:
    """A page for those with this permission (`ui.see_jobs`); others are asked to sign in, or refused with a 403."""

    def decorate(view: View) -> View:
        checked = permission_required(permission, raise_exception=True)(view)

        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.user.is_authenticated:
                return checked(request, *args, **kwargs)
            if "HX-Request" in request.headers:  # a part of a page that stood open: let the whole page ask again
                return HttpResponseClientRefresh()
            return redirect_to_login(request.get_full_path())

        return _declare(guarded, permission)

    return decorate


def _declare(view: View, permission: str) -> View:
    view.permission = permission  # type: ignore[attr-defined]
    return view


def declared(view: Callable[..., Any]) -> str | None:
    """A view's permission, `PUBLIC`, or None when it says nothing."""
    return getattr(view, "permission", None)


class DenyUndeclared:
    """Middleware: a view that declares no permission is refused to everyone."""

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


def register_check() -> None:
    """Let `baken check` fail when a page has no permission, or one that does not exist."""

    @checks.register(checks.Tags.urls)
    def every_page_has_a_permission(app_configs: Any, **_: Any) -> list[checks.CheckMessage]:
        known = _known_permissions()
        return [
            checks.Error(
                f"The page /{route} declares {'no permission' if name is None else f'an unknown permission {name}'}.",
                hint="Decorate its view with @public or @needs(...), see baken.ui.permissions.",
                id="ui.E001",
            )
            for route, name in ((route, declared(view)) for route, view in all_views())
            if name is None or (name != PUBLIC and name not in known)
        ]


def _known_permissions() -> set[str]:
    from django.apps import apps

    return {f"{model._meta.app_label}.{code}" for model in apps.get_models() for code in _codes(model._meta)}


def _codes(options: Any) -> list[str]:
    return [code for code, _ in options.permissions] + [
        f"{action}_{options.model_name}" for action in options.default_permissions
    ]
