"""Everybody who learns Dutch: how far, how fast and until when, one place per person in columns of equal length."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from baken.demo.days import Days, day
from baken.demo.draw import Bools, Ints, Rng, choose
from baken.demo.frames import Frames
from baken.demo.nt2_targets import ADVICE, PROVIDERS

NEVER = day(2100)
CBE, CVO = (PROVIDERS.index(code) for code in ("cbe", "cvo"))
LEVELS = ("alfa", "a1", "a2", "b1", "b2", "c1")
ALFA, A1, A2, B1 = range(4)
NO_LEVEL = -1
MODULES = (
    ("alfa",) * 4 + ("a1",) * 3 + ("a2",) * 3,
    ("a1",) * 2 + ("a2",) * 2 + ("b1",) * 4 + ("b2",) * 4 + ("c1",) * 2,
)
"""By provider the levels of its modules in order: basic education goes slower, starts lower and stops at A2."""
LAST_STEP = np.array([len(modules) for modules in MODULES])
LEVEL_AT = np.array([[LEVELS.index(level) for level in modules + ("c1",) * 5][:15] for modules in MODULES])
"""[provider, modules passed]: the level of the next module."""
STEPS_TO = np.array([[sum(LEVELS.index(m) <= level for m in modules) for level in range(6)] for modules in MODULES])
"""[provider, level]: modules passed when the level is reached."""

TRACK = {code: number for number, code in enumerate(ADVICE)}
PROVIDER_OF = np.array([CBE if code.startswith("cbe") else CVO for code in ADVICE])
FIRST_STEP = np.array([STEPS_TO[CBE, ALFA] if code in ("cbe", "cbe_nt2") else 0 for code in ADVICE])
SLOW = np.array(
    [{"cvo_shortened_or_utc": 0.03, "cvo_standard": 0.35, "cvo_extended": 0.8}.get(c, 0.25) for c in ADVICE]
)
"""How many on a track take a module in a semester rather than in half of one."""


USUALLY = {
    "dossier": np.int64(0), "region": np.int64(0), "since": NEVER, "programme": np.False_, "ability": np.float32(0.5),
    "track": np.int64(0), "provider": np.int64(0), "step": np.int64(0), "level": np.int64(NO_LEVEL), "slow": np.False_,
    "begun": np.False_, "keen": np.float32(0.8), "rhythm": np.int64(0), "ready_on": NEVER, "goal": np.int64(NO_LEVEL),
    "due_on": NEVER, "stops_on": NEVER,
}  # fmt: skip
"""The columns of learners, with the value they have where nothing else is said."""


class Learners:
    """ability: learning ability, 0 to 1; track: in ADVICE; step: modules passed; level: highest certified, in LEVELS;
    keen: chance to enrol when courses open; rhythm: own delay in days then; ready_on: not in a course from this day;
    goal: level needed for the certificate before `due_on`; stops_on: leaves the programme; begun: has enrolled.
    """

    dossier: Ints
    region: Ints
    since: Days
    programme: Bools
    ability: NDArray[np.float32]
    track: Ints
    provider: Ints
    step: Ints
    level: Ints
    slow: Bools
    begun: Bools
    keen: NDArray[np.float32]
    rhythm: Ints
    ready_on: Days
    goal: Ints
    due_on: Days
    stops_on: Days

    def __init__(self) -> None:
        for name, usual in USUALLY.items():
            setattr(self, name, np.empty(0, usual.dtype))

    def __len__(self) -> int:
        return len(self.dossier)

    def add(self, count: int, **values: ArrayLike) -> Ints:
        """Give `count` new learners a place; columns left out take their usual value. Returns the places."""
        places = np.arange(len(self), len(self) + count)
        for name, usual in USUALLY.items():
            new = np.broadcast_to(np.asarray(values.get(name, usual), usual.dtype), count)
            setattr(self, name, np.concatenate([getattr(self, name), new]))
        return places

    def steer(self, rng: Rng, places: Ints, tracks: Ints) -> None:
        """Put learners who have not begun on a track: provider, pace and first module; some know some Dutch already."""
        fresh = ~self.begun[places]
        places, tracks = places[fresh], tracks[fresh]
        known = choose(rng, [68, 14, 8, 6, 4], len(places))
        self.track[places] = tracks
        self.provider[places] = PROVIDER_OF[tracks]
        self.step[places] = FIRST_STEP[tracks] + known * (PROVIDER_OF[tracks] == CVO)
        self.slow[places] = rng.random(len(places)) < SLOW[tracks]

    def oral(self, rows: Ints) -> Bools:
        """Whether these learn to speak Dutch only: who cannot read (alfa)."""
        return self.track[rows] == TRACK["cbe_alfa"]

    def to_go(self, rows: Ints) -> Ints:
        """The modules that these still have to pass before the certificate (0 for who needs none)."""
        missing = STEPS_TO[self.provider[rows], self.goal[rows]] - self.step[rows]
        return np.where(self.goal[rows] >= 0, np.maximum(missing, 0), 0)


class Dutch(NamedTuple):
    """What every step of NT2 works with: where its facts go, chance, and everybody who learns."""

    frames: Frames
    rng: Rng
    learners: Learners


def likely_track(rng: Rng, ability: NDArray[np.float32]) -> Ints:
    """A track that fits somebody's learning ability, in about the proportions of Figuur 32."""
    noisy = ability + rng.normal(0, 0.1, len(ability))
    order = ("cbe_alfa", "cbe_nt2", "cvo_extended", "cvo_standard", "cvo_shortened_or_utc")
    return np.array([TRACK[code] for code in order])[np.digitize(noisy, [0.09, 0.24, 0.37, 0.74])]
