"""The one mapping between a KBI 01.00 dossier and the facts: every element and attribute of the schema, once.

Read from top to bottom it follows the schema (`xsd/KBI-01.00/KBIComplex.xsd`, type DossierType).
"""

from baken.exchange.kbi.mapping.enforcement import INFRINGEMENT
from baken.exchange.kbi.mapping.learning import ADVICE, COURSES, PREFERENCES, TEST, WAITING_LIST
from baken.exchange.kbi.mapping.person import LANGUAGES, PERSONALIA, birth_year
from baken.exchange.kbi.mapping.programme import (
    CERTIFICATES,
    CONTRACTS,
    CONVERSATION,
    DIPLOMA,
    HOUSING,
    PERSPECTIVES,
    REFERRAL,
    REGISTRATION,
    TARGET_GROUP,
    TRAJECTORY,
    postponement,
)
from baken.exchange.kbi.shape import Box, Part
from baken.people import facts as people
from baken.programme import facts as programme

DOSSIER = Part(
    "KBIDossier",
    people.PersonDescribed,
    (
        PERSONALIA,
        TARGET_GROUP,
        Box("BehaaldeAttesten", (CERTIFICATES,)),
        Box("Contracten", (CONTRACTS,)),
        Box("UitstellenVanOndertekening", (postponement("UitstelVanOndertekening", programme.SigningPostponed),)),
        REGISTRATION,
        Box("UitstellenVanAanmelding", (postponement("UitstelVanAanmelding", programme.RegistrationPostponed),)),
        Box("Trajecten", (TRAJECTORY,)),
        COURSES,
        Box("AfgelegdeTesten", (TEST,)),
        ADVICE,
        PERSPECTIVES,
        Box("ToeleidingenDiplomaGelijkschakeling", (DIPLOMA,)),
        Box("ToeleidingenPartner", (REFERRAL,)),
        Box("Inbreuken", (INFRINGEMENT,)),
        LANGUAGES,
        Box("Wachtlijst", (WAITING_LIST,)),
        PREFERENCES,
        Box("Gesprekken", (CONVERSATION,)),
        HOUSING,
    ),
    derive=birth_year,
)
