"""One language of the report: its texts, numbers and days in Dutch or English form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel.dates import format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal

from baken.figures.model import Dimension
from baken.foundation.clock import BRUSSELS

LANGUAGES = ("nl", "en")
TEXTS = Path(__file__).parent / "texts"
NOTHING = "–"
MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class Words:
    """How one language says things; `language` is its ISO 639-1 code."""

    language: str
    texts: Mapping[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """The text at a dotted key, its {places} filled. Raises KeyError when the language lacks it."""
        return str(self.at(key)).format_map(values) if values else str(self.at(key))

    def at(self, key: str) -> Any:
        """What stands at a dotted key: a text, a list or a mapping. Raises KeyError."""
        found: Any = self.texts
        for part in key.split("."):
            found = found[part]
        return found

    def find(self, key: str) -> Any | None:
        """As `at`, None where the language says nothing."""
        try:
            return self.at(key)
        except (KeyError, TypeError):
            return None

    def of(self, thing: object, field: str) -> Any:
        """A field that a thing carries in both languages, as `title_nl` and `title_en`."""
        return getattr(thing, f"{field}_{self.language}")

    def dimension(self, dimension: Dimension) -> str:
        """What a dimension is called: after its code list where that says more than its name."""
        return str(self.find(f"dimensions.{dimension.codelist}") or self(f"dimensions.{dimension.name}"))

    def many(self, dimension: Dimension) -> str:
        """What the codes of a dimension are called together."""
        found = self.find(f"many.{dimension.codelist}") or self.find(f"many.{dimension.name}")
        return str(found or self("many.other"))

    def number(self, value: int | Decimal | None) -> str:
        """1.234, or 16,3 with the decimals that it carries; a dash where nothing was counted."""
        return NOTHING if value is None else self.fixed(value, decimals(value))

    def fixed(self, value: int | Decimal, digits: int) -> str:
        """A number with exactly so many decimals, rounded half up."""
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return _true_minus(format_decimal(rounded(Decimal(value), digits), pattern, locale=self.language))

    def percent(self, value: Decimal | None, digits: int = 1) -> str:
        """A percentage given as such: 12,5%."""
        return NOTHING if value is None else f"{self.fixed(value, digits)}%"

    def share(self, value: Decimal | None) -> str:
        """A percentage with the decimals that it carries."""
        return NOTHING if value is None else self.percent(value, decimals(value))

    def change(self, value: Decimal | None) -> str:
        """A growth in percent with its sign: +6,0% or −2,1%."""
        if value is None:
            return NOTHING
        sign = "+" if rounded(value, 1) > 0 else ""
        return f"{sign}{self.percent(value)}"

    def listed(self, items: list[str]) -> str:
        """a, b en c."""
        return format_list(items, locale=self.language)

    def instant(self, moment: datetime) -> str:
        """A day and time in Brussels, written out, and which place's time that is."""
        pattern = "d MMMM y, HH:mm:ss (VVV)"
        return format_datetime(moment.astimezone(BRUSSELS), pattern, locale=self.language)


@cache
def words(language: str, texts: Path = TEXTS) -> Words:
    """The words of a language, the report's own or those of another folder of texts.

    Raises KeyError when it is not spoken here.
    """
    if language not in LANGUAGES:
        raise KeyError(f"the report is not written in {language}")
    return Words(language, yaml.safe_load((texts / f"{language}.yaml").read_text(encoding="utf-8")))


def decimals(value: int | Decimal) -> int:
    """How many decimals a number carries."""
    return -min(0, int(value.as_tuple().exponent)) if isinstance(value, Decimal) else 0


def rounded(value: Decimal, digits: int) -> Decimal:
    """Rounded half up."""
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def _true_minus(text: str) -> str:
    return text.replace("-", MINUS)
