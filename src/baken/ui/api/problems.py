"""Errors of the API as problem+json (RFC 9457), with the sentence and the way out that the screens give."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Schema

from baken.foundation.errors import BakenError, Conflict, NotAllowed

PREFIX = "/api/"
STATUS = {Conflict: 409, NotAllowed: 403}


class Fault(Schema):
    """What is wrong with one answer."""

    field: str
    sentence: str


class Problem(Schema):
    """Why it was not done, and what to do now."""

    type: str = "about:blank"
    status: int
    code: str
    title: str
    detail: str
    way_out: str
    faults: list[Fault] = []


class Refusal(BakenError):
    """A call that cannot be answered; the status says how."""

    def __init__(self, status: int, code: str, sentence: str, way_out: str = "", faults: Any = ()) -> None:
        super().__init__(sentence, way_out)
        self.status, self.code, self.faults = status, code, [{"field": name, "sentence": said} for name, said in faults]


def wants_problem(request: HttpRequest) -> bool:
    """Whether an error of this request is told to a program."""
    return request.path.startswith(PREFIX)


def problem(status: int, code: str, sentence: str, way_out: str = "", faults: Any = ()) -> HttpResponse:
    """The answer."""
    said = {
        "type": "about:blank",
        "status": status,
        "code": code,
        "title": _("Dat kan niet"),
        "detail": sentence,
        "way_out": way_out,
        "faults": list(faults),
    }
    return HttpResponse(json.dumps(said, ensure_ascii=False), status=status, content_type="application/problem+json")


def of_error(error: BakenError) -> HttpResponse:
    """A refusal of a rule, an act or a query."""
    status = getattr(error, "status", None) or next((of for kind, of in STATUS.items() if isinstance(error, kind)), 400)
    return problem(status, error.code, error.sentence, error.way_out, getattr(error, "faults", ()))
