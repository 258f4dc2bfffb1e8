"""What was first written down wrong: the wrong fact is retracted later, in the append that tells the right one."""

from collections.abc import Callable
from functools import partial

import numpy as np
import polars as pl
import polars.selectors as cs

from baken.demo.days import shifted, working
from baken.demo.draw import Ints, Rng, between, codes, stream
from baken.demo.frames import Frames, coded, days_of
from baken.demo.paths import Paths
from baken.demo.people import People
from baken.demo.places import AGII, REGIONS, municipalities, municipality_codes, office_codes

Slip = Callable[[Rng, pl.DataFrame], pl.DataFrame]
"""Makes wrong versions of facts; every row must differ from what was given."""
NEARBY = 12
MERGED_LATER = 0.03
"""Renewed registrations for which a second dossier was opened, as if it were somebody else."""


def wrong_day(rng: Rng, facts: pl.DataFrame) -> pl.DataFrame:
    """Up to two weeks too early."""
    early = days_of(facts, "occurred_on") - between(rng, 1, np.full(len(facts), 14))
    return facts.with_columns(pl.Series("occurred_on", early))


def wrong_office(rng: Rng, facts: pl.DataFrame) -> pl.DataFrame:
    """Another office of AgII (one agency does not write for another)."""
    office = facts["office"].to_physical().fill_null(len(REGIONS)).to_numpy().astype(np.int64)
    other = (office + between(rng, 1, np.full(len(facts), len(AGII) - 1))) % len(AGII)
    return facts.with_columns(coded("office", codes(office_codes(), other), len(facts))).filter(office < len(AGII))


def wrong_place(rng: Rng, facts: pl.DataFrame) -> pl.DataFrame:
    """A municipality of another region."""
    right = facts["municipality"].to_physical().to_numpy()
    region = between(rng, 0, np.full(len(facts), len(REGIONS) - 1))
    other = municipalities(rng, region, days_of(facts, "occurred_on"))
    return facts.with_columns(coded("municipality", codes(municipality_codes(), other), len(facts))).filter(
        other != right
    )


def wrong_code(column: str) -> Slip:
    """The code of another fact from shortly before."""

    def slip(rng: Rng, facts: pl.DataFrame) -> pl.DataFrame:
        in_order = np.argsort(days_of(facts, "occurred_on"), kind="stable")
        earlier = np.maximum(np.arange(len(facts)) - between(rng, 1, np.full(len(facts), NEARBY)), 0)
        other = np.empty(len(facts), np.int64)
        other[in_order] = in_order[earlier]
        told = facts.with_columns(facts[column][other])
        return told.filter(told[column].ne_missing(facts[column]) & told[column].is_not_null())

    return slip


SLIPS: dict[str, tuple[tuple[float, Slip], ...]] = {
    "dutch.interview_held": ((0.004, wrong_day), (0.003, wrong_office)),
    "dutch.test_taken": ((0.006, wrong_code("test_type")),),
    "dutch.advice_given": ((0.008, wrong_code("advice")),),
    "dutch.level_certified": ((0.006, wrong_day),),
    "enforcement.infringement_forwarded": ((0.02, wrong_office),),
    "orientation.course_started": ((0.01, wrong_code("language")), (0.01, wrong_place)),
    "orientation.exemption_test_taken": ((0.015, wrong_code("outcome")),),
    "orientation.lesson_followed": ((0.004, wrong_code("presence")),),
    "orientation.mo_decided": ((0.012, wrong_code("decision")), (0.008, wrong_day)),
    "people.language_known": ((0.008, wrong_code("language")),),
    "people.person_described": ((0.004, wrong_code("birth_country")),),
    "people.residence_registered": ((0.012, wrong_place),),
    "programme.certificate_issued": ((0.015, wrong_day), (0.004, wrong_office)),
    "programme.contract_signed": ((0.006, wrong_office),),
    "programme.contract_ended": ((0.008, wrong_code("reason")),),
    "programme.inflow_seen": ((0.006, wrong_code("target_group")), (0.003, wrong_day)),
    "programme.minor_guided": ((0.01, wrong_office),),
    "programme.registered": ((0.008, wrong_day), (0.005, wrong_office)),
    "programme.suspension_certified": ((0.01, wrong_day),),
    "programme.target_group_determined": ((0.01, wrong_code("target_group")),),
}
"""By fact type: of which share of the facts a wrong version was told first."""
TWICE = {
    "programme.certificate_issued": 0.004,
    "orientation.exemption_test_taken": 0.006,
    "dutch.interview_held": 0.003,
}
"""By fact type: of which share the same was told once more, a day off, and retracted."""


def correct(frames: Frames) -> None:
    """Add wrong versions and doubles, each with the day on which it was retracted."""
    for label in frames.labels():
        for number, (share, slip) in enumerate(SLIPS.get(label, ())):
            rng = stream(frames.seed, "slip", label, number)
            frames.change(label, partial(_first_wrong, rng=rng, share=share, slip=slip))
        if label in TWICE:
            rng = stream(frames.seed, "twice", label)
            frames.change(label, partial(_told_twice, rng=rng, share=TWICE[label]))
        frames.change(label, _without_coincidences)


def _first_wrong(facts: pl.DataFrame, *, rng: Rng, share: float, slip: Slip) -> pl.DataFrame:
    """Some facts are told on their day of recording in a wrong version, and rightly when that is retracted."""
    facts = facts.with_row_index("row")
    wrong = slip(rng, facts[_never_wrong(rng, facts, share)])
    rows = wrong["row"].to_numpy()
    noticed_on = days_of(wrong, "recorded_on") + 3 + np.floor(rng.exponential(50, len(wrong))).astype(np.int64)
    noticed_on = working(noticed_on)
    recorded_on = days_of(facts, "recorded_on").copy()
    recorded_on[rows] = noticed_on
    facts = facts.with_columns(pl.Series("recorded_on", recorded_on))
    wrong = wrong.with_columns(pl.Series("retracted_on", noticed_on))
    return pl.concat([facts, wrong], how="diagonal").drop("row")


def _told_twice(facts: pl.DataFrame, *, rng: Rng, share: float) -> pl.DataFrame:
    again = facts[_never_wrong(rng, facts, share)]
    n = len(again)
    recorded_on = working(days_of(again, "recorded_on") + between(rng, 1, np.full(n, 15)))
    retracted_on = working(recorded_on + between(rng, 5, np.full(n, 90)))
    again = again.with_columns(
        pl.Series("occurred_on", days_of(again, "occurred_on") - 1),
        pl.Series("recorded_on", recorded_on),
        pl.Series("retracted_on", retracted_on),
    )
    return pl.concat([facts, again], how="diagonal")


def _without_coincidences(facts: pl.DataFrame) -> pl.DataFrame:
    """Leave out a wrong version that happens to tell the same as another fact."""
    if "retracted_on" not in facts.columns:
        return facts
    subject = facts["dossier" if "dossier" in facts.columns else "course"].to_numpy()
    wrong = facts["retracted_on"].is_not_null().to_numpy()
    concerned = np.zeros(subject.max() + 1, bool)
    concerned[subject[wrong]] = True
    near = np.flatnonzero(concerned[subject])
    content = facts[near].drop("recorded_on", "retracted_on").with_columns(cs.enum().to_physical())
    again = content.is_duplicated().to_numpy() & wrong[near]
    return facts.filter(~np.isin(np.arange(len(facts)), near[again]))


def _never_wrong(rng: Rng, facts: pl.DataFrame, share: float) -> Ints:
    """Rows for a slip: a share of those that have none yet."""
    chosen = rng.random(len(facts)) < share
    if "retracted_on" in facts.columns:
        chosen &= facts["retracted_on"].is_null().to_numpy()
    return np.flatnonzero(chosen)


def open_doubles(frames: Frames, paths: Paths, people: People) -> None:
    """Some who came back got a second dossier as a new person; later it was told whose it is."""
    rng, again = stream(frames.seed, "doubles"), paths.noted("again")
    last = np.unique(again["person"][::-1], return_index=True)[1]
    chosen = len(again["person"]) - 1 - last[rng.random(len(last)) < MERGED_LATER]
    who, since, n = again["person"][chosen], again["on"][chosen], len(chosen)
    second, stranger = frames.numbers("dossier", n), frames.numbers("person", n)
    moves_on = np.full(frames.given("dossier") + 1, np.datetime64("2999-01-01", "D"))
    moves_to = np.zeros(len(moves_on), np.int64)
    moves_on[people.dossier[who]], moves_to[people.dossier[who]] = since, second
    for label in frames.labels():
        if any("dossier" in frame.columns for frame in frames.chunks(label)):
            frames.change(label, partial(_moved, moves_on=moves_on, moves_to=moves_to))
    opened_on, merged_on = working(since), working(shifted(since, between(rng, 15, np.full(n, 400))))
    when = {"dossier": second, "occurred_on": since, "office": again["region"][chosen]}
    wrong = {"person": stranger, "recorded_on": opened_on, "retracted_on": merged_on}
    frames.add("people.dossier_opened", when | wrong)
    frames.add("people.dossier_opened", when | {"person": people.person[who], "recorded_on": merged_on})


def _moved(facts: pl.DataFrame, *, moves_on: np.ndarray, moves_to: Ints) -> pl.DataFrame:
    dossier = facts["dossier"].to_numpy()
    later = moves_on[dossier] <= days_of(facts, "occurred_on")
    if not later.any():
        return facts
    return facts.with_columns(pl.Series("dossier", np.where(later, moves_to[dossier], dossier).astype(dossier.dtype)))
