"""Where the synthetic people come from: nationality, language, why they may stay, and schooling, in proportion.

The shares are our own round numbers. They follow the languages of the MO courses of 2019 (Figuur 25 of the annual
report), and what is generally known of immigration to Flanders and Brussels (Statbel); no table of persons was used.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from baken.demo.draw import Ints


@dataclass(frozen=True, slots=True)
class Origin:
    """One nationality with one language. kind: eu, refugee, family, labour or ukraine. share: of 1000 newcomers.

    illiterate, low: percent of the people who are illiterate or low literate.
    """

    country: str
    language: str
    kind: str
    share: float
    illiterate: int = 1
    low: int = 4


ORIGINS = (
    Origin("261", "ara", "refugee", 52, 7, 13), Origin("261", "kur", "refugee", 8, 9, 15),
    Origin("254", "ara", "refugee", 34, 7, 13), Origin("254", "kur", "refugee", 6, 9, 15),
    Origin("271", "ara", "refugee", 13, 3, 9), Origin("251", "prs", "refugee", 20, 14, 18),
    Origin("251", "fas", "refugee", 16, 10, 15), Origin("251", "pus", "refugee", 18, 17, 20),
    Origin("255", "fas", "refugee", 13, 1, 5), Origin("329", "som", "refugee", 20, 16, 20),
    Origin("349", "tir", "refugee", 17, 9, 18), Origin("315", "fra", "refugee", 9, 10, 16),
    Origin("303", "fra", "refugee", 5, 3, 8), Origin("327", "eng", "refugee", 4, 3, 8),
    Origin("145", "rus", "refugee", 16), Origin("249", "hye", "refugee", 7), Origin("421", "spa", "refugee", 5),
    Origin("520", "spa", "refugee", 4), Origin("153", "sqi", "family", 12), Origin("101", "sqi", "family", 11),
    Origin("152", "hbs", "family", 9), Origin("149", "hbs", "family", 3),
    Origin("354", "ara", "family", 26, 9, 14), Origin("354", "ary", "family", 17, 12, 16),
    Origin("354", "tzm", "family", 6, 16, 18), Origin("354", "fra", "family", 11, 3, 7),
    Origin("262", "tur", "family", 38, 4, 10), Origin("262", "kur", "family", 3, 8, 14),
    Origin("351", "ara", "family", 5, 4, 9), Origin("357", "ara", "family", 6, 3, 8),
    Origin("352", "ara", "family", 6, 2, 6), Origin("258", "ara", "family", 4, 2, 6),
    Origin("259", "urd", "family", 6, 6, 12), Origin("213", "nep", "family", 6, 4, 10),
    Origin("218", "bod", "refugee", 3, 12, 18), Origin("235", "tha", "family", 10, 1, 9),
    Origin("214", "eng", "family", 9), Origin("314", "eng", "family", 12, 4, 10),
    Origin("322", "eng", "family", 9, 2, 7), Origin("304", "fra", "family", 8, 1, 5),
    Origin("304", "eng", "family", 7, 1, 5),
    Origin("306", "fra", "family", 13, 2, 7), Origin("309", "fra", "family", 5, 4, 9),
    Origin("320", "fra", "family", 4, 5, 10), Origin("513", "por", "family", 9), Origin("515", "spa", "family", 6),
    Origin("516", "spa", "family", 4), Origin("402", "eng", "labour", 14), Origin("207", "hin", "labour", 12),
    Origin("207", "eng", "labour", 32), Origin("218", "zho", "labour", 15), Origin("325", "eng", "labour", 4),
    Origin("112", "eng", "labour", 12), Origin("143", "rus", "labour", 7),
    Origin("124", "ron", "eu", 92, 2, 8), Origin("122", "pol", "eu", 62), Origin("106", "bul", "eu", 34, 3, 10),
    Origin("106", "tur", "eu", 10, 4, 12), Origin("129", "nld", "eu", 96), Origin("109", "spa", "eu", 26),
    Origin("109", "ara", "eu", 18, 5, 10), Origin("123", "por", "eu", 22), Origin("128", "ita", "eu", 16),
    Origin("111", "fra", "eu", 34), Origin("114", "ell", "eu", 7), Origin("103", "eng", "eu", 10),
    Origin("115", "eng", "eu", 6), Origin("141", "eng", "eu", 7),
    Origin("143", "ukr", "ukraine", 4), Origin("143", "rus", "ukraine", 2),
)  # fmt: skip

KINDS = ("eu", "refugee", "family", "labour", "ukraine")
GROUNDS = (
    "free_movement", "refugee", "subsidiary_protection", "asylum_pending", "family_reunification", "labour", "study",
    "regularisation", "temporary_protection", "other",
)  # fmt: skip
OBLIGED = np.array([0, 1, 1, 0.02, 0])
"""How far each kind of origin is found among the obliged (0: never)."""
ENTITLED = np.array([1, 0.35, 0.3, 1, 1])
"""And among the entitled: asylum applicants before their decision, partners of Europeans and of labour migrants."""
OBLIGED_GROUNDS = {
    "refugee": {"refugee": 62, "subsidiary_protection": 18, "family_reunification": 17, "regularisation": 3},
    "family": {"family_reunification": 92, "regularisation": 8},
    "labour": {"family_reunification": 100},
}
ENTITLED_GROUNDS = {
    "eu": {"free_movement": 100},
    "refugee": {"asylum_pending": 75, "family_reunification": 25},
    "family": {"family_reunification": 70, "study": 12, "labour": 12, "other": 6},
    "labour": {"labour": 72, "study": 16, "family_reunification": 12},
    "ukraine": {"temporary_protection": 100},
}


@cache
def countries() -> tuple[str, ...]:
    """Every nationality of the demo."""
    return tuple(sorted({origin.country for origin in ORIGINS}))


@cache
def country_of() -> Ints:
    """The nationality of each origin, as a number in `countries()`."""
    return np.array([countries().index(origin.country) for origin in ORIGINS])


@cache
def languages() -> tuple[str, ...]:
    """Every language of the demo; a person's language is its number here."""
    return tuple(sorted({origin.language for origin in ORIGINS}))


@cache
def language_of() -> Ints:
    """The language of each origin."""
    return np.array([languages().index(origin.language) for origin in ORIGINS])


@cache
def kind_of() -> Ints:
    """The kind of each origin, as a number in KINDS."""
    return np.array([KINDS.index(origin.kind) for origin in ORIGINS])


@cache
def share_of() -> np.ndarray:
    """The share of each origin among newcomers."""
    return np.array([origin.share for origin in ORIGINS])


@cache
def of_the_obliged() -> np.ndarray:
    """For each language whether somebody who speaks it can be obliged."""
    return np.isin(np.arange(len(languages())), language_of()[OBLIGED[kind_of()] > 0])
