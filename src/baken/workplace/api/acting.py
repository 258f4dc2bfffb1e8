"""Acts by the API: what may be done, what it asks, what follows, and doing it once."""

from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Field, Header, Router, Schema

from baken.accounts.roles import Group
from baken.accounts.standing import Standing
from baken.foundation.errors import Conflict
from baken.ui.acting import Act, Case, acts, perform, preview
from baken.ui.acting.declare import offered
from baken.ui.acting.doing import require
from baken.ui.api.asking import of_dossier, opens, own
from baken.ui.api.once import once
from baken.ui.api.problems import Problem, Refusal
from baken.ui.api.shapes import Number, answers, shape_of
from baken.ui.permissions import REQUEST_NUMBER
from baken.workplace.api.dossiers import REFUSALS
from baken.workplace.dossier.law import in_words

router = Router(tags=["acts"])
DONE = {**REFUSALS, 409: Problem, 412: Problem, 428: Problem}
Key = Annotated[str, Header(alias="Idempotency-Key", pattern=r"^[A-Za-z0-9_-]{16,64}$")]
Match = Annotated[str | None, Header(alias="If-Match", pattern=r'^"?[0-9]{1,15}"?$')]


class ActNamed(Schema):
    """An act: its name, the group of fields that it writes, and whether it opens a new dossier."""

    name: str
    label: str
    group: str
    opens_dossier: bool


class ActAsked(Schema):
    """What an act asks, as JSON Schema; `seen`: the append as of which the dossier was read, 0 without one."""

    name: str
    label: str
    intro: str
    seen: int
    asks: dict[str, Any]


class Given(Schema):
    """The answers, by the names that the act's schema gives; seen: as of which append the dossier was read."""

    given: dict[str, Any] = Field(default_factory=dict)
    seen: int | None = Field(None, ge=0, lt=2**53)


class Following(Schema):
    """Something that becomes something else."""

    what: str
    before: str
    after: str


class Consequences(Schema):
    """What would follow; nothing was written."""

    seen: int
    follows: list[Following]


class Recorded(Schema):
    """What was recorded, in which append, on which dossier."""

    act: str
    append: int
    dossier: Number


@router.get("/acts", response={200: list[ActNamed], **REFUSALS}, summary="Wat u in uw functie kunt doen")
@own
def all_acts(request: HttpRequest) -> list[ActNamed]:
    """The acts that this standing may do, on dossiers within reach."""
    standing: Standing = request.standing  # type: ignore[attr-defined]
    return [
        ActNamed(name=one.name, label=str(one.label), group=one.group.value, opens_dossier=one.opens_dossier)
        for one in acts().values()
        if one.allowed(standing)
    ]


@router.get("/acts/{name}", response={200: ActAsked, **REFUSALS}, summary="Wat een handeling vraagt")
@own
def one_act(request: HttpRequest, name: str) -> ActAsked:
    """Without a dossier: choices that depend on one are not told."""
    one = _named(name)
    require(request.standing, one, None)  # type: ignore[attr-defined]
    return _asked(one, one.asks, None)


@router.get("/dossiers/{dossier}/acts", response={200: list[ActNamed], **REFUSALS}, summary="Wat hier nu kan")
@of_dossier("act", *Group)
def acts_here(request: HttpRequest, dossier: Number) -> list[ActNamed]:
    """The acts that make sense now."""
    case = Case.of(dossier, request.standing)  # type: ignore[attr-defined]
    return [
        ActNamed(name=one.name, label=str(one.label), group=one.group.value, opens_dossier=False)
        for one in offered(case)
    ]


@router.get("/dossiers/{dossier}/acts/{name}", response={200: ActAsked, **REFUSALS}, summary="Wat ze hier vraagt")
@of_dossier("act", *Group)
def act_here(request: HttpRequest, dossier: Number, name: str) -> ActAsked:
    """With the choices that there are in this dossier."""
    one = _named(name)
    require(request.standing, one, dossier)  # type: ignore[attr-defined]
    case = Case.of(dossier, request.standing)  # type: ignore[attr-defined]
    return _asked(one, one.questions(case), case)


@router.post(
    "/dossiers/{dossier}/acts/{name}/preview", response={200: Consequences, **DONE}, summary="Wat eruit zou volgen"
)
@of_dossier("act", *Group)
def rehearse(request: HttpRequest, dossier: Number, name: str, sent: Given) -> Consequences:
    """Nothing is written."""
    one = _named(name)
    require(request.standing, one, dossier)  # type: ignore[attr-defined]
    case = Case.of(dossier, request.standing)  # type: ignore[attr-defined]
    follows = preview(case, one, answers(one.questions(case), case, sent.given))
    told = [Following(what=what, before=before, after=after) for what, before, after in in_words(follows)]
    return Consequences(seen=case.seen, follows=told)


@router.post("/dossiers/{dossier}/acts/{name}", response={200: Recorded, **DONE}, summary="Een handeling doen")
@of_dossier("act", *Group)
def do(
    request: HttpRequest,
    dossier: Number,
    name: str,
    sent: Given,
    key: Key,
    match: Match = None,
) -> HttpResponse | dict[str, Any]:
    """What somebody else recorded since is a conflict: read the dossier again, and decide anew."""
    one = _named(name)
    require(request.standing, one, dossier)  # type: ignore[attr-defined]
    seen = _seen(sent, match)
    try:
        return once(request, key, lambda: _done(request, one, dossier, sent.given, seen))
    except Conflict as moved:
        if match is None:
            raise
        raise Refusal(412, moved.code, moved.sentence, moved.way_out) from None


@router.post("/acts/{name}", response={200: Recorded, **DONE}, summary="Een dossier openen")
@opens("new_dossier")
def open_dossier(request: HttpRequest, name: str, sent: Given, key: Key) -> HttpResponse | dict[str, Any]:
    """For an act that opens a dossier."""
    one = _named(name)
    require(request.standing, one, None)  # type: ignore[attr-defined]
    return once(request, key, lambda: _done(request, one, None, sent.given, 0))


def _named(name: str) -> Act:
    found = acts().get(name)
    if found is None:
        raise Http404
    return found


def _asked(one: Act, asks: Any, case: Case | None) -> ActAsked:
    schema = shape_of(asks, case).model_json_schema()
    return ActAsked(
        name=one.name, label=str(one.label), intro=str(one.intro), seen=case.seen if case else 0, asks=schema
    )


def _seen(sent: Given, match: str | None) -> int:
    if match is not None:
        return int(match.strip('"'))
    if sent.seen is None:
        sentence = _("Zeg welke stand van het dossier u gezien hebt.")
        raise Refusal(428, "seen_missing", sentence, _("Stuur If-Match met de ETag van het dossier, of `seen`."))
    return sent.seen


def _done(request: HttpRequest, one: Act, dossier: int | None, given: dict[str, Any], seen: int) -> dict[str, Any]:
    standing: Standing = request.standing  # type: ignore[attr-defined]
    case = Case.fresh(standing, rehearsal=True) if dossier is None else Case.of(dossier, standing)
    taken = answers(one.questions(case), case, given)
    number = request.META.get(REQUEST_NUMBER, "")
    done = perform(standing, one, dossier, taken, seen=seen, request=number)
    return {"act": one.name, "append": done.append.pk, "dossier": done.dossier}
