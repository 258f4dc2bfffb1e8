"""Run a piece of work in a process of its own and say what it cost."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
RESULTS = ROOT / "docs" / "benchmarks"
BAKEN = str(Path(sys.executable).parent / "baken")


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU-seconds (the process and its children), wall seconds, peak memory in MiB, and what the work printed."""

    cpu: float
    wall: float
    peak: float
    printed: str = ""


def run(command: list[str], environment: dict[str, str]) -> Cost:
    """Run a command to its end and measure it; a failure ends the benchmark with its output."""
    started = time.perf_counter()
    with subprocess.Popen(
        command, env=os.environ | environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{printed}")
    wall = time.perf_counter() - started
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, printed)


def python(module: str, arguments: list[str], environment: dict[str, str]) -> Cost:
    """Run `python -m module arguments`; what it says of itself is what counts."""
    return said(run([sys.executable, "-m", module, *arguments], environment))


def said(cost: Cost) -> Cost:
    """When the last line printed is JSON with `cpu` and `wall`, these are what counts."""
    last = cost.printed.strip().rpartition("\n")[2]
    if last.startswith("{"):
        inner = json.loads(last)
        return Cost(inner["cpu"], inner["wall"], cost.peak, cost.printed)
    return cost


def median(work: Callable[[], Cost], times: int) -> Cost:
    """The median of each cost over several runs."""
    costs = [work() for _ in range(times)]
    return Cost(*(statistics.median(getattr(cost, name) for cost in costs) for name in ("cpu", "wall", "peak")))


def keep(name: str, result: dict[str, Any]) -> None:
    """Print a result and keep it as docs/benchmarks/<name>.json."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    result = {
        "benchmark": name,
        "measured_on": datetime.now(UTC).date().isoformat(),
        "machine": f"{os.cpu_count()} cores",
        **{key: asdict(value) if isinstance(value, Cost) else value for key, value in result.items()},
    }
    for value in result.values():
        if isinstance(value, dict):
            value.pop("printed", None)
            value.update({key: round(number, 3) for key, number in value.items() if isinstance(number, float)})
    (RESULTS / f"{name}.json").write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n")
    print(json.dumps(result, indent=2, ensure_ascii=False))
