"""The command line: `baken <command>`. Each room keeps its commands in `management/commands`."""

import os
import sys

from django.core.management import execute_from_command_line

from baken.foundation.errors import BakenError


def main() -> None:
    """Run a command; what a user did wrong is one sentence on stderr and exit code 2."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
    try:
        execute_from_command_line(sys.argv)
    except BakenError as error:
        print(f"baken: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.exit(1)
    except KeyboardInterrupt:
        print("baken: stopped; nothing half done was kept.", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()
