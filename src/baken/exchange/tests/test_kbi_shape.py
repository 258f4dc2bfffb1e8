"""The mapping carries everything that the schema allows, both ways; no database needed."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree

from baken.exchange.kbi.mapping import DOSSIER
from baken.exchange.kbi.message import read_message, schema
from baken.exchange.tests.kbi_dossiers import ANSWERED, answer, canonical, dossier_of, dossiers

RANDOM = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking a whole dossier takes minutes
)


@pytest.mark.parametrize("path", ANSWERED, ids=lambda path: path.stem)
def test_a_published_dossier_comes_back_to_the_letter(path) -> None:
    dossier = dossier_of(path.read_bytes())
    assert canonical(DOSSIER.write_one(DOSSIER.read_one(dossier))) == canonical(dossier)


@RANDOM
@given(dossiers())
def test_any_dossier_of_the_schema_comes_back_to_the_letter(dossier: etree._Element) -> None:
    content = answer(dossier)
    assert schema().validate(etree.fromstring(content)), schema().error_log
    message = read_message(content, test_numbers=False)
    assert not message.complaints
    assert message.dossier is not None
    assert canonical(DOSSIER.write_one(DOSSIER.read_one(message.dossier))) == canonical(dossier)
