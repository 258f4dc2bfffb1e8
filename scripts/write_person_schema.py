"""Write docs/person-export.schema.json: the shape of the file in which a person gets everything.

`--check` fails when the file in the repository is another.
"""

import json
import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.config.settings")
django.setup()

from baken.privacy.shape import Everything  # noqa: E402

FILE = Path(__file__).parents[1] / "docs" / "person-export.schema.json"
text = json.dumps(Everything.model_json_schema(), indent=1, ensure_ascii=False) + "\n"
if "--check" in sys.argv:
    same = FILE.read_text(encoding="utf-8") == text
    sys.exit(0 if same else f"{FILE.name} is out of date: run scripts/{Path(__file__).name}")
FILE.write_text(text, encoding="utf-8")
