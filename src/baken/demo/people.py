"""The synthetic people: who they are, in proportion, and the facts that say so."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from baken.demo.days import Days, day, year_of
from baken.demo.draw import Bools, Ints, Rng, between, choose, codes, some
from baken.demo.frames import Frames
from baken.demo.origins import (
    ENTITLED,
    ENTITLED_GROUNDS,
    GROUNDS,
    KINDS,
    OBLIGED,
    OBLIGED_GROUNDS,
    ORIGINS,
    countries,
    country_of,
    kind_of,
    language_of,
    languages,
    share_of,
)
from baken.demo.places import municipalities, municipality_codes

ANY, ENTITLED_GROUP, OBLIGED_GROUP = 0, 1, 2
"""A person's group, as far as it bears on origin and residence ground."""
WAR = day(2022, 3, 4)
"""From this day people from Ukraine are given temporary protection."""
ASYLUM_LEAVES = day(2022, 3, 1)
"""From this day applicants for asylum are no longer in the target group."""
OTHER_SCRIPT = (
    "ara", "ary", "bod", "bul", "ell", "fas", "hin", "hye", "kur", "nep", "prs", "pus", "rus", "tha", "tir", "tzm",
    "ukr", "urd", "zho",
)  # fmt: skip
HOUSEHOLDS = ("alone", "couple", "couple_children", "single_parent", "with_parents", "collective")


@dataclass(slots=True)
class People:
    """People in columns: row i of every array is one person.

    since: the day from which they live in `region`; language, origin: numbers in `origins`; ground: in GROUNDS;
    literacy: 0 literate, 1 low literate, 2 illiterate in Latin script.
    """

    dossier: Ints
    person: Ints
    since: Days
    region: Ints
    birth_year: Ints
    female: Bools
    origin: Ints
    language: Ints
    ground: Ints
    literacy: Ints

    def __len__(self) -> int:
        return len(self.dossier)

    def __getitem__(self, rows: Ints | Bools) -> "People":
        return People(*(getattr(self, name)[rows] for name in self.__slots__))


def new_people(
    frames: Frames,
    rng: Rng,
    since: Days,
    region: Ints,
    *,
    group: Ints | int = ANY,
    language: Ints | int = -1,
    age: Ints | None = None,
) -> People:
    """People with fresh dossier and person numbers.

    since, region: n days and regions. group: ENTITLED_GROUP, OBLIGED_GROUP or ANY; language: a number in
    `origins.languages()`, or -1 where origin decides; age: in `since`'s year (adults of all ages when left out).
    """
    n = len(since)
    group, language = np.broadcast_to(group, n), np.broadcast_to(language, n)
    origin = _origins(rng, since, group, language)
    age = adult_ages(rng, n) if age is None else age
    return People(
        dossier=frames.numbers("dossier", n),
        person=frames.numbers("person", n),
        since=since,
        region=np.asarray(region),
        birth_year=year_of(since) - age,
        female=some(rng, n, 0.53),
        origin=origin,
        language=np.where(language < 0, language_of()[origin], language),
        ground=_grounds(rng, since, origin, group),
        literacy=_literacy(rng, origin),
    )


def adult_ages(rng: Rng, n: int) -> Ints:
    """n ages of adults by the year's end: most newcomers are between 22 and 40."""
    return np.minimum(19 + np.floor(rng.gamma(2.3, 6.2, n)), 78).astype(np.int64)


def _origins(rng: Rng, since: Days, group: Ints, language: Ints) -> Ints:
    """An origin that speaks the language and fits the group; where none does, one that speaks it."""
    found = np.zeros(len(since), np.int64)
    war = np.clip(np.where(since >= WAR, 2025 - year_of(since), 0), 0, 3) + (since >= WAR)
    key = (language + 1) * 100 + group * 10 + war
    for value in np.unique(key):
        here = np.flatnonzero(key == value)
        found[here] = choose(rng, _weights(int(value) // 100 - 1, int(value) // 10 % 10, int(value) % 10), len(here))
    return found


def _weights(language: int, group: int, war: int) -> np.ndarray:
    """war: 0 before the war in Ukraine, then 4 (2022) down to 1 (from 2025 on)."""
    spoken = share_of() * (language_of() == language if language >= 0 else 1)
    ukraine = np.array([0, 5, 8, 14, 60])[war]
    spoken = spoken * np.where(kind_of() == KINDS.index("ukraine"), ukraine, 1)
    fitting = spoken * {ANY: np.ones(len(KINDS)), ENTITLED_GROUP: ENTITLED, OBLIGED_GROUP: OBLIGED}[group][kind_of()]
    if fitting.sum():
        return fitting
    return spoken if spoken.sum() else share_of() * (language_of() == language) + 1e-9


def _grounds(rng: Rng, since: Days, origin: Ints, group: Ints) -> Ints:
    found = np.full(len(origin), GROUNDS.index("other"))
    kinds = kind_of()[origin]
    for chosen, mixes in ((OBLIGED_GROUP, OBLIGED_GROUNDS), (ENTITLED_GROUP, ENTITLED_GROUNDS)):
        for kind, mix in mixes.items():
            here = np.flatnonzero((kinds == KINDS.index(kind)) & ((group == chosen) | (group == ANY) & (chosen == 1)))
            places = np.array([GROUNDS.index(ground) for ground in mix])
            found[here] = places[choose(rng, list(mix.values()), len(here))]
    leaves = (found == GROUNDS.index("asylum_pending")) & (since >= ASYLUM_LEAVES)
    return np.where(leaves, GROUNDS.index("family_reunification"), found)


def tell_who(frames: Frames, rng: Rng, people: People, *, office: Ints | int = -1) -> None:
    """Dossier opened, person described, nationality and residence, from the day they came into sight."""
    tell_light(frames, rng, people, office=office)
    tell_nationality(frames, people, office=office)


def tell_nationality(frames: Frames, people: People, *, office: Ints | int = -1) -> None:
    """Their nationality, held since they came into sight."""
    columns = {"dossier": people.dossier, "occurred_on": people.since, "office": office}
    frames.add("people.nationality_held", columns | {"country": _country(people)}, lag=1)


def tell_light(frames: Frames, rng: Rng, people: People, *, office: Ints | int = -1) -> None:
    """The same without the nationality, for people about whom little is known."""
    when = {"dossier": people.dossier, "occurred_on": people.since, "office": office}
    frames.add("people.dossier_opened", when | {"person": people.person}, lag=1)
    described = {
        "birth_year": people.birth_year,
        "sex": codes(("m", "f"), people.female.astype(np.int64)),
        "birth_country": _country(people),
    }
    frames.add("people.person_described", when | described, lag=1)
    tell_residence(frames, rng, people.dossier, people.since, people.region)
    frames.identify(person=people.person, birth_year=people.birth_year, female=people.female, language=people.language)


def _country(people: People) -> tuple[tuple[str, ...], np.ndarray]:
    return codes(countries(), country_of()[people.origin])


def tell_residence(frames: Frames, rng: Rng, dossier: Ints, since: Days, region: Ints) -> None:
    """From these days on these people live in a municipality of these regions."""
    municipality = codes(municipality_codes(), municipalities(rng, region, since))
    columns = {"dossier": dossier, "occurred_on": since, "municipality": municipality}
    frames.add("people.residence_registered", columns, lag=1)


def tell_ground(frames: Frames, rng: Rng, people: People) -> None:
    """On which ground they may stay, since they came into sight."""
    limited = ~np.isin(people.ground, [GROUNDS.index("free_movement"), GROUNDS.index("refugee")])
    until = np.where(limited, people.since + between(rng, 1100, np.full(len(people), 3600)), np.datetime64("NaT"))
    granted = {"dossier": people.dossier, "occurred_on": people.since, "ground": codes(GROUNDS, people.ground)}
    frames.add("people.residence_granted", granted | {"until": until}, lag=1)


def tell_language(frames: Frames, rng: Rng, people: People, on: Days, office: Ints) -> None:
    """The language in which an office speaks with each of them."""
    columns = {
        "dossier": people.dossier,
        "occurred_on": on,
        "office": office,
        "language": codes(languages(), people.language),
        "level": codes(("mother_tongue", "good", "fair"), choose(rng, [76, 17, 7], len(people))),
        "contact": True,
    }
    frames.add("people.language_known", columns)


def tell_more(frames: Frames, rng: Rng, people: People, on: Days, office: Ints) -> None:
    """What an intake writes down besides: literacy, household."""
    when = {"dossier": people.dossier, "occurred_on": on, "office": office}
    _tell_literacy(frames, rng, people, when)
    household = choose(rng, [34, 17, 33, 9, 4, 3], len(people))
    children = np.where(np.isin(household, [2, 3]), 1 + np.floor(rng.gamma(1.4, 0.9, len(people))), 0)
    frames.add(
        "people.household_described",
        when | {"household": codes(HOUSEHOLDS, household), "children": np.minimum(children, 9).astype(np.int64)},
    )


def _literacy(rng: Rng, origin: Ints) -> Ints:
    illiterate = np.array([given.illiterate for given in ORIGINS])[origin]
    low = np.array([given.low for given in ORIGINS])[origin]
    drawn = rng.random(len(origin)) * 100
    return np.where(drawn < illiterate, 2, np.where(drawn < illiterate + low, 1, 0))


def _tell_literacy(frames: Frames, rng: Rng, people: People, when: dict[str, Any]) -> None:
    latin = people.literacy
    names = ("literate", "low_literate", "illiterate")
    has_other = np.isin(people.language, [languages().index(code) for code in OTHER_SCRIPT])
    other = np.where(has_other, np.maximum(latin - some(rng, len(people), 0.5), 0), -1)
    frames.add(
        "people.literacy_assessed",
        when
        | {
            "latin_script": codes(names, latin),
            "other_script": codes(names, other),
            "other_script_language": codes(languages(), np.where(has_other, people.language, -1)),
        },
    )
