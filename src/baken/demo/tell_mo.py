"""The facts of MO: courses planned, started and cancelled; wishes, seats, lessons, tests and decisions of people."""

from typing import Any

import numpy as np

from baken.demo.days import Days, shifted, working, year_of
from baken.demo.draw import Ints, Rng, between, choose, codes, some, stream
from baken.demo.frames import Frames
from baken.demo.origins import languages
from baken.demo.paths import Paths
from baken.demo.people import People
from baken.demo.places import municipalities, municipality_codes, renumbered
from baken.demo.sizes import CANCELLED_COURSES
from baken.demo.targets import DECISIONS, OUTCOMES

LESSONS = 12
SLOTS = tuple(
    f"{name}_{part}" for name in ("mon", "tue", "wed", "thu", "fri") for part in ("morning", "afternoon", "evening")
)
SLOT_WEIGHTS = (5, 4, 2) * 5
REFUSED = 0.06
"""Participations before which a seat in another course was refused."""


def tell_mo(frames: Frames, paths: Paths, people: People) -> None:
    """Add everything of MO but the test at the end of the course, which is younger."""
    courses = paths.noted("course")
    slot = choose(stream(paths.seed, "slots"), SLOT_WEIGHTS, len(courses["region"]))
    number = _tell_courses(frames, paths, courses, slot)
    _tell_cancelled(frames, paths, courses)
    _tell_wishes(frames, paths, people)
    _tell_participations(frames, paths, people, courses, number)
    _tell_tests(frames, paths, people)
    _tell_decisions(frames, paths, people)


def _tell_courses(frames: Frames, paths: Paths, courses: dict[str, np.ndarray], slot: Ints) -> Ints:
    """Plans and first lessons; returns the numbers of the courses."""
    rng, n = stream(paths.seed, "tell courses"), len(slot)
    number = frames.numbers("course", n)
    starts_on = courses["starts_on"]
    planned_on = working(shifted(starts_on, -between(rng, 62, np.full(n, 130))))
    place = _plan(frames, rng, number, planned_on, courses, slot, courses["taken"] + between(rng, 0, np.full(n, 3)))
    started = {
        "course": number,
        "occurred_on": starts_on,
        "office": courses["region"],
        "language": codes(languages(), courses["language"]),
        "municipality": codes(municipality_codes(), renumbered(place, starts_on)),
        "with_interpreter": courses["with_interpreter"],
    }
    frames.add("orientation.course_started", started, lag=2)
    return number


def _plan(
    frames: Frames, rng: Rng, number: Ints, planned_on: Days, courses: dict[str, np.ndarray], slot: Ints, seats: Ints
) -> Ints:
    """Courses planned; returns their municipalities."""
    place = municipalities(rng, courses["region"], planned_on)
    names = [f"MO-{year}-{course:05d}" for year, course in zip(year_of(courses["starts_on"]), number, strict=True)]
    columns = {
        "course": number,
        "occurred_on": planned_on,
        "office": courses["region"],
        "number": names,
        "language": codes(languages(), courses["language"]),
        "municipality": codes(municipality_codes(), place),
        "time_slot": codes(SLOTS, slot),
        "seats": seats,
        "starts_on": courses["starts_on"],
        "ends_on": courses["ends_on"],
    }
    frames.add("orientation.course_planned", columns, lag=1)
    return place


def _tell_cancelled(frames: Frames, paths: Paths, courses: dict[str, np.ndarray]) -> None:
    """Some courses are planned like others, and cancelled before they start."""
    rng = stream(paths.seed, "cancelled")
    rows = np.flatnonzero(some(rng, len(courses["region"]), CANCELLED_COURSES))
    n = len(rows)
    like = {name: values[rows] for name, values in courses.items()}
    number, planned_on = (
        frames.numbers("course", n),
        working(shifted(like["starts_on"], -between(rng, 62, np.full(n, 130)))),
    )
    _plan(frames, rng, number, planned_on, like, choose(rng, SLOT_WEIGHTS, n), np.full(n, 18))
    columns = {
        "course": number,
        "occurred_on": working(shifted(like["starts_on"], -between(rng, 3, np.full(n, 20)))),
        "office": like["region"],
        "reason": codes(("too_few", "no_teacher", "other"), choose(rng, [60, 30, 10], n)),
    }
    frames.add("orientation.course_cancelled", columns)


def _tell_wishes(frames: Frames, paths: Paths, people: People) -> None:
    """Whoever signs a contract with MO says in which language and when it suits."""
    rng = stream(paths.seed, "wishes")
    rows = np.flatnonzero(~paths.without_mo)
    who = paths.holder[rows]
    columns = {
        "dossier": people.dossier[who],
        "occurred_on": working(paths.signed_on[rows] + between(rng, 0, np.full(len(rows), 8))),
        "office": paths.region[rows],
        "language": codes(languages(), people.language[who]),
        "time_slot": codes(SLOTS, choose(rng, SLOT_WEIGHTS, len(rows))),
    }
    frames.add("orientation.course_wished", columns)


def _tell_participations(
    frames: Frames, paths: Paths, people: People, courses: dict[str, np.ndarray], number: Ints
) -> None:
    rng, taken = stream(paths.seed, "tell participations"), paths.noted("participation")
    who, course, left_on = taken["person"], taken["course"], taken["left_on"]
    starts_on, office = courses["starts_on"][course], courses["region"][course]
    signed_on = paths.cohort.signed_on[who]
    _tell_refusals(frames, paths, people, courses, number)
    asked_on = working(np.maximum(starts_on - between(rng, 12, np.full(len(who), 45)), signed_on))
    _tell_seats(frames, rng, people.dossier[who], number[course], asked_on, starts_on - 4, office, accepted=True)
    when = {"dossier": people.dossier[who], "course": number[course], "office": office}
    frames.add("orientation.course_joined", when | {"occurred_on": starts_on}, lag=2)
    left = np.flatnonzero(~np.isnat(left_on))
    reason = codes(("work", "moved", "illness", "no_show", "other"), choose(rng, [28, 10, 14, 38, 10], len(left)))
    columns = {name: values[left] for name, values in when.items()}
    frames.add("orientation.course_left", columns | {"occurred_on": left_on[left], "reason": reason})
    _tell_lessons(frames, paths, when, starts_on, courses["ends_on"][course], left_on)


def _tell_seats(
    frames: Frames, rng: Rng, dossier: Ints, course: Ints, on: Days, latest: Days, office: Ints, *, accepted: bool
) -> None:
    columns = {"dossier": dossier, "course": course, "office": office}
    frames.add("orientation.seat_offered", columns | {"occurred_on": on}, lag=1)
    answered_on = working(on + between(rng, 0, np.clip((latest - on).astype(np.int64), 0, 9)))
    frames.add("orientation.seat_answered", columns | {"occurred_on": answered_on, "accepted": accepted}, lag=1)


def _tell_refusals(frames: Frames, paths: Paths, people: People, courses: dict[str, np.ndarray], number: Ints) -> None:
    """Some first refused a seat in an earlier course of the same region."""
    rng, taken = stream(paths.seed, "refusals"), paths.noted("participation")
    in_order = np.lexsort((courses["starts_on"], courses["region"]))
    place = np.empty(len(in_order), np.int64)
    place[in_order] = np.arange(len(in_order))
    rows = np.flatnonzero(some(rng, len(taken["person"]), REFUSED))
    who, chosen = taken["person"][rows], taken["course"][rows]
    other = in_order[np.maximum(place[chosen] - between(rng, 1, np.full(len(rows), 6)), 0)]
    on = working(courses["starts_on"][other] - 20)
    fits = (courses["region"][other] == courses["region"][chosen]) & (on >= paths.cohort.signed_on[who] + 2)
    who, other, on = who[fits], other[fits], on[fits]
    office = courses["region"][other]
    _tell_seats(frames, rng, people.dossier[who], number[other], on, on + 9, office, accepted=False)


def _tell_lessons(
    frames: Frames, paths: Paths, when: dict[str, np.ndarray], starts_on: Days, ends_on: Days, left_on: Days
) -> None:
    """Presence at every lesson until the end of the course or of the participation."""
    rng, n = stream(paths.seed, "lessons"), len(starts_on)
    length = (ends_on - starts_on).astype(np.int64)
    followed = np.where(np.isnat(left_on), length, (left_on - starts_on).astype(np.int64))
    lesson = np.arange(LESSONS)
    into = lesson * length[:, None] // (LESSONS - 1)
    diligence = np.where(np.isnat(left_on), 0.93, 0.7) - 0.12 * rng.random(n)
    row, turn = np.nonzero(into <= followed[:, None])
    chance = rng.random(len(row))
    presence = np.where(chance < diligence[row], 0, np.where(chance < diligence[row] + 0.06, 2, 1))
    on = working(starts_on[row] + into[row, turn])
    once = np.append(True, (row[1:] != row[:-1]) | (on[1:] != on[:-1]))
    columns: dict[str, Any] = {name: values[row][once] for name, values in when.items()}
    columns |= {"occurred_on": on[once], "presence": codes(("present", "absent", "excused"), presence[once])}
    frames.add("orientation.lesson_followed", columns, lag=1)


def _tell_tests(frames: Frames, paths: Paths, people: People) -> None:
    noted = paths.noted("exemption test")
    when = {"dossier": people.dossier[noted["person"]], "occurred_on": noted["on"], "office": noted["region"]}
    outcome: dict[str, Any] = {"outcome": codes(OUTCOMES, noted["outcome"])}
    frames.add("orientation.exemption_test_taken", when | outcome)
    passed = np.flatnonzero(noted["outcome"] == OUTCOMES.index("passed"))
    columns: dict[str, Any] = {name: values[passed] for name, values in when.items()}
    columns |= {"component": "mo", "ground": "exemption_test"}
    frames.add("programme.component_exempted", columns)


def _tell_decisions(frames: Frames, paths: Paths, people: People) -> None:
    noted = paths.noted("decision")
    columns = {
        "dossier": people.dossier[noted["person"]],
        "occurred_on": noted["on"],
        "office": paths.desk_on(noted["person"], noted["on"]),
        "decision": codes(DECISIONS, noted["decision"]),
    }
    frames.add("orientation.mo_decided", columns)
