"""Telling what is being done and how long each step took: alive on a terminal, plain lines otherwise."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from rich.console import Console


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
        told = f" · {step.told}" if step.told else ""
        self.console.print(f"{title}{told} · {perf_counter() - started:.1f} s", highlight=False)

    def say(self, sentence: str) -> None:
        """Print a sentence of its own."""
        if self.console is not None:
            self.console.print(sentence, highlight=False)


class Step:
    """What a step has to tell when it is done."""

    told = ""
