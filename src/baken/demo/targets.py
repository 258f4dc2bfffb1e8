"""What a year must count: the printed numbers of 2015-2019, and plausible ones for the other years and the cities.

Arrays follow `places.REGIONS`; `scale` multiplies everything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from baken.demo import sizes
from baken.demo.draw import Ints, shares
from baken.demo.places import AGII, BRUSSELS, FLEMISH, REGIONS
from baken.figures.published import key_figures, table
from baken.foundation.codelists import codelist

PRINTED = range(2015, 2020)
OUTCOMES = ("absent", "passed", "failed", "undetermined")
DECISIONS = ("not_fulfilled", "fulfilled", "passed", "failed", "not_applicable")
GROUPS = ("undetermined", "entitled", "obliged")
CITIES = np.array([6, 7])


@dataclass(frozen=True, slots=True)
class Year:
    """The numbers of one year, by region unless said otherwise.

    inflow, registrations, contracts: persons, for the first time; same_year: first contracts of people who came into
    sight in the same year, by where they lived then; running: contracts at the year's end; courses, starters,
    participations: MO, by site; exemption_tests [region, outcome]; decisions [decision]: persons, all regions;
    certificates … infringements: facts, by office (infringements by residence).
    """

    year: int
    inflow: Ints
    registrations: Ints
    contracts: Ints
    same_year: Ints
    running: Ints
    courses: Ints
    starters: Ints
    participations: Ints
    exemption_tests: Ints
    decisions: Ints
    certificates: Ints
    diploma_guidance: Ints
    exemptions: Ints
    suspensions: Ints
    participation_proofs: Ints
    infringements: Ints


@cache
def year_of(year: int, scale: float = 1.0) -> Year:
    """The numbers of a year times `scale`; at scale 1 those of 2015-2019 are as printed."""
    contracts = _contracts(year)
    parts = {
        "inflow": _inflow(year),
        "registrations": _registrations(year, contracts),
        "contracts": contracts,
        "same_year": _same_year(contracts),
        "running": _running(year, contracts),
        **_orientation(year, contracts),
        "exemption_tests": _exemption_tests(year),
        "decisions": _decisions(year),
        "certificates": _certificates(year, contracts),
        "diploma_guidance": _like_printed("13", year, contracts),
        "exemptions": _like_printed("14", year, contracts),
        "suspensions": _like_printed("16", year, contracts),
        "participation_proofs": _proofs(year),
        "infringements": _infringements(year),
    }
    scaled = {name: np.floor(part * scale + 0.5).astype(np.int64) for name, part in parts.items()}
    scaled["courses"] = np.maximum(scaled["courses"], scaled["participations"] > 0)
    return Year(year, **scaled)


def printed(figure: str, year: int, name: str, codes: Sequence[str], **dims: str) -> Ints:
    """One column of a printed table in the order of `codes`; what is blank or missing there is 0."""
    found = {
        row.dims[name]: row.value for row in table(figure) if row.year == year and dims.items() <= row.dims.items()
    }
    return np.array([int(found.get(code) or 0) for code in codes], np.int64)


def _by_region(figure: str, year: int, **dims: str) -> Ints:
    return printed(figure, year, "region", REGIONS, **dims)


def _key_figure(indicator: str, year: int) -> int:
    return next(int(row.value or 0) for row in key_figures() if row.indicator == indicator and row.year == year)


def _nearest(year: int) -> int:
    return min(max(year, PRINTED[0]), PRINTED[-1])


def _spread(total: int, like: np.ndarray) -> Ints:
    """`total` over AgII's regions in the proportions of `like`; nothing for the cities."""
    found = np.zeros(len(REGIONS), np.int64)
    found[AGII] = shares(like[AGII], total)
    return found


def _agii(figure: str, year: int, totals: Mapping[int, int]) -> Ints:
    """A printed table's regions; for another year its own total in the proportions of the nearest printed year."""
    if year in PRINTED:
        return _by_region(figure, year)
    return _spread(totals[year], _by_region(figure, _nearest(year)))


def _contracts(year: int) -> Ints:
    found = _agii("7", year, sizes.FIRST_CONTRACTS)
    found[CITIES] = shares(sizes.CITY_SHARES, sizes.FIRST_CONTRACTS_CITIES[year])
    return found


def _registrations(year: int, contracts: Ints) -> Ints:
    found = np.round(contracts * sizes.REGISTRATIONS_PER_CONTRACT).astype(np.int64)
    if year in PRINTED:
        found[AGII] = _by_region("4", year)[AGII]
    return found


def _inflow(year: int) -> Ints:
    """Printed for AgII without Brussels; for Brussels and the cities whoever registers is all there is."""
    if year in PRINTED:
        return _by_region("1", year)
    return _spread(sizes.INFLOW[year], np.where(np.isin(np.arange(8), FLEMISH), _by_region("1", _nearest(year)), 0))


def _same_year(contracts: Ints) -> Ints:
    """Figuur 10 in 2019, and its proportions in the other years."""
    of_2019 = _by_region("10", 2019, measure="first_contract_and_first_inflow_2019")
    found = np.round(contracts * of_2019 / np.maximum(_contracts(2019), 1)).astype(np.int64)
    elsewhere = np.append(CITIES, BRUSSELS)
    found[elsewhere] = np.round(contracts[elsewhere] * sizes.SAME_YEAR_CITIES)
    return found


def _running(year: int, contracts: Ints) -> Ints:
    """Figuur 11 in 2019; before and after, from the proportions of contracts towards those of 2019."""
    of_2019 = np.sum([running_2019(group) for group in GROUPS], axis=0)
    nearness = np.clip((year - 2014) / 5, 0, 1)
    like = (1 - nearness) * contracts / contracts.sum() + nearness * of_2019 / of_2019.sum()
    found = of_2019 if year == 2019 else _spread(sizes.RUNNING[year], like)
    found[CITIES] = np.round(contracts[CITIES] * sizes.RUNNING_PER_CONTRACT_CITIES)
    return found


def running_2019(group: str) -> Ints:
    """Contracts running on 31 December 2019 by region for one target group (Figuur 11)."""
    return _by_region("11", 2019, target_group=group)


def _orientation(year: int, contracts: Ints) -> dict[str, Ints]:
    courses = _agii("22", year, sizes.MO_COURSES)
    starters = _starters(year, contracts)
    starters[CITIES] = np.round(contracts[CITIES] * sizes.MO_STARTERS_PER_CONTRACT_CITIES)
    participations = np.round(starters * sizes.MO_PARTICIPATIONS_PER_STARTER).astype(np.int64)
    courses[CITIES] = np.ceil(participations[CITIES] / sizes.MO_PARTICIPATIONS_PER_COURSE_CITIES)
    return {"courses": courses, "starters": starters, "participations": participations}


def _starters(year: int, contracts: Ints) -> Ints:
    """Figuur 24 for 2018 and 2019; the key figures' total before, by where contracts were signed and courses held."""
    if year in (2018, 2019):
        return _by_region("24", year)
    total = sizes.MO_STARTERS.get(year) or _key_figure("mo_participants_started", year)
    return _spread(total, contracts * 0.5 + 8 * _by_region("22", _nearest(year)))


def _exemption_tests(year: int) -> Ints:
    """Figuur 19; by outcome Figuur 21 for 2019, before that 45% passed as the report says of 2018."""
    found = np.zeros((len(REGIONS), len(OUTCOMES)), np.int64)
    for region in AGII:
        found[region] = printed("21", 2019, "result", OUTCOMES, region=REGIONS[region])
    if year == 2019:
        return found
    factor = 1.0 if year in PRINTED else sizes.FIRST_CONTRACTS[year] / _contracts(_nearest(year))[AGII].sum()
    asked = np.round(_by_region("19", _nearest(year)) * factor).astype(np.int64)
    return np.array([shares([14, 45, 41, 0.2] if year < 2019 else found[0:6].sum(axis=0), count) for count in asked])


def _decisions(year: int) -> Ints:
    """Figuur 27: persons of all agencies by their last decision of the year."""
    if year in sizes.DECISIONS:
        return np.array(sizes.DECISIONS[year], np.int64)
    return printed("27", year, "decision", DECISIONS)


def _certificates(year: int, contracts: Ints) -> Ints:
    found = _agii("15", year, sizes.CERTIFICATES)
    found[CITIES] = np.round(contracts[CITIES] * sizes.CERTIFICATES_PER_CONTRACT_CITIES)
    return found


def _like_printed(figure: str, year: int, contracts: Ints) -> Ints:
    """A printed table; in other years in proportion to contracts, in the cities as East Flanders."""
    near = _nearest(year)
    found = _by_region(figure, near)
    if near != year:
        found = np.round(found * contracts / np.maximum(_contracts(near), 1)).astype(np.int64)
    east = REGIONS.index("east_flanders")
    found[CITIES] = np.round(contracts[CITIES] * found[east] / contracts[east])
    return found


def _proofs(year: int) -> Ints:
    """Figuur 17 (2016-2019); the old contracts it concerns die out afterwards."""
    if year > 2019:
        return _by_region("17", 2019) // (1 + (year - 2019) ** 2)
    return _by_region("17", year)


def _infringements(year: int) -> Ints:
    if year in PRINTED:
        found = _by_region("18", year)
    elif year < PRINTED[0]:
        found = np.zeros(len(REGIONS), np.int64)
    else:
        found = _spread(sizes.INFRINGEMENTS[year], _by_region("18", 2019))
    found[CITIES] = np.round(found[FLEMISH].sum() * 0.3 * np.array(sizes.CITY_SHARES))
    return found


@cache
def iso_of() -> dict[str, str]:
    """ISO 639-3 by the language code of the printed tables."""
    return {row.extra["figure"]: row.code for row in codelist("language") if row.extra["figure"]}
