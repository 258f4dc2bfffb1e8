"""Write docs/kbi.md from the mapping. `--check` fails when the page in the repository is not the one written now."""

import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
django.setup()

from baken.exchange.kbi.describe import page  # noqa: E402

PAGE = Path(__file__).parent.parent / "docs" / "kbi.md"

if "--check" in sys.argv:
    sys.exit(0 if PAGE.read_text(encoding="utf-8") == page() else "docs/kbi.md is stale: run scripts/write_kbi_page.py")
PAGE.write_text(page(), encoding="utf-8")
