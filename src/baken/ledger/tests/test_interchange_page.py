"""The documentation of the interchange is written from the code, and is up to date."""

from pathlib import Path

from baken.ledger.interchange.describing import interchange_page
from baken.ledger.interchange.layout import tables


def test_the_page_is_up_to_date() -> None:
    page = Path(__file__).parents[4] / "docs" / "interchange.md"
    assert page.read_text(encoding="utf-8") == interchange_page(), "run scripts/write_interchange_doc.py"


def test_every_table_and_column_is_described() -> None:
    page = interchange_page()
    for table in tables().values():
        section = page.split(f"### `{table.name}`\n")[1].split("\n### ")[0]
        assert all(f"| `{column.name}` |" in section for column in table.columns)


def test_every_kind_of_name_fits_its_column() -> None:
    assert all(len(table.label) <= 40 for table in tables().values())
