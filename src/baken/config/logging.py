"""How Baken logs: one event per line on stderr, JSON unless a person is watching. Only ids, never what people typed."""

import os
import sys
import time
import traceback
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from logging.config import dictConfig
from typing import Any

import structlog

from baken.config import environment

SERVICES = ("serve", "worker")
"""Commands that stay, and whose every request or job is logged; the others only speak up when something is wrong."""

SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def frames_only(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """An exception as its type and places; its message is left out, for a database may quote a name in it."""
    given = event.pop("exc_info", None)
    kind, _error, trace = given if isinstance(given, tuple) else sys.exc_info() if given else (None, None, None)
    if kind is not None:
        event["exception"] = kind.__name__
        event["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    return event


def configuration() -> dict[str, Any]:
    """The LOGGING of Django's settings; also sets structlog up to end in the same handler.

    Raises BadRequest for a BAKEN_LOG_LEVEL that is none.
    """
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    watched = sys.stderr.isatty()
    renderer = structlog.dev.ConsoleRenderer() if watched else structlog.processors.JSONRenderer(ensure_ascii=False)
    lines = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": SHARED,
        "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, frames_only, renderer],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": lines},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["stderr"], "level": environment.log_level()},
        "loggers": {
            "baken": {"level": "NOTSET"},
            # Who read what about people is kept at any level.
            "baken.audit": {"level": "INFO"},
            # Each request has its line from `ui.middleware`; Django's own tells only of what broke.
            "django": {"handlers": [], "level": "WARNING"},
            "django.request": {"level": "ERROR"},
        },
    }


@contextmanager
def recorded(command: str) -> Iterator[None]:
    """Log a command's start and end with its duration and outcome."""
    os.environ.setdefault("BAKEN_LOG_LEVEL", "INFO" if command in SERVICES else "WARNING")
    dictConfig(configuration())
    log = structlog.get_logger("baken.command")
    start, outcome = time.monotonic(), "ok"
    log.info("command.started", command=command)
    try:
        yield
    except BaseException as error:
        outcome = type(error).__name__
        raise
    finally:
        log.info("command.ended", command=command, outcome=outcome, seconds=round(time.monotonic() - start, 3))
