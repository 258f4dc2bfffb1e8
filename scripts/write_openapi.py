"""docs/openapi.json, as the code says it; `--check` compares."""

import json
import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
os.environ["BAKEN_LANGUAGE"] = "nl"
django.setup()

from baken.config import urls  # noqa: E402, F401 - brings the rooms' routers along
from baken.ui.api.root import api  # noqa: E402

PAGE = Path(__file__).parent.parent / "docs" / "openapi.json"


def text() -> str:
    """The document."""
    return (
        json.dumps(api.get_openapi_schema(path_prefix="/api/v1/"), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    )


if __name__ == "__main__":
    if "--check" not in sys.argv:
        PAGE.write_text(text(), encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text():
        sys.exit("docs/openapi.json is not what the code says; run scripts/write_openapi.py")
