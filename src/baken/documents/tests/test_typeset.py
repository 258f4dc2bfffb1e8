"""The typesetter: accessible or not at all, the same bytes each time, fonts of its own, rows that have headers."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from baken.documents.typeset import NotTypeset, typeset

INSTANT = datetime(2026, 10, 31, 22, 59, 59, 999999, tzinfo=UTC)
SOUND = """
#let data = json("data.json")
#set document(title: data.title)
#set text(lang: "nl", font: "Source Sans Pro")
= #data.title
#image("mark.svg", alt: "Een baken")
#table(columns: 3, table.header([Gebied], [2018], [2019]), [Limburg], [1], [2], [Brussel], [3], [4])
#table(columns: 2, table.header([Gebied], [2019]), [Gent], [5])
"""
MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'


def pdf(folder: Path, template: str = SOUND) -> bytes:
    (folder / "template.typ").write_text(template)
    return typeset(folder / "template.typ", {"title": "Proef é"}, {"mark.svg": MARK}, INSTANT)


def tagged(element: Any) -> Iterator[Any]:
    """Every structure element, in reading order."""
    kids = element.get("/K")
    kids = [] if kids is None else kids.get_object()
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object()
        if isinstance(found, dict) and "/S" in found:
            yield found
            yield from tagged(found)


def test_rows_and_columns_have_headers_that_their_cells_name(tmp_path: Path) -> None:
    tree = PdfReader(BytesIO(pdf(tmp_path))).trailer["/Root"]["/StructTreeRoot"]
    cells = [cell for cell in tagged(tree) if cell["/S"] in ("/TH", "/TD")]
    about = [next(part for part in cell["/A"] if part["/O"] == "/Table") for cell in cells]
    scopes = [part.get("/Scope") for part in about]
    assert scopes.count("/Column") == 5 and scopes.count("/Row") == 3 and scopes.count(None) == 5
    named = {cell["/ID"]: cell for cell in cells if cell["/S"] == "/TH"}
    for cell, part in zip(cells, about, strict=True):
        if cell["/S"] == "/TD":
            assert [
                next(p for p in named[name]["/A"] if p["/O"] == "/Table")["/Scope"] for name in part["/Headers"]
            ] == [
                "/Column",
                "/Row",
            ]
    names = tree["/IDTree"]["/Names"][::2]
    assert names == sorted(names) and set(names) == set(named)


def test_the_document_says_its_title_language_and_date(tmp_path: Path) -> None:
    reader = PdfReader(BytesIO(pdf(tmp_path)))
    assert reader.metadata.title == "Proef é" and reader.trailer["/Root"]["/Lang"] == "nl"
    assert reader.metadata.creation_date == INSTANT.replace(microsecond=0)
    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data()
    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    assert all("SourceSansPro" in font.get_object()["/BaseFont"] for font in fonts)


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    assert pdf(tmp_path) == pdf(tmp_path)


@pytest.mark.parametrize(
    ("sound", "unsound", "reason"),
    [
        (', alt: "Een baken"', "", "missing alt text"),
        ("#set document(title: data.title)", "", "title"),
        ("= #data.title", "= #data.absent", "absent"),
    ],
)
def test_what_is_not_accessible_is_not_typeset(tmp_path: Path, sound: str, unsound: str, reason: str) -> None:
    with pytest.raises(NotTypeset, match=reason):
        pdf(tmp_path, SOUND.replace(sound, unsound))
