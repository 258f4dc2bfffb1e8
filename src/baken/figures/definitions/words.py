"""What several figures say: scopes, regions, notes."""

from typing import Any, NamedTuple

from baken.figures.counting import AGII, AGII_WITHOUT_BRUSSELS, EIGHT_AREAS
from baken.figures.model import Dimension, Footnote

OURS = Footnote(
    "Voor dit cijfer is geen officiële telregel gepubliceerd; geteld is zoals de definitie zegt. Dat is een keuze van "
    "dit rapport.",
    "No official rule of counting was published for this figure; it is counted as the definition says. This is a "
    "choice of this report.",
)
LATEST_TARGET_GROUP = Footnote(
    "De doelgroep is de laatste bepaling die op die dag gold; wie er geen had, staat onder “Niet bepaald”. Dat is een "
    "keuze van dit rapport.",
    "The target group is the last determination in force on that day; who had none stands under “Undetermined”. This "
    "is a choice of this report.",
    at=("undetermined",),
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
    "AgII: Vlaanderen en Brussel, zonder de steden Antwerpen en Gent",
    "AgII: Flanders and Brussels, without the cities of Antwerp and Ghent",
)
FIVE_REGIONS = Scope(
    "AgII zonder Brussel: Vlaanderen zonder de steden Antwerpen en Gent",
    "AgII without Brussels: Flanders without the cities of Antwerp and Ghent",
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
