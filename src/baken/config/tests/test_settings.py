"""Every setting is told of in docs/settings.md, and nothing that is none."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[4]
SETTING = re.compile(r"BAKEN_[A-Z]+(?:_[A-Z]+)*")
READ = ("src/baken/**/*.py", "scripts/*", "bench/**/*.py", "conftest.py", "Makefile", ".ci/*")


def named(text: str) -> set[str]:
    return set(SETTING.findall(text))


def test_every_setting_is_documented_and_every_documented_one_exists() -> None:
    files = {file for pattern in READ for file in ROOT.glob(pattern) if file.is_file()}
    used = {name for file in files for name in named(file.read_text(encoding="utf-8"))}
    told = named((ROOT / "docs" / "settings.md").read_text(encoding="utf-8"))
    assert told == used
