"""Where a report stands: written beside its place and moved there whole, never over something that is not a report."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from baken.foundation.errors import BakenError
from baken.ledger.wording import refusal

MARK = "baken-report.json"
"""By this file a report is known as one of ours; it lists what the folder holds."""


class NoPlace(BakenError):
    """The report cannot be put where it was asked."""

    code = "no_place"


def check(out: Path) -> None:
    """Whether a report may be put here. Raises NoPlace before anything is computed."""
    if out.exists() and not out.is_dir():
        raise NoPlace(_("%(path)s is een bestand.") % {"path": out}, _("Geef een map met --out."))
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        other = _("In %(path)s staat iets dat geen rapport is.") % {"path": out}
        raise NoPlace(other, _("Geef een andere map met --out, of maak ze leeg."))
    parent = _first_existing(out.parent)
    if not os.access(parent, os.W_OK | os.X_OK):
        closed = _("In %(path)s kan niets geschreven worden.") % {"path": parent}
        raise NoPlace(closed, _("Geef een andere map met --out."))


@contextmanager
def building(out: Path, mark: Mapping[str, Any]) -> Iterator[Path]:
    """A new folder to fill; it takes the place of `out` when all went well, and is gone when not.

    Raises NoPlace where it cannot be written; then all stands as it stood.
    """
    check(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        closed = _("In %(path)s kan niets geschreven worden (%(why)s).")
        raise NoPlace(closed % {"path": out.parent, "why": refusal(error)}) from error
    try:
        new.chmod(0o755)
        (new / MARK).write_text(json.dumps(mark, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        yield new
        _swap(new, out)
    except OSError as error:
        unwritten = _("Het rapport kon niet in %(path)s geschreven worden (%(why)s).")
        raise NoPlace(unwritten % {"path": out, "why": refusal(error)}) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _swap(new: Path, out: Path) -> None:
    """The new folder in the place of the old one, which comes back when the move fails."""
    if not out.exists():
        new.rename(out)
        return
    old = new.with_name(new.name + "-old")
    out.rename(old)
    try:
        new.rename(out)
    except OSError:
        old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _first_existing(path: Path) -> Path:
    while not path.exists() and path != path.parent:
        path = path.parent
    return path
