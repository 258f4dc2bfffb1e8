"""A dossier by the API: who, where in the path, what was told, what the law says, who looked."""

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema

from baken.accounts.models import Look
from baken.accounts.roles import Group
from baken.ui.acting import Case
from baken.ui.acting.declare import offered
from baken.ui.api.asking import of_dossier
from baken.ui.api.pages import MOST, PAGE, cursor_of, place_of
from baken.ui.api.problems import Problem
from baken.ui.api.shapes import Number
from baken.workplace.dossier import law as said
from baken.workplace.dossier.path import path
from baken.workplace.dossier.story import Entry, story
from baken.workplace.dossier.who import who
from baken.workplace.web.dossier import FILE

router = Router(tags=["dossiers"])
REFUSALS = dict.fromkeys((400, 401, 403, 404, 422, 429), Problem)


class Person(Schema):
    """Who a dossier is about; empty where it may not be read or was erased."""

    name: str
    national_number: str
    born: str
    age: int | None
    sex: str
    nationality: str
    municipality: str
    languages: str
    office: str
    counsellor: str


class Term(Schema):
    """A term that is not met. due is empty where it is not known yet."""

    term: str
    label: str
    says: str
    status: str
    due: date | None


class Offered(Schema):
    """An act that makes sense now."""

    name: str
    label: str


class Dossier(Schema):
    """What the first page of a dossier tells. seen: the append as of which it was read."""

    number: Number
    seen: int
    person: Person
    phase: str
    terms: list[Term]
    acts: list[Offered]


class Detail(Schema):
    """A column and its value, in words."""

    label: str
    value: str


class FactTold(Schema):
    """One fact: what, on which day, told in which append, taken back in which."""

    type: str
    id: int
    title: str
    day: date
    details: list[Detail]
    office: str
    recorded_in: int
    recorded_at: datetime
    recorded_by: str
    source: str
    retracted_in: int | None


class Facts(Schema):
    """A page of facts, the latest first; next: the cursor of the page after it, empty on the last."""

    items: list[FactTold]
    next: str


class Looked(Schema):
    """One line of the read log."""

    id: int
    at: datetime
    kind: str
    who: str
    role: str
    place: str
    note: str


class Looks(Schema):
    """A page of the read log, the latest first."""

    items: list[Looked]
    next: str


class Outcome(Schema):
    """What a rule of the law says today."""

    rule: str
    label: str
    says: str


class Chapter(Schema):
    """Outcomes of one chapter of the law."""

    title: str
    outcomes: list[Outcome]


@router.get("/dossiers/{dossier}", response={200: Dossier, **REFUSALS}, summary="Wie, waar in het traject, wat nu")
@of_dossier("dossier", *FILE)
def overview(request: HttpRequest, dossier: Number, response: HttpResponse) -> Dossier:
    """The answer's ETag is what an act takes as If-Match."""
    case = Case.of(dossier, request.standing)  # type: ignore[attr-defined]
    drawn = path(case)
    response.headers["ETag"] = f'"{case.seen}"'
    waiting = (one for one in drawn.terms if one.status.value in ("overdue", "running", "open"))
    terms = [
        Term(term=one.term.name, label=label, says=says, status=one.status.value, due=one.due)
        for label, says, one in said.terms_in_words(waiting)
    ]
    return Dossier(
        number=dossier,
        seen=case.seen,
        person=Person.from_orm(who(case)),
        phase=drawn.phase,
        terms=terms,
        acts=[Offered(name=one.name, label=str(one.label)) for one in offered(case)],
    )


@router.get("/dossiers/{dossier}/facts", response={200: Facts, **REFUSALS}, summary="Alles wat verteld werd")
@of_dossier("dossier.facts", *FILE)
def facts(
    request: HttpRequest,
    dossier: Number,
    cursor: str = "",
    limit: int = Query(PAGE, ge=1, le=MOST),
    retracted: bool = False,
) -> Facts:
    """Those that may be read, the latest first; with `retracted` also what was taken back."""
    entries = sorted(story(Case.of(dossier, request.standing), retracted=retracted), key=_place, reverse=True)  # type: ignore[attr-defined]
    if cursor:
        after = place_of(cursor, str, int, str)
        entries = [entry for entry in entries if _place(entry) < after]
    page = entries[:limit]
    return Facts(items=[_fact(one) for one in page], next=cursor_of(_place(page[-1])) if len(entries) > limit else "")


def _place(entry: Entry) -> list[str | int]:
    return [entry.day.isoformat(), entry.number, entry.label]


def _fact(entry: Entry) -> FactTold:
    return FactTold(
        type=entry.label,
        id=entry.number,
        title=entry.title,
        day=entry.day,
        details=[Detail(label=label, value=value) for label, value in entry.details],
        office=entry.office,
        recorded_in=entry.recorded.pk,
        recorded_at=entry.recorded.recorded_at,
        recorded_by=entry.recorded.recorded_by,
        source=entry.recorded.source,
        retracted_in=entry.retracted.pk if entry.retracted else None,
    )


@router.get("/dossiers/{dossier}/law", response={200: list[Chapter], **REFUSALS}, summary="Wat de wet vandaag zegt")
@of_dossier("dossier.law", Group.PATH)
def law(request: HttpRequest, dossier: Number) -> list[Chapter]:
    """Every outcome that says something, by chapter."""
    case = Case.of(dossier, request.standing)  # type: ignore[attr-defined]
    return [
        Chapter(
            title=title,
            outcomes=[Outcome(rule=one.rule, label=one.label, says=one.words) for one in rows],
        )
        for title, rows in said.outcomes(case)
    ]


@router.get("/dossiers/{dossier}/looks", response={200: Looks, **REFUSALS}, summary="Wie keek in het dossier")
@of_dossier("dossier.looks", Group.LOOKS)
def looks(request: HttpRequest, dossier: Number, cursor: str = "", limit: int = Query(PAGE, ge=1, le=MOST)) -> Looks:
    """The read log, the latest first."""
    found = Look.objects.filter(dossier=dossier).select_related("user").order_by("-id")
    if cursor:
        found = found.filter(pk__lt=place_of(cursor, int)[0])
    page = list(found[: limit + 1])
    told = [
        Looked(
            id=one.pk,
            at=one.at,
            kind=one.kind,
            who=one.user.shown if one.user else _("onbekend"),
            role=one.role,
            place=one.place,
            note=one.note,
        )
        for one in page[:limit]
    ]
    return Looks(items=told, next=cursor_of([page[limit - 1].pk]) if len(page) > limit else "")
