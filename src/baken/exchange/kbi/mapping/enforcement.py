"""Infringements with their account of the facts."""

from baken.enforcement import facts as enforcement
from baken.exchange.kbi import codes
from baken.exchange.kbi.kinds import DAY
from baken.exchange.kbi.mapping.common import note, office
from baken.exchange.kbi.shape import Box, Coded, Leaf, Part

CASE_ACTIVITY = Part(
    "Activiteit",
    enforcement.CaseActivityDone,
    (
        Leaf("ID", "kbi_id"),
        Leaf("Type", "activity", codes.CASE_ACTIVITY),
        Leaf("DatumUitgevoerd", "occurred_on", DAY),
        note("CommentaarFeitenRelaas", "comment"),
    ),
    many=True,
)

CASE_LETTER = Part(
    "Communicatie",
    enforcement.CaseLetterMade,
    (Leaf("DatumAanmaak", "occurred_on", DAY), Coded("TypeDocument", "document", codes.UNPUBLISHED)),
    many=True,
)

CORRECTION_FORM = Part(
    "RechtzettingsFormulier",
    enforcement.CorrectionFormMade,
    (
        Leaf("DocumentID", "kbi_id"),
        Leaf("DatumAanmaak", "occurred_on", DAY),
        Leaf("DatumOndertekening", "signed_on", DAY),
        office("AangemaaktDoor"),
    ),
    fallbacks=("signed_on",),
)

INFRINGEMENT = Part(
    "Inbreuk",
    enforcement.InfringementFound,
    (
        Leaf("Type", "kind", codes.INFRINGEMENT_KIND),
        Leaf("SanctionerendeOverheid", "authority", codes.AUTHORITY),
        Leaf("DatumVaststelling", "occurred_on", DAY),
        Leaf("DatumIngebrekestellingVerzonden", "notice_sent_on", DAY),
        note("Motivering", "motivation"),
        Box(
            "FeitenRelaas",
            (Box("Activiteiten", (CASE_ACTIVITY,)), Box("Communicaties", (CASE_LETTER,))),
        ),
        CORRECTION_FORM,
    ),
    many=True,
    fallbacks=("notice_sent_on",),
)
