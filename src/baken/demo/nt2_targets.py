"""What a year of NT2 must count: the printed numbers, and beside them plausible ones where nothing is printed.

Unprinted cells take the proportions of the nearest printed ones; `scale` multiplies everything.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from baken.demo.draw import Ints, shares
from baken.demo.places import BRUSSELS, CITY_ANTWERP, CITY_GHENT, FLEMISH, REGIONS
from baken.demo.targets import printed
from baken.figures.published import key_figures
from baken.foundation.codelists import codelist

ELSEWHERE = np.array([BRUSSELS, CITY_ANTWERP, CITY_GHENT])
"""Regions where another agency than AgII does NT2."""
AGENCIES = ("agii", "hvn_brussel", "atlas", "in_gent")
REGIONS_OF = (FLEMISH, *(np.array([region]) for region in ELSEWHERE))
"""By agency the regions of its NT2 offices."""
INTERVIEWS = ("nt2_interview", "level_test", "housing_code_interview")
TESTS = tuple(codelist("language_test").codes())
PLACEMENT = tuple(test for test in TESTS if codelist("language_test")[test].extra["kind"] == "placement")
CIVIL = tuple(test for test in TESTS if codelist("language_test")[test].extra["kind"] == "civil")
ADVICE = tuple(codelist("nt2_advice").codes())
PROVIDERS = ("cbe", "cvo")
PRINTED_YEARS = range(2015, 2020)
PER_PARTICIPANT = np.array([1.0, 4.6])
"""Enrolments with CBE and CVO in a year for each programme person interviewed in it, as they came out for 2019."""


@dataclass(frozen=True, slots=True)
class YearOfNt2:
    """The numbers of one year; arrays follow REGIONS and the orders above.

    persons [region]: distinct persons with an NT2 interview; in_several: how many of them had one in a second region;
    interviews [region, kind]; placement [agency, test]; civil_by_agency [agency]; civil_by_type [test];
    advice [region, advice]; enrolments [provider]; everybody: also people who only learn Dutch.
    """

    persons: Ints
    in_several: int
    interviews: Ints
    placement: Ints
    civil_by_agency: Ints
    civil_by_type: Ints
    advice: Ints
    enrolments: Ints
    everybody: bool


@cache
def year_of_nt2(year: int, scale: float = 1.0) -> YearOfNt2:
    """The numbers of a printed year (2015-2019) times `scale`; at scale 1 as printed."""
    persons = _times(_persons(year), scale)
    several = (_persons(year).sum() - printed("28", year, "region", ["total"])[0]) * scale
    interviews = _times(_interviews(year), scale)
    interviews[:, 0] = np.maximum(interviews[:, 0], persons)
    civil = round(_civil_tests(year) * scale)
    return YearOfNt2(
        persons=persons,
        in_several=min(round(several), int(persons.sum()) // 4),
        interviews=interviews,
        placement=_times(_placement(year), scale),
        civil_by_agency=shares(_civil_by_agency(), civil),
        civil_by_type=shares(_civil_by_type(year), civil),
        advice=_times(_advice(year), scale),
        enrolments=_times(printed("33", year, "provider", PROVIDERS), scale),
        everybody=True,
    )


def year_of_programme(participants: Ints) -> YearOfNt2:
    """The numbers of a year without people who only learn Dutch: those of 2019 in proportion.

    participants [region]: programme people interviewed in that year.
    """
    usual = year_of_nt2(2019)
    part = participants / usual.persons
    by_agency = np.array([part[regions].mean() for regions in REGIONS_OF])
    civil = shares(usual.civil_by_agency, round(float((usual.civil_by_agency * by_agency).sum())))
    return YearOfNt2(
        persons=participants,
        in_several=0,
        interviews=_times(usual.interviews, part[:, None]),
        placement=_times(usual.placement, by_agency[:, None]),
        civil_by_agency=civil,
        civil_by_type=shares(usual.civil_by_type, int(civil.sum())),
        advice=_times(usual.advice, part[:, None]),
        enrolments=_times(PER_PARTICIPANT, int(participants.sum())),
        everybody=False,
    )


def _times(counts: NDArray, scale: float | NDArray[np.float64]) -> Ints:
    return np.floor(counts * scale + 0.5).astype(np.int64)


def _key_figure(indicator: str, year: int) -> int:
    return next(int(row.value or 0) for row in key_figures() if row.indicator == indicator and row.year == year)


def _persons(year: int) -> Ints:
    return printed("28", year, "region", REGIONS)


def _growth(year: int) -> NDArray[np.float64]:
    """By region: persons interviewed in that year for each one in 2019."""
    return _persons(year) / _persons(2019)


def _interviews(year: int) -> Ints:
    """[region, kind]: Figuur 29 for AgII in 2019, before that its sum (key figures); the other agencies by analogy."""
    regions = [REGIONS[region] for region in FLEMISH]
    of_2019 = np.array([printed("29", 2019, "interview_type", INTERVIEWS, region=region) for region in regions])
    total = shares(of_2019.sum(axis=0), _key_figure("interviews", year))
    growth, persons = _growth(year), _persons(year)
    found = np.zeros((len(REGIONS), len(INTERVIEWS)), np.int64)
    for kind in (1, 2):
        found[FLEMISH, kind] = shares(of_2019[:, kind] * growth[FLEMISH], total[kind])
    again = (of_2019[:, 0] - _persons(2019)[FLEMISH]) * growth[FLEMISH]
    found[FLEMISH, 0] = persons[FLEMISH] + shares(again, total[0] - persons[FLEMISH].sum())
    per_person = total / persons[FLEMISH].sum()
    found[ELSEWHERE] = np.round(persons[ELSEWHERE, None] * per_person)
    return found


def _civil_by_agency() -> Ints:
    return printed("31", 2019, "provider", AGENCIES, test_type="civil_test")


def _civil_tests(year: int) -> int:
    """All agencies: Figuur 31 in 2019 (9,004, thirteen more than Figuur 34), the key figures before."""
    return int(_civil_by_agency().sum()) if year == 2019 else _key_figure("certifying_language_tests", year)


def _civil_by_type(year: int) -> Ints:
    """Figuur 34, and `other_civil_test` for what Figuur 31 counts beyond it; before 2018 in the proportions of 2018."""
    named = printed("34", max(year, 2018), "test_type", CIVIL[:-1])
    return np.append(named, _civil_tests(year) - named.sum() if year == 2019 else 0)


def _placement(year: int) -> Ints:
    """[agency, test]: Figuur 31 in 2019; before, AgII's tests of the key figures and the others by interviews."""
    of_2019 = np.array([printed("31", 2019, "test_type", PLACEMENT, provider=agency) for agency in AGENCIES])
    if year == 2019:
        return of_2019
    found = np.round(of_2019 * np.append(1.0, _growth(year)[ELSEWHERE])[:, None]).astype(np.int64)
    found[0] = shares(of_2019[0], _key_figure("tests", year) - shares(_civil_by_agency(), _civil_tests(year))[0])
    return found


def _advice(year: int) -> Ints:
    """[region, advice]: Figuur 32. What its printed column totals have more than its rows is given to the others."""
    found = np.zeros((len(REGIONS), len(ADVICE)), np.int64)
    for region in FLEMISH:
        found[region] = printed("32", 2019, "advice", ADVICE, region=REGIONS[region])
    rest = printed("32", 2019, "advice", ADVICE, region="total") - found.sum(axis=0)
    for advice, count in enumerate(rest):
        found[ELSEWHERE, advice] = shares(_persons(2019)[ELSEWHERE], count)
    return found if year == 2019 else np.round(found * _growth(year)[:, None]).astype(np.int64)
