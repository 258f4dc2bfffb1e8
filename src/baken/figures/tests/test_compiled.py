"""The SQL that runs is the SQL of the declarations; no declaration does what engines disagree on."""

import ibis
import pytest

from baken.figures.compilation import compile_all, declared_tables
from baken.figures.compiled import FOLDER
from baken.figures.definitions import FIGURES
from baken.figures.expression import expression
from baken.figures.lint import faults
from baken.figures.model import Years

FACTS = ibis.table({"id": "int64", "n": "int64", "day": "date", "text": "string", "part": "float64"}, name="facts")


def test_the_files_are_todays_compilation() -> None:
    """After changing a declaration: scripts/compile_figures.py."""
    assert {path.stem: path.read_text() for path in FOLDER.glob("*.sql")} == compile_all()


@pytest.mark.parametrize("number", [number for number, figure in FIGURES.items() if not figure.same_as])
def test_every_figure_counts_the_same_everywhere(number: str) -> None:
    assert faults(expression(FIGURES[number], declared_tables(Years(2015, 2019), inline=True))) == []


@pytest.mark.parametrize(
    ("expression", "fault"),
    [
        (FACTS.select(x=FACTS.n / 2), "division"),
        (FACTS.select(x=FACTS.n // 2), "division"),
        (FACTS.agg(x=FACTS.n.mean()), "mean"),
        (FACTS.agg(x=FACTS.n.approx_nunique()), "approximate"),
        (FACTS.agg(x=FACTS.n.approx_median()), "approximate"),
        (FACTS.select(x=FACTS.n.round()), "rounding"),
        (FACTS.select("part"), "float64"),
        (FACTS.select(x=FACTS.n.cast("decimal(10, 2)")), "decimal"),
        (FACTS.agg(x=FACTS.n.arbitrary()), "any value"),
        (FACTS.agg(x=FACTS.n.first()), "full order"),
        (FACTS.limit(3), "limit"),
        (FACTS.mutate(x=ibis.row_number().over(order_by=FACTS.day)), "end in id"),
        (FACTS.mutate(x=FACTS.n.lag().over(order_by=FACTS.day)), "end in id"),
        (FACTS.agg(x=FACTS.n.argmax(FACTS.day)), "equal keys"),
    ],
)
def test_what_engines_disagree_on_is_refused(expression: ibis.Table, fault: str) -> None:
    assert any(fault in found for found in faults(expression)), faults(expression)


@pytest.mark.parametrize(
    "expression",
    [
        FACTS.select("id", x=ibis.row_number().over(order_by=[FACTS.day, FACTS.id])),
        FACTS.group_by("text").agg(x=FACTS.n.argmax(FACTS.id), y=FACTS.n.sum(), z=FACTS.n.nunique()),
    ],
)
def test_what_they_agree_on_is_not(expression: ibis.Table) -> None:
    assert faults(expression) == []
