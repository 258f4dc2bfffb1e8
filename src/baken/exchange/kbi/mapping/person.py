"""Who the person is and which languages the person knows."""

from baken.dutch import facts as dutch
from baken.exchange.kbi import codes
from baken.exchange.kbi.kinds import TRUTH
from baken.exchange.kbi.mapping.common import PERSON_NAME, office
from baken.exchange.kbi.shape import HERE, Box, Coded, Leaf, NationalNumber, Part, Record, Row, Values
from baken.people import facts as people


def birth_year(values: Values) -> Values:
    """The year of birth, as far as the exact date gives one."""
    particulars = values.get("particulars")
    born = dict(particulars.values).get("birth_date", "") if isinstance(particulars, Row) else ""
    return {"birth_year": int(born[:4])} if born[:4].isdecimal() and int(born[:4]) else {}


PERSONALIA = Box(
    "Personalia",
    (
        NationalNumber("INSZ"),
        Record(HERE, "particulars", "people.Particulars", (PERSON_NAME, Leaf("Geboortedatum", "birth_date"))),
        Coded(
            "Geslacht",
            "sex",
            codes.SEX,
            (
                Box("Code", (Leaf(HERE, "code"), Leaf("@Beschrijving", "name"))),
                Box(
                    "Omschrijving",
                    (
                        Leaf(HERE, "description"),
                        Leaf("@Oorsprong", "description_origin"),
                        Leaf("@TaalCode", "description_language"),
                    ),
                ),
            ),
        ),
        office("AangemaaktDoor"),
    ),
)

LANGUAGES = Box(
    "Talenkennis",
    (
        Box(
            "Talen",
            (
                Part(
                    "Taal",
                    people.LanguageKnown,
                    (
                        Leaf("Code", "language", codes.LANGUAGE),
                        Leaf("ContactTaal", "contact", TRUTH),
                        Coded("KennisNiveau", "level", codes.LANGUAGE_KNOWLEDGE),
                    ),
                    many=True,
                ),
            ),
        ),
        Part(
            "Alfabetiseringsgraad",
            people.LiteracyAssessed,
            (
                Coded("LatijnsSchrift", "latin_script", codes.LITERACY),
                Box(
                    "AnderSchrift",
                    (
                        Coded("Code", "other_script", codes.LITERACY),
                        Leaf("Taal", "other_script_language", codes.LANGUAGE),
                    ),
                ),
            ),
        ),
        Part(
            "BehaaldNT2Niveau",
            dutch.LevelNoted,
            (Coded("HoogstBehaald", "highest", codes.CEFR), Coded("RecentstBehaald", "latest", codes.CEFR)),
        ),
    ),
)
