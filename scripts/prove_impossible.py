"""Prove which printed cells of the 2019 report cannot be true together, and that all others can.

.venv/bin/python scripts/prove_impossible.py            proves, and compares with docs/impossible-cells.md
.venv/bin/python scripts/prove_impossible.py --write    proves, and writes the table of that page
"""

import re
import sys
from itertools import groupby
from pathlib import Path

from baken.demo.jointly_true import OTHER_CIVIL_TESTS, Counts, conflicts, restored

PAGE = Path(__file__).parent.parent / "docs" / "impossible-cells.md"
PROVED = re.compile(r"(?<=<!-- proved -->\n).*?(?=<!-- end -->)", re.DOTALL)


def table(counts: Counts, found: list[tuple[str, list[str]]]) -> str:
    """How many cells can be true together, and a line for each that cannot be true with them."""
    printed = sum(text != OTHER_CIVIL_TESTS for text in counts.wishes)
    impossible = sum(lost != OTHER_CIVIL_TESTS for lost, _ in found)
    rows = [f"| {lost} | {_together(others)} |" for lost, others in sorted(found, key=lambda one: _order(one[0]))]
    summary = f"Of {printed} printed cells, {printed - impossible} are true together; {impossible} cannot be."
    return "\n".join([summary, "", "| cannot be true | together with |", "|---|---|", *rows, ""])


def _order(cell: str) -> tuple[int, str]:
    """Figures by number, then key figures, then what only we assume."""
    number = re.match(r"Figuur (\d+)", cell)
    return (int(number[1]) if number else 98 if cell.startswith("Key") else 99), cell


def _together(cells: list[str]) -> str:
    """The cells, each figure named once."""
    by_figure = {place: list(same) for place, same in groupby(cells, key=lambda cell: cell.partition(": ")[0])}
    return "; ".join(
        f"{place}: " + "; ".join(cell.partition(": ")[2] for cell in same) for place, same in by_figure.items()
    )


def main() -> None:
    """Prove, then write the table or compare it with the one that stands."""
    counts = Counts()
    proved = table(counts, restored(counts, conflicts(counts)))
    page = PAGE.read_text(encoding="utf-8")
    if "--write" in sys.argv:
        PAGE.write_text(PROVED.sub(lambda _: proved, page), encoding="utf-8")
    elif PROVED.findall(page) != [proved]:
        raise SystemExit(f"{PAGE.name} does not say what is proved; write it again with --write")
    print(f"{PAGE.name}: {proved.splitlines()[0]}")


if __name__ == "__main__":
    main()
