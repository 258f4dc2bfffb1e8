"""KBI dossiers into the ledger and out again: nothing lost, nothing told twice, history kept."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from baken.exchange.kbi.export import messages
from baken.exchange.kbi.load import load_kbi
from baken.exchange.tests.kbi_dossiers import ANSWERED, answer, canonical, dossier_of, dossiers, mutated
from baken.ledger.interchange.readers import LoadRequest
from baken.ledger.known import KnownAt, known_at
from baken.ledger.models import Append
from baken.ledger.verify import verify
from baken.people.facts import DossierOpened
from baken.people.models import Identity

RANDOM = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking a whole dossier takes minutes
)


@pytest.fixture(autouse=True)
def demo(settings) -> None:
    settings.DEMO = True


def load(folder: Path, *contents: bytes) -> str:
    for old in folder.glob("*.xml"):
        old.unlink()
    for number, content in enumerate(contents):
        (folder / f"dossier-{number}.xml").write_bytes(content)
    return load_kbi(LoadRequest(folder, "tester", None))


def exported(number: str, known: KnownAt | None = None) -> str:
    """The canonical dossier of a person, as known then."""
    person = Identity.objects.get(national_number=number).person
    dossier = DossierOpened.objects.get(person=person).dossier
    _, content = next(messages([dossier], known or known_at()))
    return canonical(dossier_of(content))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "delivery"
    folder.mkdir()
    return folder


def test_published_dossiers_go_in_and_come_out_the_same(ledger_db, folder: Path) -> None:
    contents = [path.read_bytes() for path in ANSWERED]
    assert "9 nieuw" in load(folder, *contents)
    for content in contents:
        dossier = dossier_of(content)
        assert exported(dossier.findtext("Personalia/INSZ")) == canonical(dossier)
    assert Append.objects.count() == 9
    assert "9 ongewijzigd" in load(folder, *contents)
    assert Append.objects.count() == 9
    verify()


def test_any_dossier_of_the_schema_survives_the_ledger_and_its_changes(ledger_db, folder: Path) -> None:
    @RANDOM
    @given(dossiers(), dossiers(1.0), st.integers(0, 10**6))
    def check(first: etree._Element, other: etree._Element, seed: int) -> None:
        number = first.findtext("Personalia/INSZ")
        load(folder, answer(first))
        assert exported(number) == canonical(first)
        before, appends = known_at(), Append.objects.count()
        assert "1 ongewijzigd" in load(folder, answer(first))
        assert Append.objects.count() == appends
        second = mutated(first, other, seed)
        load(folder, answer(second))
        assert exported(number) == canonical(second)
        assert exported(number, before) == canonical(first)

    check()
    verify()
