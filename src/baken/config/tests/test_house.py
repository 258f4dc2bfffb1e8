"""The page about the house says of each room what the room says of itself; the README leads to every page."""

import ast
import re
from pathlib import Path

PACKAGE = Path(__file__).parents[2]
ROOT = PACKAGE.parents[1]
PAGE = ROOT / "docs" / "architecture.md"


def test_every_room_opens_with_its_line_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for file in PACKAGE.glob("*/__init__.py"):
        told = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
        assert told and f"| `{file.parent.name}` | {told.splitlines()[0]} |" in page, file


def test_the_readme_leads_to_every_page_and_nowhere_else() -> None:
    named = {ROOT / path for path in re.findall(r"\]\((docs/[^)#]*)", (ROOT / "README.md").read_text(encoding="utf-8"))}
    assert set((ROOT / "docs").glob("*.md")) <= named
    assert all(path.exists() for path in named)
