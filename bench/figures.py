"""All figures of 2019: ours on a standing snapshot, against good SQL on SQLite and against pandas on its Parquet.

What counts is the counting alone, in each; the whole command (with its start, and its files written) is told beside it.
"""

import json
from pathlib import Path

from bench.measure import BAKEN, Cost, keep, median, python, run


def measure(target: dict[str, str], times: int) -> None:
    """Compare the three, and make sure that both baselines count the same cells."""
    var = Path(target["BAKEN_VAR"])
    run([BAKEN, "snapshot"], target)
    snapshot = max((var / "snapshots").glob("*/manifest.json"), key=lambda path: path.stat().st_mtime).parent
    asked = [BAKEN, "figures", "--year", "2019", "--format", "json", "--out", str(var / "out")]
    command = median(lambda: run(asked, target), times)
    ours = median(lambda: python("bench.count_figures", [], target), times)
    said: dict[str, list[Cost]] = {"sql": [], "pandas": []}

    def once(kind: str, *arguments: str) -> Cost:
        said[kind].append(python(f"bench.baselines.figures_{kind}", list(arguments), target))
        return said[kind][-1]

    sql = median(lambda: once("sql", str(var / "ledger.sqlite3")), times)
    pandas = median(lambda: once("pandas", str(snapshot)), times)
    if _cells(said["sql"][0]) != _cells(said["pandas"][0]):
        difference = sorted(_cells(said["sql"][0]) ^ _cells(said["pandas"][0]))[:10]
        raise SystemExit(f"the baselines do not count the same: {difference}")
    keep(
        "figures",
        {
            "facts": json.loads((snapshot / "manifest.json").read_text())["facts"],
            "ours": ours,
            "whole_command": command,
            "sql_on_sqlite": sql,
            "pandas_on_parquet": pandas,
            "sql_over_ours": round(sql.cpu / ours.cpu, 2),
            "pandas_over_ours": round(pandas.cpu / ours.cpu, 2),
        },
    )


def _cells(cost: Cost) -> set[str]:
    return {line for line in cost.printed.splitlines() if line.count("\t") == 3}
