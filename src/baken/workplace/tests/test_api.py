"""The API at its door: the same rights as on the screens, problems, calls that count once, conflicts, pages, tokens."""

import json
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from baken.accounts import tokens
from baken.accounts.models import Look, Post, Token, User
from baken.accounts.roles import Role
from baken.foundation import clock
from baken.ledger.append import append, head
from baken.ledger.models import Append
from baken.people.facts import LanguageKnown
from baken.people.models import Identity
from baken.programme.facts import ContractSuspended
from baken.ui.acting import acts
from baken.ui.api import asking
from baken.ui.api.pages import cursor_of
from baken.ui.api.root import api
from baken.ui.models import Answered
from baken.workplace.models import Task
from baken.workplace.tests.conftest import OTHER, OWN, SECRET
from baken.workplace.tests.test_sweep import OPENS, SEES

V1 = "/api/v1"
SUSPEND = "programme.suspend_contract"


def number(dossier: int) -> str:
    return reverse("dossier", args=[dossier]).split("/")[2]


class Program:
    """A program that works with a token."""

    def __init__(self, text: str) -> None:
        self.client, self.text = Client(), text

    def get(self, path: str, **headers: str):
        return self.client.get(f"{V1}{path}", headers={"Authorization": f"Bearer {self.text}", **headers})

    def post(self, path: str, body: object, **headers: str):
        sent = {
            "Authorization": f"Bearer {self.text}",
            **{name.replace("_", "-"): told for name, told in headers.items()},
        }
        return self.client.post(f"{V1}{path}", json.dumps(body), content_type="application/json", headers=sent)


@pytest.fixture
def program(caseload) -> Callable[[str], Program]:
    """A program in a post of a role, in the team of dossier OWN."""

    def of_role(role: str) -> Program:
        user = User.objects.create_user(f"{role}-{uuid4().hex[:6]}", staff_number=f"s-{role}-{uuid4().hex[:4]}")
        post = Post.objects.create(user=user, role=role, agency="agii", team=caseload, since=clock.today())
        return Program(tokens.make_token(user, post.pk, "test", 1)[1])

    return of_role


def suspension(**more: object) -> dict[str, object]:
    return {
        "given": {"occurred_on": clock.today().isoformat(), "reason": "illness", "confirmed": True, **more},
        "seen": head().id,
    }


def key() -> str:
    return uuid4().hex


def done(program: Program, body: object, **headers: str):
    return program.post(f"/dossiers/{number(OWN)}/acts/{SUSPEND}", body, **{"Idempotency_Key": key(), **headers})


def test_every_operation_says_what_it_asks():
    operations = [
        one for _prefix, router in api._routers for view in router.path_operations.values() for one in view.operations
    ]
    assert len(operations) == 15
    assert [one.view_func.__name__ for one in operations if not hasattr(one.view_func, "door")] == []


def test_without_a_token_or_with_one_that_is_none_nothing_is_told(program):
    for headers in ({}, {"Authorization": "Bearer baken_x"}, {"Authorization": "Basic eDp5"}):
        for path in ("/acts", "/codes", "/tasks", f"/dossiers/{number(OWN)}", "/search"):
            method = Client().post if path == "/search" else Client().get
            answer = method(f"{V1}{path}", headers=headers)
            assert (answer.status_code, answer.headers["Content-Type"]) == (401, "application/problem+json"), path
            assert answer.json()["code"] == "unknown_caller" and answer.json()["way_out"]


@pytest.mark.parametrize("role", Role.values)
def test_each_role_sees_by_the_api_what_it_sees_on_the_screens(program, role):
    asks = program(role)
    for path, page in (("/tasks", "my_day"),):
        assert (asks.get(path).status_code == 200) == (page in OPENS[role]), path
    assert (asks.post("/search", {"q": "Hartmann"}).status_code == 200) == ("search" in OPENS[role])
    places = {"": "dossier", "/facts": "dossier.facts", "/law": "dossier.law", "/looks": "dossier.looks"}
    for rest, place in places.items():
        for dossier in (OWN, OTHER, 777):
            before = Look.objects.count()
            answer = asks.get(f"/dossiers/{number(dossier)}{rest}")
            allowed = place in SEES[role] and (dossier == OWN or (role == "auditor" and dossier != 777))
            assert answer.status_code == (200 if allowed else 403), (place, dossier)
            assert [look.dossier for look in Look.objects.filter(pk__gt=before)] == [dossier]
            if not allowed:
                assert SECRET not in answer.content.decode() and "Hartmann" not in answer.content.decode()


@pytest.mark.parametrize("role", Role.values)
def test_each_role_does_by_the_api_what_it_does_on_the_screens(program, someone, role):
    asks, screen = program(role), someone(role)
    allowed = {one["name"] for one in asks.get("/acts").json()}
    before = Append.objects.count()
    for name in (SUSPEND, *list(acts())[::9]):
        if acts()[name].opens_dossier:
            continue
        for dossier in (OWN, OTHER):
            here = f"/dossiers/{number(dossier)}/acts/{name}"
            shown = screen.get(reverse("act", args=[dossier, name])).status_code
            assert asks.get(here).status_code == shown, (name, dossier)
            assert (shown == 200) <= (name in allowed)
            if shown != 200:
                assert asks.post(here, {"given": {}, "seen": 0}, Idempotency_Key=key()).status_code == 403
                assert asks.post(f"{here}/preview", {"given": {}}).status_code == 403
    assert Append.objects.count() == before


def test_an_act_tells_what_it_asks_with_the_choices_of_this_dossier(program):
    answer = program("counsellor").get(f"/dossiers/{number(OWN)}/acts/{SUSPEND}").json()
    asked = answer["asks"]["properties"]
    assert answer["seen"] == head().id
    assert asked["occurred_on"]["format"] == "date"
    assert "illness" in {one["value"] for one in asked["reason"]["choices"]}
    general = program("counsellor").get(f"/acts/{SUSPEND}").json()["asks"]
    assert "choices" not in general["properties"]["reason"] and "reason" in general["required"]


def test_what_follows_is_told_first_and_nothing_is_written(program):
    before = Append.objects.count()
    answer = program("counsellor").post(f"/dossiers/{number(OWN)}/acts/{SUSPEND}/preview", suspension())
    assert answer.status_code == 200 and answer.json()["follows"]
    assert Append.objects.count() == before


def test_an_act_is_done_once_however_often_it_is_sent(program):
    asks, body, again = program("counsellor"), suspension(), key()
    answers = [done(asks, body, Idempotency_Key=again) for _ in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 200]
    assert len({one.content for one in answers}) == 1
    fact = ContractSuspended.objects.get()
    assert answers[0].json() == {"act": SUSPEND, "append": fact.appended_in, "dossier": number(OWN)}
    assert Look.objects.filter(kind=Look.Kind.ACT, place=SUSPEND).count() == 1


def test_a_key_of_somebody_else_or_of_another_call_is_refused(program):
    asks, body, again = program("counsellor"), suspension(), key()
    assert done(asks, body, Idempotency_Key=again).status_code == 200
    for forged in (
        done(program("counsellor"), body, Idempotency_Key=again),
        done(asks, suspension(), Idempotency_Key=again),
    ):
        assert (forged.status_code, forged.json()["code"]) == (422, "key_taken")
        assert "append" not in forged.json()
    assert ContractSuspended.objects.count() == 1


@pytest.mark.parametrize("wrong", [None, "kort", "x" * 65, "met spaties erin is fout", "'; drop table --------"])
def test_a_key_must_be_one(program, wrong):
    headers = {"Idempotency_Key": wrong} if wrong else {}
    answer = program("counsellor").post(f"/dossiers/{number(OWN)}/acts/{SUSPEND}", suspension(), **headers)
    assert answer.status_code == 422 and not ContractSuspended.objects.exists()


def test_a_call_that_failed_may_be_sent_again_with_the_same_key(program):
    asks, again = program("counsellor"), key()
    wrong = {"given": {"reason": "illness"}, "seen": 0}
    assert done(asks, wrong, Idempotency_Key=again).status_code == 422
    assert not Answered.objects.exists()
    assert done(asks, suspension(), Idempotency_Key=again).status_code == 200


def test_what_somebody_else_recorded_meanwhile_is_a_conflict(program):
    asks, stale = program("counsellor"), suspension()
    etag = asks.get(f"/dossiers/{number(OWN)}").headers["ETag"]
    append([LanguageKnown(dossier=OWN, occurred_on=clock.today(), language="ara")], by="s-colleague", source="agii")
    by_body, by_header = done(asks, stale), done(asks, {"given": stale["given"]}, If_Match=etag)
    assert (by_body.status_code, by_header.status_code) == (409, 412)
    assert by_body.json()["code"] == by_header.json()["code"] == "conflict"
    assert done(asks, {"given": stale["given"]}).json()["code"] == "seen_missing"
    assert not ContractSuspended.objects.exists()
    fresh = asks.get(f"/dossiers/{number(OWN)}").headers["ETag"]
    assert done(asks, {"given": stale["given"]}, If_Match=fresh).status_code == 200


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"reason": "luiheid"}, "reason"),
        ({"reason": ["illness"]}, "reason"),
        ({"occurred_on": "gisteren"}, "occurred_on"),
        ({"occurred_on": (clock.today() + timedelta(days=3)).isoformat()}, "occurred_on"),
        ({"recorded_by": "iemand"}, "recorded_by"),
    ],
)
def test_a_wrong_answer_is_told_by_field(program, given, field):
    answer = done(program("counsellor"), suspension(**given))
    assert answer.status_code == 422
    assert [one["field"] for one in answer.json()["faults"]] == [field]


def test_lists_come_in_pages_that_stay_right_while_facts_are_added(program):
    asks, seen, cursor = program("counsellor"), [], ""
    while True:
        page = asks.get(f"/dossiers/{number(OWN)}/facts?limit=3&cursor={cursor}").json()
        seen += [(one["type"], one["id"]) for one in page["items"]]
        if len(seen) == 3:
            append([LanguageKnown(dossier=OWN, occurred_on=clock.today(), language="ara")], by="s-x", source="agii")
        cursor = page["next"]
        if not cursor:
            break
    assert len(seen) == len(set(seen)) >= 8
    assert asks.get("/dossiers/" + number(OWN) + "/looks?limit=1").json()["next"]


def test_tasks_come_in_pages_by_urgency(program):
    asks = program("counsellor")
    User.objects.update(staff_number="s-counsellor")
    for due in ("2020-01-02", "2020-01-02", "2030-05-06", None):
        Task.objects.create(dossier=OWN, term="mo", due=due)
    whole, told, cursor = asks.get("/tasks").json()["items"], [], ""
    while True:
        page = asks.get(f"/tasks?limit=1&cursor={cursor}").json()
        told += page["items"]
        cursor = page["next"]
        if not cursor:
            break
    assert told == whole and len(told) >= 5
    days = [one["due"] or "9999" for one in told]
    assert days == sorted(days)
    assert {one["due"] for one in asks.get("/tasks?when=late").json()["items"]} == {"2020-01-02"}


@pytest.mark.parametrize("cursor", ["x", "W10", "WzFd", "bnVsbA", "%00", "WyJ4IiwgMSwgInkiXQ" * 3])
def test_a_cursor_that_is_none_gets_a_sentence(program, cursor):
    answer = program("counsellor").get(f"/dossiers/{number(OWN)}/looks?cursor={cursor}")
    assert answer.status_code in (200, 400)
    if answer.status_code == 400:
        assert answer.json()["code"] == "wrong_cursor"


def test_a_cursor_of_another_list_is_refused(program):
    wrong = cursor_of(["gisteren", 1])
    answer = program("counsellor").get(f"/tasks?cursor={wrong}")
    assert (answer.status_code, answer.json()["code"]) == (400, "wrong_cursor")


def test_a_dossier_number_with_a_wrong_check_digit_is_refused(program):
    assert program("counsellor").get("/dossiers/D-1-4").status_code == 422
    assert program("counsellor").get("/dossiers/1").status_code == 422


def test_what_is_searched_stands_in_no_address_and_no_log(program):
    answer = program("counsellor").post("/search", {"q": "Hartmann"})
    assert [one["dossier"] for one in answer.json()["within"]] == [number(OWN)]
    line = Look.objects.get()
    assert line.kind == Look.Kind.SEARCH and "Hartmann" not in line.note + line.place
    assert SECRET not in program("counsellor").post("/search", {"q": SECRET}).content.decode()


def test_code_lists_are_told(program):
    asks = program("planner")
    assert "agency" in asks.get("/codes").json()
    assert "agii" in {one["code"] for one in asks.get("/codes/agency").json()}
    assert asks.get("/codes/..%2Fsettings").status_code == 404


def test_a_token_speaks_for_one_post_and_ends_with_it(program):
    asks = program("counsellor")
    assert asks.get("/tasks").status_code == 200
    made = Token.objects.get()
    assert made.used_on == clock.today() and asks.text not in json.dumps(list(Token.objects.values()), default=str)
    for ending in ({"expires_at": clock.now()}, {"user__is_active": False}, {"post__until": clock.today()}):
        name, value = next(iter(ending.items()))
        kept = Token.objects.values_list(name, flat=True).get()
        model = {"user__is_active": User, "post__until": Post}.get(name, Token)
        model.objects.update(**{name.split("__")[-1]: value})
        assert asks.get("/tasks").status_code == 401, name
        model.objects.update(**{name.split("__")[-1]: kept})
    assert asks.get("/tasks").status_code == 200
    made.delete()
    assert asks.get("/tasks").status_code == 401


def test_a_token_is_no_way_into_the_screens(program):
    asks = program("team_lead")
    answer = asks.client.get("/day/", headers={"Authorization": f"Bearer {asks.text}"})
    assert answer.status_code == 302


def test_a_token_is_made_in_ones_account_shown_once_and_removed(someone):
    client = someone("counsellor")
    post = Post.objects.get()
    page = client.post("/account/tokens/", {"name": "Mijn rooster", "post": post.pk, "days": "30"}).content.decode()
    text = page.split('id="token">')[1].split("<")[0]
    assert Program(text).get("/tasks").status_code == 200
    again = client.get("/account/tokens/").content.decode()
    assert "Mijn rooster" in again and text not in again
    stranger = someone("planner")
    stranger.post(f"/account/tokens/{Token.objects.get().pk}/remove/")
    assert Program(text).get("/tasks").status_code == 200
    wrong = stranger.post("/account/tokens/", {"name": "x", "post": post.pk, "days": "30"}).content.decode()
    assert "Die functie hebt u niet" in wrong
    client.post(f"/account/tokens/{Token.objects.get().pk}/remove/")
    assert Program(text).get("/tasks").status_code == 401


def test_who_is_signed_in_may_ask_too_but_changes_nothing_without_the_proof_of_a_form(someone):
    client = someone("counsellor", enforce_csrf_checks=True)
    assert client.get(f"{V1}/dossiers/{number(OWN)}").status_code == 200
    path, body = f"{V1}/dossiers/{number(OWN)}/acts/{SUSPEND}", json.dumps(suspension())
    headers = {"Idempotency-Key": key()}
    forged = client.post(path, body, content_type="application/json", headers=headers)
    assert (forged.status_code, forged.json()["code"]) == (403, "csrf")
    client.get("/day/")
    proof = {**headers, "X-CSRFToken": client.cookies["csrftoken"].value}
    assert client.post(path, body, content_type="application/json", headers=proof).status_code == 200


def test_outside_the_demo_a_session_without_a_second_factor_is_not_enough(someone, settings):
    client = someone("counsellor")
    settings.DEMO = False
    assert client.get(f"{V1}/acts").status_code == 401


def test_what_somebody_called_themselves_is_told_as_text_and_shown_as_text(program, someone):
    evil = "<script>alert(1)</script>"
    Identity.objects.filter(person=OWN).update(family_name=evil)
    answer = program("counsellor").get(f"/dossiers/{number(OWN)}")
    assert evil in answer.json()["person"]["name"] and answer.headers["Content-Type"].startswith("application/json")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    screen = someone("counsellor")
    for page in (f"/dossiers/{number(OWN)}/", f"/dossiers/{number(OWN)}/facts/", "/day/"):
        assert evil not in screen.get(page).content.decode()


def test_too_many_calls_are_asked_to_wait(program, monkeypatch):
    monkeypatch.setattr(asking, "PER_MINUTE", 3)
    asks, other = program("counsellor"), program("planner")
    cache.clear()
    codes = [asks.get("/codes").status_code for _ in range(5)]
    assert codes[:3] == [200, 200, 200] and 429 in codes
    refused = asks.get("/codes")
    if refused.status_code == 429:
        assert refused.json()["code"] == "too_often" and 0 < int(refused.headers["Retry-After"]) <= 61
    assert other.get("/codes").status_code == 200


def test_an_address_that_does_not_exist_and_json_that_is_none_are_problems_too(program):
    asks = program("counsellor")
    assert asks.get("/nowhere").headers["Content-Type"] == "application/problem+json"
    broken = asks.client.post(
        f"{V1}/search", "{", content_type="application/json", headers={"Authorization": f"Bearer {asks.text}"}
    )
    assert broken.status_code in (400, 422) and broken.headers["Content-Type"] == "application/problem+json"
