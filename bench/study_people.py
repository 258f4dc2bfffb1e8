"""Study shipped reforms over random people, in a process in which Django is set up.

The run judges the same people once, by the law as it is, on the outcomes that the reform touches; the study tallies
both laws by every group. Drawing people does not count.
"""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl

from baken.law import content
from baken.law.population import judge
from baken.law.reform_file import load_reform
from baken.law.side_by_side import affected
from baken.statistics.study.population import KEY, Population
from baken.statistics.study.run import run
from bench.judge_people import TODAY, people

REFORMS = sorted((Path(content.__file__).parent / "reforms").glob("*.yaml"))


def timed(work: Callable[[], Any]) -> dict[str, float]:
    """CPU-seconds and seconds of a piece of work."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}


def main(number: int) -> None:
    """Print a line of JSON for each reform: `run` and `study` as {cpu, wall}."""
    book = content.the_book()
    drawn = people(number).with_columns(pl.int_range(number, dtype=pl.Int64).alias(KEY))
    for path in REFORMS:
        reform = load_reform(path, book)
        if reform.suppose:
            continue  # it supposes cases of everybody, each its own: another number of rows
        asked = [name for name in affected(book, reform.over(book)) if name in book.rules]
        once = timed(lambda asked=asked: judge(book, drawn, asked, TODAY).select(asked).collect())
        whole = timed(lambda reform=reform: run(reform, book, Population(drawn, "bench", ""), TODAY))
        print(json.dumps({"reform": path.stem, "outcomes": len(asked), "run": once, "study": whole}), flush=True)
