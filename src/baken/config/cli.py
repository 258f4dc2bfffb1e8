"""The command line: `baken <command>`. Each room keeps its commands in `management/commands`."""

import os
import sys
from collections.abc import Callable
from difflib import get_close_matches
from importlib.metadata import version
from typing import Any, NoReturn

import django
from django.apps import apps
from django.conf import settings
from django.core.management import BaseCommand, CommandError, ManagementUtility, get_commands
from django.core.management.base import SystemCheckError
from django.utils import translation
from django.utils.translation import gettext as _

from baken.config import usage
from baken.config.logging import recorded
from baken.foundation.errors import BadRequest, BakenError


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for translation; Django's own would ask for the settings, of which the faults are told here."""
    return sentence


NOT_OURS = {"createsuperuser", "changepassword"}
"""Commands of Django that have no place here: see `baken account`."""
FOR_DEVELOPERS = {
    "--version",
    "--verbosity",
    "--settings",
    "--pythonpath",
    "--traceback",
    "--no-color",
    "--force-color",
}
"""Arguments that every command of Django has; they work, but nobody is told."""
WITHOUT_LEDGER = {"migrate", "check", "demo", "demo_data", "check_tables", "law", "study", "decide"}
"""Baken's commands that work before there is a database; `decide` asks for it itself when a dossier is named."""
STOPPED = gettext_noop("gestopt; niets half gedaan werd bewaard.")
UNFORESEEN = gettext_noop("hier liep iets mis dat niet voorzien was (%(error)s). Met BAKEN_TRACE=1 ziet u waar.")


class CommandLine(ManagementUtility):
    """Django's own, with Baken's names, words and errors."""

    def fetch_command(self, subcommand: str) -> BaseCommand:
        """The command `demo-data` is the module demo_data. Raises BadRequest when there is none of that name."""
        name = module_of(subcommand)
        if name not in get_commands() or name in NOT_OURS:
            raise BadRequest(_("Er is geen opdracht “%(name)s”.") % {"name": subcommand}, _hint(name))
        command = super().fetch_command(name)
        command.help = _(command.help)
        command.suppressed_base_arguments = FOR_DEVELOPERS
        setattr(command, "execute", _in_our_manner(command.execute))  # noqa: B010 - types know no method to assign
        return command


def _in_our_manner(execute: Callable[..., Any]) -> Callable[..., Any]:
    """What a command of Django refuses is wrong input too; what its checks find is told as they tell it."""

    def told(*args: Any, **options: Any) -> Any:
        try:
            return execute(*args, **options)
        except SystemCheckError:
            raise
        except CommandError as error:
            raise BadRequest(str(error)) from error

    return told


def main() -> None:
    """Run a command; what a user did wrong is one sentence on stderr and exit code 2."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
    try:
        _run(["baken", *sys.argv[1:]])
    except BrokenPipeError:
        sys.exit(1)
    except KeyboardInterrupt:
        _end(_said(STOPPED), 130)
    except BakenError as error:
        _end(str(error), error.exit_code)
    except OSError as error:
        _end(_about(error), 2)
    except Exception as error:
        # The place stands in the log (BAKEN_LOG_LEVEL=ERROR); the message may quote what somebody typed.
        if os.environ.get("BAKEN_TRACE"):
            raise
        _end(_said(UNFORESEEN) % {"error": type(error).__name__}, 1)


def _run(arguments: list[str]) -> None:
    if len(arguments) == 1 or (arguments[1] in ("help", "-h", "--help") and len(arguments) == 2):
        _stand_up()
        _overview()
        return
    if arguments[1] in ("--version", "version"):
        print("baken", version("baken"))
        return
    name = module_of(arguments[1])
    with recorded(name):
        _stand_up()
        _require_ledger(name, arguments)
        CommandLine(arguments).execute()


def _stand_up() -> None:
    django.setup()
    translation.activate(settings.SPOKEN)
    usage.speak()


def _require_ledger(name: str, arguments: list[str]) -> None:
    """Raises when a command needs the ledger's tables and they are not there, or not those of this version."""
    asks_for_help = {"-h", "--help"} & set(arguments)
    if name in _own_commands() and name not in WITHOUT_LEDGER and not asks_for_help:
        from baken.ledger.migrated import require_migrated

        require_migrated()


def module_of(command: str) -> str:
    """`demo_data` for `demo-data`, as Python wants its names."""
    return command.replace("-", "_")


def _hint(name: str) -> str:
    near = get_close_matches(name, _own_commands(), 1)
    meant = [_("Bedoelt u %(name)s?") % {"name": near[0].replace("_", "-")}] if near else []
    return " ".join([*meant, _("`baken` toont alle opdrachten.")])


def _own_commands() -> dict[str, str]:
    """The room of each command of Baken's."""
    return {name: app for name, app in get_commands().items() if app.startswith("baken.")}


def _overview() -> None:
    """List the commands by room, each with its first line of help."""
    commands, fetch = _own_commands(), CommandLine(["baken"]).fetch_command
    titles = {room.name: room.verbose_name for room in apps.get_app_configs()}
    print(_("baken <opdracht> [--help]"))
    for room in sorted(set(commands.values())):
        print(f"\n[{_(str(titles[room]))}]")
        for name in sorted(name for name, place in commands.items() if place == room):
            print(f"  {name.replace('_', '-'):<18} {fetch(name).help}")


def _said(sentence: str) -> str:
    """Translated where that can be: without settings there is no catalogue."""
    return _(sentence) if apps.ready else sentence


def _about(error: OSError) -> str:
    from baken.ledger.wording import refusal

    why = refusal(error) if apps.ready else error.strerror or str(error)
    return f"{error.filename}: {why}." if error.filename else f"{why}."


def _end(sentence: str, code: int) -> NoReturn:
    print(f"baken: {sentence}", file=sys.stderr)
    sys.exit(code)


if __name__ == "__main__":
    main()
