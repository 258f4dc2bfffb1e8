"""The worker: takes jobs, has them run in a spawned process, and keeps its lease on them meanwhile.

It promises at least once. A job's row moves on only after the work was done, so a worker that dies half-way leaves
a job that another takes up again once the lease has run out.
"""

import os
import secrets
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from enum import Enum
from typing import Any

import structlog
from django.db import InterfaceError, OperationalError, connection

from baken.foundation import clock
from baken.foundation.errors import BakenError
from baken.ui.models import Attempt, State
from baken.ui.queue import declare, store
from baken.ui.runner import Order, Runner

LEASE = timedelta(minutes=5)
"""Longer than any load holds SQLite's one write lock, during which no worker can say that it lives."""
BEAT = 5.0
POLL = 1.0
GRACE = 30.0
AWAY = (OperationalError, InterfaceError)
"""What Django raises while the database does not answer or another process keeps it locked."""

log = structlog.get_logger("baken.jobs")


class Until(Enum):
    """When a worker stops of its own accord."""

    STOPPED = "stopped"
    EMPTY = "empty"
    ONE = "one"


class Worker:
    """One worker; start as many as you like, on as many machines as reach the database."""

    def __init__(self, *, lease: timedelta = LEASE, grace: float = GRACE, minds_clock: bool = True) -> None:
        self.name = f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(2)}"
        self.lease = lease
        self.grace = grace
        self.minds_clock = minds_clock
        self.beat = min(BEAT, lease.total_seconds() / 4)
        self.stop_asked_at: float | None = None
        self._next_beat = 0.0
        self._runner: Runner | None = None

    def stop(self, *_: object) -> None:
        """Take no new job; one that runs has `grace` seconds to end (signal handler)."""
        self.stop_asked_at = self.stop_asked_at or time.monotonic()

    def work(self, until: Until = Until.STOPPED) -> int:
        """Work until stopped, until nothing is due, or one job long. Returns the number of attempts made."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)
        done = 0
        try:
            while not self.stop_asked_at:
                attempt = self._take()
                if attempt:
                    self._run(attempt)
                    done += 1
                if until is Until.ONE or (until is Until.EMPTY and not attempt):
                    break
                if not attempt:
                    time.sleep(POLL)
        finally:
            self._close_runner()
            with suppress(*AWAY):
                store.sign_off(self.name)
        return done

    def _take(self) -> Attempt | None:
        """The next attempt, or None when nothing is due; a database that does not answer is waited for."""
        while not self.stop_asked_at:
            try:
                self._say_alive()
                return store.claim(self.name, self.lease)
            except AWAY:
                log.warning("worker.database_away", worker=self.name)
                connection.close()
                time.sleep(POLL)
        return None

    def _say_alive(self) -> None:
        """Now and then: sign on, take back what the dead held, ask for recurring jobs."""
        if time.monotonic() < self._next_beat:
            return
        store.sign_on(self.name)
        store.reclaim()
        if self.minds_clock:
            declare.enqueue_due(clock.now())
        self._next_beat = time.monotonic() + self.beat

    def _run(self, attempt: Attempt) -> None:
        job, start = attempt.job, time.monotonic()
        log.info("job.started", job=job.pk, name=job.name, attempt=attempt.number, worker=self.name)
        outcome = self._see_through(attempt)
        seconds = round(time.monotonic() - start, 3)
        log.info("job.ended", job=job.pk, name=job.name, attempt=attempt.number, outcome=outcome, seconds=seconds)

    def _see_through(self, attempt: Attempt) -> str:
        """Have the job run and record what came of it; returns the outcome in a word, for the log."""
        runner = self._usable_runner()
        runner.give(Order(attempt.job.pk, attempt.number, attempt.job.name, attempt.job.arguments))
        while not runner.answered(min(self.beat, POLL) if self.stop_asked_at else self.beat):
            standing = self._beat(attempt)
            if standing is not State.RUNNING:
                runner.kill()
                return "stopped" if standing and self._record(store.stop, attempt) else "lost"
            if self.stop_asked_at and time.monotonic() > self.stop_asked_at + self.grace:
                runner.kill()
                return "released" if self._record(store.release, attempt) else "lost"
        result = runner.result()
        if result.error:
            recorded = self._record(store.fail, attempt, result.error, result.place, _delay(attempt))
            return "failed" if recorded else "lost"
        return "done" if self._record(store.succeed, attempt) else "lost"

    def _usable_runner(self) -> Runner:
        if self._runner is None or not self._runner.usable:
            self._close_runner()
            self._runner = Runner()
        return self._runner

    def _close_runner(self) -> None:
        if self._runner:
            self._runner.close()
        self._runner = None

    def _beat(self, attempt: Attempt) -> State | None:
        try:
            store.sign_on(self.name)
            return store.beat(attempt, self.lease)
        except AWAY:
            log.warning("worker.database_away", worker=self.name)
            connection.close()
            return State.RUNNING

    def _record(self, move: Callable[..., bool], attempt: Attempt, *details: Any) -> bool:
        """Record an outcome, also when the database is away for a while; after the lease it is no longer ours."""
        deadline = time.monotonic() + self.lease.total_seconds()
        while True:
            try:
                return move(attempt, *details)
            except AWAY:
                connection.close()
                if time.monotonic() > deadline:
                    return False
                time.sleep(POLL)


def _delay(attempt: Attempt) -> timedelta:
    try:
        return declare.definition(attempt.job.name).delay(attempt.number)
    except BakenError:
        return declare.LONGEST_DELAY
