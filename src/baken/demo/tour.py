"""The demo from beginning to end: each step a `baken` command in a process of its own, timed and measured."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from baken.foundation.errors import BadRequest
from baken.statistics.progress import Step, write_first_page

YEAR = "2019"
MARK = "demo-van-baken"


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of the tour: its name, the command, the exit codes that mean it went well, and how many of its last
    lines are shown.
    """

    name: str
    command: tuple[str, ...]
    well: tuple[int, ...] = (0,)
    shown: int = 0


def stops(folder: Path, scale: str, seed: str) -> list[Stop]:
    """Everything `make demo` does after its environment is built."""
    published = Path(__file__).parent.parent / "figures" / "published" / YEAR
    figures = str(folder / "figures")
    return [
        Stop("Gepubliceerde tabellen nakijken", ("check-tables", str(published)), well=(0, 1), shown=1),
        Stop("Databank aanmaken", ("migrate", "--verbosity", "0")),
        Stop("Caseload maken", ("demo-data", "--scale", scale, "--seed", seed, "--out", str(folder / "caseload"))),
        Stop("Laden", ("load", str(folder / "caseload"))),
        Stop("Ketting nakijken", ("verify",), shown=2),
        Stop("Momentopname", ("snapshot",)),
        Stop("Cijfers berekenen", ("figures", "--year", YEAR, "--format", "csv", "--out", figures)),
        Stop("Vergelijken met de gepubliceerde tabellen", ("compare", "--year", YEAR), shown=40),
        Stop("Eigen tabellen nakijken", ("check-tables", figures), shown=1),
        Stop("Jaarverslag maken", ("report", "--year", YEAR, "--out", str(folder / "reports" / YEAR))),
    ]


def tour(folder: Path, scale: str, seed: str, say: Callable[[str], None]) -> None:
    """Run all stops in `folder`, made anew. Raises BadRequest with the words of a command that failed."""
    _fresh(folder)
    report, done = folder / "reports" / YEAR, []
    comparing = float(scale) == 1
    started = time.monotonic()
    for stop in stops(folder, scale, seed):
        if stop.command[0] == "compare" and not comparing:
            continue
        write_first_page(report, done, now=stop.name)
        say(f"· {stop.name} …")
        step, words = _run(stop, folder)
        done.append(step)
        say("\n".join([f"  {step.seconds:.1f} s, {step.peak_mib:.0f} MiB", *_last_lines(words, stop.shown)]))
    facts = _facts(folder)
    spent = time.monotonic() - started
    peak = max(step.peak_mib for step in done)
    say(
        f"\n{facts:,} feiten in {spent:.0f} s ({spent / facts * 1e6:.1f} s per miljoen), "
        f"hoogstens {peak:.0f} MiB geheugen."
    )
    say(f"Open nu: {report / 'index.html'}\nOf start de schermen: make serve")


def _fresh(folder: Path) -> None:
    """Empty the demo's own folder; another folder with something in it is left alone."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise BadRequest(f"{folder} is geen demomap en is niet leeg.", "Kies een andere map met --out.")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / MARK).touch()


def _run(stop: Stop, folder: Path) -> tuple[Step, str]:
    environment = os.environ | {
        "BAKEN_VAR": str(folder),
        "BAKEN_DEMO": "1",
        "BAKEN_DATABASE": f"sqlite:{folder / 'baken.sqlite3'}",
    }
    began = time.monotonic()
    command = [sys.executable, "-m", "baken.config.cli", *stop.command]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        words = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in stop.well:
        raise BadRequest(f"De stap “{stop.name}” mislukte.", f"\n{words}")
    return Step(stop.name, time.monotonic() - began, usage.ru_maxrss / 1024), words


def _last_lines(words: str, count: int) -> list[str]:
    return [f"    {line}" for line in words.strip().splitlines()[-count:]] if count else []


def _facts(folder: Path) -> int:
    manifests = sorted((folder / "snapshots").glob("*/manifest.json"))
    return int(json.loads(manifests[-1].read_text())["facts"])
