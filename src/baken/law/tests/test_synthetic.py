"""Drawn facts: the same for the same person, in any order of rows, and spread as asked."""

import polars as pl
import pytest

from baken.law.expression import Kind
from baken.law.facts import LawFact
from baken.law.faults import LawError
from baken.law.synthetic import chances, drawn

INCOME = LawFact("income", Kind.MONEY, "", "", synthetic={"quantiles": {0: 0, 50: 19000, 100: 95000.5}, "unknown": 0.1})
LEVEL = LawFact(
    "level",
    Kind.CODE,
    "",
    "",
    codes=("low", "mid", "high"),
    synthetic={"shares": {"low": 0.2, "mid": 0.3, "high": 0.5}},
)
KEYS = pl.Series(range(100_000))


def test_the_same_person_draws_the_same() -> None:
    one = drawn(INCOME, KEYS)
    other = drawn(INCOME, KEYS.reverse()).reverse()
    assert one.equals(other) and drawn(INCOME, pl.Series([77, 5])).to_list() == [one[77], one[5]]
    assert drawn(LEVEL, pl.Series(["b", "a"])).to_list() == drawn(LEVEL, pl.Series(["a", "b"])).to_list()[::-1]
    assert chances(KEYS, "income")[0] != chances(KEYS, "level")[0]


def test_ever_the_same_on_any_machine() -> None:
    assert chances(pl.Series([1, 2]), "income").round(12).tolist() == [0.779545320593, 0.538157735649]


def test_spread_as_asked() -> None:
    income, level = drawn(INCOME, KEYS), drawn(LEVEL, KEYS)
    assert abs(income.null_count() / len(KEYS) - 0.1) < 0.005
    assert abs(income.median() - 1_900_000) < 100_000 and income.max() <= 9_500_050 and income.min() >= 0
    shares = dict(level.value_counts(normalize=True).iter_rows())
    assert {code: round(share, 2) for code, share in shares.items()} == {"low": 0.2, "mid": 0.3, "high": 0.5}
    assert income.dtype == pl.Int32 and level.dtype == pl.Enum(["low", "mid", "high"])


def test_truths_and_days() -> None:
    truth = LawFact("t", Kind.TRUTH, "", "", synthetic={"shares": {True: 0.25, False: 0.75}})
    day = LawFact("d", Kind.DAY, "", "", synthetic={"quantiles": {0: "2020-01-01", 100: "2020-12-31"}})
    assert abs(drawn(truth, KEYS).mean() - 0.25) < 0.01
    assert str(drawn(day, KEYS).min()) == "2020-01-01" and str(drawn(day, KEYS).max()) == "2020-12-31"


@pytest.mark.parametrize(
    ("kind", "synthetic", "said"),
    [
        (Kind.MONEY, None, "is not in the population"),
        (Kind.MONEY, {"quantiles": {0: 1}}, "needs quantiles"),
        (Kind.MONEY, {"quantiles": {0: 5, 100: 1}}, "must rise"),
        (Kind.MONEY, {"quantiles": {0: 5, 100: "much"}}, "cannot be 'much'"),
        (Kind.CODE, {"shares": {"a": 0.5, "b": -0.5}}, "make 0.0, not 1"),
        (Kind.MONEY, {"quantiles": {0: 0, 100: 1}, "unknown": 3}, "share from 0 to 1"),
        (Kind.MONEY, {"uniform": [0, 1]}, "It takes quantiles"),
        (Kind.DAYS, {"shares": {"a": 1}}, "cannot be drawn"),
    ],
)
def test_what_cannot_be_drawn_is_named(kind: Kind, synthetic: dict | None, said: str) -> None:
    with pytest.raises(LawError) as refused:
        drawn(LawFact("x", kind, "", "", synthetic=synthetic), KEYS)
    assert said in str(refused.value)
