"""Doing acts in the tests of the workplace as a browser does: ask, see what follows, confirm."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from baken.accounts.standing import standing_of
from baken.foundation import clock
from baken.foundation.identifiers import read_shown_number
from baken.ledger.append import head
from baken.ledger.facts import fact_types
from baken.ui.acting import Case, acts, preview
from baken.ui.acting.asks import form_of
from baken.ui.acting.doing import ends
from baken.workplace.tests.conftest import user_of

OPEN = "people.open_dossier"


def ago(days: int) -> date:
    """So many days before today."""
    return clock.today() - timedelta(days=days)


def sent(given: Mapping[str, Any]) -> dict[str, Any]:
    """What a browser sends: days and numbers as text, functions of the day of sending."""
    values = {name: value() if callable(value) else value for name, value in given.items()}
    return {name: value if isinstance(value, list) else _text(value) for name, value in values.items()}


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def address(dossier: int | None, act: str) -> str:
    """Where an act is done."""
    return reverse("new-dossier") if act == OPEN else reverse("act", args=[dossier, act])


def do(client: Client, dossier: int | None, act: str, **given: Any) -> tuple[int, set[str]]:
    """Do it, having seen that what was foretold is what came; the dossier, and the labels of the facts told."""
    last = head()
    body = sent({"occurred_on": clock.today(), "confirmed": "on", **given, "seen": last.id if last else 0})
    where = address(dossier, act)
    shown = client.post(where, body)
    assert "Kijk na wat hieruit volgt" in shown.content.decode(), said(shown.content.decode())
    foretold = outcomes_foretold(client, dossier, act, body)
    done = client.post(where, {**body, "confirm": "1"})
    assert done.status_code == 302, said(done.content.decode())
    number = read_shown_number(done["Location"].split("/")[2])[1]
    case = Case.of(number, standing_of(user_of(client)))
    came = {name: case.value(name) for name in foretold}
    assert came == foretold, {name: (foretold[name], came[name]) for name in foretold if foretold[name] != came[name]}
    return number, told_in(head().id)


def outcomes_foretold(client: Client, dossier: int | None, act: str, body: dict[str, Any]) -> dict[str, Any]:
    """Every outcome of the law as the preview says that it will be."""
    standing, one = standing_of(user_of(client)), acts()[act]
    case = Case.fresh(standing, rehearsal=True) if one.opens_dossier else Case.of(dossier, standing)
    form = form_of(one.questions(case), case, body)
    assert form.is_valid(), form.errors
    follows = preview(case, one, form.cleaned_data)
    before = {name: case.value(name) for name in ends(case.book)}
    return before | {change.name: change.after for change in follows.outcomes}


def told_in(append: int) -> set[str]:
    """The labels of the facts that an append told."""
    return {
        label for label, model in fact_types().items() if model._default_manager.filter(appended_in=append).exists()
    }


def refused(client: Client, dossier: int | None, act: str, **given: Any) -> str:
    """The sentence by which an act is refused, also when it is forged past the preview."""
    last = head()
    body = sent({"occurred_on": clock.today(), "confirmed": "on", **given, "seen": last.id if last else 0})
    pages = [client.post(address(dossier, act), {**body, **more}).content.decode() for more in ({}, {"confirm": "1"})]
    now = head()
    assert (now.id if now else 0) == (last.id if last else 0)
    assert all("Kijk na wat hieruit volgt" not in page for page in pages)
    return said(pages[-1])


def said(page: str) -> str:
    """The alerts and faults of a page."""
    import re

    found = re.findall(r'class="(?:alert[^"]*|fault)"[^>]*>(.*?)</(?:div|p)>', page, re.S)
    return " | ".join(re.sub(r"<[^>]+>|\s+", " ", one).strip() for one in found)
