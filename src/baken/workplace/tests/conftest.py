"""A small caseload, and people in every role, for the tests of the workplace."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from baken.accounts.models import DossierPlace, Post, Team, User
from baken.conftest import LedgerDatabase
from baken.foundation import clock
from baken.ledger.append import append
from baken.ledger.models import Office
from baken.ledger.subjects import reserve
from baken.people.facts import DossierOpened, NationalityHeld, PersonDescribed, ResidenceGranted, ResidenceRegistered
from baken.people.models import Identity
from baken.programme.facts import ContractSigned, CounsellorAssigned, Registered

OWN, OTHER = 1, 2
"""Dossiers: of the team of the test's people, and of another agency."""
SECRET = "Zoutelande"
"""The family name of whom dossier OTHER is about; it may not show where it is refused."""


def opened(dossier: int, office: Office, counsellor: str, name: str) -> None:
    """A dossier in which a contract runs."""
    began = clock.today() - timedelta(days=60)
    facts = [
        DossierOpened(dossier=dossier, person=dossier, occurred_on=began),
        PersonDescribed(dossier=dossier, occurred_on=began, birth_year=1990, sex="f", birth_country="261"),
        NationalityHeld(dossier=dossier, occurred_on=began, country="261"),
        ResidenceRegistered(dossier=dossier, occurred_on=began, municipality="11002"),
        ResidenceGranted(dossier=dossier, occurred_on=began, ground="refugee"),
        Registered(dossier=dossier, occurred_on=began, office=office, kind="first"),
        CounsellorAssigned(dossier=dossier, occurred_on=began, office=office, counsellor=counsellor),
        ContractSigned(
            dossier=dossier, contract=dossier, occurred_on=began + timedelta(days=10), office=office, form="full",
            with_mo=True, with_nt2=True, with_work=True, with_participation=True,
        ),
    ]  # fmt: skip
    append(facts, by="test-1", source="agii")
    Identity.objects.create(person=dossier, family_name=name, given_names="Amina", birth_date="1990-02-03")


@pytest.fixture
def caseload(ledger_db: LedgerDatabase, settings) -> Team:
    """Two dossiers, OWN at the office of the team that is returned."""
    settings.DEMO = True
    here = Office.objects.create(code="agii-here", name="AgII Hier", agency="agii", region="antwerp_province")
    there = Office.objects.create(code="atlas-there", name="Atlas Daar", agency="atlas", region="city_antwerp")
    opened(OWN, here, "s-counsellor", "Hartmann")
    opened(OTHER, there, "s-other", SECRET)
    for kind in ("dossier", "person", "contract"):
        reserve(kind, OTHER)
    return Team.objects.create(name="Team Hier", office=here)


@pytest.fixture
def someone(caseload: Team) -> Callable[..., Client]:
    """A signed-in client in a post of a role, in the team of dossier OWN."""

    def sign_in(role: str, **options: object) -> Client:
        user = User.objects.create_user(f"{role}-{uuid4().hex[:6]}", staff_number=f"s-{role}")
        Post.objects.create(user=user, role=role, agency="agii", team=caseload, since=date(2020, 1, 1))
        client = Client(**options)
        client.force_login(user)
        return client

    return sign_in


def user_of(client: Client) -> User:
    """Whom a client signed in as."""
    return User.objects.get(pk=client.session["_auth_user_id"])


def places() -> dict[int, str]:
    """{dossier: counsellor}, as lists know it."""
    return dict(DossierPlace.objects.values_list("dossier", "counsellor"))
