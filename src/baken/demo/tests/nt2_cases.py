"""A small programme to learn Dutch in, and what was told of it."""

from functools import cache

import numpy as np
import polars as pl

from baken.demo.days import NONE, day, working
from baken.demo.draw import between, choose, some, stream
from baken.demo.frames import Frames
from baken.demo.nt2 import tell_dutch
from baken.demo.participants import Participants
from baken.demo.people import new_people, tell_who
from baken.demo.places import offices

SCALE, LAST_YEAR = 0.02, 2024
PER_YEAR = 24_000
CONTRACT_AFTER, CERTIFICATE_AFTER = 90, 1200


def participants(frames: Frames, scale: float, last_year: int) -> Participants:
    """People who registered from 2014 on; two in three get a certificate, some of them after a few weeks."""
    rng = stream(frames.seed, "participants")
    n = round(PER_YEAR * scale)
    registered = np.concatenate([day(year) + between(rng, np.zeros(n), 360) for year in range(2014, last_year + 1)])
    registered = np.sort(working(registered))
    n = len(registered)
    people = new_people(frames, rng, registered, choose(rng, [17, 17, 12, 11, 12, 14, 12, 5], n))
    tell_who(frames, rng, people)
    contract = np.where(some(rng, n, 0.9), registered + between(rng, np.zeros(n), CONTRACT_AFTER), NONE)
    certificate = np.where(some(rng, n, 0.7), contract + between(rng, np.full(n, 15), CERTIFICATE_AFTER), NONE)
    left = contract + between(rng, np.full(n, 30), 700)
    stopped = np.where(np.isnat(certificate), left, certificate)
    obliged = some(rng, n, 0.5)
    return Participants(
        people.dossier,
        people.person,
        people.region,
        people.literacy,
        obliged,
        registered,
        contract,
        certificate,
        stopped,
    )


class Told:
    """Facts by label; with the `region` and `agency` of the office where they have one."""

    def __init__(self, seed: int, scale: float, last_year: int) -> None:
        frames = Frames(seed)
        self.participants = participants(frames, scale, last_year)
        tell_dutch(frames, self.participants, last_year=last_year, scale=scale)
        self._facts = {label: _with_office(facts) for label, facts in facts_of(frames).items()}

    def __getitem__(self, label: str) -> pl.DataFrame:
        return self._facts[label]

    def labels(self) -> list[str]:
        return sorted(self._facts)


@cache
def told() -> Told:
    """The case that most tests look at."""
    return Told(1, SCALE, LAST_YEAR)


def facts_of(frames: Frames) -> dict[str, pl.DataFrame]:
    """All facts by label, codes as text, with the `year` in which they happened."""
    plain = [pl.col(pl.Enum).cast(pl.String), pl.col("occurred_on").dt.year().alias("year")]
    return {
        label: pl.concat([chunk.with_columns(plain) for chunk in frames.chunks(label)], how="diagonal")
        for label in frames.labels()
    }


def _with_office(facts: pl.DataFrame) -> pl.DataFrame:
    if "office" not in facts.columns:
        return facts
    places = [{"office": office.code, "region": office.region, "agency": office.agency} for office in offices()]
    return facts.join(pl.DataFrame(places), on="office", how="left", maintain_order="left")
