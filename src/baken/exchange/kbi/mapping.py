"""The one mapping between a KBI 01.00 dossier and the facts: every element and attribute of the schema, once.

Read from top to bottom it follows the schema (`xsd/KBI-01.00/KBIComplex.xsd`, type DossierType).
"""

from baken.dutch import facts as dutch
from baken.enforcement import facts as enforcement
from baken.exchange.kbi import codes
from baken.exchange.kbi.kinds import DAY, FLAG, TIME, TRUTH, WHOLE, Kind
from baken.exchange.kbi.shape import HERE, Box, Coded, Item, Leaf, NationalNumber, Part, Record, Row, Rows, Values
from baken.orientation import facts as orientation
from baken.people import facts as people
from baken.programme import facts as programme


def _period(begin: str = "occurred_on", end: str = "until", name: str = "Periode") -> Box:
    return Box(name, (Leaf("Begin", begin, DAY), Leaf("Einde", end, DAY)))


def _office(name: str) -> Record:
    return Record(name, "office", "ledger.Office", (Leaf("KboNummer", "kbo_number"), Leaf("KbiNummer", "kbi_number")))


def _note(name: str, column: str) -> Record:
    return Record(name, column, "people.Note", (Leaf(HERE, "body"),))


def _name_parts(box: str, name: str, column: str, *, family: bool) -> Box:
    items: tuple[Leaf, ...] = (Leaf(HERE, "text"),)
    if not family:
        items += (Leaf("@GebruikelijkeVoornaam", "usual", FLAG),)
    return Box(box, (Rows(name, column, "people.NamePart", "person_name", ("family", family), items),))


PERSON_NAME = Record(
    "Naam",
    "person_name",
    "people.PersonName",
    (
        Leaf("@DatumBegin", "valid_from"),
        Leaf("@DatumEinde", "valid_until"),
        _name_parts("Achternamen", "Achternaam", "family_names", family=True),
        _name_parts("Voornamen", "Voornaam", "given_names", family=False),
    ),
)


def _contact(name: str, column: str) -> Record:
    leaves = (("email", "email"), ("telefoon", "phone"), ("gsm", "mobile"), ("fax", "fax"))
    return Record(name, column, "people.ContactDetails", (PERSON_NAME, *(Leaf(*pair) for pair in leaves)))


ADDRESS = Box(
    "Adres",
    (
        Leaf("@DatumModificatie", "address_changed_on"),
        Leaf("@AuthentiekeBron", "address_source"),
        Box("Straat", (Leaf("NISCode", "street_code"), Leaf("Naam", "street"))),
        Leaf("HuisNummer", "house_number"),
        Leaf("BusNummer", "box_number"),
        Box(
            "Gemeente",
            (Leaf("NISCode", "municipality_code"), Leaf("PostCode", "postcode"), Leaf("Naam", "municipality")),
        ),
        Box("Land", (Leaf("ISOCode", "country_iso"), Leaf("NISCode", "country_code"), Leaf("Naam", "country"))),
    ),
)


def _partner(name: str, column: str) -> Record:
    return Record(
        name,
        column,
        "people.PartnerOrganisation",
        (
            Leaf("ExternID", "external_id"),
            Leaf("DavinciInstellingsNummer", "davinci_number"),
            Leaf("Naam", "name"),
            ADDRESS,
            _contact("ContactGegevens", "contact"),
        ),
    )


def _birth_year(values: Values) -> Values:
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
        _office("AangemaaktDoor"),
    ),
)

TARGET_GROUP = Part(
    "Doelgroep",
    programme.TargetGroupDetermined,
    (
        Leaf("Code", "in_target_group", codes.IN_TARGET_GROUP),
        Leaf("Type", "target_group", codes.TARGET_GROUP),
        Leaf("SubType", "subtype", codes.TARGET_GROUP_SUBTYPE),
        _period(),
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
        _office("AangemaaktDoor"),
    ),
    many=True,
    fallbacks=("drawn_up_on",),
)

CONTRACT_TERMS: tuple[Item, ...] = (
    Leaf("DatumRegistratie", "occurred_on", DAY),
    Leaf("Type", "form", codes.CONTRACT_FORM),
    _office("AangemaaktDoor"),
    Leaf("OnderdeelMO", "with_mo", TRUTH),
    Leaf("OnderdeelNT2", "with_nt2", TRUTH),
    Leaf("OnderdeelLO", "with_career", TRUTH),
)


def _postponement(name: str, fact: type) -> Part:
    return Part(name, fact, (_period(), Coded("Reden", "reason", codes.POSTPONEMENT_REASON)), many=True)


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
                    (_period(), Coded("Reden", "reason", codes.SUSPENSION_REASON)),
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
        _office("AanmeldingsPlaats"),
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
        _period(),
        Box(
            "Status",
            (
                Leaf("Code", "status", codes.CLOSED),
                _period("status_since", "status_until"),
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
        _period(),
        Box(
            "Beheerder",
            (
                _period("managed_from", "managed_until"),
                _office("KBIVestiging"),
                _contact("ContactPersoon", "contact"),
            ),
        ),
        Box("Status", (Leaf("Code", "status", codes.CLOSED), _period("status_since", "status_until"))),
        _decision(codes.TRAJECTORY_DECISION),
        Box("TrajectOnderdelen", (TRAJECTORY_PART,)),
    ),
    many=True,
    fallbacks=("managed_from", "status_since", "decided_on"),
)


def _lessons(fact: type) -> Box:
    leaves = (
        Leaf("Datum", "occurred_on", DAY),
        Leaf("AanvangUur", "starts_at", TIME),
        Leaf("EindUur", "ends_at", TIME),
        Leaf("Aanwezigheidsduur", "minutes_present", TIME),
        Leaf("Aanwezigheid", "presence", codes.PRESENCE),
    )
    return Box("LesMomenten", (Part("LesMoment", fact, leaves, many=True),))


def _mo_course(name: str, *, individual: bool) -> Part:
    return Part(
        name,
        orientation.CourseEnrolled,
        (
            Leaf("ID", "kbi_id", required=True),
            Leaf("Nummer", "number", required=True),
            Leaf("Naam", "name"),
            Leaf("Taal", "language", codes.LANGUAGE),
            Leaf("LesPlaats", "lesson_place"),
            _period("starts_on", "ends_on"),
            Leaf("DatumInschrijving", "occurred_on", DAY),
            Leaf("DatumUitschrijving", "left_on", DAY),
            _lessons(orientation.LessonFollowed),
        ),
        many=True,
        fixed=(("individual", individual),),
        fallbacks=("starts_on",),
    )


NT2_COURSE = Part(
    "NT2Cursus",
    dutch.Enrolled,
    (
        Leaf("ID", "kbi_id", required=True),
        _partner("Centrum", "provider"),
        Coded("Vestiging", "site", codes.UNPUBLISHED),
        Coded("Opleiding", "training", codes.UNPUBLISHED),
        Coded("Module", "module", codes.UNPUBLISHED),
        _period("starts_on", "ends_on"),
        Leaf("DatumInschrijving", "occurred_on", DAY),
        Leaf("DatumUitschrijving", "left_on", DAY),
        _lessons(dutch.LessonFollowed),
        Leaf("Status", "status", codes.ENROLMENT_STATUS),
        Part("Besluit", dutch.ModuleDecided, (Leaf(HERE, "result", codes.MODULE_RESULT),)),
    ),
    many=True,
    fallbacks=("starts_on",),
)

CAREER_COURSE = Part(
    "PLOCursus",
    programme.CareerCourseFollowed,
    (
        Leaf("ID", "kbi_id", required=True),
        Leaf("Naam", "name"),
        _period(),
        Box(
            "Besluit",
            (
                Leaf("Voldaan", "fulfilled", TRUTH),
                Coded("Reden", "decision_reason", codes.UNPUBLISHED),
                Leaf("DatumToekenning", "decided_on", DAY),
            ),
        ),
    ),
    many=True,
    fallbacks=("decided_on",),
)

COURSES = Box(
    "VormingsActiviteiten",
    (
        Box("MOCursussen", (_mo_course("MOCursus", individual=False),)),
        Box("NT2Cursussen", (NT2_COURSE,)),
        Box("IndividueleMOCursussen", (_mo_course("IndividueleMOCursus", individual=True),)),
        Box("PLOCursussen", (CAREER_COURSE,)),
    ),
)

TEST = Part(
    "AfgelegdeTest",
    dutch.TestTaken,
    (
        Leaf("ID", "kbi_id", required=True),
        Leaf("Nummer", "number", required=True),
        Leaf("ToeleidingID", "referral_kbi_id"),
        Coded("Type", "test_type", codes.LANGUAGE_TEST),
        Leaf("Datum", "occurred_on", DAY),
        Leaf("Versie", "edition"),
        Leaf("Taal", "language", codes.LANGUAGE),
        Coded("Resultaat", "result", codes.TEST_RESULT),
    ),
    many=True,
)

ADVICE = Box(
    "Adviezen",
    (
        Part("HvN", dutch.AdviceGiven, (Coded(HERE, "advice", codes.NT2_ADVICE),)),
        Part("Arbeidsmarkt", programme.LabourMarketAdvised, (Leaf(HERE, "advice", codes.CLOSED),)),
    ),
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
        _note("DiplomaNaam", "diploma"),
        _note("OnderwijsInstelling", "school"),
        _partner("ErkenningsInstantie", "recognition_body"),
        Coded("Reden", "reason", codes.UNPUBLISHED),
        Coded("Type", "kind", codes.UNPUBLISHED),
        Leaf("DatumIngediendBijPartner", "submitted_on", DAY),
        Leaf("DatumAntwoordPartner", "answered_on", DAY),
        Coded("AntwoordPartnerCode", "answer", codes.UNPUBLISHED),
        _note("Opdrachtgever", "commissioned_by"),
        _note("DossiernummerBijPartner", "partner_file"),
    ),
    many=True,
    fallbacks=("submitted_on",),
)

REFERRAL = Part(
    "ToeleidingPartner",
    programme.PartnerReferred,
    (
        Leaf("ExterneID", "kbi_id"),
        _partner("Van", "partner"),
        _office("Naar"),
        Leaf("DatumOntvangen", "occurred_on", DAY),
        Leaf("Status", "status", codes.CLOSED),
        Leaf("Reden", "reason", codes.REFERRAL_REASON),
        _note("RedenOmschrijving", "explanation"),
    ),
    many=True,
)

CASE_ACTIVITY = Part(
    "Activiteit",
    enforcement.CaseActivityDone,
    (
        Leaf("ID", "kbi_id"),
        Leaf("Type", "activity", codes.CASE_ACTIVITY),
        Leaf("DatumUitgevoerd", "occurred_on", DAY),
        _note("CommentaarFeitenRelaas", "comment"),
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
        _office("AangemaaktDoor"),
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
        _note("Motivering", "motivation"),
        Box(
            "FeitenRelaas",
            (Box("Activiteiten", (CASE_ACTIVITY,)), Box("Communicaties", (CASE_LETTER,))),
        ),
        CORRECTION_FORM,
    ),
    many=True,
    fallbacks=("notice_sent_on",),
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

WAITING_LIST = Part(
    "Aanmelding",
    dutch.WaitingListed,
    (
        Coded("Code", "waiting_list", codes.UNPUBLISHED),
        Coded("Module", "module", codes.UNPUBLISHED),
        Leaf("Datum", "occurred_on", DAY),
    ),
    many=True,
)

AVAILABILITY = Part(
    "VoorkeurLesMoment",
    dutch.AvailabilityStated,
    (
        Part("LesVoorkeurLesMoment", dutch.TimeSlotPreferred, (Leaf("Code", "time_slot", codes.TIME_SLOT),), many=True),
        _period(name="PeriodeGeldigheid"),
        Coded("RedenBeperking", "restriction", codes.UNPUBLISHED),
    ),
    many=True,
)

PREFERENCES = Part(
    "VoorkeurenKlant",
    dutch.PreferencesStated,
    (
        Leaf("DatumGewensteStart", "wished_start", DAY),
        Coded("RedenDatumGewensteStart", "wished_start_reason", codes.UNPUBLISHED),
        Leaf("Intensiteit", "intensity", WHOLE),
        Box("Centra", (Part("Centrum", dutch.ProviderPreferred, (_partner(HERE, "provider"),), many=True),)),
        Box(
            "PostkantonCodes", (Part("PostkantonCode", dutch.PostcodePreferred, (Leaf(HERE, "postcode"),), many=True),)
        ),
        Box("VoorkeurLesMomenten", (AVAILABILITY,)),
    ),
)

CONVERSATION = Part(
    "Gesprek",
    programme.ConversationHeld,
    (
        Leaf("Datum", "occurred_on", DAY),
        _office("GeregistreerdBij"),
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

DOSSIER = Part(
    "KBIDossier",
    people.PersonDescribed,
    (
        PERSONALIA,
        TARGET_GROUP,
        Box("BehaaldeAttesten", (CERTIFICATES,)),
        Box("Contracten", (CONTRACTS,)),
        Box("UitstellenVanOndertekening", (_postponement("UitstelVanOndertekening", programme.SigningPostponed),)),
        REGISTRATION,
        Box("UitstellenVanAanmelding", (_postponement("UitstelVanAanmelding", programme.RegistrationPostponed),)),
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
    derive=_birth_year,
)
