import numpy as np
import polars as pl
import pytest

from baken.demo.days import day
from baken.demo.nt2_learners import LEVELS
from baken.demo.nt2_targets import INTERVIEWS, PRINTED_YEARS, PROVIDERS, year_of_nt2
from baken.demo.places import REGIONS
from baken.demo.tests.nt2_cases import LAST_YEAR, SCALE, Told, told
from baken.figures.published import key_figures, table

NT2_FACTS = [
    "dutch.advice_given",
    "dutch.enrolled",
    "dutch.interview_held",
    "dutch.level_certified",
    "dutch.module_decided",
    "dutch.test_part_taken",
    "dutch.test_taken",
]


def courses() -> pl.DataFrame:
    return told()["dutch.enrolled"].sort("dossier", "starts_on")


def nt2_interviews(facts: pl.DataFrame) -> pl.DataFrame:
    return facts.filter(pl.col("kind") == "nt2_interview")


@pytest.mark.parametrize("year", PRINTED_YEARS)
def test_persons_interviewed_count_once_in_the_total(year):
    interviews = nt2_interviews(told()["dutch.interview_held"]).filter(pl.col("year") == year)
    by_region = dict(interviews.group_by("region").agg(pl.col("dossier").n_unique()).iter_rows())
    target = year_of_nt2(year, SCALE)
    assert [by_region[region] for region in REGIONS] == target.persons.tolist()
    assert interviews["dossier"].n_unique() == target.persons.sum() - target.in_several
    assert target.in_several > 0


@pytest.mark.parametrize("year", PRINTED_YEARS)
def test_interviews_tests_advice_and_enrolments_are_as_many_as_wanted(year):
    target = year_of_nt2(year, SCALE)
    found = {label: told()[label].filter(pl.col("year") == year) for label in NT2_FACTS}
    kinds = dict(found["dutch.interview_held"].group_by("kind").len().iter_rows())
    assert [kinds.get(kind, 0) for kind in INTERVIEWS] == target.interviews.sum(axis=0).tolist()
    assert found["dutch.test_taken"].height == target.placement.sum() + target.civil_by_type.sum()
    assert found["dutch.advice_given"].height == target.advice.sum()
    providers = dict(found["dutch.enrolled"].group_by("provider_type").len().iter_rows())
    assert [providers[provider] for provider in PROVIDERS] == target.enrolments.tolist()


@pytest.mark.parametrize("label", [*NT2_FACTS, "people.language_known", "people.literacy_assessed"])
def test_facts_are_of_people_whose_dossier_is_open(label):
    opened = told()["people.dossier_opened"].select("dossier", opened_on="occurred_on")
    facts = told()[label].join(opened, on="dossier", how="left")
    assert facts["opened_on"].null_count() == 0
    assert (facts["occurred_on"] >= facts["opened_on"]).all()


def test_tests_and_advice_come_after_an_interview_of_the_same_year():
    first = nt2_interviews(told()["dutch.interview_held"]).group_by("dossier", "year").agg(pl.min("occurred_on"))
    placement = told()["dutch.test_taken"].filter(pl.col("result").is_in(["low", "middle", "high"]))
    for facts in (placement, told()["dutch.advice_given"]):
        both = facts.join(first, on=["dossier", "year"], suffix="_interview", how="left")
        assert (both["occurred_on"] >= both["occurred_on_interview"]).all()
        assert both["occurred_on_interview"].null_count() == 0


def test_participants_are_interviewed_before_their_first_course():
    theirs = pl.DataFrame({"dossier": told().participants.dossier, "since": told().participants.registered_on})
    interview = nt2_interviews(told()["dutch.interview_held"]).group_by("dossier").agg(on=pl.min("occurred_on"))
    course = courses().group_by("dossier").agg(course_on=pl.min("occurred_on"))
    both = theirs.filter(pl.col("since") >= day(2015)).join(interview, on="dossier").join(course, on="dossier")
    assert both.height > 100
    assert (both["on"] >= both["since"]).all()
    assert (both["course_on"] > both["on"]).all()


def test_a_course_begins_after_enrolling_and_after_the_one_before_was_decided():
    decided = told()["dutch.module_decided"].select("enrolment", decided_on="occurred_on")
    taken = courses().join(decided, on="enrolment", how="left", maintain_order="left")
    assert (taken["occurred_on"] <= taken["starts_on"]).all()
    assert (taken["decided_on"] >= taken["ends_on"]).all()
    before = taken.with_columns(pl.col("ends_on", "decided_on").shift().over("dossier"))
    assert (before["occurred_on"] > before["ends_on"]).all()
    assert (before["occurred_on"] > before["decided_on"]).all()


def test_passing_opens_the_next_module_and_failing_repeats_it():
    results = told()["dutch.module_decided"].select("enrolment", "result")
    taken = courses().join(results, on="enrolment", how="left", maintain_order="left")
    order = taken.select("dossier", "result", level=pl.col("level").replace_strict(LEVELS, range(6)))
    steps = order.with_columns(
        before=pl.col("level").shift().over("dossier"), passed=(pl.col("result") == "passed").shift().over("dossier")
    ).drop_nulls("before")
    assert (steps["level"] >= steps["before"]).all()
    assert (steps.filter(~pl.col("passed"))["level"] == steps.filter(~pl.col("passed"))["before"]).mean() > 0.97


def test_levels_certified_only_rise():
    levels = told()["dutch.level_certified"].sort("dossier", "occurred_on")
    levels = levels.with_columns(rank=pl.col("level").replace_strict(LEVELS, range(6)))
    assert levels.select((pl.col("rank") > pl.col("rank").shift().over("dossier")).all()).item()


def test_a_certificate_follows_the_level_the_law_of_the_contract_asks():
    facts = told()
    people = facts.participants
    due = people.certificate_on
    needed = np.where(people.contract_on < day(2016, 2, 29), LEVELS.index("a1"), LEVELS.index("a2"))
    certified = pl.DataFrame({"dossier": people.dossier, "due": due, "needed": needed}).filter(
        pl.col("due").is_not_null() & (pl.col("due") <= day(LAST_YEAR, 12, 31))
    )
    levels = facts["dutch.level_certified"].with_columns(rank=pl.col("level").replace_strict(LEVELS, range(6)))
    shown = certified.join(levels, on="dossier").filter(
        (pl.col("rank") >= pl.col("needed")) & (pl.col("occurred_on") <= pl.col("due"))
    )
    assert certified.height > 1000
    assert set(shown["dossier"]) == set(certified["dossier"])


def test_a_certifying_test_has_four_parts_all_passed_when_it_is():
    tests = told()["dutch.test_taken"].filter(pl.col("test_type").str.starts_with("certifying_"))
    parts = told()["dutch.test_part_taken"].group_by("test").agg(pl.col("part").n_unique(), pl.col("passed").all())
    both = tests.join(parts, on="test", how="left")
    assert both.height > 100
    assert (both["part"] == 4).all()
    assert (both["passed"] == (both["result"] == "passed")).all()


def test_who_moved_lives_in_the_second_region_before_the_interview_there():
    interviews = nt2_interviews(told()["dutch.interview_held"])
    several = interviews.group_by("dossier", "year").agg(pl.col("region").n_unique()).filter(pl.col("region") > 1)
    homes = told()["people.residence_registered"].group_by("dossier").len().filter(pl.col("len") > 1)
    moved = several.join(homes, on="dossier")
    assert 0.5 < moved.height / several.height < 1


def test_nothing_is_told_twice():
    for label in told().labels():
        facts = told()[label].drop("recorded_on")
        assert facts.is_duplicated().sum() == 0, label


def test_after_2019_only_participants_learn():
    facts = told()
    for label in NT2_FACTS:
        later = facts[label].filter(pl.col("occurred_on") > day(2020, 4, 30))
        assert set(later["dossier"]) <= set(facts.participants.dossier.tolist())
    assert facts["dutch.enrolled"].filter(pl.col("year") == 2024).height > 1000


def test_the_standard_test_with_reading_and_writing_ends_a2_since_november_2023():
    facts = told()
    standard = facts["dutch.test_taken"].filter(pl.col("test_type") == "nt2_standard_test")
    parts = facts["dutch.test_part_taken"].join(standard, on="test")
    assert standard["occurred_on"].min() >= day(2023, 11, 1)
    assert standard.height > 50
    assert set(parts["part"]) == {"reading", "writing"}
    passed = standard.filter(pl.col("result") == "passed")
    a2 = facts["dutch.level_certified"].filter(pl.col("level") == "a2")
    assert passed.join(a2, on="dossier").height > 0.95 * passed.height


def test_the_same_seed_tells_the_same():
    one, again, other = Told(1, 0.001, 2016), Told(1, 0.001, 2016), Told(2, 0.001, 2016)
    assert one.labels() == again.labels()
    assert all(one[label].equals(again[label]) for label in one.labels())
    assert not one["dutch.enrolled"].equals(other["dutch.enrolled"])


def test_a_very_small_caseload_is_told_too():
    scale = 0.0005
    facts = Told(3, scale, 2020)
    assert facts["dutch.enrolled"].filter(pl.col("year") == 2019).height == year_of_nt2(2019, scale).enrolments.sum()


def printed(figure: str) -> dict[tuple[str, ...], int]:
    return {(*row.dims.values(), str(row.year)): int(row.value or 0) for row in table(figure) if not row.total}


def counted(facts: pl.DataFrame, *by: str) -> dict[tuple[str, ...], int]:
    return {tuple(str(code) for code in key): count for *key, count in facts.group_by(*by, "year").len().iter_rows()}


def agree(found: dict[tuple[str, ...], int], wanted: dict[tuple[str, ...], int]) -> None:
    assert {cell: found.get(cell, 0) for cell in wanted} == wanted


@pytest.mark.soak
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_at_true_size_every_printed_cell_of_figure_28_to_34_is_met(seed):
    facts = Told(seed, 1.0, 2019)
    interviews, tests = facts["dutch.interview_held"], facts["dutch.test_taken"]
    persons = nt2_interviews(interviews).select("dossier", "region", "year").unique()
    agree(counted(persons, "region"), printed("28"))
    totals = {row.year: int(row.value) for row in table("28") if row.total}
    assert dict(persons.select("dossier", "year").unique().group_by("year").len().iter_rows()) == totals
    agree(counted(interviews, "region", "kind"), printed("29"))
    civil = ~pl.col("result").is_in(["low", "middle", "high"])
    by_type = tests.with_columns(test_type=pl.when(civil).then(pl.lit("civil_test")).otherwise("test_type"))
    agree(counted(by_type, "agency", "test_type"), printed("31"))
    agree(counted(facts["dutch.advice_given"], "region", "advice"), printed("32"))
    agree(counted(facts["dutch.enrolled"], "provider_type"), printed("33"))
    agree(counted(tests, "test_type"), printed("34"))
    agii = interviews.filter((pl.col("agency") == "agii") & (pl.col("region") != "brussels"))
    for indicator, rows, but in [
        ("interviews", agii, []),
        ("tests", tests.filter(pl.col("agency") == "agii"), []),
        ("certifying_language_tests", tests.filter(civil), [2019]),
        ("nt2_enrolments_flanders_and_brussels", facts["dutch.enrolled"], [2017]),
    ]:
        wanted = {k.year: int(k.value) for k in key_figures() if k.indicator == indicator and k.year not in but}
        found = dict(rows.group_by("year").len().iter_rows())
        assert {year: found[year] for year in wanted} == wanted
