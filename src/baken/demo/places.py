"""Areas, the offices that work there, and the municipalities where people live and courses are held."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np

from baken.demo.days import Days, day
from baken.demo.draw import Ints, Rng, choose
from baken.foundation.codelists import codelist

REGIONS = (
    "antwerp_province", "brussels", "limburg", "east_flanders", "flemish_brabant", "west_flanders",
    "city_antwerp", "city_ghent",
)  # fmt: skip
REGION = {code: number for number, code in enumerate(REGIONS)}
"""Throughout the demo a region is its number in REGIONS; the first six are AgII's."""
AGII = np.arange(6)
BRUSSELS, CITY_ANTWERP, CITY_GHENT = REGION["brussels"], REGION["city_antwerp"], REGION["city_ghent"]
FLEMISH = np.array([0, 2, 3, 4, 5])
"""AgII's regions without Brussels."""
MERGER = day(2025)


@dataclass(frozen=True, slots=True)
class Office:
    """A site of an agency or a provider, as it stands in the reference file."""

    code: str
    name: str
    agency: str
    region: str


@cache
def offices() -> tuple[Office, ...]:
    """Every office of the demo. The first eight are the onboarding offices, in the order of REGIONS."""
    names = {code: codelist("region").label(code) for code in REGIONS}
    agency = {"city_antwerp": "atlas", "city_ghent": "in_gent"}
    own = {"city_antwerp": ("atlas", "Atlas"), "city_ghent": ("in-gent", "IN-Gent")}
    slug = {code: code.removesuffix("_province").replace("_", "-") for code in REGIONS}
    desks = []
    for code in REGIONS:
        short, name = own.get(code, (f"agii-{slug[code]}", f"AgII {names[code]}"))
        desks.append(Office(short, name, agency.get(code, "agii"), code))
    house = Office("hvn-brussels", "Huis van het Nederlands Brussel", "hvn_brussel", "brussels")
    schools = [
        Office(f"{kind}-{slug[code]}", f"{kind.upper()} {names[code]}", kind, code)
        for kind in ("cbe", "cvo")
        for code in REGIONS
    ]
    return (*desks, house, *schools)


@cache
def office_codes() -> tuple[str, ...]:
    """The codes of all offices; a column of offices holds numbers in this tuple."""
    return tuple(office.code for office in offices())


HVN_BRUSSELS, CBE, CVO = 8, 9, 17
"""Numbers of offices: the House of Dutch, and where the CBE and CVO of the eight regions begin (CBE + region)."""

# Inhabitants in thousands, rounded, of the larger municipalities; the others count for SMALL.
# Source: municipal population figures of Statbel, from general knowledge; only proportions matter here.
LARGE = {
    "12025": 86, "13040": 45, "12021": 37, "11040": 41, "13014": 40, "12014": 44, "11029": 27, "13008": 41,
    "11004": 13, "21004": 180, "21015": 132, "21001": 120, "21012": 97, "21009": 87, "21016": 83, "21018": 56,
    "21013": 50, "21005": 48, "21003": 25, "21014": 27, "21017": 25, "71022": 78, "71072": 87, "71016": 66,
    "73083": 31, "73111": 42, "71004": 46, "72021": 25, "71034": 39, "73107": 38, "72020": 34, "41002": 86,
    "46021": 77, "46014": 42, "46029": 49, "42006": 46, "43005": 21, "41018": 33, "46003": 48, "46030": 84,
    "45035": 31, "24062": 102, "23088": 45, "23027": 40, "23016": 43, "23077": 34, "24107": 35, "24020": 30,
    "23025": 37, "31005": 118, "34022": 77, "35013": 71, "36015": 63, "33011": 35, "34040": 38, "34042": 33,
    "34013": 28, "34027": 33, "37015": 20, "37022": 32, "31033": 24,
}  # fmt: skip
SMALL = 14


@cache
def _municipalities(region: int, merged: bool) -> tuple[np.ndarray, np.ndarray]:
    """Codes and weights of a region's municipalities before or since the mergers of 1 January 2025."""
    last_day, first_day = MERGER - 1, MERGER
    moment = (first_day if merged else last_day).astype(date)
    rows = [row for row in codelist("municipality") if row.extra["region"] == REGIONS[region] and row.valid_on(moment)]
    return np.array([row.code for row in rows]), np.array([float(LARGE.get(row.code, SMALL)) for row in rows])


@cache
def municipality_codes() -> tuple[str, ...]:
    """All municipalities of Flanders and Brussels; a column of municipalities holds numbers in this tuple."""
    return tuple(sorted({row.code for row in codelist("municipality") if row.extra["region"] in REGION}))


def municipalities(rng: Rng, region: Ints, on: Days) -> Ints:
    """For each region and day a municipality that existed there then, in proportion to inhabitants."""
    number = {code: place for place, code in enumerate(municipality_codes())}
    found = np.zeros(len(region), np.int64)
    merged = on >= MERGER
    for area in range(len(REGIONS)):
        for since in (False, True):
            here = np.flatnonzero((region == area) & (merged == since))
            names, weights = _municipalities(area, since)
            places = np.array([number[name] for name in names])
            found[here] = places[choose(rng, weights, len(here))]
    return found


@cache
def _merged_into() -> Ints:
    """For each municipality the one it is since the mergers of 2025."""
    number = {code: place for place, code in enumerate(municipality_codes())}
    rows = {row.code: row.extra["merged_into"] or row.code for row in codelist("municipality")}
    return np.array([number[rows[code]] for code in municipality_codes()])


def renumbered(municipality: Ints, on: Days) -> Ints:
    """Municipalities under the number they have on each day."""
    return np.where(on >= MERGER, _merged_into()[municipality], municipality)
