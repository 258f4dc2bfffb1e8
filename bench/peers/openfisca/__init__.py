"""OpenFisca-Core 46 on the same twenty rules: a million people at once, and one person with full trace.

The outcomes must be the same, person by person; only then does the time count.
"""

import os
from pathlib import Path

import numpy as np
import polars as pl

from bench.measure import ROOT, Cost, keep, median, python, run, said
from bench.peers.environment import peer_python

NUMBER = int(os.environ.get("PEOPLE", "1000000"))
TIMES = int(os.environ.get("TIMES", "5"))
ON = "2026-10-31"
THEIRS = str(Path(__file__).parent / "run.py")


def compare() -> None:
    """Measure both in turn, check that they agree, keep the medians."""
    from bench.peers.openfisca.people import people, save

    peer, var = peer_python("openfisca"), ROOT / "var" / "peers"
    given, theirs, ours = (str(var / name) for name in ("people.npz", "theirs.npz", "ours.parquet"))
    save(people(NUMBER), Path(given))
    costs: dict[str, list[Cost]] = {"theirs": [], "ours": [], "theirs_one": [], "ours_one": []}
    for _ in range(TIMES):
        costs["theirs"].append(said(run([peer, THEIRS, given, ON, theirs], {})))
        costs["ours"].append(python("bench.peers.openfisca.ours", [given, ON, ours], {}))
        costs["theirs_one"].append(said(run([peer, THEIRS, "one", ON], {})))
        costs["ours_one"].append(python("bench.peers.openfisca.ours", ["one", ON], {}))
    _same(Path(theirs), Path(ours))
    medians = {name: median(iter(many).__next__, TIMES) for name, many in costs.items()}
    told = {"baseline": "OpenFisca-Core 46.0.1, the same twenty rules", "people": NUMBER} | medians
    ratios = {
        "theirs_over_ours_wall": round(medians["theirs"].wall / medians["ours"].wall, 2),
        "theirs_over_ours_cpu": round(medians["theirs"].cpu / medians["ours"].cpu, 2),
        "theirs_over_ours_one_person": round(medians["theirs_one"].cpu / medians["ours_one"].cpu, 1),
    }
    keep("peer-openfisca", told | ratios)


def _same(theirs: Path, ours: Path) -> None:
    """Both found the same for everybody; their amounts and levels in our terms."""
    found, own = np.load(theirs), pl.read_parquet(ours)
    for name in own.columns:
        mine, other = own[name].to_numpy(), found[name]
        if name == "nt2_level":
            other = np.array(["a1", "a2"])[other]
        if name in ("job_service_by", "contract_day"):
            mine = mine.astype("datetime64[D]")
        if differing := int((mine != other).sum()):
            raise SystemExit(f"{name}: {differing} people differ, the first is number {int((mine != other).argmax())}")
