"""What papers say, in Dutch and in the languages of the people: a file a language, with its state of translation."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

FOLDER = Path(__file__).parent / "texts"
DUTCH = "nl"
OF_CODE = {
    "ara": "ar", "ary": "ar", "arz": "ar", "apc": "ar", "fas": "fa", "prs": "fa", "pus": "ps", "tir": "ti", "zho": "zh",
    "cmn": "zh", "fra": "fr", "eng": "en", "tur": "tr", "spa": "es", "rus": "ru", "ukr": "uk", "som": "so",
}  # fmt: skip
"""The texts for a language of the code list; dialects and near relatives read those of their written language."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The sentences of one language by group and name. state: draft until a translator has reviewed them."""

    language: str
    name: str
    rtl: bool
    state: Literal["draft", "reviewed"]
    sentences: Mapping[str, Mapping[str, str]]

    def say(self, group: str, name: str, **places: str) -> str:
        """A sentence with its places filled. Raises KeyError."""
        return self.sentences[group][name].format(**places)

    def has(self, group: str) -> bool:
        """Whether it speaks of a kind of paper at all."""
        return group in self.sentences


@cache
def texts(language: str) -> Texts:
    """The texts of a language (`ar`). Raises KeyError when there are none."""
    file = FOLDER / f"{language}.yaml"
    if language not in languages():
        raise KeyError(language)
    told = yaml.safe_load(file.read_text(encoding="utf-8"))
    head = {name: told.pop(name) for name in ("language", "name", "rtl", "state")}
    return Texts(**head, sentences=told)


@cache
def languages() -> tuple[str, ...]:
    """Every language in which there are texts, Dutch first."""
    found = sorted(file.stem for file in FOLDER.glob("*.yaml"))
    return (DUTCH, *(language for language in found if language != DUTCH))


def translations() -> tuple[Texts, ...]:
    """The languages other than Dutch."""
    return tuple(texts(language) for language in languages() if language != DUTCH)
