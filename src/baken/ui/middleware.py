"""What every request passes: a number and a log line, headers that keep browsers strict, a language, clear errors."""

import time
from collections.abc import Callable
from uuid import uuid4

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.functional import SimpleLazyObject

from baken.accounts.standing import standing_of
from baken.foundation.errors import BakenError
from baken.ui.permissions import REQUEST_NUMBER
from baken.ui.web.errors import refused

GetResponse = Callable[[HttpRequest], HttpResponse]
log = structlog.get_logger("baken.web")

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


def request_record(get_response: GetResponse) -> GetResponse:
    """Give each request a number (on error pages, in the log, in the answer) and log its route, never its values."""

    def middleware(request: HttpRequest) -> HttpResponse:
        number = uuid4().hex[:12]
        request.META[REQUEST_NUMBER] = number
        start = time.perf_counter()
        with structlog.contextvars.bound_contextvars(request=number):
            response = get_response(request)
            match = request.resolver_match
            log.info(
                "request",
                method=request.method,
                route=f"/{match.route}" if match else None,
                status=response.status_code,
                user=getattr(getattr(request, "user", None), "pk", None),
                seconds=round(time.perf_counter() - start, 4),
            )
        response.headers["X-Request-ID"] = number
        return response

    return middleware


def strict_headers(get_response: GetResponse) -> GetResponse:
    """Only our own scripts and styles; nothing framed; nothing kept of pages that a signed-in person saw."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        user = getattr(request, "user", None)
        if user is not None and user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        return response

    return middleware


def chosen_language(get_response: GetResponse) -> GetResponse:
    """The language of this place (BAKEN_LANGUAGE), unless the visitor chose another; a browser's wish is no choice."""

    def middleware(request: HttpRequest) -> HttpResponse:
        code = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        language = code if code in dict(settings.LANGUAGES) else settings.SPOKEN
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = get_response(request)
        patch_vary_headers(response, ("Cookie",))
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware


def standing(get_response: GetResponse) -> GetResponse:
    """Know who asks in which post (`request.standing`), read only when something asks for it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.standing = SimpleLazyObject(lambda: standing_of(_actual(request.user)))  # type: ignore[attr-defined]
        return get_response(request)

    return middleware


def _actual(user: object) -> object:
    """The user behind Django's lazy one."""
    return getattr(user, "_wrapped", user) if getattr(user, "is_authenticated", False) else None


class ClearErrors:
    """What a user did wrong, or what collided, becomes a page with a sentence and a way out."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a BakenError; leave other exceptions to Django's handlers."""
        return refused(request, error) if isinstance(error, BakenError) else None
