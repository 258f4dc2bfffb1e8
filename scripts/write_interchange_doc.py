"""Write docs/interchange.md from the code; with --check, only say whether it is up to date."""

import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
django.setup()

from baken.ledger.interchange.describing import interchange_page  # noqa: E402

PAGE = Path(__file__).parents[1] / "docs" / "interchange.md"

if "--check" in sys.argv:
    if PAGE.read_text(encoding="utf-8") != interchange_page():
        sys.exit(f"{PAGE} is stale: run scripts/write_interchange_doc.py")
else:
    PAGE.write_text(interchange_page(), encoding="utf-8")
