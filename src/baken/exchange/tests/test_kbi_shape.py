"""The mapping carries everything that the schema allows, both ways; no database needed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree

from baken.exchange.kbi.describe import page
from baken.exchange.kbi.mapping import DOSSIER
from baken.exchange.kbi.message import read_message, schema
from baken.exchange.kbi.shape import HERE, Coded, Leaf, NationalNumber, Part, join
from baken.exchange.kbi.standing import parts_of, records_of
from baken.exchange.tests.kbi_dossiers import (
    ANSWERED,
    KBI,
    Name,
    answer,
    attributes,
    canonical,
    children,
    dossier_of,
    dossiers,
)

RANDOM = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


def of_schema(kind: Name, path: str = "") -> Iterator[str]:
    """Every element and attribute below a type, in order; attributes first."""
    yield from (join(path, f"@{name}") for name, _ in attributes(kind))
    for name, below, _ in children(kind):
        yield join(path, name)
        yield from of_schema(below, join(path, name))


def of_mapping(items: tuple, path: str = "") -> Iterator[str]:
    """Every element and attribute of the mapping, in order."""
    for item in items:
        here = join(path, item.name)
        if item.name != HERE:
            yield here
        if not isinstance(item, Leaf | NationalNumber):
            yield from of_mapping(item.items, here)


def test_every_element_and_attribute_of_the_schema_has_its_place_once_and_in_order() -> None:
    mapped = list(of_mapping(DOSSIER.items))
    assert sorted(mapped) == sorted(of_schema((KBI, "DossierType")))
    elements = [path for path in of_schema((KBI, "DossierType")) if "@" not in path]
    assert [path for path in mapped if "@" not in path] == elements


def test_every_column_of_the_mapping_exists_and_can_be_empty_where_the_schema_lets_it() -> None:
    for part in parts_of():
        columns = {item.column for item in _columns(part)} | {record.column for record in records_of(part)}
        fields = {field.name: field for field in part.fact._meta.concrete_fields}
        assert columns <= fields.keys(), part.name
        for column in columns - {"occurred_on"}:
            assert fields[column].null or part.name == "Besluit", (part.name, column)


def _columns(part: Part) -> list[Leaf | Coded]:
    from baken.exchange.kbi.shape import walk

    return [item for _, item in walk(part.items) if isinstance(item, Leaf | Coded)]


@pytest.mark.parametrize("path", ANSWERED, ids=lambda path: path.stem)
def test_a_published_dossier_comes_back_to_the_letter(path: Path) -> None:
    dossier = dossier_of(path.read_bytes())
    assert canonical(DOSSIER.write_one(DOSSIER.read_one(dossier))) == canonical(dossier)


@RANDOM
@given(dossiers())
def test_any_dossier_of_the_schema_comes_back_to_the_letter(dossier: etree._Element) -> None:
    content = answer(dossier)
    assert schema().validate(etree.fromstring(content)), schema().error_log
    message = read_message(content, test_numbers=False)
    assert message.complaints == []
    assert canonical(DOSSIER.write_one(DOSSIER.read_one(message.dossier))) == canonical(dossier)


def test_form_is_kept_beside_the_value_not_instead_of_it() -> None:
    dossier = dossier_of(ANSWERED[0].read_bytes())
    contract = dossier.find("Contracten/Contract")
    contract.find("OnderdeelMO").text = " 1 "
    contract.find("DatumRegistratie").text = "2015-02-28"
    dossier.find("Doelgroep/Periode/Begin").text = "2015-00-00"
    etree.SubElement(dossier.find("Doelgroep/Periode"), "Einde").text = "2015-03-01"
    told = DOSSIER.read_one(dossier)
    signed = told.below["Contracten/Contract"][0]
    assert signed.values["with_mo"] is True
    assert signed.written == {"OnderdeelMO": " 1 "}
    group = told.below["Doelgroep"][0]
    assert "occurred_on" not in group.values
    assert group.values["until"].isoformat() == "2015-03-01"
    assert group.written == {"Periode/Begin": "2015-00-00"}


def test_an_end_before_its_beginning_is_kept_to_the_letter_only() -> None:
    dossier = dossier_of(ANSWERED[0].read_bytes())
    etree.SubElement(dossier.find("Doelgroep/Periode"), "Einde").text = "2001-01-01"
    group = DOSSIER.read_one(dossier).below["Doelgroep"][0]
    assert "until" not in group.values
    assert group.written == {"Periode/Einde": "2001-01-01"}


def test_the_page_about_the_mapping_is_the_one_that_would_be_written_now() -> None:
    written = Path(__file__).parents[4] / "docs" / "kbi.md"
    assert written.read_text(encoding="utf-8") == page(), "run scripts/write_kbi_page.py"
