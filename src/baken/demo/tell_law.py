"""What the law asks besides: the residence title, the family, letters, terms agreed, work, and what follows a breach.

No number of this was published; shares are ours, and such that the law mostly finds the groups that were printed.
"""

import numpy as np

from baken.demo.days import shifted, working
from baken.demo.draw import Ints, between, choose, codes, some, stream
from baken.demo.frames import Frames
from baken.demo.groups import OBLIGED
from baken.demo.origins import GROUNDS
from baken.demo.paths import Paths
from baken.demo.people import People
from baken.demo.tell_programme import PARTICIPATION_PART, WORK_PART

IN_TIME = 0.9
"""Of those who come after a letter, within its term."""
MAY_WORK = 0.94
WORKS, TRAINS, STUDIES = 0.35, 0.12, 0.08
"""Of those who signed since 2022: who had a spell of it."""
FINED, DEFENDED, FINE_PAID = 0.75, 0.4, 0.55
"""Of the files with the enforcement officer; most fines are of 100 euros (answers of ministers)."""
FINES = ("100.00", "200.00", "500.00", "1000.00", "5000.00")
MO_TERM, NT2_TERM = 365, 730
"""Days within which a contract agrees that a part is finished."""


def tell_law(frames: Frames, paths: Paths, people: People, groups: Ints) -> None:
    """Add what nothing that was published speaks of, but a decision needs."""
    _tell_titles(frames, paths, people, groups)
    _tell_letters(frames, paths, people, groups)
    _tell_work(frames, paths, people)
    _tell_terms(frames, paths, people, groups)
    _tell_learning(frames, paths, people)
    _tell_enforcement(frames, paths, people)


def _tell_titles(frames: Frames, paths: Paths, people: People, groups: Ints) -> None:
    """With the ground: a title for longer than three months, and of whose family, where that is the ground."""
    rng = stream(paths.seed, "titles")
    when = {"dossier": people.dossier, "occurred_on": people.since}
    title = {"temporary_purpose": False, "over_three_months": True, "employer_abroad": False, "other_ground": False}
    frames.add("people.residence_title_described", when | title, lag=1)
    frames.add("people.religious_ministry_noted", when | {"minister": False}, lag=1)
    family = np.flatnonzero(people.ground == GROUNDS.index("family_reunification"))
    obliging = groups[family] == OBLIGED
    of = np.where(obliging, choose(rng, [6, 4], len(family)), 2 + choose(rng, [8, 2], len(family)))
    member_of = codes(("third_country", "belgian", "eu_plus", "belgian_free_movement"), of)
    frames.add("people.family_linked", _rows(when, family) | {"member_of": member_of}, lag=1)


def _tell_letters(frames: Frames, paths: Paths, people: People, groups: Ints) -> None:
    """Who is obliged gets a registered letter, unless already there; most come within the three months after it."""
    rng, cohort = stream(paths.seed, "letters"), paths.cohort
    n = len(cohort)
    before = np.where(some(rng, n, IN_TIME), between(rng, 3, np.full(n, 85)), between(rng, 95, np.full(n, 300)))
    sent_on = working(np.maximum(cohort.registered_on - before, cohort.seen_on + between(rng, 1, np.full(n, 6))))
    rows = np.flatnonzero((groups == OBLIGED) & (sent_on < cohort.registered_on))
    columns = {"dossier": people.dossier[rows], "occurred_on": sent_on[rows], "office": cohort.desk[rows]}
    frames.add("programme.letter_sent", columns | {"letter": "invitation", "registered": True}, lag=1)


def _since(paths: Paths, first: np.datetime64) -> Ints:
    return np.flatnonzero(paths.signed_on >= first)


def _tell_work(frames: Frames, paths: Paths, people: People) -> None:
    rng, rows = stream(paths.seed, "spells"), _since(paths, WORK_PART)
    when = {"dossier": people.dossier[paths.holder[rows]], "office": paths.region[rows]}
    may_work = {"occurred_on": paths.signed_on[rows], "may_work": some(rng, len(rows), MAY_WORK)}
    frames.add("work.right_to_work_noted", when | may_work)
    for label, share in (("work.employed", WORKS), ("work.trained", TRAINS), ("work.studied", STUDIES)):
        chosen = rows[some(rng, len(rows), share)]
        begins = working(paths.signed_on[chosen] + between(rng, -120, np.full(len(chosen), 500)))
        ends = begins + between(rng, 20, np.full(len(chosen), 900))
        running = some(rng, len(chosen), 0.4)
        columns = {"dossier": people.dossier[paths.holder[chosen]], "occurred_on": begins}
        frames.add(label, columns | {"until": np.where(running, np.datetime64("NaT", "D"), ends)})


def _tell_terms(frames: Frames, paths: Paths, people: People, groups: Ints) -> None:
    """By when each part is to be finished, as contracts since 2022 agree."""
    rows = _since(paths, WORK_PART)
    obliged = groups[paths.holder] == OBLIGED
    for component, days, chosen in (
        ("mo", MO_TERM, rows[~paths.without_mo[rows]]),
        ("nt2", NT2_TERM, rows),
        ("participation", NT2_TERM, rows[(paths.signed_on[rows] >= PARTICIPATION_PART) & obliged[rows]]),
    ):
        when = {"dossier": people.dossier[paths.holder[chosen]], "office": paths.region[chosen]}
        signed_on = paths.signed_on[chosen]
        agreed = {"occurred_on": signed_on, "component": component, "until": signed_on + days}
        frames.add("programme.term_agreed", when | agreed)


def _tell_learning(frames: Frames, paths: Paths, people: People) -> None:
    """Before a declaration of efforts, the ability to learn was found to be limited."""
    rng, noted = stream(paths.seed, "learning"), paths.noted("efforts")
    on = working(shifted(noted["on"], -between(rng, 70, np.full(len(noted["on"]), 200))))
    when = {"dossier": people.dossier[noted["person"]], "office": noted["region"], "occurred_on": on}
    frames.add("dutch.learning_ability_assessed", when | {"limited": True})


def _tell_enforcement(frames: Frames, paths: Paths, people: People) -> None:
    """Notice after each infringement; of what reached the officer, defence, decision and payment."""
    rng, noted = stream(paths.seed, "enforcement"), paths.noted("infringement")
    n = len(noted["on"])
    case = {"dossier": people.dossier[noted["person"]], "infringement": np.arange(1, n + 1)}
    frames.add("enforcement.notice_sent", case | {"occurred_on": noted["found_on"], "office": noted["region"]}, lag=1)
    heard = np.flatnonzero(some(rng, n, DEFENDED))
    heard_on = working(shifted(noted["on"], between(rng, 5, np.full(n, 28))))
    frames.add("enforcement.defence_received", _rows(case | {"occurred_on": heard_on}, heard))
    fined = some(rng, n, FINED)
    amount = np.where(fined, choose(rng, [45, 30, 15, 8, 2], n), -1)
    decided_on = working(shifted(noted["on"], between(rng, 40, np.full(n, 120))))
    decided = {"occurred_on": decided_on, "outcome": codes(("fined", "not_fined"), ~fined)}
    frames.add("enforcement.fine_decided", case | decided | {"amount": codes(FINES, amount)})
    paid = np.flatnonzero(fined & some(rng, n, FINE_PAID))
    paid_on = working(shifted(decided_on, between(rng, 5, np.full(n, 70))))
    columns = _rows(case | {"occurred_on": paid_on}, paid)
    frames.add("enforcement.fine_paid", columns | {"amount": codes(FINES, amount[paid])})


def _rows(columns: dict[str, np.ndarray], rows: Ints) -> dict[str, np.ndarray]:
    return {name: values[rows] for name, values in columns.items()}
