"""Draw docs/architecture.svg from the import contract in pyproject.toml: floors as bands, rooms as boxes.

`--check` fails when the drawing in the repository is not the one that would be drawn now.
"""

import re
import sys
import tomllib
from html import escape
from pathlib import Path

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "architecture.svg"
WIDTH, BAND, ROOM, GAP, LEFT = 1216, 74, 104, 10, 170

FLOORS = {
    "config": "ingang en demo",
    "statistics": "gezichten",
    "privacy": "rechten van de persoon",
    "figures": "uitkomsten",
    "fees": "gevolgen",
    "programme": "het hele traject",
    "orientation": "diensten",
    "ui": "schermen en taken",
    "people": "wie iemand is",
    "ledger": "grootboek",
    "law": "zuiver (geen Django)",
    "foundation": "fundament",
}
"""What a floor is for, by one of its rooms."""


def floors() -> list[list[str]]:
    """The rooms per floor, highest first, as the import contract names them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [re.findall(r"\w+", layer) for layer in layers]


def box(x: int, y: int, room: str) -> str:
    """One room; dashed as long as it is not built."""
    built = any((ROOT / "src" / "baken" / room).glob("*.py"))
    style = 'fill="#ffffff" stroke="#333332"' if built else 'fill="none" stroke="#8a8a86" stroke-dasharray="4 4"'
    colour = "#333332" if built else "#6b6b68"
    return (
        f'<rect x="{x}" y="{y}" width="{ROOM}" height="42" rx="4" {style}/>'
        f'<text x="{x + ROOM // 2}" y="{y + 26}" text-anchor="middle" font-size="14" fill="{colour}">'
        f"{escape(room)}</text>"
    )


def draw() -> str:
    """The whole house as SVG text."""
    bands = []
    for place, rooms in enumerate(floors()):
        y, number = 20 + place * (BAND + GAP), len(floors()) - 1 - place
        name = next(label for room, label in FLOORS.items() if room in rooms)
        bands.append(f'<rect x="10" y="{y}" width="{WIDTH - 20}" height="{BAND}" fill="#f7f5e6"/>')
        bands.append(f'<rect x="10" y="{y}" width="6" height="{BAND}" fill="#ffe615"/>')
        bands.append(f'<text x="28" y="{y + 34}" font-size="20" font-weight="600" fill="#333332">{number}</text>')
        bands.append(f'<text x="28" y="{y + 56}" font-size="12" fill="#333332">{name}</text>')
        bands += [box(LEFT + i * (ROOM + GAP), y + 16, room) for i, room in enumerate(rooms)]
    height = 30 + len(floors()) * (BAND + GAP)
    body = "\n".join(bands)
    title = "Het huis van Baken: kamers op verdiepingen; een import wijst alleen naar een lagere verdieping"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{title}" '
        f'font-family="system-ui, sans-serif">\n<title>{title}</title>\n'
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>\n{body}\n</svg>\n'
    )


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if PICTURE.read_text() == draw() else "docs/architecture.svg is stale: run scripts/draw_house.py")
    PICTURE.write_text(draw())
