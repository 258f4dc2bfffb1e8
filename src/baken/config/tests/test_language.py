"""Whoever types a command is spoken to in Dutch, or in English with BAKEN_LANGUAGE=en; never in both."""

import argparse
import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_python
from django.core.management import get_commands, load_command_class
from django.utils import translation

from baken.config.tests.test_cli import baken
from baken.config.usage import DUTCH
from baken.foundation.errors import BakenError

PACKAGE = Path(__file__).parents[2]
FOR_DEVELOPERS = {
    "config/environment.py",
    "config/settings.py",  # before there is a catalogue: in both languages
    "demo/jointly_true.py",
    "ledger/bulk.py",
    "ledger/schema.py",
    "statistics/report/view.py",
    "ui/queue/declare.py",
    "ui/queue/schedule.py",
}
"""Where an error is said that only a mistake in the code can cause; and the law room, which knows no Django."""
OF_CODE = (
    *("callable", "'required'", "__call__", 'argument "-"', "can't open", "subparser", "unknown parser", "conflict"),
    *(
        "cannot merge",
        "dest=",
        "invalid option string",
        "mutually exclusive arguments must",
        "unexpected option string",
    ),
)
"""In sentences of argparse that only a mistake in a command's code can cause."""


@pytest.mark.parametrize(
    ("language", "command", "said"),
    [
        ("nl", ("demo", "--scale", "x"), "baken demo: --scale: 'x' is geen getal"),
        ("en", ("demo", "--scale", "x"), "argument --scale: invalid float value: 'x'"),
        ("nl", ("check-tables", "a", "b"), "baken check-tables: onbekende argumenten: b"),
        ("nl", ("exprot",), "baken: Er is geen opdracht “exprot”. Bedoelt u export? `baken` toont alle opdrachten."),
        ("en", ("exprot",), "baken: There is no command “exprot”. Do you mean export? `baken` shows all commands."),
        ("fr", ("verify",), "Kies nl of en. / Choose nl or en."),
    ],
)
def test_what_is_mistyped_is_answered_in_the_language_chosen(
    tmp_path: Path, language: str, command: tuple[str, ...], said: str
) -> None:
    done = baken(tmp_path, *command, BAKEN_LANGUAGE=language)
    assert (done.returncode, done.stderr.splitlines()[-1].endswith(said)) == (2, True), done.stderr


def test_help_is_in_one_language(tmp_path: Path) -> None:
    dutch = baken(tmp_path, "demo-data", "--help").stdout
    assert dutch.startswith("gebruik: baken demo-data [-h] [--from DAG]") and "toon deze uitleg en stop" in dutch
    english = baken(tmp_path, "demo-data", "--help", BAKEN_LANGUAGE="en").stdout
    assert english.startswith("usage: baken demo-data [-h] [--from DAY]") and "show this help message" in english
    assert "traceback" not in dutch + english


def test_the_overview_tells_every_command_of_ours(tmp_path: Path) -> None:
    shown = baken(tmp_path).stdout
    for name in _own_commands():
        assert f"  {name.replace('_', '-')} " in shown


def test_every_command_has_help_in_both_languages() -> None:
    for name, room in _own_commands().items():
        told = load_command_class(room, name).help
        with translation.override("en"):
            assert told and translation.gettext(told) != told, name


def test_argparse_has_no_sentence_for_a_user_that_is_not_in_dutch() -> None:
    with Path(argparse.__file__).open("rb") as source:
        found = list(extract_python(source, {"_": None, "ngettext": (1, 2)}, [], {}))
    said = {text for *_, texts, _ in found for text in (texts if isinstance(texts, tuple) else (texts,)) if text}
    unknown = {text for text in said - set(DUTCH) if not any(word in text for word in OF_CODE)}
    assert not unknown
    assert set(DUTCH) <= said


def test_an_error_that_reaches_a_user_asks_for_a_translation() -> None:
    kinds = {kind.__name__ for kind in _below(BakenError)}
    plain = {
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        if not {"tests", "law"} & set(file.parts) and any(_plain_error(ast.parse(file.read_text("utf-8")), kinds))
    }
    assert plain <= FOR_DEVELOPERS


def _own_commands() -> dict[str, str]:
    return {name: room for name, room in get_commands().items() if room.startswith("baken.")}


def _below(kind: type) -> Iterator[type]:
    yield kind
    for one in kind.__subclasses__():
        yield from _below(one)


def _plain_error(tree: ast.AST, kinds: set[str]) -> Iterator[bool]:
    """Whether each error raised is given a sentence as it stands, not one that was asked of the catalogue."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
            kind, sentence = getattr(node.exc.func, "id", ""), node.exc.args[0]
            words = [part for part in ast.walk(sentence) if isinstance(part, ast.Constant)]
            in_words = any(isinstance(word.value, str) and word.value.count(" ") > 1 for word in words)
            yield kind in kinds and in_words and isinstance(sentence, ast.Constant | ast.JoinedStr)
