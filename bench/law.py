"""The law room: everybody through all rules and through a half of them, and a study, in time and memory.

PEOPLE (default a million) says how many are judged; every fact of the book is drawn, a third of them left out.
"""

import os
from typing import Any

from bench.measure import Cost, keep, median, python

NUMBER = os.environ.get("PEOPLE", "1000000")


def measure(times: int) -> None:
    """Compare all rules with a half of them, and a study with one run."""

    def run(what: str) -> Cost:
        return median(lambda: python("bench.judge_people", [what, NUMBER], {}), times)

    whole, half, study = run("all"), run("half"), run("study")
    told: dict[str, Any] = {"people": int(NUMBER), "all_rules": whole, "half_of_the_rules": half, "study": study}
    told["all_over_half"] = round(whole.cpu / half.cpu, 2)
    told["study_over_all"] = round(study.cpu / whole.cpu, 2)
    keep("law", told)
