"""The API under random calls made from its own document: it never falls, and answers as the document says."""

import os

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, given, seed, settings

from baken.accounts import tokens
from baken.accounts.models import Post, User
from baken.foundation import clock
from baken.ledger.models import Append
from baken.ui.api import asking
from baken.ui.api.root import api
from baken.workplace.tests.conftest import OWN
from baken.workplace.tests.test_api import V1, number

CALLS = 200 if os.environ.get("BAKEN_SOAK") else 12
OPERATIONS = [
    (path, method)
    for path, operations in api.get_openapi_schema(path_prefix=f"{V1}/")["paths"].items()
    for method in operations
]


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_random_calls_are_answered_as_the_document_says(caseload, monkeypatch, settings_of_test, path, method):
    monkeypatch.setattr(asking, "PER_MINUTE", 10**6)
    user = User.objects.create_user("fuzz", staff_number="s-counsellor")
    post = Post.objects.create(user=user, role="counsellor", agency="agii", team=caseload, since=clock.today())
    headers = {"Authorization": f"Bearer {tokens.make_token(user, post.pk, 'fuzz', 1)[1]}"}
    schema = schemathesis.openapi.from_wsgi(f"{V1}/openapi.json", get_wsgi_application())
    before = Append.objects.count()

    @seed(1)
    @settings(max_examples=CALLS, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=schema[path][method.upper()].as_strategy())
    def called(case):
        if "dossier" in (case.path_parameters or {}):
            case.path_parameters["dossier"] = number(OWN)
        (case.query or {}).pop("cursor", None)  # one that is made up is refused; test_api tells how
        case.call_and_validate(headers=headers)

    called()
    assert Append.objects.count() == before or method == "post"


@pytest.fixture
def settings_of_test(settings):
    settings.ALLOWED_HOSTS = ["*"]
    return settings
