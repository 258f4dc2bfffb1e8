"""Where files are written: beside their place first, there only when whole, and never over something else."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils.translation import gettext as _

from baken.foundation.errors import BadRequest
from baken.ledger.interchange.files import pack
from baken.ledger.wording import refusal


def require_new(path: Path, way_out: str) -> None:
    """Raises BadRequest when there is something at `path`; an empty folder may take it."""
    if path.is_symlink() or (path.exists() and (not path.is_dir() or any(path.iterdir()))):
        raise BadRequest(_("Op %(path)s staat al iets.") % {"path": path}, way_out)


def require_writable(file: Path) -> None:
    """Raises BadRequest when a file cannot be written here: known before the work, not after it."""
    if file.is_dir():
        raise BadRequest(_("%(path)s is een map.") % {"path": file}, _("Geef de naam van een bestand."))
    if not (file.parent.is_dir() and os.access(file.parent, os.W_OK | os.X_OK)):
        closed = _("In %(folder)s kan niet geschreven worden.") % {"folder": file.parent}
        raise BadRequest(closed, _("Kies een map die bestaat."))


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Let what the operating system refuses while `path` is written be one sentence. Raises BadRequest."""
    try:
        yield
    except OSError as error:
        refused = _("%(path)s kan niet geschreven worden: %(why)s.")
        raise BadRequest(refused % {"path": path, "why": refusal(error)}, _("Kies een andere plaats.")) from None


def require_new_aside(folder: Path) -> None:
    """Raises BadRequest when what is set aside cannot go to a folder of its own."""
    require_new(folder, _("Kies een nieuwe map voor wat opzij gezet wordt."))


@contextmanager
def tentative(folder: Path) -> Iterator[None]:
    """Make a folder that stays only if all that is done meanwhile succeeds. Raises BadRequest."""
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    try:
        with writing(folder):
            yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A folder to fill; once all went well it stands at `path`, zipped when that ends in .zip.

    Raises BadRequest when something stands there or it cannot be written; then nothing is left of it.
    """
    require_new(path, _("Kies een nieuwe map of zip."))
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as beside:
            whole = folder = Path(beside, "folder")
            folder.mkdir()
            yield folder
            if path.suffix.lower() == ".zip":
                whole = Path(beside, "zip")
                pack(folder, whole)
            if path.is_dir():
                path.rmdir()
            whole.rename(path)
