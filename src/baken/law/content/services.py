"""Access to the legal helpdesk, who pays the interpreter, and how an interpreter is certified."""

from baken.law.content.sources import AGREEMENT_2019, ANNUAL_REPORT_2019, PRESS, VVSG
from baken.law.rules import Chapter
from baken.law.words import all_of, any_of, decide, happened, one_of

chapter = Chapter("services", "Dienstverlening", "Services")


@chapter.rule(
    "kanaal van de juridische helpdesk",
    "channel of the legal helpdesk",
    ANNUAL_REPORT_2019("Helpdeskadviezen", "LG-01"),
    note="Per telefoon; per e-mail alleen over familierecht.",
)
def helpdesk_channel(channel, family_law):
    return any_of(channel == "telephone", family_law)


@chapter.rule(
    "toegang tot de juridische helpdesk",
    "access to the legal helpdesk",
    ANNUAL_REPORT_2019("Helpdeskadviezen", "LG-01"),
    state="ended",
    note="In 2019 kregen ook betrokkenen en het ruime publiek advies; bemiddeling of begeleiding niet.",
)
def helpdesk_access(helpdesk_channel):
    return helpdesk_channel


@helpdesk_access.since(
    "2022-03-01",
    VVSG("Uitvoeringsbesluit definitief goedgekeurd (20 januari 2022)"),
    AGREEMENT_2019("Deze kerntaken", "LG-02"),
    confidence="M",
    note="Dat de dienstverlening toen werd verfijnd, staat vast; de inhoud is die van het regeerakkoord.",
)
def helpdesk_access_2022(asker, helpdesk_channel):
    return all_of(one_of(asker, "flemish_service", "local_authority"), helpdesk_channel)


@chapter.rule(
    "betaler van de tolk",
    "payer of the interpreter",
    PRESS("Knack, juli 2019"),
    state="ended",
    confidence="M",
    note="De gebruiker droeg een klein uurbedrag bij.",
)
def interpreter_paid_by():
    return "agency"


@interpreter_paid_by.since(
    "2020-01-01",
    ANNUAL_REPORT_2019("Vernieuwde werking Sociaal tolken en Vertalen", "ST-01", "EN-08"),
    note="Ook na het traject: dat de anderstalige dan zelf betaalt (ST-03), is aangekondigd en niet gevonden.",
)
def interpreter_paid_by_2020():
    return "user_authority"


@chapter.rule(
    "aanvraag van een tolk",
    "request for an interpreter",
    ANNUAL_REPORT_2019("Vernieuwde werking Sociaal tolken en Vertalen", "ST-02", "ST-04"),
    since="2020-01-01",
    before=True,
    note="Alleen na een samenwerkingsovereenkomst met het prijskader.",
)
def interpreter_request_possible(interpreting_agreement_on):
    return happened(interpreting_agreement_on)


@chapter.rule(
    "stand van de tolkaanvraag",
    "state of the interpreting request",
    ANNUAL_REPORT_2019("Figuur 42", "ST-06", "ST-07"),
)
def interpreting_request_state(interpreting_done_on, interpreting_cancelled_on, interpreting_unanswered_on):
    return decide(
        (happened(interpreting_done_on), "carried_out"),
        (happened(interpreting_cancelled_on), "cancelled"),
        (happened(interpreting_unanswered_on), "not_answered"),
        otherwise="pending",
    )


@chapter.rule(
    "toegang tot de certificeringsproef voor tolken",
    "access to the interpreters' certification test",
    ANNUAL_REPORT_2019("Opleidings- en certificeringstraject sociaal tolken en vertalen", "ST-05"),
    note="Na module 2, of zonder opleiding op assessmentadvies.",
)
def certification_test_possible(module_2_passed_on, assessment_advice_on):
    return any_of(happened(module_2_passed_on), happened(assessment_advice_on))


@chapter.rule(
    "toegang tot de opleiding voor tolken",
    "access to the interpreters' training",
    ANNUAL_REPORT_2019("Opleidings- en certificeringstraject sociaal tolken en vertalen", "ST-05"),
    note="Na de instaptest, of op leeradvies.",
)
def interpreter_training_possible(entry_test_passed_on, learning_advice_on):
    return any_of(happened(entry_test_passed_on), happened(learning_advice_on))


@chapter.rule(
    "volgende stap van de kandidaat-tolk",
    "next step of the candidate interpreter",
    ANNUAL_REPORT_2019("Opleidings- en certificeringstraject sociaal tolken en vertalen", "ST-05"),
)
def interpreter_next_step(
    interpreter_certified_on,
    certification_test_possible,
    module_1_passed_on,
    module_1_failed_on,
    interpreter_training_possible,
    info_session_on,
):
    return decide(
        (happened(interpreter_certified_on), "certified"),
        (certification_test_possible, "certification_test"),
        (happened(module_1_passed_on), "module_2"),
        (happened(module_1_failed_on), "remedial_module"),
        (interpreter_training_possible, "module_1"),
        (happened(info_session_on), "entry_test"),
        otherwise="info_session",
    )
