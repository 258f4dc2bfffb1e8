"""Dutch as a second language (NT2): level, alfa modules, certifying test."""

from baken.law.content.sources import (
    AGII,
    AGREEMENT_2019,
    ANNUAL_REPORT_2019,
    DE_PLAL,
    DECREE_DRAFT_2013,
    GENERAL_KNOWLEDGE,
    NT2_REGULATION,
    POLICY_LETTER_2018,
    POLICY_NOTE_2024,
)
from baken.law.rules import Chapter
from baken.law.words import all_of, any_of, by, decide, happened, not_, one_of

chapter = Chapter("dutch", "Nederlands als tweede taal", "Dutch as a second language")


@chapter.rule(
    "vereist niveau Nederlands",
    "level of Dutch required",
    DE_PLAL("Resultaatsverbintenis en niveau A2"),
    by="signed_on",
    state="ended",
)
def nt2_level():
    return "a1"


@nt2_level.since(
    "2016-02-29",
    POLICY_LETTER_2018("4.1. We verhogen de doeltreffendheid van inburgering", "NT-01"),
    POLICY_NOTE_2024("OD 1.1: We optimaliseren het inburgeringstraject", "NT-01", "PG-02"),
)
def nt2_level_2016():
    return "a2"


@chapter.rule(
    "alfacursist",
    "alfa learner",
    AGII("Welke verplichtingen heeft de inburgeraar?"),
    AGREEMENT_2019("Concrete voorstellen > Inhoudelijk:", "NT-03"),
    confidence="M",
    note="Wie analfabeet of laaggeletterd is.",
)
def alfa_learner(literacy):
    return one_of(literacy, "illiterate", "low_literate")


@chapter.rule(
    "vier testdelen geslaagd na ondertekening",
    "four test parts passed after signing",
    NT2_REGULATION("Doelstelling bereikt"),
    ANNUAL_REPORT_2019("Certificerende taaltesten Nederlands", "LT-03"),
)
def certifying_test_passed(four_test_parts_on, signed_on):
    return all_of(happened(four_test_parts_on), by(signed_on, four_test_parts_on))


@chapter.rule(
    "niveau A2 aangetoond",
    "level A2 shown",
    NT2_REGULATION("Doelstelling bereikt"),
)
def a2_shown(a2_on, certifying_test_passed):
    return any_of(happened(a2_on), certifying_test_passed)


@chapter.rule(
    "niveau A2 mondeling aangetoond",
    "level A2 oral shown",
    AGII("Welke verplichtingen heeft de inburgeraar?"),
)
def a2_oral_shown(a2_oral_on, b1_oral_on, a2_shown):
    return any_of(happened(a2_oral_on), happened(b1_oral_on), a2_shown)


@chapter.rule(
    "niveau A1 aangetoond",
    "level A1 shown",
    DE_PLAL("Resultaatsverbintenis en niveau A2"),
)
def a1_shown(a1_on, a2_shown):
    return any_of(happened(a1_on), a2_shown)


@chapter.rule(
    "niveau A1 mondeling aangetoond",
    "level A1 oral shown",
    GENERAL_KNOWLEDGE("Alfacursisten vóór 2016"),
    confidence="memory",
)
def a1_oral_shown(a1_oral_on, a2_oral_shown):
    return any_of(happened(a1_oral_on), a2_oral_shown)


@chapter.rule(
    "alfamodules geslaagd",
    "alfa modules passed",
    NT2_REGULATION("Alfa NT2 Mondeling 8 Waystage Publiek en Alfa NT2 Schriftelijke Zelfredzaamheid 2"),
)
def alfa_modules_passed(alfa_oral_8_on, alfa_written_2_on):
    return all_of(happened(alfa_oral_8_on), happened(alfa_written_2_on))


@chapter.rule(
    "regelmatige deelname aan NT2",
    "regular participation in NT2",
    ANNUAL_REPORT_2019("bewijs van regelmatige deelname", "CE-04"),
    GENERAL_KNOWLEDGE("Wat regelmatig is"),
    confidence="memory",
)
def nt2_attended_regularly(nt2_attendance, regular_attendance):
    return nt2_attendance >= regular_attendance


@chapter.rule(
    "resultaat van NT2",
    "result of NT2",
    DE_PLAL("Resultaatsverbintenis en niveau A2"),
    by="signed_on",
    state="ended",
    confidence="M",
    note="A1; dat mondeling voor een alfacursist volstaat, is niet nagelezen.",
)
def nt2_result(a1_shown, alfa_learner, a1_oral_shown):
    return any_of(a1_shown, all_of(alfa_learner, a1_oral_shown))


@nt2_result.since(
    "2016-02-29",
    POLICY_LETTER_2018("4.1. We verhogen de doeltreffendheid van inburgering", "NT-01"),
    state="ended",
    confidence="L",
    note="A2 staat vast; dat mondeling voor een alfacursist toen al volstond, is afgeleid.",
)
def nt2_result_2016(a2_shown, alfa_learner, a2_oral_shown):
    return any_of(a2_shown, all_of(alfa_learner, a2_oral_shown))


@nt2_result.since(
    "2022-03-01",
    AGII("Welke verplichtingen heeft de inburgeraar?", "NT-01"),
    NT2_REGULATION("Doelstelling bereikt"),
)
def nt2_result_2022(a2_shown, alfa_modules_passed, alfa_learner, a2_oral_shown):
    return any_of(a2_shown, alfa_modules_passed, all_of(alfa_learner, a2_oral_shown))


@chapter.rule(
    "NT2 behaald",
    "NT2 reached",
    POLICY_LETTER_2018("4.1. We verhogen de doeltreffendheid van inburgering", "OB-02", "CE-01"),
    NT2_REGULATION("Vrijstelling"),
    DECREE_DRAFT_2013("Artikel 2, 2°"),
    note="Onder de oude plicht volstaat regelmatige deelname, of het niveau zelf.",
)
def nt2_reached(nt2_exempted_on, nt2_result, result_obligation, nt2_attended_regularly):
    return any_of(happened(nt2_exempted_on), nt2_result, all_of(not_(result_obligation), nt2_attended_regularly))


@chapter.rule(
    "gesprek over Nederlands",
    "interview about Dutch",
    ANNUAL_REPORT_2019("Aantal gesprekken", "NT-10"),
    POLICY_LETTER_2018("2.1. We maken werk van een behoeftedekkend aanbod NT2", "NT-12"),
    note="Ook met huurders en kandidaat-huurders van een sociale woning. Ook wie een test vraagt, krijgt het.",
)
def nt2_interview_possible(nt2_orientation, social_tenant):
    return any_of(nt2_orientation, social_tenant)


@chapter.rule(
    "geadviseerd aanbod NT2",
    "NT2 track advised",
    ANNUAL_REPORT_2019("Figuur 32", "NT-05"),
    GENERAL_KNOWLEDGE("Verdeling over CBE, CVO en universitair talencentrum"),
    confidence="memory",
    note="De consulent adviseert op grond van een test van de leervaardigheid; de scholing is een eerste aanwijzing.",
)
def nt2_track(alfa_learner, schooling):
    return decide(
        (alfa_learner, "cbe_alfa"),
        (schooling == "low", "cbe_nt2"),
        (schooling == "high", "cvo_shortened_or_utc"),
        otherwise="cvo_standard",
    )


@chapter.rule(
    "bewijs van taalniveau via een test",
    "proof of language level by a test",
    POLICY_LETTER_2018("2.3. We optimaliseren de werking van de Huizen van het Nederlands", "LT-01", "LT-02"),
    since="2017-08-01",
    note="Voor wie geen bewijs uit een opleiding NT2 heeft; het decreet is van 29 mei 2015, getest wordt sinds 2017.",
)
def level_test_possible(a2_on, four_test_parts_on):
    return not_(any_of(happened(a2_on), happened(four_test_parts_on)))


@chapter.rule(
    "beroep tegen een taaltest",
    "appeal against a language test",
    POLICY_LETTER_2018("Bijlage 2: Regelgevingsagenda", "LT-06"),
    ANNUAL_REPORT_2019("Klachten- en beroepsprocedure", "AP-01"),
    since="2018-08-13",
    by="certifying_test_failed_on",
)
def language_test_appeal_possible(certifying_test_failed_on):
    return happened(certifying_test_failed_on)
