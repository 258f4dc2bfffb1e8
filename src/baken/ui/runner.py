"""The process in which jobs run: spawned, never forked, so that Polars and its threads start clean in it.

This module is loaded in that process before Django is, so it asks for models only once Django stands.
"""

import os
import signal
import threading
import traceback
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path

import django
from django.utils.translation import gettext_noop

from baken.foundation.errors import BakenError

DIED = gettext_noop("Het proces waarin de taak liep, viel weg.")
UNEXPECTED = gettext_noop("Er ging iets mis in het programma zelf.")
PACKAGE = Path(__file__).parents[1]
JOBS_PER_PROCESS = 100
"""After so many jobs the process is renewed: memory that libraries keep is given back."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the worker asks of the runner."""

    job: int
    attempt: int
    name: str
    arguments: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it: a sentence for people and the place in the code, both empty when all is well."""

    error: str = ""
    place: str = ""


class Runner:
    """The worker's end: a freshly spawned process that runs one job at a time."""

    def __init__(self) -> None:
        context = get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), name="baken-jobs")
        self._process.start()
        theirs.close()
        self._given = 0

    @property
    def usable(self) -> bool:
        """Whether another job may be given to this process."""
        return self._given < JOBS_PER_PROCESS and self._process.is_alive()

    def give(self, order: Order) -> None:
        """Start a job; the answer follows."""
        self._given += 1
        with suppress(OSError):  # it died this very moment: `result` will say so
            self._line.send(order)

    def answered(self, seconds: float) -> bool:
        """Wait at most so long for an answer or the process's death."""
        return bool(wait([self._line, self._process.sentinel], seconds))

    def result(self) -> Result:
        """What came of the job, once it is answered."""
        with suppress(EOFError, OSError):
            if self._line.poll():
                return self._line.recv()
        self._process.join()
        return Result(DIED, f"exit {self._process.exitcode}")

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.join()

    def close(self) -> None:
        """Let the idle process end."""
        self._line.close()
        self._process.join()


def serve(orders: Connection) -> None:
    """The process's end: carry out one order after another until the worker closes the line.

    A signal to the whole group is for the worker to act on: it lets a running job end, or kills this process.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    threading.Thread(target=_end_with_worker, daemon=True).start()
    django.setup()
    while True:
        try:
            order = orders.recv()
        except EOFError:
            return
        orders.send(carry_out(order))


def _end_with_worker() -> None:
    """A worker that is killed must not leave its job running beside the next worker's attempt."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def carry_out(order: Order) -> Result:
    """Run one job to its end; whatever it raises becomes a sentence."""
    import structlog
    from django.db import close_old_connections

    from baken.ui.queue.declare import definition

    structlog.contextvars.bind_contextvars(job=order.job, attempt=order.attempt, name=order.name)
    try:
        definition(order.name).call(**order.arguments)
    except BakenError as error:
        return Result(str(error), place(error))
    except Exception as error:
        structlog.get_logger("baken.jobs").exception("job.unexpected_error")
        return Result(UNEXPECTED, place(error))
    finally:
        structlog.contextvars.clear_contextvars()
        close_old_connections()
    return Result()


def place(error: BaseException) -> str:
    """`ValueError in figures/snapshot.py:42 write`: where it happened, without the message, which may name people."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if PACKAGE in Path(frame.filename).parents] or frames
    if not own:
        return type(error).__name__
    last = own[-1]
    file = Path(last.filename)
    shown = file.relative_to(PACKAGE) if PACKAGE in file.parents else file.name
    return f"{type(error).__name__} in {shown}:{last.lineno} {last.name}"
