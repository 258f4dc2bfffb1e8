"""What the last `baken verify` found broken, kept in BAKEN_VAR so that who counts or exports afterwards is told."""

import json
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

FILE = "verify-failed.json"


def keep(fault: str | None) -> None:
    """Remember that this database's chain is broken, and how; None: that it holds."""
    if fault is None:
        _file().unlink(missing_ok=True)
    else:
        _file().write_text(json.dumps({"database": _database(), "fault": fault}, ensure_ascii=False), encoding="utf-8")


def doubt() -> str | None:
    """A warning in a sentence when the last verification of this database failed."""
    try:
        kept = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if kept.get("database") != _database():
        return None
    return _("Let op: `baken verify` vond dat dit grootboek niet klopt. %(fault)s") % {"fault": kept.get("fault", "")}


def _file() -> Path:
    return Path(settings.VAR, FILE)


def _database() -> str:
    return str(connection.settings_dict["NAME"])
