"""Every law fact of civic integration: what rules may ask.

Codes are those of the code lists. Which of Baken's facts answer them is declared beside those facts.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from baken.foundation.codelists import codelist
from baken.law.expression import Kind
from baken.law.facts import LawFact


def _codes(name: str) -> tuple[str, ...]:
    return tuple(codelist(name).codes())


def known(name: str, kind: Kind, nl: str, en: str, **more: Any) -> LawFact:
    """A fact that is not known when absent."""
    return LawFact(name, kind, nl, en, **more)


def event(name: str, nl: str, en: str, kind: Kind = Kind.DAY) -> LawFact:
    """Something that has not happened when absent."""
    return LawFact(name, kind, nl, en, event=True)


def _year(day: date) -> int:
    return day.year


def _implied(name: str, function: Callable[[Any], Any]) -> dict[str, Any]:
    return {"implied": (name, function)}


TRUTH, DAY, NUMBER, CODE, MONEY = Kind.TRUTH, Kind.DAY, Kind.NUMBER, Kind.CODE, Kind.MONEY
NATIONALITIES = ("belgian", "eu_plus", "third_country")
REGIONS = ("flanders", "brussels", "wallonia", "elsewhere")
FAMILY = ("belgian", "belgian_free_movement", "eu_plus", "third_country", "exempt_labour_migrant")
LEVELS = ("none", "a1", "a2", "b1", "b2", "c1", "c2")

PERSON = (
    known("birth_date", DAY, "geboortedatum", "date of birth"),
    known("birth_year", NUMBER, "geboortejaar", "year of birth", **_implied("birth_date", _year)),
    known("nationality_group", CODE, "nationaliteitsgroep", "group of nationality", codes=NATIONALITIES),
    known("born_in_belgium", TRUTH, "in België geboren", "born in Belgium"),
    known("parent_born_abroad", TRUTH, "minstens één ouder in het buitenland geboren", "a parent born abroad"),
    known("region", CODE, "gewest van inschrijving", "region of registration", codes=REGIONS),
    known("residence_ground", CODE, "verblijfsgrond", "ground of residence", codes=_codes("residence_ground")),
    known("family_of", CODE, "gezinslid van", "family member of", codes=FAMILY),
    known(
        "temporary_purpose",
        TRUTH,
        "verblijf dat nooit langer dan een jaar kan duren",
        "stay that can never exceed a year",
    ),
    known(
        "document_over_three_months",
        TRUTH,
        "eerste verblijfstitel langer dan drie maanden",
        "first residence title over three months",
    ),
    known("employer_abroad", TRUTH, "in dienst van een buitenlandse werkgever", "employed by a foreign employer"),
    known(
        "other_ground",
        TRUTH,
        "nog een andere verblijfsgrond dan het verzoek om bescherming",
        "a ground of residence besides the asylum application",
    ),
    known("minister_of_religion", TRUTH, "bedienaar van een erkende eredienst", "minister of a recognised religion"),
    event("minister_on", "aangesteld als bedienaar", "appointed as minister"),
    known(
        "recognised_before_2007",
        TRUTH,
        "in een geloofsgemeenschap erkend vóór 2007",
        "in a community recognised before 2007",
    ),
    known("in_compulsory_education", TRUTH, "nog leerplichtig", "still in compulsory education"),
    event(
        "programme_beside_school_on",
        "toegelaten tot inburgering naast de leerplicht",
        "admitted to the programme beside compulsory education",
    ),
    known("nursery_half_days", NUMBER, "halve dagen kleuteronderwijs", "half days of nursery school"),
    event("guided_to_school_on", "naar onderwijs toegeleid", "guided to education"),
    known("sex", CODE, "geslacht", "sex", codes=_codes("sex")),
    known("young_children", TRUTH, "heeft jonge kinderen", "has young children"),
    known("speaks_other_language", TRUTH, "anderstalig", "speaker of another language"),
    known("foreign_diploma", TRUTH, "heeft een buitenlands diploma", "has a foreign diploma"),
    known("social_tenant", TRUTH, "huurt of zoekt een sociale woning", "rents or seeks social housing"),
    event(
        "welfare_project_on",
        "geïndividualiseerd project (GPMI) met het OCMW",
        "individual project with the public welfare centre",
    ),
    known("unaccompanied_minor", TRUTH, "niet-begeleide minderjarige", "unaccompanied minor"),
    known("literacy", CODE, "alfabetiseringsgraad", "literacy", codes=_codes("literacy")),
    known(
        "limited_learning_ability",
        TRUTH,
        "beperkte leervaardigheid vastgesteld",
        "limited learning ability established",
    ),
    known("may_work", TRUTH, "mag werken", "may work"),
    event(
        "residence_granted_on",
        "huidige verblijfsgrond voor het eerst toegekend",
        "present ground of residence first granted",
    ),
    event(
        "withdrawal_card_on",
        "kaart M van het terugtrekkingsakkoord uitgereikt",
        "card M of the withdrawal agreement issued",
    ),
    event(
        "registered_in_flanders_on",
        "eerste inschrijving in een Vlaamse gemeente",
        "first registration in a Flemish municipality",
    ),
    event(
        "registered_in_brussels_on",
        "eerste inschrijving in een Brusselse gemeente",
        "first registration in a Brussels municipality",
    ),
    event(
        "registered_in_wallonia_on",
        "eerste inschrijving in een Waalse gemeente",
        "first registration in a Walloon municipality",
    ),
    event("residence_spells", "tijdvakken van wettig verblijf", "periods of legal residence", Kind.PERIODS),
    event("work_spells", "tijdvakken van werk", "periods of work", Kind.PERIODS),
    event("training_spells", "tijdvakken van opleiding", "periods of training", Kind.PERIODS),
    event("study_spells", "tijdvakken van studie", "periods of study", Kind.PERIODS),
    event(
        "active_spells", "tijdvakken van werk, opleiding of studie", "periods of work, training or study", Kind.PERIODS
    ),
)

PATH = (
    event("residence_applied_on", "verblijf aangevraagd", "residence applied for"),
    event("seen_on", "eerste instroom", "first sighting"),
    event("letter_sent_on", "aangetekende brief verzonden", "registered letter sent"),
    event("reported_on", "eerste aanmelding", "first registration at an agency"),
    event("report_postponed_until", "uitstel van aanmelding tot", "registration postponed until"),
    event("sign_postponed_until", "uitstel van ondertekening tot", "signing postponed until"),
    event("signed_on", "eerste inburgeringscontract ondertekend", "first contract signed"),
    event(
        "brussels_obligation_on",
        "Brussels attest van verplichting ontvangen",
        "Brussels attestation of the obligation received",
    ),
    event("bapa_reported_on", "aangemeld bij een BAPA", "reported to a BAPA"),
    event("bapa_completed_on", "traject bij een BAPA beëindigd", "programme at a BAPA completed"),
    event("brussels_notice_on", "aanmaning door de Brusselse gemeente", "notice by the Brussels municipality"),
    event("contract_ended_on", "inburgeringscontract beëindigd", "contract ended"),
    event("suspensions", "opschortingen", "suspensions", Kind.PERIODS),
    known(
        "suspension_ground",
        CODE,
        "grond van de opschorting",
        "ground of the suspension",
        codes=_codes("suspension_reason"),
    ),
    known(
        "postponement_ground",
        CODE,
        "reden van het uitstel",
        "reason of the postponement",
        codes=_codes("postponement_reason"),
    ),
    known(
        "exemption_ground",
        CODE,
        "grond van de vrijstelling van de plicht",
        "ground of exemption from the duty",
        codes=("none", *_codes("duty_exemption")),
    ),
    event("exempted_on", "vrijgesteld van de plicht", "exempted from the duty"),
    event("earlier_certificate_on", "eerder inburgeringsattest", "earlier certificate"),
    event(
        "long_path_closed_on",
        "commissie langdurige trajecten adviseert af te sluiten",
        "long-path commission advises to close",
    ),
    event("certificate_on", "inburgeringsattest uitgereikt", "certificate issued"),
    event("efforts_declared_on", "verklaring van geleverde inspanningen", "declaration of efforts"),
    event("regular_participation_proven_on", "bewijs van regelmatige deelname", "proof of regular participation"),
)

PARTS = (
    event("mo_exempted_on", "vrijgesteld van MO", "exempted from MO"),
    event("mo_exemption_test_passed_on", "geslaagd voor de vrijstellingstoets MO", "passed the MO exemption test"),
    event("mo_course_started_on", "cursus MO gestart", "MO course started"),
    event("mo_tests", "afgelegde MO-testen", "MO tests taken", Kind.DAYS),
    event("mo_tests_failed", "niet geslaagd voor de MO-test", "MO tests failed", Kind.DAYS),
    event("mo_exemption_test_on", "vrijstellingstoets MO afgelegd", "MO exemption test taken"),
    known(
        "mo_practice_correct",
        NUMBER,
        "juiste antwoorden op het praktische deel van de MO-test (op 30)",
        "right answers on the practical part of the MO test (out of 30)",
    ),
    known(
        "mo_values_correct",
        NUMBER,
        "juiste antwoorden op het deel waarden van de MO-test (op 11)",
        "right answers on the values part of the MO test (out of 11)",
    ),
    known("mo_score", NUMBER, "beste score op de MO-test (op 100)", "best score on the MO test (out of 100)"),
    known(
        "mo_goals_reached",
        TRUTH,
        "doelen MO bereikt volgens de evaluatie",
        "MO goals reached according to the evaluation",
    ),
    event("mo_fulfilled_on", "besluit dat MO regelmatig gevolgd is", "decision that MO was followed regularly"),
    known("mo_attendance", NUMBER, "aanwezigheid MO in procent", "MO attendance in percent"),
    event("nt2_exempted_on", "vrijgesteld van NT2", "exempted from NT2"),
    event("nt2_course_started_on", "cursus NT2 gestart", "NT2 course started"),
    event("a1_on", "niveau A1 behaald", "level A1 reached"),
    event("a1_oral_on", "niveau A1 mondeling behaald", "level A1 oral reached"),
    event("a2_on", "niveau A2 behaald", "level A2 reached"),
    event("a2_oral_on", "niveau A2 mondeling behaald", "level A2 oral reached"),
    event("b1_oral_on", "niveau B1 mondeling behaald", "level B1 oral reached"),
    event("alfa_oral_8_on", "module Alfa NT2 Mondeling 8 behaald", "module Alfa oral 8 passed"),
    event(
        "alfa_written_2_on", "module Alfa NT2 Schriftelijke Zelfredzaamheid 2 behaald", "module Alfa written 2 passed"
    ),
    event(
        "four_test_parts_on", "alle vier de delen van een certificerende test", "all four parts of a certifying test"
    ),
    event("certifying_test_failed_on", "niet geslaagd voor een certificerende taaltest", "certifying test failed"),
    known("schooling", CODE, "scholingsgraad", "schooling", codes=("low", "middle", "high")),
    known("nt2_attendance", NUMBER, "aanwezigheid NT2 in procent", "NT2 attendance in percent"),
    event("job_service_on", "ingeschreven bij VDAB of Actiris", "registered with VDAB or Actiris"),
    event("work_exempted_on", "vrijgesteld van het onderdeel werk", "exempted from the work part"),
    event("mo_agreed_until", "afgesproken einde van MO", "agreed end of MO"),
    event("nt2_agreed_until", "afgesproken einde van NT2", "agreed end of NT2"),
    event(
        "participation_agreed_until",
        "afgesproken einddag van het participatietraject",
        "agreed last day of the participation path",
    ),
    known("participation_hours", NUMBER, "gepresteerde uren participatie", "hours of participation done"),
    event("participation_completed_on", "participatietraject voltooid", "participation path completed"),
    event("participation_waived_on", "ontheffing van het participatietraject", "participation path waived"),
)

CASE = (
    event("infringements", "vastgestelde inbreuken", "infringements found", Kind.DAYS),
    known("infringement_kind", CODE, "soort inbreuk", "kind of infringement", codes=_codes("infringement_kind")),
    event("infringement_on", "laatste inbreuk vastgesteld", "last infringement found"),
    event("notice_sent_on", "ingebrekestelling verzonden", "formal notice sent"),
    event("remedied_on", "inbreuk hersteld", "infringement remedied"),
    event("forwarded_on", "dossier naar de handhavingsambtenaar", "file sent to the enforcement officer"),
    event("defence_received_on", "verweer ontvangen", "defence received"),
    event("fined_on", "boete opgelegd", "fine imposed"),
    event("fine_paid_on", "boete betaald", "fine paid"),
    known("fee_item", CODE, "waarvoor betaald wordt", "what is paid for", codes=(*_codes("fee_item"), "b1_test")),
    known("passive_file", TRUTH, "passief dossier zonder structurele oplossing", "passive file without a solution"),
    event("takes_part_on", "dag van die cursus of test", "day of that course or test"),
    event("enrolled_on", "inschrijving voor die cursus of test", "enrolment in that course or test"),
    known("attempt", NUMBER, "hoeveelste poging", "which attempt"),
    known(
        "fee_ground",
        CODE,
        "vrijstellingsgrond van de retributie",
        "ground of fee waiver",
        codes=("none", *_codes("fee_waiver")),
    ),
    event("charged_on", "retributie aangerekend", "fee charged"),
    event("paid_on", "retributie betaald", "fee paid"),
    known(
        "asker",
        CODE,
        "wie de vraag stelt",
        "who asks",
        codes=("flemish_service", "local_authority", "private_person", "lawyer"),
    ),
    known("channel", CODE, "kanaal", "channel", codes=("telephone", "mail")),
    known("family_law", TRUTH, "vraag over familierecht", "question of family law"),
    known(
        "benefit",
        CODE,
        "sociaal voordeel",
        "social benefit",
        codes=("care_premium", "care_budget_heavy", "care_budget_elderly", "elderly_care_priority"),
    ),
)

INTERPRETING = (
    event("interpreting_agreement_on", "samenwerkingsovereenkomst tolken gesloten", "interpreting agreement concluded"),
    event("info_session_on", "infosessie tolken gevolgd", "interpreters' information session attended"),
    event("entry_test_passed_on", "geslaagd voor de instaptest tolken", "interpreters' entry test passed"),
    event("assessment_advice_on", "assessmentadvies gekregen", "assessment advice given"),
    event("learning_advice_on", "leeradvies gekregen", "learning advice given"),
    event("module_1_passed_on", "geslaagd voor module 1 tolken", "interpreters' module 1 passed"),
    event("module_1_failed_on", "niet geslaagd voor module 1 tolken", "interpreters' module 1 failed"),
    event("module_2_passed_on", "geslaagd voor module 2 tolken", "interpreters' module 2 passed"),
    event("interpreting_done_on", "tolkopdracht of vertaling uitgevoerd", "interpreting or translation carried out"),
    event("interpreting_cancelled_on", "aanvraag van een tolk geannuleerd", "request for an interpreter cancelled"),
    event(
        "interpreting_unanswered_on", "aanvraag van een tolk niet ingevuld", "request for an interpreter not answered"
    ),
    event("interpreter_certified_on", "gecertificeerd als sociaal tolk", "certified as a social interpreter"),
)

FACTS: tuple[LawFact, ...] = (*PERSON, *PATH, *PARTS, *CASE, *INTERPRETING)
