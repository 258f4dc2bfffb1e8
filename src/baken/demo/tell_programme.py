"""The facts of the path itself: inflow, target group, registration, contract, suspension, guidance."""

from typing import Any

import numpy as np

from baken.demo.certificates import LAST
from baken.demo.days import Days, day, working
from baken.demo.draw import Ints, between, choose, codes, some, stream
from baken.demo.frames import Frames
from baken.demo.groups import ENTITLED, OBLIGED, UNDETERMINED
from baken.demo.origins import languages
from baken.demo.paths import END_REASONS, Paths
from baken.demo.people import (
    People,
    adult_ages,
    new_people,
    tell_ground,
    tell_language,
    tell_more,
    tell_residence,
    tell_who,
)
from baken.demo.places import REGIONS, office_codes
from baken.demo.targets import GROUPS

FIRST_SEEN_OTHERWISE = 0.04
"""People whose target group was first thought to be another."""
WORK_PART = day(2022, 3, 1)
PARTICIPATION_PART = day(2023, 1, 1)
"""From these days contracts have the part."""
POSTPONEMENTS = ("illness", "care", "pregnancy", "work", "study", "abroad", "no_course")
SUSPENSIONS = ("illness", "care", "pregnancy", "work", "study", "abroad")
CASELOAD = 90
"""Running contracts for each counsellor."""
OFTEN = 400
"""Days between two conversations under a contract."""


def tell_programme(frames: Frames, paths: Paths, groups: Ints) -> People:
    """Add everything of the path but MO, certificates and what came after 2022; returns the people."""
    people = _tell_people(frames, paths, groups)
    _tell_target_groups(frames, paths, groups, people)
    _tell_registrations(frames, paths, people)
    _tell_moves(frames, paths, people)
    _tell_contracts(frames, paths, groups, people)
    _tell_suspensions(frames, paths, people)
    _tell_guidance(frames, paths, people)
    return people


def _tell_people(frames: Frames, paths: Paths, groups: Ints) -> People:
    rng, cohort = stream(paths.seed, "people"), paths.cohort
    age = adult_ages(rng, len(cohort))
    exempted = paths.noted("exempted").get("person", np.zeros(0, int))
    old = exempted[some(rng, len(exempted), 0.3)]
    age[old] = 66 + between(rng, 0, np.full(len(old), 9))
    people = new_people(frames, rng, cohort.seen_on, cohort.home, group=groups, language=paths.language, age=age)
    tell_who(frames, rng, people)
    tell_ground(frames, stream(paths.seed, "grounds"), people)
    tell_language(frames, rng, people, cohort.registered_on, cohort.desk)
    signs = np.flatnonzero(paths.contract >= 0)
    tell_more(frames, rng, people[signs], cohort.registered_on[signs], cohort.desk[signs])
    return people


def _tell_target_groups(frames: Frames, paths: Paths, groups: Ints, people: People) -> None:
    """First as seen in the register, then as determined at registration, and for some once more."""
    rng, cohort = stream(paths.seed, "target groups"), paths.cohort
    n = len(people)
    changes_on = working(cohort.registered_on + between(rng, 15, np.full(n, 120)))
    settled = (cohort.registered_on < day(2019, 8, 1)) | (cohort.registered_on > day(2020))
    changes = some(rng, n, FIRST_SEEN_OTHERWISE) & settled & (groups != UNDETERMINED) & ~paths.must_be_obliged
    first = np.where(changes, np.where(some(rng, n, 0.5), UNDETERMINED, ENTITLED + OBLIGED - groups), groups)
    seen = codes(GROUPS, first)
    frames.add("programme.inflow_seen", {"dossier": people.dossier, "occurred_on": people.since, "target_group": seen})
    _determine(frames, people.dossier, cohort.registered_on, cohort.desk, first)
    again = np.flatnonzero(changes)
    _determine(frames, people.dossier[again], changes_on[again], cohort.desk[again], groups[again])


def _determine(frames: Frames, dossier: Ints, on: Days, office: Ints, group: Ints) -> None:
    known = np.where(group == UNDETERMINED, 1, 0)
    columns = {
        "dossier": dossier,
        "occurred_on": on,
        "office": office,
        "target_group": codes(GROUPS, group),
        "in_target_group": codes(("yes", "undetermined"), known),
        "subtype": codes(("full_programme", "right_holder"), np.where(group == OBLIGED, 0, np.where(known, -1, 1))),
    }
    frames.add("programme.target_group_determined", columns)


def _tell_registrations(frames: Frames, paths: Paths, people: People) -> None:
    rng, cohort, again = stream(paths.seed, "registrations"), paths.cohort, paths.noted("again")
    reasons = ("invited", "own_initiative", "referred", "moved")
    columns = {
        "dossier": people.dossier,
        "occurred_on": cohort.registered_on,
        "office": cohort.desk,
        "kind": codes(("first",), 0),
        "reason": codes(reasons, choose(rng, [52, 34, 14], len(people))),
    }
    frames.add("programme.registered", columns)
    renewed = {
        "dossier": people.dossier[again["person"]],
        "occurred_on": again["on"],
        "office": again["region"],
        "kind": codes(("renewed",), 0),
        "reason": codes(reasons, choose(rng, [20, 45, 10, 25], len(again["on"]))),
    }
    frames.add("programme.registered", renewed)
    _postpone(frames, paths, "registration", people.dossier, cohort.seen_on, cohort.registered_on, cohort.desk, 0.02)
    signed = np.flatnonzero(~np.isnat(cohort.signed_on))
    registered_on, signed_on = cohort.registered_on[signed], cohort.signed_on[signed]
    desk = cohort.desk[signed]
    _postpone(frames, paths, "signing", people.dossier[signed], registered_on, signed_on, desk, 0.05)


def _postpone(
    frames: Frames, paths: Paths, what: str, dossier: Ints, since: Days, before: Days, office: Ints, share: float
) -> None:
    """Some waited, with leave, between two steps that lie far enough apart."""
    rng = stream(paths.seed, "postpone", what)
    room = (before - since).astype(np.int64)
    rows = np.flatnonzero((room > 45) & some(rng, len(dossier), share))
    on = working(since[rows] + between(rng, 5, room[rows] // 3))
    columns = {
        "dossier": dossier[rows],
        "occurred_on": on,
        "office": office[rows],
        "until": np.maximum(on, before[rows] - between(rng, 1, np.full(len(rows), 10))),
        "reason": codes(POSTPONEMENTS, choose(rng, [20, 15, 20, 20, 10, 10, 5], len(rows))),
    }
    frames.add(f"programme.{what}_postponed", columns)


def _tell_moves(frames: Frames, paths: Paths, people: People) -> None:
    """Who registers or signs in another region has moved there before; a few move within their region."""
    rng, cohort, again = stream(paths.seed, "moves"), paths.cohort, paths.noted("again")
    latest = cohort.contract_desk.copy()
    everybody, signs = np.arange(len(cohort)), np.flatnonzero(~np.isnat(cohort.signed_on))
    _move(frames, rng, people, everybody, cohort.home, cohort.desk, cohort.seen_on, cohort.registered_on)
    desk, then = cohort.desk[signs], cohort.contract_desk[signs]
    _move(frames, rng, people, signs, desk, then, cohort.registered_on[signs], cohort.signed_on[signs])
    order = np.argsort(again["on"], kind="stable")
    who, where, on = (again[name][order] for name in ("person", "region", "on"))
    place = np.unique(who, return_index=True)[1]
    later = np.delete(np.arange(len(who)), place)
    for rows in (place, later):
        _move(frames, rng, people, who[rows], latest[who[rows]], where[rows], on[rows] - 60, on[rows])
        latest[who[rows]] = where[rows]
    stays = np.setdiff1d(signs, who)
    near = stays[some(rng, len(stays), 0.06)]
    moved_on = cohort.signed_on[near] + between(rng, 30, np.full(len(near), 700))
    tell_residence(frames, rng, people.dossier[near], moved_on, cohort.contract_desk[near])


def _move(
    frames: Frames,
    rng: np.random.Generator,
    people: People,
    who: Ints,
    origin: Ints,
    goal: Ints,
    after: Days,
    until: Days,
) -> None:
    """Register in the new region on a day later than `after` and not later than `until`."""
    rows = np.flatnonzero((origin != goal) & (after < until))
    moved_on = until[rows] - between(rng, 0, np.minimum((until[rows] - after[rows]).astype(np.int64) - 1, 40))
    tell_residence(frames, rng, people.dossier[who[rows]], moved_on, goal[rows])


def _tell_contracts(frames: Frames, paths: Paths, groups: Ints, people: People) -> None:
    rng, n = stream(paths.seed, "contracts"), len(paths.holder)
    number = frames.numbers("contract", n)
    speaks_dutch = people.language[paths.holder] == languages().index("nld")
    slow = people.literacy[paths.holder] == 2
    with_nt2 = ~speaks_dutch | paths.without_mo
    form = np.select([paths.without_mo, ~with_nt2, slow], [1, 2, 3], 0)
    when = {"dossier": people.dossier[paths.holder], "contract": number, "office": paths.region}
    terms = {
        "form": codes(("full", "nt2_only", "mo_only", "oral_only"), form),
        "with_mo": ~paths.without_mo,
        "with_nt2": with_nt2,
        "with_career": (paths.signed_on < WORK_PART) & some(rng, n, 0.6),
        "with_work": paths.signed_on >= WORK_PART,
        "with_participation": (paths.signed_on >= PARTICIPATION_PART) & (groups[paths.holder] == OBLIGED),
    }
    frames.add("programme.contract_signed", when | terms | {"occurred_on": paths.signed_on})
    until = np.fmin(paths.ended_on, paths.signed_on + 900)
    room = (until - paths.signed_on).astype(np.int64)
    amended = np.flatnonzero(some(rng, n, 0.06) & (room > 90))
    columns = {name: _rows(values, amended) for name, values in (when | terms).items()}
    amended_on = working(paths.signed_on[amended] + between(rng, 30, room[amended] - 20))
    frames.add("programme.contract_amended", columns | {"occurred_on": amended_on})
    ended = np.flatnonzero(~np.isnat(paths.ended_on))
    columns = {name: _rows(values, ended) for name, values in when.items()}
    reason = codes(END_REASONS, paths.why[ended])
    frames.add("programme.contract_ended", columns | {"occurred_on": paths.ended_on[ended], "reason": reason})


def _rows(values: Any, rows: Ints) -> Any:
    """A column, or a column of codes, for some rows."""
    return (values[0], values[1][rows]) if isinstance(values, tuple) else values[rows]


def _tell_suspensions(frames: Frames, paths: Paths, people: People) -> None:
    rng, noted = stream(paths.seed, "suspensions"), paths.noted("suspended")
    contract, on, until = noted["contract"], noted["on"], noted["until"]
    when = {"dossier": people.dossier[paths.holder[contract]], "office": paths.region[contract]}
    reason = codes(SUSPENSIONS, choose(rng, [24, 14, 26, 18, 8, 10], len(on)))
    suspended = when | {"occurred_on": on, "contract": contract + 1, "until": until, "reason": reason}
    frames.add("programme.contract_suspended", suspended)
    certified = np.flatnonzero(noted["certified"])
    columns = {name: _rows(suspended[name], certified) for name in ("dossier", "office", "occurred_on", "until")}
    frames.add("programme.suspension_certified", columns | {"ground": _rows(reason, certified)})
    ended_on = np.where(np.isnat(paths.ended_on[contract]), LAST, paths.ended_on[contract])
    resumed = np.flatnonzero(until < ended_on)
    columns = {name: values[resumed] for name, values in when.items()}
    frames.add(
        "programme.contract_resumed",
        columns | {"occurred_on": working(until[resumed]), "contract": contract[resumed] + 1},
    )


def _tell_guidance(frames: Frames, paths: Paths, people: People) -> None:
    """A counsellor from the registration on, and conversations as long as a contract runs."""
    rng, cohort = stream(paths.seed, "guidance"), paths.cohort
    signs = np.flatnonzero(paths.contract >= 0)
    desk, n = cohort.desk[signs], len(signs)
    staff = tuple(f"{office}-{number:03d}" for office in office_codes()[: len(REGIONS)] for number in range(1, 101))
    busy = np.bincount(paths.region[np.isnat(paths.ended_on)], minlength=len(REGIONS))
    size = np.clip(busy // CASELOAD, 1, 100)
    assigned = desk * 100 + np.floor(rng.random(n) * size[desk]).astype(np.int64)
    columns = {"dossier": people.dossier[signs], "office": desk, "occurred_on": cohort.registered_on[signs]}
    frames.add("programme.counsellor_assigned", columns | {"counsellor": codes(staff, assigned)})
    until = np.fmin(paths.ended_on, paths.signed_on + 1000)
    room = (until - paths.signed_on).astype(np.int64)
    times = np.minimum(room // OFTEN + 1, 2)
    contract = np.repeat(np.arange(len(room)), times)
    turn = np.arange(len(contract)) - np.repeat(np.cumsum(times) - times, times)
    latest = np.minimum(room[contract], (turn + 1) * OFTEN - 20)
    on = working(paths.signed_on[contract] + between(rng, np.minimum(turn * OFTEN + 10, latest), latest))
    columns = {"dossier": people.dossier[paths.holder[contract]], "office": paths.region[contract], "occurred_on": on}
    frames.add("programme.conversation_held", columns)
