"""The participation and network path of 40 hours, and who is dispensed."""

from baken.law.content.sources import AGREEMENT_2019, POLICY_NOTE_2024, VLAANDEREN, VVSG
from baken.law.expression import NEVER
from baken.law.rules import Chapter
from baken.law.words import all_of, any_of, days_after, days_in, decide, happened, not_

chapter = Chapter("participation", "Participatie- en netwerktraject", "Participation and network")


@chapter.rule(
    "werk of studie",
    "work or study",
    VVSG("4de pijler inburgeringstraject: participatie- en netwerktraject", "EX-05"),
    note="Op de dag waarop beslist wordt. Hoeveel werk of studie volstaat, is niet gepubliceerd.",
)
def works_or_studies(work_spells, study_spells, on):
    return any_of(days_in(work_spells, on, days_after(on, 1)) > 0, days_in(study_spells, on, days_after(on, 1)) > 0)


@chapter.rule(
    "vrijstelling van het participatietraject",
    "exemption from the participation path",
    VVSG("4de pijler inburgeringstraject: participatie- en netwerktraject", "EX-05"),
    AGREEMENT_2019("Concrete voorstellen > Inhoudelijk:", "EX-05"),
)
def participation_dispensed(participation_waived_on, works_or_studies):
    return any_of(happened(participation_waived_on), works_or_studies)


@chapter.rule(
    "plicht tot het participatietraject",
    "duty to follow the participation path",
    VLAANDEREN("Participatie- en netwerktraject", "PP-02"),
    POLICY_NOTE_2024("OD 1.1: We optimaliseren het inburgeringstraject", "PP-01", "PP-02"),
    since="2023-01-01",
    by="signed_on",
    note="Vrij voor wie recht heeft op inburgering zonder ertoe verplicht te zijn.",
)
def participation_required(obliged, participation_dispensed):
    return all_of(obliged, not_(participation_dispensed))


@chapter.rule(
    "uiterste dag van het participatietraject",
    "last day of the participation path",
    AGREEMENT_2019("Concrete voorstellen > Inhoudelijk:", "CO-02"),
    confidence="M",
    note="De termijn die in het contract is afgesproken; de wet noemt er geen.",
)
def participation_by(participation_required, participation_agreed_until):
    return decide((participation_required, participation_agreed_until), otherwise=NEVER)


@chapter.rule(
    "participatietraject behaald",
    "participation path reached",
    VLAANDEREN("Participatie- en netwerktraject", "PP-01", "PP-02", "PP-03"),
)
def participation_reached(participation_completed_on, participation_hours, participation_minimum):
    return any_of(happened(participation_completed_on), participation_hours >= participation_minimum)
