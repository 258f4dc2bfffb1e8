"""Telling what is being done and how long each step took: alive on a terminal, plain lines otherwise."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from django.utils.translation import ngettext
from rich.console import Console

from baken.ledger.wording import number


class Steps:
    """Prints each step with what it counted and its seconds; silent without a console."""

    def __init__(self, console: Console | None = None) -> None:
        self.console = console

    @contextmanager
    def step(self, title: str) -> Iterator["Step"]:
        """A step in the work; say what it counted through the `Step` it gives."""
        started, step = perf_counter(), Step()
        if self.console is None:
            yield step
            return
        if self.console.is_terminal:
            with self.console.status(f"{title} …"):
                yield step
        else:
            yield step
        if step.silent:
            return
        told = f" · {step.told}" if step.told else ""
        self.console.print(f"{title}{told} · {number(perf_counter() - started, 1)} s", highlight=False)

    def say(self, sentence: str) -> None:
        """Print a sentence of its own."""
        if self.console is not None:
            self.console.print(sentence, highlight=False)


class Step:
    """What a step has to tell when it is done."""

    told = ""
    silent = False
    """Nothing worth a line."""


def counted_facts(count: int) -> str:
    """`3.216.885 feiten`."""
    return ngettext("%(count)s feit", "%(count)s feiten", count) % {"count": number(count)}


def counted_rows(count: int) -> str:
    """`1 rij`, `581 rijen`."""
    return ngettext("%(count)s rij", "%(count)s rijen", count) % {"count": number(count)}
