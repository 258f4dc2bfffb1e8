"""The whole synthetic caseload: one function of the published numbers, the seed, the days and the scale."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np

from baken.demo.appends import Numbering
from baken.demo.certificates import hand_out
from baken.demo.corrections import correct, open_doubles
from baken.demo.delivery import refuse_used, write_delivery
from baken.demo.draw import Ints
from baken.demo.frames import Frames
from baken.demo.groups import OBLIGED, groups
from baken.demo.later import tell_later
from baken.demo.minors import tell_minors
from baken.demo.nt2 import tell_dutch
from baken.demo.participants import Participants
from baken.demo.paths import Paths
from baken.demo.people import People
from baken.demo.targets import year_of
from baken.demo.tell_certificates import tell_certificates
from baken.demo.tell_inflow import tell_inflow
from baken.demo.tell_mo import tell_mo
from baken.demo.tell_programme import tell_programme
from baken.demo.walk import FIRST_YEAR, walk
from baken.demo.window import cut
from baken.foundation.errors import BadRequest

LAST_YEAR = 2026
"""The last year whose numbers are known or thought of (`sizes`)."""


def make_caseload(
    folder: Path,
    first: date,
    last: date,
    seed: int,
    scale: float = 1.0,
    step: Callable[[str], None] = lambda name: None,
) -> dict[str, int]:
    """Make a caseload and write it as a delivery into `folder`; returns the number of facts by label.

    At scale 1 it meets every part of the printed tables of each year that lies between `first` and `last`. step is
    called with a few words when a part of the work begins. Raises BadRequest.
    """
    _check(first, last, seed, scale)
    refuse_used(folder)
    frames = _told(seed, last.year, scale, step)
    step("late corrections")
    correct(frames)
    begins, ends = np.datetime64(first, "D"), np.datetime64(last, "D")
    cut(frames, begins, ends)
    step("appends and files")
    people = frames.identities()
    numbering = Numbering(frames, begins, ends)
    source = f"Baken, synthetic caseload {first} to {last}, seed {seed}, scale {scale:g}"
    return write_delivery(folder, numbering, people, last, source)


def _check(first: date, last: date, seed: int, scale: float) -> None:
    if not date(FIRST_YEAR, 1, 1) <= first < last <= date(LAST_YEAR, 12, 31):
        raise BadRequest(
            f"The demo knows the days from {FIRST_YEAR}-01-01 to {LAST_YEAR}-12-31, not {first} to {last}.",
            "Give --from and --to within them, the first before the last.",
        )
    if not 0.001 <= scale <= 100:
        raise BadRequest(f"A scale of {scale:g} makes no caseload.", "Give --scale between 0.001 and 100.")
    if seed < 0:
        raise BadRequest("The seed is a whole number that is not negative.", "Give another --seed.")


def _told(seed: int, last_year: int, scale: float, step: Callable[[str], None]) -> Frames:
    """All facts of all years, rightly told."""
    step("paths of the programme")
    paths = walk(seed, last_year, scale)
    years = [year_of(year, scale) for year in range(FIRST_YEAR, last_year + 1)]
    for year in years:
        hand_out(paths, year)
    group = groups(paths)
    step("facts of the programme")
    frames = Frames(seed)
    people = tell_programme(frames, paths, group)
    tell_mo(frames, paths, people)
    tell_certificates(frames, paths, people)
    tell_later(frames, paths, people, group)
    for year in years:
        tell_inflow(frames, year, paths.cohort)
    step("Dutch as a second language")
    tell_dutch(frames, _participants(paths, people, group), last_year=last_year, scale=scale)
    tell_minors(frames, last_year=last_year, scale=scale)
    open_doubles(frames, paths, people)
    frames.join()
    return frames


def _participants(paths: Paths, people: People, group: Ints) -> Participants:
    certificate_on = np.full(len(people), np.datetime64("NaT", "D"))
    noted = paths.noted("certificate")
    certificate_on[noted["person"]] = noted["on"]
    return Participants(
        dossier=people.dossier,
        person=people.person,
        region=paths.cohort.desk,
        literacy=people.literacy,
        obliged=group == OBLIGED,
        registered_on=paths.cohort.registered_on,
        contract_on=paths.cohort.signed_on,
        certificate_on=certificate_on,
        stopped_on=np.where(paths.contract >= 0, paths.ended_on[paths.contract], np.datetime64("NaT", "D")),
    )
