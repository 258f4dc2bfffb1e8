"""Residence conditions for social benefits, and the advice to the immigration office: checks that follow the path.

The conditions of the agreement of 2019 became law in 2022 and were annulled in 2023; the check as announced is kept
beside the law in force.
"""

from baken.law.content.sources import (
    AGII,
    AGREEMENT_2019,
    CARE_DECREE_2021,
    COURT_112_2023,
    FOREIGNERS_LAW_SITE,
    POLICY_NOTE_2024,
    RESIDENCE_ACT,
)
from baken.law.rules import Chapter
from baken.law.words import (
    all_of,
    any_of,
    days_after,
    days_in,
    decide,
    first,
    happened,
    last,
    months_after,
    not_,
    one_of,
)

chapter = Chapter("residence", "Verblijf en sociale rechten", "Residence and social rights")


@chapter.rule(
    "wettig verblijf op dit ogenblik",
    "legal residence at present",
    AGREEMENT_2019("Er wordt een verblijfsvoorwaarde van 5 jaar ononderbroken", "RS-01"),
)
def resident_now(residence_spells, on):
    return days_in(residence_spells, on, days_after(on, 1)) > 0


@chapter.rule(
    "begin van het huidige verblijf",
    "start of the present residence",
    AGREEMENT_2019("Er wordt een verblijfsvoorwaarde van 5 jaar ononderbroken", "RS-01"),
)
def resident_since(residence_spells):
    return last(residence_spells)


@chapter.rule(
    "vijf jaar ononderbroken wettig verblijf",
    "five years of unbroken legal residence",
    AGREEMENT_2019("Er wordt een verblijfsvoorwaarde van 5 jaar ononderbroken", "RS-01", "RS-04"),
    note="Tot op de dag waarop beslist wordt.",
)
def residence_unbroken(resident_now, resident_since, unbroken_residence_months, on):
    return all_of(resident_now, months_after(resident_since, unbroken_residence_months) <= on)


@chapter.rule(
    "tien jaar wettig verblijf",
    "ten years of legal residence",
    AGREEMENT_2019("Er wordt een verblijfsvoorwaarde van 5 jaar ononderbroken", "RS-02", "RS-03"),
    note="Alle tijdvakken samen, in dagen.",
)
def residence_long(residence_spells, on, residence_days):
    return days_in(residence_spells, first(residence_spells), on) >= residence_days


@chapter.rule(
    "voldaan aan de inburgeringsplicht",
    "integration duty met",
    AGREEMENT_2019("Er wordt een verblijfsvoorwaarde van 5 jaar ononderbroken", "RS-01", "RS-02", "RS-03", "RS-04"),
    note="Ook wie geen plicht heeft of vrijgesteld is.",
)
def integration_duty_met(obliged, duty_exempt, duty_fulfilled):
    return any_of(not_(obliged), duty_exempt, duty_fulfilled)


@chapter.rule(
    "verblijfsvoorwaarde zoals aangekondigd in 2019",
    "residence condition as announced in 2019",
    AGREEMENT_2019("Er wordt een verblijfsvoorwaarde van 5 jaar ononderbroken", "RS-01", "RS-02", "RS-03", "RS-04"),
    POLICY_NOTE_2024("OD 1.4: We stimuleren en inspireren", "RS-07"),
    state="planned",
    note="Een controle, geen geldend recht: voor drie voordelen in werking geweest in 2022 en 2023.",
)
def residence_condition_announced(benefit, adult, residence_unbroken, residence_long, integration_duty_met):
    return decide(
        (all_of(benefit == "care_budget_heavy", not_(adult)), "none"),
        (not_(all_of(residence_unbroken, integration_duty_met)), "not_met"),
        (any_of(one_of(benefit, "care_premium", "elderly_care_priority"), residence_long), "met"),
        otherwise="not_met",
    )


def care_budget_condition(benefit, adult, residence_unbroken):
    return decide(
        (any_of(one_of(benefit, "care_premium", "elderly_care_priority"), not_(adult)), "none"),
        (residence_unbroken, "met"),
        otherwise="not_met",
    )


@chapter.rule(
    "verblijfsvoorwaarde voor een sociaal voordeel",
    "residence condition for a social benefit",
    COURT_112_2023("Wat het decreet van 2021 verving"),
    state="ended",
    confidence="M",
    note="Vijf jaar ononderbroken voor de zorgbudgetten. Vijf jaar sociale verzekering in de EU, de EER of Zwitserland"
    " volstaat ook; dat wordt hier niet nagegaan.",
)
def residence_condition(benefit, adult, residence_unbroken):
    return care_budget_condition(benefit, adult, residence_unbroken)


@residence_condition.since(
    "2022-01-01",
    CARE_DECREE_2021("Artikelen 18, 43, 45, 46 en 48", "RS-01", "RS-02", "RS-03"),
    AGII("Verstrengde verblijfsduur en inburgeringsvoorwaarde voor Vlaamse sociale bescherming (6 mei 2022)"),
    state="ended",
    note="Vernietigd op 20 juli 2023, met terugwerkende kracht: zo werd tot dan beslist.",
)
def residence_condition_2022(benefit, residence_condition_announced):
    return decide((benefit == "elderly_care_priority", "none"), otherwise=residence_condition_announced)


@residence_condition.since(
    "2023-07-20",
    COURT_112_2023("Vernietiging"),
    FOREIGNERS_LAW_SITE("Grondwettelijk Hof - 112/2023 - 20-07-2023"),
    confidence="M",
    note="Opnieuw vijf jaar ononderbroken voor de zorgbudgetten; geen voorwaarde voor de lagere zorgpremie. Van de"
    " voorrang in de ouderenzorg is geen tekst in werking gevonden.",
)
def residence_condition_2023(benefit, adult, residence_unbroken):
    return care_budget_condition(benefit, adult, residence_unbroken)


@chapter.rule(
    "inspanningen tot integratie gevraagd voor het verblijf",
    "integration efforts asked for residence",
    RESIDENCE_ACT("Artikel 1/2"),
    FOREIGNERS_LAW_SITE("Behoud verblijf wordt afhankelijk van integratie-inspanningen"),
    since="2017-01-26",
    by="residence_applied_on",
    confidence="M",
    note="Ook wie ernstig ziek is en het gezin van wie beschermd is, zijn uitgezonderd; dat wordt hier niet nagegaan.",
)
def integration_effort_asked(residence_applied_on, nationality_group, adult, residence_ground):
    return all_of(
        happened(residence_applied_on),
        nationality_group == "third_country",
        adult,
        not_(one_of(residence_ground, "asylum_pending", "refugee", "subsidiary_protection")),
    )


@chapter.rule(
    "advies aan de Dienst Vreemdelingenzaken",
    "advice to the immigration office",
    AGREEMENT_2019("Concrete voorstellen > Inhoudelijk:", "RS-08"),
    POLICY_NOTE_2024("OD 1.4: We stimuleren en inspireren", "RS-08", "RS-09"),
    state="planned",
    note="Wat het agentschap over het traject zou melden; de systematische uitwisseling is aangekondigd.",
)
def immigration_advice(
    integration_effort_asked, certificate_on, efforts_declared_on, regular_participation_proven_on, signed_on
):
    return decide(
        (not_(integration_effort_asked), "not_applicable"),
        (happened(certificate_on), "certificate"),
        (happened(efforts_declared_on), "efforts_declared"),
        (happened(regular_participation_proven_on), "regular_participation"),
        (happened(signed_on), "in_programme"),
        otherwise="no_contract",
    )
