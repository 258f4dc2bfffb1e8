"""The report's order: its chapters, the figures of each, and those shown in the summary."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from baken.figures.definitions.key_figures import KEY_FIGURES as KEY_ROWS
from baken.figures.definitions.key_figures import NUMBER as KEY_FIGURES


class Chapter(NamedTuple):
    """A chapter by its key in the texts, with the numbers of its figures."""

    key: str
    numbers: tuple[str, ...]


CHAPTERS = (
    Chapter("inflow", ("1", "2", "3", "4", "5", "6")),
    Chapter("contract", ("7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18")),
    Chapter("orientation", ("19", "20", "21", "22", "23", "24", "25", "26", "27")),
    Chapter("dutch", ("28", "29", "30", "31", "32", "33", "34")),
    Chapter("minors", ("35", "36", "37")),
    Chapter("key", (KEY_FIGURES,)),
)
CARDS = ("1", "4", "7", "11", "15", "24", "28", "33", "37")
"""The figures whose total stands on the first page."""
HEADLINES = (*CARDS, "13", "16", "18", "19", "22", "29", "34", "35")
"""The figures whose first sentence stands in the summary."""
DRAWN = {
    **dict.fromkeys(("1", "4", "7", "13", "14", "15", "16", "17", "18", "19", "22", "28", "33", "37"), "trend"),
    **dict.fromkeys(("24", "34"), "two_years"),
    **dict.fromkeys(("21", "27", "31", "32", "35"), "parts"),
    **dict.fromkeys(("10", "23", "25"), "ranking"),
}
"""The charts that say more than a table, beside those that the printed report had (`Figure.chart`)."""


class Break(NamedTuple):
    """Where the demonstration's own data break a series: from which year on, in which figures and rows of theirs."""

    since: int
    figures: Mapping[str, tuple[str, ...]]


BREAKS = {
    "nt2": Break(
        since=2020,
        figures={
            **dict.fromkeys(("28", "29", "30", "31", "32", "33", "34"), ()),
            KEY_FIGURES: tuple(row.indicator for row in KEY_ROWS if row.section == "nt2"),
        },
    ),
}
"""By the key of their note. The demo tells who learns Dutch outside the programme only for the printed years."""


def broken(number: str, years: Sequence[int]) -> bool:
    """Whether the demonstration's data break the series of a figure within these years."""
    return any(one.since in years[1:] and number in one.figures for one in BREAKS.values())


def chapters(numbers: Sequence[str]) -> list[Chapter]:
    """The chapters that have a figure among these, others gathered in a last one."""
    planned = {number for chapter in CHAPTERS for number in chapter.numbers}
    rest = Chapter("other", tuple(number for number in numbers if number not in planned))
    found = [Chapter(key, _present(wanted, numbers)) for key, wanted in (*CHAPTERS, rest)]
    return [chapter for chapter in found if chapter.numbers]


def _present(wanted: Iterable[str], numbers: Sequence[str]) -> tuple[str, ...]:
    return tuple(number for number in wanted if number in numbers)
