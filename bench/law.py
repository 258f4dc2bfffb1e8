"""The law room: everybody through all rules and through a half of them, and every shipped study, in time and memory.

PEOPLE (default a million) says how many are judged; every fact of the book is drawn, a third of them left out.
"""

import json
import os
import sys
from typing import Any

from bench.measure import Cost, keep, median, python, run

NUMBER = os.environ.get("PEOPLE", "1000000")
STUDY = f"import django; django.setup(); from bench.study_people import main; main({int(NUMBER)})"
SETTINGS = {"DJANGO_SETTINGS_MODULE": "baken.config.settings", "BAKEN_DEMO": "1"}


def measure(times: int) -> None:
    """Compare all rules with a half of them, and each study with one run over the same people."""

    def judged(what: str) -> Cost:
        return median(lambda: python("bench.judge_people", [what, NUMBER], {}), times)

    whole, half = judged("all"), judged("half")
    told: dict[str, Any] = {"people": int(NUMBER), "all_rules": whole, "half_of_the_rules": half}
    told["all_over_half"] = round(whole.cpu / half.cpu, 2)
    keep("law", told | {"studies": _studies(whole)})


def _studies(whole: Cost) -> list[dict[str, Any]]:
    """Each shipped reform: its CPU-seconds, over a run of all rules, and over a run of only what it touches."""
    printed = run([sys.executable, "-c", STUDY], SETTINGS)
    lines = [json.loads(line) for line in printed.printed.splitlines() if line.startswith("{")]
    return [
        {
            "reform": line["reform"],
            "outcomes": line["outcomes"],
            "cpu": round(line["study"]["cpu"], 2),
            "over_all_rules": round(line["study"]["cpu"] / whole.cpu, 2),
            "over_its_outcomes": round(line["study"]["cpu"] / line["run"]["cpu"], 2),
            "peak": round(printed.peak),
        }
        for line in lines
    ]
