"""What came with the law of 2022 and 2023: the work part, the test and the fee of MO, the participation part."""

import numpy as np

from baken.demo.days import Days, day, shifted, working
from baken.demo.draw import Bools, Ints, Rng, between, choose, codes, some, stream
from baken.demo.frames import Frames
from baken.demo.groups import OBLIGED
from baken.demo.paths import PASSED, Paths
from baken.demo.people import People
from baken.demo.places import BRUSSELS
from baken.demo.tell_programme import PARTICIPATION_PART, WORK_PART
from baken.law.content import the_book

MO_TEST = day(2022, 11, 14)
"""The first MO test was taken in November 2022, in Turnhout."""
FEES = day(2023, 9, 1)
"""Contracts signed from this day in the Flemish Region ask a fee."""
PRICE = "90.00"
ENROLLED_BEFORE = {"mo_course": 9, "mo_test": 4}
"""Days between enrolment and the course or the test."""
WAIVED = 0.28
"""Fees waived on one of the grounds; no number was published."""
NEVER = np.datetime64("2999-01-01", "D")


def tell_later(frames: Frames, paths: Paths, people: People, groups: Ints) -> None:
    """Add the facts of the younger parts; every one by the law of the contract's or the course's day."""
    _tell_work(frames, paths, people)
    _tell_participation(frames, paths, people, groups)
    tested = _tell_mo_tests(frames, paths, people)
    _tell_fees(frames, paths, people, tested)
    _tell_efforts(frames, paths, people)


def _until(paths: Paths, rows: Ints) -> Days:
    """The day on which these contracts ended, or a day that does not come."""
    return np.where(np.isnat(paths.ended_on[rows]), NEVER, paths.ended_on[rows])


def _of(paths: Paths, people: People, rows: Ints) -> dict[str, Ints]:
    return {"dossier": people.dossier[paths.holder[rows]], "office": paths.region[rows]}


def _tell_work(frames: Frames, paths: Paths, people: People) -> None:
    """Registration with VDAB or Actiris within 60 days of the contract, for most."""
    rng = stream(paths.seed, "work")
    rows = np.flatnonzero((paths.signed_on >= WORK_PART) & some(rng, len(paths.holder), 0.82))
    on = working(paths.signed_on[rows] + between(rng, 1, np.full(len(rows), 58)))
    kept = on <= _until(paths, rows)
    service = codes(("vdab", "actiris"), (paths.region[rows] == BRUSSELS).astype(np.int64)[kept])
    columns = _of(paths, people, rows[kept]) | {"occurred_on": on[kept], "service": service}
    frames.add("work.jobseeker_registered", columns)


def _tell_participation(frames: Frames, paths: Paths, people: People, groups: Ints) -> None:
    """Obliged people who neither work nor study agree on a path of 40 hours, and most complete it."""
    rng = stream(paths.seed, "participation")
    obliged = groups[paths.holder] == OBLIGED
    rows = np.flatnonzero((paths.signed_on >= PARTICIPATION_PART) & obliged)
    room = (_until(paths, rows) - paths.signed_on[rows]).astype(np.int64)
    on = working(paths.signed_on[rows] + between(rng, 10, np.clip(room // 2, 10, 240)))
    waived = some(rng, len(rows), 0.45) & (room > 12)
    ground = codes(("works", "studies", "other"), choose(rng, [78, 17, 5], int(waived.sum())))
    columns = _of(paths, people, rows[waived]) | {"occurred_on": on[waived], "ground": ground}
    frames.add("participation.path_waived", columns)
    agreed = ~waived & (room > 40)
    rows, on, room = rows[agreed], on[agreed], room[agreed]
    kinds = ("buddy", "volunteering", "internship", "association", "mix")
    activity = codes(kinds, choose(rng, [34, 28, 14, 12, 12], len(rows)))
    frames.add(
        "participation.path_agreed", _of(paths, people, rows) | {"occurred_on": on, "activity": activity, "hours": 40}
    )
    left = (_until(paths, rows) - on).astype(np.int64)
    done = np.flatnonzero((left > 3) & (some(rng, len(rows), 0.8) | (paths.why[rows] == 0)))
    completed_on = working(on[done] + between(rng, 2, np.clip(left[done] - 2, 2, 260)))
    hours = 40 + np.floor(rng.exponential(3, len(done))).astype(np.int64)
    columns = _of(paths, people, rows[done]) | {"occurred_on": completed_on, "hours": hours}
    frames.add("participation.path_completed", columns)


def _tell_mo_tests(frames: Frames, paths: Paths, people: People) -> dict[str, np.ndarray]:
    """Who stayed to the end takes the test, and passes if the next decision says so."""
    rng, taken, courses = stream(paths.seed, "MO tests"), paths.noted("participation"), paths.noted("course")
    ends_on = courses["ends_on"][taken["course"]]
    rows = np.flatnonzero(np.isnat(taken["left_on"]) & (ends_on >= MO_TEST))
    who, on = taken["person"][rows], working(ends_on[rows] + 2)
    passed, mark = _passes(paths, rng, who, on), _pass_mark(on)
    score = np.where(passed, between(rng, mark, np.full(len(rows), 100)), between(rng, 8, mark - 1))
    tested = {
        "person": who,
        "course": taken["course"][rows],
        "on": on,
        "region": courses["region"][taken["course"][rows]],
    }
    columns = {
        "dossier": people.dossier[who],
        "course": tested["course"] + 1,
        "occurred_on": on,
        "office": tested["region"],
        "score": score,
        "passed": passed,
    }
    frames.add("orientation.course_test_taken", columns)
    return tested


def _pass_mark(on: Days) -> Ints:
    """The lowest score to pass with on each of these days, as the law of that day says."""
    mark = the_book().parameters["mo_pass_mark"]
    days, place = np.unique(on, return_inverse=True)
    return np.array([mark.on(one).value for one in days.tolist()], np.int64)[place]


def _passes(paths: Paths, rng: Rng, who: Ints, on: Days) -> Bools:
    """Whether the first MO decision after a day is a pass; by chance where none follows."""
    noted = paths.noted("decision")
    order = np.lexsort((noted["on"], noted["person"]))
    key = noted["person"][order] * 100_000 + noted["on"][order].astype(np.int64)
    place = np.minimum(np.searchsorted(key, who * 100_000 + on.astype(np.int64)), len(key) - 1)
    follows = noted["person"][order][place] == who
    return np.where(follows, noted["decision"][order][place] == PASSED, some(rng, len(who), 0.78))


def _tell_fees(frames: Frames, paths: Paths, people: People, tested: dict[str, np.ndarray]) -> None:
    """90 euros for the course and 90 for each test, unless waived; not in Brussels."""
    rng, taken, courses = stream(paths.seed, "fees"), paths.noted("participation"), paths.noted("course")
    starts_on, region = courses["starts_on"][taken["course"]], courses["region"][taken["course"]]
    _charge(frames, paths, rng, people, taken["person"], starts_on, region, "mo_course")
    _charge(frames, paths, rng, people, tested["person"], tested["on"], tested["region"], "mo_test")


def _charge(
    frames: Frames, paths: Paths, rng: Rng, people: People, who: Ints, takes_part_on: Days, region: Ints, item: str
) -> None:
    """Charge on enrolment, some days before: the course once, the test at every attempt."""
    on = takes_part_on - ENROLLED_BEFORE[item]
    contract = paths.contract[who]
    owed = (paths.signed_on[contract] >= FEES) & (paths.region[contract] != BRUSSELS) & (region != BRUSSELS)
    rows = np.flatnonzero(owed & (on > paths.signed_on[contract]))
    attempt = _attempts(who[rows], on[rows])
    if item == "mo_course":
        rows, attempt = rows[attempt == 1], attempt[attempt == 1]
    n = len(rows)
    when = {"dossier": people.dossier[who[rows]], "office": region[rows], "fee": frames.numbers("fee", n)}
    on = working(on[rows])
    charged = {"occurred_on": on, "item": codes((item,), 0), "amount": PRICE, "attempt": attempt}
    frames.add("fees.fee_charged", when | charged | {"takes_part_on": takes_part_on[rows]})
    waived = some(rng, n, WAIVED)
    ground = codes(("social_welfare", "jobseeker", "unaccompanied_minor", "detained"), choose(rng, [70, 27, 2, 1], n))
    columns = {name: values[waived] for name, values in when.items()}
    frames.add("fees.fee_waived", columns | {"occurred_on": on[waived], "ground": (ground[0], ground[1][waived])})
    paid = np.flatnonzero(~waived & some(rng, n, 0.93))
    columns = {name: values[paid] for name, values in when.items()}
    paid_on = working(on[paid] + np.floor(rng.exponential(6, len(paid))).astype(np.int64))
    frames.add("fees.fee_paid", columns | {"occurred_on": paid_on, "amount": PRICE})


def _attempts(who: Ints, on: Days) -> Ints:
    """For each row how many of the same person's lie before it or on it."""
    order = np.lexsort((on, who))
    first = np.append(True, who[order][1:] != who[order][:-1])[: len(order)]
    place = np.arange(len(order))
    counted = np.empty(len(order), np.int64)
    counted[order] = place - np.maximum.accumulate(np.where(first, place, 0)) + 1
    return counted


def _tell_efforts(frames: Frames, paths: Paths, people: People) -> None:
    """Declarations of efforts, each after an advice of the commission for long paths; some are told to go on."""
    rng, noted = stream(paths.seed, "tell efforts"), paths.noted("efforts")
    when = {"dossier": people.dossier[noted["person"]], "office": noted["region"]}
    advised_on = working(shifted(noted["on"], -between(rng, 8, np.full(len(noted["on"]), 60))))
    advice = {"occurred_on": advised_on, "advice": codes(("efforts",), 0)}
    frames.add("programme.long_path_advised", when | advice)
    frames.add("programme.efforts_declared", when | {"occurred_on": noted["on"]})
