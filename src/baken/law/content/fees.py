"""What a course or test costs, for whom, and who is dispensed."""

from baken.law.content.sources import (
    ADULT_EDUCATION_2022,
    AGII,
    AGREEMENT_2019,
    COURT_115_2023,
    DECREE_2013,
    FOREIGNERS_LAW_SITE,
    HORIZONTAL_PLAN_2016,
    POLICY_LETTER_2018,
    POLICY_NOTE_2024,
    VVSG,
)
from baken.law.expression import NEVER
from baken.law.rules import Chapter
from baken.law.words import all_of, decide, first_known, happened, not_, one_of

chapter = Chapter("fees", "Retributies", "Fees")


@chapter.rule(
    "contract met retributies",
    "contract with fees",
    FOREIGNERS_LAW_SITE("Betalend inburgeren", "FE-06", "FE-04"),
    POLICY_NOTE_2024("OD 1.1: We optimaliseren het inburgeringstraject", "FE-06"),
    since="2023-09-01",
    by="signed_on",
    note="Ondertekend in een Vlaamse gemeente, verplicht of niet.",
)
def fee_contract(signed_on, region):
    return all_of(happened(signed_on), region == "flanders")


@chapter.rule(
    "kosteloos traject",
    "free programme",
    POLICY_LETTER_2018("I. INLEIDING", "EN-01"),
    HORIZONTAL_PLAN_2016("OD 2.1: We maken werk van een behoeftedekkend aanbod Nederlands als tweede taal", "EN-04"),
    POLICY_NOTE_2024("OD 1.1: We optimaliseren het inburgeringstraject", "FE-09"),
    note="Contracten van vóór 1 september 2023, en het traject in Brussel.",
)
def programme_free(fee_contract):
    return not_(fee_contract)


@chapter.rule(
    "vrijstelling van de retributie",
    "exemption from the fee",
    FOREIGNERS_LAW_SITE("Betalend inburgeren", "FE-06"),
    DECREE_2013("Artikel 30, § 3, derde lid"),
    ADULT_EDUCATION_2022("Artikel 113novies, § 4"),
    COURT_115_2023("Ook voor verplichte inburgeraars"),
    since="2023-09-01",
    by="enrolled_on",
    confidence="M",
    note="Het bewijs wordt bij de inschrijving nagekeken. Acht categorieën, niet alle gepubliceerd: `other` is wat het"
    " agentschap als een ervan erkent. Betalingsmoeilijkheden stellen alleen uit. In 2026 keurde de regering goed dat"
    " alleen niet-begeleide minderjarigen en Brusselaars vrijgesteld blijven; de begindag is niet gepubliceerd.",
)
def fee_exempt(fee_ground):
    return one_of(fee_ground, "unaccompanied_minor", "social_welfare", "jobseeker", "detained", "brussels", "other")


@chapter.rule(
    "herhaalde cursus",
    "repeated course",
    VVSG("Eerste uitvoeringsbesluit inburgering (7 oktober 2021)"),
    note="De retributie voor de cursus is eenmalig, die voor de test geldt bij elke poging.",
)
def course_again(fee_item, attempt):
    return all_of(one_of(fee_item, "mo_course", "nt2_course"), attempt > 1)


@chapter.rule(
    "verschuldigde retributie",
    "fee due",
    POLICY_NOTE_2024("OD 1.1: We optimaliseren het inburgeringstraject", "FE-06"),
    VVSG("Inburgeringstraject vanaf 1 september betalend (7 juni 2023)"),
    note="Begeleiding, werk en participatie zijn kosteloos; van een test B1 is geen bedrag in werking gevonden.",
)
def fee_due(fee_contract, fee_item, fee_exempt, course_again):
    return all_of(
        fee_contract,
        one_of(fee_item, "mo_course", "mo_test", "nt2_course", "nt2_test"),
        not_(fee_exempt),
        not_(course_again),
    )


@chapter.rule(
    "bedrag van de retributie",
    "amount of the fee",
    VVSG("Eerste uitvoeringsbesluit inburgering (7 oktober 2021)", "FE-01", "FE-02"),
    VVSG("Inburgeringstraject vanaf 1 september betalend (7 juni 2023)"),
    by="signed_on",
    note="Een CVO meldt dat een eerste poging van de NT2-test gratis is; de pers noemt in 2026 een totaal van 180 euro."
    " Beide te bevestigen.",
)
def fee(fee_due, fee_item, mo_course_fee, mo_test_fee, nt2_course_fee, nt2_test_fee):
    return decide(
        (not_(fee_due), 0),
        (one_of(fee_item, "mo_course"), mo_course_fee),
        (one_of(fee_item, "mo_test"), mo_test_fee),
        (one_of(fee_item, "nt2_course"), nt2_course_fee),
        otherwise=nt2_test_fee,
    )


@chapter.rule(
    "voorafgaande betaling",
    "payment in advance",
    VVSG("Eerste uitvoeringsbesluit inburgering (7 oktober 2021)"),
    note="Behalve bij betalingsmoeilijkheden.",
)
def fee_in_advance(fee_due, fee_ground):
    return all_of(fee_due, fee_ground != "payment_difficulty")


@chapter.rule(
    "uiterste dag om de retributie te betalen",
    "last day to pay the fee",
    VVSG("Eerste uitvoeringsbesluit inburgering (7 oktober 2021)"),
    confidence="M",
    note="Vóór de deelname; zolang de dag van cursus of test niet vaststaat, bij de inschrijving.",
)
def pay_fee_by(fee_in_advance, takes_part_on, enrolled_on):
    return decide((fee_in_advance, first_known(takes_part_on, enrolled_on)), otherwise=NEVER)


@chapter.rule(
    "betalende taaltest buiten de inburgering",
    "paid language test outside the programme",
    AGREEMENT_2019("Concrete voorstellen > Inhoudelijk:", "LT-07"),
    VVSG("Uitvoeringsbesluit definitief goedgekeurd (20 januari 2022)"),
    since="2022-03-01",
    confidence="M",
    note="Het bedrag is niet gepubliceerd.",
)
def level_test_paid(signed_on):
    return not_(happened(signed_on))


@chapter.rule(
    "terugbetaling van onkosten",
    "refund of expenses",
    AGREEMENT_2019("Concrete voorstellen > Inhoudelijk:", "FE-05"),
    by="reported_on",
    state="ended",
    confidence="M",
    note="Zoals vervoer in het kader van het traject; de voorwaarden zijn niet gepubliceerd.",
)
def expenses_refunded(reported_on):
    return happened(reported_on)


@expenses_refunded.since(
    "2020-06-01",
    AGII("Stopzetting terugbetaling onkosten inburgeraars (1 juni 2020)", "FE-05"),
)
def expenses_refunded_2020():
    return False
