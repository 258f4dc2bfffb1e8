"""The page about the house says of each room what the room says of itself."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[2]
PAGE = PACKAGE.parents[1] / "docs" / "architecture.md"


def test_every_room_opens_with_its_line_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for file in PACKAGE.glob("*/__init__.py"):
        told = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
        assert told and f"| `{file.parent.name}` | {told.splitlines()[0]} |" in page, file
