"""Compile every figure to src/baken/figures/sql/; run it after changing a declaration, then read the difference."""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
django.setup()

from baken.figures.compilation import compile_all  # noqa: E402
from baken.figures.compiled import FOLDER  # noqa: E402


def main() -> None:
    """Make the folder hold exactly the SQL of today's declarations."""
    FOLDER.mkdir(exist_ok=True)
    wanted = {f"{name}.sql": sql for name, sql in compile_all().items()}
    for stale in {path.name for path in FOLDER.glob("*.sql")} - set(wanted):
        (FOLDER / stale).unlink()
    for name, sql in wanted.items():
        (FOLDER / name).write_text(sql, encoding="utf-8")
    sys.stdout.write(f"{len(wanted)} files in {FOLDER}\n")


if __name__ == "__main__":
    main()
