"""Jobs for the tests; they tell what they did by writing lines to a file."""

import os
import signal
import time
from datetime import timedelta
from pathlib import Path

from baken.foundation.errors import BadRequest
from baken.ui.queue import job


def note(path: str, line: str) -> None:
    """Append a line at once, also when the process is killed the next moment."""
    with Path(path).open("a") as file:
        file.write(line + "\n")


@job(title="Schrijf een regel")
def write_line(path: str, line: str) -> None:
    note(path, line)


@job(title="Begin, wacht en eindig")
def take_time(path: str, seconds: float) -> None:
    note(path, f"begin {os.getpid()}")
    time.sleep(seconds)
    note(path, "end")


@job(title="Mislukt altijd", tries=3, backoff=timedelta(milliseconds=50))
def always_fails(path: str) -> None:
    note(path, "tried")
    raise BadRequest("Dit lukt nooit.")


@job(title="Een fout in het programma", tries=1)
def breaks(name: str) -> None:
    raise ValueError(f"a message that names {name}")


@job(title="Valt weg", tries=1)
def dies() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@job(title="Alleen, en nooit twee tegelijk")
def alone(folder: str, number: int) -> None:
    """Leaves proof when two processes run the same job at once."""
    mark = Path(folder) / f"{number}.running"
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        note(f"{folder}/overlaps", str(number))
    time.sleep(0.01)
    mark.unlink(missing_ok=True)
    note(f"{folder}/done", str(number))
