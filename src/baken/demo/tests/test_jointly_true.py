"""Which printed cells of 2019 can be true together: the page is proved whole by scripts/prove_impossible.py."""

import re
from pathlib import Path

import pytest

from baken.demo.jointly_true import OTHER_CIVIL_TESTS, Counts, infeasible

PAGE = Path(__file__).parents[4] / "docs" / "impossible-cells.md"


@pytest.fixture(scope="module")
def counts() -> Counts:
    return Counts()


@pytest.fixture(scope="module")
def given_up(counts) -> list[str]:
    rows = re.findall(r"^\| (.+?) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return [row for row in rows if row in counts.wishes]


def test_the_page_names_totals_and_key_figures_only(given_up):
    assert len(given_up) == 19
    assert all(": total, " in text or text.startswith("Key figures") for text in given_up if text != OTHER_CIVIL_TESTS)


def test_all_other_cells_are_true_together(counts, given_up):
    assert infeasible(counts, [text for text in counts.wishes if text not in given_up]) == []


@pytest.mark.parametrize(
    "text",
    ["Figuur 4: total, 2015 = 15,913", "Figuur 34: total, 2019 = 8,991", "Key figures: mo courses started, 2017 = 971"],
)
def test_a_cell_given_up_is_impossible_with_them(counts, given_up, text):
    assert text in given_up
    held = [each for each in counts.wishes if each not in given_up]
    assert text in infeasible(counts, [*held, text])
