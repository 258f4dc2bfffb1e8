"""`baken job NAME [argument=value …]`: ask for a job from the command line."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation

from baken.foundation.errors import BadRequest
from baken.ui.database import require_migrated
from baken.ui.queue import definition, definitions


class Command(BaseCommand):
    """Ask for a job, or list them."""

    help = "Ask for a background job; a worker does it."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The job's name and arguments, or a list of all jobs."""
        parser.add_argument("name", nargs="?", help="the job, as --list names it")
        parser.add_argument("arguments", nargs="*", metavar="argument=value", help="values are JSON, or else text")
        parser.add_argument("--key", help="asked twice under one key, it runs once")
        parser.add_argument("--here", action="store_true", help="do it at once in this process, without the queue")
        parser.add_argument("--list", action="store_true", help="name every job and when it recurs")

    def handle(self, *, name: str | None, arguments: list[str], key: str | None, here: bool, **options: Any) -> None:
        """List, run here, or enqueue."""
        if options["list"]:
            self._list()
        elif not name:
            raise BadRequest("Which job?", "`baken job --list` names them.")
        elif here:
            definition(name).call(**_parse(arguments))
            self.stdout.write(f"Job {name}: done.")
        else:
            require_migrated()
            job = definition(name).using(key=key).enqueue(**_parse(arguments))
            self.stdout.write(f"Job {job.pk} ({name}): {job.state}. A worker (`baken worker`) does it.")

    def _list(self) -> None:
        with translation.override("en"):
            for each in definitions():
                every = f"every {each.every.text}" if each.every else "when asked"
                self.stdout.write(f"{each.name:<40} {every:<24} {each.title}")


def _parse(arguments: list[str]) -> dict[str, object]:
    return dict(_pair(text) for text in arguments)


def _pair(text: str) -> tuple[str, object]:
    name, equals, value = text.partition("=")
    if not equals:
        raise BadRequest(f"“{text}” is not argument=value.")
    try:
        return name, json.loads(value)
    except json.JSONDecodeError:
        return name, value
