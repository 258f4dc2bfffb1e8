"""The path: target group, registration, contracts, trajectories, certificates, referrals."""

from baken.exchange.kbi import codes
from baken.exchange.kbi.kinds import DAY, TRUTH, Kind
from baken.exchange.kbi.mapping.common import contact, note, office, partner, period
from baken.exchange.kbi.shape import Box, Coded, Item, Leaf, Part
from baken.ledger.facts import RegisterFact
from baken.programme import facts as programme

TARGET_GROUP = Part(
    "Doelgroep",
    programme.TargetGroupDetermined,
    (
        Leaf("Code", "in_target_group", codes.IN_TARGET_GROUP),
        Leaf("Type", "target_group", codes.TARGET_GROUP),
        Leaf("SubType", "subtype", codes.TARGET_GROUP_SUBTYPE),
        period(),
        Coded("RedenGeenDoelgroep", "no_target_reason", codes.NO_TARGET_REASON),
        Coded("RedenVrijstellingVanDeVerplichting", "duty_exemption_ground", codes.DUTY_EXEMPTION),
    ),
)

CERTIFICATES = Part(
    "Document",
    programme.CertificateIssued,
    (
        Leaf("Soort", "document_kind", codes.DOCUMENT_KIND),
        Leaf("Type", "certificate", codes.CERTIFICATE),
        Leaf("Id", "kbi_id"),
        Leaf("DatumAanmaak", "drawn_up_on", DAY),
        Leaf("DatumOndertekening", "occurred_on", DAY),
        office("AangemaaktDoor"),
    ),
    many=True,
    fallbacks=("drawn_up_on",),
)

CONTRACT_TERMS: tuple[Item, ...] = (
    Leaf("DatumRegistratie", "occurred_on", DAY),
    Leaf("Type", "form", codes.CONTRACT_FORM),
    office("AangemaaktDoor"),
    Leaf("OnderdeelMO", "with_mo", TRUTH),
    Leaf("OnderdeelNT2", "with_nt2", TRUTH),
    Leaf("OnderdeelLO", "with_career", TRUTH),
)


def postponement(name: str, fact: type[RegisterFact]) -> Part:
    """Registration or signing that may wait."""
    return Part(name, fact, (period(), Coded("Reden", "reason", codes.POSTPONEMENT_REASON)), many=True)


CONTRACTS = Part(
    "Contract",
    programme.ContractSigned,
    (
        *CONTRACT_TERMS,
        Box("Addenda", (Part("Addendum", programme.ContractAmended, CONTRACT_TERMS, many=True),)),
        Box(
            "Opschortingen",
            (
                Part(
                    "Opschorting",
                    programme.ContractSuspended,
                    (period(), Coded("Reden", "reason", codes.SUSPENSION_REASON)),
                    many=True,
                ),
            ),
        ),
    ),
    many=True,
)

REGISTRATION = Part(
    "Aanmelding",
    programme.Registered,
    (
        Leaf("Type", "kind", codes.REGISTRATION_KIND),
        Leaf("DatumAanmelding", "occurred_on", DAY),
        office("AanmeldingsPlaats"),
        Coded("Reden", "reason", codes.REGISTRATION_REASON),
    ),
)


def _decision(kind: Kind) -> Box:
    return Box(
        "Besluit",
        (
            Leaf("Code", "decision", kind),
            Coded("Reden", "decision_reason", codes.UNPUBLISHED),
            Leaf("DatumToekenning", "decided_on", DAY),
        ),
    )


TRAJECTORY_PART = Part(
    "TrajectOnderdeel",
    programme.TrajectoryPartFollowed,
    (
        Leaf("Type", "part", codes.TRAJECTORY_PART),
        period(),
        Box(
            "Status",
            (
                Leaf("Code", "status", codes.CLOSED),
                period("status_since", "status_until"),
                Leaf("DatumOnbepaaldTot", "undecided_until", DAY),
            ),
        ),
        _decision(codes.PART_DECISION),
    ),
    many=True,
    fallbacks=("status_since", "decided_on"),
)

TRAJECTORY = Part(
    "Traject",
    programme.TrajectoryFollowed,
    (
        Leaf("Type", "kind", codes.TRAJECTORY_KIND),
        period(),
        Box(
            "Beheerder",
            (
                period("managed_from", "managed_until"),
                office("KBIVestiging"),
                contact("ContactPersoon", "contact"),
            ),
        ),
        Box("Status", (Leaf("Code", "status", codes.CLOSED), period("status_since", "status_until"))),
        _decision(codes.TRAJECTORY_DECISION),
        Box("TrajectOnderdelen", (TRAJECTORY_PART,)),
    ),
    many=True,
    fallbacks=("managed_from", "status_since", "decided_on"),
)

PERSPECTIVES = Part(
    "Perspectieven",
    programme.PerspectiveNoted,
    (Coded("HvN", "nt2", codes.UNPUBLISHED), Coded("OB", "programme", codes.UNPUBLISHED)),
)

DIPLOMA = Part(
    "ToeleidingDiplomaGelijkschakeling",
    programme.DiplomaGuided,
    (
        Leaf("StartDatum", "occurred_on", DAY),
        Leaf("Status", "status", codes.DIPLOMA_STATUS),
        note("DiplomaNaam", "diploma"),
        note("OnderwijsInstelling", "school"),
        partner("ErkenningsInstantie", "recognition_body"),
        Coded("Reden", "reason", codes.UNPUBLISHED),
        Coded("Type", "kind", codes.UNPUBLISHED),
        Leaf("DatumIngediendBijPartner", "submitted_on", DAY),
        Leaf("DatumAntwoordPartner", "answered_on", DAY),
        Coded("AntwoordPartnerCode", "answer", codes.UNPUBLISHED),
        note("Opdrachtgever", "commissioned_by"),
        note("DossiernummerBijPartner", "partner_file"),
    ),
    many=True,
    fallbacks=("submitted_on",),
)

REFERRAL = Part(
    "ToeleidingPartner",
    programme.PartnerReferred,
    (
        Leaf("ExterneID", "kbi_id"),
        partner("Van", "partner"),
        office("Naar"),
        Leaf("DatumOntvangen", "occurred_on", DAY),
        Leaf("Status", "status", codes.CLOSED),
        Leaf("Reden", "reason", codes.REFERRAL_REASON),
        note("RedenOmschrijving", "explanation"),
    ),
    many=True,
)

CONVERSATION = Part(
    "Gesprek",
    programme.ConversationHeld,
    (
        Leaf("Datum", "occurred_on", DAY),
        office("GeregistreerdBij"),
        Leaf("ToeleidingID", "referral_kbi_id"),
    ),
    many=True,
)

HOUSING = Part(
    "Wooncode",
    programme.HousingConditionsNoted,
    (
        Leaf("MoetVoldoenAanInburgeringsBereidheid", "must_integrate", TRUTH),
        Leaf("VoldoetAanInburgeringBereidheid", "integrates", TRUTH),
        Leaf("MoetVoldoenAanTaalBereidheid", "must_learn_dutch", TRUTH),
        Leaf("VoldoetAanTaalBereidheid", "learns_dutch", TRUTH),
        Leaf("OpvolgingDoor", "followed_by", codes.HOUSING_FOLLOW_UP),
    ),
)
