"""The whole synthetic caseload: one function of the published numbers, the seed, the days and the scale."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.demo.appends import Numbering
from baken.demo.asked import require_sensible
from baken.demo.certificates import hand_out
from baken.demo.corrections import correct, open_doubles
from baken.demo.delivery import make_room, write_delivery
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
from baken.demo.tell_law import tell_law
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
    called with a few words, to be translated, when a part of the work begins. Raises BadRequest.
    """
    _require_days(first, last)
    require_sensible(scale, seed)
    make_room(folder)
    frames = _told(seed, last.year, scale, step)
    step(gettext_noop("late verbeteringen"))
    correct(frames)
    begins, ends = np.datetime64(first, "D"), np.datetime64(last, "D")
    cut(frames, begins, ends)
    step(gettext_noop("registraties en bestanden"))
    people = frames.identities()
    numbering = Numbering(frames, begins, ends)
    source = f"Baken, synthetische caseload {first} tot {last}, seed {seed}, schaal {scale:g}"
    return write_delivery(folder, numbering, people, last, source)


def _require_days(first: date, last: date) -> None:
    known = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
    if not known[0] <= first < last <= known[1]:
        unknown = _("De demo kent de dagen van %(known)s tot %(until)s, niet die van %(first)s tot %(last)s.")
        raise BadRequest(
            unknown % {"known": known[0], "until": known[1], "first": first, "last": last},
            _("Geef --from en --to daarbinnen, de eerste vóór de laatste."),
        )


def _told(seed: int, last_year: int, scale: float, step: Callable[[str], None]) -> Frames:
    """All facts of all years, rightly told."""
    step(gettext_noop("trajecten van inburgeraars"))
    paths = walk(seed, last_year, scale)
    years = [year_of(year, scale) for year in range(FIRST_YEAR, last_year + 1)]
    for year in years:
        hand_out(paths, year)
    group = groups(paths)
    step(gettext_noop("feiten van de trajecten"))
    frames = Frames(seed)
    people = tell_programme(frames, paths, group)
    tell_mo(frames, paths, people)
    tell_certificates(frames, paths, people)
    tell_later(frames, paths, people, group)
    tell_law(frames, paths, people, group)
    for year in years:
        tell_inflow(frames, year, paths.cohort)
    step(gettext_noop("Nederlands als tweede taal"))
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
