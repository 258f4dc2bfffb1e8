"""The command line: `baken <command>`. Each room keeps its commands in `management/commands`."""

import os
import sys
from importlib import import_module

from django.core.management import execute_from_command_line, get_commands

from baken.config.logging import recorded
from baken.foundation.errors import BakenError

USEFUL_OF_DJANGO = ("migrate", "check", "createsuperuser", "changepassword")


def main() -> None:
    """Run a command; what a user did wrong is one sentence on stderr and exit code 2."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
    arguments = [sys.argv[0], *sys.argv[1:]]
    if len(arguments) == 1 or (arguments[1] in ("help", "-h", "--help") and len(arguments) == 2):
        _overview()
        return
    # A command `demo-data` is the module demo_data, as Python wants its names.
    arguments[1] = arguments[1].replace("-", "_")
    if arguments[1] == "check" and "--database" not in arguments:
        arguments += ["--database", "default"]
    try:
        with recorded(arguments[1]):
            execute_from_command_line(arguments)
    except BakenError as error:
        print(f"baken: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.exit(1)
    except KeyboardInterrupt:
        print("baken: stopped; nothing half done was kept.", file=sys.stderr)
        sys.exit(130)


def _overview() -> None:
    """List Baken's own commands by room, each with its first line of help."""
    import django

    django.setup()
    rooms: dict[str, list[str]] = {}
    for name, app in get_commands().items():
        if app.startswith("baken.") or name in USEFUL_OF_DJANGO:
            rooms.setdefault(app.removeprefix("baken."), []).append(name)
    print("baken <command> [--help]\n")
    for room, names in sorted(rooms.items()):
        print(f"[{room.rpartition('.')[2]}]")
        for name in sorted(names):
            print(f"  {name.replace('_', '-'):<18} {_help(room, name)}")


def _help(room: str, name: str) -> str:
    package = room if room.startswith("django") else f"baken.{room}"
    package = "django.core" if room == "django.core" else package
    return str(import_module(f"{package}.management.commands.{name}").Command.help).strip().split("\n")[0]


if __name__ == "__main__":
    main()
