"""Gives the tables of a tagged PDF row headers: Typst 0.15 through Python can only mark column headers."""

from collections.abc import Iterator
from io import BytesIO
from itertools import count
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import NameObject, TextStringObject

IDENT = "row{:06}"
"""Names of row headers: after Typst's own (`U1x0y0`) and in order, as the PDF's tree of names asks."""


def with_row_headers(pdf: bytes) -> bytes:
    """The PDF with the first cell of each body row as the header of that row, named by the row's other cells.

    What was there stays byte for byte; the changes are appended (an incremental update, ISO 32000-1, 7.5.6).
    """
    writer = PdfWriter(BytesIO(pdf), incremental=True)
    tree: Any = writer.root_object.raw_get("/StructTreeRoot").get_object()
    rows = [row for table in _below(tree, "/Table") for row in _body_rows(table)]
    if not rows:
        return pdf
    names = tree["/IDTree"].get_object()["/Names"]
    for number, row in zip(count(1), rows):
        ident = TextStringObject(IDENT.format(number))
        header, *others = _children(row)
        _make_header(header.get_object(), ident)
        names.extend((ident, header))
        for cell in others:
            _table_attributes(cell.get_object())["/Headers"].append(ident)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _make_header(cell: Any, ident: TextStringObject) -> None:
    cell[NameObject("/S")] = NameObject("/TH")
    cell[NameObject("/ID")] = ident
    _table_attributes(cell)[NameObject("/Scope")] = NameObject("/Row")


def _table_attributes(cell: Any) -> Any:
    """The cell's attributes that are about tables."""
    attributes = cell["/A"].get_object()
    owners = attributes if isinstance(attributes, list) else [attributes]
    return next(owner for entry in owners if (owner := entry.get_object())["/O"] == "/Table")


def _body_rows(table: Any) -> Iterator[Any]:
    for body in _children(table):
        if body.get_object()["/S"] == "/TBody":
            yield from (row.get_object() for row in _children(body.get_object()))


def _below(element: Any, kind: str) -> Iterator[Any]:
    """Every structure element of a kind, in reading order."""
    for child in _children(element):
        found = child.get_object()
        if found["/S"] == kind:
            yield found
        yield from _below(found, kind)


def _children(element: Any) -> list[Any]:
    """The structure elements right below, as references; text and marks left out."""
    if "/K" not in element:
        return []
    kids = element["/K"].get_object()
    references = kids if isinstance(kids, list) else [element.raw_get("/K")]
    return [kid for kid in references if isinstance(kid.get_object(), dict) and "/S" in kid.get_object()]
