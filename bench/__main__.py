"""`make bench [BENCH="load verify"]`: measure Baken against its baselines; results go to docs/benchmarks/.

SCALE (default 0.3, about five million facts; twice as many for the figures) sizes the caseload; TIMES (default 3) the
runs whose median counts.
"""

import os
import shutil
import sys
from pathlib import Path

from bench import figures, law, workplace
from bench.measure import BAKEN, ROOT, Cost, keep, median, python, run

VAR = ROOT / "var" / "bench"
SCALE = os.environ.get("SCALE", "0.3")
TIMES = int(os.environ.get("TIMES", "3"))
POSTGRES = "postgresql://postgres@127.0.0.1:5432"


def environment(name: str) -> dict[str, str]:
    """A SQLite ledger of its own."""
    folder = VAR / name
    folder.mkdir(parents=True, exist_ok=True)
    return {"BAKEN_VAR": str(folder), "BAKEN_DEMO": "1", "BAKEN_DATABASE": f"sqlite:{folder / 'ledger.sqlite3'}"}


def caseload(scale: str = SCALE) -> Path:
    """The delivery that everything is measured on, made once per scale."""
    folder = VAR / f"caseload-{scale}"
    if not (folder / "manifest.json").exists():
        run([BAKEN, "demo-data", "--scale", scale, "--out", str(folder)], environment("make"))
    return folder


def empty(name: str) -> dict[str, str]:
    """A fresh, migrated, empty SQLite ledger."""
    shutil.rmtree(VAR / name, ignore_errors=True)
    target = environment(name)
    run([BAKEN, "migrate", "--verbosity", "0"], target)
    return target


def loaded(scale: str = SCALE) -> dict[str, str]:
    """A ledger that holds the caseload."""
    name = f"loaded-{scale}"
    target = environment(name)
    if not (VAR / name / "complete").exists():
        target = empty(name)
        run([BAKEN, "load", str(caseload(scale))], target)
        (VAR / name / "complete").touch()
    return target


def empty_postgres(name: str) -> dict[str, str]:
    """A fresh, migrated, empty PostgreSQL ledger."""
    for statement in (f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}"):
        run(["psql", "-q", f"{POSTGRES}/postgres", "-c", statement], {})
    target = environment("postgres") | {"BAKEN_DATABASE": f"{POSTGRES}/{name}"}
    run([BAKEN, "migrate", "--verbosity", "0"], target)
    return target


def load() -> None:
    """`baken load` (all of it: reading, checking, sealing, writing) against writing ready rows."""
    source = Path(loaded()["BAKEN_VAR"]) / "ledger.sqlite3"
    for kind, fresh in (("sqlite", empty), ("postgresql", empty_postgres)):
        ours = median(lambda fresh=fresh: run([BAKEN, "load", str(caseload())], fresh("baken_bench")), TIMES)

        def baseline(fresh=fresh) -> Cost:
            return python("bench.baselines.write_rows", [str(source), fresh("baken_bench")["BAKEN_DATABASE"]], {})

        plain = median(baseline, TIMES)
        ratio = ours.cpu / plain.cpu if kind == "sqlite" else ours.wall / plain.wall
        way = "executemany in one transaction" if kind == "sqlite" else "COPY (wall time: the server's CPU is not ours)"
        third = f"{float(SCALE) / 3:g}"
        small = run([BAKEN, "load", str(caseload(third))], fresh("baken_bench"))
        told = {"baseline": way, "scale": SCALE, "ours": ours, "plain": plain, "ratio": round(ratio, 2)}
        keep(f"load-{kind}", told | {"peak_of_a_third": round(small.peak), "peak": round(ours.peak)})
    run(["psql", "-q", f"{POSTGRES}/postgres", "-c", "DROP DATABASE IF EXISTS baken_bench"], {})


def verify() -> None:
    """`baken verify` against reading the rows and hashing their bytes."""
    target = loaded()
    ours = median(lambda: run([BAKEN, "verify"], target), TIMES)
    plain = median(lambda: python("bench.baselines.read_rows", ["hash"], target), TIMES)
    keep(
        "verify",
        {"baseline": "ADBC read + SHA-256", "scale": SCALE, "ours": ours, "plain": plain, **ratio(ours, plain)},
    )


def snapshot() -> None:
    """`baken snapshot` against reading the rows and writing them to Parquet unsorted."""
    target = loaded()

    def ours_once() -> Cost:
        shutil.rmtree(Path(target["BAKEN_VAR"]) / "snapshots", ignore_errors=True)
        return run([BAKEN, "snapshot"], target)

    ours = median(ours_once, TIMES)
    folder = str(VAR / "unsorted")
    plain = median(lambda: python("bench.baselines.read_rows", ["parquet", folder], target), TIMES)
    way = "ADBC read + Parquet write, unsorted"
    keep("snapshot", {"baseline": way, "scale": SCALE, "ours": ours, "plain": plain, **ratio(ours, plain)})


def at_work() -> None:
    """Fifty people at once, on SQLite and on PostgreSQL."""
    workplace.measure(loaded(), "sqlite")
    target = empty_postgres("baken_bench")
    run([BAKEN, "load", str(caseload())], target)
    workplace.measure(target, "postgresql")
    run(["psql", "-q", f"{POSTGRES}/postgres", "-c", "DROP DATABASE IF EXISTS baken_bench"], {})


def demo() -> None:
    """The whole demo after its environment is built, per million facts."""
    cost = run(["scripts/demo"], {"SCALE": SCALE})
    keep("demo", {"scale": SCALE, "ours": cost, "tail": cost.printed.strip().splitlines()[-12:]})


def ratio(ours: Cost, plain: Cost) -> dict[str, float]:
    """Ours over the baseline, in CPU-seconds."""
    return {"ratio": round(ours.cpu / plain.cpu, 2)}


CASES = {
    "load": load,
    "verify": verify,
    "snapshot": snapshot,
    "figures": lambda: figures.measure(loaded(f"{2 * float(SCALE):g}"), TIMES),
    "law": lambda: law.measure(TIMES),
    "workplace": at_work,
    "demo": demo,
}


if __name__ == "__main__":
    unknown = sorted(set(sys.argv[1:]) - set(CASES))
    if unknown:
        sys.exit(f"no benchmark named {', '.join(unknown)}; there are: {', '.join(CASES)}")
    for case in sys.argv[1:] or list(CASES):
        print(f"· {case}", flush=True)
        CASES[case]()
