"""Habits that hold for all rooms: texts in two languages, templates in order of floors, a stylesheet for any script."""

import importlib.util
import re
import tomllib
from pathlib import Path

PACKAGE = Path(__file__).parents[2]
ROOT = PACKAGE.parents[1]
STYLE = PACKAGE / "ui" / "static" / "ui" / "baken.css"


def floors() -> dict[str, int]:
    """Each room's floor, as the import contract has it."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return {room: len(layers) - place for place, layer in enumerate(layers) for room in re.findall(r"\w+", layer)}


OF_ALLAUTH = {"account", "allauth", "mfa"}
"""Folders of templates of django-allauth, on which the pages of signing in are made."""


def test_every_dutch_text_has_its_english_and_no_english_is_left_over():
    spec = importlib.util.spec_from_file_location("translations", ROOT / "scripts" / "translations.py")
    translations = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(translations)
    assert len(translations.extracted()) > 100
    assert translations.faults() == []


def test_a_template_uses_only_templates_of_its_own_room_or_of_a_lower_floor():
    floor, seen = floors(), 0
    for file in PACKAGE.glob("*/web/templates/**/*.html"):
        room = file.relative_to(PACKAGE).parts[0]
        for other in re.findall(r"""{%\s*(?:extends|include)\s+["'](\w+)/""", file.read_text()):
            assert other in OF_ALLAUTH or other == room or floor[other] < floor[room], f"{file} uses one of {other}"
            seen += 1
    assert seen > 5


def test_templates_carry_no_style_or_script_of_their_own():
    for file in PACKAGE.glob("*/web/templates/**/*.html"):
        content = file.read_text()
        assert not re.search(
            r"\sstyle=|<style|<script(?![^>]*\s(?:src=|type=.application/json))|\son\w+=|javascript:", content
        ), file


def test_the_stylesheet_knows_no_left_or_right():
    side = "left|right|top|bottom"
    physical = rf"(?:margin|padding|border)-(?:{side})|text-align:\s*(?:{side})|[\s;{{](?:{side}|width|height|float):"
    assert re.findall(physical, STYLE.read_text()) == []


def test_every_token_that_is_used_exists_and_every_token_is_used():
    style = STYLE.read_text()
    assert set(re.findall(r"var\((--[\w-]+)\)", style)) == set(re.findall(r"(?m)[ ;](--[\w-]+):", style))
