"""No page asks the database more than it should, however much there is to show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from baken.foundation import clock
from baken.ledger.append import append
from baken.people.facts import LanguageKnown
from baken.workplace.tests.conftest import OWN

MOST = 30


@pytest.mark.parametrize(
    "page", ["my-day", "team", "search", "dossier", "dossier-facts", "dossier-law", "dossier-looks"]
)
def test_a_page_asks_the_database_at_most_thirty_times(someone, page):
    for language in ("ara", "fra", "eng", "tur", "spa"):
        append([LanguageKnown(dossier=OWN, occurred_on=clock.today(), language=language)], by="s-x", source="agii")
    client = someone("team_lead")
    address = reverse(page, args=[OWN] if page.startswith("dossier") else [])
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    assert len(asked) <= MOST, [one["sql"][:120] for one in asked.captured_queries]


def test_finding_somebody_asks_at_most_thirty_times(someone):
    client = someone("team_lead")
    client.get("/day/")
    with CaptureQueriesContext(connection) as asked:
        assert client.post("/search/", {"q": "Hartmann"}).status_code == 200
    assert len(asked) <= MOST
