"""Social orientation (MO): course, test, pass mark, exemption test, the five decisions."""

from baken.law.content.sources import (
    AGII,
    ANNUAL_REPORT_2019,
    GENERAL_KNOWLEDGE,
    POLICY_LETTER_2018,
    POLICY_NOTE_2024,
    PRESS,
)
from baken.law.rules import Chapter
from baken.law.words import all_of, any_of, count, decide, happened, last, not_

chapter = Chapter("orientation", "Maatschappelijke oriëntatie", "Social orientation")


@chapter.rule(
    "vrijstelling van de cursus MO",
    "exemption from the MO course",
    ANNUAL_REPORT_2019("Vrijstellingstoets MO", "EX-03"),
    note="Dat slagen voor de toets vrijstelt, volgt uit haar naam.",
)
def mo_course_exempt(mo_exemption_test_passed_on, mo_exempted_on):
    return any_of(happened(mo_exemption_test_passed_on), happened(mo_exempted_on))


@chapter.rule(
    "regelmatige deelname aan MO",
    "regular participation in MO",
    ANNUAL_REPORT_2019("Geslaagd voor en regelmatige deelname aan MO", "CO-04"),
    GENERAL_KNOWLEDGE("Wat regelmatig is"),
    confidence="memory",
    note="Het besluit ‘voldaan’ zegt het; zonder besluit de aanwezigheid.",
)
def mo_attended_regularly(mo_fulfilled_on, mo_attendance, regular_attendance):
    return any_of(happened(mo_fulfilled_on), mo_attendance >= regular_attendance)


@chapter.rule(
    "laatste MO-test",
    "last MO test",
    AGII("Wijziging Vlaams inburgeringsdecreet: wat verandert"),
    note="De dag van de test bepaalt de slaaggrens.",
)
def mo_tested_on(mo_tests):
    return last(mo_tests)


@chapter.rule(
    "beide delen van de MO-test behaald",
    "both parts of the MO test passed",
    PRESS("Nieuwsblad en VRT, 14 februari 2023"),
    by="mo_tested_on",
    confidence="M",
    note="De uitslag zoals geregistreerd rekent beide delen mee; het register bewaart één score voor de hele test.",
)
def mo_test_parts_passed(mo_practice_correct, mo_practice_pass, mo_values_correct, mo_values_pass):
    return all_of(mo_practice_correct >= mo_practice_pass, mo_values_correct >= mo_values_pass)


@chapter.rule(
    "mislukking voor elke MO-test",
    "failure in every MO test",
    AGII("Wijziging Vlaams inburgeringsdecreet: wat verandert"),
)
def mo_test_failed(mo_tests, mo_tests_failed):
    return all_of(count(mo_tests) > 0, count(mo_tests_failed) >= count(mo_tests))


@chapter.rule(
    "geslaagd voor de MO-test",
    "MO test passed",
    AGII("Wijziging Vlaams inburgeringsdecreet: wat verandert", "MO-03", "MO-04"),
    by="mo_tested_on",
)
def mo_test_passed(mo_score, mo_pass_mark, mo_test_failed):
    return all_of(mo_score >= mo_pass_mark, not_(mo_test_failed))


@chapter.rule(
    "resultaat van MO",
    "result of MO",
    POLICY_LETTER_2018("4.1. We verhogen de doeltreffendheid van inburgering", "MO-02", "OB-02"),
    by="mo_course_started_on",
    note="Bij een cursus van vóór de test beoordeelt de leerkracht.",
)
def mo_result(mo_goals_reached):
    return mo_goals_reached


@mo_result.since(
    "2022-03-01",
    AGII("Wijziging Vlaams inburgeringsdecreet: wat verandert"),
    POLICY_NOTE_2024("OD 1.1: We optimaliseren het inburgeringstraject", "MO-03", "MO-04"),
    note="De test is voor het eerst afgelegd in november 2022; van cursussen daarvóór ontbreekt hij.",
)
def mo_result_2022(mo_goals_reached, mo_test_passed):
    return all_of(mo_goals_reached, mo_test_passed)


@chapter.rule(
    "MO behaald",
    "MO reached",
    POLICY_LETTER_2018("4.1. We verhogen de doeltreffendheid van inburgering", "OB-02", "CE-01"),
    ANNUAL_REPORT_2019("Geslaagd voor en regelmatige deelname aan MO", "CO-04"),
)
def mo_reached(mo_course_exempt, result_obligation, mo_result, mo_attended_regularly):
    return decide((mo_course_exempt, True), (result_obligation, mo_result), otherwise=mo_attended_regularly)


@chapter.rule(
    "besluit MO",
    "MO decision",
    ANNUAL_REPORT_2019("Figuur 27", "MO-07"),
    ANNUAL_REPORT_2019("Geslaagd voor en regelmatige deelname aan MO", "CO-04"),
)
def mo_decision(with_mo_part, mo_course_exempt, result_obligation, mo_result, mo_attended_regularly):
    return decide(
        (any_of(not_(with_mo_part), mo_course_exempt), "not_applicable"),
        (all_of(result_obligation, mo_result), "passed"),
        (result_obligation, "failed"),
        (mo_attended_regularly, "fulfilled"),
        otherwise="not_fulfilled",
    )


@chapter.rule(
    "beroep tegen de beoordeling van MO",
    "appeal against the MO assessment",
    POLICY_LETTER_2018("4.1. We verhogen de doeltreffendheid van inburgering", "AP-02"),
    ANNUAL_REPORT_2019("Klachten- en beroepsprocedure", "AP-01"),
    since="2016-02-29",
    confidence="M",
    note="De commissie bestaat sinds 2016; haar eerste dag is niet gepubliceerd.",
)
def mo_appeal_possible(mo_decision):
    return mo_decision == "failed"


@chapter.rule(
    "beroep tegen de vrijstellingstoets MO",
    "appeal against the MO exemption test",
    ANNUAL_REPORT_2019("Klachten- en beroepsprocedure", "AP-01"),
)
def exemption_test_appeal_possible(mo_exemption_test_on, mo_exemption_test_passed_on):
    return all_of(happened(mo_exemption_test_on), not_(happened(mo_exemption_test_passed_on)))
