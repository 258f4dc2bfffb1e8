"""All years one after another: who registers, and what becomes of them."""

from baken.demo.cohorts import cohorts
from baken.demo.endings import declare_efforts, end_others, issue_certificates, prove_participation
from baken.demo.mo_paths import decide, follow_courses, leave_out_mo, take_exemption_tests
from baken.demo.paths import Paths
from baken.demo.targets import year_of

FIRST_YEAR = 2013
"""Two years before the first printed ones, so that 2015 begins with contracts that run."""


def walk(seed: int, last_year: int, scale: float) -> Paths:
    """The paths of everybody who registers from FIRST_YEAR up to and including `last_year`, both in full."""
    years = [year_of(year, scale) for year in range(FIRST_YEAR, last_year + 1)]
    paths = Paths(seed, cohorts(seed, years))
    for year in years:
        paths.sign_again(year)
        take_exemption_tests(paths, year)
        follow_courses(paths, year, scale)
        decide(paths, year)
        issue_certificates(paths, year)
        prove_participation(paths, year)
        declare_efforts(paths, year, scale)
        end_others(paths, year)
        leave_out_mo(paths, year)
    return paths
