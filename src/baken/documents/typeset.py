"""Typesets a Typst template and its data into a tagged, archivable PDF (PDF/UA-1 and PDF/A-2a)."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import typst
from django.utils.translation import gettext as _

from baken.documents.rowheads import with_row_headers
from baken.foundation.errors import BakenError

FONTS = Path(__file__).parent / "fonts"
HOUSE = Path(__file__).parent / "house.typ"
"""How every document looks; a template imports it as `house.typ`."""
STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]


class NotTypeset(BakenError):
    """The document cannot be made, or not in an accessible form (a missing alternative text, an absent title)."""

    code = "not_typeset"


def typeset(template: Path, data: Mapping[str, Any], files: Mapping[str, str | bytes], instant: datetime) -> bytes:
    """The PDF of a template that reads `data.json` and the files beside it.

    files: content by name, as the template asks for them. instant: the document's date, so that the same input gives
    the same bytes. Only the fonts of this room are used, whatever the machine has. The first column of a table holds
    its row headers. Raises NotTypeset.
    """
    with tempfile.TemporaryDirectory(prefix="baken-typeset-") as name:
        folder = Path(name)
        shutil.copyfile(template, folder / "main.typ")
        shutil.copyfile(HOUSE, folder / HOUSE.name)
        (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        for file, content in files.items():
            (folder / file).write_bytes(content.encode() if isinstance(content, str) else content)
        compiler = typst.Compiler(folder / "main.typ", root=folder, font_paths=[FONTS], ignore_system_fonts=True)
        try:
            second = instant.replace(microsecond=0)
            compiler.compile(output=folder / "main.pdf", pdf_standards=[*STANDARDS], timestamp=second)
        except typst.TypstError as error:
            raise NotTypeset(_("De PDF kon niet gemaakt worden: %(why)s.") % {"why": error}) from error
        return with_row_headers((folder / "main.pdf").read_bytes())
