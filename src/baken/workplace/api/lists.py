"""Lists by the API: tasks, people found, code lists."""

from datetime import date
from typing import Literal

from django.db.models import F, Q
from django.http import Http404, HttpRequest
from ninja import Field, Query, Router, Schema

from baken.accounts.models import Look
from baken.accounts.standing import Standing
from baken.foundation.codelists import codelist, codelist_names
from baken.ui.api.asking import opens, own
from baken.ui.api.pages import MOST, PAGE, cursor_of, place_of, wrong_cursor
from baken.ui.api.shapes import Number
from baken.ui.permissions import look
from baken.workplace import queries
from baken.workplace.api.dossiers import REFUSALS
from baken.workplace.finding import find
from baken.workplace.models import Task
from baken.workplace.web.search import LONGEST, said

router = Router(tags=["lists"])


class TaskDue(Schema):
    """A term that is not met in a dossier that one follows. act: what meets it, empty where one may not."""

    dossier: Number
    name: str
    term: str
    due: date | None
    days: int | None
    act: str


class Tasks(Schema):
    """A page of tasks, the most urgent first."""

    items: list[TaskDue]
    next: str


class Asked(Schema):
    """A name, birth date, national number or dossier number. It travels in the body: no address or log keeps it."""

    q: str = Field(min_length=1, max_length=LONGEST)


class PersonFound(Schema):
    """A dossier within reach."""

    dossier: Number
    name: str
    born: str
    counsellor: str
    office: str


class Elsewhere(Schema):
    """A dossier outside reach, of which only is told that it is there."""

    dossier: Number
    agency: str


class Findings(Schema):
    """Who was found; more: whether there are others than these."""

    within: list[PersonFound]
    more: bool
    elsewhere: list[Elsewhere]


class CodeTold(Schema):
    """A code with its names and the days on which it is in use."""

    code: str
    nl: str
    en: str
    valid_from: date | None
    valid_to: date | None


@router.get("/tasks", response={200: Tasks, **REFUSALS}, summary="Taken in de dossiers die u volgt")
@opens("my_day")
def tasks(
    request: HttpRequest,
    when: Literal["", "late", "month", "open"] = "",
    term: str = Query("", max_length=40),
    cursor: str = "",
    limit: int = Query(PAGE, ge=1, le=MOST),
) -> Tasks:
    """The most urgent first."""
    standing: Standing = request.standing  # type: ignore[attr-defined]
    found = queries.tasks(queries.my_places(standing), standing, {"when": when, "term": term})
    if cursor:
        found = found.filter(_after(*place_of(cursor, str, int)))
    page = list(found.order_by(F("due").asc(nulls_last=True), "id")[: limit + 1])
    names = queries.names_of([task.dossier for task in page[:limit]], standing)
    items = [_task(task, names, standing) for task in page[:limit]]
    return Tasks(items=items, next=cursor_of(_place(page[limit - 1])) if len(page) > limit else "")


def _place(task: Task) -> list[str | int]:
    return [task.due.isoformat() if task.due else "", task.pk]


def _after(due: str, number: int) -> Q:
    """The tasks that come after one in order."""
    if not due:
        return Q(due__isnull=True, pk__gt=number)
    try:
        day = date.fromisoformat(due)
    except ValueError:
        raise wrong_cursor() from None
    return Q(due__gt=day) | Q(due=day, pk__gt=number) | Q(due__isnull=True)


def _task(task: Task, names: dict[int, str], standing: Standing) -> TaskDue:
    duty = queries.duty(task, standing)
    return TaskDue(
        dossier=task.dossier,
        name=names.get(task.dossier, ""),
        term=duty.term,
        due=duty.due,
        days=duty.days,
        act=duty.act,
    )


@router.post("/search", response={200: Findings, **REFUSALS}, summary="Iemand zoeken")
@opens("search")
def search(request: HttpRequest, asked: Asked) -> Findings:
    """As the search box does it; the read log keeps of which kind the question was, never what was asked."""
    found = find(request.standing, asked.q.strip())  # type: ignore[attr-defined]
    look(request, Look.Kind.SEARCH, "search", note=said(found))
    return Findings(
        within=[PersonFound.from_orm(one) for one in found.within],
        more=found.more,
        elsewhere=[Elsewhere(dossier=dossier, agency=agency) for dossier, agency in found.elsewhere],
    )


@router.get("/codes", response={200: list[str], **REFUSALS}, summary="De namen van de codelijsten")
@own
def code_lists(request: HttpRequest) -> list[str]:
    """All of them."""
    return codelist_names()


@router.get("/codes/{name}", response={200: list[CodeTold], **REFUSALS}, summary="Een codelijst")
@own
def codes(request: HttpRequest, name: str) -> list[CodeTold]:
    """Every code that there ever was, with its days."""
    if name not in codelist_names():
        raise Http404
    return [
        CodeTold(code=one.code, nl=one.nl, en=one.en, valid_from=one.valid_from, valid_to=one.valid_to)
        for one in codelist(name)
    ]
