"""What several figures say: scopes, regions, notes."""

from typing import Any, NamedTuple

from baken.figures.counting import AGII, AGII_WITHOUT_BRUSSELS, EIGHT_AREAS
from baken.figures.model import Dimension, Footnote

OURS = Footnote(
    "Het jaarverslag zegt niet hoe dit geteld wordt; deze telwijze is onze keuze.",
    "The annual report does not say how this is counted; this way of counting is our choice.",
)
LATEST_TARGET_GROUP = Footnote(
    "Doelgroep: de laatste bepaling die op die dag gold, of “niet bepaald”. Dat is onze keuze.",
    "Target group: the last determination in force on that day, or “undetermined”. This is our choice.",
)
NEW_DECREE = Footnote(
    "Sinds 1 maart 2022 behoren verzoekers om internationale bescherming niet meer tot de doelgroep.",
    "Since 1 March 2022 applicants for international protection no longer belong to the target group.",
    since=2022,
)


class Scope(NamedTuple):
    """Where a figure counts; spreads into a figure's `scope_nl` and `scope_en`."""

    nl: str
    en: str

    @property
    def words(self) -> dict[str, Any]:
        """As arguments of a figure."""
        return {"scope_nl": self.nl, "scope_en": self.en}


SIX_REGIONS = Scope(
    "Werkingsgebied van het AgII: Vlaanderen zonder de steden Antwerpen en Gent, en Brussel",
    "Working area of the AgII: Flanders without the cities of Antwerp and Ghent, and Brussels",
)
FIVE_REGIONS = Scope(
    "Werkingsgebied van het AgII zonder Brussel (en zonder de steden Antwerpen en Gent)",
    "Working area of the AgII without Brussels (and without the cities of Antwerp and Ghent)",
)
EVERYWHERE = Scope(
    "Vlaanderen en Brussel, alle agentschappen",
    "Flanders and Brussels, all agencies",
)


def regions(codes: tuple[str, ...], additive: bool | None = True) -> Dimension:
    """The dimension region with these codes."""
    return Dimension("region", "region", codes, additive)


SIX = regions(AGII)
FIVE = regions(AGII_WITHOUT_BRUSSELS)
EIGHT = regions(EIGHT_AREAS, additive=False)
