"""What a check found, and how grave it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import get_language, gettext_lazy

Cell = Mapping[str, str | int]
"""Where a finding is: codes by dimension, and `year`."""


def at(codes: Mapping[str, str], year: int) -> Cell:
    """The cell with these codes in this year."""
    return {**codes, "year": year}


class Severity(StrEnum):
    """A contradiction needs mending; what a printed footnote explains and declared differences of scope do not."""

    CONTRADICTION = "contradiction"
    EXPLAINED = "explained"
    NOTE = "note"


class Kind(StrEnum):
    """What the finding is about."""

    TOTAL = "total"
    VALUES = "values"
    BOUND = "bound"
    SHARE = "share"
    SHARES = "shares"
    PATTERN = "pattern"
    AVERAGE = "average"
    MISSING = "missing"
    FORM = "form"
    SCOPE = "scope"


HEADINGS = {
    Kind.TOTAL: gettext_lazy("Totaal tegenover de som van de delen"),
    Kind.VALUES: gettext_lazy("Dezelfde indicator met twee waarden"),
    Kind.BOUND: gettext_lazy("Meer dan mogelijk is"),
    Kind.SHARE: gettext_lazy("Aandeel tegenover de aantallen"),
    Kind.SHARES: gettext_lazy("Som van de aandelen"),
    Kind.PATTERN: gettext_lazy("Lege cellen die niet samen leeg zijn"),
    Kind.AVERAGE: gettext_lazy("Gemiddelde zonder passende gehele getallen"),
    Kind.MISSING: gettext_lazy("Ontbrekende cel of totaal"),
    Kind.FORM: gettext_lazy("Tabel tegenover haar index"),
    Kind.SCOPE: gettext_lazy("Aangegeven verschil in bereik of definitie"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found.

    figures: the numbers of the tables concerned (`key` for the key figures, `prose` for the text). cell: codes and
    year where it is. printed, computed: the two numbers at odds, difference = printed - computed. values: for an
    indicator, what each place says. explained_by: the footnote that explains it, or the declared reason.
    """

    kind: Kind
    severity: Severity
    figures: tuple[str, ...]
    cell: Cell
    nl: str
    en: str
    printed: Decimal | None = None
    computed: Decimal | None = None
    values: Mapping[str, Decimal] = field(default_factory=dict)
    explained_by: str = ""

    @property
    def said(self) -> str:
        """What was found, in the language that is spoken now."""
        return self.en if get_language() == "en" else self.nl

    @property
    def difference(self) -> Decimal | None:
        """Printed minus computed; between places, the largest value minus the smallest."""
        if self.values:
            return max(self.values.values()) - min(self.values.values())
        if self.printed is None or self.computed is None:
            return None
        return self.printed - self.computed
