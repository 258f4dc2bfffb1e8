"""The obligation in the Brussels-Capital Region, with terms and fines of its own."""

from baken.law.content.sources import (
    ANNUAL_REPORT_2019,
    BEWELCOME,
    BRUSSELS_CCC,
    BRUSSELS_ORDINANCE,
    FOREIGNERS_LAW_SITE,
    POLICY_LETTER_2018,
    POLICY_NOTE_2024,
    POLICY_SITE,
)
from baken.law.rules import Chapter
from baken.law.words import (
    all_of,
    any_of,
    by,
    decide,
    first,
    first_known,
    full_years,
    happened,
    months_after,
    not_,
    one_of,
)

chapter = Chapter("brussels", "Brussel", "Brussels")

OBLIGATION_2022 = FOREIGNERS_LAW_SITE("Verplichting tot inburgering in Brussel vanaf 1 juni 2022")
BILINGUAL_2024 = FOREIGNERS_LAW_SITE("Brussel: tweetalig inburgeringstraject vanaf 1 januari 2024")
PATH = BEWELCOME("Trajectverloop")
MUNICIPALITIES = BRUSSELS_CCC("Inburgering van nieuwkomers")
CHOICE = "Het AgII bereidt zich voor op de invoering van de verplichte inburgering in Brussel"


@chapter.rule("begin van het wettig verblijf", "start of legal residence", MUNICIPALITIES)
def legal_residence_since(residence_spells, first_registered_on):
    return first_known(first(residence_spells), first_registered_on)


@chapter.rule(
    "minder dan drie jaar wettig in België",
    "less than three years of legal residence",
    MUNICIPALITIES,
    note="Geteld tot de inschrijving in Brussel, opdat de plicht niet door tijdsverloop verdwijnt.",
)
def recent_in_brussels(legal_residence_since, registered_in_brussels_on, on, brussels_residence_years):
    counted_on = first_known(registered_in_brussels_on, on)
    return full_years(legal_residence_since, counted_on) < brussels_residence_years


@chapter.rule("nieuwkomer in Brussel", "newcomer in Brussels", MUNICIPALITIES, OBLIGATION_2022)
def brussels_newcomer(region, nationality_group, adult, under_65, document_over_three_months, recent_in_brussels):
    return all_of(
        region == "brussels",
        one_of(nationality_group, "eu_plus", "third_country"),
        adult,
        under_65,
        document_over_three_months,
        recent_in_brussels,
    )


@chapter.rule(
    "vrijgesteld in Brussel",
    "exempt in Brussels",
    BEWELCOME("Vrijstellingen"),
    MUNICIPALITIES,
    BILINGUAL_2024,
    note="De volledige lijst is niet overgenomen: EU+ en gezin, kaart M, eerder attest, Belgisch diploma.",
)
def brussels_exempt(exempt_by_free_movement, earlier_certificate_on, exemption_ground):
    return any_of(
        exempt_by_free_movement, happened(earlier_certificate_on), one_of(exemption_ground, "certificate", "diploma")
    )


@chapter.rule(
    "inburgeringsplicht in Brussel",
    "duty to integrate in Brussels",
    BRUSSELS_ORDINANCE("ordonnantie van 11 mei 2017"),
    OBLIGATION_2022,
    POLICY_NOTE_2024("OD 1.1: We optimaliseren het inburgeringstraject", "BX-03"),
    POLICY_LETTER_2018("3.2. We versterken het integratie- en inburgeringsbeleid in Brussel", "BX-03"),
    since="2022-06-01",
    by="registered_in_brussels_on",
    note="Voor wie zich vanaf 1 juni 2022 inschrijft; eerst gepland voor 2020 en uitgesteld (BX-01).",
)
def brussels_obliged(brussels_newcomer, brussels_exempt):
    return all_of(brussels_newcomer, not_(brussels_exempt))


@brussels_obliged.since(
    "2024-01-01",
    BRUSSELS_ORDINANCE("ordonnantie van 20 juli 2023 en besluit van 18 januari 2024"),
    BILINGUAL_2024,
    note="De omschrijving van wie verplicht is, bleef dezelfde.",
)
def brussels_obliged_2024(brussels_newcomer, brussels_exempt):
    return all_of(brussels_newcomer, not_(brussels_exempt))


@chapter.rule(
    "vrije keuze tussen een Nederlandstalig en een Franstalig traject",
    "free choice between a Dutch and a French programme",
    ANNUAL_REPORT_2019(CHOICE, "BX-01"),
    OBLIGATION_2022,
    note="Bij Bon of bij een BAPA.",
)
def brussels_free_choice(brussels_obliged):
    return brussels_obliged


@chapter.rule(
    "Nederlandstalig traject bij een BAPA",
    "Dutch programme at a BAPA",
    BILINGUAL_2024,
    POLICY_NOTE_2024("OD 1.1: We optimaliseren het inburgeringstraject", "BX-04"),
    since="2024-01-01",
    note="Voordien had een BAPA alleen een Franstalig traject.",
)
def dutch_programme_at_bapa(brussels_obliged):
    return brussels_obliged


@chapter.rule(
    "vrijwillig traject bij een BAPA",
    "voluntary programme at a BAPA",
    BILINGUAL_2024,
    since="2024-01-01",
    confidence="M",
    note="De ordonnantie noemt hen buitenlandse personen; hun omschrijving is niet volledig gelezen.",
)
def voluntary_programme_at_bapa(region, nationality_group, adult, brussels_obliged):
    return all_of(
        region == "brussels", one_of(nationality_group, "eu_plus", "third_country"), adult, not_(brussels_obliged)
    )


@chapter.rule(
    "intake samen met het Huis van het Nederlands",
    "intake together with the House of Dutch",
    POLICY_LETTER_2018("4.1. We verhogen de doeltreffendheid van inburgering", "BX-06"),
    ANNUAL_REPORT_2019("Werving inburgeraars en anderstaligen", "BX-06"),
)
def intake_with_house_of_dutch(region, entitled):
    return all_of(region == "brussels", entitled)


@chapter.rule("aanmelding in Brussel", "report in Brussels", PATH)
def brussels_reported_on(reported_on, bapa_reported_on):
    return first_known(reported_on, bapa_reported_on)


@chapter.rule("traject in Brussel beëindigd", "programme in Brussels completed", PATH)
def brussels_completed_on(certificate_on, bapa_completed_on):
    return first_known(certificate_on, bapa_completed_on)


@chapter.rule(
    "uiterste dag van aanmelding in Brussel",
    "last day to report in Brussels",
    PATH,
    MUNICIPALITIES,
    note="Vanaf de ontvangst van het attest van verplichting; is die niet gekend, vanaf de inschrijving.",
)
def brussels_report_by(brussels_obligation_on, registered_in_brussels_on, brussels_report_months):
    return months_after(first_known(brussels_obligation_on, registered_in_brussels_on), brussels_report_months)


@chapter.rule("uiterste einde van het traject in Brussel", "last day to complete the programme in Brussels", PATH)
def brussels_complete_by(brussels_reported_on, brussels_complete_months):
    return months_after(brussels_reported_on, brussels_complete_months)


@chapter.rule("in gebreke in Brussel", "in default in Brussels", OBLIGATION_2022, PATH)
def brussels_in_default(
    brussels_obliged, brussels_report_by, brussels_reported_on, brussels_complete_by, brussels_completed_on, on
):
    not_reported = all_of(on > brussels_report_by, not_(happened(brussels_reported_on)))
    not_completed = all_of(on > brussels_complete_by, not_(happened(brussels_completed_on)))
    return all_of(brussels_obliged, any_of(not_reported, not_completed))


@chapter.rule("aanmaning door de gemeente", "notice by the municipality", OBLIGATION_2022)
def brussels_notice_due(brussels_in_default, brussels_notice_on):
    return all_of(brussels_in_default, not_(happened(brussels_notice_on)))


@chapter.rule("uiterste dag om gevolg te geven aan de aanmaning", "last day to comply with the notice", OBLIGATION_2022)
def brussels_comply_by(brussels_notice_on, brussels_comply_months):
    return months_after(brussels_notice_on, brussels_comply_months)


@chapter.rule(
    "gevolg gegeven aan de aanmaning",
    "compliance with the notice",
    OBLIGATION_2022,
    confidence="L",
    note="Een aanmaning na de aanmelding gaat over het beëindigen van het traject.",
)
def brussels_complied_on(brussels_notice_on, brussels_reported_on, brussels_completed_on):
    return decide((by(brussels_reported_on, brussels_notice_on), brussels_completed_on), otherwise=brussels_reported_on)


@chapter.rule(
    "boete in Brussel mogelijk",
    "fine in Brussels possible",
    OBLIGATION_2022,
    POLICY_SITE("Inburgering in Brussel"),
    note="Door de GGC; Vlaamse boetes gelden niet in Brussel.",
)
def brussels_fine_possible(brussels_in_default, brussels_comply_by, on):
    return all_of(brussels_in_default, on > brussels_comply_by)


@chapter.rule(
    "laagste boete in Brussel", "lowest fine in Brussels", OBLIGATION_2022, since="2022-06-01", by="brussels_notice_on"
)
def brussels_fine_minimum(brussels_obliged, brussels_lowest_fine):
    return decide((brussels_obliged, brussels_lowest_fine), otherwise=0)


@chapter.rule(
    "hoogste boete in Brussel", "highest fine in Brussels", OBLIGATION_2022, since="2022-06-01", by="brussels_notice_on"
)
def brussels_fine_maximum(brussels_obliged, brussels_highest_fine):
    return decide((brussels_obliged, brussels_highest_fine), otherwise=0)
