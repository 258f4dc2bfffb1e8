"""What is wrong with a rule, a parameter or a reform, in Dutch and English, as `texts/faults.yaml` says it."""

from functools import cache
from pathlib import Path

import yaml

from baken.foundation.errors import BakenError

LANGUAGES = ("en", "nl")
TEXTS = Path(__file__).parent / "texts" / "faults.yaml"


class LawError(BakenError):
    """A rule, parameter or reform is not written as the law room can read it; `str()` is English."""

    code = "law"

    def __init__(self, sentence: str, way_out: str = "") -> None:
        super().__init__(sentence, way_out)
        self.said = dict.fromkeys(LANGUAGES, (sentence, way_out))

    def at(self, place: str) -> "LawError":
        """The same, with the place before it."""
        said = {language: (f"{place}{sentence}", way_out) for language, (sentence, way_out) in self.said.items()}
        return _saying(said)


class Fault(LawError):
    """One of the faults of `texts/faults.yaml` that whoever writes a reform can make.

    key: its sentence; way: that of the way out; places: what is filled in.
    """

    def __init__(self, key: str, way: str = "", /, **places: object) -> None:
        said = {language: (_say(key, language, places), _say(way, language, places)) for language in LANGUAGES}
        super().__init__(*said["en"])
        self.said = said


def _saying(said: dict[str, tuple[str, str]]) -> LawError:
    error = LawError(*said["en"])
    error.said = said
    return error


def _say(key: str, language: str, places: dict[str, object]) -> str:
    return _texts()[key][LANGUAGES.index(language)].format(**places) if key else ""


@cache
def _texts() -> dict[str, list[str]]:
    return dict(yaml.safe_load(TEXTS.read_text(encoding="utf-8")))
