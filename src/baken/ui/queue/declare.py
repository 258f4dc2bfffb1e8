"""How a job is declared and enqueued, in the style of Django's tasks (DEP 14)."""

import inspect
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext as _

from baken.foundation.errors import BadRequest
from baken.ui.models import Job
from baken.ui.queue import schedule, store

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LONGEST_DELAY = timedelta(hours=1)

_definitions: dict[str, "Definition"] = {}


@dataclass(frozen=True, slots=True)
class Definition:
    """A job that can be asked for. `@job` makes it; `using` gives a copy with other choices."""

    function: Callable[..., object]
    name: str
    title: "StrOrPromise"
    tries: int
    backoff: timedelta
    every: schedule.Schedule | None
    priority: int
    key: str | None = None
    run_after: datetime | None = None

    def using(
        self, *, key: str | None = None, run_after: datetime | None = None, priority: int | None = None
    ) -> "Definition":
        """The same job with a key (asked twice under one key, it runs once), a first moment, or a priority."""
        return replace(self, key=key, run_after=run_after, priority=self.priority if priority is None else priority)

    def enqueue(self, **arguments: object) -> Job:
        """Ask for the job. The row is written in the caller's transaction: it exists when, and only when, that commits.

        A job that already exists under the same key, finished or not, is returned as it is.
        Raises BadRequest when the arguments do not fit the function or are not plain JSON.
        """
        self.check(arguments)
        return store.enqueue(
            name=self.name,
            arguments=arguments,
            key=self.key,
            priority=self.priority,
            run_after=self.run_after,
            tries=self.tries,
        )

    def call(self, **arguments: object) -> object:
        """Do the work here and now, without the queue."""
        self.check(arguments)
        return self.function(**arguments)

    def delay(self, attempt: int) -> timedelta:
        """How long to wait after failed attempt number `attempt` (from 1): doubling, at most an hour."""
        return min(self.backoff * 2 ** min(attempt - 1, 30), LONGEST_DELAY)

    def check(self, arguments: dict[str, object]) -> None:
        """Raises BadRequest when the job cannot be asked for with these arguments."""
        try:
            signature = inspect.signature(self.function)
            signature.bind(**arguments)
            plain = json.loads(json.dumps(arguments)) == arguments
        except TypeError as error:
            wrong = _("De taak %(name)s kan zo niet gevraagd worden.") % {"name": self.name}
            raise BadRequest(wrong, _takes(signature)) from error
        if not plain:
            wrong = _("De taak %(name)s neemt alleen gewone JSON aan.") % {"name": self.name}
            raise BadRequest(wrong, _("Geef tekst, getallen, true, false of lijsten."))


def _takes(signature: inspect.Signature) -> str:
    if not signature.parameters:
        return _("Ze heeft geen argumenten.")
    return _("Haar argumenten zijn: %(names)s.") % {"names": ", ".join(signature.parameters)}


def job(
    *,
    title: "StrOrPromise",
    every: str | None = None,
    tries: int = 5,
    backoff: timedelta = timedelta(seconds=10),
    priority: int = 0,
) -> Callable[[Callable[..., object]], Definition]:
    """Declare a module-level function with keyword arguments as a job.

    title: what the jobs page calls it, in Dutch (mark it with gettext_lazy). every: a schedule in Brussels time,
    for a job without arguments that the workers ask for themselves, once per occurrence; of occurrences missed
    while no worker lived only the latest is made up for. tries: attempts before it counts as failed; backoff: the
    wait after the first failed attempt, doubled after each next one. A higher priority goes first.
    The work must be idempotent: it runs at least once, and again when a worker dies half-way.
    """

    def declare(function: Callable[..., object]) -> Definition:
        name = _name(function)
        definition = Definition(
            function, name, title, tries, backoff, schedule.parse(every) if every else None, priority
        )
        if every:
            definition.check({})
        _definitions[name] = definition
        return definition

    return declare


def _name(function: Callable[..., object]) -> str:
    """`figures.nightly_snapshot` for a job in a room's `jobs.py`; elsewhere the full path."""
    if function.__qualname__ != function.__name__:
        raise BadRequest(f"{function.__qualname__} is not a module-level function, so it cannot be a job.")
    parts = function.__module__.split(".")
    if len(parts) == 3 and parts[0] == "baken" and parts[2] == "jobs":
        return f"{parts[1]}.{function.__name__}"
    return f"{function.__module__}.{function.__name__}"


@cache
def discover() -> None:
    """Import every room's `jobs.py`, once and only when asked: some bring heavy libraries with them."""
    autodiscover_modules("jobs")


def definition(name: str) -> Definition:
    """The job with that name. Raises BadRequest when there is none."""
    discover()
    if name not in _definitions and name.startswith("baken."):
        _import(name.rpartition(".")[0])
    if name not in _definitions:
        unknown = _("Er is geen taak %(name)s.") % {"name": name}
        raise BadRequest(unknown, _("`baken job --list` noemt ze."))
    return _definitions[name]


def _import(module: str) -> None:
    try:
        import_module(module)
    except ModuleNotFoundError:
        return


def definitions() -> list[Definition]:
    """Every job that is known, in order of name."""
    discover()
    return [_definitions[name] for name in sorted(_definitions)]


def recurrences() -> list[tuple[Definition, schedule.Schedule]]:
    """Every recurring job with its schedule."""
    return [(each, each.every) for each in definitions() if each.every]


def enqueue_due(now: datetime) -> list[Job]:
    """Ask for the latest occurrence of every recurring job, unless that was done already (by any worker)."""
    due = []
    for recurring, every in recurrences():
        key = f"{recurring.name}@{every.latest(now):%Y-%m-%dT%H:%MZ}"
        if not Job.objects.filter(key=key).exists():
            due.append(recurring.using(key=key).enqueue())
    return due
