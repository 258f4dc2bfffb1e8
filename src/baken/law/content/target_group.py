"""Who is obliged, who is entitled, who is not in the target group, and what the right gives.

Membership is judged on the day of deciding; what duty somebody has follows the day of registration (chapter duty).
"""

from datetime import date

from baken.law.content.ages import aged
from baken.law.content.sources import (
    AGII,
    AGREEMENT_2019,
    ANNUAL_REPORT_2019,
    BEWELCOME,
    DE_PLAL,
    DECREE_2013,
    DECREE_2015,
    DECREE_2021,
    DECREE_2024,
    FOREIGNERS_LAW_SITE,
    HORIZONTAL_PLAN_2016,
    POLICY_LETTER_2018,
    POLICY_NOTE_2024,
    VLAANDEREN,
)
from baken.law.rules import Chapter
from baken.law.words import all_of, any_of, by, decide, first_known, full_years, happened, months_after, not_, one_of

chapter = Chapter("target_group", "Doelgroep", "Target group")

RIGHT = FOREIGNERS_LAW_SITE("Recht op inburgering in Vlaanderen")
MUST = AGII("Wie mag of moet inburgeren")
CHANGES_2022 = AGII("Wijziging Vlaams inburgeringsdecreet: wat verandert (1 maart 2022)")
OLDER_LIST = VLAANDEREN("Verplichte inburgering, zoals overgenomen op oudere gemeentelijke pagina's")


@chapter.rule("meerderjarig", "of age", RIGHT, DECREE_2013("art. 26, § 2"))
def adult(birth_date, birth_year, on, adult_age):
    return aged(birth_date, birth_year, on, adult_age)


@chapter.rule("jonger dan 65", "under 65", OLDER_LIST, confidence="M")
def under_65(birth_date, birth_year, on, upper_age):
    return not_(aged(birth_date, birth_year, on, upper_age))


@chapter.rule("eerste inschrijving in België", "first registration in Belgium", MUST)
def first_registered_on(registered_in_flanders_on, registered_in_brussels_on, registered_in_wallonia_on):
    in_flanders_first = all_of(
        by(registered_in_flanders_on, registered_in_brussels_on),
        by(registered_in_flanders_on, registered_in_wallonia_on),
    )
    return decide(
        (in_flanders_first, registered_in_flanders_on),
        (by(registered_in_brussels_on, registered_in_wallonia_on), registered_in_brussels_on),
        otherwise=registered_in_wallonia_on,
    )


@chapter.rule(
    "ingeschreven in het Vlaamse of Brusselse gewest",
    "registration in the Flemish or Brussels region",
    RIGHT,
    AGREEMENT_2019("INBURGERING EN INTEGRATIE > Doelgroep:", "TG-02"),
)
def registered(region):
    return one_of(region, "flanders", "brussels")


@chapter.rule(
    "leerplicht voorbij",
    "past compulsory education",
    RIGHT,
    DECREE_2021("art. 2, beroepsactieve leeftijd"),
    confidence="M",
    note="Dat dit vóór vijftien jaar niet kan, is afgeleid uit de voltijdse leerplicht.",
)
def past_compulsory_education(birth_date, birth_year, on, part_time_schooling_age, in_compulsory_education):
    return all_of(aged(birth_date, birth_year, on, part_time_schooling_age), not_(in_compulsory_education))


@chapter.rule("oud genoeg voor inburgering", "old enough for the programme", RIGHT)
def old_enough(adult, past_compulsory_education, programme_beside_school_on):
    return any_of(adult, past_compulsory_education, happened(programme_beside_school_on))


@chapter.rule(
    "verzoeker om internationale bescherming buiten de doelgroep",
    "asylum applicant outside the target group",
    CHANGES_2022,
    since="2022-03-01",
    note="Voordien rechthebbend. Wie vóór 1 maart 2022 een contract tekende, mag het traject voortzetten.",
)
def asylum_applicant_out(residence_ground, other_ground, signed_on):
    return all_of(
        residence_ground == "asylum_pending",
        not_(other_ground),
        not_(signed_on < date(2022, 3, 1)),
    )


@chapter.rule(
    "arbeidsmigrant van een buitenlandse werkgever buiten de doelgroep",
    "labour migrant of a foreign employer outside the target group",
    POLICY_LETTER_2018("4.2. We bereiken meer personen van buitenlandse herkomst", "TG-03"),
    state="ended",
)
def employer_abroad_out(residence_ground, employer_abroad):
    return all_of(one_of(residence_ground, "labour", "religion_minister"), employer_abroad)


@employer_abroad_out.since(
    "2016-03-01",
    POLICY_LETTER_2018("4.2. We bereiken meer personen van buitenlandse herkomst", "TG-03"),
    note="De tekst noemt alleen de maand, maart 2016.",
)
def employer_abroad_out_2016():
    return False


@chapter.rule("uitgesloten categorie", "excluded category", RIGHT, MUST)
def excluded_category(temporary_purpose, asylum_applicant_out, employer_abroad_out):
    return any_of(temporary_purpose, asylum_applicant_out, employer_abroad_out)


@chapter.rule("vreemdeling in de doelgroep", "foreigner in the target group", RIGHT)
def foreigner_included(nationality_group, excluded_category):
    return all_of(one_of(nationality_group, "eu_plus", "third_country"), not_(excluded_category))


@chapter.rule(
    "Belg geboren in het buitenland",
    "Belgian born abroad",
    RIGHT,
    note="Andere anderstalige Belgen worden aangemoedigd om Nederlands te leren, niet verplicht (TG-12).",
)
def belgian_born_abroad(nationality_group, born_in_belgium, parent_born_abroad):
    return all_of(nationality_group == "belgian", not_(born_in_belgium), parent_born_abroad)


@chapter.rule(
    "recht op inburgering",
    "right to the programme",
    RIGHT,
    DECREE_2013("art. 2, 7° en art. 26, § 2"),
    ANNUAL_REPORT_2019("Eerste ondertekende contracten", "OB-01"),
)
def entitled(registered, old_enough, foreigner_included, belgian_born_abroad):
    return all_of(registered, old_enough, any_of(foreigner_included, belgian_born_abroad))


@chapter.rule(
    "vrijgesteld door vrij verkeer",
    "exempt through free movement",
    OLDER_LIST,
    BEWELCOME("Vrijstellingen"),
    confidence="M",
    note="Burgers van EU, EER en Zwitserland, hun gezin en dat van een Belg die vrij verkeer gebruikte. Kaart M "
    "(terugtrekkingsakkoord) is voor Brussel gelezen en voor Vlaanderen afgeleid.",
)
def exempt_by_free_movement(nationality_group, residence_ground, family_of, withdrawal_card_on):
    family_member = all_of(
        one_of(residence_ground, "family_reunification", "free_movement"),
        one_of(family_of, "eu_plus", "belgian_free_movement"),
    )
    return any_of(
        nationality_group == "eu_plus",
        all_of(nationality_group == "third_country", any_of(family_member, happened(withdrawal_card_on))),
    )


@chapter.rule(
    "verblijfsgrond die verplicht",
    "ground of residence that obliges",
    OLDER_LIST,
    confidence="M",
    note="Arbeid, studie en tijdelijke bescherming staan niet in de lijst.",
)
def ground_obliges(residence_ground):
    return one_of(residence_ground, "refugee", "subsidiary_protection", "trafficking_victim", "regularisation")


@chapter.rule("gezinshereniging die verplicht", "family reunification that obliges", OLDER_LIST, confidence="M")
def family_obliges(residence_ground, family_of):
    return all_of(residence_ground == "family_reunification", one_of(family_of, "belgian", "third_country"))


@chapter.rule(
    "vreemde nieuwkomer met plicht",
    "foreign newcomer with a duty",
    OLDER_LIST,
    confidence="M",
)
def foreign_newcomer_obliges(nationality_group, document_over_three_months, ground_obliges, family_obliges):
    return all_of(
        nationality_group == "third_country", document_over_three_months, any_of(ground_obliges, family_obliges)
    )


@chapter.rule(
    "Belgische nieuwkomer met plicht",
    "Belgian newcomer with a duty",
    OLDER_LIST,
    confidence="M",
    note="De twaalf maanden tellen tot de eerste instroom, opdat de plicht niet door tijdsverloop verdwijnt.",
)
def belgian_newcomer_obliges(belgian_born_abroad, first_registered_on, seen_on, on, belgian_newcomer_months):
    newcomer_until = months_after(first_registered_on, belgian_newcomer_months)
    return all_of(belgian_born_abroad, first_known(seen_on, on) <= newcomer_until)


MINISTERS = FOREIGNERS_LAW_SITE("Verplichte inburgering bedienaars erediensten")


@chapter.rule("bedienaar volgens opgave of verblijfsgrond", "minister by statement or ground of residence", MINISTERS)
def serves_as_minister(minister_of_religion, residence_ground):
    return any_of(minister_of_religion, residence_ground == "religion_minister")


@chapter.rule("begin van de bediening", "start of the ministry", MINISTERS)
def ministry_started_on(minister_on, first_registered_on):
    return first_known(minister_on, first_registered_on)


@chapter.rule(
    "bedienaar met plicht",
    "minister with a duty",
    MINISTERS,
    POLICY_LETTER_2018("4.2. We bereiken meer personen van buitenlandse herkomst", "TG-03"),
    by="ministry_started_on",
    state="ended",
    note="Alleen bij geloofsgemeenschappen die sinds 1 januari 2007 erkend zijn.",
)
def minister_obliges(serves_as_minister, recognised_before_2007):
    return all_of(serves_as_minister, not_(recognised_before_2007))


@minister_obliges.since(
    "2024-06-16",
    MINISTERS,
    DECREE_2024("inwerkingtreding op 16 juni 2024"),
    note="Voor wie van dan af aantreedt, ook bij gemeenschappen erkend vóór 2007.",
)
def minister_obliges_2024(serves_as_minister):
    return serves_as_minister


@chapter.rule("eerst in Vlaanderen ingeschreven", "first registered in Flanders", MUST)
def first_in_flanders(registered_in_flanders_on, registered_in_brussels_on, registered_in_wallonia_on):
    return not_(
        any_of(
            registered_in_brussels_on < registered_in_flanders_on,
            registered_in_wallonia_on < registered_in_flanders_on,
        )
    )


@chapter.rule(
    "meerderjarig bij de eerste inschrijving",
    "of age at the first registration",
    AGII("Decreet integratie en inburgering aangepast (7 juli 2015)"),
)
def adult_when_registered(birth_date, birth_year, first_registered_on, adult_age):
    return aged(birth_date, birth_year, first_registered_on, adult_age)


@chapter.rule(
    "binnen vijf jaar verhuisd naar Vlaanderen",
    "moved to Flanders within five years",
    AGII("Decreet integratie en inburgering aangepast (7 juli 2015)"),
    DE_PLAL("Vlaanderen start met hervormd inburgerings- en integratiebeleid"),
    DECREE_2015("inwerkingtreding op 29 februari 2016"),
    since="2016-02-29",
    by="registered_in_flanders_on",
    note="Het decreet is van 29 mei 2015; de Vlaamse Regering liet het ingaan op 29 februari 2016.",
)
def moved_within_five_years(
    first_in_flanders, adult_when_registered, first_registered_on, registered_in_flanders_on, move_years
):
    return all_of(
        not_(first_in_flanders),
        adult_when_registered,
        full_years(first_registered_on, registered_in_flanders_on) < move_years,
    )


@chapter.rule("nieuwkomer met plicht", "newcomer with a duty", MUST)
def newcomer_obliges(first_in_flanders, moved_within_five_years, foreign_newcomer_obliges, belgian_newcomer_obliges):
    return all_of(
        any_of(first_in_flanders, moved_within_five_years), any_of(foreign_newcomer_obliges, belgian_newcomer_obliges)
    )


@chapter.rule(
    "inburgeringsplicht in Vlaanderen",
    "duty to integrate in Flanders",
    MUST,
    DECREE_2013("art. 27"),
    POLICY_NOTE_2024("Context van ons Integratie- en Inburgeringsbeleid", "OB-01"),
    note="De vrijstelling voor vrij verkeer geldt hier ook voor bedienaars; te bevestigen.",
)
def obliged(
    entitled,
    adult,
    under_65,
    region,
    exempt_by_free_movement,
    newcomer_obliges,
    minister_obliges,
):
    return all_of(
        entitled,
        adult,
        under_65,
        region == "flanders",
        not_(exempt_by_free_movement),
        any_of(newcomer_obliges, minister_obliges),
    )


@chapter.rule(
    "doelgroep",
    "target group",
    ANNUAL_REPORT_2019("Instroom naar doelgroep", "TG-01"),
    note="Zolang iets ontbreekt: nader te bepalen. Plicht betekent hier de Vlaamse plicht; Brussel staat apart.",
)
def target_group(obliged, entitled, minor_newcomer):
    return decide((obliged, "obliged"), (entitled, "entitled"), (minor_newcomer, "minor"), otherwise="none")


@chapter.rule(
    "recht op oriëntering naar NT2",
    "right to orientation towards Dutch lessons",
    ANNUAL_REPORT_2019(
        "Anderstaligen krijgen een doorverwijzing op maat in functie van Nederlandse taalverwerving", "TG-11"
    ),
    POLICY_NOTE_2024("OD 2.2: We versterken de Nederlandse taal", "NT-12"),
    note="Ook voor wie niet tot de doelgroep behoort.",
)
def nt2_orientation(adult, speaks_other_language):
    return all_of(adult, speaks_other_language)


@chapter.rule(
    "aanbod op maat voor bedienaars",
    "tailored offer for ministers of religion",
    POLICY_LETTER_2018("4.2. We bereiken meer personen van buitenlandse herkomst", "TG-10"),
    HORIZONTAL_PLAN_2016("Actief en gedeeld burgerschap en samenleven in diversiteit", "TG-10"),
    note="Op vraag, en als de groep groot genoeg is.",
)
def tailored_for_ministers(entitled, serves_as_minister):
    return all_of(entitled, serves_as_minister)


@chapter.rule(
    "screening en trajectbegeleiding",
    "screening and counselling",
    ANNUAL_REPORT_2019("krijgen bij aanmelding in één van de", "EN-06"),
    ANNUAL_REPORT_2019("Inburgeraars krijgen trajectbegeleiding op maat", "EN-06"),
)
def counselling_due(entitled, reported_on):
    return all_of(entitled, happened(reported_on))


@chapter.rule(
    "screening van digitale vaardigheden",
    "screening of digital skills",
    POLICY_NOTE_2024("OD 3.1: We maken van de beleidsuitvoerende actoren", "PG-06"),
    since="2020-01-01",
    by="reported_on",
    note="De tekst noemt alleen het jaar 2020.",
)
def digital_screening_due(counselling_due):
    return counselling_due


@chapter.rule(
    "begeleiding naar diplomagelijkschakeling",
    "guidance to recognition of a diploma",
    ANNUAL_REPORT_2019("Diplomagelijkschakeling", "EN-07"),
    POLICY_LETTER_2018("4.1. We verhogen de doeltreffendheid van inburgering", "EN-07"),
)
def diploma_guidance_due(entitled, foreign_diploma):
    return all_of(entitled, foreign_diploma)
