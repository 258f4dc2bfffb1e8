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

from django.utils.translation import gettext as _

from baken.demo.asked import require_sensible
from baken.foundation.errors import BadRequest, BakenError
from baken.ledger.interchange.places import writing
from baken.ledger.progress import counted_facts
from baken.ledger.wording import number
from baken.statistics.progress import Step, write_first_page

YEAR = "2019"
MARK = "demo-van-baken"
FOLDER = Path("var/demo")
"""Where the demo stands, unless another folder is asked for."""


class StepFailed(BakenError):
    """A command of the tour went wrong."""

    code = "step_failed"
    exit_code = 1


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of the tour: its name, the command, the exit codes that mean it went well, and how many of its last
    lines are shown.
    """

    name: str
    command: tuple[str, ...]
    well: tuple[int, ...] = (0,)
    shown: int = 0


def stops(folder: Path, scale: float, seed: int) -> list[Stop]:
    """Everything `make demo` does after its environment is built."""
    published = Path(__file__).parent.parent / "figures" / "published" / YEAR
    figures = str(folder / "figures")
    chance = ("--scale", str(scale), "--seed", str(seed))
    return [
        Stop(_("Gepubliceerde tabellen nakijken"), ("check-tables", str(published)), well=(0, 1), shown=1),
        Stop(_("Databank aanmaken"), ("migrate", "--verbosity", "0")),
        Stop(_("Caseload maken"), ("demo-data", *chance, "--out", str(folder / "caseload"))),
        Stop(_("Laden"), ("load", str(folder / "caseload"))),
        Stop(_("Ketting nakijken"), ("verify",), shown=2),
        Stop(_("Momentopname"), ("snapshot",)),
        Stop(_("Lijsten en zoeken voorbereiden"), ("rebuild",)),
        Stop(_("Verzonnen gebruikers aanmaken"), ("demo-accounts",), shown=1),
        Stop(_("Cijfers berekenen"), ("figures", "--year", YEAR, "--format", "csv", "--out", figures)),
        Stop(_("Vergelijken met de gepubliceerde tabellen"), ("compare", "--year", YEAR), shown=40),
        Stop(_("Eigen tabellen nakijken"), ("check-tables", figures), shown=1),
        Stop(_("Jaarrapport maken"), ("report", "--year", YEAR, "--out", str(folder / "reports" / YEAR))),
    ]


def tour(folder: Path, scale: float, seed: int, say: Callable[[str], None]) -> None:
    """Run all stops in `folder`, made anew. Raises BadRequest, or StepFailed with the words of a command."""
    require_sensible(scale, seed)
    _fresh(folder)
    report = folder / "reports" / YEAR
    done: list[Step] = []
    started = time.monotonic()
    for stop in stops(folder, scale, seed):
        if stop.command[0] == "compare" and scale != 1:
            continue
        write_first_page(report, done, now=stop.name)
        say(f"· {stop.name} …")
        try:
            step, words = _run(stop, folder)
        except BaseException:
            write_first_page(report, done, failed=stop.name)
            raise
        done.append(step)
        cost = f"  {number(step.seconds, 1)} s, {number(step.peak_mib, 0)} MiB"
        say("\n".join([cost, *_last_lines(words, stop.shown)]))
    say("\n" + _summed_up(_facts(folder), time.monotonic() - started, max(step.peak_mib for step in done)))
    say(_("Open nu: %(page)s") % {"page": report / "index.html"})
    elsewhere = "" if folder == FOLDER.resolve() else f" OUT={folder}"
    say(_("Of start de schermen: make serve%(elsewhere)s") % {"elsewhere": elsewhere})


def _summed_up(facts: int, seconds: float, peak: float) -> str:
    sentence = _(
        "%(facts)s die nu gelden (ingetrokken feiten tellen hier niet mee) in %(seconds)s s (%(each)s s per miljoen), "
        "hoogstens %(peak)s MiB geheugen."
    )
    told = {"seconds": number(seconds, 0), "each": number(seconds / facts * 1e6, 1), "peak": number(peak, 0)}
    return sentence % {"facts": counted_facts(facts), **told}


def _fresh(folder: Path) -> None:
    """Empty the demo's own folder; another folder with something in it is left alone."""
    if folder.exists() and not folder.is_dir():
        raise BadRequest(_("%(path)s is een bestand.") % {"path": folder}, _("Kies een andere map met --out."))
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        other = _("%(folder)s is geen demomap en is niet leeg.") % {"folder": folder}
        raise BadRequest(other, _("Kies een andere map met --out."))
    shutil.rmtree(folder, ignore_errors=True)
    with writing(folder):
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
        status, usage = os.wait4(process.pid, 0)[1:]
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in stop.well:
        raise StepFailed(_("De stap “%(name)s” mislukte.") % {"name": stop.name}, f"\n{words}")
    return Step(stop.name, time.monotonic() - began, usage.ru_maxrss / 1024), words


def _last_lines(words: str, count: int) -> list[str]:
    return [f"    {line}" for line in words.strip().splitlines()[-count:]] if count else []


def _facts(folder: Path) -> int:
    manifests = sorted((folder / "snapshots").glob("*/manifest.json"))
    return int(json.loads(manifests[-1].read_text())["facts"])
